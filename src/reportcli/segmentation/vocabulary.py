"""The words of headings and of places' names, from `data/headings.yaml` and `data/place_words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from reportcli.lexicon import compiled, load

Level = Literal["province", "city", "county", "zone", "town", "village"]


class HeadingWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/headings.yaml`."""

    review: tuple[str, ...]
    plan: tuple[str, ...]
    appendix: tuple[str, ...]
    notes: tuple[str, ...]
    part: tuple[str, ...]
    part_alone: tuple[str, ...]
    past: tuple[str, ...]
    done: tuple[str, ...]
    ahead: tuple[str, ...]
    communique: tuple[str, ...]


class PlaceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/place_words.yaml`."""

    suffixes: dict[Level, tuple[str, ...]]
    longer: dict[str, tuple[str, ...]]
    not_longer: tuple[str, ...]
    irregular: tuple[str, ...]
    not_a_suffix: tuple[str, ...]
    bare: tuple[str, ...]
    pointers: tuple[str, ...]
    ordinary: tuple[str, ...]
    ordinary_ends: tuple[str, ...]
    openers: tuple[str, ...]
    offices: tuple[str, ...]
    institutions: tuple[str, ...]
    departments: tuple[str, ...]
    wholes: tuple[str, ...]
    wider_papers: tuple[str, ...]
    folders: tuple[str, ...]


@compiled
def heading_words() -> HeadingWords:
    """The words of headings."""
    return load("headings", HeadingWords)


@compiled
def place_words() -> PlaceWords:
    """The words of places' names."""
    return load("place_words", PlaceWords)


def any_of(words: Iterable[str]) -> str:
    """A pattern that takes the longest of `words`."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
