"""Numbered headings, and the unnumbered ones over them, of reports that are written in parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from reportcli.lexicon import load
from reportcli.model import Paragraph
from reportcli.segmentation.places import any_of

NUMERAL = "[一二三四五六七八九十]{1,3}"

# What a paragraph opens with that counts it, the highest rank first.
MARK = re.compile(
    rf"""(?:
      (?P<part>第{NUMERAL}(?:部分|章|篇)[、:：.．\s]*)           # 第一部分
    | (?P<point>{NUMERAL}\s*[、.．](?!{NUMERAL}(?:、|产)))      # 一、 but not 一、二、三产业
    | (?P<paren>[（(]\s*{NUMERAL}\s*[）)][、.．]?)              # （一）
    | (?P<arabic>\d{{1,2}}\s*[、.．](?!\d))                    # 1. 1、 but not 1.5
    | (?P<item>[（(]\d{{1,2}}[）)])                            # （1）
    | (?P<nth>{NUMERAL}(?:是|要)(?:要)?|第{NUMERAL}[，,、])     # 一是, 第一，
    )""",
    re.VERBOSE,
)
RANKS = {"title": 0, "part": 1, "point": 2, "paren": 3, "lead": 4, "arabic": 5, "item": 6, "nth": 7}

# A heading ends here; what follows on the same line is text.
END = re.compile(r"[。！？；!?;]|[：:](?=.)")
LONGEST_LINE = 60
TIME = re.compile(
    r"\d{4}|[二一][〇○零０\d一二三四五六七八九]{3}年|五年|时期|今年|去年|明年|过去|一年|以来|“十|本届|上届|届政府|今后|未来"
)


class HeadingWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/headings.yaml`."""

    review: tuple[str, ...]
    plan: tuple[str, ...]
    appendix: tuple[str, ...]
    part: tuple[str, ...]
    part_alone: tuple[str, ...]


class Heading(Struct, frozen=True):
    """Where a section begins: at `start` in the text of paragraph number `paragraph`.

    `region` is None where the heading names no place; `role` None where the section's text has to tell it.
    """

    paragraph: int
    start: int
    title: str
    level: int
    region: str | None = None
    role: str | None = None


class _Mark(Struct, frozen=True):
    paragraph: int
    start: int
    kind: str
    title: str


@cache
def heading_words() -> HeadingWords:
    """The words of headings."""
    return load("headings", HeadingWords)


@cache
def _part() -> re.Pattern[str]:
    words = heading_words()
    return re.compile(any_of(words.part))


def find_numbered(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """The headings of the top two levels, in order."""
    found: list[Heading] = []
    open_ranks: list[int] = []
    for mark in _without_contents(_with_siblings(_marks(paragraphs)), paragraphs):
        rank = RANKS[mark.kind]
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        open_ranks.append(rank)
        if len(open_ranks) <= 2:  # noqa: PLR2004
            found.append(Heading(mark.paragraph, mark.start, mark.title, len(open_ranks)))
    return found


def _marks(paragraphs: Sequence[Paragraph]) -> list[_Mark]:
    found: list[_Mark] = []
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        match = MARK.match(text, start)
        if match:
            found.append(_Mark(number, start, match.lastgroup or "", heading_of(text, start)))
        elif len(text) <= LONGEST_LINE:
            line = text.strip()
            if is_part(line):
                found.append(_Mark(number, start, "title", line))
            elif line[-1:] == "。" and line.count("。") == 1 and number + 1 < len(paragraphs):
                # A sentence alone that stands over 1. 2. 3. is their heading.
                below = MARK.match(paragraphs[number + 1].text)
                if below and below.lastgroup == "arabic" and below.group().strip()[0] == "1":
                    found.append(_Mark(number, start, "lead", line))
    return found


def is_part(line: str) -> bool:
    """Whether an unnumbered line is the heading of a part: 2004年工作回顾, 今后五年的奋斗目标, 名词解释."""
    words = heading_words()
    bare = line.strip("※*—-：: 　【】[]《》")
    if bare in words.part_alone or bare in words.appendix:
        return True
    if len(bare) > 40 or line[-1:] in "。；，：:、,;":  # noqa: PLR2004
        return False
    return bool(_part().search(bare) and TIME.search(bare) and "报告" not in bare and "，" not in bare)


def heading_of(text: str, start: int) -> str:
    """The words of the heading that starts at `text[start]`, without the text that follows it on its line."""
    end = END.search(text, start)
    title = text[start : end.start() if end else len(text)].rstrip()
    if len(title) > LONGEST_LINE:
        cut = title.rfind("，", 0, LONGEST_LINE)
        title = title[: cut if cut > 0 else LONGEST_LINE]
    return title


def _with_siblings(marks: list[_Mark]) -> list[_Mark]:
    """The marks without a 一是 or 第一， that no other such paragraph follows: the rest of its list is inside it."""
    kept = []
    for index, mark in enumerate(marks):
        if mark.kind == "nth":
            near = [
                m
                for m in (marks[index - 1] if index else None, marks[index + 1] if index + 1 < len(marks) else None)
                if m
            ]
            if not any(m.kind == "nth" for m in near):
                continue
        kept.append(mark)
    return kept


def _without_contents(marks: list[_Mark], paragraphs: Sequence[Paragraph]) -> list[_Mark]:
    """The marks without those of a table of contents: headings with nothing under them that come again later."""
    last = {mark.title: index for index, mark in enumerate(marks)}
    return [mark for index, mark in enumerate(marks) if last[mark.title] == index or not _is_listed(mark, marks, index)]


def _is_listed(mark: _Mark, marks: list[_Mark], index: int) -> bool:
    return index + 1 < len(marks) and marks[index + 1].paragraph - mark.paragraph == 1
