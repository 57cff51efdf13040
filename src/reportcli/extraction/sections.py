"""The sentences of each section, read one after the other; what one says of time and subject holds on for the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from reportcli.extraction import kinds
from reportcli.extraction.cues import Cues, cues
from reportcli.extraction.naming import Memory, Speaker, topic_of_sentence
from reportcli.extraction.observations import Reading, read_figures
from reportcli.extraction.periods import OPEN, UNKNOWN_YEAR, Frame, Time, advance, find_times
from reportcli.extraction.quantities import find_quantities
from reportcli.extraction.records import Source, observation_of, statement_of
from reportcli.model import Kind, Observation, Outline, Section, Sentence, Statement, StatementKind

# One kind of punctuation for all patterns, character by character.
_PUNCTUATION = str.maketrans(",;:()!?", "，；：（）！？")
_HEADLINE = re.compile(r"(?:主要|总体|预期|发展|奋斗|工作)(?:预期|发展|奋斗|经济|社会|工作)*目标(?:任务)?(?:是|为|：)")
# “2010年先进县”, 《2010年规划》: a year in a name is no time of what is said; in “增长8%” it would be.
_TITLE = re.compile(r"[“《]((?:(?!\d+(?:\.\d+)?(?:%|[万亿]?[元个家人户项]))[^”》])+)[”》]")
_PLACE_SUFFIX = re.compile(r"(?:自治区|自治州|自治县|街道|新区|[省市区县镇乡旗])$")


class State(Struct, kw_only=True):
    """What holds on from sentence to sentence.

    `kind` is what a section without a role of its own was stating last, `frame` the time in force, `lasting` the time that
    the paragraph goes back to, `joined` whether the sentence before ended with ；, `headline` whether overall targets are
    being listed.
    """

    frame: Frame
    lasting: Frame
    kind: Kind | None = None
    joined: bool = False
    headline: bool = False
    memory: Memory


def extract(text: str, outline: Outline, sentences: Sequence[Sequence[Sentence]]) -> tuple[Section, ...]:
    """The sections of `outline`, each with its observations and statements; `sentences[i]` are those of section i."""
    source = Source(text, tuple(match.end() for match in re.finditer(r"\r\n|[\n\r\u2028\u2029\x85]", text)))
    found = []
    for section, own in zip(outline.sections, sentences, strict=True):
        observations, statements = _read_section(source, outline, section, own)
        found.append(msgspec.structs.replace(section, observations=tuple(observations), statements=tuple(statements)))
    return tuple(found)


def _read_section(
    source: Source, outline: Outline, section: Section, sentences: Sequence[Sentence]
) -> tuple[list[Observation], list[Statement]]:
    year = outline.year or UNKNOWN_YEAR
    region = section.region or outline.place
    places = _place_forms(section.region, outline.place)
    titled = _frame_of_title(section.title, year)
    state = State(frame=titled, lasting=titled, memory=Memory())
    observations: list[Observation] = []
    statements: list[Statement] = []
    table = cues()
    for sentence in sentences:
        text = sentence.text.translate(_PUNCTUATION)
        times = _times(text, year)
        if (
            sentence.opens
            and titled.span
            and times
            and times[0].start == 0
            and times[0].kind == "year"
            and text[times[0].end : times[0].end + 1] == "，"
        ):
            titled = Frame(times[0].first)  # a review of five years has come to the last one
        _begin(state, sentence, text, titled, year)
        switches = kinds.switches(text, times, section.role, year, state.kind)
        neutral = kinds.is_neutral(text, opens=sentence.opens)
        silent = neutral or (
            not switches and (section.role == "other" or section.region is None and section.level == 0)
        )
        stated: set[Kind] = set()
        readings = (
            []
            if kinds.is_aside(text) or (neutral and not switches)
            else _read(state, text, times, switches, section, year, places, table)
        )
        for reading, kind, quoted in readings:
            observations.append(observation_of(source, sentence, text, reading, kind, region, headline=state.headline))
            if not quoted and reading.scope != "base":
                stated.add(kind)
        last = kinds.kind_at(switches, len(text))
        if not silent and last is not None:
            stated.add(last)
        if section.role not in {"review", "plan"} and last is not None:
            state.kind = last
        if "goal" not in stated and not silent and kinds.is_problem(text):
            stated_kinds: list[StatementKind] = ["problem"]
        else:
            stated_kinds = sorted(stated)
        statements += [statement_of(source, sentence, kind, outline.year, region) for kind in stated_kinds]
    return observations, statements


def _begin(state: State, sentence: Sentence, text: str, titled: Frame, year: int) -> None:
    """Sets what holds at the start of a sentence."""
    if sentence.opens:
        state.frame = state.lasting = titled
        state.memory, state.headline = Memory(), False
    elif not state.joined:
        # A past year, or a span that opened the paragraph, holds on in it; a target year or a part of a year does not.
        past = 0 < state.frame.year < year and not state.frame.until and state.lasting.span is None
        state.frame = Frame(state.frame.year) if past else state.lasting
        state.memory.parent = ""
        state.headline = False
    state.headline = state.headline or _HEADLINE.search(text) is not None
    state.joined = text.endswith("；")


def _read(
    state: State, text: str, times: Sequence[Time], switches: Sequence[kinds.Switch], section: Section, year: int, places: tuple[str, ...], table: Cues
) -> list[tuple[Reading, Kind, bool]]:  # fmt: skip
    """The readings of a sentence, each with its kind and whether it is a goal of an earlier time that is quoted."""
    silent = section.role == "other" and not switches
    figures = (
        []
        if silent
        else [f for f in find_quantities(text) if not any(t.start < f.end and f.start < t.end for t in times)]
    )
    if not figures:
        for time in times:
            state.frame = advance(state.frame, time, year)
        _keep_span(state, year, opens=bool(times))
        state.memory.topic = topic_of_sentence(Speaker(text, times, places, table))
        return []
    quoted = kinds.quoted_goals(text)

    def is_quoted(place: int) -> bool:
        return any(start <= place < end for start, end in quoted) and kinds.kind_at(switches, place) != "goal"

    def default(place: int) -> int:
        return year - (kinds.kind_at(switches, place) != "goal")

    readings, state.frame = read_figures(
        Speaker(text, times, places, table), figures, state.frame, default, state.memory
    )
    _keep_span(state, year, opens=bool(times))
    found: list[tuple[Reading, Kind, bool]] = []
    for reading in readings:
        place = reading.figure.start
        kind: Kind = kinds.kind_at(switches, place) or "achievement"
        if reading.scope == "base":
            kind = "achievement"
        elif is_quoted(place):
            kind = "goal"
        found.append((reading, kind, is_quoted(place)))
    return found


def _keep_span(state: State, year: int, *, opens: bool) -> None:
    """A span of past years that a sentence names holds for its paragraph (五年来，…)."""
    if opens and state.frame.span is not None and state.frame.span[1] < year:
        state.lasting = state.frame


def _times(text: str, year: int) -> list[Time]:
    times = find_times(text, year)
    if not times or ("“" not in text and "《" not in text):
        return times
    titles = [match.span() for match in _TITLE.finditer(text)]
    return [t for t in times if not any(start < t.start < end for start, end in titles)]


def _frame_of_title(title: str | None, year: int) -> Frame:
    """The span of years that a section is about by its title (过去五年工作回顾), or the open frame."""
    times = [t for t in find_times(title or "", year) if t.kind in {"span", "year"} and not t.base]
    alone = len(times) == 1 and times[0].kind == "span"
    return Frame(span=(times[0].first, times[0].last)) if alone else OPEN


def _place_forms(*places: str | None) -> tuple[str, ...]:
    """The names by which the reporting place may stand before an indicator, the longest first."""
    forms: set[str] = set()
    for place in places:
        if place:
            plain = re.sub(r"[（(].*", "", place)
            short = _PLACE_SUFFIX.sub("", plain)
            forms |= {place.translate(_PUNCTUATION), plain} | ({short} if len(short) > 1 else set())
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
