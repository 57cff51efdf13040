"""The output formats, and what renders rows and reports in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from reportcli.model import Report, Rows
from reportcli.rendering import delimited, json


class Format(StrEnum):
    """How the output is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


def render_rows(rows: Rows, format: Format) -> Iterator[str]:
    """The text of `rows`, in chunks that follow each other."""
    match format:
        case Format.TABLE | Format.MARKDOWN:
            return delimited.write_tsv(rows)
        case Format.JSON:
            return json.array(json.objects(rows))
        case Format.JSONL:
            return json.lines(json.objects(rows))
        case Format.CSV:
            return delimited.write_csv(rows)
        case Format.TSV:
            return delimited.write_tsv(rows)
        case _:
            assert_never(format)


def render_reports(reports: Iterable[Report], format: Format) -> Iterator[str]:
    """The text of `reports`, in chunks that follow each other; a report is taken only when its turn has come."""
    match format:
        case Format.JSON | Format.TABLE | Format.MARKDOWN | Format.CSV | Format.TSV:
            return json.array(reports)
        case Format.JSONL:
            return json.lines(reports)
        case _:
            assert_never(format)
