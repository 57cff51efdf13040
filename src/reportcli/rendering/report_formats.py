"""Reports as text, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reportcli.model import Report
from reportcli.rendering import json
from reportcli.rendering.formats import Format, Page


def render_reports(reports: Iterable[Report], format: Format, page: Page) -> Iterator[str]:
    """The text of `reports`, in chunks that follow each other; a report is taken only when its turn has come.

    JSON and JSON lines hold the reports whole, the other formats their summaries.
    """
    match format:
        case Format.JSON:
            return json.array(reports)
        case Format.JSONL:
            return json.lines(reports)
        case Format.TABLE | Format.CSV | Format.TSV | Format.MARKDOWN:
            from reportcli.rendering.summary_formats import render_summaries  # noqa: PLC0415 - JSON does without

            return render_summaries(reports, format, page)
        case _:
            assert_never(format)
