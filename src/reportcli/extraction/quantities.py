"""Numbers with their units and bounds, as they stand in a sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from msgspec import structs

from reportcli.extraction.grammar import Grammar, grammar
from reportcli.model import Bound, Quantity
from reportcli.patterns import regex
from reportcli.text.numerals import parse_numeral

Form = Literal["amount", "rank", "doubling", "ratio", "fraction"]
_ONE = Decimal(1)
_PLACES = 4  # decimals of a fraction: 三分之一 is 0.3333


class Figure(Quantity, frozen=True, gc=False):
    """A quantity with what tells how to read it.

    `form` is what kind of expression it is, `family` the family of its unit in `data/units.yaml` ("" for none), `after`
    where the words that belong to it end (以上, 左右).
    """

    form: Form
    family: str
    after: int


# What may not stand right before a number of this kind: a letter (C919), an ordinal (第3), a title's mark, a digit.
_NOT_BEFORE = regex(r"\d\+$|(?<!GD)[A-Za-z第《〔\d.×]$|\d[时点]$|(?<=[A-Za-z\d])-$")
# What may not stand right after: a letter (5G), a class (30万吨级), an age, a session, a year or a date.
_OPENS_NAME, _NAME_OF_WORK = regex("[“‘][^”’]*$"), regex("[”’](?:工程|行动|计划|战略|布局|体系|格局)")
_NOT_AFTER = regex(
    r"[A-Za-z](?!级)|[级型届版号]|年|月(?!均)|日(?!均)|时(?!速)|点(?:钟|\d)|[》〕]|维|线|路(?=公交)|强(?![制化基])"
)
# 12个月, 3个年头, but 12个日间照料中心, 8条线路
_NOT_AFTER_UNIT = regex(
    r"[A-Za-z](?!级)|[级型届版号]|月(?!均)|年头|[》〕]|维|路(?=公交)|强(?![制化基])|日(?=[，。内游夜])|时(?=[，。])"
)
# A sign: 增长-2.6%, 同比+3%; not what joins two numbers or a word and a number.
_SIGN = regex(r"(?<![\d%A-Za-z个家亿万元])[-−–+]$")
_TRIGGER = regex(r"[\d之一二两三四五六七八九十百千〇零第前首榜翻万亿]")
# 近千亩, 突破百亿元: what makes a place alone (千人床位数, 百件实事) a number.
_APPROACH = frozenset("近超上逾约过破达到至满在")
_ROUND = frozenset("百千万")
_ROUND_NUMBERS = {"百": Decimal(100), "千": Decimal(1000)}
_UPWARDS = regex("(?<![迈站跨登])上$")  # 上|千亿元: more than; 迈上千亿元 reaches it
# 跻身全省|二十强
_AMONG_BEST = regex(r"(?:跻身|进入|入围|进军|位列|迈入|挺进|冲进|闯入)全[国省市][^，]{0,6}$")
_YEARS = 1900
_NAMED = regex('[“‘"](?:(?!新增|净增|超|达|完成|实现)[^，；“”]){0,12}$')
_LIFE = regex("寿命|年龄")
_MOVES = ("前移", "后移", "后退", "上升", "下降", "提升", "跃升", "前进", "晋升", "进位")
_LEAST = ("少于", "低于", "至少", "超过", "突破", "只有", "仅有", "达到", "发展到", "增加到", "增至")
_OPENING, _CLOSING = frozenset('“‘"'), frozenset('”’"')
# 规上工业产值（亿元）：|86.5
_OF_LABEL = regex("（(?P<scale>[十百千万]?[万亿]?)(?P<unit>[^（）万亿\\d]{1,8})）：[≥≤约超近]?$")
_LABEL = 16  # characters that such a label can take
_DURATION_END = regex(r"[^，；]{0,4}?(?:压缩|缩短|减少|降低|延长|拉长|增加|提高|缩减|[压降减增])[一-龥]?[到至为成]")
_CLAUSE_END = regex(r"[，；：。！？、）”’]|$|[和与及]")
_SHORT_NAME = regex("[^，；。、“”\\d]{1,3}[”’]")
_PURE_END = regex(r"[，；。！？、”’]|$|以[上下内]|左右|[和与及](?=\d)|的|[一-龥]{1,4}[为至到]")


def find_quantities(text: str) -> list[Figure]:
    """The numbers of a sentence that can measure something, in order; `text` has Chinese punctuation.

    Left out are dates, ordinals, names (C919), classes (30万吨级), slogans (“1171”) and small Chinese numbers before a
    measure word (三个代表), which count the parts of a slogan more often than anything else.
    """
    g = grammar()
    found: list[Figure] = []
    place = 0
    while trigger := _TRIGGER.search(text, place):
        match = g.figure.match(text, trigger.start())
        if match is None:
            place = trigger.start() + 1
            continue
        if match["upper"] and match["unit"] and match["unit2"] not in {None, match["unit"]}:
            match = g.figure.match(text, match.start(), match.end("unit")) or match  # 网格员21.7万人次|到6.2万栋楼宇
        place = match.end()
        if match["value"] is not None:
            figure = _read_amount(g, text, match)
        elif match["whole"] is not None:
            figure = _read_whole(g, text, match)
        elif match["alone"] is not None:
            bound, after = _bound_after(g, text, place)
            family = g.family(match["ownunit"] or "")
            many = _ROUND_NUMBERS.get(match["alone"][0], _ONE)  # 千亿元: 1000亿元
            unit = match[0] if many == _ONE else match[0][1:]
            figure = Figure(match.start(), place, many, None, unit, bound, "amount", family, after)
        elif match["ratio"] is not None:
            found += _read_ratio(text, match)
            continue
        else:
            figure = _read_fixed(g, text, match)
        if figure is not None:
            found.append(figure)
    return _with_shared_points(text, found)


def _with_shared_points(text: str, found: list[Figure]) -> list[Figure]:
    """The figures, those of which the unit is cut short or left to the last with that of the last.

    提升1.1|个|和2.4个百分点, 提高31、12.6、27.8|个百分点.
    """
    for index in range(len(found) - 2, -1, -1):
        figure, following = found[index], found[index + 1]
        if text[figure.end : following.start] not in {"和", "、", "及", "与"}:
            continue
        cut_short = figure.unit == "个" and following.unit == "个百分点"
        amounts = figure.form == following.form == "amount" and following.family == "share"
        left_out = amounts and figure.unit == "" and figure.value != 0
        if cut_short or left_out:
            found[index] = structs.replace(figure, unit=following.unit, family=following.family)
    return found


def _read_fixed(g: Grammar, text: str, match: re.Match[str]) -> Figure | None:
    """百分之五, 五分之一, 翻两番, and places in an order."""
    (start, end), group = match.span(), match.group
    bound, after = _bound_after(g, text, end)
    if group("percent"):
        low, high = parse_numeral(group("percentage")), parse_numeral(group("percentage2") or "")
        unit = "%" if group("percent") == "百分之" else "‰"
        return None if low is None else Figure(start, end, low, high, unit, bound, "amount", "share", after)
    if group("parts") or group("han_parts"):
        part, whole = _number(group("parts") or group("han_parts")), _number(group("all") or group("han_all"))
        if not part or not whole or part >= whole:
            return None
        return Figure(start, end, round(part / whole, _PLACES).normalize(), None, "", bound, "fraction", "share", after)
    if group("tenths"):
        whole, half = parse_numeral(text[start]) or _ONE, group("tenth")
        tenth = Decimal(5) if half == "半" else parse_numeral(half) or _ONE
        return Figure(start, end, whole + tenth / 10, None, "成", bound, "amount", "share", after)
    if group("doubling"):
        times = parse_numeral(group("times") or "一") or _ONE
        bound = "~" if group("nearly") else bound
        return Figure(start, end, (2**times - 1) * 100, None, "%", bound, "doubling", "share", after)
    if group("best") and not _AMONG_BEST.search(text, max(0, start - 12), start):
        return None  # 世界500强
    place = group("nth") or group("top") or group("best") or "一"
    value = Decimal(place) if place.isdigit() else parse_numeral(place)
    return (
        None
        if value is None
        else Figure(start, end, value, None, "", "<=" if group("top") or group("best") else "=", "rank", "", end)
    )


def _read_amount(g: Grammar, text: str, match: re.Match[str]) -> Figure | None:
    group, (start, end) = match.group, match.span()
    scale, unit = group("scale") or group("scale2") or "", group("unit") or group("unit2") or ""
    labelled = None if unit or scale else _OF_LABEL.search(text, max(0, start - _LABEL), start)
    if labelled and g.family(labelled["unit"]):
        scale, unit = labelled["scale"], labelled["unit"]
    han = not group("value")[0].isdigit()
    if han and not unit:
        return None  # 一是, 三农
    number = group("value")
    value, upper = _number(group("value")), _number(group("upper"))
    before = text[start - 1 : start]
    if value is None or (upper is not None and not (unit or group("scale2"))):
        return None  # 1—10, 2019—2020: no measure
    named = _NOT_AFTER_UNIT if unit else _NOT_AFTER
    if _NOT_BEFORE.search(text, max(0, start - 2), start) or named.match(text, end):
        return None
    if han and not _is_han_quantity(g, text, match, value):
        return None
    if not unit and not scale and (before in _OPENING or not _PURE_END.match(text, end)):
        return None  # “1171”, 500强, 2.5维: a name or part of one
    if not unit and not scale and text[end : end + 1] in _CLOSING and _NAMED.search(text, max(0, start - 13), start):
        return None  # “龙粳31”: part of a name
    if _NAME_OF_WORK.match(text, end) and _OPENS_NAME.search(text, max(0, start - 4), start):
        return None  # “两个1000万”工程
    family = g.family(unit)
    if (
        family == "count"
        and text[end : end + 1] in _CLOSING
        and (before in _OPENING or (unit == "条" and _NAMED.search(text, max(0, start - 13), start)))
    ):
        return None  # “21个”, “江州47条”: a name
    if family == "count" and before in _OPENING and _SHORT_NAME.match(text, end):
        return None  # “4个有”, “28条措施”
    if unit == "卷" and value >= _YEARS:
        return None  # 年鉴（2014卷）
    bound, after = _bound_after(g, text, end)
    if family == "age" and not _LIFE.search(text, max(0, start - 12), start):
        return None  # 65岁以上老人
    if family == "duration" and not (_CLAUSE_END.match(text, after) or _DURATION_END.match(text, after)):
        return None  # 15分钟生活圈, 365天不打烊
    if _SIGN.search(text, max(0, start - 2), start):
        start -= 1
        value = value if text[start] == "+" else -value
    if group("more") or group("more2"):
        bound = ">="
    if number in _ROUND and _UPWARDS.search(text, max(0, start - 2), start):  # 上千亿元
        start, bound = start - 1, ">="
    return Figure(start, end, value, upper, scale + unit, bound, "amount", family, after)


def _read_whole(g: Grammar, text: str, match: re.Match[str]) -> Figure | None:
    """六十三亿五千万元 as 63.5亿元, 一万八千平方米 as 1.8万平方米."""
    number = parse_numeral(match["whole"] + match["rest"])
    if number is None:
        return None
    scale, unit = match["rest"][0], match["ownunit"]
    bound, after = _bound_after(g, text, match.end())
    bound = ">=" if match["wholemore"] else bound
    value = number / (10**8 if scale == "亿" else 10**4)
    return Figure(match.start(), match.end(), value, None, scale + unit, bound, "amount", g.family(unit), after)


def _number(text: str | None) -> Decimal | None:
    if not text:
        return None
    return Decimal(text.replace(",", "").replace("，", "")) if text[0].isdigit() else parse_numeral(text)


def _is_han_quantity(g: Grammar, text: str, match: re.Match[str], value: Decimal) -> bool:
    """Whether a Chinese numeral measures something: 三百亿元, 八成, 泵站一座; not 三个代表, 五大战略, 一批."""
    number, more = match.group("value"), match.group("more")
    unit = match.group("unit") or match.group("unit2") or ""
    family, start = g.family(unit), match.start()
    if number in {"百", "千", "十"} and not more and text[start - 1 : start] not in _APPROACH:
        return False  # 千人床位数, 百件实事, 千亿产业
    if number == "一" and text.startswith(("、一", "、二", "、两"), match.end()):
        return False  # “一节、一园、两湖”, 一队、二队
    if family in {"money", "multiple"} or unit in {"成", "%", "个百分点"}:
        return value > 0
    if match.group("scale") or value >= 100:
        return bool(unit)
    if text.endswith(_MOVES, 0, start):
        return bool(unit)  # 前移两位
    if unit in g.units.abstract or text.startswith(unit, match.end()):
        return False  # 二至八期, 一笔笔
    if match.group("upper") or text.endswith(_LEAST, 0, start):
        return bool(unit)
    if value >= 20:
        return bool(unit)  # 七十二个, 五十四户
    if family not in {"count", "people"}:
        return False
    if more:
        return number.endswith("十")  # 十余座
    made = text.endswith(g.units.making, 0, start)
    if made and unit != "个":
        return True  # 新建两座, 完成三条
    bound, after = _bound_after(g, text, match.end())
    ends = _CLAUSE_END.match(text, after) is not None or text.startswith("、", after)
    many = value > 10 and unit != "条"  # 出台行政应诉十二条
    told = made or bound != "=" or many or unit not in g.units.vague  # 新增两个、…, 八家以上，, 项目十二个。
    return ends and told and value > 0 and text[start - 1 : start] not in "第这那每各同"


def _bound_after(g: Grammar, text: str, end: int) -> tuple[Bound, int]:
    """The bound that the words right after a number give it, and where they end."""
    after = g.after.match(text, end)
    return ("=", end) if after is None else (g.bounds[after.group()], after.end())


def _read_ratio(text: str, match: re.Match[str]) -> list[Figure]:
    """The parts of 28.5:30.6:40.9; of 1.58:1 the first alone, which is what a ratio to one says."""
    begin = match.start("ratio")
    parts = list(re.finditer(r"\d+(?:\.\d+)?", match.group("ratio")))
    if len(parts) == 2 and parts[1].group() == "1":
        bound, after = _bound_after(grammar(), text, match.end())
        return [Figure(begin, match.end(), Decimal(parts[0].group()), None, "", bound, "ratio", "", after)]
    if len(parts) == 2 and not re.search(r"[比构例]", text[max(0, begin - 12) : begin]):
        return []  # a time of day, a score
    spans = [(begin + part.start(), begin + part.end()) for part in parts]
    return [Figure(start, end, Decimal(text[start:end]), None, "", "=", "ratio", "", end) for start, end in spans]
