"""What was compared as text, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reportcli.model import Rows
from reportcli.rendering import delimited, json, markdown
from reportcli.rendering.blocks import Block
from reportcli.rendering.formats import Format, Page


def render_comparison(
    rows: Rows, objects: Iterable[object], blocks: Iterable[Block], format: Format, page: Page
) -> Iterator[str]:
    """The text in chunks that follow each other: `rows` for csv and tsv, `objects` for JSON, `blocks` for people."""
    match format:
        case Format.TABLE:
            from reportcli.rendering.terminal import draw  # noqa: PLC0415 - rich, only where something is drawn

            return draw(blocks, page.width, colour=page.colour)
        case Format.JSON:
            return json.array(objects)
        case Format.JSONL:
            return json.lines(objects)
        case Format.CSV:
            return delimited.write_csv((rows.columns, *rows.rows))
        case Format.TSV:
            return delimited.write_tsv((rows.columns, *rows.rows))
        case Format.MARKDOWN:
            return markdown.write_markdown(blocks)
        case _:
            assert_never(format)
