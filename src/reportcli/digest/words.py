"""What part a word plays in a term, and how rare it is."""

from __future__ import annotations

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
# and its rarity, the inverse document frequency: 3 for a word of any text, 11 for the rarest of the table.
Word = tuple[str, float]

# What the table does not know: a word counts as a noun, as rare as the rarest of the table, figures and marks as ends.
UNKNOWN: Word = ("n", 10.0)
CHARACTER: Word = ("c", 0.0)
END: Word = ("x", 0.0)


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of data/terms.yaml: lists of words, divided by spaces."""

    nouns: str
    beginnings: str
    followers: str
    inner: str
    suffixes: str
    titles: str
    chief: str
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


class Words(dict[str, Word]):
    """The words whose part is known; what is not in it counts as a noun, a character or an end by its form."""

    def __missing__(self, word: str) -> Word:
        if len(word) < 2:
            return CHARACTER
        return UNKNOWN if word.isidentifier() else END


@compiled
def load_words() -> Words:
    """The words whose part is known."""
    words = Words(dict.fromkeys("，。；、：！？“”（）%", END))
    words["\n"] = ("l", 0.0)
    for line in (lexicon.DATA / "words.txt").read_text(encoding="utf-8").splitlines():
        part, rarity, listed = line.split(" ", 2)
        words.update(dict.fromkeys(listed.split(), (part, float(rarity))))
    # What reports use otherwise than a dictionary has it: the lists further down overrule those above them.
    for line in (lexicon.DATA / "stopwords.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words.update({word: END if len(word) > 1 else CHARACTER for word in line.split()})
    vocabulary = load_vocabulary()
    for part, listed in (
        ("n", vocabulary.nouns),
        ("v", vocabulary.followers),
        ("i", vocabulary.inner),
        ("k", vocabulary.suffixes),
        ("n", vocabulary.beginnings),
        ("t", vocabulary.titles),
    ):
        for word in listed.split():
            known = words.get(word, END)
            words[word] = (part, UNKNOWN[1] if known is END else known[1])
    words.update({word: END if len(word) > 1 else CHARACTER for word in lexicon.added_stopwords()})
    return words
