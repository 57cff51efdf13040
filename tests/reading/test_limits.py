"""What is larger than a report can be is told, whatever it says of itself; where a folder's links lead stays out."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from made_documents import REPORT, make_pdf

from reportcli.errors import InputError
from reportcli.reading import documents, docx, find_sources, html, pdf, read
from reportcli.reading.blocks import MAX_CELLS
from reportcli.reading.numbering import Numbering

_OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_CLOSE = "</w:body></w:document>"
_CELL = "<w:tc><w:p><w:r><w:t>1.5</w:t></w:r></w:p></w:tc>"


def pack(body: str, before: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", before + _OPEN + body + _CLOSE)
    return packed.getvalue()


def test_a_file_may_be_so_large_and_no_larger(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "MAX_BYTES", 2 * 1024**2)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2 * 1024**2)
    read(path)
    path.write_bytes(b"a" * (2 * 1024**2 + 1))
    with pytest.raises(InputError, match="larger than 2 MB, the most that is read"):
        read(path)


@pytest.mark.parametrize("is_lie", [False, True])
def test_a_word_document_expands_so_far_and_no_further(monkeypatch, is_lie):
    monkeypatch.setattr(docx, "MAX_EXPANDED", 2 * 1024**2)
    size = 64 * 1024**2
    data = bytearray(pack(" " * size))
    if is_lie:  # what the archive says of the part's size, at its beginning and in its list
        told = struct.pack("<L", len(_OPEN) + size + len(_CLOSE))
        assert data.count(told) == 2
        data = data.replace(told, struct.pack("<L", 1000))
    tracemalloc.start()
    with pytest.raises(InputError, match=r"expands to more than 2 MB|is damaged"):
        docx.extract_docx(bytes(data), "a.docx")
    assert tracemalloc.get_traced_memory()[1] < size / 4
    tracemalloc.stop()


def test_numbers_of_a_word_document_that_are_none_are_passed_over():
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{"9" * 5000}"/></w:trPr>{_CELL}</w:tr>'
    span = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>'
    wide = f"<w:tr>{_CELL.replace('<w:tc>', span)}</w:tr>"
    content = docx.extract_docx(pack(f"<w:tbl>{(row + wide) * 3}</w:tbl><w:p/>"), "a.docx")
    assert "1.5" in content.text


@pytest.mark.parametrize("value", ["9" * 5000, "²", "-1", ""])
def test_numbers_of_lists_that_are_none_are_passed_over(value):
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    levels = (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        for ilvl, start in (("0", value), (value, "1"))
    )
    lists = f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbering = Numbering.read(etree.fromstring(f"<w:numbering {name}>{lists}</w:numbering>"), None)
    pointer = f'<w:pPr><w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    assert numbering.label(etree.fromstring(f"<w:p {name}>{pointer}</w:p>")) == "1."


def test_a_document_of_more_cells_than_a_report_has_is_told():
    row = f"<w:tr>{_CELL * 50}</w:tr>"
    with pytest.raises(InputError, match=f"more than {MAX_CELLS} cells"):
        docx.extract_docx(pack(f"<w:tbl>{row * (MAX_CELLS // 50 + 1)}</w:tbl>"), "a.docx")
    page = f"<table>{('<tr>' + '<td>1.5</td>' * 50 + '</tr>') * (MAX_CELLS // 50 + 1)}</table>"
    with pytest.raises(InputError, match=f"more than {MAX_CELLS} cells"):
        html.extract_html(page, "a.html")


def test_a_pdf_of_more_pages_than_a_report_has_is_told(monkeypatch):
    data = make_pdf(REPORT * 12)
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(InputError, match="pages, the most that is read is 1"):
        pdf.extract_pdf(data, "a.pdf")


ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def test_entities_of_a_word_document_expand_to_nothing(tmp_path):
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    outer = f'<!DOCTYPE a [<!ENTITY i SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    report = "<w:p><w:r><w:t>收入&i;增长5%</w:t></w:r>&i;</w:p>"
    assert docx.extract_docx(pack(report, outer), "a.docx").text.startswith("收入")
    assert "秘密" not in docx.extract_docx(pack(report, outer), "a.docx").text
    with pytest.raises(InputError, match="is damaged"):
        docx.extract_docx(pack(report, ENTITIES), "a.docx")


def test_links_in_a_folder_are_not_followed_out_of_it(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside / "sub", outside / "deep"):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("目标", encoding="utf-8")
    (inside / "file.txt").symlink_to(outside / "deep" / "a.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "own.txt").symlink_to(inside / "sub" / "a.txt")
    (inside / "beside.txt").symlink_to(tmp_path / "in-beside.txt")  # only begins as the folder does
    (tmp_path / "in-beside.txt").write_text("目标", encoding="utf-8")

    def names(argument: str) -> tuple[list[str], list[str]]:
        found, skipped = find_sources([str(tmp_path / argument)])
        return (
            sorted({os.path.realpath(path).replace(f"{tmp_path}/", "") for path in found}),
            sorted(str(Path(each.source).relative_to(tmp_path)) for each in skipped),
        )

    assert names("in") == (["in/sub/a.txt"], ["in/beside.txt", "in/file.txt"])
    assert names("in/**") == (["in/sub/a.txt"], ["in/beside.txt", "in/file.txt", "in/folder/deep/a.txt"])
    # What is named is read, wherever it leads.
    assert names("in/file.txt") == (["out/deep/a.txt"], [])
    assert names("in/folder") == (["out/deep/a.txt"], [])
