"""What the rows of a table are of: indicators, places or times.

A row that only names a part (第一产业, 其中：一般贸易, 水泥) is called after the row above it that it is a part of, or
after what the caption says the table is of.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportcli.extraction.cues import cues
from reportcli.extraction.grids import Column, GridRow, Shape
from reportcli.extraction.heads import Caption, Head, Name, read_head, read_name, squeeze
from reportcli.extraction.periods import OPEN, Frame
from reportcli.extraction.table_words import table_words
from reportcli.lexicon import find_canonical
from reportcli.segmentation.places import place_at

# How many of a table's rows are called like places or times, if these are what its rows are.
_MOSTLY = 0.6
_LONGEST_UNIT = 10


class RowName(Struct, frozen=True):
    """What a row is of: `text` is the indicator, "" where the column names it; `region` and `frame` are its own."""

    text: str = ""
    unit: str = ""
    region: str | None = None
    frame: Frame = OPEN


def read_row_names(
    shape: Shape, column: Column, head: Head, caption: Caption, time: tuple[int, int]
) -> list[RowName | None]:
    """What each row is of, by the names that stand before a column of amounts; None for rows without figures.

    `head` is the head of those amounts, `time` the report's year and that which is meant where none is named.
    """
    names = [read_name(row.texts.get(column.names, "")) for row in shape.rows]
    told = [name.text for name in names if name.text]
    of_places = table_words().places.search(shape.name_heads.get(column.names, "")) is not None or _mostly(
        [is_place(name) or name in table_words().totals for name in told]
    )
    if of_places and any(is_place(name) for name in told):
        return [
            RowName(region=None if name.text in table_words().totals else name.text) if name.text else None
            for name in names
        ]
    frames = [_frame(row.texts.get(column.names, ""), time) for row in shape.rows]
    if _mostly([frame != OPEN for frame in frames]):
        return [RowName(frame=frame) if frame != OPEN else None for frame in frames]
    completion = _completion(names, head, caption)
    return _indicators(shape.rows, names, column.units, head.unit or caption.head.unit, completion)


def _completion(names: Sequence[Name], head: Head, caption: Caption) -> str | None:
    """What completes the names of a table's rows where that is not the row above them: 产量 after 水泥, else None.

    The head of the column names it; or the caption, if the first row needs it.
    """
    if head.name:
        return ""
    measured = table_words().measured
    of = next((measured[end] for end in measured if caption.name.endswith(end)), cues().heads.at_end(caption.name))
    first = next((name for name in names if name.text), None)
    return of if of and first is not None and not is_full(first.text, "") else None


def _indicators(
    rows: Sequence[GridRow], names: Sequence[Name], units: int | None, usual: str, completion: str | None
) -> list[RowName | None]:
    """The rows of a table of indicators, each by its full name and with its unit.

    `usual` is the unit of rows that tell none. A part is called after the group that it stands in, after the last full
    name above it, or by the `completion`.
    """
    found: list[RowName | None] = []
    group = parent = RowName()
    part_unit = ""
    for row, name in zip(rows, names, strict=True):
        unit = squeeze(row.texts.get(units, "")) if units is not None else name.unit
        unit = unit if len(unit) <= _LONGEST_UNIT and not unit.strip("-—–/、.…").isdecimal() else ""
        told = [
            text for column, text in row.texts.items() if column > 1 and column != units and text != row.texts.get(1)
        ]
        if not any(told):
            # 畜禽产品产量 stands over its parts; 一、经济发展 over what follows, and is of no figure.
            group = parent = RowName(name.text, unit) if cues().heads.at_end(name.text) else RowName()
            found.append(None)
            continue
        full = is_full(name.text, unit or usual)
        # What follows 其中 is counted as that is, until a row says how it is counted.
        part_unit = "" if unit or full else (found[-1].unit if name.is_part and found and found[-1] else part_unit)
        unit = unit or (part_unit if not usual else "")
        if name.text in table_words().totals:
            found.append(RowName("", unit))
        elif full or not name.text:
            parent = RowName(name.text, unit)
            found.append(parent)
        elif completion is not None and not group.text:
            found.append(RowName(name.text + completion, unit))
        else:
            found.append(
                RowName(_part_of(name.text, parent if name.is_part else group if group.text else parent, unit), unit)
            )
    return found


def _part_of(name: str, whole: RowName, unit: str) -> str:
    """The full name of a part: 第一产业|增加值, 一般贸易|出口额."""
    if not whole.text or (unit and whole.unit and unit != whole.unit):
        return name
    return name + table_words().children.get(find_canonical(whole.text) or "", whole.text)


def is_full(name: str, unit: str) -> bool:
    """Whether a name tells by itself what is measured: that of a standard indicator, or one with 收入, 产量, 率 …"""
    return find_canonical(name, "level", unit or None) is not None or cues().heads.at_end(name) != ""


def is_place(name: str) -> bool:
    """Whether all of `name` is the name of a place."""
    place = place_at(name) if name else None
    return place is not None and place.end == len(name)


def _frame(text: str, time: tuple[int, int]) -> Frame:
    """The time that is all that the first cell of a row names: 2018年, 一季度."""
    head = read_head(text, *time)
    return head.frame if not head.name and head.measure is None else OPEN


def _mostly(flags: Sequence[bool]) -> bool:
    return bool(flags) and sum(flags) >= _MOSTLY * len(flags)
