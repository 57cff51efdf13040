"""What was compared as text, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from reportcli.model import Cell, Rows
from reportcli.rendering import delimited, json, markdown
from reportcli.rendering.blocks import Block
from reportcli.rendering.formats import Format, Page


def render_comparison(
    make_rows: Callable[[], Rows],
    blocks: Iterable[Block],
    format: Format,
    page: Page,
    objects: Iterable[object] | None = None,
) -> Iterator[str]:
    """The text in chunks that follow each other: rows for csv and tsv, `blocks` for people.

    For JSON it is `objects`, or the rows as objects. Only what the format takes is made.
    """
    match format:
        case Format.TABLE:
            from reportcli.rendering.terminal import draw  # noqa: PLC0415 - rich, only where something is drawn

            return draw(blocks, page.width, colour=page.colour)
        case Format.JSON:
            return json.array(_objects(make_rows) if objects is None else objects)
        case Format.JSONL:
            return json.lines(_objects(make_rows) if objects is None else objects)
        case Format.CSV:
            return delimited.write_csv(_lines(make_rows))
        case Format.TSV:
            return delimited.write_tsv(_lines(make_rows))
        case Format.MARKDOWN:
            return markdown.write_markdown(blocks)
        case _:
            assert_never(format)


def _objects(make_rows: Callable[[], Rows]) -> Iterable[object]:
    rows = make_rows()
    return json.objects(rows.columns, rows.rows)


def _lines(make_rows: Callable[[], Rows]) -> Iterable[Sequence[Cell]]:
    rows = make_rows()
    return rows.columns, *rows.rows
