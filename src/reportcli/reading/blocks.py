"""What documents are made of, paragraphs and tables, and the one text that is made of them.

A table's row is a line of the text, with a tab between its cells. A table without figures is a way to lay out a page:
its cells are paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportcli.errors import InputError
from reportcli.model import Locator, Table, TableCell
from reportcli.patterns import regex

# A yearbook's longest table has some thousand cells.
MAX_CELLS = 100_000

# Where nothing but a number with its sign, bound and unit stands in a cell: 1,234.5  -3.2%  ≥6.5  5-6左右  —
_FIGURE = regex(r"[-−–+±＋－<>≤≥＜＞〔\[（(约]*\d[\d,，.．\s]*(?:[-—–~～至]\d[\d,.]*)?.{0,6}")
_BLANK = regex(r"\s+")
_NO_FIGURE = regex(r"(?:19|20)\d\d年?|\d{4}[-/.年]\d.*")
# How much of a table besides its first row and column is figures, at least; and how many.
_SHARE, _FEW = 0.3, 2
# The longest line that can be part of a caption, and how many lines above a table are looked at.
_CAPTION, ABOVE = 60, 4
_STOPS = ("。", "；", "：")
_NUMBERED = regex(r"附?表\s*[\d一二三四五六七八九十]")
_UNIT = regex(r"单\s*位\s*[:：]")
_ALONE = regex(r"[（(]?\s*(?:计量)?单\s*位\s*[:：][^。]{1,20}")
_HEADING = regex(r"[（(]?[一二三四五六七八九十]{1,3}[、．.）)]|第.{1,3}[章节]")


class Text(Struct, frozen=True):
    """A paragraph, heading or line; `page` is the one that it stands on, where the file has pages."""

    text: str
    page: int | None = None


class GridCell(Struct, frozen=True):
    """A cell of a table as the file has it; rows and columns are 1-based, merged cells cover several."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Grid(Struct, frozen=True):
    """A table, its cells row by row."""

    cells: tuple[GridCell, ...]
    page: int | None = None


class Content(Struct, frozen=True):
    """What was extracted from a file: its text, where each part of that stands, and the tables in it."""

    text: str
    locators: tuple[Locator, ...]
    tables: tuple[Table, ...]


class _Writer:
    """A text as it grows, with where its parts stand in the file."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.locators: list[Locator] = []
        self.place = 0

    def write(self, text: str, locator: str | None = None) -> int:
        """Where `text` begins, which is appended; without a `locator` it stands where the text before it does."""
        start = self.place
        if locator and (not self.locators or self.locators[-1].name != locator):
            self.locators.append(Locator(start, locator))
        self.pieces.append(text)
        self.place += len(text)
        return start


def assemble(blocks: Iterable[Text | Grid], source: str) -> Content:
    """The text of `blocks` in their order, each on its own line or lines.

    Raises InputError where tables have more cells than a report's can have; `source` is what messages call the file.
    """
    writer = _Writer()
    tables: list[Table] = []
    above: list[tuple[int, str]] = []
    paragraphs = grids = cells = 0
    for block in blocks:
        page = f"page {block.page}" if block.page else None
        if isinstance(block, Text):
            if block.text.strip():
                paragraphs += 1
                start = writer.write(block.text + "\n", page or f"paragraph {paragraphs}")
                above = [*above, (start, block.text)][-ABOVE:]
            continue
        grids += 1
        cells += len(block.cells)
        if cells > MAX_CELLS:
            raise InputError(
                f"{source}: its tables have more than {MAX_CELLS} cells, the most that is read",
                "Save the report without its annex of tables.",
            )
        if is_table(block.cells):
            begin, lines = find_caption(above, writer.place)
            spans = tuple(_write_table(writer, block, grids))
            tables.append(Table(begin, writer.place, spans, lines))
            above = []
            continue
        for cell in block.cells:
            if cell.text.strip():
                start = writer.write(cell.text.strip() + "\n", page or _name_cell(grids, cell))
                above = [*above, (start, cell.text)][-ABOVE:]
    return Content("".join(writer.pieces), tuple(writer.locators), tuple(tables))


def _write_table(writer: _Writer, grid: Grid, number: int) -> Iterator[TableCell]:
    """The cells of a table, each written, a row a line."""
    page = f"page {grid.page}" if grid.page else None
    for row in _rows(grid.cells):
        for cell in row:
            start = writer.write(join_lines(cell.text), page or _name_cell(number, cell))
            yield TableCell(start, writer.place, cell.row, cell.column, cell.rows, cell.columns)
            writer.write("\n" if cell is row[-1] else "\t")


def find_caption(above: Sequence[tuple[int, str]], start: int) -> tuple[int, tuple[str, ...]]:
    """Where the caption of a table that starts at `start` begins, and the short lines above it, its own the last.

    `above` are the last lines before the table with their places. A caption is 表1 …, or what tells the unit, and the
    line above that.
    """
    lines = [(place, text.strip()) for place, text in above]
    begin, last = start, ""
    for place, text in reversed(lines):
        if len(text) > _CAPTION or text.endswith(_STOPS):
            break
        if _NUMBERED.match(text) or _UNIT.search(text) or (_ALONE.fullmatch(last) and not _HEADING.match(text)):
            begin = place
        if not _ALONE.fullmatch(text):
            break
        last = text
    return begin, tuple(text for _, text in lines if 0 < len(text) <= _CAPTION)


def is_table(cells: Sequence[GridCell]) -> bool:
    """Whether cells are a table of figures, and not the layout of a page, a list of tasks or of persons."""
    inner = [text for cell in cells if cell.row > 1 and cell.column > 1 and (text := _BLANK.sub("", cell.text))]
    figures = sum(_FIGURE.fullmatch(text) is not None and _NO_FIGURE.fullmatch(text) is None for text in inner)
    return figures >= _FEW and figures >= _SHARE * len(inner)


def join_lines(text: str) -> str:
    """`text` on one line: lines of Chinese are joined as they are, others with a space."""
    lines = [_BLANK.sub(" ", line).strip() for line in text.splitlines()]
    joined = ""
    for line in filter(None, lines):
        joined += " " + line if joined and joined[-1].isascii() and line[0].isascii() else line
    return joined


def _rows(cells: Sequence[GridCell]) -> Iterator[list[GridCell]]:
    row: list[GridCell] = []
    for cell in cells:
        if row and cell.row != row[-1].row:
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _name_cell(number: int, cell: GridCell) -> str:
    return f"table {number} row {cell.row} column {cell.column}"
