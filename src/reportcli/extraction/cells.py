"""The figure in a cell of a table.

12,345.6   -3.2   ≥6.5   6.5左右   5-6%   1.2亿元     figures, with their bounds and units
-   —   …   2023年   3所学校   0512-12345678          none
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from reportcli.extraction.grammar import grammar
from reportcli.extraction.heads import is_unit
from reportcli.model import Bound
from reportcli.patterns import regex

_NUMBER = r"(?!0\d)\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|(?!0\d)\d{1,15}(?:\.\d{1,15})?"
_CELL = regex(
    rf"""
    \s*[〔\[（(]?\s*
    (?P<before>[<>≤≥＜＞≦≧]=?|约|近|不低于|不少于|超过?|大于|高于|不超过|不高于|低于|小于|控制在|增长|达到?|第)?\s*
    (?P<figure>(?P<sign>[-−–－—+])?(?P<value>{_NUMBER})(?:\s?[-—–~～至]\s?(?P<upper>{_NUMBER}))?\s?(?P<unit>[^\d\s\[（(〔〕）)]{{0,8}}))
    \s*[〕\]）)]?\s*(?:\[\d{{1,3}}\]|[*①-⑳]|[（(][^（()）]{{0,8}}[）)])?\s*
    """,
    re.VERBOSE,
)
_BEFORE: dict[str, Bound] = {
    **dict.fromkeys((">", "≥", "＞", "≧", ">=", "＞=", "不低于", "不少于", "超", "超过", "大于", "高于"), ">="),
    **dict.fromkeys(("<", "≤", "＜", "≦", "<=", "＜=", "不超过", "不高于", "低于", "小于", "控制在"), "<="),
    **dict.fromkeys(("约", "近"), "~"),
}
_PLACE = ("位", "名")


class CellFigure(Struct, frozen=True):
    """A figure: `start` and `end` are indices into the cell's text; `unit` is "" where none is told."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: Bound


def read_cell(text: str) -> CellFigure | None:
    """The figure that is all that stands in a cell, None where there is none or other words beside it."""
    match = _CELL.fullmatch(text)
    if match is None:
        return None
    rest, end = match["unit"], match.end("figure")
    bound: Bound = _BEFORE.get(match["before"] or "", "=")
    bounds = grammar().bounds
    for size in range(len(rest), 0, -1):
        if rest[-size:] in bounds:
            bound, rest = bounds[rest[-size:]], rest[:-size]
            end -= size
            break
    unit = rest.replace("％", "%")
    if unit and not is_unit(unit) and unit not in _PLACE:
        return None
    value, upper = _number(match["value"]), _number(match["upper"]) if match["upper"] else None
    if match["sign"] and match["sign"] != "+":
        value = -value
    return CellFigure(match.start("figure"), end, value, upper, unit, bound)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", ""))
