"""Summaries: the sentences that tell best what was reached and what is aimed at."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from functools import cache
from heapq import nlargest

from msgspec import Struct

from reportcli.digest.words import chief_indicators, load_vocabulary
from reportcli.model import Kind, Observation, Section, Sentence, SummarySentence

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


class Candidate(Struct, frozen=True):
    """A sentence that states results or goals.

    `figures` are the indicators it gives a figure of, and what each says; `told` what it tells, of which indicator and
    whether a result or a goal; `ranks` how it tells of results and of goals: 0 with main figures, 1 with figures, 2
    without.
    """

    sentence: Sentence
    figures: tuple[tuple[str, float], ...]
    told: frozenset[tuple[str, Kind]]
    ranks: dict[Kind, int]


def find_candidates(section: Section, sentences: Sequence[Sentence]) -> list[Candidate]:
    """The sentences of a section that a summary may hold, in order."""
    observations: dict[int, list[Observation]] = {}
    for observation in section.observations:
        observations.setdefault(observation.sentence_start, []).append(observation)
    ranks: dict[int, dict[Kind, int]] = {}
    for statement in section.statements:
        if statement.kind != "problem":
            ranks.setdefault(statement.start, {})[statement.kind] = 2
    candidates = []
    for sentence in sentences:
        found = observations.get(sentence.start, ())
        its_ranks = ranks.get(sentence.start, {})
        for observation in found:
            rank = 0 if observation.headline else 1
            its_ranks[observation.kind] = min(rank, its_ranks.get(observation.kind, rank))
        if its_ranks:
            figures = tuple([(each.canonical or each.indicator, _weigh(each)) for each in found])
            told = frozenset([(each.canonical or each.indicator, each.kind) for each in found])
            candidates.append(Candidate(sentence, figures, told, its_ranks))
    return candidates


def _weigh(observation: Observation) -> float:
    weight = _OWN if observation.scope == "place" else _FOREIGN
    return weight + _LEADING * observation.headline + _CHIEF * (observation.canonical in chief_indicators())


def pick_sentences(text: str, candidates: Sequence[Candidate], count: int) -> tuple[SummarySentence, ...]:
    """The best `count` of the candidates, in the order of the text, verbatim out of `text`.

    One after another is picked: what tells most beside those picked before. The last is of goals, if all others are of
    results and there are goals, or the other way round.
    """
    count = min(count, len(candidates))
    gains = _weigh_alone(candidates)
    order = sorted(range(len(candidates)), key=gains.__getitem__, reverse=True)
    picked: list[int] = []
    told: set[tuple[str, Kind]] = set()
    while len(picked) < count:
        majority = _majority([candidates[index].ranks.keys() for index in picked])
        wanted = _untold(candidates, picked) if 0 < len(picked) == count - 1 else set()
        best, most = -1, -math.inf
        for index in order:
            if gains[index] <= most:  # what a sentence tells beside others is never more than what it tells alone
                break
            candidate = candidates[index]
            if index not in picked and not (wanted and candidate.ranks.keys().isdisjoint(wanted)):
                gain = gains[index] + (0 if candidate.figures else _CLICHE * _count_cliches(candidate.sentence.text))
                gain *= 1 if candidate.told.isdisjoint(told) else _REPEATED
                gain *= _MAJORITY if candidate.ranks.keys() <= majority else 1
                if gain > most:
                    best, most = index, gain
        picked.append(best)
        told |= candidates[best].told
    return tuple(
        SummarySentence(text[sentence.start : sentence.end], sentence.start, sentence.end)
        for sentence in (candidates[index].sentence for index in sorted(picked))
    )


def _majority(picked: Sequence[Set[Kind]]) -> set[Kind]:
    """Which of results and goals more of the picked sentences tell of; none, where as many tell of both."""
    achieved, aimed = (sum([kind in kinds for kinds in picked]) for kind in _KINDS)
    return set() if achieved == aimed else {_KINDS[0] if achieved > aimed else _KINDS[1]}


def _untold(candidates: Sequence[Candidate], picked: Sequence[int]) -> set[Kind]:
    """Which of results and goals there are, but in none of the picked sentences."""
    there, told = (
        {kind for candidate in some for kind in candidate.ranks}
        for some in (candidates, [candidates[i] for i in picked])
    )
    return there - told


def _count_cliches(sentence: str) -> int:
    return sum([word in sentence for word in _cliches()])


@cache
def _cliches() -> tuple[str, ...]:
    return tuple(load_vocabulary().cliches.split())


def _weigh_alone(candidates: Sequence[Candidate]) -> list[float]:
    """What each candidate tells, the others left aside."""
    told = {each for candidate in candidates for each in candidate.told}
    twofold = {indicator for indicator, kind in told if kind == "goal" and (indicator, "achievement") in told}
    first: dict[Kind, tuple[int, int]] = {}
    gains = []
    for index, candidate in enumerate(candidates):
        weights = [weight + _RESULT_AND_GOAL * (indicator in twofold) for indicator, weight in candidate.figures]
        best = nlargest(_BEST, weights) if len(weights) > _BEST else weights
        gains.append(math.sqrt(sum(best)) + _STATEMENT + _LATE * index / len(candidates))
        for kind, rank in candidate.ranks.items():
            first[kind] = min(first.get(kind, (rank, index)), (rank, index))
    for index in {index for _, index in first.values()}:
        gains[index] += _FIRST
    return gains
