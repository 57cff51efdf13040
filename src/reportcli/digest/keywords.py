"""Keywords: the terms that say most, each another thing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from reportcli.digest.terms import Term
from reportcli.digest.words import chief_indicators
from reportcli.model import Keyword
from reportcli.patterns import regex

# What is added to a term's own weight; set as the weights in indicators.py are.
MENTIONS = 0.1  # for each doubling of the mentions
_RESULT_AND_GOAL = 0.3  # an indicator that has both
_CROWD = -0.1  # an indicator, for each doubling of their number beyond so many: one figure of many says less
_CROWDED = 20
_SHARED = -0.1  # another term, for each doubling of the sections that have it
# So many standard indicators, which every report gives, tell the main figures; the others tell less of this one.
_MAIN, _LATER = 6, -0.15
# What counts less is no keyword.
_LEAST = 0.4
_NTH = regex("第?[一二三](?=产)")


def pick_terms(
    terms: Sequence[Term], sharers: Mapping[str, int], places: Sequence[str], count: int
) -> list[tuple[Term, float]]:
    """The best `count` terms with what each counts, best first, none inside another.

    `sharers` is the number of sections that have a term, `places` are the names of the places it is all about.
    """
    indicators = sum([term.is_indicator for term in terms]) if len(terms) > _CROWDED else 0
    crowd = _CROWD * math.log2(indicators / _CROWDED) if indicators > _CROWDED else 0.0
    weighed: list[tuple[float, Term]] = []
    for term in terms:
        weight = term.weight + (MENTIONS * math.log2(term.mentions) if term.mentions > 1 else 0.0)
        if term.is_indicator:
            weight += crowd + (_RESULT_AND_GOAL if term.achieved and term.aimed else 0.0)
        elif (shared := sharers.get(term.text, 1)) > 1:
            weight += _SHARED * math.log2(shared)
        if weight >= _LEAST:
            weighed.append((weight, term))
    # No two have one text, so terms are never compared.
    ranked = sorted([(-weight, term.start, term.text, term) for weight, term in _put_back_later(weighed)])
    picked: list[tuple[Term, float]] = []
    texts: list[str] = []
    indicators_told: set[str | None] = set()
    for loss, _, text, term in ranked:
        if len(picked) == count:
            break
        if term.canonical in indicators_told or [other for other in texts if text in other or other in text]:
            continue
        if not term.is_asked and [place for place in places if text in place or place in text]:
            continue
        if "产" in text and _is_one_of_three(text, texts):
            continue
        picked.append((term, -loss))
        texts.append(text)
        if term.canonical is not None:
            indicators_told.add(term.canonical)
    return picked


def make_keywords(picked: Sequence[tuple[Term, float]]) -> tuple[Keyword, ...]:
    """The terms as keywords, whose weights are shares of that of the first."""
    return tuple([Keyword(term.text, round(weight / picked[0][1], 3)) for term, weight in picked])


def _put_back_later(weighed: list[tuple[float, Term]]) -> list[tuple[float, Term]]:
    standard = [(-weight, term.start, term.text, term.canonical) for weight, term in weighed if term.canonical]
    if len(standard) <= _MAIN:
        return weighed
    chief = chief_indicators()
    later = {text for _, _, text, canonical in sorted(standard)[_MAIN:] if canonical not in chief}
    moved = [(weight + _LATER if term.text in later else weight, term) for weight, term in weighed]
    return [pair for pair in moved if pair[0] >= _LEAST]


def _is_one_of_three(text: str, others: Sequence[str]) -> bool:
    """Whether it is about one of the three industries, and one of the others says the same of another of them."""
    of_three = _NTH.sub("", text)
    return of_three != text and any(_NTH.sub("", other) == of_three for other in others)
