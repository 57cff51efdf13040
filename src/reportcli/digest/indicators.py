"""The terms in the names of a section's indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportcli.digest.contents import Content
from reportcli.digest.names import SHORTEST, name_term, shortener
from reportcli.digest.phrases import Phrase
from reportcli.digest.terms import Term
from reportcli.digest.words import RARE, UNKNOWN, chief_indicators, load_words, minor_indicators
from reportcli.model import Observation
from reportcli.settings import Tokenizer

# What such a term says. The figures here were set on annotated round-ups of districts and streets, where moving one by
# half its size moved the agreement with the annotators by less than a hundredth.
_INDICATOR = 1.0
# What is added to that.
_LEADING = 0.3  # in a sentence of main figures
_STANDARD = 0.1  # an indicator that the lexicon knows
_CHIEF = 0.2  # one that every report gives first
_MINOR = -0.5  # one that every report gives because all do
_FOREIGN = -0.4  # one of a project, a policy or a firm
_ROUGH = -0.4  # a name that is no noun phrase
_SHORT = -0.2  # a name of two characters
_COMMON_WORD = -0.7  # a name of which one word is left that says little: 投资, 产量

# The share of an indicator's name that a noun phrase in it must make up to stand for it.
_CORE = 0.5

# For each term that stands in names of indicators the figures of these.
Names = Mapping[str, Sequence[Observation]]
# A term: the noun phrase in it, and what that says; None if there is none.
Cores = Mapping[str, tuple[str, float] | None]


def find_names(content: Content, tokenizer: Tokenizer) -> Names:
    """The terms in the names of a section's indicators, as they stand there, each with its figures."""
    terms: dict[str, str | None] = {}
    names: dict[str, list[Observation]] = {}
    shorten = shortener()
    for figure in content.section.observations:
        indicator, start = figure.indicator, figure.sentence_start
        if indicator not in terms:
            if start not in content.figured:
                continue
            terms[indicator] = name_term(shorten(indicator), content.sentences[start], figure.start, tokenizer)
        term = terms[indicator]
        if term is not None:
            names.setdefault(term, []).append(figure)
    return names


def unknown_names(names: Names) -> list[str]:
    """The terms in which noun phrases are to be found: those that the lexicon does not know and no quotation names."""
    return [name for name, figures in names.items() if _canonical(figures) is None and "“" not in name]


def judge_names(unknown: Sequence[str], phrases: Iterable[Phrase]) -> Cores:
    """For each unknown name the longest of its noun phrases, which say in which name they stand, and what that says."""
    longest: dict[int, str] = {}
    for phrase in phrases:
        longest[phrase.line] = max(longest.get(phrase.line, ""), phrase.text, key=len)
    rarities = load_words().rarities
    return {name: _judge(name, longest.get(number), rarities) for number, name in enumerate(unknown)}


def _judge(name: str, core: str | None, rarities: Mapping[str, float]) -> tuple[str, float] | None:
    if core is None:
        return None
    if len(name) - len(core) == 1 and name.endswith(core):  # a character that no list of beginnings has
        core = name
    if core.endswith("均"):  # 户均增收
        core = name
    if len(core) < _CORE * len(name):
        return name, _INDICATOR + _ROUGH
    rarity = rarities.get(core, UNKNOWN)
    return core, _INDICATOR + _COMMON_WORD * (rarity < RARE) + _SHORT * (len(core) == SHORTEST)


def find_indicators(names: Names, cores: Cores) -> Iterator[Term]:
    """A term for each name that holds one."""
    chief, minor = chief_indicators(), minor_indicators()
    for name, figures in names.items():
        canonical = _canonical(figures)
        core: tuple[str, float] | None
        if canonical is None:
            core = cores.get(name, (name, _INDICATOR))
        else:
            standing = _CHIEF if canonical in chief else _MINOR if canonical in minor else 0.0
            core = name, _INDICATOR + _STANDARD + standing
        if core:
            text, weight = core
            kinds = [each.kind for each in figures]
            weight += max([_LEADING * each.headline + (0.0 if each.scope == "place" else _FOREIGN) for each in figures])
            start, achieved, aimed = figures[0].sentence_start, "achievement" in kinds, "goal" in kinds
            yield Term(text, start, weight, len(figures), True, achieved, aimed, canonical)


def _canonical(figures: Sequence[Observation]) -> str | None:
    return figures[0].canonical
