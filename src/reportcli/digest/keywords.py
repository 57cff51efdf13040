"""Keywords: the terms that say most, each another thing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from reportcli.digest.terms import MENTIONS, Term
from reportcli.model import Keyword

# What is added to a term's own weight; set as the weights in terms.py are.
_RESULT_AND_GOAL = 0.3  # an indicator that has both
_CROWD = -0.1  # an indicator, for each doubling of their number beyond so many: one figure of many says less
_CROWDED = 20
_SHARED = -0.1  # another term, for each doubling of the sections that have it
# What counts less is no keyword.
_LEAST = 0.4


def pick_keywords(
    terms: Sequence[Term], sharers: Mapping[str, int], places: Sequence[str], count: int
) -> tuple[Keyword, ...]:
    """The best `count` terms, best first, none inside another.

    `sharers` is the number of sections that have a term, `places` are the names of the places it is all about.
    """
    indicators = sum([term.is_indicator for term in terms])
    crowd = _CROWD * math.log2(max(1.0, indicators / _CROWDED))

    def weigh(term: Term) -> float:
        weight = term.weight + MENTIONS * math.log2(term.mentions)
        if term.is_indicator:
            return weight + crowd + _RESULT_AND_GOAL * (term.achieved and term.aimed)
        return weight + _SHARED * math.log2(sharers.get(term.text, 1))

    weighed = [(weight, term) for term in terms if (weight := weigh(term)) >= _LEAST]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].start, pair[1].text))
    picked: list[tuple[float, Term]] = []
    for weight, term in weighed:
        if len(picked) == count:
            break
        if not _is_told(term, picked) and not any(term.text in place or place in term.text for place in places):
            picked.append((weight, term))
    return tuple(Keyword(term.text, round(weight / picked[0][0], 3)) for weight, term in picked)


def _is_told(term: Term, picked: Sequence[tuple[float, Term]]) -> bool:
    for _, other in picked:
        if term.text in other.text or other.text in term.text:
            return True
        if term.canonical is not None and term.canonical == other.canonical:
            return True
    return False
