"""The sentences of each section, read one after the other; what one says of time and subject holds on for the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct, structs

from reportcli.extraction import kinds
from reportcli.extraction.aims import find_aims
from reportcli.extraction.indicators import has_head
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.observations import Reading, read_figures
from reportcli.extraction.overviews import with_overview
from reportcli.extraction.parts import PUNCTUATION, Part, names_year_after_span, names_year_too, part_of
from reportcli.extraction.periods import OPEN, Frame, Time, find_times, last_month, period_of, years
from reportcli.extraction.quantities import Figure, find_quantities
from reportcli.extraction.records import Source, observation_of, source_of, statement_of
from reportcli.model import Document, Kind, Observation, Outline, Role, Section, Sentence, Statement
from reportcli.patterns import regex
from reportcli.segmentation.headings import is_appendix

# One kind of punctuation for all patterns, character by character.
_HAS_NARROW = regex(r"[,;:()!?↑↓⬆⬇]")
# 贡献率依次为3%、71%: as many characters as the word it means.
_IN_ORDER = regex("依次(?=[为是达增下完])")
# （预计，下同） says nothing of the name it stands behind; blanks keep the places of the rest.
_OF_ALL = regex(r"（[^（）\d]{0,12}下同）")
_HEADLINE = regex(r"(?:主要|总体|预期|发展|奋斗|工作)(?:预期|发展|奋斗|经济|社会|工作)*目标(?:任务)?(?:是|为|：)")
# “2010年先进县”, 《2010年规划》: a year in a name is no time of what is said; in “增长8%” it would be.
_TITLE = regex(r"[“《]((?:(?!\d+(?:\.\d+)?(?:%|[万亿]?[元个家人户项]))[^”》])+)[”》]")
_SET = regex("(?:计划|预期|年度|工作|任务)目标(?:任务)?(?:是|为)：")
_PLAN_TO_COME = regex(r"(?:时期)?[^，。]{0,12}?(?:规划(?!目标)|纲要|目标)")
_DRAFTED = regex("(?:编制|制定|起草|审[议查]|谋划|根据|按照|依据)[^，。]{0,8}$")
_BESIDE = regex(r"(?<=[度期年月])（[-+−]?[\d.]+(?:%|个百分点)?）")  # 较一季度（-10.8%）回升
_PLANS = regex(
    r"(?:\d{4}年|[明今]年|下一步|下一阶段|下半年|新的一年)的?(?:主要|重点|总体)?(?:工作)?(?:打算|计划|安排|思路|目标|设想)(?:是|为)?[，：:]"
    r"|(?:任务[单书]|军令状|施工图|作战图|路线图|目标单|计划单)[：:]"
)
_OF_YEAR = regex(r"(?:全年|年度|年初)[^，；\d]{0,8}$")
_YEARLY = regex("的?(?:年度|全年|年初)")  # 控制在4.2%|的年度目标之内
_BRACKETS = regex("（[^（）]*）")
_OPENING = 6  # how far into a sentence its opening words reach
# 近三年|造林3万亩, of one sentence
_BARE = regex(r"近[一二两三四五六七八九十\d]{1,2}年(?![来间，])")
_INDICATOR = regex(
    r"(?:\d{1,2}[.．、]\s*|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,2}[、是]|——)?(?P<name>[^，。；：、\d]{3,16})[。：]"
)
_OVER_YEARS = regex("累计|年均")
_LATELY = ("刚刚过去", "过去的一年", "过去一年", "一年来")
_ITEM = ("——", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "●", "◆", "（")


class State(Struct, kw_only=True):
    """What holds on from sentence to sentence.

    `kind` is what a section without a role of its own was stating last. Of times, `frame` is the one in force,
    `lasting` what the paragraph goes back to, `titled` the section, `listed` the items of a list. `joined` is whether
    the sentence before ended with ；, `itemized` whether the paragraph is an item of a list, `headline` whether overall
    targets are being listed, `aimed` whether a review lists the goals that its results are to be held against,
    `planning` whether it has come to what is planned (2020年的打算：…), `yearly` whether the sentence before compared
    nothing with a year further back, `told` whether the paragraph has told of the last year of a span and of the span,
    `turned` whether it came from what is to what will be (产量14万吨，今年15万吨；).
    """

    frame: Frame
    lasting: Frame
    titled: Frame
    listed: Frame
    memory: Memory
    kind: Kind | None = None
    joined: bool = False
    itemized: bool = False
    headline: bool = False
    aimed: bool = False
    planning: bool = False
    yearly: bool = True
    told: frozenset[Literal["year", "span"]] = frozenset()
    turned: bool = False


def extract(document: Document, outline: Outline, sentences: Sequence[Sequence[Sentence]]) -> tuple[Section, ...]:
    """The sections of `outline`, each with its observations and statements; `sentences[i]` are those of section i."""
    source = source_of(document)
    found = []
    above, year_too = OPEN, False
    for section, own in zip(outline.sections, sentences, strict=True):
        year_too = names_year_too(section.title or "") if section.level <= 1 else year_too
        part = part_of(outline, section, own, above, year_too=year_too)
        observations, statements, frame = _read_section(source, part, outline.year, section, own)
        if section.level <= 1:
            # “十三五”目标和2016年工作: the span's goals stand above, under the headings below is the year's work.
            above = OPEN if section.role == "plan" and names_year_after_span(section.title or "", part.year) else frame
        found.append(structs.replace(section, observations=tuple(observations), statements=tuple(statements)))
    if not document.tables:
        return tuple(found)
    from reportcli.extraction.tables import add_tables  # noqa: PLC0415 - most reports have none

    return add_tables(source, document.tables, outline, found)


def _read_section(
    source: Source, part: Part, year: int | None, section: Section, sentences: Sequence[Sentence]
) -> tuple[list[Observation], list[Statement], Frame]:
    """The records of a section, and the time that it has come to at its end."""
    state = State(
        frame=part.frame, lasting=part.frame, titled=part.frame, listed=part.frame, memory=Memory(span=part.frame.span)
    )
    observations: list[Observation] = []
    statements: list[Statement] = []
    for sentence in sentences:
        narrow = _HAS_NARROW.search(sentence.text) is not None
        text = sentence.text.translate(PUNCTUATION) if narrow else sentence.text
        said = text
        text = _IN_ORDER.sub("分别", text)
        if "下同" in text:
            text = _OF_ALL.sub(lambda match: "　" * len(match[0]), text)
        if "（" in text:
            text = _BESIDE.sub(lambda match: "　" * len(match[0]), text)
        times = _times(text, part)
        joined = state.joined and not sentence.opens
        goes_on, back = joined and not state.turned, joined and state.turned
        _begin(state, part, sentence, text, times)
        role: Role = "plan" if state.planning else section.role
        elapsed = 0 if state.planning else part.elapsed
        stating = "achievement" if back else state.kind
        context = kinds.Context(role, part.year, stating, elapsed, part.over, goes_on)
        switches = kinds.switches(text, times, context)
        if role == "review" and _lists_goals(state, sentence, text):
            switches = [kinds.Switch(0, "goal")]
        neutral = kinds.is_neutral(text, opens=sentence.opens)
        told = (
            is_appendix(section.title or "")
            or kinds.is_aside(text)
            or (neutral and not switches)
            or (section.role == "other" and not switches)
        )
        stated: set[Kind] = set()
        for reading, kind, quoted in _read(state, part, text, times, switches) if not told else ():
            observations.append(
                observation_of(source, sentence, said, reading, kind, part.region, headline=state.headline)
            )
            if not quoted and reading.scope != "base":
                stated.add(kind)
        last = kinds.kind_at(switches, len(text))
        headed = section.role == "other" or (section.region is None and section.level == 0)
        if last is not None and not neutral:
            stated.add(last)
        if section.role not in {"review", "plan"}:
            state.kind = last or state.kind
        if not stated and headed:
            continue
        if "goal" not in stated and not neutral and kinds.is_problem(text):
            statements.append(statement_of(source, sentence, "problem", year, part.region))
            continue
        aims = find_aims(text, part.places, part.cues) if "goal" in stated else []
        for kind in sorted(stated):
            of_kind: list[tuple[str, str] | None] = [*aims] if kind == "goal" else []
            for aim in of_kind or [None]:
                statements.append(statement_of(source, sentence, kind, year, part.region, aim))
    return with_overview(section, sentences, observations), statements, state.titled


def _begin(state: State, part: Part, sentence: Sentence, text: str, times: Sequence[Time]) -> None:
    """Sets what holds at the start of a sentence."""
    first = times[0] if times else None
    turns = sentence.opens or text.startswith(_LATELY)
    if (
        turns
        and state.titled.span
        and first
        and first.kind == "year"
        and first.start <= _OPENING
        and first.first <= part.year
        and (text[first.end : first.end + 1] in {"，", "是"} or first.first == part.year)
    ):
        state.titled = state.listed = state.lasting = Frame(first.first)  # a review of five years comes to the last one
    if sentence.opens and _PLANS.match(text):
        state.planning = True
        if first and first.kind == "year":
            state.titled = state.listed = state.lasting = Frame(first.first)
    if sentence.opens:
        if part.year_too and state.told == {"year"}:
            state.titled = Frame(part.year - 1)  # “十五”及去年: 去年粮食产量…⏎工业总产值…
        state.told = frozenset()
        state.itemized = text.startswith(_ITEM)
        if not state.itemized:
            state.listed = state.titled
        state.frame = state.lasting = state.listed
        state.memory, state.headline = Memory(span=part.frame.span), False
    elif state.joined and part.elapsed and state.frame.part.isdigit():
        state.frame = part.frame  # 其中3月份当月完成3.9亿元；…
    elif state.joined and state.frame.part and (part.role == "plan" or state.kind == "goal"):
        state.frame = Frame(state.frame.year)  # 一季度开工20个；…
    elif (state.turned or not state.joined) and not text.startswith(("其中", "同期")):
        # A past year, or a span that opened the paragraph, holds on in it; a target year or a part of a year does not.
        in_span = state.lasting.span is not None and not (part.year_too and state.yearly)
        past = 0 < state.frame.year < part.year and not state.frame.until and not in_span
        state.frame = Frame(state.frame.year) if past else state.lasting
        state.memory.parent = ""
        state.memory.origin = 0
        state.headline = False
    if part.year_too and state.frame.span and any(t.kind == "whole" for t in times):
        state.frame = Frame(state.frame.span[1])  # “十五”期间和2005年: 全年引进资金8亿元
    if part.year_too:
        state.told |= set(_told(part, text, times))
    state.headline = state.headline or _HEADLINE.search(text) is not None
    state.joined = text.endswith("；")


def _told(part: Part, text: str, times: Sequence[Time]) -> Iterator[Literal["year", "span"]]:
    """Which times of a part on a span and its last year a sentence tells of."""
    if any(t.kind in {"span", "some"} and not t.base for t in times) or _OVER_YEARS.search(text):
        yield "span"
    if any(t.kind == "year" and t.first == part.year - 1 and not t.base for t in times):
        yield "year"


def _lists_goals(state: State, sentence: Sentence, text: str) -> bool:
    """Whether a sentence of a review lists goals that were set: 2021年就业计划目标为：…。实际完成情况如下：…."""
    if _SET.search(text):
        state.aimed = True
    elif sentence.opens or "实际" in text or "完成情况" in text:
        state.aimed = False
    return state.aimed


def _read(
    state: State, part: Part, text: str, times: Sequence[Time], switches: Sequence[kinds.Switch]
) -> list[tuple[Reading, Kind, bool]]:
    """The readings of a sentence, each with its kind and whether it is a goal of an earlier time that is quoted."""
    figures = [f for f in find_quantities(text) if not any(t.start < f.end and f.start < t.end for t in times)]
    quoted = kinds.quoted_goals(text) if figures else []

    def is_quoted(place: int) -> bool:
        return any(start <= place < end for start, end in quoted) and kinds.kind_at(switches, place) != "goal"

    def default(place: int) -> int:
        looks_back = kinds.kind_at(switches, place) != "goal" or state.aimed
        return part.year - (not part.elapsed and looks_back)

    asides = sorted([*(match.span() for match in _BRACKETS.finditer(text)), *quoted]) if figures and times else ()
    speaker = Speaker(text, times, part.year, part.elapsed > 0, part.places, part.cues, asides, part.owners)
    frame = elapsed = state.frame
    if part.elapsed and frame == part.frame and any(switch.kind == "goal" for switch in switches):
        frame = OPEN  # the part of the year that the report is about is not that of a goal
    readings, state.frame = read_figures(speaker, figures, frame, default, state.memory)
    state.turned = _turns(part, figures, times, switches)
    state.yearly = not ("年均" in text or any(t.base and 0 < t.first < part.year - 2 for t in times))
    if not figures:
        state.memory.lead = text
        headed = _INDICATOR.fullmatch(text)
        name = speaker.clean(headed["name"]) if headed else ""
        if has_head(name, part.cues):
            state.memory.subject = state.memory.stem = name  # 3．固定资产投资。|完成1526亿元，…
    elif not text.endswith("；"):
        state.memory.lead = ""
    if (
        times
        and times[0].kind in {"span", "some"}
        and (
            (times[0].start <= (_OPENING if times[0].kind == "span" else 2) and not _BARE.match(text, times[0].start))
            or text[times[0].end :] in {"。", "！"}  # ——这是县域经济持续壮大的五年。
        )
        and state.frame.span is not None
        and state.frame.span[1] < part.year
        and not text.startswith("以来", times[0].end)  # 2010年以来, of one sentence
    ):
        state.lasting = state.frame  # 五年来，…: the span holds for the paragraph and the items after it
        state.listed = state.listed if state.itemized else state.frame
    if ahead := next(
        (
            t
            for t in times
            if t.kind == "span"
            and t.last > part.year
            and _PLAN_TO_COME.match(text, t.end)
            and (t.start <= _OPENING or _DRAFTED.search(text, 0, t.start))
        ),
        None,
    ):
        state.lasting = Frame(span=(ahead.first, ahead.last))  # “十五五”规划纲要…。《纲要》提出…
    found: list[tuple[Reading, Kind, bool]] = []
    for read in readings:
        reading, place = read, read.figure.start
        kind: Kind = kinds.kind_at(switches, place) or "achievement"
        if reading.scope == "base":
            kind = "achievement"
        elif is_quoted(place):
            kind = "goal"
            if read.period and (_OF_YEAR.search(text, 0, place) or _YEARLY.match(text, read.figure.after)):
                last = int(read.period.last[:4])
                reading = structs.replace(read, period=years(last, last))  # 一季度新增2家，仅完成全年目标20家的一成
        if kind == "achievement" and frame != elapsed and reading.period == years(part.year, part.year):
            reading = structs.replace(read, period=period_of(elapsed, part.year))  # 年度计划投资…，累计完成投资…
        found.append((reading, kind, is_quoted(place)))
    return found


def _turns(part: Part, figures: Sequence[Figure], times: Sequence[Time], switches: Sequence[kinds.Switch]) -> bool:
    """Whether a sentence that begins with figures of what is sets a goal for a time that it names after them."""
    ahead = next((t for t in times if figures and t.start > figures[0].end and t.first >= part.year), None)
    return (
        ahead is not None
        and kinds.kind_at(switches, figures[0].start) != "goal"
        and kinds.kind_at(switches, figures[-1].start) == "goal"
    )


def _over(time: Time) -> Time:
    """A span of years that is told to begin with this one, as the one that ended with the year before."""
    years = time.last - time.first + 1
    return structs.replace(time, first=time.first - years, last=time.last - years)


def _times(text: str, part: Part) -> list[Time]:
    """The times of a sentence; a part of the year that was over on the day of the news is one of that year."""
    times = find_times(text, part.year, part.present)
    if part.role == "review":  # 用三年时间建成…: the years that are over
        times = [_over(t) if t.takes else t for t in times]
    if part.over:
        for index, time in enumerate(times):
            dated = index > 0 and times[index - 1].kind == "year" and times[index - 1].end == time.start
            if time.kind == "part" and not dated and last_month(time.part) <= part.over:
                times[index] = structs.replace(time, first=part.year, last=part.year)
    if not times or ("“" not in text and "《" not in text):
        return times
    titles = [match.span() for match in _TITLE.finditer(text)]
    return [t for t in times if not any(start < t.start < end for start, end in titles)]
