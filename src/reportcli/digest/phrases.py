"""Noun phrases: runs of adjacent words that can be a term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from reportcli.digest.words import LINE, load_words
from reportcli.patterns import regex
from reportcli.settings import Tokenizer
from reportcli.text import tokens

# A phrase of more characters than this is cut at its beginning: its head is at its end.
LONGEST = 10

# Over words, each being the letter of its part: a title with the person's name after it, which may stand behind a space
# and whose first character may be cut off from the rest (书记 | 张 三); or a run of words that can be a term.
_RUN = regex(r"t c{0,2}+ [nsavik]*+ | [nsa] [nsavik]*+", re.VERBOSE)
_LONGER_RUN = regex(r"t c{0,2}+ [nsavik]*+ | [nsa] [nsavik]++", re.VERBOSE)
_NO_BEGINNING, _NO_END = "vik", "ai"


class Lines(Struct, frozen=True):
    """Some texts, cut into words: `parts` has the letter of each word's part, `starts` where each text begins there.

    All that a digest needs is cut in one go: a tokenizer takes longer for many short texts than for one long one.
    """

    words: Sequence[str]
    parts: str
    starts: Sequence[int]


def cut_lines(texts: Iterable[str], places: Iterable[str], tokenizer: Tokenizer) -> Lines:
    """The words of the texts, each of which is a line; the names of `places` are left out of them and end a phrase."""
    joined = "\n".join([" ".join(text.splitlines()) for text in texts])
    named = tokens.any_of(places)
    words = tokens.cut(named.sub("，", joined) if named else joined, tokenizer)
    parts = "".join(map(load_words().parts.__getitem__, words))
    starts = accumulate((len(line) + 1 for line in parts.split(LINE)), initial=0)
    return Lines(words, parts, tuple(starts))


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase, the words that it is made of, and the number of its line."""

    text: str
    words: tuple[str, ...]
    line: int


def find_phrases(lines: Lines, first: int, last: int, least: int) -> Iterator[Phrase]:
    """The longest noun phrases of at least so many words in the lines from `first` to `last`, which is not among them.

    加快建设长三角北翼枢纽城市 → 长三角 北翼 枢纽 城市; 不断提升基层治理效能 → 基层 治理 效能. No offices and no names
    of persons: what stands right before and after a title (某镇党委书记某某) is left out.
    """
    words, parts, starts = lines.words, lines.parts, lines.starts
    line = first
    for match in (_LONGER_RUN if least > 1 else _RUN).finditer(parts, starts[first], starts[last]):
        start, end = match.span()
        if parts[start] == "t" or parts[end : end + 1] == "t":
            continue
        run = match.group()
        if run[-1] in _NO_END:
            run = run.rstrip(_NO_END)
            end = start + len(run)
        if len(run) > LONGEST:  # words enough to be too long, and so many that taking off one by one takes too long
            run = run[-LONGEST:].lstrip(_NO_BEGINNING)
            start = end - len(run)
        phrase = tuple(words[start:end])
        text = "".join(phrase)
        while len(text) > LONGEST:
            run = run[1:].lstrip(_NO_BEGINNING)
            phrase = phrase[len(phrase) - len(run) :]
            text = "".join(phrase)
        if len(phrase) >= least:
            start = end - len(phrase)
            while starts[line + 1] <= start:
                line += 1
            yield Phrase(text, phrase, line)
