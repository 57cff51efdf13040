"""分别 with unequal counts: three names and two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.patterns import regex
from reportcli.text.numerals import parse_numeral

_EACH = "分别"
_CLAUSE_END = regex(r"[，,；;。：:！？]")
# What says nothing of how many there are: a remark, a year.
_ASIDE = regex(r"[（(][^（）()]*[）)]|(?:19|20)\d\d年?|“[^“”]*”")
# What parts the items of a list: 、 always; 和, 与 or 及 where it is not inside a name (文化和旅游).
_COMMA = regex("、")
_AND = regex(r"以及|[和与及]")
_NUMBER = regex(r"\d+(?:\.\d+)?(?:[-—–~～至]\d+(?:\.\d+)?)?|第[一二三四五六七八九十]+")
_NUMBER_ALONE = regex(
    r"\s*(?:[和与及]\s*)?\d+(?:\.\d+)?\s*(?:[%％]|[万亿十百千]*[元吨家个人件户项亩])?\s*(?=[，,；;。]|$)"
)
# A clause that ends with a figure, which may be one of those that 分别 is about.
_FIGURE_AT_END = regex(r"\d[^，,、；;。]{0,5}$")
# One word for two things.
_PAIRS = regex("城乡|收支|存贷|产销|进出口|供销|水陆")
# Words for as many things as a number says, or as were named before; a list of examples.
_SEVERAL = regex(
    r"两(?:[大个项类者家种市县区镇]|$)|多[个项]|各[个项类县区镇街市]|等(?!级)|以上(?:各|[两三四五六七八九十\d]+[项个]|指标|数据)|上述|前述|其(?!中)|这"
    r"|(?P<number>[二三四五六七八九十]|\d{1,2})(?:大|个|项|类|种|家|条|所|县|区|市|镇)"
)
# A list that the numbers are not of: 在A、B，对A、B; A、B的C、D的E; 以A、B为重点.
_NO_SUBJECTS = regex(r"为(?:主|重点|核心|代表|引领)|^(?:在|对|从|向|由|被|按)|的.*、.*的")
# When or where something happened, no amount: 分别于3月、5月.
_NO_AMOUNTS = regex(r"^[于在从由自]")
# Nothing but when, against what and how: the names stand in the clause before.
_NO_NAMES = regex(r"(?:同比|环比|年均|预计|也|均|又|已|比|较|上年|去年|同期|年)*")


class _Names(Struct, frozen=True):
    """How many names a list has at least and at most, in one reading and in another."""

    least: int
    most: int
    or_least: int = 0
    or_most: int = 0

    def allow(self, count: int) -> bool:
        """Whether there can be so many."""
        return self.least <= count <= self.most or self.or_least <= count <= self.or_most


def find_unequal_counts(draft: Draft) -> Iterator[Oddity]:
    """Each 分别 with as many names before it as there are not numbers after it."""
    for sentence in draft.sentences:
        text = sentence.text
        for match in re.finditer(_EACH, text):
            end, numbers = _count_numbers(text, match.end())
            begin = _start_of_clause(text, match.start())
            if begin and _NO_NAMES.fullmatch(_ASIDE.sub("", text[begin : match.start()])):
                begin = _start_of_clause(text, begin - 1)
                names = _count_figures(text, begin, match.start())
            else:
                names = _count_names(text, begin, match.start())
            if names is None or numbers < 2 or names.allow(numbers):
                continue
            counted = names.least if numbers < names.least else names.most
            yield Oddity(
                draft.quote(*sentence.span(begin, match.start())),
                draft.quote(*sentence.span(match.start(), end)),
                (str(counted), str(numbers)),
            )


def _start_of_clause(text: str, at: int) -> int:
    marks = [match.end() for match in _CLAUSE_END.finditer(text, 0, at)]
    return marks[-1] if marks else 0


def _count_names(text: str, begin: int, end: int) -> _Names | None:
    """The names before 分别; None where it is no plain list of two or more of them."""
    listed = _ASIDE.sub(_blank, text[begin:end])
    several = _SEVERAL.search(listed)
    if _NO_SUBJECTS.search(listed.lstrip()) or _is_list_of_names(text, begin) or (several and not several["number"]):
        return None
    items = _COMMA.split(listed)
    most = len(items) + len(_AND.findall(listed)) + len(_PAIRS.findall(listed))
    least = len(items) if len(items) > 1 else most
    if several is None:
        return _Names(least, most) if most > 1 else None
    # 装备制造、食品加工、新型建材三大产业 are as many as it says, 八类案件、盗窃案件 are not.
    said = _read_number(several["number"])
    return _Names(said, said, least, most) if said is not None and most > 1 else None


def _is_list_of_names(text: str, begin: int) -> bool:
    """Whether the clause before the one that begins there has no number, so that its names may belong to the list."""
    before = _ASIDE.sub(_blank, text[_start_of_clause(text, begin - 1) : begin]) if begin else ""
    return before.endswith(("，", ",")) and "、" in before and not re.search(r"\d", before)


def _count_figures(text: str, begin: int, end: int) -> _Names | None:
    """The names that stand with their own figures, or share a 分别, in the clause before: A126人、B337人，分别增长…."""
    _, shares, after = text[begin:end].partition(_EACH)
    clause = _ASIDE.sub(_blank, after if shares else text[begin:end])
    items = [item for part in _COMMA.split(clause) for item in _AND.split(part)]
    figures = sum(re.search(r"\d", item) is not None for item in items)
    if figures < 2:
        return None
    most = figures
    while not shares and begin and _FIGURE_AT_END.search(text, 0, begin - 1):
        start = _start_of_clause(text, begin - 1)
        most += len(_COMMA.split(text[start : begin - 1]))
        begin = start
    return _Names(figures, most)


def _count_numbers(text: str, at: int) -> tuple[int, int]:
    """Where the list of numbers after 分别 ends and how many there are; 0 where it is no plain list of numbers."""
    match = _CLAUSE_END.search(text, at)
    end = match.start() if match else len(text)
    stated = _ASIDE.sub(_blank, text[at:end])
    items = [item for part in _COMMA.split(stated) for item in _AND.split(part)]
    if _NO_AMOUNTS.match(stated) or any(len(_NUMBER.findall(item)) != 1 for item in items):
        return end, 0
    count = len(items)
    while more := _NUMBER_ALONE.match(text, end + 1):
        count, end = count + 1, more.end()
    return end, count


def _blank(aside: re.Match[str]) -> str:
    """As many blanks, so that what stands after it keeps its place."""
    return " " * len(aside[0])


def _read_number(numeral: str) -> int | None:
    value = Decimal(numeral) if numeral.isdecimal() else parse_numeral(numeral)
    return None if value is None else int(value)
