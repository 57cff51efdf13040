"""Keywords and summaries of a report and of each of its sections."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from msgspec import Struct

from reportcli.digest import summaries
from reportcli.digest.keywords import pick_keywords
from reportcli.digest.summaries import Candidate, find_candidates
from reportcli.digest.terms import find_terms, merge_terms
from reportcli.model import Keyword, Section, Sentence, SummarySentence
from reportcli.settings import Settings, Summarizer

__all__ = ["Digest", "digest"]


_PickSentences = Callable[[str, Sequence[Candidate], int], tuple[SummarySentence, ...]]


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
    pick_sentences, choosy = _find_summarizer(settings.summarizer)
    parts = list(zip(sections, sentences, strict=True))
    # Where none are asked for none are looked for: that saves the tokenizer, which is most of a short run's time.
    terms = [find_terms(*part, settings.tokenizer) if settings.keywords else [] for part in parts]
    candidates = [find_candidates(*part) if settings.sentences else [] for part in parts]
    sharers = Counter(term.text for found in terms for term in found)
    keywords: list[tuple[Keyword, ...]] = [()] * len(sections)
    section_summaries: list[tuple[SummarySentence, ...]] = [()] * len(sections)
    for group in _group_sections(sections):
        region = sections[group[0]].region
        together = merge_terms(chain(*(terms[i] for i in group)))
        best = pick_keywords(together, sharers, [region] if region else [], settings.keywords)
        count = _count_sentences(settings.sentences, sum(len(sentences[i]) for i in group))
        told = pick_sentences(text, list(chain(*(candidates[i] for i in group))), count)
        for i in group:
            own = {term.text for term in terms[i]}
            keywords[i] = _as_written(text, (keyword for keyword in best if keyword.text in own), sentences[i])
            section_summaries[i] = tuple(each for each in told if sections[i].start <= each.start < sections[i].end)
    regions = list(dict.fromkeys(section.region for section in sections if section.region))
    whole = pick_keywords(merge_terms(chain(*terms)), {}, regions, settings.keywords)
    everything = list(chain(*sentences))
    count = _count_sentences(settings.sentences, len(everything))
    pool = list(chain(*candidates))
    if choosy:
        chosen = {each.start for each in chain(*section_summaries)}
        pool = [candidate for candidate in pool if candidate.sentence.start in chosen]
    return Digest(
        _as_written(text, whole, everything),
        pick_sentences(text, pool, count),
        tuple(keywords),
        tuple(section_summaries),
    )


def _find_summarizer(name: Summarizer) -> tuple[_PickSentences, bool]:
    """What picks sentences, and whether it takes too long to choose those of the whole from more than the sections'."""
    if name == "own":
        return summaries.pick_sentences, False
    from reportcli.digest import textrank  # noqa: PLC0415 - only where it is asked for

    return textrank.pick_sentences, True


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


def _as_written(text: str, keywords: Iterable[Keyword], sentences: Sequence[Sentence]) -> tuple[Keyword, ...]:
    """The keywords as they stand in `text`, where clean text differs from it: Ｒ＆Ｄ经费投入强度.

    A keyword that is broken by the end of a line everywhere stays whole.
    """
    start, end = (sentences[0].start, sentences[-1].end) if sentences else (0, 0)
    return tuple(
        keyword
        if text.find(keyword.text, start, end) >= 0
        else Keyword(_find_written(text, keyword.text, sentences), keyword.weight)
        for keyword in keywords
    )


def _find_written(text: str, term: str, sentences: Sequence[Sentence]) -> str:
    for sentence in sentences:
        at = sentence.text.find(term)
        if at >= 0:
            start, end = sentence.span(at, at + len(term))
            if end - start == len(term):
                return text[start:end]
    return term
