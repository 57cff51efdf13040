"""Names of places, by rule: a suffix (区, 镇, 经开区 …), a name in front of it, and no ordinary word.

The one question that the rest of the package asks is `place_at`: which place's name starts here. A gazetteer that
knows the names and their codes can answer it in this rule's stead.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from reportcli.lexicon import load

LEVELS = ("province", "city", "county", "zone", "town")


class PlaceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/place_words.yaml`."""

    suffixes: dict[str, tuple[str, ...]]
    bare: tuple[str, ...]
    pointers: tuple[str, ...]
    ordinary: tuple[str, ...]
    ordinary_ends: tuple[str, ...]
    openers: tuple[str, ...]
    offices: tuple[str, ...]


class Place(Struct, frozen=True):
    """A place's name in a text: `text[start:end]` is `name`, `level` one of LEVELS.

    The places above it that stand right before it are left out: 镇江市京口区健康路街道 gives 健康路街道.
    """

    name: str
    level: str
    start: int
    end: int


class Grammar(Struct, frozen=True):
    """The patterns that `data/place_words.yaml` makes."""

    name: re.Pattern[str]
    bare: re.Pattern[str]
    levels: dict[str, str]
    ordinary: re.Pattern[str]
    office: re.Pattern[str]


def any_of(words: tuple[str, ...]) -> str:
    """A pattern that takes the longest of `words`."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def grammar() -> Grammar:
    """The patterns, compiled on first use."""
    words = load("place_words", PlaceWords)
    levels = {suffix: level for level in LEVELS for suffix in words.suffixes[level]}
    suffix = any_of(tuple(levels))
    return Grammar(
        # The shortest name wins, but 新乡 goes on to 新乡市 and 东乡 to 东乡族自治县. The characters shut out are in no
        # name and end a reading such as 走进沛县 or 去年地区.
        name=re.compile(rf"((?![的了在与及是把对为使被就也还更着今年走去])[一-鿿]){{1,8}}?({suffix})(族?{suffix})?"),
        bare=re.compile(any_of(words.bare)),
        levels=levels,
        ordinary=re.compile(
            rf"(?:{any_of(words.pointers)}|[一二三四五六七八九十几数多]*){any_of((*levels, *words.ordinary))}"
            rf"|{any_of(words.openers)}.*|.*{any_of(words.ordinary_ends)}"
        ),
        office=re.compile(rf"[省市区县镇乡旗州]?{any_of(words.offices)}"),
    )


def place_at(text: str, at: int = 0) -> Place | None:
    """The place whose name starts at `text[at]`, the lowest of a chain of them, or None."""
    rules = grammar()
    found: Place | None = None
    while True:
        if bare := rules.bare.match(text, at):
            # 沛县经济开发区 is the zone of 沛县, 大连 高新区 one of a city that need not be named.
            start = found.start if found else at
            return Place(text[start : bare.end()], "zone", start, bare.end())
        match = rules.name.match(text, at)
        if match is None or rules.ordinary.fullmatch(match.group()):
            return found
        level = rules.levels[(match[3] or match[2]).removeprefix("族")]
        if found and LEVELS.index(level) <= LEVELS.index(found.level):
            return found
        found = Place(match.group(), level, at, match.end())
        at = match.end()


def office_at(text: str, at: int) -> bool:
    """Whether an office of a place is named at `text[at]`: 委书记, 区长, 党工委, 管委会主任."""
    return grammar().office.match(text, at) is not None
