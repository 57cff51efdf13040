"""The words by which tables are read, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from reportcli import lexicon
from reportcli.lexicon import compiled


class _Raw(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/tables.yaml` as it stands."""

    units: tuple[str, ...]
    numbers: tuple[str, ...]
    attributes: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    growth: tuple[str, ...]
    increases: tuple[str, ...]
    falls: tuple[str, ...]
    average: tuple[str, ...]
    completion: tuple[str, ...]
    shares: tuple[str, ...]
    ranks: tuple[str, ...]
    goals: tuple[str, ...]
    estimates: tuple[str, ...]
    values: tuple[str, ...]
    totals: tuple[str, ...]
    parts: tuple[str, ...]
    captions: tuple[str, ...]
    measured: dict[str, str]
    children: dict[str, str]


class TableWords(Struct, frozen=True):
    """Patterns for the words of heads, and the lists of those that are looked up whole."""

    units: frozenset[str]
    numbers: frozenset[str]
    attributes: frozenset[str]
    names: frozenset[str]
    places: re.Pattern[str]
    growth: re.Pattern[str]
    growth_name: re.Pattern[str]
    increases: re.Pattern[str]
    falls: re.Pattern[str]
    average: re.Pattern[str]
    completion: re.Pattern[str]
    shares: re.Pattern[str]
    ranks: re.Pattern[str]
    goals: re.Pattern[str]
    estimates: re.Pattern[str]
    values: re.Pattern[str]
    totals: frozenset[str]
    parts: re.Pattern[str]
    captions: re.Pattern[str]
    measured: dict[str, str]
    children: dict[str, str]


@compiled
def table_words() -> TableWords:
    """The words of tables, of the lexicon in force."""
    raw = lexicon.load("tables", _Raw)
    return TableWords(
        units=frozenset(raw.units),
        numbers=frozenset(raw.numbers),
        attributes=frozenset(raw.attributes),
        names=frozenset(raw.names),
        places=_any_of(raw.places),
        growth=_any_of(raw.growth),
        growth_name=re.compile(rf"(?<!自然)(?:{_any_of(raw.growth).pattern}|(?P<fall>{_any_of(raw.falls).pattern}))$"),
        increases=_any_of(raw.increases),
        falls=_any_of(raw.falls),
        average=_any_of(raw.average),
        completion=_any_of(raw.completion),
        shares=_any_of(raw.shares),
        ranks=_any_of(raw.ranks),
        goals=_any_of(raw.goals),
        estimates=_any_of(raw.estimates),
        values=re.compile(rf"(?:{_any_of(raw.values).pattern}|[的及与、/（）()])+"),
        totals=frozenset(raw.totals),
        parts=re.compile(rf"(?:{_any_of(raw.parts).pattern})[:：,，]?"),
        captions=_any_of(raw.captions),
        measured=raw.measured,
        children=raw.children,
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
