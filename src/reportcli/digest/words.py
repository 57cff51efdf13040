"""What part a word plays in a term, and how rare it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportcli import lexicon
from reportcli.lexicon import compiled

# A word's part, as one letter:
#   n  noun: begins, continues and ends a term
#   s  name of a place or a person: as a noun, but no term by itself
#   a  adjective: begins or continues one
#   v  follower: continues or ends one
#   i  continues one only
#   k  suffix: ends one
#   t  title: a person's name follows
#   x  ends every term
#   c  any other single character: as x, but it may be a surname
#   l  the end of a line
NOUN, END, CHARACTER, LINE = "n", "x", "c", "l"

# How rare a word is, its inverse document frequency: 3 for a word of any text, 11 for the rarest of the table. What the
# table does not know is as rare as that; a word is called rare from RARE on.
UNKNOWN = 10.0
RARE = 9.0


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of data/terms.yaml: lists of words, divided by spaces."""

    nouns: str
    beginnings: str
    followers: str
    inner: str
    suffixes: str
    titles: str
    chief: str
    minor: str
    heads: str
    figures: str
    cliches: str
    openers: str
    closers: str


@compiled
def load_vocabulary() -> Vocabulary:
    """The lists of data/terms.yaml."""
    return lexicon.load("terms", Vocabulary)


@compiled
def chief_indicators() -> frozenset[str]:
    """The standard names of the indicators that every report gives first."""
    return frozenset(load_vocabulary().chief.split())


@compiled
def minor_indicators() -> frozenset[str]:
    """The standard names of the indicators that reports give because all do."""
    return frozenset(load_vocabulary().minor.split())


class Parts(dict[str, str]):
    """The part of each word; what the table does not know counts as a noun, a character or an end by its form."""

    def __missing__(self, word: str) -> str:
        if len(word) < 2:
            self[word] = CHARACTER  # there are only so many, and they come up all the time
            return CHARACTER
        return NOUN if word.isidentifier() else END


class Words(Struct, frozen=True):
    """What is known of words: their part and how rare they are."""

    parts: Parts
    rarities: Mapping[str, float]


@compiled
def load_words() -> Words:
    """The words of the table, as reports use them: the lists further down overrule those above them."""
    parts = Parts(dict.fromkeys("，。；、：！？“”（）%", END))
    rarities: dict[str, float] = {}
    parts["\n"] = LINE
    for line in (lexicon.DATA / "words.txt").read_text(encoding="utf-8").splitlines():
        part, rarity, listed = line.split(" ", 2)
        words = listed.split()
        parts.update(dict.fromkeys(words, part))
        rarities.update(dict.fromkeys(words, float(rarity)))
    for line in (lexicon.DATA / "stopwords.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split():
                parts[word] = _end(word)
                rarities[word] = 0.0
    vocabulary = load_vocabulary()
    for part, listed in (
        (NOUN, vocabulary.nouns),
        ("v", vocabulary.followers),
        ("i", vocabulary.inner),
        ("k", vocabulary.suffixes),
        (NOUN, vocabulary.beginnings),
        ("t", vocabulary.titles),
    ):
        for word in listed.split():
            parts[word] = part
            rarities[word] = rarities.get(word) or UNKNOWN
    parts.update(dict.fromkeys(lexicon.added_keywords(), NOUN))
    parts.update({word: _end(word) for word in lexicon.added_stopwords()})
    return Words(parts, rarities)


def _end(word: str) -> str:
    return END if len(word) > 1 else CHARACTER
