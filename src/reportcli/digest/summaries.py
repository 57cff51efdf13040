"""Summaries: the sentences that tell best what was reached and what is aimed at."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace
from itertools import product

from msgspec import Struct

from reportcli.digest.candidates import FIGURED, MAIN, WORDED, Candidate
from reportcli.digest.words import load_vocabulary
from reportcli.lexicon import compiled
from reportcli.model import Kind
from reportcli.patterns import regex
from reportcli.segmentation.vocabulary import any_of

# Many figures say less than as many times one: it is the root of the sum of a sentence's best figures that counts. All
# figures here were set on annotated round-ups of districts and streets and on annotated parts of work reports, where
# moving one by half its size moved the agreement with the annotators by about a hundredth.
_BEST = 6
_RESULT_AND_GOAL = 0.6  # added to a figure of an indicator that has both
# What is added to that root for a sentence.
_STATEMENT = 0.35
_FIRST = 0.6  # the first to give main figures, or figures, of results or of goals
_LATE = -0.12  # from the first sentence to the last
_CLICHE = -0.2  # for each word of resolve or procedure in a sentence without figures
_CLICHE_BESIDE, _MOST = -0.3, 3  # for each but one, up to so many, in a sentence with figures: an overview may open so
# Times this, if it tells only of results where these are in the majority, or only of goals.
_MAJORITY = 0.8
# In the whole's summary, in place of these; and times this, if main figures of the same kind are told already.
_FIRST_OF_ALL = 1.0
_LATE_IN_ALL = -0.3
_MAIN_AGAIN = 0.7

# A sentence that owns what was not reached tells less of what was: 没有兑现, 只签下183亿元，差了8%.
_SHORTFALL = regex(r"没有?(?:兑现|完成|实现|达到)|未能?(?:兑现|完成|实现|达到)|差了\d|难度[极很较]大")
_SHORT = -0.2
# So does a later item of a list, which reads ill by itself: 三是抓收入，….
_ITEM = regex("[二三四五六七八九十]是")
_LATER_ITEM = -0.1

_KINDS: tuple[Kind, ...] = ("achievement", "goal")


class _Manner(Struct, frozen=True):
    """A way of telling: of what kinds, of which of them the main figures, and the one kind if it is one."""

    kinds: frozenset[Kind]
    mains: frozenset[Kind]
    only: Kind | None


def _make_manner(*ranks: int | None) -> _Manner:
    told = {kind: rank for kind, rank in zip(_KINDS, ranks, strict=True) if rank is not None}
    mains = frozenset(kind for kind, rank in told.items() if rank == MAIN)
    return _Manner(frozenset(told), mains, next(iter(told)) if len(told) == 1 else None)


# All there are, by the ranks of results and of goals.
_Ranks = tuple[int | None, int | None]
_RANKS = (None, MAIN, FIGURED, WORDED)
_MANNERS: dict[_Ranks, _Manner] = {ranks: _make_manner(*ranks) for ranks in product(_RANKS, _RANKS)}


def pick_candidates(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """The best `count` of the candidates of a section, in the order of the text.

    One after another is picked: what tells most beside those picked before. The last is of goals, if all others are of
    results and there are goals, or the other way round.
    """
    return _pick(candidates, count, _Weights(_FIRST, _LATE, 1.0))


def pick_abstract(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """The best `count` of the candidates of a whole report: they are to read as its abstract.

    As those of a section, but after the overview of results it is other results that tell more than another sentence
    of it, and after the main targets other tasks.
    """
    return _pick(candidates, count, _Weights(_FIRST_OF_ALL, _LATE_IN_ALL, _MAIN_AGAIN))


def _pick(candidates: Sequence[Candidate], count: int, weights: _Weights) -> list[Candidate]:
    if len(candidates) <= count:
        return list(candidates)
    pool = _Pool(candidates, weights)
    for number in range(count, 0, -1):
        pool.pick(is_last=number == 1 < count)
    return [candidates[index] for index in sorted(pool.picked)]


class _Weights(Struct, frozen=True):
    """What differs between a section and the whole.

    What is added for the first and, from the first to the last, for late ones; the factor for other main ones.
    """

    first: float
    late: float
    main_again: float


class _Pool:
    """Candidates of which the best is picked, again and again.

    They lie in a heap for each way of telling, on which it depends how much less they tell beside those picked before.
    Words of resolve are looked for only in what comes to the top of one: they never make it tell more.
    """

    def __init__(self, candidates: Sequence[Candidate], weights: _Weights) -> None:
        self.picked: list[int] = []
        self._candidates = candidates
        self._main_again = weights.main_again
        self._heaps: dict[_Ranks, list[tuple[float, int]]] = {}
        for index, gain in enumerate(_weigh_alone(candidates, weights)):
            ranks = candidates[index].ranks.get
            self._heaps.setdefault((ranks("achievement"), ranks("goal")), []).append((-gain, index))
        for heap in self._heaps.values():
            heapify(heap)
        self._cliches = _cliches()
        self._read: set[int] = set()
        self._mains_told: set[Kind] = set()
        self._counts: dict[Kind, int] = dict.fromkeys(_KINDS, 0)

    def pick(self, *, is_last: bool) -> None:
        """Pick what tells most; as the last what tells of a kind that none before told of, if it tells anything."""
        majority = self._majority()
        losses = {ranks: self._lose(ranks, majority) for ranks in self._heaps}
        if is_last:
            untold = {kind for kind, times in self._counts.items() if not times}
            wanted = {r: loss for r, loss in losses.items() if loss < 0 and not untold.isdisjoint(_MANNERS[r].kinds)}
            losses = wanted or losses
        ranks = min(losses, key=losses.__getitem__)
        _, index = heappop(self._heaps[ranks])
        if not self._heaps[ranks]:
            del self._heaps[ranks]
        self.picked.append(index)
        self._mains_told |= _MANNERS[ranks].mains
        for kind in _MANNERS[ranks].kinds:
            self._counts[kind] += 1

    def _lose(self, ranks: _Ranks, majority: Kind | None) -> float:
        """What the best that is told in this way tells beside those picked before, as a negative number."""
        manner, loss = _MANNERS[ranks], self._top(self._heaps[ranks])
        if manner.only is not None and manner.only == majority:
            loss *= _MAJORITY
        return loss if manner.mains.isdisjoint(self._mains_told) else loss * self._main_again

    def _top(self, heap: list[tuple[float, int]]) -> float:
        """What the top of the heap tells, as a negative number, after those that tell less than thought went down."""
        loss, index = heap[0]
        while index not in self._read:
            self._read.add(index)
            heapreplace(heap, (loss - _weigh_cliches(self._candidates[index], self._cliches), index))
            loss, index = heap[0]
        return loss

    def _majority(self) -> Kind | None:
        """Which of results and goals more of the picked sentences tell of; none, where as many tell of both."""
        achieved, aimed = (self._counts[kind] for kind in _KINDS)
        return None if achieved == aimed else _KINDS[0] if achieved > aimed else _KINDS[1]


def _weigh_cliches(candidate: Candidate, pattern: re.Pattern[str]) -> float:
    found = pattern.findall(candidate.sentence.text)
    if not found:
        return 0.0
    cliches = len(set(found))
    return _CLICHE_BESIDE * max(0, min(cliches, _MOST) - 1) if candidate.figures else _CLICHE * cliches


@compiled
def _cliches() -> re.Pattern[str]:
    return re.compile(any_of(load_vocabulary().cliches.split()))


def _weigh_alone(candidates: Sequence[Candidate], counts: _Weights) -> list[float]:
    """What each candidate tells, the others left aside."""
    achieved: set[str] = set()
    aimed: set[str] = set()
    for candidate in candidates:
        achieved.update(candidate.achieved)
        aimed.update(candidate.aimed)
    twofold = achieved & aimed
    first: dict[Kind, tuple[int, int]] = {}
    gains = []
    step = counts.late / max(1, len(candidates))
    for index, candidate in enumerate(candidates):
        weights = [weight + _RESULT_AND_GOAL if name in twofold else weight for name, weight in candidate.figures]
        best = sorted(weights)[-_BEST:] if len(weights) > _BEST else weights
        short = _SHORT if _SHORTFALL.search(candidate.sentence.text) else 0.0
        later = _LATER_ITEM if _ITEM.match(candidate.sentence.text) else 0.0
        gains.append(math.sqrt(sum(best)) + _STATEMENT + step * index + short + later)
        for kind, rank in candidate.ranks.items() if not short else ():
            if kind not in first or rank < first[kind][0]:
                first[kind] = rank, index
    for index in {index for rank, index in first.values() if rank < WORDED}:
        gains[index] += counts.first
    return gains
