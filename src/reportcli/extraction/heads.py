"""What the head of a column, the name of a row and the caption of a table say.

2023年                          the figures of 2023
比上年增长（%）                 growth, in percent
出口额（亿元）                  an indicator, in 亿元
2025年目标                      goals for 2025
#第一产业  一、地区生产总值[1]   names of rows, with their marks
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportcli.extraction.grammar import grammar
from reportcli.extraction.periods import OPEN, Frame, advance, find_times
from reportcli.extraction.table_words import table_words
from reportcli.model import Measure, Rate
from reportcli.patterns import regex

_BRACKET = regex(r"[（(〔]([^（()）〔〕]{0,20})[）)〕]")
_UNIT_LABEL = regex(r"(?:计量)?单位\s*[:：]\s*([^\s，,、；;）)]{1,12})")
_NOTE = regex(r"\[\d{1,3}\]|[①-⑳*＊★▲△]|(?<=[^\d])注\d?$")
_NUMBERING = regex(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:\.\d{1,2}){0,2}[、.．](?!\d)|[①-⑳])"
)
# 表1, 附表二, 表3-1; not the beginning of a year that follows without a space.
_NUMBER_OF_TABLE = regex(
    r"^附?表\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-—.]\d{1,2})?(?!\d)|\d(?=(?:19|20)\d\d年))?\s*[:：、.]?\s*"
)
_BARE_YEAR = regex(r"(?:19|20)\d\d")
_SPACE = regex(r"\s+")
_EDGES = " ：:、，,.。—-_/的为"
# 2023年末, 2023年度: of the same year.
_OF_YEAR = "末底度份"
_SCALE = "十百千万亿个"
_NOTES = ("注", "资料来源", "说明")
_DONE = regex("完成|实现|执行")
# 千人, 万元: the heads of magnitudes that are a unit by themselves.
_MAGNITUDE = regex("[千万亿]")


class Head(Struct, frozen=True):
    """What a head says: `name` is what is left of it, the indicator or place that it names, "" for none.

    `measure` is None where nothing but the amount is meant or nothing is said. `frame` is the time that it names,
    `base` the year that a growth is against where it names one, `sign` -1 where falls are listed, `share` the word for
    shares. A growth `in_amount` is told in the unit of what grows.
    """

    name: str
    measure: Measure | None = None
    unit: str = ""
    frame: Frame = OPEN
    rate: Rate | None = None
    base: int = 0
    sign: int = 1
    share: str = ""
    in_amount: bool = False
    is_goal: bool = False
    is_estimate: bool = False


def squeeze(text: str) -> str:
    """`text` without spaces, which in a table only set words apart (指  标), and without the marks of notes."""
    return _NOTE.sub("", _SPACE.sub("", text))


def is_unit(text: str) -> bool:
    """Whether `text` is a unit as it would stand after a number, its magnitude before it."""
    families = grammar().families
    base = text.lstrip(_SCALE)
    return text in families or base in families or (not base and _MAGNITUDE.search(text) is not None)


def read_head(text: str, year: int, default: int) -> Head:
    """What the head of a column says in a report of `year` whose parts of years are those of `default`."""
    words = table_words()
    text = squeeze(text)
    unit, text = _take_unit(text)
    if _BARE_YEAR.fullmatch(text):
        text += "年"
    frame, base, text = _take_times(text, year, default)
    measure: Measure | None = None
    rate: Rate | None = None
    sign = 1
    share, in_amount = "", False
    if match := words.average.search(text):
        measure, rate = "growth", "average"
    elif match := words.completion.search(text):
        measure = "completion"
    elif match := words.ranks.search(text):
        measure = "rank"
    elif match := words.increases.search(text):
        measure, rate, in_amount = "growth", "yoy", True
    elif match := words.growth.search(text):
        measure, rate = "growth", "yoy"
    elif match := words.falls.search(text):
        measure, rate, sign = "growth", "yoy", -1
    elif match := words.shares.search(text):
        measure, share = "level", match[0]
    if match:
        text = text[: match.start()] + text[match.end() :]
    is_goal = measure != "completion" and words.goals.search(text) is not None
    is_estimate = words.estimates.search(text) is not None
    name = words.estimates.sub("", words.goals.sub("", text) if is_goal else text).strip(_EDGES)
    if name in words.names or words.values.fullmatch(name):
        name = ""
    return Head(
        name=name,
        measure=measure,
        unit=unit,
        frame=frame,
        rate=rate,
        base=base,
        sign=sign,
        share=share,
        in_amount=in_amount,
        is_goal=is_goal,
        is_estimate=is_estimate,
    )


def _take_unit(text: str) -> tuple[str, str]:
    """The unit that `text` tells in brackets or after a comma, and the rest of it."""
    unit = ""
    if match := _UNIT_LABEL.search(text):
        unit, text = match[1], text[: match.start()] + text[match.end() :]
    for match in reversed([*_BRACKET.finditer(text)]):
        told = match[1].replace("％", "%").strip("±＋+－-—:：、") if match[1] else ""
        if not told or is_unit(told):
            unit = unit or told
            text = text[: match.start()] + text[match.end() :]
    if not unit and text.endswith(("%", "％", "±%")):
        unit, text = "%", text.rstrip("%％±")
    return unit, text


def _take_times(text: str, year: int, default: int) -> tuple[Frame, int, str]:
    """The time that `text` names, the year that it compares with, and the rest of it."""
    frame, base = OPEN, 0
    rest: list[str] = []
    end = 0
    for time in find_times(text, year, default):
        if time.base and (not time.first or not text[time.start].isdigit()):
            continue  # 比上年增长, 比上年同期增长 are one word
        if time.base:
            base = time.first
        else:
            frame = advance(frame, time, default, year)
        before = text[end : time.start]
        rest.append(before.removesuffix("比").removesuffix("较") if time.base else before)
        end = time.end + (text[time.end : time.end + 1] in _OF_YEAR and time.end < len(text))
    return frame, base, "".join([*rest, text[end:]])


class Name(Struct, frozen=True):
    """The name of a row without its number and marks; `is_part` where these say that it is a part of the row above."""

    text: str
    unit: str
    is_part: bool


def read_name(text: str) -> Name:
    """What the first cell of a row says."""
    text = squeeze(text)
    part = table_words().parts.match(text)
    if part:
        text = text[part.end() :]
    number = _NUMBERING.match(text)
    if number:
        text = text[number.end() :]
    unit, text = _take_unit(text)
    return Name(text.strip(_EDGES), unit, part is not None)


class Caption(Struct, frozen=True):
    """What the lines over a table say: `name` is what it is of, `head` the rest, as a head of all columns."""

    name: str
    head: Head


def read_caption(lines: Sequence[str], year: int, default: int) -> Caption:
    """What the lines above a table say, the last first: its unit, its time, what it is of."""
    unit, name, bare, head = "", "", "", Head("")
    for line in reversed(lines):
        text = squeeze(line)
        if not text or text[-1] in "。；" or text.startswith(_NOTES):
            break
        if _UNIT_LABEL.match(text.strip("（()）")):
            unit = unit or _take_unit(text)[0]
            continue
        bare = _NUMBER_OF_TABLE.sub("", line.strip())
        if bare == line.strip() and _NUMBERING.match(text):
            break  # the heading of the section
        head = read_head(bare, year, default)
        name = table_words().captions.sub("", head.name).strip(_EDGES)
        break
    return Caption(name, replace(head, unit=unit or head.unit, is_goal=head.is_goal and not _DONE.search(bare)))
