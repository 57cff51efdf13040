"""PDF documents: made by the tests, read as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_documents import REPORT, TABLE, figures, make_latin_pdf, make_pdf, make_scan

from reportcli.errors import InputError
from reportcli.reading import pdf, read


def read_pdf(tmp_path: Path, data: bytes):
    path = tmp_path / "报告.pdf"
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_pdf_says_what_its_text_says(tmp_path: Path, columns: int) -> None:
    expected = figures("\n".join(REPORT))
    assert len(expected) > 30
    assert figures(read_pdf(tmp_path, make_pdf(columns=columns))) == expected


def test_the_header_and_the_number_of_pages_are_left_out(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, make_pdf(columns=2, paragraphs=REPORT * 2))
    assert document.text.count("会议文件") == 0
    assert "— 1 —" not in document.text
    assert document.text.splitlines()[0].strip() == REPORT[0]


def test_a_locator_names_the_page(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, make_pdf(columns=1, paragraphs=REPORT * 2))
    pages = [(locator.start, locator.name) for locator in document.locators]
    assert [name for _, name in pages] == [f"page {number}" for number in range(1, len(pages) + 1)]
    assert pages[0] == (0, "page 1")
    assert len(pages) > 1


def test_lines_that_stand_in_columns_of_figures_are_a_table(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, make_pdf(REPORT[:4], table=TABLE))
    (table,) = document.tables
    assert [document.text[cell.start : cell.end] for cell in table.cells] == [text for row in TABLE for text in row]
    assert ("进出口总额", "growth", "-3.2") in [(f[2], f[3], str(f[4])) for f in figures(document)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make_scan(), "scanned"),
        (make_latin_pdf(), "no Chinese text"),
        (make_pdf(password="secret"), "encrypted"),
        (make_pdf()[:200], "damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj" * 100, "damaged"),
    ],
)
def test_what_has_no_text_is_told_in_two_lines(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        read_pdf(tmp_path, data)
    assert "\n" not in error.value.problem
    assert error.value.remedy


def test_too_many_pages_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(InputError, match="pages, the most that is read is 1"):
        read_pdf(tmp_path, make_pdf(REPORT * 3))
