"""Damaged documents: whatever happened to their bytes, there is a text or a reason why there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import REPORT, TABLE, make_docx, make_pdf

from reportcli.errors import InputError
from reportcli.reading.blocks import Content
from reportcli.reading.docx import extract_docx
from reportcli.reading.pdf import extract_pdf

DOCX = make_docx(REPORT[:6], table=TABLE)
PDF = make_pdf(REPORT[:6], columns=2, table=TABLE)
CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20)


def damaged(data: bytes, changes: list[tuple[int, int]], keep: float) -> bytes:
    changed = bytearray(data)
    for at, byte in changes:
        changed[at % len(changed)] = byte
    return bytes(changed[: int(len(changed) * keep)])


@pytest.mark.parametrize(("extract", "data"), [(extract_docx, DOCX), (extract_pdf, PDF)])
@given(changes=CHANGES, keep=st.sampled_from([1.0, 1.0, 0.9, 0.3]))
def test_a_damaged_document_is_text_or_an_error(
    extract, data: bytes, changes: list[tuple[int, int]], keep: float
) -> None:
    try:
        content: Content = extract(damaged(data, changes, keep), "a")
    except InputError:
        return
    assert all(0 <= cell.start <= cell.end <= len(content.text) for table in content.tables for cell in table.cells)
    assert [locator.start for locator in content.locators] == sorted(locator.start for locator in content.locators)
