"""Summaries: the sentences that tell best what was reached and what is aimed at."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from operator import itemgetter

from msgspec import Struct

from reportcli.digest.contents import Content
from reportcli.digest.words import chief_indicators, load_vocabulary
from reportcli.lexicon import compiled
from reportcli.model import Kind, Sentence

# What a figure counts. Many figures say less than as many times one: it is the root of the sum of a sentence's best
# figures that counts. All figures here were set on annotated round-ups of districts and streets and on annotated parts
# of work reports, where moving one by half its size moved the agreement with the annotators by about a hundredth.
_OWN = 1.0
_FOREIGN = 0.5  # of a project, a policy or a firm
_LEADING = 0.5  # added in a sentence of main figures
_CHIEF = 0.3  # added for an indicator that every report gives first
_RESULT_AND_GOAL = 0.6  # added for an indicator that has both
_BEST = 4
# What is added to that for a sentence.
_STATEMENT = 0.35
_FIRST = 0.6  # the first to give main figures, or figures, of results or of goals
_LATE = -0.24  # from the first sentence to the last
_CLICHE = -0.2  # for each word of resolve or procedure in a sentence without figures
# Times this, if it tells only of results where these are in the majority, or only of goals.
_MAJORITY = 0.8
# Times this, if it tells something that is told already.
_REPEATED = 0.9

_KINDS: tuple[Kind, ...] = ("achievement", "goal")
# Results, goals or both.
_Kinds = frozenset[Kind]
_LOSS = itemgetter(0)


class Candidate(Struct, frozen=True, gc=False):
    """A sentence that states results or goals.

    `figures` are its figures' indicators and what each says, `achieved` and `aimed` those of its results and its goals;
    `ranks` tell how it speaks of results and of goals: 0 with main figures, 1 with figures, 2 without.
    """

    sentence: Sentence
    figures: Sequence[tuple[str, float]]
    achieved: Sequence[str]
    aimed: Sequence[str]
    ranks: Mapping[Kind, int]


def find_candidates(content: Content) -> list[Candidate]:
    """The sentences of a section that a summary may hold, in order."""
    chief = chief_indicators()
    told: dict[int, tuple[list[tuple[str, float]], dict[Kind, list[str]], dict[Kind, int]]] = {}
    for statement in content.section.statements:
        if statement.kind != "problem":
            told.setdefault(statement.start, ([], {}, {}))[2][statement.kind] = 2
    for each in content.section.observations:
        kind, name, main = each.kind, each.canonical or each.indicator, each.headline
        figures, named, ranks = told.get(each.sentence_start) or told.setdefault(each.sentence_start, ([], {}, {}))
        weight = _OWN if each.scope == "place" else _FOREIGN
        figures.append((name, weight + _LEADING * main + _CHIEF * (each.canonical in chief)))
        named.setdefault(kind, []).append(name)
        ranks[kind] = 0 if main or ranks.get(kind) == 0 else 1
    return [
        Candidate(content.sentences[start], figures, named.get("achievement", ()), named.get("goal", ()), ranks)
        for start, (figures, named, ranks) in sorted(told.items())
        if start in content.sentences
    ]


def pick_candidates(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """The best `count` of the candidates, in the order of the text.

    One after another is picked: what tells most beside those picked before. The last is of goals, if all others are of
    results and there are goals, or the other way round.
    """
    if len(candidates) <= count:
        return list(candidates)
    pool = _Pool(candidates)
    for number in range(count, 0, -1):
        pool.pick(is_last=number == 1 < count)
    return [candidates[index] for index in sorted(pool.picked)]


class _Pool:
    """Candidates of which the best is picked, again and again.

    They lie in a heap for each of the kinds that they tell of. What a sentence tells beside others is never more than
    what it tells alone, so it is looked at again only when it comes to the top: picking many takes hardly longer than
    picking a few.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.picked: list[int] = []
        self._candidates = candidates
        self._heaps: dict[_Kinds, list[tuple[float, int]]] = {}
        for index, gain in enumerate(_weigh_alone(candidates)):
            self._heaps.setdefault(frozenset(candidates[index].ranks), []).append((-gain, index))
        for heap in self._heaps.values():
            heapify(heap)
        self._lessened: set[int] = set()
        self._told: dict[Kind, set[str]] = {kind: set() for kind in _KINDS}
        self._counts: dict[Kind, int] = dict.fromkeys(_KINDS, 0)

    def pick(self, *, is_last: bool) -> None:
        """Pick what tells most; as the last, if it can be, what tells of a kind that none picked before told of."""
        heaps = self._heaps
        if is_last:
            untold = {kind for kind, times in self._counts.items() if not times}
            heaps = {kinds: heap for kinds, heap in heaps.items() if kinds & untold} or heaps
        majority = self._majority()
        tops = [(self._top(heap) * (_MAJORITY if kinds <= majority else 1), kinds) for kinds, heap in heaps.items()]
        kinds = min(tops, key=_LOSS)[1]
        _, index = heappop(heaps[kinds])
        if not heaps[kinds]:
            del self._heaps[kinds]
        self.picked.append(index)
        self._told["achievement"].update(self._candidates[index].achieved)
        self._told["goal"].update(self._candidates[index].aimed)
        for kind in kinds:
            self._counts[kind] += 1

    def _top(self, heap: list[tuple[float, int]]) -> float:
        """What the top of the heap tells, as a negative number, after those that tell less than thought went down."""
        while heap[0][1] not in self._lessened:
            loss, index = heap[0]
            candidate = self._candidates[index]
            if not candidate.figures:
                loss -= _CLICHE * _count_cliches(candidate.sentence.text)
            elif self._is_told(candidate):
                loss *= _REPEATED
            else:
                break
            self._lessened.add(index)
            heapreplace(heap, (loss, index))
        return heap[0][0]

    def _is_told(self, candidate: Candidate) -> bool:
        achieved, aimed = (self._told[kind] for kind in _KINDS)
        return not (achieved.isdisjoint(candidate.achieved) and aimed.isdisjoint(candidate.aimed))

    def _majority(self) -> set[Kind]:
        """Which of results and goals more of the picked sentences tell of; none, where as many tell of both."""
        achieved, aimed = (self._counts[kind] for kind in _KINDS)
        return set() if achieved == aimed else {_KINDS[0] if achieved > aimed else _KINDS[1]}


def _count_cliches(sentence: str) -> int:
    return sum([word in sentence for word in _cliches()])


@compiled
def _cliches() -> tuple[str, ...]:
    return tuple(load_vocabulary().cliches.split())


def _weigh_alone(candidates: Sequence[Candidate]) -> list[float]:
    """What each candidate tells, the others left aside."""
    achieved: set[str] = set()
    aimed: set[str] = set()
    for candidate in candidates:
        achieved.update(candidate.achieved)
        aimed.update(candidate.aimed)
    twofold = achieved & aimed
    first: dict[Kind, tuple[int, int]] = {}
    gains = []
    step = _LATE / max(1, len(candidates))
    for index, candidate in enumerate(candidates):
        weights = [weight + _RESULT_AND_GOAL * (name in twofold) for name, weight in candidate.figures]
        best = sorted(weights)[-_BEST:] if len(weights) > _BEST else weights
        gains.append(math.sqrt(sum(best)) + _STATEMENT + step * index)
        for kind, rank in candidate.ranks.items():
            if kind not in first or rank < first[kind][0]:
                first[kind] = rank, index
    for index in {index for _, index in first.values()}:
        gains[index] += _FIRST
    return gains
