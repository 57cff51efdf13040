"""The goal set for a time beside the result reported for it, for each place and standard indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


class Track(Struct, frozen=True, gc=False):
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
    order = {place: at for at, place in enumerate(places.every)}
    rank = {indicator.name: at for at, indicator in enumerate(indicators())}
    return tuple(
        track
        for subject in sorted(
            (each for each in gathered.figures if unplanned or each[:3] in gathered.planned),
            key=lambda each: _order(each, order, rank),
        )
        for alike in _reckoned_alike(gathered.figures[subject])
        for track in _pair(subject, alike, gathered)
    )


_Subject = tuple[Place, str, Measure, str]


def last_year(period: str) -> int:
    """The year in which a period ends."""
    return int(period.rpartition("/")[2][:4])


class _Gathered(Struct):
    """The goals and results of each subject, of what there are goals, of what and when results, and the years covered.

    A report with goals covers the year before its own, one without goals its own.
    """

    figures: dict[_Subject, list[Record]]
    planned: set[tuple[Place, str, Measure]]
    told: set[tuple[Place, str, str]]
    covered: set[tuple[Place, int]]

    def outcome_without_result(self, subject: _Subject) -> Outcome:
        """What came of a goal that no result compares with."""
        place, canonical, _, period = subject
        if (place, canonical, period) in self.told:
            return "undecided"
        return "open" if (place, last_year(period)) in self.covered else "no_report"


def _gather(records: Iterable[Record], places: Places) -> _Gathered:
    figures: dict[_Subject, list[Record]] = defaultdict(list)
    planned: set[tuple[Place, str, Measure]] = set()
    told: set[tuple[Place, str, str]] = set()
    for record in records:
        found, place = record.observation, places.of(record)
        if found.canonical is None or found.period is None or found.measure not in MEASURES:
            continue
        if found.scope not in (SCOPES if found.kind == "achievement" else ("place",)):
            continue
        figures[place, found.canonical, found.measure, found.period].append(record)
        if found.kind == "goal":
            planned.add((place, found.canonical, found.measure))
        else:
            told.add((place, found.canonical, found.period))
    return _Gathered(figures, planned, told, _years_covered(places))


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


def _reckoned_alike(figures: list[Record]) -> Iterable[list[Record]]:
    """The figures of a subject, those together that compare."""
    if len(figures) == 1:
        return [figures]
    alike: dict[Reckoning, list[Record]] = {}
    for record in figures:
        alike.setdefault(reckoning_of(record.observation), []).append(record)
    return alike.values()


def _pair(subject: _Subject, alike: Iterable[Record], gathered: _Gathered) -> Iterable[Track]:
    """The tracks of figures that compare."""
    goals = each_goal([each for each in alike if each.observation.kind == "goal"])
    results = each_result([each for each in alike if each.observation.kind == "achievement"])
    if not goals:
        return [Track(*subject, None, result, None, None, "unplanned", False) for result in results]
    if not results:
        outcome = gathered.outcome_without_result(subject)
        return [Track(*subject, goal, None, None, None, outcome, True) for goal in goals]
    # The first final result is the one that a goal is judged by.
    judged = next((each for each in results if not each.observation.estimated), results[0])
    return [_judge(subject, goal, result, result is judged) for goal in goals for result in results]


def _judge(subject: _Subject, goal: Record, result: Record, counts: bool) -> Track:
    met = is_met(goal.observation, result.observation)
    outcome: Outcome = "undecided" if met is None else "met" if met else "missed"
    return Track(*subject, goal, result, met, difference(goal.observation, result.observation), outcome, counts)
