"""The standard indicators, and the look-up that tells which of them a report's words name.

A name is brought to one spelling and looked up as a whole: nothing is guessed from a part of it, so a name that only
resembles an indicator's is not taken for it. All words are in `data/indicators.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Literal, NamedTuple

import msgspec

from reportcli.lexicon.additions import compiled
from reportcli.lexicon.loading import load
from reportcli.model import Measure

Polarity = Literal["up", "down", "none"]
UsualMeasure = Literal["level", "growth", "either"]


class Indicator(msgspec.Struct, frozen=True):
    """A standard indicator.

    `units` are those of its level, one of each family and without magnitudes; `polarity` tells whether more of it is
    better; `measure` is what a figure of it usually is; `real` is true where its growth is by statistical practice one
    at constant prices. `aliases` name it always, `growth_aliases` only where a growth is stated (经济增长6%).
    """

    name: str
    group: str
    units: tuple[str, ...]
    polarity: Polarity
    measure: UsualMeasure
    real: bool
    aliases: tuple[str, ...]
    growth_aliases: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    units: tuple[str, ...]
    polarity: Polarity
    measure: UsualMeasure = "either"
    real: bool = False
    aliases: tuple[str, ...] = ()
    growth_aliases: tuple[str, ...] = ()
    additions: bool = False


class _Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `data/indicators.yaml`; the comments there explain it."""

    synonyms: dict[str, tuple[str, ...]]
    prefixes: tuple[str, ...]
    suffixes: dict[str, tuple[str, ...]]
    growth_suffixes: tuple[str, ...]
    silent_brackets: tuple[str, ...]
    additions: dict[str, tuple[str, ...]]
    growth_units: frozenset[str]
    magnitudes: str
    unit_families: dict[str, frozenset[str]]
    indicators: dict[str, dict[str, _Entry]]


class Sense(NamedTuple):
    """One thing that a name may stand for: an indicator counted in `units`, or only its growth."""

    canonical: str
    units: frozenset[str]
    growth_only: bool


class _Patterns(NamedTuple):
    """What brings a name to one spelling, and takes off it what does not change its meaning."""

    marks: re.Pattern[str]
    brackets: re.Pattern[str]
    synonyms: re.Pattern[str]
    spellings: Mapping[str, str]
    prefixes: re.Pattern[str]
    suffix: re.Pattern[str]
    growth_suffix: re.Pattern[str]


@compiled
def indicators() -> tuple[Indicator, ...]:
    """All standard indicators, group by group."""
    return tuple(_expand(load("indicators", _Vocabulary)))


def indicator(canonical: str) -> Indicator:
    """The indicator of that standard name; KeyError where there is none."""
    return _by_name()[canonical]


@partial(compiled, size=8192)
def find_canonical(name: str, measure: Measure | None = None, unit: str | None = None) -> str | None:
    """The standard name of what a report calls `name`; None where it is the name of no indicator, or of more than one.

    `measure` and `unit` are those of its figure, where there is one: a name is not taken for an indicator that is not
    counted in that unit, nor a level for one that is only named by its growth (经济增长).
    """
    found = {sense.canonical for sense in find_senses(name) if _fits(sense, measure, unit)}
    return found.pop() if len(found) == 1 else None


def is_called(wanted: str, canonical: str | None, name: str | None) -> bool:
    """Whether a user who asks for an indicator by the name `wanted` means one with these names.

    A name of a standard indicator (GDP) means that indicator and no other; any other word is a part of names.
    """
    standard = find_canonical(wanted)
    return canonical == standard if standard else wanted in (name or "")


@compiled
def _by_name() -> dict[str, Indicator]:
    return {each.name: each for each in indicators()}


def _expand(vocabulary: _Vocabulary) -> Iterator[Indicator]:
    """The indicators as they stand, and after each stock of which reports count the additions those of them."""
    for group, entries in vocabulary.indicators.items():
        for name, entry in entries.items():
            yield Indicator(
                name=name,
                group=group,
                units=entry.units,
                polarity=entry.polarity,
                measure=entry.measure,
                real=entry.real,
                aliases=entry.aliases,
                growth_aliases=entry.growth_aliases,
            )
            for addition, spellings in vocabulary.additions.items() if entry.additions else ():
                yield Indicator(
                    name=addition + name,
                    group=group,
                    units=entry.units,
                    polarity=entry.polarity,
                    measure="level",
                    real=False,
                    aliases=tuple(spelling + each for spelling in spellings for each in (name, *entry.aliases)),
                    growth_aliases=(),
                )


def find_senses(name: str) -> tuple[Sense, ...]:
    """All that a name may stand for."""
    return find_match(name)[1]


def find_match(name: str) -> tuple[str, tuple[Sense, ...]]:
    """The spelling under which a name is found, and all that it may stand for."""
    names, patterns = _names(), _patterns()
    spelled = _spell(name, patterns)
    if senses := names.get(spelled):
        return spelled, senses
    # 全市GDP
    bare = patterns.prefixes.sub("", spelled)
    if senses := names.get(bare):
        return bare, senses
    # GDP增速, 新增就业人数, GDP总量增速
    growth = patterns.growth_suffix.search(bare)
    if growth:
        bare = bare[: growth.start()]
    senses = names.get(bare, ())
    if not senses:
        bare, senses = _find_without_suffix(bare, patterns)
    return bare, tuple(sense._replace(growth_only=True) for sense in senses) if growth else senses


def _find_without_suffix(name: str, patterns: _Patterns) -> tuple[str, tuple[Sense, ...]]:
    """The same for a name that ends in a word which only tells that its amount is meant, 总量 of 元, 人数 of 人."""
    suffix = patterns.suffix.search(name)
    if not suffix:
        return name, ()
    units, bare = _suffix_units()[suffix.group()], name[: suffix.start()]
    return bare, tuple(sense for sense in _names().get(bare, ()) if not units.isdisjoint(sense.units))


def spelling(name: str) -> str:
    """The one spelling of a name, under which it is looked up."""
    return _spell(name, _patterns())


def _fits(sense: Sense, measure: Measure | None, unit: str | None) -> bool:
    vocabulary = load("indicators", _Vocabulary)
    if sense.growth_only and measure not in (None, "growth", "gap"):
        return False
    if unit is None or measure in ("rank", "completion", "gap"):
        return True
    if unit in sense.units:
        return True
    base = unit.lstrip(vocabulary.magnitudes)
    if not base and unit:  # 常住人口50万: a magnitude alone says no more than that it is no percentage
        return "%" not in sense.units
    return base in sense.units or (measure != "level" and unit in vocabulary.growth_units)


@compiled
def _names() -> dict[str, tuple[Sense, ...]]:
    """What each name, in its one spelling, may stand for."""
    families = {unit: family | {unit} for unit, family in load("indicators", _Vocabulary).unit_families.items()}
    patterns = _patterns()
    names: dict[str, tuple[Sense, ...]] = {}
    for each in indicators():
        units = frozenset(member for unit in each.units for member in families.get(unit, (unit,)))
        for growth_only, spellings in ((False, (each.name, *each.aliases)), (True, each.growth_aliases)):
            sense = Sense(each.name, units, growth_only)
            for name in {_spell(spelling, patterns) for spelling in spellings}:
                names[name] = (*names.get(name, ()), sense)
    return names


@compiled
def _suffix_units() -> dict[str, frozenset[str]]:
    """For each suffix the units of the indicators that it may stand behind."""
    units: dict[str, frozenset[str]] = {}
    for unit, suffixes in load("indicators", _Vocabulary).suffixes.items():
        for suffix in suffixes:
            units[suffix] = units.get(suffix, frozenset()) | {unit}
    return units


@compiled
def _patterns() -> _Patterns:
    vocabulary = load("indicators", _Vocabulary)
    spellings = {word: spelling for spelling, words in vocabulary.synonyms.items() for word in words}
    return _Patterns(
        marks=re.compile(r"[\s\"'“”‘’「」『』！-～]"),
        brackets=re.compile(rf"\((?:{_any_of(word.upper() for word in vocabulary.silent_brackets)})\)"),
        synonyms=re.compile(_any_of(spellings)),
        spellings=spellings,
        prefixes=re.compile(f"^(?:{_any_of(vocabulary.prefixes)})+"),
        suffix=re.compile(f"(?:{_any_of(_suffix_units())})$"),
        growth_suffix=re.compile(f"(?:{_any_of(vocabulary.growth_suffixes)})$"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _spell(name: str, patterns: _Patterns) -> str:
    """The one spelling: 规模以上工业增加值（可比价） → 规上工业增加值, “专精特新”企业 → 专精特新企业."""
    name = patterns.marks.sub(_fold_mark, name).upper()
    if "(" in name:
        name = patterns.brackets.sub("", name)
    name = patterns.synonyms.sub(lambda match: patterns.spellings[match.group()], name)
    # 研发投入占GDP比重, by now 研发投入占GDP占比, is also written without its last word: 研发投入占GDP3%
    return name[:-2] if name.endswith("占比") and "占" in name[:-2] else name


def _fold_mark(match: re.Match[str]) -> str:
    """A wide letter, digit or sign as the common one; nothing for quotes and blanks."""
    code = ord(match.group())
    return chr(code - 0xFEE0) if code >= 0xFF01 else ""  # the wide forms of ASCII, in its order
