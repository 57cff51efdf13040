"""Observations and statements: what the sentences of a report say was reached and is aimed at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from reportcli.extraction import kinds
from reportcli.extraction.cues import cues
from reportcli.extraction.observations import Memory, Reading, read_sentence
from reportcli.extraction.periods import OPEN, Frame, find_times
from reportcli.extraction.quantities import find_quantities
from reportcli.lexicon import find_canonical
from reportcli.model import Kind, Observation, Outline, Section, Sentence, Statement

_PUNCTUATION = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"})
_COMMITMENT = re.compile(r"力争|确保|争取|冲刺|预期性|约束性|预期|努力")
_BASIS = re.compile(r"按?(?:可比价格?|不变价格?|同口径|可比口径|现价)(?:计算)?|(?:扣除|剔除)[^，]{2,14}(?:因素)?(?=后|，)|(?<=收入)实际(?=增长)|可比(?=增长)")
_ESTIMATED = re.compile(r"预计|初步(?:核算|统计|测算|预计)|快报数")
_HEADLINE = re.compile(r"(?:主要|总体|预期|发展|奋斗|工作)(?:预期|发展|奋斗|经济|社会|工作)*目标(?:任务)?(?:是|为|：)")


def extract(text: str, outline: Outline, sentences: Sequence[Sequence[Sentence]]) -> tuple[Section, ...]:
    """The sections of `outline`, each with its observations and statements; `sentences[i]` are those of section i."""
    lines = [m.end() for m in re.finditer(r"\r\n|[\n\r\u2028\u2029\x85]", text)]
    found = []
    for section, own in zip(outline.sections, sentences, strict=True):
        observations, statements = _read_section(text, lines, outline, section, own)
        found.append(msgspec.structs.replace(section, observations=tuple(observations), statements=tuple(statements)))
    return tuple(found)


def _read_section(
    text: str, lines: Sequence[int], outline: Outline, section: Section, sentences: Sequence[Sentence]
) -> tuple[list[Observation], list[Statement]]:
    table, year = cues(), outline.year or 0
    region = section.region or outline.place
    places = _place_forms(section.region, outline.place)
    observations: list[Observation] = []
    statements: list[Statement] = []
    state: Kind | None = None
    section_frame = frame = _frame_of_title(section.title, year)
    memory = Memory()
    headline = joined = False
    lasting = section_frame
    for sentence in sentences:
        clean = sentence.text.translate(_PUNCTUATION)
        if sentence.opens:
            frame, memory, headline, lasting = section_frame, Memory(), False, section_frame
        elif not joined:
            # What a past year or span opened a paragraph with holds on in it; a target year or part of a year does not.
            past = frame.year and frame.year < year and not frame.until
            frame = Frame(frame.year) if past else lasting
            memory.parent = ""
        headline = headline and (joined or not sentence.opens) or _HEADLINE.search(clean) is not None
        joined = clean.endswith("；")
        times = [t for t in find_times(clean, year) if not any(a <= t.start < b for a, b in _titles(clean))]
        switches = kinds.switches(clean, times, section.role, year, state)
        last = kinds.kind_at(switches, len(clean))
        neutral = kinds.is_neutral(clean, opens=sentence.opens) or (section.level == 0 and section.region is None and state is None and not switches)
        stated: set[Kind] = set()
        figures = [] if section.role == "other" and not switches else find_quantities(clean)
        figures = [f for f in figures if not any(t.start < f.end and f.start < t.end for t in times)]
        if figures and (not neutral or switches):
            quoted = kinds.quoted_goals(clean)
            of: list[Kind] = []
            for f in figures:
                kind = kinds.kind_at(switches, f.start) or "achievement"
                if kind == "achievement" and any(a <= f.start < b for a, b in quoted):
                    kind = "goal"
                of.append(kind)
            kind_of = dict(zip([f.start for f in figures], of, strict=True))
            in_quote = {f.start for f in figures if any(a <= f.start < b for a, b in quoted)}
            defaults = [year - (k == "achievement" or f.start in in_quote) if year else 0 for f, k in zip(figures, of, strict=True)]
            readings, frame = read_sentence(clean, figures, times, frame, defaults, memory, places, table)
            for reading in readings:
                kind = kind_of[reading.figure.start]
                if reading.scope == "base":
                    kind = "achievement"
                elif reading.figure.start not in in_quote:
                    stated.add(kind)
                observations.append(_observation(text, lines, sentence, clean, reading, kind, region, headline=headline and section.role != "review"))
        else:
            for time in times:
                from reportcli.extraction.periods import advance

                frame = advance(frame, time, year)
        if sentence.opens and frame.span is not None and frame.span[1] < year:
            lasting = frame
        if not neutral and last is not None and section.role != "other":
            stated |= {last}
        if kinds.is_problem(clean) and not stated - {"achievement"}:
            statements.append(_statement(text, lines, sentence, "problem", None, region))
        elif section.role != "other" or stated:
            if not neutral or stated:
                for kind in sorted(stated):
                    statements.append(_statement(text, lines, sentence, kind, str(year - (kind == "achievement")) if year else None, region))
        if section.role not in {"review", "plan"} and last is not None:
            state = last
    return observations, statements


_TITLE = re.compile(r"[“《]((?:(?!\d+(?:\.\d+)?(?:%|[万亿]?[元个家人户项]))[^”》])+)[”》]")


def _titles(text: str) -> list[tuple[int, int]]:
    """Where names and titles stand in quotes: a year in them (“2010年先进县”) is no time of what is said."""
    return [match.span() for match in _TITLE.finditer(text)]


def _frame_of_title(title: str | None, year: int) -> Frame:
    """The span of years that a section is about by its title (过去五年工作回顾), or the open frame."""
    spans = [t for t in find_times(title or "", year) if t.kind == "span" and not t.base]
    return Frame(span=(spans[0].first, spans[0].last)) if spans else OPEN


def _place_forms(*places: str | None) -> tuple[str, ...]:
    """The names by which the reporting place may stand before an indicator, the longest first."""
    forms: dict[str, None] = {}
    for place in places:
        if place:
            forms[place] = None
            plain = re.sub(r"[（(].*", "", place)
            forms[place.translate(_PUNCTUATION)] = None
            forms[plain] = None
            short = re.sub(r"(?:自治区|自治州|自治县|街道|新区|[省市区县镇乡旗])$", "", plain)
            if len(short) >= 2:
                forms[short] = None
    return tuple(sorted(forms, key=len, reverse=True))


def _observation(text: str, lines: Sequence[int], sentence: Sentence, clean: str, r: Reading, kind: Kind, region: str | None, *, headline: bool) -> Observation:
    start, end = sentence.span(r.figure.start, r.figure.end)
    begin = max((m for m in (clean.rfind(c, 0, r.figure.start) for c in "，；：") if m >= 0), default=0)
    before = clean[begin : r.figure.after]
    commitment = _COMMITMENT.search(before) if kind == "goal" else None
    basis = _BASIS.search(clean, max(0, begin - 14), r.figure.start)
    return Observation(
        kind=kind,
        indicator=r.name,
        canonical=find_canonical(r.name, r.measure, r.figure.unit),
        measure=r.measure,
        value=r.value,
        upper=r.upper,
        unit=r.figure.unit,
        bound=r.bound,
        period=None if r.period is None else str(r.period),
        region=region,
        region_code=None,
        quote=text[start:end],
        start=start,
        end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        line=bisect_right(lines, start) + 1,
        locator=None,
        headline=headline,
        scope=r.scope,
        rate=r.rate,
        base_period=r.base_period,
        basis=basis.group() if basis else None,
        commitment=commitment.group() if commitment else None,
        estimated=kind == "achievement" and _ESTIMATED.search(clean, 0, r.figure.start) is not None,
        among=r.among,
    )


def _statement(text: str, lines: Sequence[int], sentence: Sentence, kind: str, period: str | None, region: str | None) -> Statement:
    return Statement(
        kind=kind,  # type: ignore[arg-type]
        indicator=None,
        canonical=None,
        period=period,
        region=region,
        region_code=None,
        text=text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        line=bisect_right(lines, sentence.start) + 1,
        locator=None,
    )
