"""PDF documents with a text layer: their lines in the order in which a person reads them.

What `reading.pages` makes of the characters of each page becomes one text, without what is printed on every page: its
header, its footer, its number. Lines are not joined here: layout does that for all texts that were broken at a width.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import pypdfium2
from msgspec import structs
from pypdfium2 import raw as pdfium

from reportcli.errors import InputError
from reportcli.patterns import regex
from reportcli.reading.blocks import Content, assemble
from reportcli.reading.page_tables import find_grids
from reportcli.reading.pages import Glyph, Line, find_lines

# A yearbook has some 600 pages; no page of print has 50,000 characters.
MAX_PAGES = 1000
MAX_CHARACTERS = 50_000

# A report with fewer Chinese characters a page is pictures of pages; where fewer of its characters are Chinese, its
# fonts do not tell what is drawn.
_FEW, _CHINESE = 20, 0.3
_HAN = regex(r"[\u4e00-\u9fff]")
_VISIBLE = regex(r"\S")
_OCR = "Run it through text recognition (OCR), or find the report as text."

# So many lines at the top and the bottom of a page may be its header and footer; these stand at the same place, to so
# many points, on so many pages and so much of all at least.
_EDGE, _NEAR, _AGAIN, _SHARE = 2, 4, 2, 0.3
# No characters: halves of pairs, and what PDFium puts for hyphens at the end of lines.
_NO_CHARACTERS = frozenset(range(0xD800, 0xE000)) | {0xFFFE, 0xFFFF, 0x02}
_LEFT = 90
_DIGITS = regex(r"\d+|[一二三四五六七八九十〇]+(?=页)")
_NUMBER = regex(r"[-—–·•\s第]*\d{1,4}[-—–·•\s页]*|\d{1,4}\s*/\s*\d{1,4}|第?\s*\d+\s*页\s*[,，/]?\s*共\s*\d+\s*页")


def extract_pdf(data: bytes, source: str) -> Content:
    """The text of a PDF.

    Raises InputError where it is damaged, encrypted, longer than a report can be, or without a text layer that holds
    Chinese text; `source` is what the message calls it.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                f"{source}: this PDF document is encrypted", "Save it without a password (print it to a new PDF)."
            ) from error
        raise InputError(
            f"{source}: this PDF document is damaged ({error})", "Get the file again, or print it to a new PDF."
        ) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise InputError(
                f"{source}: this PDF document has {count} pages, the most that is read is {MAX_PAGES}",
                "Split it into one file a report.",
            )
        pages = [find_lines(_glyphs(document, number)) for number in range(count)]
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"{source}: this PDF document is damaged ({error})", "Get the file again, or print it to a new PDF."
        ) from error
    finally:
        document.close()
    _check_text(pages, source)
    read = (find_grids(lines, number) for number, lines in enumerate(_without_printed(pages), 1))
    return assemble(chain.from_iterable(read), source)


def _glyphs(document: Any, number: int) -> list[Glyph]:
    """The characters of a page that are seen; those that lie across the others, as a watermark does, are left out."""
    page = document[number]
    text = page.get_textpage()
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: dict[int, list[Glyph]] = {}
    spaced = False
    for index in range(min(text.count_chars(), MAX_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or code in _NO_CHARACTERS:
            continue
        if chr(code).isspace() or code < ord(" "):
            spaced = True
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box) or not pdfium.FPDFText_GetCharOrigin(
            text, index, x, y
        ):
            continue
        turned = round(math.degrees(pdfium.FPDFText_GetCharAngle(text, index))) % 360
        # A page that lies on its side is read from there.
        if turned == _LEFT:
            left, right, base, size = box.bottom, box.top, -x.value, box.right - box.left
        else:
            left, right, base, size = box.left, box.right, y.value, box.top - box.bottom
        if size > 0:
            found.setdefault(turned, []).append(Glyph(chr(code), left, right, base, size, spaced))
        spaced = False
    text.close()
    page.close()
    return max(found.values(), key=len, default=[])


def _check_text(pages: Sequence[Sequence[Line]], source: str) -> None:
    text = "".join(line.text for lines in pages for line in lines)
    visible, chinese = len(_VISIBLE.findall(text)), len(_HAN.findall(text))
    if visible < _FEW * len(pages):
        raise InputError(f"{source}: this PDF document is scanned: its pages are pictures", _OCR)
    if chinese < _FEW * len(pages) and chinese < _CHINESE * visible:
        raise InputError(
            f"{source}: the text layer of this PDF document holds no Chinese text ({chinese} characters on"
            f" {len(pages)} pages)",
            _OCR,
        )


def _form(line: Line) -> tuple[str, int]:
    """A line without what changes from page to page, and where it stands."""
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.y / _NEAR)


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and the bottom of a page."""
    heights = sorted({line.y for line in lines})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [line for line in lines if line.y in outer]


def _without_printed(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each page without its header, its footer and its number."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(form for lines in edges for form in {_form(line) for line in lines})
    for lines, outer in zip(pages, edges, strict=True):
        ends = {min(line.y for line in lines), max(line.y for line in lines)} if lines else set()
        printed = [
            line
            for line in outer
            if (counts[_form(line)] >= _AGAIN and counts[_form(line)] >= _SHARE * len(pages))
            or (line.y in ends and _NUMBER.fullmatch(line.text.strip()))
        ]
        kept = [line for line in lines if line not in printed]
        # A paragraph goes on over the end of a page, whatever the room that its header leaves.
        yield [structs.replace(kept[0], after_gap=False), *kept[1:]] if kept else []
