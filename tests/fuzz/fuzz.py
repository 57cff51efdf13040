"""Feed hostile inputs to the way of one report, steered by the code that they reach: `make fuzz SECONDS=600`.

Reading gets bytes: damaged samples, and Word documents, web pages and Markdown put together from their own tags.
Layout, segmentation, extraction and the digest get texts put together from the project's own fragments. What is looked
for: an exception other than InputError, sections that do not partition the text, a quote that does not stand in it, and
an input that takes longer than it should. atheris writes what it finds to crash-* in the folder of `--findings`; to see
it again:

    .venv/bin/python tests/fuzz/fuzz.py --again FILE

Mend it, and keep it: a text as a bug in tests/cases, bytes in a test beside the layer.
"""

from __future__ import annotations

import argparse
import io
import logging
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import atheris

sys.path.append(str(Path(__file__).parent.parent / "reading"))

# What is imported only when it is used has to be watched too.
with atheris.instrument_imports(include=["reportcli"], enable_loader_override=False):
    from reportcli.errors import InputError
    from reportcli.model import Report
    from reportcli.pipeline import analyze
    from reportcli.reading import read

from fragments import ROOT, find_texts, find_words
from made_documents import REPORT, TABLE, make_docx, make_pdf

# Longer texts show no more than these, and take longer.
LONGEST = 20_000
# Watched code is some times slower than what users run, which takes no second for five times as much.
PATIENCE = 3.0

WORDS = [*find_words(), *find_texts()]
TAGS = {
    ".docx": [
        *(f"<w:{name}>" for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt", "ins", "del", "txbxContent", "pPr")),
        *(f"</w:{name}>" for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt", "ins", "del", "txbxContent", "pPr")),
        *('<w:tcPr><w:gridSpan w:val="9"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>", "<w:br/>", "<w:tab/>", "&x;"),
        *('<w:trPr><w:gridBefore w:val="99999999999"/></w:trPr>', "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
    ],
    ".html": [
        *(f"<{name}>" for name in ("html", "body", "div", "p", "table", "tr", "td", "a", "h1", "li", "span", "script")),
        *(
            f"</{name}>"
            for name in ("html", "body", "div", "p", "table", "tr", "td", "a", "h1", "li", "span", "script")
        ),
        *(
            '<td rowspan="999" colspan="99">',
            "<td rowspan=2>",
            "<!--",
            "-->",
            "<![CDATA[",
            "&#0;",
            "&#x110000;",
            "&lt;",
        ),
        *('<meta name="PubDate" content="2024-01-18">', "<title>", "</title>", '<p style="display:none">', "<?xml"),
    ],
    ".md": ["| ", " |", "|---|---|\n", "# ", "## ", "\n\n", "- ", "```\n", "**", "[a](b)", "> ", "\\|", "<td>"],
}
_DOCX = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
ENDINGS = [".txt", ".pdf", *TAGS]


class Slow(Exception):
    """An input took longer than it should."""


def compose(data: bytes, words: list[str]) -> str:
    """A text of `words`, which pairs of bytes name; some of them repeat what stands before or cut it."""
    pieces: list[str] = []
    length = 0
    for first, second in zip(data[::2], data[1::2], strict=False):
        if first < 0xE0:
            piece = words[(first << 8 | second) % len(words)]
        elif first < 0xF0:
            piece = "".join(pieces[-(first & 7) - 1 :]) * second
        else:
            word = words[second % len(words)]
            piece = word[(first & 7) % (len(word) or 1) :]
        pieces.append(piece[: LONGEST - length])
        length += len(pieces[-1])
        if length >= LONGEST:
            break
    return "".join(pieces)


def analyze_checked(text: str) -> None:
    """Analyse a text and see that the sections partition it and the quotes stand in it."""
    report = analyze(text)
    check(report, text)


def check(report: Report, text: str) -> None:
    """Raise AssertionError where a report does not fit its text."""
    assert [section.start for section in report.sections[1:]] == [section.end for section in report.sections[:-1]]
    assert (report.sections[0].start, report.sections[-1].end) == (0, len(text))
    for section in report.sections:
        for found in section.observations:
            assert found.quote == text[found.start : found.end], found


def read_checked(data: bytes, ending: str, folder: Path) -> None:
    """Read and analyse a file that holds `data`."""
    path = folder / f"report{ending}"
    path.write_bytes(data)
    try:
        document = read(path)
    except InputError:
        return
    check(analyze(document), document.text)


def make_file(data: bytes, ending: str) -> bytes:
    """A file of tags and words that `data` chooses."""
    body = compose(data, TAGS[ending] * 20 + WORDS[:400])
    if ending != ".docx":
        return body.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", _DOCX.format(body))
    return packed.getvalue()


def run_once(data: bytes, folder: Path) -> None:
    """One input: its first byte says what it is."""
    kind, rest = data[:1], data[1:]
    start = time.process_time()
    match kind[0] % 8 if kind else 0:
        case 0 | 1 | 2 | 3:
            analyze_checked(compose(rest, WORDS))
        case 4:
            analyze_checked(rest.decode("utf-8", "replace"))
        case 5 if rest and ENDINGS[rest[0] % len(ENDINGS)] in TAGS:
            ending = ENDINGS[rest[0] % len(ENDINGS)]
            read_checked(make_file(rest[1:], ending), ending, folder)
        case _:
            read_checked(rest[1:], ENDINGS[rest[0] % len(ENDINGS)] if rest else ".txt", folder)
    taken = time.process_time() - start
    if taken > PATIENCE:
        raise Slow(f"{taken:.1f} s")


def write_seeds(folder: Path) -> None:
    """Where the search begins: samples in several encodings, and documents."""
    text = (ROOT / "samples" / "county-2024.txt").read_text(encoding="utf-8")[:1500]
    for encoding in ("utf-8", "gb18030", "big5", "utf-16"):
        (folder / encoding).write_bytes(bytes([6, 0]) + text.encode(encoding, "ignore"))
    (folder / "text").write_bytes(b"\4" + text.encode())
    (folder / "pdf").write_bytes(bytes([6, ENDINGS.index(".pdf")]) + make_pdf(REPORT[:6], columns=2, table=TABLE))
    (folder / "docx").write_bytes(bytes([6, ENDINGS.index(".docx")]) + make_docx(REPORT[:6], table=TABLE))
    page = (ROOT / "samples" / "page-2023.html").read_bytes()[:4000]
    (folder / "html").write_bytes(bytes([6, ENDINGS.index(".html")]) + page)
    for at in range(0, len(WORDS), 40):
        named = b"".join(number.to_bytes(2, "big") for number in range(at, min(at + 40, len(WORDS))))
        (folder / f"words-{at}").write_bytes(b"\0" + named)


def main() -> None:
    """Search for so many seconds, or run one finding again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--again", type=Path)
    asked = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.again:
            run_once(asked.again.read_bytes(), folder)
            return
        seeds = folder / "seeds"
        seeds.mkdir()
        write_seeds(seeds)
        options = [f"-max_total_time={asked.seconds}", "-max_len=4096", "-timeout=30", "-rss_limit_mb=2048"]
        options += [f"-artifact_prefix={asked.findings}/", "-print_final_stats=1", "-use_value_profile=0"]
        atheris.Setup([sys.argv[0], str(seeds), *options], lambda data: run_once(data, folder))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
