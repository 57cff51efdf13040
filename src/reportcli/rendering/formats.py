"""The output formats, and what renders rows and reports in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from reportcli.model import Report, Rows
from reportcli.rendering import delimited, json, markdown
from reportcli.rendering.blocks import Block
from reportcli.rendering.labels import EN, Labels
from reportcli.rendering.row_tables import lay_rows
from reportcli.rendering.summary import summarize_sections, summary_rows


class Format(StrEnum):
    """How the output is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class Page(Struct, frozen=True):
    """What people's formats are drawn on: columns, None for as many as need be, colours, the language of headings."""

    width: int | None = None
    colour: bool = False
    labels: Labels = EN


def render_rows(rows: Rows, format: Format, page: Page) -> Iterator[str]:
    """The text of `rows`, in chunks that follow each other."""
    match format:
        case Format.TABLE:
            return _draw([lay_rows(rows, page.labels)], page)
        case Format.JSON:
            return json.array(json.objects(rows))
        case Format.JSONL:
            return json.lines(json.objects(rows))
        case Format.CSV:
            return delimited.write_csv(rows)
        case Format.TSV:
            return delimited.write_tsv(rows)
        case Format.MARKDOWN:
            return markdown.write_markdown([lay_rows(rows, page.labels)])
        case _:
            assert_never(format)


def render_reports(reports: Iterable[Report], format: Format, page: Page) -> Iterator[str]:
    """The text of `reports`, in chunks that follow each other; a report is taken only when its turn has come."""
    match format:
        case Format.TABLE:
            return _draw(_blocks(reports, page), page)
        case Format.JSON:
            return json.array(reports)
        case Format.JSONL:
            return json.lines(reports)
        case Format.CSV:
            return delimited.write_csv(summary_rows(reports, page.labels))
        case Format.TSV:
            return delimited.write_tsv(summary_rows(reports, page.labels))
        case Format.MARKDOWN:
            return markdown.write_markdown(_blocks(reports, page))
        case _:
            assert_never(format)


def _blocks(reports: Iterable[Report], page: Page) -> Iterator[Block]:
    return (block for report in reports for block in summarize_sections(report, page.labels))


def _draw(blocks: Iterable[Block], page: Page) -> Iterator[str]:
    from reportcli.rendering.terminal import draw  # noqa: PLC0415 - rich is imported only where something is drawn

    return draw(blocks, page.width, colour=page.colour)
