"""The main targets of a report, in the order of its text, each with the result before it and the goal for later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportcli.model import Kind, Measure, Observation, Report, Statement
from reportcli.rendering.indicators import Years, find_years

# A plan that marks no main targets has them among its first figures for indicators with a standard name.
_UNMARKED = 12


class Target(Struct, frozen=True):
    """An indicator that the report sets a main target for.

    `goals` are for the year of the plan, `later` for a time after it, `results` of the year before. `worded` is the
    statement that sets the target where there is no number to it.
    """

    key: str
    name: str
    start: int
    goals: tuple[Observation, ...] = ()
    later: tuple[Observation, ...] = ()
    results: tuple[Observation, ...] = ()
    worded: Statement | None = None


def report_years(report: Report) -> Years:
    """The years of most results and of the goals in the whole report."""
    return find_years((found for section in report.sections for found in section.observations), report.year)


def find_targets(report: Report, years: Years) -> tuple[Target, ...]:
    """The main targets of the plan, in the order of the text; of a report that marks none, its first usual goals."""
    goals = [found for found in figures_of(report, "goal") if is_of(found, years.goal) or is_later(found, years)]
    marked = [found for found in goals if found.headline]
    marked = marked or [found for found in goals if found.canonical and is_of(found, years.goal)][:_UNMARKED]
    results = _by_key(found for found in figures_of(report, "achievement") if is_of(found, years.result))
    later = _by_key(found for found in goals if is_later(found, years))
    numbered = [
        _target(key, figures, later.get(key, []), results.get(key, []), years)
        for key, figures in _by_key(marked).items()
    ]
    return tuple(sorted([*numbered, *_worded(report, marked, results)], key=lambda target: target.start))


def find_results(report: Report, years: Years, targets: tuple[Target, ...]) -> list[list[Observation]]:
    """The results that stand beside no target, those of one indicator together.

    First come those of the overview of results, then those of indicators with a standard name, then the others.
    """
    told = {target.key for target in targets}
    others = _by_key(
        found for found in figures_of(report, "achievement") if is_of(found, years.result) and key_of(found) not in told
    )
    return sorted(others.values(), key=lambda found: (not found[0].headline, found[0].canonical is None))


def figures_of(report: Report, kind: Kind) -> Iterator[Observation]:
    """The figures of one kind that are the place's own."""
    return (
        found
        for section in report.sections
        for found in section.observations
        if found.kind == kind and found.scope == "place"
    )


def key_of(found: Observation | Statement) -> str:
    """What is the same for the same indicator."""
    return found.canonical or found.indicator or ""


def is_of(found: Observation, year: str | None) -> bool:
    """Whether a figure is of that year, or the text leaves its time open."""
    return found.period is None or found.period == year


def is_later(found: Observation, years: Years) -> bool:
    """Whether a goal is for a time after the year of the plan."""
    return found.period is not None and years.goal is not None and found.period.rpartition("/")[2][:4] > years.goal


def _by_key(figures: Iterable[Observation]) -> dict[str, list[Observation]]:
    """The figures of each indicator, both in the order of the text."""
    grouped: dict[str, list[Observation]] = {}
    for found in figures:
        grouped.setdefault(key_of(found), []).append(found)
    return grouped


def _target(
    key: str, marked: list[Observation], later: list[Observation], results: list[Observation], years: Years
) -> Target:
    due = [found for found in marked if is_of(found, years.goal)]
    later = [found for found in later if found.headline] or later
    return Target(
        key=key,
        name=marked[0].indicator,
        start=marked[0].start,
        goals=tuple(_each_once(due)),
        later=tuple(_each_once(later)),
        results=_before({found.measure for found in due or later}, results),
    )


def _before(measures: set[Measure], results: list[Observation]) -> tuple[Observation, ...]:
    """The one of the results that a goal in one of `measures` is to be seen beside."""
    # The overview of results says best what the place thinks it reached.
    results = [found for found in results if found.headline] or results
    return tuple(([found for found in results if found.measure in measures] or results)[:1])


def _worded(report: Report, marked: list[Observation], results: dict[str, list[Observation]]) -> Iterator[Target]:
    """The targets without a number that stand among those with one."""
    lines = {found.line for found in marked if found.headline}
    told = {key_of(found) for found in marked}
    for section in report.sections:
        for found in section.statements:
            if found.kind == "goal" and found.indicator and found.line in lines and key_of(found) not in told:
                told.add(key_of(found))
                place = max(found.text.find(found.indicator), 0)
                yield Target(
                    key=key_of(found),
                    name=found.indicator,
                    start=found.start + place,
                    results=_before({"growth"}, results.get(key_of(found), [])),
                    worded=found,
                )


def _each_once(found: list[Observation]) -> Iterator[Observation]:
    known: set[tuple[object, ...]] = set()
    for each in found:
        figure = (each.measure, each.value, each.upper, each.unit)
        if figure not in known:
            known.add(figure)
            yield each
