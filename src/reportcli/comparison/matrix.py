"""Places × indicators, with the gaps visible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from reportcli.comparison.places import Place, Places
from reportcli.comparison.questions import Figure, Question, answer, choose, places_told_of, standard_name
from reportcli.model import Measure, Record

# So many indicators are shown where it is not said which.
USUAL = 12

MEASURES: tuple[Measure, ...] = ("level", "growth", "rank", "completion", "gap")


class Matrix(Struct, frozen=True):
    """What the places of some reports say of some indicators, for one kind and time.

    `cells` has the figure of a place, an indicator and a measure where there is one; `more` tells how many indicators
    were left out, `several` whether a place had more than one figure for a cell, and `untold` how many
    places there are whose reports do not tell of the time.
    """

    question: Question
    places: tuple[Place, ...]
    indicators: tuple[str, ...]
    cells: dict[tuple[Place, str, Measure], Record]
    more: int
    several: bool
    untold: int

    def figures(self, place: Place, indicator: str) -> tuple[Record, ...]:
        """The figures in the cell of a place and an indicator, one a measure; none in a gap."""
        return tuple(
            self.cells[place, indicator, measure] for measure in MEASURES if (place, indicator, measure) in self.cells
        )

    def gaps(self, place: Place) -> int:
        """For how many of the indicators a place has no figure."""
        return sum(not self.figures(place, indicator) for indicator in self.indicators)


def find_matrix(question: Question, records: Iterable[Record], places: Places) -> Matrix:
    """The matrix of all places, also of those without any figure.

    Where no indicators are asked for, they are the usual ones, the most common first: those that at least two places
    have (one, where it is alone), and of these so many as people can read.
    """
    asked, figures = answer(question, records, places)
    told = places_told_of(places, asked)
    of_cell: dict[tuple[Place, str, Measure], list[Figure]] = defaultdict(list)
    has: dict[str, set[Place]] = defaultdict(set)
    headlines: dict[str, int] = defaultdict(int)
    for figure in figures:
        of_cell[figure.place, figure.indicator, figure.record.observation.measure].append(figure)
        has[figure.indicator].add(figure.place)
        headlines[figure.indicator] += figure.record.observation.headline
    known = sorted(has, key=lambda name: (-len(has[name]), -headlines[name]))
    if question.indicators:
        shown = list(dict.fromkeys(map(standard_name, question.indicators)))
    elif question.every:
        shown = known
    else:
        least = min(2, len({figure.place for figure in figures}))
        shown = [name for name in known if len(has[name]) >= least][:USUAL]
    cells = {key: choose(of_cell[key]) for key in of_cell if key[1] in set(shown)}
    more = 0 if question.indicators else len(known) - len(shown)
    several = any(len(of_cell[key]) > 1 for key in cells)
    return Matrix(asked, told, tuple(shown), cells, more, several, len(places.every) - len(told))
