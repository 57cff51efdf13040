"""Terms out of the names of indicators: what is measured, without what was done to it and how it is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from reportcli.digest.words import load_vocabulary
from reportcli.lexicon import compiled
from reportcli.model import Sentence
from reportcli.patterns import regex
from reportcli.settings import Tokenizer
from reportcli.text import tokens

# Shorter and longer ones are no terms.
SHORTEST, LONGEST = 2, 12
# A longer one is no name but half a sentence.
_LONGEST_NAME = 40
# What taking words off must leave of a name: 新增就业 stays as it is.
_LEAST = 3
# A word of four characters is one of two and two: 城镇居民.
_COMPOUND = 4
# In a long sentence a name stands near its number: this many characters before it and after it are looked at.
_BEFORE, _AFTER = 150, 80
# Up to the number of a class of size: 总投资10亿元以上项目 → 亿元以上项目
_AMOUNT = regex(r"^.*\d(?=[万亿]元(?:以上|级))")
# Whose it is and of what rank: 全市一般公共预算收入, 市、区级重点产业项目, but 县级市.
_WHOSE = r"(?:[全我该][国省市区县镇乡旗州]|(?:国家|[省市区县镇乡、])+级(?:以上)?(?!市)|的)+"
# What follows the name: 研发投入占地区生产总值的比重, 净增规模以上企业(单位).
_REST = regex(r"占(?!比$|有率).*$|[(（].*$")
# A name in quotation marks: only what is in them.
_QUOTED = regex(r"“([^”]+)”")
# A mark whose partner is not in the name, with what stands outside of it.
_HALF = regex(r"^[^“]*”|“[^”]*$|^[^(（]*[)）]")


class _Affixes(Struct, frozen=True):
    """What is taken off a name: whose it is or what was done before it, how it is counted after it."""

    beginning: re.Pattern[str]
    closers: tuple[str, ...]


@compiled
def _affixes() -> _Affixes:
    vocabulary = load_vocabulary()
    # Regular expressions look at the first character before they try a word, so the words are put together by theirs.
    words = sorted(vocabulary.openers.split(), key=lambda word: (word[0], -len(word), word))
    by_first = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(words, key=itemgetter(0))
    )
    closers = sorted(vocabulary.closers.split(), key=len, reverse=True)
    return _Affixes(re.compile("|".join((_WHOSE, *by_first))), tuple(closers))


class Shortened(NamedTuple):
    """An indicator's name without what was done and how it is counted, and the term that it is where it stands so."""

    name: str
    term: str | None


@compiled
def shortener() -> Callable[[str], Shortened]:
    """What shortens an indicator's name; a report names its indicators again and again, so it remembers them."""
    affixes = _affixes()

    def shorten(indicator: str) -> Shortened:
        if len(indicator) > _LONGEST_NAME:
            return Shortened("", None)
        name = _AMOUNT.sub("", indicator) if "元" in indicator else indicator
        name = _without_end(_without_beginning(name, affixes.beginning), affixes.closers)
        return Shortened(name, _finish(name))

    return lru_cache(4096)(shorten)


def name_term(shortened: Shortened, sentence: Sentence, start: int, tokenizer: Tokenizer) -> str | None:
    """The term in an indicator's name, as it stands near its number, which begins at the offset `start`; None if none.

    新增“四上”企业 → “四上”企业, 研发投入占地区生产总值比重 → 研发投入, 规上工业总产值增速 → 规上工业总产值. Of a name
    joined out of two places (城镇居民人均可支配收入 out of 城乡居民人均可支配收入) it is the end that stands there.
    """
    name, term = shortened
    near = sentence.text
    if len(near) > _BEFORE:
        at = bisect_left(sentence.offsets, start)
        near = near[max(0, at - _BEFORE) : at + _AFTER]
    if len(name) <= LONGEST and name in near:
        return term
    ends = _ends(name, tokenizer) if len(name) > LONGEST else (name[i:] for i in range(1, len(name) // 2 + 1))
    name = next((end for end in ends if len(end) <= LONGEST and end in near), "")
    return _finish(_without_beginning(name, _affixes().beginning))


def _finish(name: str) -> str | None:
    quoted = _QUOTED.fullmatch(name)
    name = quoted[1] if quoted else _HALF.sub("", name).strip("的、和及与")
    return name if SHORTEST <= len(name) <= LONGEST else None


def _ends(name: str, tokenizer: Tokenizer) -> Iterator[str]:
    """The ends of a name, at least half of it, that begin with a word or with half of one: 居民收入 of 城镇居民收入."""
    least = len(name) / 2
    for word in tokens.cut(name, tokenizer):
        for end in (name[len(word) // 2 :] if len(word) == _COMPOUND else "", name[len(word) :]):
            if len(end) >= least:
                yield end
        name = name[len(word) :]


def _without_beginning(name: str, beginning: re.Pattern[str]) -> str:
    """A name without whose it is and what was done: 全市新增规上工业企业 → 规上工业企业."""
    while match := beginning.match(name):
        if len(name) - match.end() < _LEAST:
            break
        name = name[match.end() :]
    return name


def _without_end(name: str, closers: tuple[str, ...]) -> str:
    """A name without what it is compared with and how it is counted: 规上工业总产值增速 → 规上工业总产值."""
    rest = _REST.search(name, _LEAST)
    if rest:
        name = name[: rest.start()]
    if name.endswith(closers) and not name.endswith("自然增长率"):
        closer = next(closer for closer in closers if name.endswith(closer))
        if len(name) - len(closer) >= _LEAST:
            return name[: -len(closer)].removesuffix("的")
    return name
