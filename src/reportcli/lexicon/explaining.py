"""What a name means: the standard indicators that it may stand for, by which of their names, and where that stands."""

from __future__ import annotations

import difflib
from typing import NamedTuple

from reportcli.lexicon.additions import additions_to
from reportcli.lexicon.entries import Entry, entries, shipped
from reportcli.lexicon.names import Indicator, find_match, indicator, indicators, spelling
from reportcli.lexicon.own_files import PARTS, Spot


class Meaning(NamedTuple):
    """An indicator that a name stands for: in full, or only its growth. It is `called` so at `place`."""

    indicator: Indicator
    growth_only: bool
    called: str
    place: str


def explain(name: str) -> list[Meaning]:
    """The indicators that `name` may stand for; several are counted in different units."""
    matched, senses = find_match(name)
    meanings = []
    for sense in senses:
        each = indicator(sense.canonical)
        called = next(one for one in _names(each) if spelling(one) == matched)
        meanings.append(Meaning(each, sense.growth_only, called, place_of(each, called)))
    return meanings


def find_entries(word: str) -> list[Entry]:
    """Where else in the lexicon the very word stands."""
    return [entry for part in PARTS if part != "indicators" for entry in entries(part) if entry.word == word]


def nearest_names(name: str) -> list[str]:
    """The names of indicators that resemble `name` most."""
    return difflib.get_close_matches(name, {one for each in indicators() for one in _names(each)}, 3)


def place_of(each: Indicator, called: str) -> str:
    """Where the indicator is given that name: in what is shipped, or in the user's file that adds it."""
    stems = []
    for spot, groups in (shipped("indicators"), *additions_to("indicators")):
        entries = (groups or {}).get(each.group) or {}
        # 新增规上企业 stands there as 规上企业
        for stem in (key for key in entries if each.name in (key, f"新增{key}", f"净增{key}")):
            entry = spot.at(each.group).at(stem)
            if found := _place_in(entry, entries[stem] or {}, called):
                return found
            stems.append(entry.place)
    return stems[0]


def _place_in(entry: Spot, fields: dict[str, list[str]], called: str) -> str | None:
    for key in ("aliases", "growth_aliases"):
        for index, alias in enumerate(fields.get(key) or ()):
            if called == alias:
                return entry.at(key).at(index).place
    return None


def _names(each: Indicator) -> tuple[str, ...]:
    return (each.name, *each.aliases, *each.growth_aliases)
