"""Expressions of time, and the period that a figure is of.

Years come from the text; 去年 and 今年 are counted from the report's year, never from today's.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, structs

from reportcli.model import Period
from reportcli.patterns import regex
from reportcli.text.numerals import parse_numeral

TimeKind = Literal["year", "part", "whole", "span", "some", "streak"]


# Stands for the year of a report that does not tell it: 去年 is still the one before, but no period can be named.
UNKNOWN_YEAR = 9000


class Time(Struct, frozen=True, gc=False):
    """An expression of time in a sentence.

    `first` and `last` are the years it names (the same for a single one, 0 where it names none), `part` what part of a
    year (`S1`, `Q3`, `05`, `01/09`), `base` that something is compared with that time, `until` that it is a time to be
    reached (到2025年), `takes` that something takes so long (用三年时间). Of a streak (连续三年) and of some years
    (五年累计) `last` is how many. A base is `lasting` where it holds for the rest of the sentence (与2010年相比，…).
    """

    start: int
    end: int
    kind: TimeKind
    first: int = 0
    last: int = 0
    part: str = ""
    base: bool = False
    until: bool = False
    lasting: bool = False
    takes: bool = False


_NUMBER = r"[一二两三四五六七八九十]|1\d|[1-9]"
_TIME = regex(
    rf"""
    (?P<y1>(?:19|20)\d\d)年?[—–~至到-]+(?P<y2>(?:19|20)\d\d)年度?
  | (?P<abs>(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{{2}})
      (?:年(?:[底末]前|[底末](?=的)|度)?|(?=[—–至-](?:19|20)\d\d年|全年)|(?<=展望\d{{4}})(?=[，。：]))
  | (?P<rel>[今去]年一年|(?<=\d{{4}}年)一年(?=就)
      |今年|本年度?|去年|上年度?|上一年|前年|明年|当年|(?:刚刚)?过去(?:的)?一年|一年来
      |新的一年|新一年(?=[，里将是]))
  | (?<!个)(?P<some>\d{{1,2}}|[两三四五六七八九十])年
      (?=年均|新|分别|累计|共|平均|财政|固定资产投资|整备|减贫|硬化|拆除|修建|转移|脱贫|解决|造林|培训|净增|外送|发放|实施|引进|改造|建成|完成|增长|提高|提升|上升|增加|翻|下降|减少|新增|投入|实现)
  | (?P<plan>[“"「]?(?P<fyp>十[一二三四五六]?)五[”"」]?(?P<fypend>末|期末|收官)?(?:时期|期间|以来|规划)?)
  | (?P<back>(?<![学提])(?:过去|近|这|前|刚刚过去的|本届政府)(?:的)?(?P<nback>{_NUMBER})年(?:来|间)?
      |的(?P<nback3>[三四五十])年(?=[，。；！])
      |(?<!\d)(?P<nback2>[两三四五六七八九十3-9])年(?:来|间|里|以来|看)
      |本届政府(?:任期|成立|履职)(?:以来|内)?)
  | (?P<ahead>(?:未来|今后|接下来|下一个|之后)(?:的)?(?P<nahead>{_NUMBER})(?:至{_NUMBER}|到{_NUMBER})?年
      |(?<![仅只])利?用(?P<nahead3>[一两二三四五])年(?:左右)?的?时间
      |(?<!\d)(?P<nahead2>[二两三四五十2-9])年(?:内|(?=再造|安排|打造|建成|倍增)))
  | (?P<ago>{_NUMBER})年前
  | 连续(?P<streak>\d{{1,2}}|{_NUMBER}|[一二三四]?十[一二三四五六七八九]?)年
  | 连续(?P<turns>[一二三四五六七八九十\d]{{1,3}})个(?:季度|月)
  | (?P<half>[上下])半年 | (?P<halves>半年度)
  | [前头](?P<months>{_NUMBER})个月
  | 前三季度?(?P<q123>)
  | (?:第|前)?(?P<quarter>[一二三四首1-4])季度末?
  | (?P<m1>\d{{1,2}})月?份?[-—–~至到]+(?P<m2>\d{{1,2}})月份?
  | (?P<month>\d{{1,2}})月份?(?:当月)?(?P<day>(?:\d{{1,2}}|[上中下]旬)日?)?(?P<before>底?[以之]?前)?
  | (?P<han_month>[一二三四五六七八九]|十[一二]?)月(?=底|份|末)
  | (?P<whole>全年(?![一-龥]{{0,6}}(?:任务|目标|计划))(?!(?:计划|目标)?[\d.]+[^，。；\d]{{1,5}}的)
      |年内|年底前?|年末前?|年终|年中|岁末)
    """,
    re.VERBOSE,
)
# The characters that an expression of time can begin with.
_FIRST = regex(r"[\d用利一二两三四五六七八九十今本去上下前明当刚过新“\"「近这未后接之连头第首全年岁半的]")
_TRIGGER = regex(r"[年月届]|季度|展望|[〇零○]|十.?五|岁末")
_BASE_BEFORE = regex(r"(?:[比较](?:[一-龥]{1,4}的)?|相对于|超过了?|高于|低于|不及|相当于|恢复[到至])$")
_BASE_AFTER = regex(
    r"(?:度|末|底|初|同期|同口径|基础)?(?:[一-龥]{0,8}(?:相比|持平)|同期|的?基础上|[\d.]+[^，；。\d]{1,4}的基础上)|的[\d.]+倍|最|新[高低]|来最|以来最"
)
_TIMES_OF = regex(r"[^，；。\d]{0,12}的[\d.]+[多余]?倍")  # 是|“十二五”时期|新增学位的7倍
_COMPARED = regex(r"[一-龥]{0,10}相比，")
_UNTIL = regex(r"(?:到|至|截至|截止|力争)$")
_LISTED_IN = regex("(?:列入|纳入|列为)[一-龥]{0,6}$")  # 列入国家“十四五”规划: the name of a plan
# ——这是综合实力显著增强|的五年。
_SPANS = regex("[—一二三四五六七八九十是、\\s]*(?:这|过去|是)[^，。将来]{2,40}的.年")
_DECEMBER = 12
_BLANKS, _JOINTS = " 　", frozenset("、和")
_UP_TO = regex(r"截[至止](?:目前，?)?(?:今年|当年|去年|\d{4}年)?$")
_FROM = regex(r"(?:从|由|自)$")
_MILESTONE = regex(r"(?:规划)?(?:的)?(?:开局|起步|关键|收官|开篇|承上启下|中期)[^，。]{0,6}年")
_GROUNDS = regex("[^，。；]{0,10}?(?:奠定|打下|夯实|开好局|起好步|良好开局)")
_PLAN_FIFTEEN = ("十五”", '十五"', "十五」", "十五时期", "十五期间", "十五规划")
_FIVE_YEAR_PLANS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "新的一年": 0,
    "新一年": 0,
    "去年": -1,
    "去年一年": -1,
    "今年一年": 0,
    "上年": -1,
    "上年度": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
}


def find_times(text: str, year: int, present: int | None = None) -> list[Time]:
    """The expressions of time in a sentence of a report of `year`, in order.

    `present` is the year that 今年 means where that is another.
    """
    if _TRIGGER.search(text) is None:
        return []
    found: list[Time] = []
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() < end or (match := _TIME.match(text, first.start())) is None:
            continue
        end = match.end()
        if (time := _read(text, match, year, present or year)) is not None:
            listed = found and found[-1].base and text[found[-1].end : time.start].strip(_BLANKS) in _JOINTS
            found.append(structs.replace(time, base=True) if listed else time)  # 比一季度、上半年分别回升…
    return found


def _read(text: str, match: re.Match[str], year: int, present: int) -> Time | None:
    group, (start, end) = match.group, match.span()
    base = bool(_BASE_BEFORE.search(text, max(0, start - 6), start) or _BASE_AFTER.match(text, end))
    base = base or (text[start - 1 : start] in {"是", "为"} and _TIMES_OF.match(text, end) is not None)
    if text[start - 1 : start] in {"从", "由", "自"} and (match.group("half") is None or text.startswith("的", end)):
        base = True
    if group("y1"):
        return Time(
            start, end, "span", int(group("y1")), int(group("y2")), base=base and text[start - 1] not in "从自由"
        )
    if number := group("abs"):
        value = int(number) if number.isdigit() else int(parse_numeral(number.replace("○", "〇")) or 0)
        if value < year - 1 and text.startswith(("以前", "之前", "前"), end):
            return None  # 2000年以前建成的小区
        if text.startswith("以来", end) and value < year:
            return Time(start, end, "span", value, year - 1)
        until = bool(_UNTIL.search(text, max(0, start - 2), start))
        lasting = base and _COMPARED.match(text, end) is not None
        return Time(start, end, "year", value, value, base=base, until=until, lasting=lasting)
    if word := group("rel"):
        if word == "当年":
            return Time(start, end, "whole", base=base)
        value = present + _RELATIVE[word] if word in _RELATIVE else year - 1
        return Time(start, end, "year", value, value, base=base)
    if group("plan"):
        if _MILESTONE.match(text, end) or _LISTED_IN.search(text, 0, start):
            return None  # 今年是“十五五”开局之年
        if text[start - 1 : start] == "为" and _GROUNDS.match(text, end):
            return None  # 为“十三五”发展奠定坚实基础
        quote = text[start] in '“"「'
        if group("fyp") == "十" and not text.startswith(_PLAN_FIFTEEN, start + quote):
            return None  # 十五 may be a number
        first = _FIVE_YEAR_PLANS[group("fyp")]
        if group("fypend"):
            return Time(start, end, "year", first + 4, first + 4, base=base, until=True)
        return Time(start, end, "span", first, first + 4, base=base)
    if group("back"):
        if group("nback3") and not _SPANS.match(text):
            return None
        years = (
            int(parse_numeral(group("nback") or group("nback2") or group("nback3") or "五") or 5)
            if not (group("nback") or "").isdigit()
            else int(group("nback"))
        )
        if text.startswith(("要", "将", "计划", "力争"), end) and text[end - 1] in "里内":
            return Time(start, end, "span", year, year + years - 1)  # 三年里|要修缮旧址18处
        return Time(start, end, "span", year - years, year - 1, base=base)
    if group("ahead"):
        number = group("nahead") or group("nahead2") or group("nahead3")
        years = int(number) if number.isdigit() else int(parse_numeral(number) or 1)
        return Time(start, end, "span", year, year + years - 1, takes=group("nahead3") is not None)
    if number := group("ago"):
        years_ago = int(number) if number.isdigit() else int(parse_numeral(number) or 1)
        return Time(start, end, "year", year - 1 - years_ago, year - 1 - years_ago, base=base) if base else None
    if number := group("some"):
        # 两年平均增长4% says nothing of the figures after it.
        kind: TimeKind = "streak" if text.startswith("平均", end) else "some"
        return Time(start, end, kind, 0, int(number) if number.isdigit() else int(parse_numeral(number) or 1))
    if number := group("streak"):
        years = int(number) if number.isdigit() else int(parse_numeral(number) or 1)
        return Time(start, end, "streak", 0, years)
    if group("turns"):
        return Time(start, end, "streak", 0, 1)  # months and quarters of the year that is spoken of
    if group("whole"):
        return Time(start, end, "whole", base=base and group("whole") != "全年")
    part = _part(match)
    if part is None:
        return None
    until = (group("month") or group("han_month")) is not None and _UP_TO.search(text, 0, start) is not None
    return Time(start, end, "part" if part else "whole", part=part, base=base, until=until)


def _part(match: re.Match[str]) -> str | None:
    group = match.group
    if group("halves"):
        return "S1"
    if half := group("half"):
        return "S1" if half == "上" else "S2"
    if group("q123") is not None:
        return "01/09"
    if months := group("months"):
        last = int(months) if months.isdigit() else int(parse_numeral(months) or 0)
        return months_to(last) if 2 <= last < 12 else None
    if quarter := group("quarter"):
        number = {"首": 1}.get(quarter) or (int(quarter) if quarter.isdigit() else "一二三四".index(quarter) + 1)
        if match.group().startswith("前"):
            return {1: "Q1", 2: "S1", 3: "01/09"}.get(number)
        return f"Q{number}"
    if group("m1"):
        first, last = int(group("m1")), int(group("m2"))
        if not 1 <= first < last <= 12:
            return None
        return {(1, 3): "Q1", (1, 6): "S1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (7, 12): "S2", (1, 12): ""}.get(
            (first, last), f"{first:02}/{last:02}"
        )
    month = int(group("month") or parse_numeral(group("han_month")) or 0)
    if not 1 <= month <= 12:
        return None
    if group("before") or (month == _DECEMBER and match.string[match.end() : match.end() + 1] in {"底", "末"}):
        return months_to(month)  # 6月底前: by then; 12月底 is the end of the year
    # A date is when something was said, not what was measured, but for 截至3月25日.
    return None if group("day") and not _UP_TO.search(match.string, 0, match.start()) else f"{month:02}"


def months_to(last: int) -> str:
    """The part of a year that ends with that month: Q1, S1, 01/09, "" for the whole."""
    return {3: "Q1", 6: "S1", 12: "", 1: "01"}.get(last, f"01/{last:02}")


def last_month(part: str) -> int:
    """The last month of a part of a year: 6 of S1 and of 01/06, 9 of Q3."""
    kind, number = part[0], int(part[-2:]) if part[0] not in "SQ" else int(part[1])
    return number * {"S": 6, "Q": 3}.get(kind, 1)


class Frame(Struct, frozen=True, gc=False):
    """The time that is in force at a place in a sentence: a year (0: none named) and its part, or a span of years.

    `until` is whether it was named as the end of a time (到2025年, 截至11月).
    """

    year: int = 0
    part: str = ""
    span: tuple[int, int] | None = None
    until: bool = False


OPEN = Frame()


def advance(frame: Frame, time: Time, default: int, plan: int) -> Frame:
    """The frame after `time` was read.

    `default` is the year that parts of a year are of where none is named, `plan` the year of the report's plan.
    """
    if time.base or time.kind == "streak":
        return frame
    if time.kind == "year":
        return Frame(year=time.first, until=time.until)
    if time.kind == "span":
        return Frame(span=(time.first, time.last))
    if time.kind == "some":  # looking back from the year of results, ahead from that of a plan
        if frame.until and frame.year:
            return Frame(span=(frame.year - time.last + 1, frame.year))  # 到2020年，…；投资五年累计…
        first = default - time.last + 1 if frame.span is None and default < plan else default
        return frame if frame.span else Frame(span=(first, first + time.last - 1))
    if time.kind == "whole" and frame.until and frame.year > plan:
        return OPEN  # 到2030年…；全年…
    if time.kind == "whole" and frame.span is not None and frame.span[1] < plan:
        return Frame(year=frame.span[1])  # 五年来…；全年…
    if time.kind == "whole" and frame.span is not None and frame.span[0] == plan:
        return Frame(year=plan)  # 3年内打造公园100个，年内新建6个
    if time.kind == "whole":
        return Frame(year=frame.year, span=frame.span, until=frame.until)
    return Frame(year=time.first or frame.year or default, part=time.part, until=time.until)


def period_of(frame: Frame, default: int) -> Period:
    """The period in force; `default` is the year where none is named."""
    if frame.span is not None:
        return years(*frame.span)
    year = frame.year or default
    if not frame.part:
        return years(year, year)
    if "/" in frame.part:
        first, last = frame.part.split("/")
        return Period(f"{year}-{first}", f"{year}-{last}")
    code = f"{year}-{frame.part}"
    return Period(code, code)


def is_known(period: Period) -> bool:
    """Whether a period is of years that are known."""
    return int(period.last[:4]) < UNKNOWN_YEAR - 100


def years(first: int, last: int) -> Period:
    """The period of whole years from `first` to `last`."""
    return Period(str(first), str(last))
