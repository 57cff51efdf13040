"""The goal set for a time beside the result reported for it, for each place and standard indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportcli.comparison.places import Place, Places
from reportcli.comparison.series import MEASURES, Reckoning, each_goal, each_result, reckoning_of
from reportcli.comparison.verdicts import difference, is_met
from reportcli.lexicon import indicators
from reportcli.model import Kind, Measure, Record, Scope

# What came of a goal. `undecided`: a result is there, but it does not tell, or is in another measure, unit, rate or
# basis; `open`: the report on that time does not tell of it; `no_report`: there is no report on that time. `unplanned`:
# a result without a goal.
Outcome = Literal["met", "missed", "undecided", "open", "no_report", "unplanned"]

# A value that a change starts from is a result too: often it is how a revised one is told.
SCOPES: tuple[Scope, ...] = ("place", "base")


class Track(Struct, frozen=True):
    """A goal and a result for it, or one of the two alone.

    A goal with a result that was revised later has a track for each; `counts` is true in one track of each goal, that
    with its first final result.
    """

    place: Place
    canonical: str
    measure: Measure
    period: str
    goal: Record | None
    result: Record | None
    met: bool | None
    difference: Decimal | None
    outcome: Outcome
    counts: bool


def find_tracks(records: Iterable[Record], places: Places, *, unplanned: bool = False) -> tuple[Track, ...]:
    """The tracks of all goals, and of the results of what a goal was set for at some time, or of all if `unplanned`.

    They are sorted by place, indicator, measure and time. Figures that are not the place's own, that have no standard
    indicator or whose time the text leaves open are left out.
    """
    gathered = _gather(records, places)
    planned = {
        subject[:3] for subject, figures in gathered.figures.items() if any(each.goals for each in figures.values())
    }
    order = {place: at for at, place in enumerate(places.every)}
    rank = {indicator.name: at for at, indicator in enumerate(indicators())}
    return tuple(
        track
        for subject in sorted(gathered.figures, key=lambda each: _order(each, order, rank))
        if unplanned or subject[:3] in planned
        for figures in gathered.figures[subject].values()
        for track in _pair(subject, figures, gathered.outcome_without_result(subject))
    )


_Subject = tuple[Place, str, Measure, str]


def last_year(period: str) -> int:
    """The year in which a period ends."""
    return int(period.rpartition("/")[2][:4])


@dataclass
class _Figures:
    """Goals and results that compare."""

    goals: list[Record] = field(default_factory=list)
    results: list[Record] = field(default_factory=list)


class _Gathered(Struct):
    """The figures of each subject by their reckoning, of what and when there are results, and the years covered.

    A report with goals covers the year before its own, one without goals its own.
    """

    figures: dict[_Subject, dict[Reckoning, _Figures]]
    told: set[tuple[Place, str, str]]
    covered: set[tuple[Place, int]]

    def outcome_without_result(self, subject: _Subject) -> Outcome:
        """What came of a goal that no result compares with."""
        place, canonical, _, period = subject
        if (place, canonical, period) in self.told:
            return "undecided"
        return "open" if (place, last_year(period)) in self.covered else "no_report"


def _gather(records: Iterable[Record], places: Places) -> _Gathered:
    figures: dict[_Subject, dict[Reckoning, _Figures]] = defaultdict(lambda: defaultdict(_Figures))
    told: set[tuple[Place, str, str]] = set()
    for record in records:
        found, place = record.observation, places.of(record)
        if found.canonical is None or found.period is None or found.measure not in MEASURES:
            continue
        if found.kind == "goal" and found.scope == "place":
            alike = figures[place, found.canonical, found.measure, found.period]
            alike[reckoning_of(found)].goals.append(record)
        elif found.kind == "achievement" and found.scope in SCOPES:
            alike = figures[place, found.canonical, found.measure, found.period]
            alike[reckoning_of(found)].results.append(record)
            told.add((place, found.canonical, found.period))
    return _Gathered(figures, told, _years_covered(places))


def _years_covered(places: Places) -> set[tuple[Place, int]]:
    """The years that a place's reports look back on."""
    reports: dict[tuple[Place, str | None, int], set[Kind]] = defaultdict(set)
    for each in places.mentions:
        if each.kind is not None:
            reports[places.of_mention(each), each.source, each.year or 0].add(each.kind)
    return {(place, year - ("goal" in kinds)) for (place, _, year), kinds in reports.items()}


def _order(
    subject: _Subject, places: Mapping[Place, int], indicators: Mapping[str, int]
) -> tuple[int, int, str, int, str]:
    place, canonical, measure, period = subject
    return places[place], indicators.get(canonical, len(indicators)), canonical, MEASURES.index(measure), period


def _pair(subject: _Subject, figures: _Figures, untold: Outcome) -> Iterator[Track]:
    """The tracks of figures that compare; `untold` is what came of a goal where there is no result among them."""
    results = each_result(figures.results)
    for goal in each_goal(figures.goals):
        if not results:
            yield Track(*subject, goal, None, None, None, untold, True)
        # The first final result is the one that a goal is judged by.
        judged = next((each for each in results if not each.observation.estimated), results[0] if results else None)
        for result in results:
            met = is_met(goal.observation, result.observation)
            outcome: Outcome = "undecided" if met is None else "met" if met else "missed"
            away = difference(goal.observation, result.observation)
            yield Track(*subject, goal, result, met, away, outcome, result is judged)
    if not figures.goals:
        for result in results:
            yield Track(*subject, None, result, None, None, "unplanned", False)
