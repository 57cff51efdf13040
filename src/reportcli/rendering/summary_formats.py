"""Summaries of reports as text, in the format for people or tables that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from reportcli.model import Report
from reportcli.rendering import delimited, markdown
from reportcli.rendering.blocks import Block
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.overview import PAGE_LINES, is_long, summarize_report
from reportcli.rendering.summary import summarize_sections, summary_rows

SummaryFormat = Literal[Format.TABLE, Format.CSV, Format.TSV, Format.MARKDOWN]


def render_summaries(reports: Iterable[Report], format: SummaryFormat, page: Page) -> Iterator[str]:
    """The text of the summaries, in chunks that follow each other; a report is taken only when its turn has come."""
    match format:
        case Format.TABLE:
            return _draw_reports(reports, page)
        case Format.CSV:
            rows = summary_rows(reports, page.labels)
            return delimited.write_csv((rows.columns, *rows.rows))
        case Format.TSV:
            rows = summary_rows(reports, page.labels)
            return delimited.write_tsv((rows.columns, *rows.rows))
        case Format.MARKDOWN:
            return markdown.write_markdown(block for report in reports for block in _blocks(report, page))
        case _:
            assert_never(format)


def _blocks(report: Report, page: Page) -> Iterator[Block]:
    if is_long(report) and not page.full:
        return summarize_report(report, page.labels)
    return summarize_sections(report, page.labels)


def _draw_reports(reports: Iterable[Report], page: Page) -> Iterator[str]:
    for at, report in enumerate(reports):
        if at:
            yield "\n"
        if is_long(report) and not page.full:
            yield from _draw_overview(report, page)
        else:
            yield from _draw(summarize_sections(report, page.labels), page)


def _draw_overview(report: Report, page: Page) -> list[str]:
    """The overview in as much detail as leaves it on its page: how many lines it takes is seen when it is drawn."""
    drawn: list[str] = []
    for lines in range(PAGE_LINES, PAGE_LINES // 2, -2):
        drawn = [*_draw(summarize_report(report, page.labels, page.width, lines), page)]
        if sum(chunk.count("\n") for chunk in drawn) <= PAGE_LINES:
            break
    return drawn


def _draw(blocks: Iterable[Block], page: Page) -> Iterator[str]:
    from reportcli.rendering.terminal import draw  # noqa: PLC0415 - rich is imported only where something is drawn

    return draw(blocks, page.width, colour=page.colour)
