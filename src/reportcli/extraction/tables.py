"""Observations in tables of indicators.

Rows are named by indicators and columns by times and measures; or rows by places or times and columns by indicators.
What a figure means is what its row, its column and the lines above the table say together; its unit is that of the cell
itself, of its row, of its column or of the caption, whichever comes first. An amount without a unit is read only where
its name is that of a standard indicator.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportcli.extraction.cells import CellFigure, read_cell
from reportcli.extraction.cues import cues
from reportcli.extraction.grids import GridRow, Shape, find_shape
from reportcli.extraction.heads import Caption, Head, read_caption
from reportcli.extraction.periods import OPEN, UNKNOWN_YEAR, Frame, is_known, period_of, years
from reportcli.extraction.records import Source
from reportcli.extraction.row_names import RowName, is_full, is_place, read_row_names
from reportcli.extraction.table_heads import read_heads
from reportcli.extraction.table_words import table_words
from reportcli.layout.folding import LEFT_OUT, fold
from reportcli.lexicon import find_canonical
from reportcli.model import Kind, Observation, Outline, Period, Rate, Role, Section, Table, TableCell

_LONGEST_NAME = 40
# What a column of attributes says of a goal: 约束性, 预期性.
_BINDING = ("约束", "预期")
_PERCENT = ("%", "‰", "个百分点")


class Setting(Struct, frozen=True):
    """What the section says of a table in it: the report's year, the year of what names none, its role and place.

    `codes` are the official codes of the places that the report has parts on.
    """

    year: int
    default: int
    role: Role
    region: str | None
    codes: Mapping[str | None, str | None]


class _Figure(Struct, frozen=True):
    """A figure with all that tells what it is: its row, its column, the lines above the table.

    `commitment` is whether the row's goal is binding, where the table tells; `latest` the last year of its columns.
    """

    figure: CellFigure
    cell: TableCell
    row: RowName
    head: Head
    caption: Caption
    commitment: str | None
    latest: int


def add_tables(
    source: Source, tables: Sequence[Table], outline: Outline, sections: Sequence[Section]
) -> tuple[Section, ...]:
    """The sections with what the tables in them tell; a table that names no year is of that of the one before it."""
    told: list[list[Observation]] = [[] for _ in sections]
    starts = [section.start for section in sections]
    year, named = outline.year or UNKNOWN_YEAR, 0
    codes = {outline.place: outline.place_code} | {section.region: section.region_code for section in sections}
    for table in tables:
        index = bisect_right(starts, table.start) - 1
        section = sections[index]
        default = named or year - (section.role != "plan" and not outline.elapsed)
        named = _year_of(table, year, default) or named
        region = section.region or outline.place
        told[index] += read_table(source, table, Setting(year, default, section.role, region, codes))
    return tuple(
        replace(section, observations=tuple(sorted((*section.observations, *own), key=lambda each: each.start)))
        for section, own in zip(sections, told, strict=True)
    )


def _year_of(table: Table, year: int, default: int) -> int:
    """The year that the lines above a table name, 0 for none."""
    frame = read_caption(table.above, year, default).head.frame
    return 0 if frame.span else frame.year


def read_table(source: Source, table: Table, setting: Setting) -> list[Observation]:
    """The observations in `table`, in order."""
    shape = find_shape(source.text, table)
    if shape is None:
        return []
    caption = read_caption((*table.above, *shape.captions), setting.year, setting.default)
    if caption.head.frame.year and caption.head.frame.span is None:
        setting = replace(setting, default=caption.head.frame.year)
    time = (setting.year, setting.default)
    heads = read_heads(shape, caption, time)
    names: dict[int, list[RowName | None]] = {}
    for column in shape.columns:  # the first of those with the same names holds their amounts
        if column.names not in names:
            names[column.names] = read_row_names(shape, column, heads[column.index], caption, time)
    latest = max((head.frame.year for head in heads.values()), default=0)
    found: list[Observation] = []
    for number, row in enumerate(shape.rows):
        if (span := _span(row)) is None:
            continue
        commitment = _commitment(shape, row)
        by_column = {cell.column: cell for cell in row.cells}
        for column in shape.columns:
            cell, name = by_column.get(column.index), names[column.names][number]
            if cell is None or name is None or (read := read_cell(_folded(source, cell))) is None:
                continue
            each = _Figure(read, cell, name, heads[column.index], caption, commitment, latest)
            made = _observation(source, each, setting, span)
            if made is not None:
                found.append(made)
    return found


def _folded(source: Source, cell: TableCell) -> str:
    """The text of a cell, as long as it stands in the source."""
    return fold(source.text[cell.start : cell.end]).replace(LEFT_OUT, " ")


def _span(row: GridRow) -> tuple[int, int] | None:
    """From where to where what a row says stands in the source; None where all of it stands in cells of rows above."""
    told = [cell for cell in row.cells if cell.end > cell.start]
    return (told[0].start, told[-1].end) if told else None


def _commitment(shape: Shape, row: GridRow) -> str | None:
    told = (row.texts.get(column, "") for column in shape.attributes)
    return next((text for text in told if text.startswith(_BINDING)), None)


def _observation(source: Source, each: _Figure, setting: Setting, row: tuple[int, int]) -> Observation | None:
    """The observation that a figure is, None where it cannot be told what it measures."""
    unit = _unit(each)
    name, region = _name(each)
    name, each = _as_growth(name, each, unit)
    figure, head = each.figure, each.head
    measure = head.measure or "level"
    canonical = find_canonical(name, measure, unit)
    if not 1 < len(name) <= _LONGEST_NAME or not (unit or canonical or measure == "rank"):
        return None
    place = region or each.row.region or setting.region
    period, rate, base = _time(each, setting)
    kind = _kind(each, setting, period)
    start, end = each.cell.start + figure.start, each.cell.start + figure.end
    sign = head.sign if measure == "growth" else 1
    return Observation(
        kind=kind,
        indicator=name,
        canonical=canonical,
        measure=measure,
        value=figure.value * sign,
        upper=None if figure.upper is None else figure.upper * sign,
        unit=unit,
        bound=figure.bound,
        period=str(period) if period is not None and is_known(period) else None,
        region=place,
        region_code=setting.codes.get(place),
        quote=source.text[start:end],
        start=start,
        end=end,
        sentence_start=row[0],
        sentence_end=row[1],
        line=source.line(start),
        locator=source.locator(start),
        headline=False,
        scope="place",
        rate=rate,
        base_period=base,
        basis=None,
        commitment=each.commitment if kind == "goal" else None,
        estimated=kind == "achievement" and (head.is_estimate or each.caption.head.is_estimate),
        among=None,
    )


def _name(each: _Figure) -> tuple[str, str | None]:
    """The indicator, and the place that its column names.

    1. The row names it, the column says what of it is measured;
    2. or the column, where the row is a total, a place or a time; or the caption, where neither does.
    3. The column names a place, or the whole of it.
    4. Both name it: 日本 | 出口额, 城镇 | 居民人均可支配收入; but 发电量 | 产量.
    """
    row, head = each.row.text, each.head.name
    region = None
    if head in table_words().totals:
        head = ""
    elif is_place(head):
        head, region = "", head
    if not row or not head:
        name = row or head or each.caption.name
    elif is_full(head, each.head.unit):
        name = row if head in cues().dependent.words and is_full(row, _unit(each)) else row + head
    else:
        name = head + row
    return (name if not each.head.share or name.endswith(each.head.share) else name + each.head.share), region


def _as_growth(name: str, each: _Figure, unit: str) -> tuple[str, _Figure]:
    """A row that is called 地区生产总值增速 or 能耗降低, as the growth of what it is called after."""
    match = table_words().growth_name.search(name) if each.head.measure is None and unit in _PERCENT else None
    if match is None or not match.start():
        return name, each
    head = replace(each.head, measure="growth", rate="yoy", sign=-1 if match["fall"] else 1)
    return name[: match.start()], replace(each, head=head)


def _unit(each: _Figure) -> str:
    head = each.head
    if head.measure == "rank":
        return ""
    if (head.measure in ("growth", "completion") and not head.in_amount) or head.share:
        return each.figure.unit or head.unit or "%"
    return each.figure.unit or each.row.unit or head.unit or each.caption.head.unit


def _time(each: _Figure, setting: Setting) -> tuple[Period | None, Rate | None, str | None]:
    """The period of a figure, and of a growth its rate and the period that it is against where that is named."""
    frames = (each.row.frame, each.head.frame, each.caption.head.frame)
    frame = next((frame for frame in frames if frame != OPEN), Frame(setting.default))
    rate, base = each.head.rate, each.head.base
    if rate == "average" and frame.span is None:
        return None, rate, None
    if rate and base and base < (frame.year or setting.default) - 1:
        return years(base + 1, frame.year or setting.default), "cumulative", str(base)
    return period_of(frame, setting.default), rate, None


def _kind(each: _Figure, setting: Setting, period: Period | None) -> Kind:
    if each.head.measure == "completion":
        return "achievement"
    last = int(period.last[:4]) if period is not None else setting.default
    to_come = last > setting.year or (last == setting.year and setting.role == "plan")
    planned = each.caption.head.is_goal and (last >= setting.year or each.head.frame == OPEN)
    bound = each.commitment is not None and last >= each.latest > 0
    return "goal" if each.head.is_goal or to_come or planned or bound else "achievement"
