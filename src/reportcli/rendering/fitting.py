"""What rich does: tables fitted to the width of a terminal, and colours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache

from rich.box import Box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

# A rule under the headings, of a character that is one column wide everywhere, and nothing else.
_RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def fit_table(rows: Sequence[Sequence[str]], figures: Sequence[bool], width: int, *, colour: bool) -> str:
    """The lines of a table, its headings the first of `rows`, at most `width` columns long; figures stand right."""
    grid = Grid(box=_RULE, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    headings, *others = rows
    for heading, is_figure in zip(headings, figures, strict=True):
        grid.add_column(Text(heading), justify="right" if is_figure else "left", overflow="fold")
    for row in others:
        grid.add_row(*map(Text, row))
    console = _console(width, colour=colour)
    with console.capture() as captured:
        console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])


def paint(lines: Iterable[Iterable[tuple[str, str]]], width: int) -> str:
    """Lines of pieces, each in its style."""
    console = _console(width, colour=True)
    with console.capture() as captured:
        console.print(*(Text.assemble(*line, no_wrap=True, overflow="ignore") for line in lines), sep="\n")
    return captured.get()


@cache
def _console(width: int, *, colour: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
