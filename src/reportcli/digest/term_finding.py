"""Where terms come from: names of indicators, what stands in quotation marks, noun phrases."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nlargest
from itertools import chain

from msgspec import Struct

from reportcli.digest.contents import Content
from reportcli.digest.indicators import Names, find_indicators, find_names, judge_names, unknown_names
from reportcli.digest.keywords import MENTIONS
from reportcli.digest.phrases import Lines, cut_lines, find_phrases
from reportcli.digest.terms import Term, merge_terms
from reportcli.digest.words import RARE, UNKNOWN, load_vocabulary, load_words
from reportcli.gazetteer.words import stem_of
from reportcli.lexicon import added_keywords, added_stopwords, compiled
from reportcli.patterns import regex
from reportcli.settings import Tokenizer
from reportcli.text.tokens import any_of

# What a term says, by where it comes from. The figures here were set as those in indicators.py.
_ASKED = 2.0  # a word that the user asks for, before all others
_QUOTATION = 0.8
_LISTED = 0.3  # a quotation that is one of a list
_PHRASE = 0.2
# What is added to that.
_TITLED = 0.15
_HEAD = 0.15  # a phrase that ends as terms do
_RARITY = 0.04  # for each point of a phrase's rarity
_ONE_WORD = -0.35  # one word alone, which is rare and comes up in several phrases: 脐橙

# Quotation marks in pairs, straight ones too.
_QUOTED = regex(r"[“\"「‘]([^“”\"「」‘’]*)[”\"」’]")
# “四个主城”, but no figures (“1335”) and no sentence.
_NAME = regex(r"(?:[^\W\d_A-Za-z]|、){2,9}")
_NUMERAL = regex("^[一二两三四五六七八九十百千万]+")
# 越是艰险越向前, 我为群众办实事, 不一样的
_SAYING = regex("[是越让我你]|[的了]$")
# With another quotation right before or after it, it is one of a list.
_BETWEEN = ("", "、")
_NEXT = regex(r"、?[“\"「‘]")

# A sentence or a heading and its offset.
_Passage = tuple[int, str]


class _Material(Struct, frozen=True):
    """What the terms of a section are looked for in.

    `names` are those in its indicators, `asked` the words in it that the user asks for, `told` the heading, which is
    first, and the sentences that state something; in a section that states nothing, all its sentences. `phrased` are
    those of them whose noun phrases are looked at.
    """

    names: Names
    asked: Sequence[Term]
    told: Sequence[_Passage]
    phrased: Sequence[_Passage]


def find_terms(
    contents: Iterable[Content], places: Iterable[str], count: int, tokenizer: Tokenizer
) -> list[list[Term]]:
    """The terms of each of the sections, each once; `count` are wanted for keywords.

    `places` are the names of those that it is all about, which are in no noun phrase.

    Of a section with so many names of indicators no noun phrases are looked at but its heading's: names say more.
    """
    materials = [_gather(content, count, tokenizer) for content in contents]
    unknown = list(dict.fromkeys(chain(*(unknown_names(material.names) for material in materials))))
    passages = (text for material in materials for _, text in material.phrased)
    lines = cut_lines([*unknown, *passages], places, tokenizer)
    first = len(unknown)
    cores = judge_names(unknown, find_phrases(lines, 0, first, 1))
    found = []
    for material in materials:
        indicators, quotations = find_indicators(material.names, cores), _find_quotations(material.told)
        terms = merge_terms(chain(material.asked, indicators, quotations))
        named = {term.text for term in terms}
        terms += [term for term in _weigh_phrases(material.phrased, lines, first, count) if term.text not in named]
        found.append(_drop_unwanted(terms))
        first += len(material.phrased)
    return found


def _drop_unwanted(terms: list[Term]) -> list[Term]:
    """Without the user's stopwords and what holds one, but for standard indicators and words that the user asks for.

    What is shipped needs no such look: no phrase goes beyond a stopword that the tokenizers know.
    """
    stopwords = _stopwords()
    if stopwords is None:
        return terms
    return [
        term
        for term in terms
        if not (found := stopwords.search(term.text))
        or (found[0] != term.text and (term.is_asked or term.canonical is not None))
    ]


def _gather(content: Content, count: int, tokenizer: Tokenizer) -> _Material:
    names = find_names(content, tokenizer)
    sentences = content.sentences
    telling = content.figured | {each.start for each in content.section.statements if each.start in sentences}
    told = [(start, sentences[start].text) for start in sorted(telling or sentences)]
    title = (content.section.start, content.section.title or "")
    # A slogan is no name of what is told under it, where it names neither the place nor a part of the report.
    region = content.section.region
    is_slogan = content.section.role == "mixed" and region is not None and stem_of(region) not in title[1]
    headed = [] if is_slogan else [title]
    return _Material(names, _find_asked(content), [title, *told], [*headed, *told] if len(names) < count else headed)


def _find_asked(content: Content) -> list[Term]:
    asked = _asked()
    if asked is None:
        return []
    passages = [(content.section.start, content.section.title or "")]
    passages += [(start, sentence.text) for start, sentence in content.sentences.items()]
    return [Term(word, start, _ASKED, is_asked=True) for start, text in passages for word in asked.findall(text)]


def _find_quotations(passages: Sequence[_Passage]) -> Iterator[Term]:
    figures, rarities = _figures(), load_words().rarities
    for number, (start, text) in enumerate(passages):
        if "“" in text or '"' in text or "「" in text or "‘" in text:
            end: int | None = None
            for match in _QUOTED.finditer(text):
                listed = (end is not None and text[end : match.start()] in _BETWEEN) or _NEXT.match(text, match.end())
                end = match.end()
                if _is_term(match[1], figures, rarities):
                    weight = (_LISTED if listed else _QUOTATION) + _TITLED * (number == 0)
                    yield Term(match[1], start, weight)


def _is_term(quoted: str, figures: Set[str], rarities: Mapping[str, float]) -> bool:
    """Whether what is quoted names a thing: no figure of speech (压舱石), no saying, no word of any text (创新)."""
    rest = _NUMERAL.sub("", quoted)
    if not rest or not _NAME.fullmatch(quoted) or quoted in figures or rest in figures:
        return False
    return not _SAYING.search(quoted) and rarities.get(quoted, UNKNOWN) >= RARE


def _weigh_phrases(passages: Sequence[_Passage], lines: Lines, first: int, count: int) -> list[Term]:
    """The best `count` noun phrases of the passages, which are the lines from `first`; rare words in several too."""
    counts: dict[str, int] = {}
    occurrences = list(find_phrases(lines, first, first + len(passages), 2))
    words = Counter(chain(*[phrase.words for phrase in occurrences]))
    rarity_of = load_words().rarities.get
    heads = _heads()
    found: list[tuple[float, int, float, int, str]] = []
    for phrase in occurrences:
        counts[phrase.text] = counts.get(phrase.text, 0) + 1
    for phrase in {phrase.text: phrase for phrase in reversed(occurrences)}.values():
        rarities = [rarity_of(word, UNKNOWN) for word in phrase.words]
        rarest = max(rarities)
        titled = _TITLED if phrase.line == first else 0.0
        if rarest >= RARE:
            # A phrase is also spoken of where its rarest word is: 羊肚菌基地 where 羊肚菌种植面积 follows.
            word = phrase.words[rarities.index(rarest)]
            mentions = words[word]
            gain = MENTIONS * math.log2(mentions) if mentions > 1 else 0.0
            if mentions > 1:
                alone = _PHRASE + _RARITY * rarest + _ONE_WORD + titled
                found.append((alone + gain, -phrase.line, alone, mentions, word))
        else:
            mentions = counts[phrase.text]
            gain = MENTIONS * math.log2(mentions) if mentions > 1 else 0.0
        weight = _PHRASE + _RARITY * sum(rarities) / len(rarities) + titled
        if phrase.words[-1] in heads:
            weight += _HEAD
        found.append((weight + gain, -phrase.line, weight, mentions, phrase.text))
    return [
        Term(text, passages[-line - first][0], weight, mentions)
        for _, line, weight, mentions, text in nlargest(count, found)
    ]


@compiled
def _asked() -> re.Pattern[str] | None:
    return any_of(added_keywords())


@compiled
def _stopwords() -> re.Pattern[str] | None:
    return any_of(added_stopwords())


@compiled
def _heads() -> frozenset[str]:
    return frozenset(load_vocabulary().heads.split())


@compiled
def _figures() -> frozenset[str]:
    return frozenset(load_vocabulary().figures.split())
