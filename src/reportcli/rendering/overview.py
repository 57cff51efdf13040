"""A long report on one page: its main targets, a few results and problems, and what the parts of its plan promise."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportcli.model import Report, Section
from reportcli.rendering.blocks import Block, Note, Quotes, Terms
from reportcli.rendering.labels import Labels
from reportcli.rendering.overview_tables import lay_parts, lay_results, lay_targets
from reportcli.rendering.plain import columns_of, shorten
from reportcli.rendering.summary import report_heading
from reportcli.rendering.targets import find_results, find_targets, report_years

# A report of one place is long from so many characters or figures on; a round-up of places never is.
LONG_TEXT, MANY_FIGURES = 4000, 30

# The page's lines, and those of its heading, targets' and parts' table heads, keywords, closing note and the gaps.
PAGE_LINES, _FRAME = 45, 12
# The line's number before a quoted sentence.
_MARGIN = 8


def is_long(report: Report) -> bool:
    """Whether a report of one place holds more than can be taken in section by section."""
    if any(section.region not in {None, report.place} for section in report.sections):
        return False
    figures = sum(len(section.observations) for section in report.sections)
    return figures > MANY_FIGURES or (bool(report.sections) and report.sections[-1].end > LONG_TEXT)


def summarize_report(
    report: Report, labels: Labels, width: int | None = None, lines: int = PAGE_LINES
) -> Iterator[Block]:
    """The report on one page of so many lines, with all that it holds counted at the end.

    Headings and sentences are shortened for a terminal of `width` columns; without one they are whole. Where cells are
    broken over lines the page is longer than `lines`: ask for fewer then.
    """
    years = report_years(report)
    statements = [found for section in report.sections for found in section.statements]
    texts = {found.start: found for found in statements}
    targets = find_targets(report, years)
    results = find_results(report, years, targets)
    problems = [found for found in statements if found.kind == "problem"]
    parts = plan_parts(report)
    # Targets and parts come first; what they leave is for results and problems.
    left = lines - _FRAME - len(targets) - len(parts)
    room = next((room for room in _ROOMS if room.lines <= left), _ROOMS[-1])

    yield from report_heading(report, labels)
    if targets:
        yield lay_targets(targets, texts, years, labels)
    # Where a report sets no targets its results have their place.
    if results := results[: room.results if targets else left - room.problems * room.problem_lines - 1]:
        yield lay_results(results, texts, years, labels, others=bool(targets))
    if problems and room.problems:
        columns = room.problem_lines * (width - _MARGIN) if width else None
        told = [(found.line, shorten(found.text, columns)) for found in problems[: room.problems]]
        yield Quotes(labels.worded["problem"], tuple(told))
    if parts:
        yield lay_parts(parts, len(parts) + min(left, 0), labels, width)
    if report.keywords:
        yield Terms(labels.keywords, _in_one_line([keyword.text for keyword in report.keywords], labels, width))
    yield Note(labels.rest.format(_count_all(report, labels)))


def plan_parts(report: Report) -> list[Section]:
    """The parts of the plan: of each of its chapters the sections under it, the chapter itself where it has none."""
    plan = [section for section in report.sections if section.role == "plan" and section.title]
    return [
        section
        for at, section in enumerate(plan)
        if section.level > 1 or all(below.level <= section.level for below in plan[at + 1 : at + 2])
    ]


class _Room(Struct, frozen=True):
    """How many other results and problems are told, and in how many lines a problem at most."""

    results: int
    problems: int
    problem_lines: int

    @property
    def lines(self) -> int:
        """What they take, with the head and the gap of the results and the label of the problems."""
        return (self.results and self.results + 3) + (self.problems and self.problems * self.problem_lines + 1)


# From most to least.
_ROOMS = (
    _Room(6, 3, 2),
    _Room(6, 3, 1),
    _Room(3, 3, 1),
    _Room(3, 1, 1),
    _Room(0, 3, 1),
    _Room(0, 1, 1),
    _Room(0, 0, 1),
)


def _in_one_line(terms: list[str], labels: Labels, width: int | None) -> tuple[str, ...]:
    """As many of `terms` as fit the line that they are shown in, at least one."""
    shown = len(terms)
    while width and shown > 1 and columns_of(f"{labels.keywords}: {'  '.join(terms[:shown])}") > width:
        shown -= 1
    return tuple(terms[:shown])


def _count_all(report: Report, labels: Labels) -> str:
    figures = [found.kind for section in report.sections for found in section.observations]
    problems = sum(found.kind == "problem" for section in report.sections for found in section.statements)
    return labels.totals.format(figures.count("achievement"), figures.count("goal"), problems, len(report.sections))
