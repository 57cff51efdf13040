"""Which figures are set side by side: of which kind, measure and time, of which indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportcli.comparison.places import Place, Places
from reportcli.lexicon import find_canonical, is_called
from reportcli.model import Kind, Measure, Record


class Question(Struct, frozen=True):
    """What is asked for; what is left open is found out from the figures (`settle`).

    `indicators` are asked for by any of their names; without them those that have a standard name are meant, or all
    where `every` is true.
    """

    kind: Kind | None = None
    measure: Measure | None = None
    period: str | None = None
    indicators: tuple[str, ...] = ()
    every: bool = False


class Figure(NamedTuple):
    """A record under the indicator's name that it was asked for by."""

    place: Place
    indicator: str
    record: Record


class Told(NamedTuple):
    """Where and when there is a figure of a kind."""

    place: Place
    kind: Kind | None
    period: str | None


def settle(question: Question, told: Iterable[Told]) -> Question:
    """The question with what it leaves open, by what is told of the figures that it asks for.

    Without a kind results are meant, or goals where there are none; without a period the year for which most places
    have figures, of several the latest, and another time only where they have none for a year. Figures whose time their
    text leaves open belong to none, but where that is all.
    """
    known = set(told)
    kind: Kind = question.kind or ("achievement" if any(each.kind == "achievement" for each in known) else "goal")
    period = question.period or _usual_period(each for each in known if each.kind == kind)
    return replace(question, kind=kind, period=period)


def answer(question: Question, records: Iterable[Record], places: Places) -> tuple[Question, list[Figure]]:
    """The settled question, and the places' own figures that it asks for."""
    figures = [
        Figure(places.of(record), indicator, record)
        for record in records
        if record.observation.scope == "place"
        and (question.measure is None or record.observation.measure == question.measure)
        and (indicator := _indicator(record, question)) is not None
    ]
    asked = settle(question, map(_told, figures))
    return asked, [figure for figure in figures if _told(figure) == (figure.place, asked.kind, asked.period)]


def places_told_of(places: Places, asked: Question) -> tuple[Place, ...]:
    """The places on the pages that have any figure of the kind and time: only these can leave a gap.

    All places, where no page has one.
    """
    wanted = asked.kind, asked.period
    pages = {each.source for each in places.mentions if (each.kind, each.period) == wanted}
    return tuple(each for each in places.every if not each.pages or each.pages & pages) or places.every


def choose(figures: Sequence[Figure]) -> Record:
    """The one of several figures for the same that stands for them.

    It is, as far as they differ in it: one under the very name asked for, the latest report's, one in the sentence of
    the main targets or results, a final one, an exact one, the first in the text.
    """

    def merits(figure: Figure) -> tuple[object, ...]:
        record, found = figure.record, figure.record.observation
        named = figure.indicator in {found.canonical, found.indicator}
        report = record.year or 0, record.published or ""
        return named, *report, found.headline, not found.estimated, found.bound == "=", -found.start

    return max(figures, key=merits).record


def standard_name(indicator: str) -> str:
    """The standard name of an indicator that is asked for; its own where it has none."""
    return find_canonical(indicator) or indicator


def _indicator(record: Record, question: Question) -> str | None:
    found = record.observation
    if question.indicators:
        asked = (each for each in question.indicators if is_called(each, found.canonical, found.indicator))
        return next(map(standard_name, asked), None)
    return found.canonical or (found.indicator if question.every else None)


def _told(figure: Figure) -> Told:
    found = figure.record.observation
    return Told(figure.place, found.kind, found.period)


def _usual_period(told: Iterable[Told]) -> str | None:
    places: dict[str, set[Place]] = {}
    for place, _, period in told:
        if period is not None:
            places.setdefault(period, set()).add(place)
    years = [period for period in places if period.isdigit()]
    return max(years or places, key=lambda period: (len(places[period]), period), default=None)
