"""The structure of the three sectors, whose parts make 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.patterns import regex

_PART = r"\d+(?:\.\d+)?"
_RATIO = regex(rf"(?<![\d.]){_PART}(?:[:：∶︰]{_PART}){{2}}(?![\d.:：∶︰])")
# 三次产业增加值占比分别为5.1%、40.2%、54.7%
_SHARES = regex(
    rf"(?:三次产业|一、二、三(?:次)?产业?|一二三产业?)[^，,；;。]{{0,12}}(?:占|比重|结构|比例)[^，,；;。\d]{{0,16}}"
    rf"({_PART}[%％]、{_PART}[%％][、和及与]{_PART}[%％])"
)
_SECTORS = regex("三次产业|三产|产业结构|产业比|一、?二、?三(?:次|产)|一产|第一产业")
_NEAR = 40
_WHOLE = Decimal(100)
# A ratio of tenths or of single figures (1:3:6) is none of percentages.
_LEAST = Decimal(80)
_MOST = Decimal(120)
_FEWEST = Decimal("0.2")


def find_broken_structures(draft: Draft) -> Iterator[Oddity]:
    """Each structure of three sectors that does not add to 100, rounding aside."""
    for sentence in draft.sentences:
        spans = [match.span() for match in _RATIO.finditer(sentence.text) if _is_of_sectors(match)]
        spans += [match.span(1) for match in _SHARES.finditer(sentence.text)]
        for start, end in spans:
            parts = [Decimal(part) for part in re.findall(_PART, sentence.text[start:end])]
            total = sum(parts, Decimal(0))
            if _LEAST <= total <= _MOST and abs(total - _WHOLE) > _tolerance(parts):
                yield Oddity(draft.quote(*sentence.span(start, end)), None, (f"{total.normalize():f}",))


def _is_of_sectors(ratio: re.Match[str]) -> bool:
    return _SECTORS.search(ratio.string, max(0, ratio.start() - _NEAR), ratio.start()) is not None


def _tolerance(parts: list[Decimal]) -> Decimal:
    """How far the sum of rounded parts can be off: three whole numbers by one."""
    exponents = [part.as_tuple().exponent for part in parts]
    return Decimal(1) if 0 in exponents else _FEWEST
