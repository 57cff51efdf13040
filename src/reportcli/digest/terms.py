"""The terms of a section: names of indicators, what stands in quotation marks, noun phrases."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

from msgspec import Struct

from reportcli.digest.names import name_term, words_near
from reportcli.digest.phrases import find_phrases
from reportcli.digest.words import UNKNOWN, chief_indicators, load_vocabulary, load_words
from reportcli.lexicon import added_stopwords, compiled
from reportcli.model import Section, Sentence
from reportcli.settings import Tokenizer

# What a term says, by where it comes from. All figures here were set on annotated round-ups of districts and streets,
# where moving one by half its size moved the agreement with the annotators by less than a hundredth.
_INDICATOR = 1.0
_QUOTATION = 0.8
_LISTED = 0.3  # a quotation that is one of a list
_PHRASE = 0.2
# What is added to that.
_LEADING = 0.3  # an indicator in a sentence of main figures
_STANDARD = 0.1  # one that the lexicon knows
_CHIEF = 0.2  # one that every report gives first
_FOREIGN = -0.4  # one of a project, a policy or a firm
_ROUGH = -0.4  # a name that is no noun phrase
_TITLED = 0.15
_HEAD = 0.15  # a phrase that ends as terms do
_RARITY = 0.04  # for each point of a phrase's rarity
MENTIONS = 0.1  # for each doubling of the mentions
# One word alone says little (投资, 产量), unless it is rare and comes up in several phrases (脐橙).
_ONE_WORD = -0.35
_COMMON_WORD = -0.7

# A word is rare from this rarity on.
_RARE = 9.0
# So many of a section's phrases, the best, are looked at.
_KEPT = 20
# With so many names of indicators a section has keywords enough without the phrases around its figures.
_ENOUGH = 8
# The share of an indicator's name that a noun phrase in it must make up to stand for it.
_CORE = 0.5

# Quotation marks in pairs, straight ones too.
_QUOTED = re.compile(r"[“\"「‘]([^“”\"「」‘’]*)[”\"」’]")
# “四个主城”, but no figures (“1335”) and no sentence.
_NAME = re.compile(r"(?:[^\W\d_A-Za-z]|、){2,9}")
# With another quotation right before or after it, it is one of a list.
_BETWEEN = ("", "、")
_NEXT = re.compile(r"、?[“\"「‘]")


class Term(Struct, frozen=True, gc=False):
    """A term of a section or more.

    `start` is the offset of the first sentence that has it; `weight` what it says by itself, how often it is mentioned
    left aside. Of an indicator: `achieved`, `aimed` that there is a result, a goal; `canonical` its standard name, if
    the lexicon knows it.
    """

    text: str
    start: int
    weight: float
    mentions: int = 1
    is_indicator: bool = False
    achieved: bool = False
    aimed: bool = False
    canonical: str | None = None

    def merged(self, other: Term) -> Term:
        """The same term with what is said of it in another place too."""
        return Term(
            self.text,
            min(self.start, other.start),
            max(self.weight, other.weight),
            self.mentions + other.mentions,
            self.is_indicator or other.is_indicator,
            self.achieved or other.achieved,
            self.aimed or other.aimed,
            self.canonical or other.canonical,
        )


def merge_terms(found: Iterable[Term]) -> list[Term]:
    """Each term once."""
    merged: dict[str, Term] = {}
    for term in found:
        known = merged.get(term.text)
        merged[term.text] = known.merged(term) if known else term
    return list(merged.values())


def find_terms(section: Section, sentences: Sequence[Sentence], tokenizer: Tokenizer) -> list[Term]:
    """The terms of a section, each once.

    Quotations and noun phrases are those of the heading and of the sentences that state something; in a section that
    states nothing, of all its sentences. Where there are indicators enough, no noun phrases of the sentences with them.
    """
    names = _find_names(section, sentences, tokenizer)
    figures = {observation.sentence_start for observation in section.observations}
    telling = figures.union([statement.start for statement in section.statements])
    told = [(sentence.start, sentence.text) for sentence in sentences if sentence.start in telling]
    told = told or [(sentence.start, sentence.text) for sentence in sentences]
    title = (section.start, (section.title or "").replace("\n", " "))
    terms = merge_terms(_find_indicators(section, names, _find_cores(names, tokenizer)))
    terms += merge_terms(_find_quotations([title, *told]))
    named = {term.text for term in terms}
    passages = [title, *(passage for passage in told if len(names) < _ENOUGH or passage[0] not in figures)]
    terms += [term for term in _find_phrases(passages, tokenizer) if term.text not in named]
    # Of what is shipped none is a term as it stands; a user's may be a name, or words that are not cut as one.
    unwanted = added_stopwords()
    return [term for term in terms if term.text not in unwanted]


def _find_names(
    section: Section, sentences: Sequence[Sentence], tokenizer: Tokenizer
) -> dict[str, tuple[str, str | None]]:
    """For each indicator's name in the report the term that it holds, if it holds one, and its standard name."""
    at = {sentence.start: sentence for sentence in sentences}
    names: dict[str, tuple[str, str | None]] = {}
    for observation in section.observations:
        sentence = at.get(observation.sentence_start)
        if sentence is not None and observation.indicator not in names:
            name = name_term(observation.indicator, words_near(sentence, observation.start), tokenizer)
            if name is not None:
                names[observation.indicator] = name, observation.canonical
    return names


def _find_cores(
    names: Mapping[str, tuple[str, str | None]], tokenizer: Tokenizer
) -> dict[str, tuple[str, float] | None]:
    """For each name that the lexicon does not know the noun phrase in it and what that says; None if there is none."""
    unknown = [name for name, canonical in names.values() if canonical is None and "“" not in name]
    longest: dict[str, str] = {}
    for number, phrase in find_phrases(unknown, 1, tokenizer):
        longest[unknown[number]] = max(longest.get(unknown[number], ""), "".join(phrase), key=len)
    return {name: _judge_core(name, longest.get(name)) for name in unknown}


def _judge_core(name: str, core: str | None) -> tuple[str, float] | None:
    if core is None:
        return None
    if len(name) - len(core) == 1 and name.endswith(core):  # a character that no list of beginnings has
        core = name
    if core.endswith("均"):  # 户均增收
        core = name
    if len(core) < _CORE * len(name):
        return name, _INDICATOR + _ROUGH
    _, rarity = load_words().get(core, UNKNOWN)
    return core, _INDICATOR + _COMMON_WORD * (rarity < _RARE)


def _find_indicators(
    section: Section,
    names: Mapping[str, tuple[str, str | None]],
    cores: Mapping[str, tuple[str, float] | None],
) -> Iterator[Term]:
    chief = chief_indicators()
    for observation in section.observations:
        name, canonical = names.get(observation.indicator, ("", None))
        core = cores.get(name, (name, _INDICATOR + _STANDARD * (canonical is not None) + _CHIEF * (canonical in chief)))
        if name and core:
            text, weight = core
            weight += _LEADING * observation.headline + _FOREIGN * (observation.scope != "place")
            achieved = observation.kind == "achievement"
            yield Term(text, observation.sentence_start, weight, 1, True, achieved, not achieved, canonical)


def _find_quotations(passages: Sequence[tuple[int, str]]) -> Iterator[Term]:
    figures = frozenset(load_vocabulary().figures.split())
    for number, (start, text) in enumerate(passages):
        end: int | None = None
        for match in _QUOTED.finditer(text):
            listed = (end is not None and text[end : match.start()] in _BETWEEN) or _NEXT.match(text, match.end())
            end = match.end()
            if _NAME.fullmatch(match[1]) and match[1] not in figures:
                weight = (_LISTED if listed else _QUOTATION) + _TITLED * (number == 0)
                yield Term(match[1], start, weight)


def _find_phrases(passages: Sequence[tuple[int, str]], tokenizer: Tokenizer) -> list[Term]:
    """The best of the noun phrases of the passages, and of the rare words that come up in several."""
    occurrences = list(find_phrases([text for _, text in passages], 2, tokenizer))
    phrases = Counter(phrase for _, phrase in occurrences)
    words = Counter(word for _, phrase in occurrences for word in phrase)
    firsts = {phrase: number for number, phrase in reversed(occurrences)}
    known = load_words().get
    rarities = {word: (known(word) or UNKNOWN)[1] for word in words}
    heads = _heads()
    found: list[tuple[float, int, float, int, str]] = []
    for phrase in phrases:
        mentions = phrases[phrase]
        titled = firsts[phrase] == 0
        rarity = [rarities[word] for word in phrase]
        rarest = max(rarity)
        weight = _PHRASE + _RARITY * sum(rarity) / len(rarity) + _HEAD * (phrase[-1] in heads) + _TITLED * titled
        if rarest >= _RARE:
            # A phrase is also spoken of where its rarest word is: 羊肚菌基地 where 羊肚菌种植面积 follows.
            word = phrase[rarity.index(rarest)]
            mentions = words[word]
            if mentions > 1:
                alone = _PHRASE + _RARITY * rarest + _ONE_WORD + _TITLED * titled
                found.append((alone + MENTIONS * math.log2(mentions), -firsts[phrase], alone, mentions, word))
        found.append((weight + MENTIONS * math.log2(mentions), -firsts[phrase], weight, mentions, "".join(phrase)))
    return [
        Term(text, passages[-first][0], weight, mentions) for _, first, weight, mentions, text in nlargest(_KEPT, found)
    ]


@compiled
def _heads() -> frozenset[str]:
    return frozenset(load_vocabulary().heads.split())
