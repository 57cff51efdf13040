"""Keywords: the terms that say most, each another thing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache

from reportcli.digest.phrases import RARE
from reportcli.digest.terms import Term
from reportcli.digest.words import chief_indicators, load_vocabulary
from reportcli.model import Keyword

# What a term counts, by where it comes from. All figures here were set on annotated round-ups of districts and streets,
# where moving any of them by half its size moved the agreement with the annotators by less than a hundredth.
_INDICATOR = 1.0
_QUOTATION = 0.8
_LISTED = 0.3  # a quotation that is one of a list
_PHRASE = 0.2
# What is added to that.
_LEADING = 0.3  # an indicator in a sentence of main figures
_RESULT_AND_GOAL = 0.3
_STANDARD = 0.1  # one that the lexicon knows
_CHIEF = 0.2  # one that every report gives first
_FOREIGN = -0.4  # one of a project, a policy or a firm only
_ROUGH = -0.4  # a name that is no noun phrase
_CROWD = -0.1  # for each doubling of the indicators beyond so many: one figure of many says less
_CROWDED = 20
_TITLED = 0.15
_HEAD = 0.15  # a phrase that ends as terms do
_RARITY = 0.04  # for each point of a phrase's rarity
_MENTIONS = 0.1  # for each doubling of the mentions
_SHARED = -0.1  # for each doubling of the sections that have it, except indicators
# One word alone says little (投资, 产量), unless it is rare and repeated or in the heading (脐橙).
_ONE_WORD = -0.35
_COMMON_WORD = -0.7
# What counts less is no keyword.
_LEAST = 0.4


@cache
def _heads() -> tuple[str, ...]:
    return tuple(load_vocabulary().heads.split())


def pick_keywords(
    terms: Iterable[Term], sharers: Mapping[str, int], places: Iterable[str], count: int
) -> tuple[Keyword, ...]:
    """The best `count` terms, best first, none inside another.

    `sharers` is the number of sections that have a term, `places` are the names of the places it is all about.
    """
    left = [term for term in terms if not any(term.text in place or place in term.text for place in places)]
    indicators = sum(term.source == "indicator" for term in left)
    crowd = _CROWD * math.log2(max(1.0, indicators / _CROWDED))
    weighed = [(weigh(term, sharers.get(term.text, 1), crowd), term) for term in left]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].start, pair[1].text))
    picked: list[tuple[float, Term]] = []
    for weight, term in weighed:
        if len(picked) == count or weight < _LEAST:
            break
        if not any(_is_same(term, other) for _, other in picked):
            picked.append((weight, term))
    return tuple(Keyword(term.text, round(weight / picked[0][0], 3)) for weight, term in picked)


def weigh(term: Term, sharers: int, crowd: float) -> float:
    """How much a term says; `crowd` is what is added for an indicator where there are many."""
    weight = _MENTIONS * math.log2(max(1, term.mentions)) + _TITLED * term.titled
    if term.source == "indicator":
        weight += _INDICATOR + crowd + _LEADING * term.leading + _RESULT_AND_GOAL * (term.achieved and term.aimed)
        weight += _STANDARD * (term.canonical is not None) + _CHIEF * (term.canonical in chief_indicators())
        weight += _FOREIGN * (not term.own) + _ROUGH * term.rough
        return weight + _COMMON_WORD * (term.size == 1 and term.rarity < RARE)
    weight += _SHARED * math.log2(sharers)
    if term.source == "quotation":
        return weight + (_LISTED if term.listed else _QUOTATION)
    weight += _PHRASE + _RARITY * term.rarity
    if term.size > 1:
        return weight + _HEAD * term.text.endswith(_heads())
    return weight + (_ONE_WORD if term.rarity >= RARE and (term.mentions > 1 or term.titled) else _COMMON_WORD)


def _is_same(term: Term, other: Term) -> bool:
    if term.canonical and term.canonical == other.canonical:
        return True
    return term.text in other.text or other.text in term.text
