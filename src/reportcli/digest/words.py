"""What part a word plays in a term, and how rare it is."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from reportcli import lexicon

# The rarity of a word that the table does not know. It counts as a noun, as rare as the rarest of the table.
UNKNOWN_RARITY = 10.0


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of data/terms.yaml: lists of words, divided by spaces."""

    nouns: str
    followers: str
    inner: str
    suffixes: str
    titles: str
    chief: str
    heads: str
    figures: str
    openers: str
    closers: str


class Word(Struct, frozen=True):
    """A word as a part of terms; `rarity` is its inverse document frequency, from 3 (in any text) to 11.

    kind: n noun, s name of a place or a person (a term only with other words), a adjective (begins a term or stands in
    it), v follower (stands in it or ends it), i (stands in it only), k suffix (follows a noun), t title (a person's
    name follows), x ends every term.
    """

    kind: str
    rarity: float


@cache
def load_vocabulary() -> Vocabulary:
    """The lists of data/terms.yaml."""
    return lexicon.load("terms", Vocabulary)


@cache
def chief_indicators() -> frozenset[str]:
    """The standard names of the indicators that every report gives first."""
    return frozenset(load_vocabulary().chief.split())


@cache
def load_words() -> dict[str, Word]:
    """The words whose part is known; what is not among them is a rare noun."""
    words: dict[str, Word] = {}
    for line in (lexicon.DATA / "words.txt").read_text(encoding="utf-8").splitlines():
        kind, rarity, listed = line.split(" ", 2)
        words.update(dict.fromkeys(listed.split(), Word(kind, float(rarity))))
    # What reports use otherwise than a dictionary has it: the lists further down overrule those above them.
    for line in (lexicon.DATA / "stopwords.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words.update(dict.fromkeys(line.split(), Word("x", 0.0)))
    listed_kinds = load_vocabulary()
    for kind, listed in (
        ("n", listed_kinds.nouns),
        ("v", listed_kinds.followers),
        ("i", listed_kinds.inner),
        ("k", listed_kinds.suffixes),
        ("t", listed_kinds.titles),
    ):
        for word in listed.split():
            known = words.get(word)
            words[word] = Word(kind, known.rarity if known and known.kind != "x" else UNKNOWN_RARITY)
    return words
