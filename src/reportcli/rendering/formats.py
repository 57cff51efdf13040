"""The output formats, and what is common to those for people."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from reportcli.rendering.labels import EN, Labels


class Format(StrEnum):
    """How the output is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class Page(Struct, frozen=True):
    """How people's formats are drawn.

    `width` is in columns, None for as many as need be; `labels` are the headings in one language; `full` asks for each
    section also of a long report, of which else there is an overview.
    """

    width: int | None = None
    colour: bool = False
    labels: Labels = EN
    full: bool = False
