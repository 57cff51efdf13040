"""Summaries: the sentences that tell best what was reached and what is aimed at."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from heapq import nlargest

from msgspec import Struct

from reportcli.digest.words import chief_indicators
from reportcli.model import Kind, Observation, Section, Sentence, SummarySentence

# What a figure counts. Many figures say less than as many times one: it is the root of the sum of a sentence's best
# figures that counts. All figures here were set on annotated round-ups of districts and streets and on annotated parts
# of work reports, where moving one by half its size moved the agreement with the annotators by about a hundredth.
_OWN = 1.0
_FOREIGN = 0.5  # of a project, a policy or a firm
_LEADING = 0.5  # added in a sentence of main figures
_CHIEF = 0.3  # added for an indicator that every report gives first
_RESULT_AND_GOAL = 0.6  # added for an indicator that has both
_REPEATED = 0.8  # times this, where the indicator's result or goal is told already
_BEST = 4
# What is added to that for a sentence.
_STATEMENT = 0.35
_FIRST = 0.6  # the first to give main figures, or figures, of results or of goals
_LATE = -0.24  # from the first sentence to the last
# Times this, if it tells only of results where these are in the majority, or only of goals.
_MAJORITY = 0.8
# So many of the best of each kind are compared for each one that is picked.
_COMPARED = 8

_KINDS: tuple[Kind, ...] = ("achievement", "goal")


class Figure(Struct, frozen=True):
    """A result or a goal that a sentence gives: of what, and what it counts."""

    indicator: str
    kind: Kind
    weight: float
    leading: bool


class Candidate(Struct, frozen=True):
    """A sentence that states results or goals."""

    sentence: Sentence
    kinds: frozenset[Kind]
    figures: tuple[Figure, ...]


def find_candidates(section: Section, sentences: Sequence[Sentence]) -> list[Candidate]:
    """The sentences of a section that a summary may hold, in order."""
    observations: dict[int, list[Observation]] = {}
    for observation in section.observations:
        observations.setdefault(observation.sentence_start, []).append(observation)
    kinds: dict[int, set[Kind]] = {start: {o.kind for o in found} for start, found in observations.items()}
    for statement in section.statements:
        if statement.kind != "problem":
            kinds.setdefault(statement.start, set()).add(statement.kind)
    return [
        Candidate(
            sentence,
            frozenset(kinds[sentence.start]),
            tuple(_figure(observation) for observation in observations.get(sentence.start, ())),
        )
        for sentence in sentences
        if sentence.start in kinds
    ]


def _figure(observation: Observation) -> Figure:
    weight = _OWN if observation.scope == "place" else _FOREIGN
    weight += _LEADING * observation.headline + _CHIEF * (observation.canonical in chief_indicators())
    return Figure(
        observation.canonical or observation.indicator, observation.kind, weight, leading=observation.headline
    )


def pick_sentences(text: str, candidates: Sequence[Candidate], count: int) -> tuple[SummarySentence, ...]:
    """The best `count` of the candidates, in the order of the text, verbatim out of `text`.

    One after another is picked: what tells most beside those picked before.
    """
    twofold = _with_result_and_goal(candidates)
    first = set(_firsts(candidates))

    def gain(index: int, told: Collection[tuple[str, Kind]]) -> float:
        figures = sorted(
            (
                (figure.weight + _RESULT_AND_GOAL * (figure.indicator in twofold))
                * (_REPEATED if (figure.indicator, figure.kind) in told else 1)
                for figure in candidates[index].figures
            ),
            reverse=True,
        )
        place = _FIRST * (index in first) + _LATE * index / len(candidates)
        return math.sqrt(sum(figures[:_BEST])) + _STATEMENT + place

    compared = _shortlist(candidates, [gain(index, ()) for index in range(len(candidates))], _COMPARED * count)
    picked: list[int] = []
    told: set[tuple[str, Kind]] = set()
    while compared and len(picked) < count:
        tally = {kind: sum(kind in candidates[index].kinds for index in picked) for kind in _KINDS}
        majority = {kind for kind in _KINDS if tally[kind] > min(tally.values())}
        gains = [gain(i, told) * (_MAJORITY if candidates[i].kinds <= majority else 1) for i in compared]
        best = compared.pop(gains.index(max(gains)))
        picked.append(best)
        told.update((figure.indicator, figure.kind) for figure in candidates[best].figures)
    return tuple(
        SummarySentence(text[sentence.start : sentence.end], sentence.start, sentence.end)
        for sentence in (candidates[index].sentence for index in sorted(picked))
    )


def _with_result_and_goal(candidates: Sequence[Candidate]) -> set[str]:
    achieved, aimed = (
        {f.indicator for candidate in candidates for f in candidate.figures if f.kind == kind} for kind in _KINDS
    )
    return achieved & aimed


def _firsts(candidates: Sequence[Candidate]) -> Iterator[int]:
    """Of results and of goals the first sentence with main figures; without such, with figures; else the first."""
    for kind in _KINDS:
        ranks = [
            (
                not any(figure.kind == kind and figure.leading for figure in candidate.figures),
                not any(figure.kind == kind for figure in candidate.figures),
                index,
            )
            for index, candidate in enumerate(candidates)
            if kind in candidate.kinds
        ]
        if ranks:
            yield min(ranks)[-1]


def _shortlist(candidates: Sequence[Candidate], gains: Sequence[float], count: int) -> list[int]:
    """The best `count` of each kind, in order: to compare each with each takes too long in a long report."""
    best: set[int] = set()
    for kind in _KINDS:
        alike = (index for index, candidate in enumerate(candidates) if kind in candidate.kinds)
        best.update(nlargest(count, alike, key=lambda index: (gains[index], -index)))
    return sorted(best)
