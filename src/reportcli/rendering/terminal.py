"""Blocks for a person to read: aligned columns, in the width and colours of a terminal or plain and uncut."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from reportcli.rendering.blocks import Block, Heading, Labelled, Note, Quotes, Table, Terms
from reportcli.rendering.legible import narrow, readable
from reportcli.rendering.wrapping import wrap, wrap_terms

# Wider than any line; rich has no "as wide as need be".
_UNCUT = 1_000_000

# Between a heading and what is said beside it.
_GAP = 4

# A text column narrower than this runs over the edge rather than down the page.
_NARROWEST = 10

# A rule under the headings, of a character that is one column wide everywhere, and nothing else.
_RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def draw(blocks: Iterable[Block], width: int | None = None, *, colour: bool = False) -> Iterator[str]:
    """The lines of `blocks`, a chunk a block, none with space at its end.

    Lines are at most `width` columns long, what is longer goes on in the next line of its cell; without a width nothing
    is broken.
    """
    console = Console(
        file=io.StringIO(),
        width=width or _UNCUT,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    before: Block | None = None
    for block in blocks:
        if before is not None and _stands_apart(block, before):
            yield "\n"
        if isinstance(block, Table):
            with console.capture() as captured:
                console.print(_grid(block))
            yield "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])
        elif colour:
            with console.capture() as captured:
                console.print(*_lines(block, width or _UNCUT), sep="\n")
            yield captured.get()
        else:
            yield "".join(f"{line.plain.rstrip()}\n" for line in _lines(block, width or _UNCUT))
        before = block


def _stands_apart(block: Block, before: Block) -> bool:
    """Whether there is an empty line between two blocks."""
    match block:
        case Heading():
            return True
        case Table():
            return not (isinstance(before, Heading) and before.level > 0)
        case Terms():
            return not isinstance(before, Heading)
        case _:
            return isinstance(before, Labelled | Terms)


def _lines(block: Heading | Labelled | Terms | Quotes | Note, width: int) -> list[Text]:
    match block:
        case Heading():
            return _heading(block, width)
        case Labelled():
            return _hang(f"{block.label}: ", "bold", partial(wrap, readable(block.text)), width)
        case Terms():
            return _hang(f"{block.label}: ", "bold", partial(wrap_terms, [*map(readable, block.terms)]), width)
        case Quotes():
            return [_line(block.label, "bold"), *_quotes(block, width)]
        case Note():
            return [_line(line, "dim") for line in wrap(narrow(block.text), width)]


def _heading(heading: Heading, width: int) -> list[Text]:
    title, aside = narrow(heading.text), f"({narrow(heading.aside)})" if heading.aside else ""
    style = "bold cyan" if heading.level == 0 else "bold"
    if cell_len(title) + _GAP + cell_len(aside) <= width:
        return [Text.assemble((title, style), " " * _GAP, (aside, "dim"), no_wrap=True, overflow="ignore")]
    broken = [_line(line, style) for line in wrap(title, width)]
    return broken + (_hang("  ", "", partial(wrap, aside), width) if aside else [])


def _quotes(quotes: Quotes, width: int) -> Iterator[Text]:
    digits = max(len(str(line)) for line, _ in quotes.sentences)
    for line, sentence in quotes.sentences:
        yield from _hang(f"  {line:{digits}}  ", "dim", partial(wrap, readable(sentence)), width)


def _hang(label: str, style: str, lines: Callable[[int], list[str]], width: int) -> list[Text]:
    """The lines that fill the columns to the right of `label`, all of which begin under the first."""
    indent = cell_len(label)
    first, *others = lines(max(width - indent, _NARROWEST))
    return [
        Text.assemble((label, style), first, no_wrap=True, overflow="ignore"),
        *(_line(" " * indent + other) for other in others),
    ]


def _line(text: str, style: str = "") -> Text:
    return Text(text, style=style, no_wrap=True, overflow="ignore")


def _grid(table: Table) -> Grid:
    grid = Grid(box=_RULE, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column in table.columns:
        grid.add_column(Text(column.heading), justify="right" if column.figures else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(_indent(cell) + narrow(cell)) for cell in row))
    return grid


def _indent(cell: str) -> str:
    return cell[: len(cell) - len(cell.lstrip(" "))]
