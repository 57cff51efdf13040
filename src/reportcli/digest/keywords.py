"""Keywords: the terms that say most, each another thing."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from reportcli.digest.terms import MENTIONS, Term
from reportcli.digest.words import chief_indicators
from reportcli.model import Keyword

# What is added to a term's own weight; set as the weights in terms.py are.
_RESULT_AND_GOAL = 0.3  # an indicator that has both
_CROWD = -0.1  # an indicator, for each doubling of their number beyond so many: one figure of many says less
_CROWDED = 20
_SHARED = -0.1  # another term, for each doubling of the sections that have it
# So many standard indicators, which every report gives, tell the main figures; the others tell less of this one.
_MAIN, _LATER = 6, -0.15
# What counts less is no keyword.
_LEAST = 0.4
_NTH = re.compile("第?[一二三](?=产)")


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

    standard = sorted((term for term in terms if term.canonical), key=lambda term: (-weigh(term), term.start))
    later = {term.text for term in standard[_MAIN:] if term.canonical not in chief_indicators()}
    weights = ((weigh(term) + _LATER * (term.text in later), term) for term in terms)
    weighed = [(weight, term) for weight, term in weights if weight >= _LEAST]
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
        if _NTH.sub("", term.text) == _NTH.sub("", other.text):
            return True  # of the three industries one
        if term.canonical is not None and term.canonical == other.canonical:
            return True
    return False
