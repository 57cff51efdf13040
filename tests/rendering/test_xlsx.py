from decimal import Decimal

import pytest
from openpyxl import load_workbook

from reportcli.rendering.xlsx import MOST_CHARACTERS, Sheet, write_workbook

COLUMNS = ("source", "value", "headline", "sentence")
HEADINGS = ("来源", "数值", "主要目标", "句子")
ROW = ("a.txt", Decimal("1.32"), True, "完成1.32亿元。")


def sheets_of(path):
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in load_workbook(path).worksheets}


def write(path, *rows, **options):
    write_workbook(path, [Sheet("数据", COLUMNS, HEADINGS, iter(rows))], **options)
    return sheets_of(path)


def test_numbers_are_numbers_and_headings_stay_in_sight(tmp_path):
    path = tmp_path / "a.xlsx"
    rows = write(path, ROW, ("b.txt", None, False, None))["数据"]
    assert rows == [HEADINGS, ("a.txt", 1.32, True, "完成1.32亿元。"), ("b.txt", None, False, None)]
    sheet = load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "b", "s"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(1)", "http://a.b/c", "1.5"])
def test_text_is_text_whatever_it_begins_with(tmp_path, text):
    path = tmp_path / "a.xlsx"
    write(path, (text, None, None, text))
    cells = [cell for cell in load_workbook(path).worksheets[0][2] if cell.value is not None]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None)] * 2


def test_what_excel_cannot_hold_is_cut_or_goes_on_in_a_next_sheet(tmp_path):
    assert len(write(tmp_path / "a.xlsx", ("字" * 40_000, None, None, None))["数据"][1][0]) == MOST_CHARACTERS
    rows = [(f"{number}.txt", number, None, None) for number in range(7)]
    sheets = write(tmp_path / "b.xlsx", *rows, most_rows=4)
    assert [*sheets] == ["数据", "数据 2", "数据 3"]
    assert [row for sheet in sheets.values() for row in sheet[1:]] == rows
    assert all(sheet[0] == HEADINGS for sheet in sheets.values())


def test_control_characters_make_no_broken_workbook(tmp_path):
    assert write(tmp_path / "a.xlsx", ("a\x00b\x1bc", None, None, "一\n二"))["数据"][1] == ("a b c", None, None, "一二")


def test_a_sheet_without_rows_has_its_headings(tmp_path):
    assert write(tmp_path / "a.xlsx")["数据"] == [HEADINGS]
