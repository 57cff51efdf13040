"""One indicator over places, the best first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportcli.comparison.amounts import amount_of, indicator_of, rate_of
from reportcli.comparison.places import Place, Places
from reportcli.comparison.questions import Figure, Question, answer, choose, places_told_of
from reportcli.model import Measure, Observation, Record


class Entry(Struct, frozen=True):
    """A place with its figure.

    Places with equal figures have one rank. `rank` is None where there is no figure, or one that does not compare with
    most others, such as one in another currency.
    """

    rank: int | None
    place: Place
    record: Record | None


class Ranking(Struct, frozen=True):
    """The places in their order, those without a rank last; `falling` tells that the largest figure is the first.

    `several` tells whether a place had more than one figure, `untold` how many places there are whose reports do not
    tell of the time.
    """

    question: Question
    falling: bool
    several: bool
    untold: int
    entries: tuple[Entry, ...]


def find_ranking(question: Question, records: Iterable[Record], places: Places) -> Ranking:
    """The places ranked by the one indicator that is asked for, by the measure in which most of them give it.

    The largest is the first, but where less is better the smallest, as of ranks. Units are converted; what is bounded
    (突破100亿元) counts by its value, a range by its lower end.
    """
    known = list(records)
    measure = question.measure or _usual_measure(answer(question, known, places)[1])
    asked, figures = answer(replace(question, measure=measure), known, places)
    of_place: dict[Place, list[Figure]] = defaultdict(list)
    for figure in figures:
        of_place[figure.place].append(figure)
    chosen = {place: choose(own) for place, own in of_place.items()}
    usual = Counter(_reckoning(record.observation) for record in chosen.values()).most_common(1)
    ranked = [place for place, record in chosen.items() if _reckoning(record.observation) == usual[0][0]]
    falling = not _is_less_better(measure, [chosen[place].observation for place in ranked])
    amounts = {place: amount_of(chosen[place].observation).value for place in ranked}
    ranked.sort(key=amounts.__getitem__, reverse=falling)
    ranks: dict[Decimal, int] = {}
    for rank, place in enumerate(ranked, start=1):
        ranks.setdefault(amounts[place], rank)
    entries = [Entry(ranks[amounts[place]], place, chosen[place]) for place in ranked]
    told = places_told_of(places, asked)
    others = sorted((place for place in told if place not in amounts), key=lambda place: place not in chosen)
    several = any(len(own) > 1 for own in of_place.values())
    entries += [Entry(None, place, chosen.get(place)) for place in others]
    return Ranking(asked, falling, several, len(places.every) - len(told), tuple(entries))


def _usual_measure(figures: Iterable[Figure]) -> Measure:
    places: dict[Measure, set[Place]] = {"level": set(), "growth": set()}
    for figure in figures:
        places.setdefault(figure.record.observation.measure, set()).add(figure.place)
    return max(places, key=lambda measure: len(places[measure]))


def _reckoning(found: Observation) -> tuple[str, str | None]:
    return amount_of(found).unit, rate_of(found)


def _is_less_better(measure: Measure, figures: Iterable[Observation]) -> bool:
    if measure == "rank":
        return True
    known = [indicator for found in figures if (indicator := indicator_of(found.canonical)) is not None]
    return measure != "completion" and any(indicator.polarity == "down" for indicator in known)
