"""Expressions of time, what they do to the time in force, and the period that comes of it; all of a report of 2024."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.extraction.periods import (
    OPEN,
    Frame,
    Time,
    advance,
    find_times,
    is_known,
    last_month,
    period_of,
    years,
)
from reportcli.model import Period

YEAR = 2024


def written(text: str) -> list[str]:
    """The times of `text`, each as its words, its kind and what it names."""
    return [_write(text, time) for time in find_times(text, YEAR)]


def _write(text: str, time: Time) -> str:
    value = (
        time.part if time.kind == "part" else f"{time.first}/{time.last}" if time.kind == "span" else time.last or ""
    )
    marks = [name for name in ("base", "until", "lasting") if getattr(time, name)]
    return " ".join([text[time.start : time.end], time.kind, *([str(value)] if value else []), *marks])


TIMES = {
    "2023年，地区生产总值": ["2023年 year 2023"],
    "二〇〇五年财政收入": ["二〇〇五年 year 2005"],
    "二○一二年": ["二○一二年 year 2012"],
    "去年完成5亿元，今年力争6亿元": ["去年 year 2023", "今年 year 2024"],
    "上年结转": ["上年 year 2023"],
    "前年": ["前年 year 2022"],
    "明年开工": ["明年 year 2025"],
    "过去一年": ["过去一年 year 2023"],
    "一年来": ["一年来 year 2023"],
    "新的一年": ["新的一年 year 2024"],
    "五年来，": ["五年来 span 2019/2023"],
    "过去五年": ["过去五年 span 2019/2023"],
    "本届政府任期内": ["本届政府任期内 span 2019/2023"],
    "近三年": ["近三年 span 2021/2023"],
    "过去的5年": ["过去的5年 span 2019/2023"],
    "未来五年": ["未来五年 span 2024/2028"],
    "今后三年": ["今后三年 span 2024/2026"],
    "三年内建成": ["三年内 span 2024/2026"],
    "“十三五”期间": ["“十三五”期间 span 2016/2020"],
    "“十四五”末": ["“十四五”末 year 2025 until"],
    "“十二五”规划": ["“十二五”规划 span 2011/2015"],
    "“十五”期间": ["“十五”期间 span 2001/2005"],
    "到2027年，": ["2027年 year 2027 until"],
    "至2025年底": ["2025年 year 2025 until"],
    "上半年": ["上半年 part S1"],
    "下半年": ["下半年 part S2"],
    "前三季度": ["前三季度 part 01/09"],
    "一季度": ["一季度 part Q1"],
    "第三季度": ["第三季度 part Q3"],
    "首季度": ["首季度 part Q1"],
    "前两季度": [],
    "前11个月": ["前11个月 part 01/11"],
    "头两个月": ["头两个月 part 01/02"],
    "前三个月": ["前三个月 part Q1"],
    "前6个月": ["前6个月 part S1"],
    "2018年以来，": ["2018年 span 2018/2023"],
    "2021至2023年": ["2021至2023年 span 2021/2023"],
    "1—9月": ["1—9月 part 01/09"],
    "1-6月份": ["1-6月份 part S1"],
    "1至11月": ["1至11月 part 01/11"],
    "7—12月": ["7—12月 part S2"],
    "12月，": ["12月 part 12"],
    "12月份": ["12月份 part 12"],
    "5月当月": ["5月当月 part 05"],
    "连续三年": ["连续三年 streak 3"],
    "连续12年": ["连续12年 streak 12"],
    "全年完成": ["全年 whole"],
    "年底前全部竣工": ["年底前 whole"],
    "当年": ["当年 whole"],
}

BASES = {
    "比2018年增长": ["2018年 year 2018 base"],
    "较上年提高": ["上年 year 2023 base"],
    "从2011年的86家": ["2011年 year 2011 base"],
    "由上年的18.2": ["上年 year 2023 base"],
    "2022年同期": ["2022年 year 2022 base"],
    "在去年的基础上": ["去年 year 2023 base"],
    "与2010年相比，": ["2010年 year 2010 base lasting"],
    "比“十二五”末": ["“十二五”末 year 2015 base until"],
    "是2011年的2.1倍": ["2011年 year 2011 base"],
}

NO_TIMES = [
    "3月18日上午",
    "“十四五”开局之年",
    "“十三五”规划收官之年",
    "前12个月",
    "5月中旬",
    "13月",
    "0月",
    "十五个项目",
    "第三十五条",
    "15年期贷款",
    "12月5日",
    "9—3月",
    "",
    "年",
]


@pytest.mark.parametrize(("text", "expected"), (TIMES | BASES).items(), ids=lambda v: v if isinstance(v, str) else "")
def test_times(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_of_a_figure(text: str) -> None:
    assert written(text) == []


def read(text: str, default: int = YEAR - 1) -> str:
    """The period of a figure at the end of `text` in a review; `default` is the year where none is named."""
    frame = OPEN
    for time in find_times(text, YEAR):
        frame = advance(frame, time, default, YEAR)
    return str(period_of(frame, default))


PERIODS = {
    "": "2023",
    "2022年": "2022",
    "去年上半年": "2023-S1",
    "2022年，一季度": "2022-Q1",
    "一季度": "2023-Q1",
    "1—9月": "2023-01/2023-09",
    "去年1—9月": "2023-01/2023-09",
    "前三季度，12月": "2023-12",
    "五年来，": "2019/2023",
    "五年来，2022年": "2022",
    "2022年，比2018年": "2022",
    "2022年连续三年": "2022",
    "“十三五”期间，全年": "2020",
    "2022年上半年，全年": "2022",
    "1—12月": "2023",
    "五年增长": "2019/2023",
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_the_period_in_force_after_a_text(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_number_of_years_looks_ahead_in_a_plan_and_back_in_a_review() -> None:
    [time] = find_times("五年累计", YEAR)
    assert advance(OPEN, time, YEAR, YEAR).span == (2024, 2028)
    assert advance(OPEN, time, YEAR - 1, YEAR).span == (2019, 2023)


def test_a_span_in_force_is_not_replaced_by_a_number_of_years() -> None:
    [time] = find_times("五年累计", YEAR)
    frame = Frame(span=(2016, 2020))
    assert advance(frame, time, YEAR, YEAR) == frame


@pytest.mark.parametrize(("part", "month"), [("S1", 6), ("S2", 12), ("Q1", 3), ("Q4", 12), ("05", 5), ("01/11", 11)])
def test_the_last_month_of_a_part_of_a_year(part: str, month: int) -> None:
    assert last_month(part) == month


def test_the_whole_of_a_year_ends_a_milestone_further_off() -> None:
    milestone, whole = find_times("到2030年，产值达到50亿元；全年新建3座", YEAR)
    frame = advance(OPEN, milestone, YEAR, YEAR)
    assert period_of(frame, YEAR) == Period("2030", "2030")
    assert advance(frame, whole, YEAR, YEAR) == OPEN


def test_periods_of_reports_without_a_year_are_not_known() -> None:
    assert is_known(Period("2024", "2024"))
    assert is_known(years(1978, 2035))
    assert not is_known(period_of(OPEN, 9000))


@given(st.text("12290〇一二三五十月年日季度上半前来“”末比从到去今全底—至连续过", max_size=25), st.integers(1980, 2040))
def test_any_text_gives_times_at_their_places_and_a_period(text: str, year: int) -> None:
    place, frame = 0, OPEN
    for time in find_times(text, year):
        assert place <= time.start < time.end <= len(text)
        place, frame = time.end, advance(frame, time, year, year)
    period = period_of(frame, year)
    assert period.first <= period.last
