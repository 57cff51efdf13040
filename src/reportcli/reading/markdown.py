"""Markdown: the text as it stands, with what in it is a mark and what is a table.

## 一、综合               the heading alone
**新增就业** 3万人        新增就业 3万人
[详见附件](a.html)        详见附件
| 指标 | 2023年 |         a row of a table
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportcli.errors import InputError
from reportcli.model import Locator, Table, TableCell
from reportcli.patterns import regex
from reportcli.reading.blocks import ABOVE, MAX_CELLS, GridCell, find_caption, is_table

_LINE = regex(r"[^\n]*\n?")
_RULE = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
_BAR = regex(r"(?<!\\)\|")
_FRONT = regex(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_MARK = regex(
    r"""
      ^[ \t]{0,3}(?:\#{1,6}[ \t]+ | >[ \t]? | [-*+][ \t]+ | (?:```|~~~)[^\n]* | (?:[-*_][ \t]*){3,}$ )
    | [ \t]+\#+[ \t]*$                                  # ## 一、综合 ##
    | <!--.{0,2000}?--> | </?[a-zA-Z][^<>\n]{0,200}>    # comments, tags
    | !\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)           # pictures
    | \[(?=[^\[\]\n]{1,200}\]\() | (?<=[^\[\]\n])\]\([^()\n]{0,500}\)    # [a link](and where it leads)
    | \\[\\*_#|`>\[\]().+-]                              # \* is no mark, the stroke before it is
    | \*{2,3} | (?<!\d)\*(?=[^\s*]) | (?<=[^\s*])\*(?!\d) | __ | ~~ | `+
    """,
    re.VERBOSE | re.MULTILINE,
)


def find_markup(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of `text` that are marks and say nothing, in order."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    marks = [
        (match.start(), match.start() + 1 if match[0][0] == "\\" else match.end())
        for match in _MARK.finditer(text, start)
    ]
    return ((0, start), *marks) if start else tuple(marks)


def find_tables(text: str, source: str) -> tuple[tuple[Table, ...], tuple[Locator, ...]]:
    """The tables of figures in `text` and where their cells stand.

    Raises InputError where they have more cells than a report's can have; `source` is what the message calls the file.
    """
    lines = [match.span() for match in _LINE.finditer(text) if match.end() > match.start()]
    tables: list[Table] = []
    locators: list[Locator] = []
    number = count = at = 0
    while at + 1 < len(lines):
        head, rule = (text[start:end] for start, end in lines[at : at + 2])
        if "|" not in head or "|" not in rule or not _RULE.fullmatch(rule):
            at += 1
            continue
        end = at + 2
        while end < len(lines) and "|" in text[slice(*lines[end])]:
            end += 1
        number += 1
        cells = [
            cell for row, line in enumerate((at, *range(at + 2, end)), 1) for cell in _cells(text, lines[line], row)
        ]
        count += len(cells)
        if count > MAX_CELLS:
            raise InputError(
                f"{source}: its tables have more than {MAX_CELLS} cells, the most that is read",
                "Save the report without its annex of tables.",
            )
        if is_table([GridCell(text[cell.start : cell.end], cell.row, cell.column) for cell in cells]):
            begin, above = find_caption(_above(text, lines[:at]), lines[at][0])
            tables.append(Table(begin, lines[end - 1][1], tuple(cells), above))
            locators += [Locator(c.start, f"table {number} row {c.row} column {c.column}") for c in cells]
            locators.append(Locator(lines[end - 1][1], ""))
        at = end
    return tuple(tables), tuple(locators)


def _cells(text: str, line: tuple[int, int], row: int) -> Iterator[TableCell]:
    """The cells of a row: what stands between its bars, without the marks around it."""
    start, end = line
    bars = [match.start() for match in _BAR.finditer(text, start, end)]
    edges = bars if not text[start : bars[0]].strip() else [start - 1, *bars]
    if text[edges[-1] + 1 : end].strip():
        edges = [*edges, end]
    for column, (before, after) in enumerate(pairwise(edges), 1):
        raw = text[before + 1 : after]
        first = before + 1 + len(raw) - len(raw.lstrip(" \t*"))
        yield TableCell(first, max(first, before + 1 + len(raw.rstrip(" \t*\r\n"))), row, column)


def _above(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """The last lines that are not blank, each with its place."""
    told = [(start, text[start:end].strip(" \t\r\n#*>")) for start, end in lines[-2 * ABOVE :]]
    return [(start, line) for start, line in told if line][-ABOVE:]
