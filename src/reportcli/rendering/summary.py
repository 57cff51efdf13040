"""A report section by section: its keywords, its indicators in one table, and what it states without a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcli.model import Report, Rows, Section, Statement, StatementKind
from reportcli.rendering.blocks import Block, Heading, Labelled, Quotes, Terms
from reportcli.rendering.indicators import SHOWN_SCOPES, Years, find_years, pair_figures
from reportcli.rendering.labels import Labels
from reportcli.rendering.tables import Cells, lay_table, write_cells

SUMMARY_COLUMNS = (
    *("source", "place", "year", "section", "region"),
    *("indicator", "result", "change", "goal", "against", "lines"),
)

# A section of so many characters is as soon read as its summary, and a summary longer than this part of its section
# says no less than the section.
_SHORT, _SUMMARY_SHARE = 500, 0.5


def summarize_sections(report: Report, labels: Labels) -> Iterator[Block]:
    """The whole report, section by section, without the sections of which there is nothing to say."""
    yield from report_heading(report, labels)
    for section in report.sections:
        yield from _summarize_section(report, section, labels)


def report_heading(report: Report, labels: Labels) -> Iterator[Block]:
    """The report's title, and of what place, what year and what file it is."""
    title = report.title or report.source or labels.untitled
    facts = (report.place, labels.year.format(report.year) if report.year else None, report.source)
    yield Heading(0, title, labels.separator.join(fact for fact in facts if fact and fact != title))


def section_years(report: Report, section: Section) -> Years:
    """The years of a section's table, where it names none those of the report."""
    own = find_years(section.observations, report.year)
    whole = find_years((found for each in report.sections for found in each.observations), report.year)
    return Years(own.result or whole.result, own.goal or whole.goal)


def _summarize_section(report: Report, section: Section, labels: Labels) -> Iterator[Block]:
    if section.title is None and not section.observations and not section.statements:
        return
    yield Heading(1, section.title or labels.lead, _section_aside(report, section, labels))
    if section.keywords:
        yield Terms(labels.keywords, tuple(keyword.text for keyword in section.keywords))
    worded = _worded(section)
    told = {found.start for found in worded}
    length = section.end - section.start
    if length > _SHORT and sum(len(sentence.text) for sentence in section.summary) <= _SUMMARY_SHARE * length:
        untold = "".join(sentence.text for sentence in section.summary if sentence.start not in told)
        if untold:
            yield Labelled(labels.summary, untold)
    if rows := _section_cells(report, section, labels):
        yield from lay_table(rows, section_years(report, section), labels)
    yield from _worded_blocks(worded, labels)


def _section_cells(report: Report, section: Section, labels: Labels) -> list[Cells]:
    years = section_years(report, section)
    statements = {statement.start: statement for statement in section.statements}
    indicators = pair_figures(section.observations, section.statements, years, section.region or report.place)
    return [write_cells(indicator, statements, labels) for indicator in indicators]


def summary_rows(reports: Iterable[Report], labels: Labels) -> Rows:
    """The rows of the tables of all sections, each with its report and its section."""
    return Rows(
        SUMMARY_COLUMNS,
        tuple(
            (
                *(report.source, report.place, report.year, section.title, section.region),
                *(cells.indicator.strip(), cells.result, cells.change, cells.goal, cells.against),
                # A spreadsheet would take 3/7 for a date.
                cells.lines.replace("/", " "),
            )
            for report in reports
            for section in report.sections
            for cells in _section_cells(report, section, labels)
        ),
    )


def _section_aside(report: Report, section: Section, labels: Labels) -> str:
    """What place it is of, where it stands, and how many results and goals it has."""
    lines = [found.line for found in section.observations] + [found.line for found in section.statements]
    last = max(lines, default=section.line)
    where = labels.line.format(last) if last == section.line else labels.span.format(section.line, last)
    results = sum(found.kind == "achievement" for found in section.observations)
    goals = len(section.observations) - results
    counts = labels.counts.format(results, goals) if results or goals else None
    repeated = section.region in {None, report.place} or (section.title or "").startswith(section.region or "")
    place = None if repeated else section.region
    return labels.separator.join(filter(None, (place, where, counts)))


def _worded(section: Section) -> list[Statement]:
    """The statements of which the table shows no figure of their kind, and the admitted problems."""
    shown = {(found.kind, found.sentence_start) for found in section.observations if found.scope in SHOWN_SCOPES}
    return [found for found in section.statements if (found.kind, found.start) not in shown]


def _worded_blocks(statements: Iterable[Statement], labels: Labels) -> Iterator[Block]:
    """`statements` by their kind, each with its line."""
    by_kind: dict[StatementKind, list[tuple[int, str]]] = {"achievement": [], "goal": [], "problem": []}
    for found in statements:
        by_kind[found.kind].append((found.line, found.text))
    for kind, sentences in by_kind.items():
        if sentences:
            yield Quotes(labels.worded[kind], tuple(sentences))
