"""The numbers that Word gives to paragraphs by itself: 一、 （一） 1. as its lists say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from reportcli.patterns import regex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_HAN = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographTraditional",
}
_PLACE = regex(r"%([1-9])")
_LEVELS = 9
_DIGITS_OF_NUMBER = 9


class _Level(Struct, frozen=True):
    """How a level of a list counts: `text` is its form, 第%1章, `format` how its number is written."""

    format: str
    text: str
    start: int


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, lists: dict[str, dict[int, _Level]], styles: dict[str, tuple[str, int]]) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, list[int]] = {}

    @classmethod
    def read(cls, numbering: Any, styles: Any) -> Numbering:
        """The lists that the parts of a document define; either may be None."""
        if numbering is None:
            return cls({}, {})
        abstract = {each.get(f"{_W}abstractNumId"): dict(_levels(each)) for each in numbering.iter(f"{_W}abstractNum")}
        lists = {}
        for each in numbering.iter(f"{_W}num"):
            base = each.find(f"{_W}abstractNumId")
            lists[each.get(f"{_W}numId")] = abstract.get(_value(base), {})
        own = {}
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            if (found := _reference(style)) is not None:
                own[style.get(f"{_W}styleId")] = found
        return cls(lists, own)

    def label(self, paragraph: Any) -> str:
        """The number before a paragraph, "" where it has none; the paragraphs are asked for in order."""
        if not self._lists:
            return ""
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        number, level = _reference(paragraph) or self._styles.get(style, ("0", 0))
        levels = self._lists.get(number, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(number, [0] * _LEVELS)
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)

        def write(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            place = levels.get(at)
            return _write(max(counts[at], 1) + place.start - 1, place.format) if place else ""

        return _PLACE.sub(write, levels[level].text)


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:
    for each in abstract.iter(f"{_W}lvl"):
        level, start = _number(each.get(f"{_W}ilvl", ""), _LEVELS), _number(_value(each.find(f"{_W}start")), 1)
        kind, text = _value(each.find(f"{_W}numFmt")), _value(each.find(f"{_W}lvlText"))
        if level < _LEVELS and kind not in {"bullet", "none"}:
            yield level, _Level(kind, text, start)


def _reference(element: Any) -> tuple[str, int] | None:
    """The list and the level that a paragraph or a style is of."""
    number = _value(element.find(f"{_W}pPr/{_W}numPr/{_W}numId"))
    level = _value(element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl"))
    return (number, min(_number(level, 0), _LEVELS - 1)) if number else None


def _number(text: str, default: int) -> int:
    """The number that an attribute holds; what is longer than numbers of paragraphs are is none."""
    return int(text) if text.isdecimal() and len(text) < _DIGITS_OF_NUMBER else default


def _value(element: Any) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _write(number: int, kind: str) -> str:
    if kind not in _HAN or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
