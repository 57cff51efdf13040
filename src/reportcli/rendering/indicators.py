"""Indicators with their figures side by side: what was reached, how it changed, and what is aimed at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec import Struct

from reportcli.model import Kind, Measure, Observation, Statement
from reportcli.patterns import regex

# A figure of the nation, of a rule or that a change starts from is no result of the place, and no goal of it.
SHOWN_SCOPES = frozenset({"place", "project", "firm"})

# "13个,其中重点产业项目4个": the second is part of the first.
_OF_THESE = regex(r"[^。；;]{0,8}[,，、(（]\s*其中")


class Years(Struct, frozen=True):
    """The year of the results and that of the goals in a table; None where the text tells neither."""

    result: str | None
    goal: str | None

    def of(self, kind: Kind) -> str | None:
        """The year of this kind."""
        return self.goal if kind == "goal" else self.result


class Indicator(Struct, frozen=True):
    """An indicator and its figures, each once, in the order of the text.

    `region` and `period` are those of its figures where they are not the ones of the table; `part` tells that it counts
    a part of the indicator before it; `lines` are those of its figures, repetitions included.
    """

    name: str
    canonical: str | None
    region: str | None
    period: str | None
    part: bool
    results: tuple[Observation, ...]
    changes: tuple[Observation, ...]
    goals: tuple[Observation, ...]
    lines: tuple[int, ...]

    @property
    def figures(self) -> tuple[Observation, ...]:
        """All its figures."""
        return self.results + self.changes + self.goals


def find_years(observations: Iterable[Observation], year: int | None) -> Years:
    """The year most results are of and that of the goals: the report's if any goal is of it, else most goals' year."""
    periods: dict[Kind, Counter[str]] = {"goal": Counter(), "achievement": Counter()}
    for found in observations:
        if found.period is not None and found.period.isdigit():
            periods[found.kind][found.period] += 1
    usual = {kind: counts.most_common(1)[0][0] if counts else None for kind, counts in periods.items()}
    return Years(usual["achievement"], str(year) if str(year) in periods["goal"] else usual["goal"])


def pair_figures(
    observations: Iterable[Observation], statements: Iterable[Statement], years: Years, region: str | None
) -> tuple[Indicator, ...]:
    """The indicators of `observations`: first those with result and goal, then those with a goal, then the others.

    Within these they are in the order of the text, and parts follow their whole. What is said twice stands once; a
    second figure for what has one already makes a row of its own. `region` is the place that the table is of.
    """
    texts = {statement.start: statement for statement in statements}
    rows: dict[tuple[str, str | None, str | None], _Alike] = {}
    wholes: list[_Row] = []
    before: tuple[Observation, _Row] | None = None
    for found in observations:
        if found.scope not in SHOWN_SCOPES:
            continue
        place = found.region if found.region != region else None
        period = found.period if found.period not in {None, years.of(found.kind)} else None
        alike = rows.setdefault((found.canonical or found.indicator, place, period), _Alike())
        row = alike.find_row(found)
        if row is None:
            whole = before[1] if before and _is_part(before[0], found, texts) else None
            row = _Row(place, period, whole)
            alike.rows.append(row)
            (whole.parts if whole else wholes).append(row)
        row.add(found)
        alike.known[_figure(found)] = row
        before = found, row.whole or row
    ordered = sorted(wholes, key=lambda row: (not row.has("goal"), not row.has("achievement")))
    return tuple(row.freeze() for whole in ordered for row in (whole, *whole.parts))


def _is_part(whole: Observation, found: Observation, texts: dict[int, Statement]) -> bool:
    """Whether `found` counts a part of `whole`, the figure before it."""
    sentence = texts.get(found.sentence_start)
    if sentence is None or whole.sentence_start != found.sentence_start:
        return False
    return _OF_THESE.match(sentence.text[whole.end - sentence.start : found.start - sentence.start]) is not None


@dataclass
class _Row:
    """An Indicator in the making; `whole` is what it counts a part of."""

    region: str | None
    period: str | None
    whole: _Row | None
    figures: dict[tuple[object, ...], Observation] = field(default_factory=dict)
    lines: dict[int, None] = field(default_factory=dict)
    parts: list[_Row] = field(default_factory=list)

    def has(self, kind: Kind, measure: Measure | None = None) -> bool:
        return any(found.kind == kind and measure in {None, found.measure} for found in self.figures.values())

    def add(self, found: Observation) -> None:
        self.figures.setdefault(_figure(found), found)
        self.lines[found.line] = None

    def freeze(self) -> Indicator:
        figures = tuple(self.figures.values())
        names = list(dict.fromkeys(found.indicator for found in figures))
        achieved = [found for found in figures if found.kind == "achievement"]
        return Indicator(
            # One name in the report is the report's; of several the standard one stands for all.
            name=names[0] if len(names) == 1 else figures[0].canonical or names[0],
            canonical=figures[0].canonical,
            region=self.region,
            period=self.period,
            part=self.whole is not None,
            results=tuple(found for found in achieved if found.measure != "growth"),
            changes=tuple(found for found in achieved if found.measure == "growth"),
            goals=tuple(found for found in figures if found.kind == "goal"),
            lines=tuple(self.lines),
        )


@dataclass
class _Alike:
    """The rows of one name, place and time, the row of each figure, and how many rows have a goal of each measure."""

    rows: list[_Row] = field(default_factory=list)
    known: dict[tuple[object, ...], _Row] = field(default_factory=dict)
    aimed: Counter[Measure] = field(default_factory=Counter)

    def find_row(self, found: Observation) -> _Row | None:
        """The row that has the figure already, or has room for it.

        A result goes with the one just before it, a goal with the first result that has no such goal yet.
        """
        if (row := self.known.get(_figure(found))) is not None:
            return row
        if found.kind == "achievement":
            return self.rows[-1] if self.rows and not self.rows[-1].has(found.kind, found.measure) else None
        at = self.aimed[found.measure]
        self.aimed[found.measure] += 1
        return self.rows[at] if at < len(self.rows) else None


def _figure(found: Observation) -> tuple[object, ...]:
    return found.kind, found.measure, found.value, found.upper, found.unit, found.bound
