"""The figures of a sentence as they were read: named, measured and timed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from reportcli.extraction.clauses import PERCENT, Clause, find_clauses
from reportcli.extraction.naming import Memory, Speaker, group_size, name_figures
from reportcli.extraction.periods import OPEN, Frame, Time, advance, is_known, period_of, years
from reportcli.extraction.predicates import Left
from reportcli.extraction.quantities import Figure
from reportcli.model import Bound, Measure, Period, Rate, Scope

_GROWTH_NAME = re.compile(r"(?:同比)?(?:增速|增幅|涨幅|(?<!自然)增长率|增长速度|(?P<fall>降幅|降低率|下降率))$")
_PACE = frozenset({"收窄至", "收窄到", "回升至", "回升到"})
# What is reached by a time and stands then (达到, …率), where a span of years is spoken of; the rest adds up over it.
_STOCK_VERB = re.compile(r"达|为|至|到|有|突破|超|逾|稳定|保持|居")
_ADDS_UP = re.compile(r"新|建成|累计|完成|投[用入]|发放|引进|培育|举办|改造|建设|争取|安排|片区累计")
_STOCK_NAME = re.compile(r"(?:率|占比|比重|余额|总数)$")
# How often people met measures nothing that was reached.
_PROCEDURE = ("召开",)
# How many parts a plan has measures nothing either.
_META = ("指标", "领域", "方面", "重点任务")
# What can be a number without a unit.
_PURE = ("比", "指数", "系数", "比例", "结构", "密度", "强度")


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


def read_figures(
    speaker: Speaker, figures: Sequence[Figure], frame: Frame, default: Callable[[int], int], memory: Memory
) -> tuple[list[Reading], Frame]:
    """The figures of a sentence as readings, in order, and the time in force at its end.

    `frame` is the time in force at its start, `default` gives the year for a place in the sentence where none is named; `memory` what the sentences before named; it is carried on.
    """
    clauses = find_clauses(speaker.text, figures, speaker.times, speaker.cues)
    found: list[Reading] = []
    named: list[str] = []
    times = list(reversed(speaker.times))
    index = 0
    while index < len(clauses):
        size = group_size(speaker.text, clauses, index)
        compared = index + size < len(clauses) and clauses[index + size].left.compared != ""
        group = clauses[index : index + size]
        for clause, group_names in zip(group, name_figures(speaker, group, size, memory, named), strict=True):
            while times and times[-1].start < clause.figure.start:
                frame = advance(frame, times.pop(), default(clause.figure.start), speaker.year)
                memory.span = frame.span or memory.span
            for name in group_names:
                reading = _read(
                    clause,
                    group[0],
                    name,
                    frame,
                    default(clause.figure.start),
                    speaker.times,
                    memory,
                    compared=compared,
                )
                if reading is not None:
                    found.append(reading)
                    if reading.name not in named:
                        named.append(reading.name)
        index += size
    while times:
        frame = advance(frame, times.pop(), default(len(speaker.text)), speaker.year)
        memory.span = frame.span or memory.span
    memory.lead = ""
    return found, frame


def _read(
    clause: Clause, head: Clause, name: str, frame: Frame, default: int, times: Sequence[Time], memory: Memory, *, compared: bool
) -> Reading | None:  # fmt: skip
    """One figure under one name.

    `head` is the clause that opens its group and says what holds for all of it; `compared` if the next figure compares it
    with an earlier time, so that it is of the last year of a span.
    """
    figure, left = clause.figure, clause.left
    name, measure, sign = _measure(clause, head, name)
    if (
        not name
        or name.startswith(_PROCEDURE)
        or (clause.counted and name.endswith(_META))
        or (not figure.unit and figure.form == "amount" and not name.endswith(_PURE))
    ):
        return None
    value, upper = figure.value, figure.upper
    if measure == "completion" and left.predicate == "超":
        value += 100
    if measure in {"growth", "gap"} and sign < 0:
        value, upper = -value, None if upper is None else -upper
    average = left.average or head.left.average
    if average and frame.year == default and memory.span is not None and memory.span[1] == default:
        frame = Frame(span=memory.span)  # …年来，2016年…突破500亿元，年均增长14%
    if average and frame == OPEN and memory.span is not None and memory.span[1] > default:
        frame = Frame(span=memory.span)
    if compared and frame.span is not None and measure == "level":
        frame = Frame(year=frame.span[1])
    base = _base_year(times, head.start, figure.start)
    if left.base and (origin := _origin(clause, head, times)):
        memory.base = (origin, name)
    if measure == "growth":
        if average and not base and memory.base[1] == name:
            base = memory.base[0]
        memory.base = (base, name)
    period = _period(clause, head, name, measure, average, base, frame, default, times)
    rate: Rate | None = None
    base_period = None
    if measure == "growth":
        far = base > 0 and period is not None and int(period.last[:4]) - base > 1
        rate = "average" if average else "cumulative" if far else "yoy"
        base_period = str(base) if far else None
    return Reading(
        figure,
        name,
        measure,
        value,
        upper,
        figure.bound if figure.bound != "=" else left.bound,
        period if period is not None and is_known(period) else None,
        base_period,
        rate,
        _scope(clause, name),
        left.among,
    )


_POLICY = re.compile(r"每[人户亩月年名家个张]|补[贴助]标准|(?:补贴|补助|奖励|资助)(?:金额|额度)?$")
_FIRM = re.compile(r"(?:公司|集团|银行)(?!.{0,6}(?:企业|数量|总数|家数)$).{2,}")
_CONTEXT = re.compile(r"^(?:全国|全省|全市|世界|全球)(?!.{0,12}(?:占|第|排|居))")


def _scope(clause: Clause, name: str) -> Scope:
    """Whose figure it is: the place's unless the words before and after it say otherwise."""
    family = clause.figure.family
    if clause.left.base:
        return "base"
    if family == "money" and clause.right.startswith("的") and len(clause.right) > 2:
        return "project"
    if family == "money" and clause.figure.unit == "元" and _POLICY.search(name):
        return "policy"
    if _FIRM.search(name):
        return "firm"
    return "context" if _CONTEXT.match(clause.left.name) and clause.left.measure != "rank" else "place"


def _measure(clause: Clause, head: Clause, name: str) -> tuple[str, Measure, int]:
    """The name, the measure and the sign of a figure: a name that ends with 增速 makes a percentage a growth."""
    figure, left = clause.figure, clause.left
    measure, sign = (left.measure, left.sign) if left.measure or clause is head else (head.left.measure, head.left.sign)
    if figure.form == "rank":
        return name, "rank", 1
    if figure.form == "doubling":
        return name, "growth", 1
    if measure in {None, "level"} and figure.unit in PERCENT:
        if match := _GROWTH_NAME.search(name):
            return name[: match.start()] or name, "growth", -1 if match["fall"] else 1
        if left.predicate in _PACE:
            return name, "growth", sign
    return name, measure or "level", sign


def _base_year(times: Sequence[Time], start: int, end: int) -> int:
    """The year that a growth is against, or 0; a base named at the end of the clause before holds too (与2010年相比，…)."""
    for time in reversed(times):
        near = start - 1 <= time.end or time.lasting
        if time.base and time.kind == "year" and time.first and near and time.start < end:
            return time.first
    return 0


def _period(
    clause: Clause, head: Clause, name: str, measure: Measure, average: bool, base: int, frame: Frame, default: int, times: Sequence[Time]
) -> Period | None:  # fmt: skip
    """The time that a figure is of."""
    left, start, end = clause.left, head.start, clause.figure.start
    period = period_of(frame, default)
    last = int(period.last[:4])
    streak = next((t for t in times if t.kind == "streak" and start <= t.start < end), None)
    if streak is not None and measure in {"rank", "growth"}:
        return years(last - streak.last + 1, last)
    if measure == "growth" and base and last - base > 1:
        return years(base + 1, last)
    if left.base:
        origin = _origin(clause, head, times)
        return years(origin, origin) if origin else None
    if frame.span is None:
        to_come = frame.year > default > 0 and (average and measure == "growth" or left.cumulative)
        return years(default, frame.year) if to_come else period
    if measure in {"rank", "gap"} or (measure == "level" and _is_stock(left, name)):
        return years(frame.span[1], frame.span[1])
    return period


def _origin(clause: Clause, head: Clause, times: Sequence[Time]) -> int:
    """The year that a base value is of, or 0."""
    own = (t for t in reversed(times) if t.base and t.kind == "year" and head.start <= t.start < clause.figure.start)
    return next((t.first for t in own), 0)


def _is_stock(left: Left, name: str) -> bool:
    if left.bound == ">=" and not left.predicate and not left.cumulative and not _ADDS_UP.match(name):
        return True  # 突破, 超过
    return _STOCK_VERB.search(left.predicate) is not None or _STOCK_NAME.search(name) is not None
