"""Keywords and summaries of a report and of each of its sections."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from msgspec import Struct

from reportcli.digest import summaries
from reportcli.digest.candidates import Candidate, find_candidates
from reportcli.digest.contents import lay_out
from reportcli.digest.keywords import make_keywords, pick_terms
from reportcli.digest.term_finding import find_terms
from reportcli.digest.terms import Term, merge_terms
from reportcli.model import Keyword, Section, Sentence, SummarySentence
from reportcli.segmentation.places import stem_of
from reportcli.settings import Settings, Summarizer

__all__ = ["Digest", "digest"]


_PickCandidates = Callable[[Sequence[Candidate], int], list[Candidate]]


class Digest(Struct, frozen=True):
    """What a report is about: the keywords and the summary of the whole and, in the same order, of its sections."""

    keywords: tuple[Keyword, ...]
    summary: tuple[SummarySentence, ...]
    section_keywords: tuple[tuple[Keyword, ...], ...]
    section_summaries: tuple[tuple[SummarySentence, ...], ...]


def digest(
    text: str,
    sections: Sequence[Section],
    sentences: Sequence[Sequence[Sentence]],
    settings: Settings,
) -> Digest:
    """What a report with these sections is about; `sentences[i]` are those of `sections[i]`.

    At most `settings.keywords` keywords and `settings.sentences` sentences each, fewer where there is less to say. A
    place that comes up in several sections has so many in all of them together. Raises SettingsError where an engine
    is asked for that is not installed.
    """
    pick_candidates, pick_whole = _find_summarizer(settings.summarizer)
    contents = [lay_out(*part) for part in zip(sections, sentences, strict=True)]
    # Where none are asked for none are looked for: that saves the tokenizer, which is most of a short run's time.
    asks_keywords, asks_sentences = bool(settings.keywords), bool(settings.sentences)
    regions = list(dict.fromkeys([section.region for section in sections if section.region]))
    terms: list[list[Term]] = [[] for _ in contents]
    if asks_keywords:
        places = [*regions, *map(stem_of, regions)]
        terms = find_terms(contents, places, settings.keywords, settings.tokenizer)
    candidates = [find_candidates(content) if asks_sentences else [] for content in contents]
    sharers = Counter([term.text for found in terms for term in found])
    keywords: list[tuple[Keyword, ...]] = [()] * len(sections)
    section_summaries: list[tuple[SummarySentence, ...]] = [()] * len(sections)
    best: list[Term] = []
    told: list[Candidate] = []
    for group in _group_sections(sections):
        region = sections[group[0]].region
        together = terms[group[0]] if len(group) == 1 else merge_terms(chain(*(terms[i] for i in group)))
        picked = pick_terms(together, sharers, [region] if region else [], settings.keywords)
        best += [term for term, _ in picked]
        count = _count_sentences(settings.sentences, sum([len(sentences[i]) for i in group]))
        chosen = pick_candidates(list(chain(*[candidates[i] for i in group])), count)
        told += chosen
        for i in group:
            own = make_keywords(picked)
            if len(group) > 1:
                there = {term.text for term in terms[i]}
                own = tuple([keyword for keyword in own if keyword.text in there])
            keywords[i] = _as_written(text, own, sentences[i])
            section_summaries[i] = _quote(
                text, [each for each in chosen if each.sentence.start in contents[i].sentences]
            )
    # Those of the whole are chosen from those of the sections.
    whole = make_keywords(pick_terms(merge_terms(best), {}, regions, settings.keywords))
    told.sort(key=lambda candidate: candidate.sentence.start)
    everything = list(chain(*sentences))
    return Digest(
        _as_written(text, whole, everything),
        _quote(text, pick_whole(told, _count_sentences(settings.sentences, len(everything)))),
        tuple(keywords),
        tuple(section_summaries),
    )


def _find_summarizer(name: Summarizer) -> tuple[_PickCandidates, _PickCandidates]:
    """What picks the sentences of a section, and what picks those of the whole."""
    if name == "own":
        return summaries.pick_candidates, summaries.pick_abstract
    from reportcli.digest import textrank  # noqa: PLC0415 - only where it is asked for

    return textrank.pick_candidates, textrank.pick_candidates


def _count_sentences(wanted: int | float, there: int) -> int:
    """How many sentences a summary may have out of so many: as many as are wanted, or that share of them."""
    return wanted if isinstance(wanted, int) else math.ceil(wanted * there)


def _group_sections(sections: Sequence[Section]) -> list[list[int]]:
    """The sections that are digested together: those of one place in a report on several, else each alone."""
    several = len({section.region for section in sections if section.region}) > 1
    groups: dict[str | int, list[int]] = {}
    for index, section in enumerate(sections):
        groups.setdefault(section.region if several and section.region else index, []).append(index)
    return list(groups.values())


def _quote(text: str, candidates: Iterable[Candidate]) -> tuple[SummarySentence, ...]:
    """The candidates' sentences, verbatim out of `text`."""
    spans = [(candidate.sentence.start, candidate.sentence.end) for candidate in candidates]
    return tuple([SummarySentence(text[start:end], start, end) for start, end in spans])


def _as_written(text: str, keywords: Iterable[Keyword], sentences: Sequence[Sentence]) -> tuple[Keyword, ...]:
    """The keywords as they stand in `text`, where clean text differs from it: Ｒ＆Ｄ经费投入强度.

    A keyword that is broken by the end of a line everywhere stays whole.
    """
    start, end = (sentences[0].start, sentences[-1].end) if sentences else (0, 0)
    return tuple(
        [
            keyword
            if text.find(keyword.text, start, end) >= 0
            else Keyword(_find_written(text, keyword.text, sentences), keyword.weight)
            for keyword in keywords
        ]
    )


def _find_written(text: str, term: str, sentences: Sequence[Sentence]) -> str:
    for sentence in sentences:
        at = sentence.text.find(term)
        if at >= 0:
            start, end = sentence.span(at, at + len(term))
            if end - start == len(term):
                return text[start:end]
    return term
