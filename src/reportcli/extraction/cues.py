"""The words by which sentences are read, compiled for look-up at the end or the beginning of a piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from reportcli import lexicon
from reportcli.lexicon import compiled
from reportcli.model import Bound, Measure


class Predicate(Struct, frozen=True, forbid_unknown_fields=True):
    """What a word right before a number says the number is of its name."""

    measure: Measure
    words: tuple[str, ...]
    bound: Bound = "="
    sign: int = 1
    base: bool = False


class CueWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/cues.yaml` as it stands."""

    predicates: tuple[Predicate, ...]
    bounds_before: dict[Bound, tuple[str, ...]]
    bounds_after: dict[Bound, tuple[str, ...]]
    adverbs: tuple[str, ...]
    openers: tuple[str, ...]
    heads: tuple[str, ...]
    dependent: tuple[str, ...]
    soft: tuple[str, ...]
    shares: tuple[str, ...]
    actions: tuple[str, ...]
    events: tuple[str, ...]
    empty: tuple[str, ...]
    generic: tuple[str, ...]
    prefixes: tuple[str, ...]
    whole: tuple[str, ...]
    pronouns: tuple[str, ...]
    topics: tuple[str, ...]
    inner: tuple[str, ...]
    shared: tuple[str, ...]
    solid: tuple[str, ...]
    complete: tuple[str, ...]
    overall: frozenset[str]


class Words(Struct, frozen=True):
    """A set of words that can be looked for at either end of a text without looking at each of them.

    `ending` and `beginning` hold, for each last and first character, the lengths of the words with it, longest first.
    """

    words: frozenset[str]
    ending: dict[str, tuple[int, ...]]
    beginning: dict[str, tuple[int, ...]]

    def at_end(self, text: str, end: int | None = None) -> str:
        """The longest of the words that `text[:end]` ends with, or ""."""
        stop = len(text) if end is None else end
        if stop > 0:
            for size in self.ending.get(text[stop - 1], ()):
                if size <= stop and text[stop - size : stop] in self.words:
                    return text[stop - size : stop]
        return ""

    def at_start(self, text: str, start: int = 0) -> str:
        """The longest of the words that `text[start:]` begins with, or ""."""
        for size in self.beginning.get(text[start : start + 1], ()):
            if text[start : start + size] in self.words:
                return text[start : start + size]
        return ""


def words(items: Iterable[str]) -> Words:
    """`items` as a set to look for."""
    ending: dict[str, set[int]] = {}
    beginning: dict[str, set[int]] = {}
    found = frozenset(items)
    for word in found:
        ending.setdefault(word[-1], set()).add(len(word))
        beginning.setdefault(word[0], set()).add(len(word))
    return Words(found, _longest_first(ending), _longest_first(beginning))


def _longest_first(sizes: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {character: tuple(sorted(found, reverse=True)) for character, found in sizes.items()}


class Cues(Struct, frozen=True):
    """The cues, compiled."""

    predicates: dict[str, Predicate]
    predicate_words: Words
    rank_words: Words
    bounds_before: dict[str, Bound]
    bound_words: Words
    adverbs: Words
    openers: Words
    heads: Words
    dependent: Words
    soft: frozenset[str]
    shares: Words
    actions: Words
    events: Words
    empty: Words
    generic: frozenset[str]
    prefixes: Words
    whole: Words
    pronouns: Words
    topics: Words
    inner: re.Pattern[str]
    shared: Words
    solid: Words
    complete: frozenset[str]
    overall: frozenset[str]


@compiled
def cues() -> Cues:
    """The cues of the lexicon, read once."""
    raw = lexicon.load("cues", CueWords)

    def table(*measures: Measure) -> dict[str, Predicate]:
        return {word: p for p in raw.predicates if p.measure in measures for word in p.words}

    predicates, ranks = table("level", "growth"), table("rank")
    before = {word: bound for bound, items in raw.bounds_before.items() for word in items}
    return Cues(
        predicates=predicates,
        predicate_words=words(tuple(predicates)),
        rank_words=words(tuple(ranks)),
        bounds_before=before,
        bound_words=words(tuple(before)),
        adverbs=words(raw.adverbs),
        openers=words(raw.openers),
        heads=words(raw.heads),
        dependent=words(raw.dependent),
        soft=frozenset(raw.soft),
        shares=words(raw.shares),
        actions=words(raw.actions),
        events=words(raw.events),
        empty=words(raw.empty),
        generic=frozenset(raw.generic),
        prefixes=words(raw.prefixes),
        whole=words(raw.whole),
        pronouns=words(raw.pronouns),
        topics=words(raw.topics),
        inner=re.compile("(?:" + "|".join(map(re.escape, raw.inner)) + ")(?!区)"),
        shared=words(raw.shared),
        complete=frozenset(raw.complete),
        overall=raw.overall,
        solid=words(
            tuple(
                w for w in (*raw.actions, *raw.heads, *raw.dependent, *raw.soft, *raw.whole, *raw.solid) if len(w) > 1
            )
        ),
    )
