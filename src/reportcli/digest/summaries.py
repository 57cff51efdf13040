"""Summaries: the sentences that tell best what was reached and what is aimed at."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set

from msgspec import Struct

from reportcli.digest.words import chief_indicators, load_vocabulary
from reportcli.lexicon import compiled
from reportcli.model import Kind, Section, Sentence, SummarySentence

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
# An indicator, and whether its result or its goal.
Told = tuple[str, Kind]


class Candidate(Struct, frozen=True, gc=False):
    """A sentence that states results or goals.

    `figures` are the results and goals it gives a figure of, and what each says; `ranks` how it tells of results and of
    goals: 0 with main figures, 1 with figures, 2 without.
    """

    sentence: Sentence
    figures: Sequence[tuple[Told, float]]
    ranks: Mapping[Kind, int]


def find_candidates(section: Section, sentences: Sequence[Sentence]) -> list[Candidate]:
    """The sentences of a section that a summary may hold, in order."""
    chief = chief_indicators()
    figures: dict[int, list[tuple[Told, float]]] = {}
    ranks: dict[int, dict[Kind, int]] = {}
    for statement in section.statements:
        if statement.kind != "problem":
            ranks.setdefault(statement.start, {})[statement.kind] = 2
    for each in section.observations:
        weight = _OWN if each.scope == "place" else _FOREIGN
        weight += _LEADING * each.headline + _CHIEF * (each.canonical in chief)
        told = (each.canonical or each.indicator, each.kind)
        figures.setdefault(each.sentence_start, []).append((told, weight))
        its_ranks = ranks.setdefault(each.sentence_start, {})
        if each.headline or its_ranks.get(each.kind, 2) > 1:
            its_ranks[each.kind] = 0 if each.headline else 1
    starts = [(sentence.start, sentence) for sentence in sentences]
    return [Candidate(sentence, figures.get(start, ()), ranks[start]) for start, sentence in starts if start in ranks]


def pick_sentences(text: str, candidates: Sequence[Candidate], count: int) -> tuple[SummarySentence, ...]:
    """The best `count` of the candidates, in the order of the text, verbatim out of `text`.

    One after another is picked: what tells most beside those picked before. The last is of goals, if all others are of
    results and there are goals, or the other way round.
    """
    count = min(count, len(candidates))
    gains = _weigh_alone(candidates)
    order = sorted(range(len(candidates)), key=gains.__getitem__, reverse=True)
    picked: list[int] = []
    told: set[Told] = set()
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
                gain *= _REPEATED if any(each in told for each, _ in candidate.figures) else 1
                gain *= _MAJORITY if candidate.ranks.keys() <= majority else 1
                if gain > most:
                    best, most = index, gain
        picked.append(best)
        told.update(each for each, _ in candidates[best].figures)
    return quote(text, candidates, picked)


def quote(text: str, candidates: Sequence[Candidate], picked: Iterable[int]) -> tuple[SummarySentence, ...]:
    """The candidates of these indices in the order of the text, verbatim out of `text`."""
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


@compiled
def _cliches() -> tuple[str, ...]:
    return tuple(load_vocabulary().cliches.split())


def _weigh_alone(candidates: Sequence[Candidate]) -> list[float]:
    """What each candidate tells, the others left aside."""
    told = {each for candidate in candidates for each, _ in candidate.figures}
    twofold = {indicator for indicator, kind in told if kind == "goal" and (indicator, "achievement") in told}
    first: dict[Kind, tuple[int, int]] = {}
    gains = []
    for index, candidate in enumerate(candidates):
        weights = [weight + _RESULT_AND_GOAL * (indicator in twofold) for (indicator, _), weight in candidate.figures]
        best = sorted(weights)[-_BEST:] if len(weights) > _BEST else weights
        gains.append(math.sqrt(sum(best)) + _STATEMENT + _LATE * index / len(candidates))
        for kind, rank in candidate.ranks.items():
            if kind not in first or rank < first[kind][0]:
                first[kind] = rank, index
    for index in {index for _, index in first.values()}:
        gains[index] += _FIRST
    return gains
