"""Observations of a sentence: each number with its name, its measure, its bound and its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import Left, read_left
from reportcli.extraction.cues import Cues
from reportcli.extraction.periods import Frame, Time, advance, period_of, years
from reportcli.extraction.quantities import Figure
from reportcli.model import Bound, Measure, Period, Rate, Scope

_SEPARATOR = re.compile(r"[，；：。！？]|——")
_LEAD = re.compile(r"[、，和与及并以（ ]+")
_RIGHT_END = re.compile(r"[，；：。！？”’）]|(?<![国省市区县乡])、|——")
# What follows a number that only names a class: 10亿元以上|项目25个, 100万元以上|的村.
_CLASS_NOUN = re.compile(r"的?(?P<kind>[一-龥]{0,4}?)(?:项目|企业|产业|集群|楼宇|[镇村乡]|园区|单位|平台|基地|品牌|商圈|社区|市场|大户|主体|工程|企业主|公司)")
# 27条、…等政策举措 · 25项主要指标 · 80项服务要求: how many of them there are measures nothing.
_POLICY = re.compile(r"[^，；。]{0,24}?(?:等政策|政策举措|政策措施|(?<=项)[一-龥]{0,4}指标|措施|举措|要求)(?=[，；。、]|$)")
_GROWTH_NAME = re.compile(r"(?:同比)?(?:增速|增幅|涨幅|增长率|增长速度|(?P<fall>降幅|降低率|下降率))$")
_PERCENT = {"%", "‰", "个百分点", "百分点", "个千分点", "成", "倍"}
_STOCK_VERB = re.compile(r"达|为|至|到|有|突破|超|逾|稳定|保持|居")
_STOCK_NAME = re.compile(r"(?:率|占比|比重|余额|总数)$")


class Reading(Struct, frozen=True):
    """A figure as it was read: everything of an observation but its kind, place and sentence."""

    figure: Figure
    name: str
    measure: Measure
    value: Decimal
    upper: Decimal | None
    bound: Bound
    period: Period | None
    base_period: str | None
    rate: Rate | None
    scope: Scope
    among: str | None


class Memory(Struct):
    """What a sentence hands on to the next.

    `subject` is what was measured last, `stem` and `before` the last two names that stood on their own, `parent` the whole that parts are of,
    `group` the last list of names, `base` the year that the last growth was against, and of what.
    """

    subject: str = ""
    stem: str = ""
    before: str = ""
    parent: str = ""
    group: list[str] = []
    base: tuple[int, str] = (0, "")


def read_sentence(
    text: str, figures: Sequence[Figure], times: Sequence[Time], frame: Frame, defaults: Sequence[int], memory: Memory, places: tuple[str, ...], cues: Cues
) -> tuple[list[Reading], Frame]:
    """The figures of a sentence, named and timed, and the time in force at its end.

    `defaults[i]` is the year of figure i where the text names none (0: unknown); `frame` the time in force at the start.
    """
    figures, defaults = _without_classes(text, figures, defaults)
    lefts, bounds = _lefts(text, figures, times, cues)
    found: list[Reading] = []
    sentence_names: list[str] = []
    clock = iter(times)
    upcoming = next(clock, None)
    index = 0
    while index < len(figures):
        size = _group_size(text, figures, lefts, bounds, index, cues)
        named = _names(text, figures, lefts, bounds, times, index, size, memory, sentence_names, places, cues)
        for offset in range(size):
            figure, left = figures[index + offset], lefts[index + offset]
            while upcoming is not None and upcoming.start < figure.start:
                frame = advance(frame, upcoming, defaults[index + offset])
                upcoming = next(clock, None)
            head = lefts[index]
            for name in named[offset]:
                reading = _reading(text, figure, left, head, name, frame, defaults[index + offset], times, (bounds[index][0], bounds[index + offset][1]), memory)
                if reading is not None:
                    found.append(reading)
                    if reading.name not in sentence_names:
                        sentence_names.append(reading.name)
        if named and named[-1]:
            memory.subject = named[-1][-1]
        index += size
    for time in (upcoming, *clock) if upcoming is not None else ():
        frame = advance(frame, time, defaults[-1] if defaults else 0)
    return found, frame


def _without_classes(text: str, figures: Sequence[Figure], defaults: Sequence[int]) -> tuple[list[Figure], list[int]]:
    """The figures that do not merely name a class of things that a later figure counts (10亿元以上项目25个)."""
    kept: list[Figure] = []
    years_of: list[int] = []
    for index, figure in enumerate(figures):
        following = figures[index + 1] if index + 1 < len(figures) else None
        end = following.start if following else len(text)
        between = _RIGHT_END.split(text[figure.after : end], maxsplit=1)[0]
        bounded = figure.after > figure.end or text[figure.start - 1 : figure.start] in {"超", "过", "逾", "破", "满"}
        if following is not None and between.endswith("的") and between == text[figure.after : end] and figure.family == "count":
            continue  # 纳入10项工程的|28个项目
        if _POLICY.match(text, figure.after) or (figure.family == "energy" and between and not between.startswith("的")):
            continue
        if figure.family == "money" and not between.startswith("的支持"):
            noun = _CLASS_NOUN.match(between)
            if noun and (bounded or not noun["kind"] and not between.startswith("的")):
                continue
            if bounded and following is not None and between == text[figure.after : end] and 0 < len(between) <= 14 and following.family in {"count", "people"} and between[0] not in "、和与及并":
                continue
        kept.append(figure)
        years_of.append(defaults[index])
    return kept, years_of


def _lefts(text: str, figures: Sequence[Figure], times: Sequence[Time], cues: Cues) -> tuple[list[Left], list[tuple[int, int]]]:
    """For each figure what stands before it in its clause, taken apart, and where that stands as (start, end)."""
    lefts: list[Left] = []
    bounds: list[tuple[int, int]] = []
    previous = 0
    for figure in figures:
        begin = previous
        for match in _SEPARATOR.finditer(text, previous, figure.start):
            begin = match.end()
        if begin == previous and previous and (lead := _LEAD.match(text, begin, figure.start)):
            begin = lead.end()
        bounds.append((begin, figure.start))
        piece = _without_times(text, begin, figure.start, times)
        if figure.value < 0:
            piece = piece.rstrip("-−–")
        left = read_left(piece, cues, percent=figure.unit in _PERCENT, rank=figure.form == "rank")
        if not left.base and _TO.match(text, figure.after) and (match := _FROM.fullmatch(piece)):
            left = Left(match["name"], measure="level", base=True)
        lefts.append(left)
        previous = figure.after
    return lefts, bounds


def _group_size(text: str, figures: Sequence[Figure], lefts: Sequence[Left], bounds: Sequence[tuple[int, int]], index: int, cues: Cues) -> int:
    """How many figures from `index` on share one 分别, or are the parts of one ratio; else 1."""
    size = 1
    if figures[index].form == "ratio":
        while index + size < len(figures) and figures[index + size].form == "ratio" and figures[index + size].start == figures[index + size - 1].end + 1:
            size += 1
        return size
    if not lefts[index].respectively:
        return 1
    while index + size < len(figures):
        left = lefts[index + size]
        gap = text[figures[index + size - 1].after : figures[index + size].start]
        if left.name or left.items or left.compared or left.respectively or "；" in gap or "其中" in gap or len(gap) > 8:
            break
        size += 1
    return size


def _names(
    text: str, figures: Sequence[Figure], lefts: Sequence[Left], bounds: Sequence[tuple[int, int]], times: Sequence[Time], index: int, size: int,
    memory: Memory, sentence_names: list[str], places: tuple[str, ...], cues: Cues,
) -> list[list[str]]:  # fmt: skip
    """The names of the `size` figures from `index` on: one each, or several where one number is said of a list."""
    left, figure = lefts[index], figures[index]
    if figure.form == "ratio" and size > 1:
        name = names.clean_name(left.name, cues, places) or memory.subject
        return [[name]] * size
    if left.respectively:
        listed = _list_names(left, size, memory, sentence_names, places, cues)
        memory.group = listed
        return [[name] for name in listed]
    if left.each and left.items:
        items = names.clean_name(left.items, cues, places)
        pieces = names.split_all(items)
        obj = names.clean_name(left.name, cues, places)
        if len(pieces) > 1:
            return [[piece + obj for piece in names.share_head([p.strip() for p in pieces], cues)]]
        return [[items + obj if items else obj or memory.subject]]
    name = _name(text, figures, lefts, bounds, times, index, memory, places, cues)
    if left.measure == "growth" and ("和" in name or "、" in name):
        pieces = names.split_all(name)
        if len(pieces) > 1 and all(names.has_head(piece, cues) for piece in pieces):
            memory.group = pieces
            return [pieces]
    if left.measure != "gap" and name:
        memory.group = [name]
    return [[name]]


def _list_names(left: Left, size: int, memory: Memory, sentence_names: list[str], places: tuple[str, ...], cues: Cues) -> list[str]:
    items = names.clean_name(left.items, cues, places)
    obj = names.clean_name(left.name, cues, places)
    if not items and not obj:
        if len(memory.group) == size:
            return memory.group
        if len(sentence_names) >= size:
            return sentence_names[-size:]
        return [memory.subject] * size
    whole = items + obj
    listed = names.split_names(whole, size, cues)
    return listed or [whole] * size


def _name(text: str, figures: Sequence[Figure], lefts: Sequence[Left], bounds: Sequence[tuple[int, int]], times: Sequence[Time], index: int, memory: Memory, places: tuple[str, ...], cues: Cues) -> str:
    figure, left, (begin, start) = figures[index], lefts[index], bounds[index]
    raw = left.name
    counted = figure.family in {"count", "people", "traffic"}
    child = raw.startswith("其中") or text[max(0, begin - 3) : begin] == "其中，"
    if child:
        memory.parent = memory.stem or memory.subject
    if "、" in raw and len(cues.openers.at_start(tail := raw.rsplit("、", 1)[1])) > 1:
        raw = tail  # 为实现…、实现|人均地区生产总值
    name = names.clean_name(raw, cues, places)
    right = _right(text, figures, index)
    earlier = figures[index - 1].after if index else 0
    if left.measure == "completion" and name:
        return name
    if name in {"投资", "投入", "筹资"} and figure.family == "money" and not right and (begin == 0 or text[begin - 1] == "；"):
        return _stands(_purpose(text, figure, name, places, cues), memory)
    if left.measure not in {"growth", "gap", "completion", "rank"} and (thing := _thing_after(name, raw, right, figure, cues)):
        return _stands(names.complete_child(thing, memory.parent, cues, counted=True) if child and counted else thing, memory)
    if not name or name == "增速":
        if topic := _topic(text, earlier, begin, times, places, cues, measured=True):
            return _stands(topic, memory)
        if not memory.subject and right and left.measure is None:
            return _stands(names.clean_name(right, cues, places), memory)
        subject = memory.subject
        if left.measure == "level" and left.predicate.startswith(("累计", "总", "达", "共")) and counted:
            verb = names.leading_verb(subject, cues)
            if verb.startswith(("新", "净")) and len(verb) < len(subject):
                return subject[2 if verb[1] == "增" else len(verb) :]
        return subject + name if left.measure == "rank" or left.sign < 0 else subject
    if name in cues.actions.words and memory.stem and not right and index:
        return name + names.without_verb(memory.stem, cues)  # 开工住房100套、竣工50套
    if child and not names.depends(name, cues):
        return _stands(names.complete_child(name, memory.parent, cues, counted=counted), memory)
    if names.depends(name, cues) or (name in cues.soft and index and figures[index - 1].family in {"count"} and left.measure != "growth"):
        topic = _topic(text, earlier, begin, times, places, cues, measured=False)
        memory.subject = names.attach(topic or _stem_for(name, memory, cues), name, cues)
        return memory.subject
    if name in cues.soft and (topic := _topic(text, earlier, begin, times, places, cues, measured=False)):
        return names.attach(topic, name, cues)
    if index and text[begin - 1 : begin] == "、" and begin - 1 == earlier and not names.leading_verb(name, cues) and figures[index - 1].family == figure.family and not left.predicate:
        verb = names.leading_verb(memory.subject, cues)
        if verb and verb not in cues.empty.words:
            return _stands(verb + name, memory)  # 新增车站6个、充电桩7个
    if not names.has_head(name, cues) and memory.parent and left.measure in {"growth", None} and not counted:
        return names.complete_child(name, memory.parent, cues, counted=False)
    return _stands(name, memory)


def _purpose(text: str, figure: Figure, name: str, places: tuple[str, ...], cues: Cues) -> str:
    """The name of a sum that the next clause says the use of: 投资2540万元，完成了服务中心建设."""
    match = re.match(r"，(?:重点|主要|用于)?(?P<verb>[一-龥]{2,4}?了)?(?P<thing>[^，；。]{4,40})", text[figure.after :])
    if match is None:
        return name
    return names.without_verb(names.clean_name(match["thing"], cues, places), cues) + name


def _stands(name: str, memory: Memory) -> str:
    """Notes a name that stands on its own: later names can be of it."""
    memory.before, memory.stem = memory.stem, name
    return name


def _stem_for(name: str, memory: Memory, cues: Cues) -> str:
    """What a dependent name is of: the last thing named, or what the last two have in common (市级…项目, 区级…项目)."""
    if name.startswith("占") or name in cues.shares.words or not memory.stem:
        return memory.subject
    return names.common_thing(memory.before, memory.stem) or memory.stem


def _topic(text: str, start: int, end: int, times: Sequence[Time], places: tuple[str, ...], cues: Cues, *, measured: bool) -> str:
    """What the clauses in `text[start:end]`, which hold no number, are about; "" if it cannot be told.

    `measured` asks for a thing that a number can be of by itself (全镇财政总收入就超过了…，最终完成…).
    """
    for clause in reversed(_SEPARATOR.split(_without_times(text, start, end, times))):
        piece = names.clean_name(clause, cues, places)
        if len(piece) < 3:
            continue
        for size in range(len(piece) - 1, 1, -1):
            if measured:
                if cues.heads.at_end(piece, size) and (cues.predicate_words.at_start(piece, size) or cues.bound_words.at_start(piece, size) or cues.adverbs.at_start(piece, size)):
                    return piece[:size]
            elif cues.topics.at_end(piece, size) and not cues.topics.at_start(piece, size):
                return names.without_verb(piece[:size], cues)
        if not measured and cues.topics.at_end(piece):
            return names.without_verb(piece, cues)
    return ""


def _right(text: str, figures: Sequence[Figure], index: int) -> str:
    """What stands after a figure, up to a mark or the next figure."""
    while index + 1 < len(figures) and figures[index + 1].start == figures[index].after:
        index += 1  # 906户1559人实现脱贫
    end = figures[index + 1].start if index + 1 < len(figures) else len(text)
    if figures[index].family == "money" and (match := re.match(r"(?:用于|投向|支持)[^，；。]+", text[figures[index].after : end])):
        return match.group()
    return _RIGHT_END.split(text[figures[index].after : end], maxsplit=1)[0]


def _thing_after(name: str, raw: str, right: str, figure: Figure, cues: Cues) -> str:
    """The name where the thing counted stands after the number: 新建1000个探头, …等5个项目; "" where it does not."""
    right = _trim_right(right, cues)
    if not right or figure.family == "share":
        return ""
    if figure.family == "money" and name and name not in cues.actions.words and name not in cues.empty.words:
        return right + name if name.endswith(("投资", "估值", "规模")) and len(name) <= 4 else ""
    kept = "" if name in cues.empty.words else name
    if raw.endswith("等"):
        verb = _verb_before_list(raw, cues)
        kept = "" if verb in cues.empty.words else verb
        if any(right.startswith(word) and len(right) <= len(word) + 6 for word in cues.generic):
            return kept + (raw[raw.rfind(verb) + len(verb) :] if verb else raw) + right
        return kept + right
    if name in cues.actions.words or name in cues.empty.words:
        return kept + right
    if raw.endswith("的"):
        verb = names.leading_verb(name, cues)
        if len(name) - len(verb) >= 4:
            return name + right
        return verb + right if verb not in cues.empty.words else right
    if not name or raw.endswith(("和", "及", "与", "、")):
        verb = names.leading_verb(name, cues)
        return right if verb in cues.empty.words else verb + right
    if "、" in name and figure.family == "count" and cues.topics.at_end(right):
        return right
    verb = cues.actions.at_end(name)
    if verb and figure.family in {"count", "people", "area", "length"} and len(name) - len(verb) >= 2 and not cues.heads.at_end(name):
        return (name[: -len(verb)] if verb in cues.empty.words else name) + right
    return ""


_MANNER = re.compile(r"(?:全部|相继|陆续|成功|顺利|如期|正式|提前|已经|已|均|都|全面|集中|实现)(?=[一-龥]{2})")


def _trim_right(right: str, cues: Cues) -> str:
    """What stands after a number, as a name: without 的 and adverbs, cut after what happened to the thing."""
    right = _MANNER.sub("", right.removeprefix("用于").lstrip("的“”").replace("的", "", 1))
    for size in range(len(right), 3, -1):
        if (event := cues.events.at_end(right, size)) and size > len(event) + 1:
            return right[:size]
    return right


def _verb_before_list(raw: str, cues: Cues) -> str:
    """The verb that takes a list: of 完成汤坑、金龟等, 完成."""
    head = raw.split("、", 1)[0]
    for start in range(len(head)):
        if verb := cues.actions.at_start(head, start):
            return verb
    return ""


def _without_times(text: str, start: int, end: int, times: Sequence[Time]) -> str:
    """`text[start:end]` without the expressions of time that are no base of a comparison."""
    pieces, place = [], start
    for time in times:
        if start <= time.start and time.end <= end and not time.base:
            pieces.append(text[place : time.start])
            place = time.end
    return "".join(pieces) + text[place:end]


def _reading(text: str, figure: Figure, left: Left, head: Left, name: str, frame: Frame, default: int, times: Sequence[Time], span: tuple[int, int], memory: Memory) -> Reading | None:
    measure, sign = left.measure, left.sign
    if measure is None and head is not left:
        measure, sign = head.measure, head.sign
    bound: Bound = figure.bound if figure.bound != "=" else left.bound
    value, upper = figure.value, figure.upper
    if figure.form == "rank":
        measure = "rank"
        if bound == "=" and head.predicate in {"前"}:
            bound = "<="
    if figure.form == "doubling":
        measure = "growth"
    if measure in {None, "level"}:
        if (match := _GROWTH_NAME.search(name)) and figure.unit in _PERCENT | {"个百分点"} and len(name) >= match.end() - match.start():
            fall = bool(match["fall"])
            name = name[: match.start()] or name
            measure, sign = "growth", -1 if fall else 1
        elif left.predicate in {"收窄至", "收窄到", "回升至", "回升到"}:
            measure = "growth"
    if measure is None:
        measure = "level"
    if left.predicate == "超" and measure == "completion":
        value += 100
    if measure in {"growth", "gap"} and sign < 0:
        value, upper = -value, None if upper is None else -upper
    if not name or (not figure.unit and figure.form == "amount" and not _bare_ok(text, figure, left, name)):
        return None
    base_first = _base_year(times, span, figure)
    average = left.average or head.average
    if average and not base_first and memory.base[1] == name:
        base_first = memory.base[0]
    if measure == "growth":
        memory.base = (base_first, name)
    base_period, rate = None, None
    default_period: Period | None = None
    if default or frame.year or frame.span:
        default_period = _period(frame, default, measure, average, base_first, left, name, times, span)
    if measure == "growth":
        rate = "average" if average else "yoy"
        if base_first and default_period is not None and int(default_period.last[:4]) - base_first > 1:
            rate, base_period = ("average" if average else "cumulative"), str(base_first)
        if figure.unit not in _PERCENT | {"倍"}:
            rate = rate if rate != "yoy" else "yoy"
    scope: Scope = "base" if left.base else "place"
    return Reading(figure, name, measure, value, upper, bound, default_period, base_period, rate, scope, left.among)


def _bare_ok(text: str, figure: Figure, left: Left, name: str) -> bool:
    """Whether a number without a unit is a ratio or an index that is reached (缩小至1.83, 降到6以下)."""
    if figure.value != int(figure.value) or name.endswith(("比", "指数", "系数", "比例")):
        return name.endswith(("比", "指数", "系数", "比例", "结构", "密度", "强度"))
    return False


_TO = re.compile(r"(?:的)?[^，；]{0,6}?(?:提高|增加|增长|提升|下降|降低|减少|调整|扩大|优化|缩小|上升|发展|压缩|回升|[做升降增减压变])[一-龥]{0,3}?[到至为成]")
_FROM = re.compile(r"(?P<name>[^，]{2,}?)(?:由|从)[^，]{0,10}$")


def _base_year(times: Sequence[Time], span: tuple[int, int], figure: Figure) -> int:
    """The year that a growth is against, or 0; a base named in the clause before holds too (与2010年相比，…)."""
    for time in reversed(times):
        if time.base and time.kind == "year" and time.first and time.start < figure.start and time.end >= span[0] - 1:
            return time.first
    return 0


def _period(frame: Frame, default: int, measure: Measure, average: bool, base_first: int, left: Left, name: str, times: Sequence[Time], span: tuple[int, int]) -> Period | None:
    streak = next((t for t in times if t.kind == "streak" and span[0] <= t.start < span[1] + 4), None)
    period = period_of(frame, default)
    last = int(period.last[:4])
    if streak is not None and measure in {"rank", "growth"}:
        return years(last - streak.last + 1, last)
    if measure == "growth" and base_first and last - base_first > 1:
        return years(base_first + 1, last)
    if measure == "growth" and average and frame.span is None and frame.year and frame.year > default:
        return years(default, frame.year)
    if left.cumulative and frame.until and frame.year > default:
        return years(default, frame.year)
    if left.base:
        base = next((t for t in reversed(times) if t.base and t.kind == "year" and span[0] <= t.start < span[1]), None)
        return years(base.first, base.first) if base else None
    if frame.span is not None and measure in {"level", "rank", "gap"} and (measure != "level" or _STOCK_VERB.search(left.predicate) or _STOCK_NAME.search(name)):
        return years(frame.span[1], frame.span[1])
    return period
