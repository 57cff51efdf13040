"""What holds for all sentences of a section: its year, its place, the time that its title tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reportcli.extraction.cues import Cues, cues
from reportcli.extraction.owners import Owners, Region, owners_in
from reportcli.extraction.periods import OPEN, UNKNOWN_YEAR, Frame, advance, find_times, last_month, months_to
from reportcli.model import Outline, Role, Section, Sentence
from reportcli.patterns import regex

# One kind of punctuation, and words for what arrows say; character by character, so that each keeps its place.
PUNCTUATION = str.maketrans(",;:()!?↑↓⬆⬇", "，；：（）！？增降增降")

# What zones call themselves.
_ZONES = {
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术开发区": "高新区",
}
_PLACE_SUFFIX = regex(r"(?:自治区|自治州|自治县|街道|新区|[省市区县镇乡旗])$")


# “十五”期间和2005年 · 过去五年和去年
_YEAR_TOO = regex(r"(?:五年|期间|时期|[”\"])[^，。]{0,8}[和及与、](?:\d{4}年|去年|上年)")


class Part(Struct, frozen=True):
    """What holds for all sentences of a section.

    `present` is the year that 今年 means, `elapsed` how many months of `year` the report looks back on, `over` how many
    were over. `frame` is the time that its title tells, `places` the names by which its place may stand before an
    indicator, `owners` the places inside it that its sentences name. `year_too` is whether the title names the last
    year of its span beside that.
    """

    year: int
    present: int
    role: Role
    region: Region
    places: tuple[str, ...]
    frame: Frame
    elapsed: int
    over: int
    cues: Cues
    owners: Owners | None
    year_too: bool = False


def part_of(outline: Outline, section: Section, sentences: Sequence[Sentence], above: Frame, *, year_too: bool) -> Part:
    """What holds for a section of these sentences; `above` is the time that the heading over it tells."""
    year = outline.year or UNKNOWN_YEAR
    region = (
        Region(section.region, section.region_code) if section.region else Region(outline.place, outline.place_code)
    )
    return Part(
        year,
        year - _is_written_the_year_before(section, sentences, year),
        section.role,
        region,
        _place_forms(section.region, outline.place),
        _frame_of_title(section.title, year) or (above if section.level > 1 else _frame_of_report(outline, section)),
        outline.elapsed,
        outline.over,
        cues(),
        owners_in([sentence.text for sentence in sentences], region),
        year_too,
    )


def names_year_too(title: str) -> bool:
    """Whether a title names a span of years and the last of them too: “十五”期间和2005年工作回顾."""
    return _YEAR_TOO.search(title) is not None


def names_year_after_span(title: str, year: int) -> bool:
    """Whether a title names a span of years and after it the report's own: “十三五”目标和2016年重点工作."""
    times = [time for time in find_times(title, year) if not time.base]
    return len(times) > 1 and times[0].kind == "span" and times[-1].kind == "year" and times[-1].first == year


def _frame_of_report(outline: Outline, section: Section) -> Frame:
    """The time that a part of a report on a part of a year is about where it names none."""
    looks_back = 0 < outline.elapsed < last_month("Q4") and section.role != "plan"
    return Frame(part=months_to(outline.elapsed)) if looks_back else OPEN


def _is_written_the_year_before(section: Section, sentences: Sequence[Sentence], year: int) -> bool:
    """Whether a part was written before the year before `year` was over, and calls that 今年, or `year` 明年."""
    if section.role not in {"review", "plan"} or str(year - (section.role == "review")) not in (section.title or ""):
        return False
    near, far = ("今年", "去年") if section.role == "review" else ("明年", "今年")
    return any(near in s.text for s in sentences) and not any(far in s.text and near not in s.text for s in sentences)


def _frame_of_title(title: str | None, year: int) -> Frame | None:
    """The time that a section is about by its title; None where the title names none.

    A span of years holds where it is named first (过去五年和2024年工作回顾, “十五五”目标和2026年工作).
    """
    found = [t for t in find_times(title or "", year) if not t.base]
    times = [t for t in found if t.kind in {"span", "year"}]
    part = next((t for t in found if t.kind == "part"), None)
    if part is not None and len(times) <= 1 and "，" not in (title or ""):
        return advance(OPEN, part, times[0].first if times else year, year)  # 上半年经济运行情况
    if not times:
        return None
    return Frame(span=(times[0].first, times[0].last)) if times[0].kind == "span" else OPEN


def _place_forms(*places: str | None) -> tuple[str, ...]:
    """The names by which the reporting place may stand before an indicator, the longest first."""
    forms: set[str] = set()
    for place in places:
        if place:
            plain = re.sub(r"[（(].*", "", place)
            short = _PLACE_SUFFIX.sub("", plain)
            zone = next((name for kind, name in _ZONES.items() if plain.endswith(kind)), "")
            forms |= (
                ({zone} if zone else set())
                | {place.translate(PUNCTUATION), plain}
                | ({short} if len(short) > 1 else set())
            )
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
