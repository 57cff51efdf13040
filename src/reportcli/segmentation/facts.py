"""The facts of a report's header: what kind of report it is, its title, its year, when it was given or published."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from reportcli.lexicon import compiled
from reportcli.model import DocType, Document, Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.dates import find_day, years_in
from reportcli.segmentation.headings import LONGEST_LINE, Heading
from reportcli.segmentation.report_years import (
    LONGEST_HEADER,
    PART_OF_YEAR,
    PARTS_OF_YEAR,
    REPORT,
    TOP,
    year_of_communique,
    year_of_results,
    year_planned_for,
    year_told,
)
from reportcli.segmentation.roles import only_looks_back, role_of_title
from reportcli.segmentation.vocabulary import any_of, heading_words

log = logging.getLogger("reportcli")

# How many paragraphs can say what kind of report it is, how many can stand above the first heading, how many of the
# last can hold a date, and how long a paragraph with a date or a salutation is.
LONGEST_TOP = 80
SIGNATURE = 4

_SUMMARY = regex(r"工作(?:总结|要点|计划|情况)")
_COMMUNIQUE = regex(r"统\s*计\s*公\s*报|发展公报")
_SALUTATION = regex(r"\s*各位(?:代表|委员|领导|同志)")
_LABEL = regex(r"^(?:标\s*题|题\s*目|名\s*称)[:：]\s*")
_TITLE = regex(r"(?=(?:.*[一-鿿]){4})[^|>]*[^。：:；，|>]$")
_NO_TITLE = regex(
    r"[（(《—]|.*(?:一图读懂|图解)|各位|来源|作者|字号|字体|浏览|阅读|点击|编者按|编辑|本报|本网|记者|通讯员|当前位置|首页|打印|(?:发布|发表|更新)?(?:时间|日期)[:：]|.*(?:第.{1,8}次会议|代表大会|(?:统计局|调查队|办公室|人民政府)$)"
)
_BYLINE = regex(r"[（(□]?\s*(?:本报|本网|记者|通讯员)")
# A date of its own in brackets under the title is that of the meeting too.
_MEETING = regex(r"会议|大会|^[（(][^（()）]*[）)]$")
_PUBLISHED = regex(r"发文|发布|发表|来源|时间|日期|更新")
# How many headings on subjects of statistics make a communiqué.
_STATISTICAL_PARTS = 4


# A text that speaks so often of one is about it.
_OFTEN = 3
_LAST_YEAR = regex("去年(?!同期)")


# What reports only on the past, and a year without 年 in its title.
_RETROSPECT = regex("总结|工作情况|完成情况|述职|汇报")
_PLANS = regex(r"谋划|\d年重点工作|\d年重点任务|计划|打算|安排|下一步|明年|今后|下一阶段|思路|展望|目标")
_NO_RETROSPECT = regex(_PLANS.pattern + "|大会|会议|召开|要点")
WHOLE_YEAR = 12


class Facts(Struct, frozen=True):
    """What a report says of itself: its title as written, its year, the day it was given or published (ISO).

    `elapsed` is how many months of the year it is about where it looks back on a part of that year, else 0; `over` is
    how many were over when news was published.
    """

    title: str | None
    year: int | None
    published: str | None
    elapsed: int = 0
    over: int = 0


def declared_type(paragraphs: Sequence[Paragraph]) -> DocType | None:
    """What kind of report the title or the salutation says it is, or None."""
    top = _top(paragraphs)
    if any(_COMMUNIQUE.search(line) for line in top):
        return "communique"
    if any(_SALUTATION.match(line) or _is_title_of_report(line) for line in top):
        return "work_report"
    return None


def _is_title_of_report(line: str) -> bool:
    """Whether a line is the title of a work report, and no sentence that speaks of one: 翻完几份工作报告，…."""
    return REPORT.search(line) is not None and not _NO_TITLE.match(line) and "，" not in line


def type_by_form(paragraphs: Sequence[Paragraph], headings: Sequence[Heading], is_round_up: bool) -> DocType:
    """What kind of report it is by its form, where nothing says it."""
    if is_round_up or any(_BYLINE.match(paragraph.text) for paragraph in paragraphs[:TOP]):
        return "news"
    parts = [heading.title for heading in headings if heading.level == 1]
    if sum(_statistical().search(title) is not None for title in parts) >= _STATISTICAL_PARTS:
        return "communique"
    years = {year for title in parts for year in years_in(title)}
    looks_back = "review" in map(role_of_title, parts) or len(years) > 1
    return "work_report" if looks_back and len(parts) > 1 else "other"


@compiled
def _statistical() -> re.Pattern[str]:
    return re.compile(rf"[、.]\s*{any_of(heading_words().communique)}")


def _top(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text.strip() for paragraph in paragraphs[:TOP] if len(paragraph.text) <= LONGEST_LINE]


def header_of(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> Sequence[Paragraph]:
    """The paragraphs above the first heading that is below something: title, byline, salutation, introduction."""
    first = next((heading.paragraph for heading in headings if heading.paragraph), LONGEST_TOP)
    return paragraphs[: min(first, LONGEST_TOP)]


def _group_lines(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> list[Paragraph]:
    """The headings at the top that stand over a round-up's places: ——六城区2012年“家底”与2013年打算."""
    return [paragraphs[h.paragraph] for h in headings if h.paragraph < TOP and h.region is None and h.role == "other"]


def lines_above(text: str, paragraphs: Sequence[Paragraph], count: int) -> Iterator[str]:
    """The first `count` paragraphs, and the lines of `text` around them that are none: they say whose page it is."""
    end = 0
    for paragraph in paragraphs[:count]:
        yield from text[end : paragraph.start].splitlines()
        yield paragraph.text
        end = paragraph.end
    if count < len(paragraphs):
        yield from text[end : paragraphs[count].start].splitlines()


def facts_of(
    document: Document,
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    doc_type: DocType,
    of_file: int | None,
) -> Facts:
    """The title, the year and the day of a report; a title that says another year is told as a warning.

    `of_file` is the year that the file's name says.
    """
    header = header_of(paragraphs, headings)
    title = _title_of(header)
    # A report without a date at its top is signed and dated at its end.
    signature = [paragraph.text for paragraph in paragraphs[len(header) :][-SIGNATURE:]]
    meeting, published = _find_days([*lines_above(document.text, paragraphs, len(header)), *signature])
    day = (meeting or published) if doc_type == "work_report" else (published or meeting)
    retrospect = doc_type in ("other", "work_report") and _is_retrospect(title, headings)
    retrospect = retrospect or (doc_type == "other" and only_looks_back(paragraphs) and not _speaks_of_part(paragraphs))
    if doc_type == "communique":
        year = year_of_communique(paragraphs, title, published or meeting) or of_file
    elif retrospect and (results := year_of_results(title, paragraphs)):
        return Facts(title, results, day.isoformat() if day else None, WHOLE_YEAR, WHOLE_YEAR)
    else:
        told = year_told([*header, *_group_lines(paragraphs, headings)])
        year = year_planned_for(paragraphs, headings, title, meeting or published, told, of_file)
        named = years_in(title) if title else []
        if year and named and year not in (*named, told):
            log.warning("%s: the title says %d, the text %d", document.source or "-", named[0], year)
    speaking = [paragraph.text for paragraph in header] if doc_type in ("news", "other") else [title or ""]
    elapsed = _months_of(speaking, day, year) if doc_type != "communique" else 0
    if not elapsed and doc_type in ("news", "other"):
        elapsed = _months_spoken_of(paragraphs)
        if day is not None and day.year == year and elapsed > day.month:
            elapsed = 0  # 上半年 is still to come
    over = day.month - 1 if doc_type == "news" and day is not None and day.year == year else 0
    return Facts(title, year, day.isoformat() if day else None, elapsed, max(over, elapsed))


def _is_retrospect(title: str | None, headings: Sequence[Heading]) -> bool:
    """Whether a report only looks back: a summary of a year's work without a part on the next."""
    if title is None or not _RETROSPECT.search(title):
        return False
    if _NO_RETROSPECT.search(title) or PART_OF_YEAR.search(title):
        return False
    return not any(_PLANS.search(heading.title) for heading in headings)


def _months_of(header: Sequence[str], day: date | None, year: int | None) -> int:
    """How many months of `year` the report looks back on: 6 for 上半年; 0 where its header speaks of no part of it.

    A line of the header says it; of the introduction only what was over on the day of publication counts.
    """
    over = day.month - 1 if day is not None and day.year == year else 0
    for text in header:
        if match := PART_OF_YEAR.search(text):
            months = _months(match)
            if (len(text) <= LONGEST_LINE and not over) or months <= over:
                return months
    return 0


def _speaks_of_part(paragraphs: Sequence[Paragraph]) -> bool:
    return any(PART_OF_YEAR.search(paragraph.text) for paragraph in paragraphs)


def _months_spoken_of(paragraphs: Sequence[Paragraph]) -> int:
    """How many months a text looks back on that speaks again and again of the same part of the year, else 0.

    It speaks of it more often than of last year.
    """
    spoken = Counter(_months(match) for paragraph in paragraphs for match in PART_OF_YEAR.finditer(paragraph.text))
    months, times = max(spoken.items(), key=lambda each: each[1], default=(0, 0))
    often = _OFTEN - any("今年以来" in paragraph.text for paragraph in paragraphs[:_OFTEN])
    last_year = sum(len(_LAST_YEAR.findall(paragraph.text)) for paragraph in paragraphs)
    return months if times >= often and 2 * times > spoken.total() and times > last_year else 0


def _months(part: re.Match[str]) -> int:
    return int(part["months"]) if part["months"] else PARTS_OF_YEAR[part.group()]


def _title_of(header: Sequence[Paragraph]) -> str | None:
    """The title as written: the fullest line that names a report, else the first line of words."""
    lines = [_LABEL.sub("", line) for line in _top(header)]
    lines = [line for line in lines if _TITLE.match(line) and not _NO_TITLE.match(line)]
    named = [line for line in lines if REPORT.search(line) or _COMMUNIQUE.search(line) or _SUMMARY.search(line)]
    if named:
        return max(named, key=lambda line: (bool(years_in(line)), len(line)))
    return lines[0] if lines else None


def _find_days(texts: Iterable[str]) -> tuple[date | None, date | None]:
    """The day of the meeting, or of the signature, and that of publication that the lines of a header name."""
    meeting = published = other = None
    for text in [text.strip() for text in texts if len(text) <= LONGEST_HEADER]:
        if day := find_day(text):
            if _PUBLISHED.match(text):
                published = published or day
            elif _MEETING.search(text):
                meeting = meeting or day
            else:
                other = other or day
    return meeting or other, published
