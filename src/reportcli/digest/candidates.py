"""The sentences that a summary may hold: those that state results or goals, with what their figures say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportcli.digest.contents import Content
from reportcli.digest.words import chief_indicators
from reportcli.model import Kind, Sentence

# What a figure counts. All figures here were set as those in summaries.py.
_OWN = 1.0
_FOREIGN = 0.5  # of a project, a policy or a firm
_LEADING = 0.5  # added in a sentence of main figures
_CHIEF = 0.3  # added for an indicator that every report gives first

# How a sentence speaks of results or of goals: with main figures, with figures, without.
MAIN, FIGURED, WORDED = 0, 1, 2


class Candidate(Struct, frozen=True, gc=False):
    """A sentence that states results or goals.

    `figures` are its figures' indicators and what each says, `achieved` and `aimed` those of its results and its goals;
    `ranks` tell how it speaks of results and of goals: MAIN, FIGURED or WORDED.
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
        ranks[kind] = MAIN if main or ranks.get(kind) == MAIN else FIGURED
    return [
        Candidate(content.sentences[start], figures, named.get("achievement", ()), named.get("goal", ()), ranks)
        for start, (figures, named, ranks) in sorted(told.items())
        if start in content.sentences
    ]
