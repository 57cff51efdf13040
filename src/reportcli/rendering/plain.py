"""Text of a report as it may reach a terminal or a cell: without control characters."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import east_asian_width

from reportcli.model import Cell
from reportcli.patterns import regex

# C0 and C1 controls (a terminal acts on them), line and paragraph separators, and the marks that turn the direction of
# writing (they can show words in another order than they stand in).
_CONTROLS = regex("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
# A line that is broken between two Chinese characters has no space there. Ranges as wide as these take long to compile,
# so it is left to `re` to do that where a text has a break.
_BREAK = r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])"
# `reportcli text` keeps the text's own lines.
_CONTROLS_BUT_LINES = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """`text` on one line: a line end within Chinese is nothing, other control characters are a space."""
    if text.isprintable():
        return text.strip()
    return _CONTROLS.sub(" ", re.sub(_BREAK, "", text)).strip()


def clean_lines(text: str) -> str:
    """`text` with its lines and tabs, each other control character replaced by U+FFFD."""
    return _CONTROLS_BUT_LINES.sub("\ufffd", text)


def text_of(cell: Cell) -> str:
    """A cell's text on one line: nothing for None, true and false, plain digits."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return clean(cell)
        case Decimal():
            return f"{cell:f}"
        case _:
            return str(cell)


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def shorten(text: str, columns: int | None) -> str:
    """`text` in at most so many columns, with `...` where something is left out; whole where there is no limit."""
    if columns is None or columns_of(text) <= columns:
        return text
    room = columns - 3
    for at, character in enumerate(text):
        room -= columns_of(character)
        if room < 0:
            return text[:at].rstrip(".") + "..."
    return text
