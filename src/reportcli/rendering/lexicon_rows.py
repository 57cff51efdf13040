"""The lexicon as rows: indicators, words, what a name means, what a file adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportcli.lexicon.entries import Entry
from reportcli.lexicon.explaining import Meaning
from reportcli.lexicon.names import Indicator
from reportcli.model import Cell, Rows
from reportcli.rendering.blocks import Block, Heading
from reportcli.rendering.labels import Labels
from reportcli.rendering.row_tables import lay_rows

_FACTS = ("canonical", "group", "units", "measure", "polarity", "growth", "aliases", "growth_aliases")
READABLE_INDICATOR = ("canonical", "units", "measure", "polarity", "growth", "aliases")
MEANING_COLUMNS = ("name", "part", "called", "meaning", "growth_only", *_FACTS, "origin")


def indicator_rows(indicators: Iterable[Indicator]) -> Rows:
    """A row a standard indicator."""
    return Rows(_FACTS, tuple(map(_facts, indicators)))


def entry_rows(entries: Iterable[Entry]) -> Rows:
    """A row a word."""
    return Rows(
        ("part", "word", "meaning", "origin"),
        tuple((entry.part, entry.word, entry.meaning, entry.place) for entry in entries),
    )


def list_rows(entries: Iterable[Entry]) -> Rows:
    """A row a list, with all its words."""
    words: dict[str, list[str]] = {}
    for entry in entries:
        words.setdefault(entry.part, []).append(entry.word + (f" ({entry.meaning})" if entry.meaning else ""))
    return Rows(("part", "words"), tuple((part, _join(listed)) for part, listed in words.items()))


def meaning_rows(name: str, meanings: Iterable[Meaning], entries: Iterable[Entry]) -> Rows:
    """A row for each indicator that a name may stand for, and for each other list that the word stands in."""
    rows: list[tuple[Cell, ...]] = [
        (name, "indicators", each.called, None, each.growth_only, *_facts(each.indicator), each.place)
        for each in meanings
    ]
    rows += [
        (name, entry.part, entry.word, entry.meaning, None, *(None for _ in _FACTS), entry.place) for entry in entries
    ]
    return Rows(MEANING_COLUMNS, tuple(rows))


def lay_meanings(rows: Rows, labels: Labels) -> list[Block]:
    """What a name means, for people: what is known of each indicator, then the other lists that have the word."""
    blocks: list[Block] = []
    others: list[tuple[Cell, ...]] = []
    for row in rows.rows:
        told = dict(zip(rows.columns, row, strict=True))
        title = told["canonical"]
        if title is None:
            others.append((told["part"], told["meaning"], told["origin"]))
            continue
        left_out = {"name", "part", "canonical", "called" if told["called"] == title else ""}
        facts = tuple(
            (labels.columns.get(column, column), value)
            for column, value in told.items()
            if value not in (None, False) and column not in left_out
        )
        blocks += [Heading(0, str(title), str(told["part"])), lay_rows(Rows(("field", "value"), facts), labels)]
    if others:
        blocks += [
            Heading(0, str(rows.rows[0][0])),
            lay_rows(Rows(("part", "meaning", "origin"), tuple(others)), labels),
        ]
    return blocks


def addition_rows(added: Iterable[tuple[str, Sequence[Entry]]]) -> Rows:
    """A row for each list of each file, with how many words the file adds to it."""
    counts = ((path, Counter(entry.part for entry in entries)) for path, entries in added)
    return Rows(
        ("file", "part", "added"),
        tuple((path, part, number) for path, parts in counts for part, number in parts.items()),
    )


def _facts(each: Indicator) -> tuple[Cell, ...]:
    return (
        *(each.name, each.group, _join(unit or '""' for unit in each.units), each.measure, each.polarity),
        *("real" if each.real else "nominal", _join(each.aliases), _join(each.growth_aliases)),
    )


def _join(words: Iterable[str]) -> str | None:
    return "、".join(words) or None
