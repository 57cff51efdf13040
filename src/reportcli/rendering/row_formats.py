"""Rows as text, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportcli.model import Rows
from reportcli.rendering import delimited, json, markdown
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.row_tables import lay_rows


def render_rows(rows: Rows, format: Format, page: Page) -> Iterator[str]:
    """The text of `rows`, in chunks that follow each other."""
    match format:
        case Format.TABLE:
            from reportcli.rendering.terminal import draw  # noqa: PLC0415 - rich, only where something is drawn

            return draw([lay_rows(rows, page.labels)], page.width, colour=page.colour)
        case Format.JSON:
            return json.array(json.objects(rows.columns, rows.rows))
        case Format.JSONL:
            return json.lines(json.objects(rows.columns, rows.rows))
        case Format.CSV:
            return delimited.write_csv((rows.columns, *rows.rows))
        case Format.TSV:
            return delimited.write_tsv((rows.columns, *rows.rows))
        case Format.MARKDOWN:
            return markdown.write_markdown([lay_rows(rows, page.labels)])
        case _:
            assert_never(format)
