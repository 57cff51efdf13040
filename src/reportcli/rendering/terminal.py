"""Blocks for a person to read: aligned columns, in the width and colours of a terminal or plain and uncut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from rich.cells import cell_len

from reportcli.rendering.blocks import Block, Heading, Labelled, Note, Quotes, Table, Terms
from reportcli.rendering.legible import narrow, readable
from reportcli.rendering.wrapping import wrap, wrap_terms

# Wider than any line.
_UNCUT = 1_000_000

# Between two columns of a table.
_BETWEEN = 2

# Between a heading and what is said beside it.
_GAP = 4

# A text column narrower than this runs over the edge rather than down the page.
_NARROWEST = 10

# Pieces of text, each with its style.
Line = tuple[tuple[str, str], ...]


def draw(blocks: Iterable[Block], width: int | None = None, *, colour: bool = False) -> Iterator[str]:
    """The lines of `blocks`, a chunk a block, none with space at its end.

    Lines are at most `width` columns long, what is longer goes on in the next line of its cell; without a width nothing
    is broken.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None and _stands_apart(block, before):
            yield "\n"
        if isinstance(block, Table):
            yield _draw_table(block, width, colour=colour)
        elif colour:
            from reportcli.rendering.fitting import paint  # noqa: PLC0415 - all of rich, which a pipe does without

            yield paint(_lines(block, width or _UNCUT), width or _UNCUT)
        else:
            texts = ("".join(text for text, _ in line) for line in _lines(block, width or _UNCUT))
            yield "".join(f"{text.rstrip()}\n" for text in texts)
        before = block


def _draw_table(table: Table, width: int | None, *, colour: bool) -> str:
    figures = [column.figures for column in table.columns]
    headings = [column.heading for column in table.columns]
    measured = [[_measured(cell) for cell in row] for row in (headings, *table.rows)]
    rows = [[cell for cell, _ in row] for row in measured]
    sizes = [[size for _, size in row] for row in measured]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    if width is not None and sum(widths) + _BETWEEN * (len(widths) - 1) > width:
        from reportcli.rendering.fitting import fit_table  # noqa: PLC0415 - all of rich, only where lines are broken

        return fit_table(rows, figures, width, colour=colour)
    heading, *lines = (line.rstrip() for line in _align(rows, sizes, widths, figures))
    if colour:
        from reportcli.rendering.fitting import paint  # noqa: PLC0415 - all of rich, which a pipe does without

        heading = paint([_line(heading, "bold")], _UNCUT).rstrip("\n")
    return "".join(f"{line}\n" for line in (heading, *lines))


def _align(
    rows: Sequence[Sequence[str]], sizes: Sequence[Sequence[int]], widths: Sequence[int], figures: Sequence[bool]
) -> Iterator[str]:
    """The lines of a table with columns of `widths`, a rule under its headings; `sizes` are those of the cells."""
    for at, (row, size) in enumerate(zip(rows, sizes, strict=True)):
        blanks = [" " * (width - own) for width, own in zip(widths, size, strict=True)]
        yield (" " * _BETWEEN).join(
            blank + cell if is_figure else cell + blank
            for cell, blank, is_figure in zip(row, blanks, figures, strict=True)
        )
        if at == 0:
            yield "-" * (sum(widths) + _BETWEEN * (len(widths) - 1))


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


def _lines(block: Heading | Labelled | Terms | Quotes | Note, width: int) -> list[Line]:
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


def _heading(heading: Heading, width: int) -> list[Line]:
    title, aside = narrow(heading.text), f"({narrow(heading.aside)})" if heading.aside else ""
    style = "bold cyan" if heading.level == 0 else "bold"
    if cell_len(title) + _GAP + cell_len(aside) <= width:
        return [((title, style), (" " * _GAP, ""), (aside, "dim"))]
    broken = [_line(line, style) for line in wrap(title, width)]
    return broken + (_hang("  ", "", partial(wrap, aside), width) if aside else [])


def _quotes(quotes: Quotes, width: int) -> Iterator[Line]:
    digits = max(len(str(line)) for line, _ in quotes.sentences)
    for line, sentence in quotes.sentences:
        yield from _hang(f"  {line:{digits}}  ", "dim", partial(wrap, readable(sentence)), width)


def _hang(label: str, style: str, lines: Callable[[int], list[str]], width: int) -> list[Line]:
    """The lines that fill the columns to the right of `label`, all of which begin under the first."""
    indent = cell_len(label)
    first, *others = lines(max(width - indent, _NARROWEST))
    return [
        ((label, style), (first, "")),
        *(_line(" " * indent + other) for other in others),
    ]


def _line(text: str, style: str = "") -> Line:
    return ((text, style),)


@lru_cache(4096)  # row after row has the same names and units
def _measured(cell: str) -> tuple[str, int]:
    """A cell as it is drawn, its indent kept, and how many columns it takes."""
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    drawn = indent + narrow(cell)
    return drawn, cell_len(drawn)
