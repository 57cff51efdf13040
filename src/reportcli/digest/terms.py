"""The terms of a section: names of indicators, what stands in quotation marks, noun phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reportcli.digest.names import name_term, words_near
from reportcli.digest.phrases import Phrase, find_phrases
from reportcli.digest.words import load_vocabulary
from reportcli.model import Observation, Section, Sentence

# Quotation marks in pairs, straight ones too; another quotation right before or after it makes it one of a list.
_QUOTED = re.compile(
    r"(?P<after>(?<=[”\"」’])、?)?[“\"「‘](?P<text>[^“”\"「」‘’]*)[”\"」’](?P<before>(?=、?[“\"「‘]))?"
)
# “四个主城”, but no figures (“1335”) and no sentence.
_NAME = re.compile(r"[一-鿿、]{2,9}")

# The share of an indicator's name that a noun phrase in it must make up to stand for it.
_CORE = 0.5

Source = Literal["indicator", "quotation", "phrase"]
# Where a term has several sources, the first of these counts.
_RANK: dict[Source, int] = {"indicator": 0, "quotation": 1, "phrase": 2}


class Term(Struct, frozen=True):
    """A term and what tells how much it says.

    `start` is the offset of the first sentence that has it, `size` the number of its words, `rarity` their mean;
    `titled`: the heading has it; `listed`: a quotation among others. Of an indicator: `achieved`, `aimed` that there is
    a result, a goal; `leading` that it stands in a sentence of main figures; `own` that it is of the place itself, not
    of a project or firm; `canonical` its standard name, if the lexicon knows it; `rough` that it is no noun phrase.
    """

    text: str
    source: Source
    start: int
    mentions: int = 1
    size: int = 2
    rarity: float = 0.0
    achieved: bool = False
    aimed: bool = False
    leading: bool = False
    own: bool = False
    canonical: str | None = None
    rough: bool = False
    titled: bool = False
    listed: bool = False

    def merged(self, other: Term) -> Term:
        """The same term with what is said of it in another place too."""
        first, second = sorted((self, other), key=lambda term: _RANK[term.source])
        alike = first.source == second.source
        return Term(
            text=first.text,
            source=first.source,
            start=min(first.start, second.start),
            mentions=first.mentions + second.mentions if alike else first.mentions,
            size=first.size,
            rarity=max(first.rarity, second.rarity),
            achieved=first.achieved or second.achieved,
            aimed=first.aimed or second.aimed,
            leading=first.leading or second.leading,
            own=first.own or second.own,
            canonical=first.canonical or second.canonical,
            rough=first.rough and second.rough,
            titled=first.titled or second.titled,
            listed=first.listed and (second.listed or not alike),
        )


def merge_terms(found: Iterable[Term]) -> tuple[Term, ...]:
    """Each term once, in the order of the text."""
    merged: dict[str, Term] = {}
    for term in found:
        known = merged.get(term.text)
        merged[term.text] = known.merged(term) if known else term
    return tuple(sorted(merged.values(), key=lambda term: term.start))


def find_terms(section: Section, sentences: Sequence[Sentence], tokenizer: str) -> tuple[Term, ...]:
    """The terms of a section, each once, in the order of the text.

    Quotations and noun phrases are those of the heading and of the sentences that state something; in a section that
    states nothing, of all its sentences.
    """
    telling = {statement.start for statement in section.statements}
    telling.update(observation.sentence_start for observation in section.observations)
    told = [sentence for sentence in sentences if sentence.start in telling] or sentences
    passages = [(sentence.start, sentence.text, False) for sentence in told]
    if section.title:
        passages.insert(0, (section.start, section.title, True))
    return merge_terms(
        [*_indicators(section, sentences, tokenizer), *_quotations(passages), *_phrases(passages, tokenizer)]
    )


def _indicators(section: Section, sentences: Sequence[Sentence], tokenizer: str) -> Iterator[Term]:
    at = {sentence.start: sentence for sentence in sentences}
    names: dict[tuple[str, int], Term | None] = {}
    for observation in section.observations:
        sentence = at.get(observation.sentence_start)
        if sentence is None:
            continue
        key = observation.indicator, sentence.start
        if key not in names:
            names[key] = _name(observation, sentence, tokenizer)
        term = names[key]
        if term:
            yield replace(
                term,
                achieved=observation.kind == "achievement",
                aimed=observation.kind == "goal",
                leading=observation.headline,
                own=observation.scope == "place",
            )


def _name(observation: Observation, sentence: Sentence, tokenizer: str) -> Term | None:
    """The term that an indicator's name is; of one that the lexicon does not know the noun phrase that it holds."""
    name = name_term(observation.indicator, words_near(sentence, observation.start), tokenizer)
    if name is None:
        return None
    term = Term(name, "indicator", sentence.start, canonical=observation.canonical)
    if observation.canonical or "“" in name:
        return term
    phrase = max(find_phrases(name, tokenizer), key=lambda phrase: len(phrase.text), default=None)
    if phrase is None:
        return None
    if len(phrase.text) < _CORE * len(name):
        return replace(term, rough=True)
    return replace(term, text=phrase.text, size=phrase.size, rarity=phrase.rarity)


def _quotations(passages: Sequence[tuple[int, str, bool]]) -> Iterator[Term]:
    figures = frozenset(load_vocabulary().figures.split())
    for start, text, titled in passages:
        for match in _QUOTED.finditer(text):
            if _NAME.fullmatch(match["text"]) and match["text"] not in figures:
                listed = match["after"] is not None or match["before"] is not None
                yield Term(match["text"], "quotation", start, titled=titled, listed=listed)


def _phrases(passages: Sequence[tuple[int, str, bool]], tokenizer: str) -> Iterator[Term]:
    first: dict[Phrase, tuple[int, bool]] = {}
    phrases: Counter[Phrase] = Counter()
    rarest: Counter[str] = Counter()
    for start, text, titled in passages:
        for phrase in find_phrases(text, tokenizer):
            first.setdefault(phrase, (start, titled))
            phrases[phrase] += 1
            rarest[phrase.rarest] += 1
    for phrase, count in phrases.items():
        start, titled = first[phrase]
        # A phrase is also spoken of where its rarest word is: 羊肚菌基地 where the text goes on with 羊肚菌种植面积.
        mentions = max(count, rarest[phrase.rarest]) if phrase.rarest else count
        yield Term(phrase.text, "phrase", start, mentions, phrase.size, phrase.rarity, titled=titled)
