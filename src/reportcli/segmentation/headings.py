"""Numbered headings, and the unnumbered ones over them, of reports that are written in parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reportcli.lexicon import compiled
from reportcli.model import Paragraph, Role
from reportcli.patterns import regex
from reportcli.segmentation.places import place_at
from reportcli.segmentation.vocabulary import any_of, heading_words

NUMERAL = "[一二三四五六七八九十]{1,3}"
# What a newspaper's name ends with.
PAPERS = "[日晚晨早商时]报|都市报|新闻网"

# What counts a paragraph at its beginning.
_MARK = regex(
    rf"""
      (?P<part>第{NUMERAL}(?:部分|章|篇|编))                       # 第一部分
    | (?P<point>{NUMERAL}\s*[、.．](?:                             # 一、 but not 一、二季度
        (?!{NUMERAL}(?:、|次?产业|季度|月|线|类)) | (?={NUMERAL}季度[^，。；]{{2,16}}$)  # 三、四季度打算
      ))
    | (?P<paren>[（(]?\s*{NUMERAL}\s*[）)]|[㈠-㈩])                # （一） 一） ㈠
    | (?P<arabic>\d{{1,2}}\s*(?:、(?!\d{{1,2}}[、号])|[.．](?!\s*\d(?!\d{{3}}年))))  # 1. 1、 but not 1.5
    | (?P<item>[（(]\d{{1,2}}[）)])                                # （1）
    | (?P<nth>{NUMERAL}(?:是|要)|(?:第{NUMERAL}|头一)[件条]?[，,、])   # 一是, 第一， 头一件，
    """,
    re.VERBOSE,
)
# Which heading stands over which. A `title` has no number, a `lead` is a sentence that stands over 1. 2. 3.
_RANK = {kind: rank for rank, kind in enumerate(("title", "part", "point", "paren", "lead", "arabic", "item", "nth"))}
LEVELS = 2

# Where a heading ends and text follows on its line.
_END = regex(r"[。！？；!?;]|[：:](?=.)")
LONGEST_LINE = 60
# The number of its page after a heading in a table of contents.
_PAGE = regex(r"[\s.·…．]*\d*$")
LONGEST_PART = 40
_FIGURES = regex(r"\d(?:%|[万亿]?[元亩吨人户家个])[,，]")

# What a sentence says that introduces a list and is no heading of it.
_INTRODUCES = regex(r"[如以]下|下[列面]|分别是|(?:重点|方面|主要)工作。$")

# What makes a part's heading of 工作回顾 or 奋斗目标 standing in a line: the time it is about.
_TIME = regex(
    r"\d{4}年|(?<!\d)20\d\d$|[一二][〇○零0九][〇○零\d一二三四五六七八九]{2}年|五年|时期|[今去明]年|过去|一年|以来|“十|届|今后|未来"
)
# What stands before a place in the title of a report: 2024年, 二〇一〇年度.
_YEAR = regex(r"关于|(?:\d{4}|[一二][〇○零0九][〇○零\d一二三四五六七八九]{2})年度?\s*")


class Heading(Struct, frozen=True):
    """Where a section begins: at `start` in the text of paragraph number `paragraph`.

    `region` is None where the heading names no place; `role` None where its words do not tell it.
    """

    paragraph: int
    start: int
    title: str
    level: int
    region: str | None = None
    role: Role | None = None


class _Mark(Struct, frozen=True):
    paragraph: int
    start: int
    kind: str
    title: str


def find_numbered(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """The headings of the top two levels, in order, without those of a table of contents and inside an appendix."""
    found: list[tuple[int, Heading]] = []
    open_ranks: list[int] = []
    in_appendix = notes = False
    for mark in _without_contents(_without_lone_items(_without_title(_find_marks(paragraphs), paragraphs))):
        rank = _RANK[mark.kind]
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        open_ranks.append(rank)
        if len(open_ranks) == 1:
            notes = mark.title.rstrip("：: ") in heading_words().notes  # they begin no part of their own
            in_appendix = notes or is_appendix(mark.title)
        if (len(open_ranks) == 1 and not notes) or (len(open_ranks) == LEVELS and not in_appendix):
            found.append((rank, Heading(mark.paragraph, mark.start, mark.title, len(open_ranks))))
    return _of_top_rank(found)


def _of_top_rank(found: Sequence[tuple[int, Heading]]) -> list[Heading]:
    """The headings without those of a part that its own headings outrank: 一是 … over （一）."""
    kept: list[Heading] = []
    top = len(_RANK)
    for rank, heading in reversed(found):
        if heading.level == 1:
            top = len(_RANK)
        elif rank > top:
            continue
        else:
            top = rank
        kept.append(heading)
    return kept[::-1]


def is_appendix(title: str) -> bool:
    """Whether a heading is that of notes to the report: 名词解释, 附件."""
    return _appendix().search(title) is not None


def is_part(line: str) -> bool:
    """Whether an unnumbered line is the heading of a part: 2004年工作回顾, 今后五年的奋斗目标, 名词解释."""
    bare = line.strip("※*—-：: 【】[]《》")
    words = heading_words()
    if bare in (*words.part_alone, *words.notes) or _appendix_alone().fullmatch(bare):
        return True
    if (
        len(bare) > LONGEST_PART
        or line.startswith("—")
        or line[-1] in "。；，：:、,;？?！!"
        or "报告" in bare
        or bare.startswith("关于")
    ):
        return False
    return _part().search(bare) is not None and _TIME.search(bare) is not None and not _names_place(bare)


def _names_place(title: str) -> bool:
    """Whether a title begins with a place, a year before it perhaps: then it is that of the whole report."""
    year = _YEAR.match(title)
    return place_at(title, year.end() if year else 0) is not None


@compiled
def _appendix() -> re.Pattern[str]:
    return re.compile(any_of(heading_words().appendix))


@compiled
def _appendix_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(heading_words().appendix)}[:：\s\d一二三]*)+")


@compiled
def _part() -> re.Pattern[str]:
    return re.compile(rf"^[^，,]*{any_of(heading_words().part)}")


def _find_marks(paragraphs: Sequence[Paragraph]) -> list[_Mark]:
    found: list[_Mark] = []
    below = ""
    for number in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[number].text
        start = len(text) - len(text.lstrip())
        if (match := _MARK.match(text, start)) and not _tells(title := _title(text, start, match.end()), match):
            found.append(_Mark(number, start, match.lastgroup or "", title))
        elif len(text) <= LONGEST_LINE and (line := text.strip()):
            if is_part(line):
                found.append(_Mark(number, start, "title", line))
            elif _is_lead(line, below):
                found.append(_Mark(number, start, "lead", line.rstrip("。")))
        below = text
    return found[::-1]


def _tells(title: str, mark: re.Match[str]) -> bool:
    """Whether what a number counts tells figures, and is no heading: 2、规模以上工业实现销售11.6亿元，增长47%."""
    return mark.lastgroup in {"arabic", "item"} and _FIGURES.search(title) is not None


def _is_lead(line: str, below: str) -> bool:
    """Whether a line of one sentence is the heading of a list that begins with 1. under it, not its introduction."""
    mark = _MARK.match(below)
    if mark is None or mark.lastgroup != "arabic" or mark.group().rstrip("、.． ") != "1":
        return False
    return line[-1] == "。" and line.count("。") == 1 and _INTRODUCES.search(line) is None


def _title(text: str, start: int, words: int) -> str:
    """The heading that starts at `text[start]`, its words at `text[words]`, without the text after it on its line."""
    end = _END.search(text, words + 1)  # 第一部分：… has a colon in front of its words
    title = text[start : end.start() if end else len(text)].rstrip()
    if len(title) > LONGEST_LINE:
        comma = title.rfind("，", 0, LONGEST_LINE)
        title = title[: comma if comma > 0 else LONGEST_LINE]
    return title


def _without_title(marks: Sequence[_Mark], paragraphs: Sequence[Paragraph]) -> Sequence[_Mark]:
    """The marks without the report's title, where it reads like a part: 2021年工作总结和2022年工作计划."""
    if not marks or marks[0].kind != "title":
        return marks
    words = heading_words()
    looks_both_ways = all(any(word in marks[0].title for word in ways) for ways in (words.review, words.plan))
    is_first = all(len(paragraph.text) <= LONGEST_LINE for paragraph in paragraphs[: marks[0].paragraph])
    return marks[1:] if looks_both_ways and is_first else marks


def _without_lone_items(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without a 一是 that no other such paragraph stands beside: the rest of its list is inside it."""
    kinds = ["", *(mark.kind for mark in marks), ""]
    return [
        mark
        for index, mark in enumerate(marks, 1)
        if mark.kind != "nth" or "nth" in (kinds[index - 1], kinds[index + 1])
    ]


def _without_contents(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without a table of contents: lines beside each other that all come again later, with text."""
    names = [_PAGE.sub("", mark.title) for mark in marks]
    last = {name: index for index, name in enumerate(names)}
    again = {mark.paragraph for index, (mark, name) in enumerate(zip(marks, names, strict=True)) if last[name] > index}
    listed = {line for line in again if line - 1 in again or line + 1 in again}
    return [mark for mark in marks if mark.paragraph not in listed]
