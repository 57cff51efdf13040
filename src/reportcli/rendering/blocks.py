"""What a summary is made of, whatever it is shown in: headings, labelled texts, tables and notes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Heading(Struct, frozen=True):
    """The title of a report (level 0), of a part of it (1) or of a table (2), and what is said beside it."""

    level: int
    text: str
    aside: str = ""


class Labelled(Struct, frozen=True):
    """A text under a label."""

    label: str
    text: str


class Terms(Struct, frozen=True):
    """Words under a label."""

    label: str
    terms: tuple[str, ...]


class Quotes(Struct, frozen=True):
    """Sentences of the report under a label, each with its line."""

    label: str
    sentences: tuple[tuple[int, str], ...]


class Column(Struct, frozen=True):
    """A column's heading; figures stand at its right edge, words at its left."""

    heading: str
    figures: bool = False


class Table(Struct, frozen=True):
    """Columns and rows of text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def drop_empty_columns(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    """A table without the columns in which nothing stands."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return Table(tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


class Note(Struct, frozen=True):
    """A remark on what stands above it."""

    text: str


Block = Heading | Labelled | Terms | Quotes | Table | Note
