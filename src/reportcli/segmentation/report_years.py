"""The year that a report plans for, told by its title, its headings, its day, its text or its file's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportcli.model import Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.dates import find_years, year_of, years_in
from reportcli.segmentation.headings import LONGEST_LINE, Heading
from reportcli.segmentation.roles import role_of_title

# How many paragraphs can say what kind of report it is, and how long one with a date or a salutation is.
TOP = 25
LONGEST_HEADER = 200
REPORT = regex(r"工\s*作\s*报\s*告")
# A part of the year that a report looks back on, and its months.
PARTS_OF_YEAR = {
    **dict.fromkeys(("半年报", "上半年", "时间过半", "双过半", "半年"), 6),
    **dict.fromkeys(("前三季度", "三季报", "前三季"), 9),
    **dict.fromkeys(("一季度", "首季"), 3),
}
PART_OF_YEAR = regex("|".join(PARTS_OF_YEAR) + r"|(?<!\d)1月?[-—–至到](?P<months>[2-9]|1[01])月")


# After the end of October a report speaks for the year to come.
_TERM = regex("过去(?:的)?[三四五]年|[三四五]年来|[三四五]年(?:来的?)?工作回顾|[上本]届政府")
_LATE = 11
# What stands after a year that is planned for: 2024年将…, 2025年目标, 2020年是决胜之年.
_AHEAD = regex(
    r"(?:度|全[县市区省镇]|工作|主要|经济社会|发展|重点|总体|预期)*(?:安排|任务|目标|计划|打算|思路|要求|展望)"
    r"|[,，]?[^。；]{0,16}?(?:将|力争|计划|提出|冲刺|(?:确定|提出)的[^，。；]{0,10}目标)|(?:开局|开年|新春|开工|是.{0,20}之年)"
)
# What stands before a year further off: 到2028年; and behind one: 2035年远景目标.
_FAR = tuple("到至比较自从—-")
_FAR_AIM = ("远景", "以来")
# A meeting on the work of a year stands at its beginning: 召开2024年高质量发展大会. 2023年总结大会 looks back.
_MEETING_OF_YEAR = regex(
    r"度?(?:(?!总结|回顾|表彰)[^，,。；！？\s\d月]){0,16}?(?:大会|会议|两会|第一会|[署动员进谈流度师态析]会(?!议))"
)
_DAY_AFTER = regex(r"\d{1,2}月\d{1,2}日")
_BARE_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of_results(title: str | None, paragraphs: Sequence[Paragraph]) -> int | None:
    """The year that a retrospect is about: that in its title (2008镇政府工作总结), else the most named."""
    if match := _BARE_YEAR.search(title or ""):
        return int(match.group())
    said, _ = _count_years(paragraphs)
    return max(said, key=lambda year: (said[year], year), default=None)


def year_planned_for(
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    title: str | None,
    day: date | None,
    told: int | None,
    named: int | None,
) -> int | None:
    """The year that the report's plan is for; without a plan, that of its results or in which it was given.

    `told` is the year that its header tells, `named` that of its file's name.
    """
    titles = [heading.title for heading in headings if heading.level == 1]
    planned = [max(years) for t in titles if role_of_title(t) == "plan" and (years := _near_years(t))]
    reviewed = [_after_results(year, t) for t in titles if role_of_title(t) == "review" for year in _near_years(t)]
    if planned or reviewed:
        return min(planned) if planned else max(reviewed)
    said, ahead = _count_years(paragraphs)
    if day is not None and said and not _tells_of(paragraphs, day.year):
        day = None  # a page put up again years later
    if day is not None and day.month < _LATE:
        return day.year
    if day is not None:
        return day.year + 1 if ahead[day.year + 1] or told == day.year + 1 else day.year
    if told is not None:
        return told
    if title and REPORT.search(title) and (years := years_in(title)):
        return max(years)
    if not said:
        return named
    pairs = {year for year in said if year - 1 in said}
    best = max(said, key=lambda year: (said[year] + 2 * ahead[year], year))
    if best > max(pairs, default=best) + 1 and best - 1 not in said:
        # 2010年…，2011年…，2015年冲刺280亿元: the aim of a plan of years
        best = max(pairs, key=lambda year: (said[year] + 2 * ahead[year], year))
    if title and best in years_in(title) and role_of_title(title) is None:
        return best  # 云岭乡2016年…
    # Only results have a year, the plan is 今年's or that of a new term; or the file's name tells which of two it is.
    begins = best - 1 not in said and any("今年" in paragraph.text for paragraph in paragraphs)
    partly = any(PART_OF_YEAR.match(p.text, m.end()) for p in paragraphs for m in find_years(p.text))  # 2016年半年
    is_next = (
        not (ahead or partly) and (begins or any(_TERM.search(t) for t in titles)) and not _only_dated(paragraphs, best)
    )
    if named in (best, best + 1):
        return named
    return best + 1 if is_next else best


def year_told(header: Sequence[Paragraph]) -> int | None:
    """The year that the lines of a header plan for: that of a meeting on its work, the one after that of results.

    召开2024年高质量发展大会 and 2023年成绩单 both tell 2024; the introduction tells the year of a meeting only.
    """
    for text in (paragraph.text for paragraph in header[:TOP] if len(paragraph.text) <= LONGEST_HEADER):
        years = _near_years(text)
        if any(_MEETING_OF_YEAR.match(text, match.end()) for match in find_years(text)):
            return max(years, default=None)
        role = role_of_title(text) if years and len(text) <= LONGEST_LINE and "。" not in text else None
        if role in ("review", "plan", "mixed"):
            # 2023年成绩单 has one year; 2022年成效与2023年打算 has both.
            looks_back = role == "review" and len(set(years)) == 1
            return _after_results(years[0], text) if looks_back else max(years)
    return None


def _after_results(year: int, line: str) -> int:
    """The year that a report plans for whose `line` tells results of `year`: the same after a part of it."""
    return year if PART_OF_YEAR.search(line) else year + 1


def year_of_communique(paragraphs: Sequence[Paragraph], title: str | None, day: date | None) -> int | None:
    """The year in which a communiqué appears: that after the year of its results."""
    results = years_in(title) if title else []
    if not results and day is not None:
        return day.year
    said, _ = _count_years(paragraphs)
    year = max(results) if results else max(said, key=lambda year: (said[year], year), default=None)
    return year + 1 if year is not None else None


def _near_years(text: str) -> list[int]:
    """The years named in `text` that are not far off: not that of 到2028年."""
    return [year_of(match) for match in find_years(text) if not _is_far(match)]


def _is_far(year: re.Match[str]) -> bool:
    return year.string[max(0, year.start() - 1) : year.start()] in _FAR or year.string.startswith(_FAR_AIM, year.end())


def _tells_of(paragraphs: Sequence[Paragraph], year: int) -> bool:
    """Whether a text names a year near `year`, however: else it was put up again years later."""
    return any(abs(named - year) <= 1 for paragraph in paragraphs for named in years_in(paragraph.text))


def _only_dated(paragraphs: Sequence[Paragraph], year: int) -> bool:
    """Whether a text names `year` only in days that it tells of (2015年4月27日): it is written in it."""
    named = [(p.text, m) for p in paragraphs for m in find_years(p.text) if year_of(m) == year]
    return all(_DAY_AFTER.match(text, match.end()) for text, match in named)


def _count_years(paragraphs: Sequence[Paragraph]) -> tuple[Counter[int], Counter[int]]:
    """How often each year is named as a near one, and how often as one that is planned for."""
    said, ahead = Counter[int](), Counter[int]()
    for paragraph in paragraphs:
        for match in find_years(paragraph.text):
            said[year_of(match)] += not _is_far(match)
            ahead[year_of(match)] += _AHEAD.match(paragraph.text, match.end()) is not None
    return +said, +ahead
