"""其中: a part is no larger than its whole, and in a unit that suits it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from reportcli.checking.amounts import Amount, amount_of, family_of
from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure, words_between
from reportcli.model import Observation, Record
from reportcli.patterns import regex
from reportcli.rendering.figures import write_figure

# A part so many times its whole was written in the wrong unit.
_TEN_THOUSAND = 10_000
_SLIP = 1_000
# A part that is worth telling is no less than a tenth.
_SMALLEST = 10
# The words between a whole and its first part: ，其中 · （其中： · ，增长8%，其中
_OF_THESE = regex(r"[，,；;（(]其中[：:，,]?[^，,；;。]*$")
# What a sentence on parts opens with: 其中，工业投资
_OPENING = regex(r"其中[：:，,]?[^，,；;。]*")
_SPACE = regex(r"\s+")
# Those between it and the next part: 国家级5个、|省级
_AND = regex(r"[、和及与][^，,；;。]*$")


def find_parts_above_whole(draft: Draft) -> Iterator[Oddity]:
    """Each part that is larger than what it is a part of."""
    for whole, part in _find_parts(draft):
        one, other = amount_of(whole.observation), amount_of(part.observation)
        if _exceeds(other, one) and other.value < one.value * _SLIP:
            yield _oddity(whole, part)


def find_parts_in_other_unit(draft: Draft) -> Iterator[Oddity]:
    """Each part that is its whole thousands of times over, or as small a part of it: 亿元 and 万元 mixed up.

    Any part may be small, so that only one of a standard indicator which is another's part is held to be too small.
    """
    for whole, part in _find_parts(draft):
        one, other = amount_of(whole.observation), amount_of(part.observation)
        known = whole.observation.canonical and part.observation.canonical
        too_large = _exceeds(other, one) and one.value * _SLIP <= other.value <= one.value * _TEN_THOUSAND
        too_small = known and 0 < other.value * _SLIP < one.value <= other.value * _TEN_THOUSAND * _SMALLEST
        if too_large or too_small:
            yield _oddity(whole, part)


def _oddity(whole: Record, part: Record) -> Oddity:
    one, other = whole.observation, part.observation
    return Oddity(
        quote_figure(whole),
        quote_figure(part),
        (one.indicator, write_figure(one), other.indicator, write_figure(other)),
    )


def _find_parts(draft: Draft) -> Iterator[tuple[Record, Record]]:
    """Each figure after 其中 with the one before it that it is a part of: in one unit, of one kind, place and time.

    Shares are left out, since that of a part is mostly one of the whole: 占比98% of 9.4%.
    """
    levels = [record for record in draft.records if record.observation.measure == "level"]
    counts = Counter(record.observation.sentence_start for record in levels)
    whole: Record | None = None
    for before, part in pairwise(levels):
        one, other = before.observation, part.observation
        if one.sentence_start != other.sentence_start:
            whole = before if counts[one.sentence_start] == 1 and _opens_with_parts(draft, before, part) else None
        elif one.end < other.start and _OF_THESE.search(words_between(before, part)):
            whole = before
        elif one.end >= other.start or not _AND.match(words_between(before, part)):
            whole = None
        if whole is not None and _belong_together(whole.observation, other):
            yield whole, part


def _opens_with_parts(draft: Draft, whole: Record, part: Record) -> bool:
    """Whether the figure's sentence begins with 其中, right after that of the whole."""
    one, other = whole.observation, part.observation
    between = draft.document.text[one.sentence_end : other.sentence_start]
    clause = (part.sentence or "")[: other.start - other.sentence_start]
    return not between.strip() and _OPENING.fullmatch(_SPACE.sub("", clause)) is not None


def _belong_together(whole: Observation, part: Observation) -> bool:
    unit = amount_of(whole).unit
    return (
        (whole.kind, whole.period, whole.region, whole.scope) == (part.kind, part.period, part.region, part.scope)
        and amount_of(part).unit == unit
        and family_of(unit) != "share"
    )


def _exceeds(part: Amount, whole: Amount) -> bool:
    """Whether a part is larger than its whole can be."""
    return (
        whole.bound in {"=", "<="}
        and part.bound in {"=", ">="}
        and part.value > whole.upper + (whole.grain if whole.grain != part.grain else 0)
    )
