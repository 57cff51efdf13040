"""Tables of indicators: what a figure means is what its row, its column and its caption say together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli import analyze
from reportcli.extraction.cells import read_cell
from reportcli.extraction.heads import read_head, read_name
from reportcli.model import Document, Observation
from reportcli.reading.markdown import find_tables
from reportcli.settings import Settings

COMMUNIQUE = "临江县2023年国民经济和社会发展统计公报\n\n一、综合\n\n"
PLAN = "临江县2024年政府工作报告\n\n一、2023年工作回顾\n\n全县地区生产总值增长6.3%。\n\n二、2024年工作安排\n\n"


def observed(above: str, *rows: str) -> list[Observation]:
    """The observations in a table whose rows' cells are parted by bars, under these lines."""
    head, *body = rows
    text = "\n".join([above, f"|{head}|", "|" + "---|" * (head.count("|") + 1), *(f"|{row}|" for row in body), ""])
    tables, locators = find_tables(text, "a.md")
    document = Document(text, tables=tables, locators=locators)
    found = [
        each
        for section in analyze(document, Settings(keywords=0, sentences=0)).sections
        for each in section.observations
    ]
    for each in found:
        assert text[each.start : each.end] == each.quote
    return [each for each in found if each.locator]


def said(found: list[Observation]) -> list[str]:
    """What they say, in short."""
    return [f"{o.indicator} {o.measure} {o.value}{o.unit} {o.period}" for o in found]


def test_the_columns_are_times_and_growth() -> None:
    found = observed(
        COMMUNIQUE + "表1 主要指标",
        "指标|单位|2022年|2023年|比上年增长（%）",
        "地区生产总值|亿元|198.4|212.6|6.3",
        "粮食总产量|万吨|31.0|31.5|-1.6",
    )
    assert said(found) == [
        "地区生产总值 level 198.4亿元 2022",
        "地区生产总值 level 212.6亿元 2023",
        "地区生产总值 growth 6.3% 2023",
        "粮食总产量 level 31.0万吨 2022",
        "粮食总产量 level 31.5万吨 2023",
        "粮食总产量 growth -1.6% 2023",
    ]
    assert {(o.kind, o.region, o.rate) for o in found if o.measure == "growth"} == {("achievement", "临江县", "yoy")}
    assert found[0].canonical == "地区生产总值"


@pytest.mark.parametrize(
    ("above", "rows", "unit"),
    [
        ("", ("指标|2023年", "出口总额|3.2亿元", "进口总额|1亿元"), "亿元"),
        ("", ("指标|2023年", "出口总额（万美元）|3.2", "进口总额（万美元）|1"), "万美元"),
        ("", ("指标|绝对值（亿元）", "出口总额|3.2", "进口总额|1"), "亿元"),
        ("表2 对外贸易\n\n单位：亿元\n", ("指标|2023年", "出口总额|3.2", "进口总额|1"), "亿元"),
        ("表2 对外贸易（单位：亿元）\n", ("指标|2023年", "出口总额|3.2", "进口总额|1"), "亿元"),
        ("单位：万元\n", ("指标|计量单位|2023年（亿元）", "出口总额|美元|3.2", "进口总额|美元|1"), "美元"),
    ],
)
def test_the_unit_is_that_of_the_cell_the_row_the_column_or_the_caption(
    above: str, rows: tuple[str, ...], unit: str
) -> None:
    assert [o.unit for o in observed(COMMUNIQUE + above, *rows)] == [unit, unit]


def test_parts_are_called_after_what_they_are_parts_of() -> None:
    found = observed(
        COMMUNIQUE + "表3 主要指标（单位：亿元）",
        "指标|2023年",
        "地区生产总值|212.6",
        "#第一产业|30.1",
        "出口总额|3.2",
        "其中：一般贸易|3",
        "加工贸易|0.2",
        "固定资产投资|88",
    )
    assert [o.indicator for o in found] == [
        "地区生产总值",
        "第一产业增加值",
        "出口总额",
        "一般贸易出口总额",
        "加工贸易出口总额",
        "固定资产投资",
    ]


def test_things_are_called_after_what_the_caption_measures() -> None:
    found = observed(
        COMMUNIQUE + "表4 2023年主要工业产品产量", "产品名称|单位|数量", "水泥|万吨|126.5", "发电量|亿千瓦时|8.1"
    )
    assert [o.indicator for o in found] == ["水泥产量", "发电量"]


def test_the_rows_are_places() -> None:
    found = observed(
        COMMUNIQUE + "表5 各镇主要指标",
        "镇街|一般公共预算收入（亿元）|同比增长|固定资产投资增长（%）",
        "全县|13.42|8.1%|9.5",
        "柳林镇|1.2|-3.5%|4",
    )
    assert [(o.region, o.indicator, o.measure, str(o.value)) for o in found] == [
        ("临江县", "一般公共预算收入", "level", "13.42"),
        ("临江县", "一般公共预算收入", "growth", "8.1"),
        ("临江县", "固定资产投资", "growth", "9.5"),
        ("柳林镇", "一般公共预算收入", "level", "1.2"),
        ("柳林镇", "一般公共预算收入", "growth", "-3.5"),
        ("柳林镇", "固定资产投资", "growth", "4"),
    ]


def test_a_figure_has_the_code_of_the_place_whose_it_is() -> None:
    above = "云和县2023年国民经济和社会发展统计公报\n\n一、综合\n\n"
    found = observed(above, "镇街|税收收入（亿元）", "全县|13.42", "甲乙丙镇|1.2")
    assert [(o.region, o.region_code) for o in found] == [("云和县", "331125"), ("甲乙丙镇", None)]


def test_the_rows_are_times() -> None:
    found = observed(
        COMMUNIQUE + "表6 2021—2023年地区生产总值", "年份|总量（亿元）|增速（%）", "2021年|190|8", "2022年|198.4|4.2"
    )
    assert said(found) == [
        "地区生产总值 level 190亿元 2021",
        "地区生产总值 growth 8% 2021",
        "地区生产总值 level 198.4亿元 2022",
        "地区生产总值 growth 4.2% 2022",
    ]


def test_goals_stand_beside_results() -> None:
    found = observed(
        PLAN,
        "指标|2023年实绩|2024年预期目标|完成年度目标（%）",
        "地区生产总值增速|6.3%|6.5%左右|98",
        "城镇新增就业（人）|6,230|6,000以上|103.8",
    )
    assert [(o.kind, o.indicator, o.measure, str(o.value), o.bound, o.period) for o in found] == [
        ("achievement", "地区生产总值", "growth", "6.3", "=", "2023"),
        ("goal", "地区生产总值", "growth", "6.5", "~", "2024"),
        ("achievement", "地区生产总值增速", "completion", "98", "=", "2023"),
        ("achievement", "城镇新增就业", "level", "6230", "=", "2023"),
        ("goal", "城镇新增就业", "level", "6000", ">=", "2024"),
        ("achievement", "城镇新增就业", "completion", "103.8", "=", "2023"),
    ]
    assert found[4].quote == "6,000"


def test_the_indicators_of_a_plan_for_five_years() -> None:
    found = observed(
        "临江县“十四五”规划纲要\n\n一、主要目标\n\n",
        "类别|序号|指标|2020年|2025年|年均增长（%）|属性",
        "经济发展|1|地区生产总值（亿元）|180.5|250左右|6.5|预期性",
        "绿色生态|2|森林覆盖率（%）|41.2|≥42|—|约束性",
    )
    assert [(o.kind, o.value, o.bound, o.period, o.rate, o.commitment) for o in found] == [
        ("achievement", found[0].value, "=", "2020", None, None),
        ("goal", found[1].value, "~", "2025", None, "预期性"),
        ("goal", found[2].value, "=", "2021/2025", "average", "预期性"),
        ("achievement", found[3].value, "=", "2020", None, None),
        ("goal", found[4].value, ">=", "2025", None, "约束性"),
    ]


def test_what_is_no_table_of_indicators_gives_nothing() -> None:
    assert not observed(COMMUNIQUE, "单位|联系人|电话", "城关镇|李一|68220011", "柳林镇|王二|68220012")
    assert not observed(COMMUNIQUE, "指标|2023年", "地区生产总值|—", "出口总额|…")


def test_a_table_is_read_once_and_not_as_sentences() -> None:
    found = observed(
        COMMUNIQUE + "表1 2023年主要指标（单位：亿元）", "指标|2023年", "地区生产总值|212.6", "出口总额|3.2"
    )
    assert len(found) == 2
    text = COMMUNIQUE + "|指标|2023年|\n|---|---|\n|税收收入|增长8%|\n|地区生产总值|212.6亿元|\n|出口总额|3亿元|\n"
    tables, locators = find_tables(text, "a.md")
    report = analyze(Document(text, tables=tables, locators=locators))
    assert not [s for section in report.sections for s in section.statements]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12,345.6", ("12345.6", None, "", "=", "12,345.6")),
        (" −3.2% ", ("-3.2", None, "%", "=", "−3.2%")),
        ("+1.5", ("1.5", None, "", "=", "+1.5")),
        ("≥6.5", ("6.5", None, "", ">=", "6.5")),
        ("6.5左右", ("6.5", None, "", "~", "6.5")),
        ("5-6%", ("5", "6", "%", "=", "5-6%")),
        ("1.2亿元以上", ("1.2", None, "亿元", ">=", "1.2亿元")),
        ("〔13.5〕", ("13.5", None, "", "=", "13.5")),
        ("8.1[2]", ("8.1", None, "", "=", "8.1")),
        ("第3位", ("3", None, "位", "=", "3位")),
    ],
)
def test_a_cell_holds_a_figure(text: str, figure: tuple[str, str | None, str, str, str]) -> None:
    found = read_cell(text)
    assert found is not None
    upper = None if found.upper is None else str(found.upper)
    assert (str(found.value), upper, found.unit, found.bound, text[found.start : found.end]) == figure


@pytest.mark.parametrize(
    "text", ["", "—", "-", "…", "3所学校", "0512-68220011", "完成省下达任务", "1.2.3", "2023-05-01"]
)
def test_a_cell_holds_no_figure(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年", ("", None, "", 2022)),
        ("2022", ("", None, "", 2022)),
        ("2023年末（万人）", ("", None, "万人", 2023)),
        ("比上年增长%", ("", "growth", "%", 0)),
        ("同比增长（±%）", ("", "growth", "%", 0)),
        ("出 口 额（亿元）", ("出口额", None, "亿元", 0)),
        ("绝对值", ("", None, "", 0)),
        ("全市排名", ("全市", "rank", "", 0)),
        ("比2020年增长（%）", ("", "growth", "%", 0)),
    ],
)
def test_what_a_head_says(text: str, expected: tuple[str, str | None, str, int]) -> None:
    head = read_head(text, 2024, 2023)
    assert (head.name, head.measure, head.unit, head.frame.year) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、食品烟酒", "食品烟酒"),
        ("  #第一产业", "第一产业"),
        ("其中：住户存款[3]", "住户存款"),
        ("1.水 泥", "水泥"),
        ("化肥（折纯）", "化肥（折纯）"),
    ],
)
def test_the_name_of_a_row_is_without_its_marks(text: str, name: str) -> None:
    assert read_name(text).text == name


CELL = st.sampled_from(
    [
        "",
        "指标",
        "2023年",
        "增长（%）",
        "8.1",
        "-3",
        "地区生产总值（亿元）",
        "柳林镇",
        "其中：",
        "合计",
        "≥5%",
        "单位",
        "亿元",
    ]
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=2, max_size=6))
def test_any_table_is_read(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    observed(COMMUNIQUE, *("|".join(row + [""] * (width - len(row))) for row in rows))
