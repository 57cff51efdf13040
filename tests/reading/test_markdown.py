"""Markdown: the text stays as it is; its marks are read as nothing, its tables as tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import REPORT, TABLE, figures

from reportcli.model import Document
from reportcli.reading import read
from reportcli.reading.markdown import find_markup, find_tables


def without_markup(text: str) -> str:
    spans = find_markup(text)
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("## 一、综合 ##", "一、综合"),
        ("**新增就业**3万人", "新增就业3万人"),
        ("见[附件](a.html)。", "见附件。"),
        ("![图](a.png)税收", "税收"),
        ("- 甲\n* 乙\n1. 丙", "甲\n乙\n1. 丙"),
        ("> 引", "引"),
        ("---\ntitle: 甲\n---\n乙", "乙"),
        ("3*4 = 12，-3.2%，1#机组", "3*4 = 12，-3.2%，1#机组"),
        ("甲<br>乙<!-- 丙 -->", "甲乙"),
        ("`GDP` \\# \\*", "GDP # *"),
    ],
)
def test_marks_are_read_as_nothing(text: str, left: str) -> None:
    assert without_markup(text) == left


def test_a_report_in_markdown_says_what_its_text_says(tmp_path: Path) -> None:
    lines = [f"## {text}" if text.startswith(("一", "二")) else text for text in REPORT]
    text = f"# {lines[0]}\n\n" + "\n\n".join(lines[1:]).replace("地区生产总值", "**地区生产总值**") + "\n"
    path = tmp_path / "报告.md"
    path.write_text(text, encoding="utf-8")
    assert read(path).text == text
    assert figures(read(path)) == figures("\n".join(REPORT))


def test_the_cells_of_a_table_point_into_the_text() -> None:
    rows = [" | ".join(row) for row in TABLE]
    text = "\n".join(
        ["表1 主要指标", "", f"| {rows[0]} |", "|---|:-:|--:|", *(f"| {row} |" for row in rows[1:]), "", "后文"]
    )
    (table,), locators = find_tables(text, "a.md")
    assert [text[cell.start : cell.end] for cell in table.cells] == [cell for row in TABLE for cell in row]
    assert text[table.start : table.end].startswith("表1 主要指标\n\n| 指标")
    assert [locator.name for locator in locators][-2:] == ["table 1 row 4 column 3", ""]
    document = Document(text, tables=(table,), locators=locators)
    assert [(f[2], str(f[4])) for f in figures(document)][-1] == ("进出口总额", "-3.2")


def test_rows_without_outer_bars_and_with_escaped_ones_are_rows() -> None:
    text = "指标 | 2023年\n--- | ---\n**收入** (a\\|b) | **8.1**\n支出 | 9\n"
    (table,), _ = find_tables(text, "a.md")
    assert [text[cell.start : cell.end] for cell in table.cells] == [
        "指标",
        "2023年",
        "收入** (a\\|b)",
        "8.1",
        "支出",
        "9",
    ]


@given(st.text(st.sampled_from("|-: \n*#[]()!<>\\`1亿元增长"), max_size=200))
def test_any_text_has_marks_and_tables_within_it(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in find_markup(text))
    for table in find_tables(text, "a")[0]:
        for cell in table.cells:
            assert table.start <= cell.start <= cell.end <= table.end
