"""The figures of a sentence as they were read: named, measured and timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, structs

from reportcli.extraction.clauses import PERCENT, Clause, find_clauses
from reportcli.extraction.cues import cues
from reportcli.extraction.groups import group_size
from reportcli.extraction.indicators import has_head
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.naming import name_figures
from reportcli.extraction.owners import Region
from reportcli.extraction.periods import OPEN, Frame, Time, advance, is_known
from reportcli.extraction.quantities import Figure
from reportcli.extraction.timing import Moment, base_year, figure_period, origin_year, settle
from reportcli.lexicon import find_canonical
from reportcli.model import Bound, Measure, Period, Rate, Scope
from reportcli.patterns import regex

_GROWTH_NAME = regex(
    r"(?:同比|年均)?(?:增速|增幅|涨幅|上涨幅度|增长幅度|(?<!自然)增长率|增长速度|(?<![自正负])(?<!自然)增长|(?P<fall>降幅|下降幅度|降低率|下降率))$"
)
_BY_KIND = regex("^[^，：]{0,4}分[一-龥]{1,8}(?:看|来看)[，：]")
_AMOUNTS = ("支出", "收入", "投资", "产值", "增加值", "生产总值", "总额", "零售额", "销售额", "营业额", "税收", "利润")
_HALVES = ("S", "Q")
# 28户|企业改制上半年|全部完成
_DUE = regex("[一-龥]{0,10}")
_DONE_BY = regex("(?:全部|基本|陆续|都|均)?(?:要|必须)?[一-龥]{2,8}(?=[，；。、])")
# 净增4408吨 of what was measured before, 净增620元 of money
_MORE = regex(
    r"(?:[比较](?:上年|去年|前年|年初|上期|同期|上届|[上前]一?个?五年|\d{4}年|[“”\"一二三四五六七八九十]{2,6})[末底]?)?净增加?"
)
_BOTH = 2
_REACHES = frozenset(
    {
        "达到",
        "达",
        "突破",
        "超过",
        "实现",
        "为",
        "回到",
        "滑落到",
        "滑落至",
        "跌到",
        "跌至",
        "掉到",
        "掉到了",
        "落到",
        "冲到",
    }
)
_AIMS = ("任务", "目标", "计划", "指标")
_RATES = ("率", "比重", "占比", "比例", "面", "比", "度")
_DONE_RATES = frozenset({"投资完成率", "兑现率", "完成率", "任务完成率", "目标完成率", "计划完成率"})
_PRICES = ("价格指数", "消费指数", "价格总水平", "价格水平")
_HUNDREDTH = 50  # an index of prices is about 100
_BETTER_LOW = ("浓度", "综合指数")
_CUT = regex("(?:压减|削减|压缩)(?=[一-龥]{3})")
_PACE = frozenset({"收窄至", "收窄到", "回升至", "回升到"})
_SPAN_BEFORE = regex("五年的$|时期|期间")
# How often people met measures nothing that was reached.
_PROCEDURE = ("召开",)
# How many parts a plan has measures nothing either.
_META = ("指标", "领域", "方面", "重点任务")
# What can be a number without a unit.
_PURE = ("比", "比值", "倍差", "指数", "系数", "比例", "结构", "密度", "强度", "死亡率")


class Reading(Struct, frozen=True, gc=False):
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
    owner: Region | None = None


def read_figures(
    speaker: Speaker, figures: Sequence[Figure], frame: Frame, default: Callable[[int], int], memory: Memory
) -> tuple[list[Reading], Frame]:
    """The figures of a sentence as readings, in order, and the time in force at its end.

    `frame` is the time in force at its start, `default` gives the year for a place in the sentence where none is named,
    `memory` is what the sentences before named; it is carried on.
    """
    clauses = find_clauses(speaker.text, figures, speaker.times, speaker.cues) if figures else []
    found: list[Reading] = []
    named: list[str] = []
    times = list(reversed(speaker.times))
    levels = "".join(place[-1] for place in speaker.places)
    index = 0
    if _BY_KIND.search(speaker.text):
        memory.parent = memory.stem or memory.subject  # 分产业看，第一产业4.41亿元
    group: Sequence[Clause] = ()
    dated = False  # whether a time of this sentence is in force
    held: tuple[Frame, int] | None = None  # the time in force before an aside, and where that ends
    owner: Region | None = None  # the place inside the reporting one that is spoken of
    while index < len(clauses):
        group = _with_shared_bound(clauses[index : index + group_size(speaker.text, clauses, index, group)])
        index += len(group)
        frame = _without_part(frame, group[0], speaker, default(group[0].figure.start) == speaker.year)
        compared = index < len(clauses) and _is_compared(clauses[index])
        group, owners = _with_owners(group, speaker, owner)
        owner = owners[-1]
        own_times = _times_of_each(group, speaker)
        for at, (clause, group_names) in enumerate(
            zip(group, name_figures(speaker, group, memory, named), strict=True)
        ):
            year = default(clause.figure.start)
            if held and clause.figure.start >= held[1]:
                frame, held = held[0], None
            aimed = year == speaker.year and not speaker.within
            if aimed and not dated and 0 < frame.year < year:
                frame = OPEN  # what is aimed at is not of a year that is over
            while times and (times[-1].start < clause.figure.start or _is_deadline(times[-1], clause)):
                time = times.pop()
                aside = next((close for opening, close in speaker.asides if opening <= time.start < close), 0)
                held = (frame, aside) if aside and held is None else held
                if _is_of_clause_before(time, clause, speaker, aimed=year == speaker.year):
                    continue
                dated = True
                if aimed and time.kind == "part" and 0 < frame.year < year:
                    frame = OPEN  # 去年…，力争下半年增长15%
                frame = advance(frame, time, year, speaker.year)
                memory.span = frame.span or memory.span
            if own_times:
                frame = advance(frame, own_times[at], year, speaker.year)
            due = times.pop() if times and _is_due_by(times[-1], clause, speaker) else None
            moment = Moment(advance(frame, due, year, speaker.year) if due else frame, year, speaker.times, compared)
            readings = (_read(clause, group[0], name, moment, memory, levels) for name in group_names)
            found += [structs.replace(reading, owner=owners[at]) for reading in readings if reading is not None]
            named += [name for name in group_names if name and name not in named]
    for time in reversed(times):
        if not (time.kind == "part" and found):  # …增长8%，四季度增速转正；…
            frame = advance(frame, time, default(len(speaker.text)), speaker.year)
            memory.span = frame.span or memory.span
    return found, frame


def _is_deadline(time: Time, clause: Clause) -> bool:
    """Whether a time stands right after a figure: 改造2600套|年底前|要“住进去”."""
    return time.kind == "whole" and time.start == clause.figure.after


def _is_due_by(time: Time, clause: Clause, speaker: Speaker) -> bool:
    """Whether a time is the half or quarter of the year in which all is done that a figure counts.

    680户|上半年|全部签约: it is of that figure alone.
    """
    if not (clause.counted and time.kind == "part" and time.part[:1] in _HALVES) or time.start < clause.figure.after:
        return False
    told = _DUE.fullmatch(speaker.text, clause.figure.after, time.start) and _DONE_BY.match(speaker.text, time.end)
    return told is not None and not time.base and speaker.text[time.end - 1] != "前"


def _is_compared(following: Clause) -> bool:
    """Whether a figure is compared with an earlier time; where that is a span (是上一个五年的2倍) the span goes on."""
    against = following.left.compared
    return against != "" and _SPAN_BEFORE.search(against) is None


def _with_owners(
    group: Sequence[Clause], speaker: Speaker, owner: Region | None
) -> tuple[Sequence[Clause], Sequence[Region | None]]:
    """The figures of a group without the names of the places inside the reporting one that they are of, and these."""
    if speaker.owners is None:
        return group, [None] * len(group)
    group, listed = speaker.owners.of_list(group)
    if listed:
        return group, listed
    clauses: list[Clause] = []
    owners: list[Region | None] = []
    for each in group:
        clause, owner = speaker.owners.own(speaker.text, each, owner)
        clauses.append(clause)
        owners.append(owner)
    return clauses, owners


def _times_of_each(group: Sequence[Clause], speaker: Speaker) -> Sequence[Time]:
    """The times of the figures of one 分别 where it lists one for each: 5月、6月|分别增长12.6%和16.4%; else none."""
    head = group[0]
    if len(group) < _BOTH or not head.left.respectively:
        return ()
    listed = [time for time in speaker.times if head.start <= time.start < head.figure.start and not time.base]
    gaps = {speaker.text[one.end : other.start] for one, other in pairwise(listed)}
    return listed if len(listed) == len(group) and gaps <= {"、", "和", "及", "与"} else ()


def _with_shared_bound(group: Sequence[Clause]) -> Sequence[Clause]:
    """The figures of one 分别, all with the bound that stands after the last alone: 分别增长10%和12%|左右."""
    bound = group[-1].figure.bound
    alone = any(clause.figure.bound != "=" or clause.figure.upper is not None for clause in group[:-1])
    if bound == "=" or not group[0].left.respectively or alone:
        return group
    return [structs.replace(clause, figure=structs.replace(clause.figure, bound=bound)) for clause in group]


def _without_part(frame: Frame, head: Clause, speaker: Speaker, aimed: bool) -> Frame:
    """The time in force without its part of the year, where what is aimed at next has a name and a clause of its own.

    A part holds on only where a comma sets it off: 一季度，…, but 一季度开工20个，能耗下降4%.
    """
    joined = not head.start or speaker.text[head.start - 1] == "、"
    if not (frame.part and aimed and head.left.name) or speaker.within or joined:
        return frame
    before = [t for t in speaker.times if t.kind == "part" and t.start < head.start]
    glued = before and speaker.text[before[-1].end : before[-1].end + 1] != "，"
    return Frame(year=frame.year) if glued else frame


def _is_of_clause_before(time: Time, clause: Clause, speaker: Speaker, *, aimed: bool) -> bool:
    """Whether a date that something is due by is over with its clause: 项目10月底前投产，|原煤产量控制在1900万吨."""
    apart = time.end < clause.start and speaker.text[time.end] != "，"
    due = time.kind == "part" and speaker.text.endswith("前", time.start, time.end)
    return due and apart and aimed and not speaker.within and clause.left.name != ""


def _read(clause: Clause, head: Clause, name: str, moment: Moment, memory: Memory, levels: str) -> Reading | None:
    """One figure under one name, None if it measures nothing.

    `head` is the clause that opens its group and says what holds for all of it.
    """
    figure, left = clause.figure, clause.left
    name, measure, sign = _measure(clause, head, name, memory)
    if not _can_measure(clause, name):
        return None
    value, upper = figure.value, figure.upper
    if measure == "completion" and left.predicate == "超":
        value += 100
    if measure in {"growth", "gap"} and sign < 0:
        value, upper = -value, None if upper is None else -upper
    average = left.average or head.left.average
    multiplies = figure.form == "doubling" or figure.family == "multiple"  # 实现翻番, 是“十一五”的2.5倍
    sums = left.cumulative or (measure == "growth" and multiplies)
    summed = memory.summed and left.predicate == "占"  # 投资累计突破5000亿元，其中民间投资占六成
    memory.summed = left.cumulative
    moment = settle(structs.replace(moment, average=average, summed=summed), measure, memory.span, cumulative=sums)
    base = base_year(moment.times, head.start, figure.start)
    if measure == "growth":
        base = base or (memory.base[0] if (average or _goes_on(clause)) and memory.base[1] == name else 0)
        memory.base = (base, name)
    elif left.base:
        memory.origin = origin_year(moment.times, head.start, figure.start) or memory.origin
        memory.base = (memory.origin, name)
    period = figure_period(clause, head, name, measure, base, moment)
    memory.measure, memory.unit = measure, figure.unit
    several = period is not None and int(period.last[:4]) > int(period.first[:4])
    far = measure == "growth" and base > 0 and period is not None and int(period.last[:4]) - base > 1
    several |= multiplies and moment.frame.until and moment.frame.year - moment.default > 1  # 到2028年，规模翻一番
    each_year = any(t.kind == "streak" and head.start <= t.start < figure.start for t in moment.times)
    growth: Rate = "average" if average else "cumulative" if far or (several and not each_year) else "yoy"
    return Reading(
        figure,
        name,
        measure,
        value,
        upper,
        _bound(clause, head),
        period if period is not None and is_known(period) else None,
        str(base) if far else None,
        growth if measure == "growth" else None,
        "base" if left.base or (not left.predicate and head.left.base) else _scope(clause, name, levels),
        left.among,
    )


def _goes_on(clause: Clause) -> bool:
    """Whether a growth says nothing but how much: 由2006年的53家增加到121家，|增加了68家."""
    return not (clause.left.name or clause.left.items or clause.left.compared)


def _bound(clause: Clause, head: Clause) -> Bound:
    """The bound after the number, else that before it; where numbers share one 分别, the first one's is that of all."""
    if clause.figure.bound != "=" or clause.left.bound != "=":
        return clause.figure.bound if clause.figure.bound != "=" else clause.left.bound
    return "=" if clause.left.predicate else head.left.bound


def _can_measure(clause: Clause, name: str) -> bool:
    """Whether a figure under this name measures anything: not how often people met, not how many parts a plan has."""
    if not name or name.startswith(_PROCEDURE) or (clause.counted and name.endswith(_META)):
        return False
    return clause.figure.unit != "" or clause.figure.form != "amount" or name.endswith(_PURE)


_POLICY = regex(r"每[人户亩月年名家个张]|补[贴助]标准|(?:补贴|补助|奖励|资助)(?:金额|额度)?$")
_FIRM = regex(r"(?:公司|集团|银行)(?!.{0,6}(?:企业|数量|总数|家数)$).{2,}")
# The nation, or a place above the reporting one (全市 in a county's report).
# 长三角地区|生产总值, 成渝地区双城经济圈|经济总量: of more than a province.
_ACROSS = regex(
    r"^(?:成渝|川渝|长三角|珠三角|泛珠|京津冀|环渤海|粤港澳|长江经济带|黄河流域|长江中游|东北三省|东北地区|[东中西]部地区)"
    r"[一-龥]{0,10}?(?:经济总量|生产总值|GDP|人口|进出口总?额?|财政收入|占全国)"
)
_CONTEXT = regex(r"^(?:全国|全(?P<level>[省市州县])|世界|全球)(?!.{0,12}(?:占|第|排|居))")


def _scope(clause: Clause, name: str, levels: str) -> Scope:
    """Whose figure it is: the place's unless the words before and after it say otherwise.

    `levels` are the characters that the names of the reporting place end with.
    """
    family = clause.figure.family
    if family == "money" and clause.right.startswith("的") and len(clause.right) > 2:
        return "project"
    if family == "money" and _POLICY.search(name):
        return "policy"
    if _FIRM.search(name):
        return "firm"
    if _ACROSS.match(name):
        return "context"
    wider = _CONTEXT.match(clause.left.name) if clause.left.measure != "rank" else None
    if wider is None or (wider["level"] and not levels):
        return "place"  # 全县 where no place is known
    return "context" if (wider["level"] or "国") not in levels else "place"


def _is_share(name: str, unit: str) -> bool:
    return find_canonical(name, "level", unit) is not None


def _measure(clause: Clause, head: Clause, name: str, memory: Memory) -> tuple[str, Measure, int]:
    """The name, the measure and the sign of a figure: a name that ends with 增速 makes a percentage a growth."""
    figure, left = clause.figure, clause.left
    measure, sign = (left.measure, left.sign) if left.measure or clause is head else (head.left.measure, head.left.sign)
    if figure.form == "rank":
        return name, "rank", 1
    if figure.form == "doubling":
        return name, "growth", 1
    if (
        measure == "growth"
        and clause.counted
        and left.predicate
        and left.name in {"", "其中"}
        and name.startswith(left.predicate)
    ):
        return name, "level", 1  # 减少贫困人口4.6万人，其中2010年减少1.1万人
    if name.startswith("净增") and figure.family == "money" and name.endswith(_AMOUNTS):
        return name.removeprefix("净增"), "growth", 1  # 农民人均纯收入净增240元
    if left.predicate == "改善" and name.endswith(_BETTER_LOW):
        return name, "growth", -1  # PM2.5浓度改善5.6%
    act = left.name.rstrip("、") + left.predicate
    if measure == "growth" and clause.counted and clause.right and name.startswith(act):
        return name, "level", 1  # 提升39个县域帮扶质效, 改造提升7个老旧小区
    acts = cues().actions.words
    if measure == "growth" and clause.counted and not left.compared and {left.name, left.predicate} <= acts:
        return name.replace(left.name, left.name + left.predicate, 1), "level", 1  # 新建公园28个、改造|提升23个
    if left.predicate == "提升" and figure.family in {"area", "length"} and not has_head(name, cues()):
        return name + left.predicate, "level", 1  # 绿化提升19万平方米
    if measure is None and not left.name + left.items and memory.measure == "growth" and memory.unit == figure.unit:
        return _GROWTH_NAME.sub("", name) or name, "growth", sign  # 增长14%，力争16%
    reaches = not left.name and left.predicate in _REACHES
    aims = left.predicate in {"是", "为"} and left.name.endswith(_AIMS) and name[:2] not in left.name
    paced = memory.measure == "growth" and memory.unit == "%"
    ahead = memory.measure == "gap" and memory.unit.endswith("百分点")  # 增速高于全市1个百分点，力争达到9%
    if (reaches or aims) and (paced or ahead) and figure.unit == "%":
        if name.endswith(_RATES):
            return name, "level", sign
        return _GROWTH_NAME.sub("", name) or name, "growth", sign  # 增长15%，力争达到20%; 任务是12%
    if _MORE.fullmatch(left.name) and (
        (left.name[0] in "比较" and not clause.counted) or (memory.unit + figure.unit).count("元") == _BOTH
    ):
        return name, "growth", 1
    if left.name in _DONE_RATES and figure.unit == "%":
        owner = memory.before if memory.stem == name else memory.stem
        return owner or name.removesuffix(left.name) or name, "completion", 1  # 招商引资1.8亿元，完成率149%
    if measure in {None, "level"} and figure.unit == "%" and name.endswith(_PRICES) and figure.value < _HUNDREDTH:
        return name, "growth", sign  # 居民消费价格指数控制在3%以内
    if measure is None and figure.unit == "%" and (cut := _CUT.match(name)):
        return name[cut.end() :], "growth", -1  # 压减一般性支出10%以上
    if measure in {None, "level"} and figure.unit in PERCENT:
        if match := _GROWTH_NAME.search(name):
            return name[: match.start()] or name, "growth", -1 if match["fall"] else 1
        if match := _GROWTH_NAME.search(left.name or (left.items if left.each else "")):
            return name, "growth", -1 if match["fall"] else sign  # …，年均增速9.1%
        if left.predicate in _PACE and not name.endswith(_RATES):
            return name, "growth", sign
        amount = find_canonical(name, "growth", figure.unit) or (name.endswith(_AMOUNTS) and "占" not in name)
        if measure is None and amount and not clause.right and not _is_share(name, figure.unit):
            return name, "growth", sign  # 地区生产总值6.5%左右, 农林水支出20.7%
    return name, measure or "level", sign
