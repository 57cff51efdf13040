"""Which time a figure is of: the one in force, a span for what adds up, its end for what stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from reportcli.extraction.clauses import Clause
from reportcli.extraction.cues import cues
from reportcli.extraction.indicators import has_head, leading_verb
from reportcli.extraction.periods import OPEN, Frame, Time, months_to, period_of, years
from reportcli.extraction.predicates import Left
from reportcli.lexicon import find_canonical
from reportcli.model import Measure, Period
from reportcli.patterns import regex

# What is reached by a time and stands then (达到, …率), where a span of years is spoken of; the rest adds up over it.
_STOCK_VERB = regex(r"达|为|至|到|有|突破|超|逾|稳定|保持|居")
_STOCK_NAME = regex(r"(?:率|占比|比重|余额|总数)$")
_PACES = frozenset({"增速", "增幅", "降幅"})  # 五年来，…零售总额226亿元，|增速14.1%
_SHARE = regex("(?<=..)占(?![用地耕道补])")
_FLOW = regex(
    r"^(?:新|净增|签约|开工|完成|发放)|(?:收入|支出|投资|产值|增加值|总额|零售额|零额|销售额|税收|产量|用电量|到位资金|引资|增[速幅])$"
)
_DOES = regex("完成|实现|累计")
_HOLDS = ("目前", "拥有", "现有", "共有", "已有")
# What there is of them at a time, where nothing is said to be done with them.
_THINGS = (
    "企业",
    "公司",
    "平台",
    "基地",
    "园区",
    "品牌",
    "商标",
    "景区",
    "主体",
    "合作社",
    "农场",
    "机构",
    "学校",
    "市场",
)
_SPENT = ("投资", "投入", "资金")
_DONE_TO = regex("(?:改造|脱贫|出列|搬迁|建设)$|新增")
_OF_YEARS = frozenset({"year", "span", "some"})
_LASTS = ("稳定", "稳在", "保持", "维持")
_ADDS_UP = regex(r"新|脱贫|出列|搬迁|建成|累计|完成|投[用入]|发放|引进|培育|举办|改造|建设|争取|安排")


class Moment(Struct, frozen=True, gc=False):
    """The time at a figure: the frame in force, the year where it names none, and all expressions of the sentence.

    `compared` is whether the next figure compares this one with an earlier time: it is of the last year of a span then.
    `average` marks a yearly average, `summed` a share of what adds up over the time.
    """

    frame: Frame
    default: int
    times: Sequence[Time]
    compared: bool
    average: bool = False
    summed: bool = False


def settle(moment: Moment, measure: Measure, span: tuple[int, int] | None, *, cumulative: bool) -> Moment:
    """The moment with the frame that a figure is read in; `span` is the last span of years named."""
    return structs.replace(moment, frame=_settled(moment, measure, span, cumulative))


def _settled(moment: Moment, measure: Measure, span: tuple[int, int] | None, cumulative: bool) -> Frame:
    frame = moment.frame
    if (moment.average or cumulative) and span is not None:
        told = moment.average or all(t.kind in {"span", "some"} for t in moment.times if t.kind in _OF_YEARS)
        if frame.year == moment.default == span[1] and told:
            return Frame(span=span)  # …年来，2016年…突破500亿元，年均增长14%
        if frame == OPEN and span[1] > moment.default:
            return Frame(span=span)  # “十五五”…：生产总值年均增长5%
    if moment.compared and frame.span is not None and measure == "level" and not cumulative:
        return Frame(year=frame.span[1])
    return frame


def base_year(times: Sequence[Time], start: int, end: int) -> int:
    """The year that a growth in `start` to `end` is against, or 0.

    A base at the end of the clause before holds too, and one that is compared with (与2010年相比，…) for the sentence.
    """
    for time in reversed(times):
        near = start - 1 <= time.end or time.lasting
        if time.base and time.kind == "year" and time.first and near and time.start < end:
            return time.first
    return 0


def origin_year(times: Sequence[Time], start: int, end: int) -> int:
    """The year that a base value between `start` and `end` is of (从2018年的100亿元), or 0."""
    own = (t for t in reversed(times) if t.base and t.kind == "year" and start <= t.start < end)
    return next((t.first for t in own), 0)


def figure_period(
    clause: Clause, head: Clause, name: str, measure: Measure, base: int, moment: Moment
) -> Period | None:
    """The period of a figure named `name`, in a group that `head` opens; `base` is the year it grew from.

    None where a base value has no year of its own.
    """
    frame, default, start = moment.frame, moment.default, head.start
    left = clause.left if clause.left.predicate else head.left
    if frame.until and frame.part.isdigit() and _is_flow(left, name, measure):
        frame = structs.replace(frame, part=months_to(int(frame.part)))  # 截至11月底，完成投资…
    added = measure == "growth" and clause.figure.family == "money"
    if added and "年初" in left.compared and frame.part.isdigit():
        frame = structs.replace(frame, part=months_to(int(frame.part)))  # 9月末，…比年初增加14亿元
    period = period_of(frame, default)
    last = int(period.last[:4])
    inside = (t for t in moment.times if t.kind == "streak" and start <= t.start < clause.figure.start)
    streak = next(inside, None)
    if streak is not None and (measure in {"rank", "growth"} or left.predicate.startswith(_LASTS)):
        return years(last - streak.last + 1, last)  # 连续三年排名第一
    yearly = left.yearly or clause.left.name in _PACES
    if measure == "growth" and yearly and not moment.average and frame.span is not None:
        return years(frame.span[1], frame.span[1])  # 五年来，…，比上年增长13%
    if measure == "growth" and base and last - base > 1:
        return years(base + 1, last)
    if left.base:
        origin = origin_year(moment.times, start, clause.figure.start)
        origin -= origin == default  # 由上年的…: the year before that of the results
        return years(origin, origin) if origin else None
    if frame.span is not None:
        spoken = any(t.kind in {"span", "some"} and start <= t.start < clause.figure.start for t in moment.times)
        reached = _STOCK_NAME.search(name) is not None and _STOCK_VERB.search(left.predicate) is not None
        ahead = frame.span[1] > default and reached  # 三年内|覆盖率达到60%
        level = measure == "level" and (ahead or not spoken) and not moment.average
        stands = measure in {"rank", "gap"} or (level and not moment.summed and _is_stock(clause, left, name))
        return years(frame.span[1], frame.span[1]) if stands else period
    changes = left.sign < 0 or clause.figure.unit.endswith("百分点")
    falls = changes and frame.until and frame.year - default > 1  # 到2030年，…能耗降低20%, 覆盖率提高2个百分点
    adds = left.cumulative or (measure == "growth" and (moment.average or falls))
    to_come = frame.year > default > 0 and adds
    return years(default, frame.year) if to_come else period  # 到2030年…年均增长6%


def _is_flow(left: Left, name: str, measure: Measure) -> bool:
    """Whether what is measured adds up from the beginning of a year on."""
    if _STOCK_NAME.search(name):
        return False
    return (
        measure in {"growth", "completion"}
        or _FLOW.search(name) is not None
        or _DOES.search(left.predicate) is not None
    )


def _is_stock(clause: Clause, left: Left, name: str) -> bool:
    """Whether a level that is told of a span of years is that of its last year: all but what adds up over it."""
    if (
        _STOCK_NAME.search(name)
        or _SHARE.search(name)
        or clause.left.name.startswith(_HOLDS)
        or clause.figure.form == "ratio"
    ):
        return True
    if left.cumulative or "累计" in left.predicate:
        return name.endswith((*_THINGS, "面积")) and _STOCK_VERB.search(left.predicate) is not None  # 企业累计达到300家
    if _STOCK_VERB.search(left.predicate) or (left.bound == ">=" and not left.predicate and not _ADDS_UP.match(name)):
        return True
    done = leading_verb(name, cues()) or _DONE_TO.search(name)
    if find_canonical(name, "level", clause.figure.unit) is not None and not done:
        return True
    return not (done or _ADDS_UP.search(name) or name.endswith(_SPENT)) and (
        has_head(name, cues()) or name.endswith(_THINGS)
    )
