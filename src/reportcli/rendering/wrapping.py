"""Text broken into lines as Chinese is set: no line begins with a closing mark or ends with an opening one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells

from reportcli.patterns import regex

# What stays in one line: a character or a run of letters and digits (C919, 1.32), with the marks that belong to it.
_UNIT = regex(
    r"""
    [（「『《【〈“‘(\[{]*
    (?:[A-Za-z0-9.+\-]+|\S)
    [，。、；：！？）」』》】〉”’,.;:!?)\]}%％]*
  | \s+
    """,
    re.VERBOSE,
)


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; a unit is broken only where it is longer than a line by itself.

    >>> wrap("一般公共预算收入达到1.32亿元，增幅15%。", 22)
    ['一般公共预算收入达到', '1.32亿元，增幅15%。']
    >>> wrap("推进“双轮驱动”，更好", 13)
    ['推进“双轮驱', '动”，更好']
    """
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for found in _UNIT.findall(text):
        unit, size = found, cell_len(found)
        if used + size > width and line:
            lines.append("".join(line).rstrip())
            line, used = [], 0
            if unit.isspace():
                continue
        if size > width:
            *full, unit = chop_cells(unit, width)
            lines += full
            size = cell_len(unit)
        line.append(unit)
        used += size
    return [*lines, "".join(line).rstrip()] if line or not lines else lines


def wrap_terms(terms: Iterable[str], width: int) -> list[str]:
    """`terms` in lines of at most `width` columns, none broken, with two spaces between them."""
    lines: list[str] = []
    for term in terms:
        if lines and cell_len(lines[-1]) + 2 + cell_len(term) <= width:
            lines[-1] += f"  {term}"
        else:
            lines.append(term)
    return lines
