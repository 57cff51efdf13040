"""Numbers with their units and bounds, as they stand in a sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from reportcli import lexicon
from reportcli.extraction.cues import CueWords
from reportcli.model import Bound, Quantity
from reportcli.text.numerals import parse_numeral

Form = Literal["amount", "rank", "doubling", "ratio"]
_ONE = Decimal(1)


class Figure(Quantity, frozen=True):
    """A quantity with what tells how to read it.

    `form` is what kind of expression it is, `family` the family of its unit in `data/units.yaml` ("" for none), `after`
    where the words that belong to it end (以上, 左右).
    """

    form: Form
    family: str
    after: int


class Units(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/units.yaml`: the units of each family."""

    money: tuple[str, ...]
    share: tuple[str, ...]
    multiple: tuple[str, ...]
    area: tuple[str, ...]
    length: tuple[str, ...]
    volume: tuple[str, ...]
    weight: tuple[str, ...]
    energy: tuple[str, ...]
    density: tuple[str, ...]
    traffic: tuple[str, ...]
    duration: tuple[str, ...]
    people: tuple[str, ...]
    count: tuple[str, ...]


class Grammar(Struct, frozen=True):
    """The compiled patterns and what their words mean."""

    figure: re.Pattern[str]
    after: re.Pattern[str]
    bounds: dict[str, Bound]
    family: dict[str, str]


# 1.32 · 1,080 · 470
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
# 三百 · 一万五千(亿) · 三点五
_HAN = r"[一二两三四五六七八九十百千〇零]+(?:点[一二三四五六七八九〇零]+|万[一二两三四五六七八九十百千零]+(?=亿))?"
# 万 · 亿 · 千万 · 万亿, and 千 and 百 before what they can count (9千元, but not 9千米)
_SCALE = r"[十百千]?万亿|[十百千]?亿|[十百千]?万|千(?![米瓦克卡伏焦])|百(?=[元家人户亩])"
_ORDINAL = r"\d{1,4}|[一二三四五六七八九十百]{1,4}"


@cache
def grammar() -> Grammar:
    """The patterns, compiled from the lexicon once."""
    units = lexicon.load("units", Units)
    family = {unit: name for name in units.__struct_fields__ for unit in getattr(units, name)}
    unit = "|".join(re.escape(u) for u in sorted(family, key=len, reverse=True))
    unit = rf"(?:{unit})(?:（(?:{unit})）)?"
    bounds = {word: bound for bound, items in lexicon.load("cues", CueWords).bounds_after.items() for word in items}
    after = "|".join(re.escape(word) for word in sorted(bounds, key=len, reverse=True))
    figure = rf"""
        (?P<doubling>翻了?(?:(?P<times>[一两二三四])番|番|倍|一倍))
      | (?<!双)第(?P<nth>{_ORDINAL})(?:位次?|名(?!录)|(?=[，；：。！？、）”’"和与及]|$|的))
      | 前(?P<top>{_ORDINAL})(?:位|名|强(?![大市县区镇])|(?=[，；：。！？、）”’"]|$))
      | (?P<first>(?<!双)[首榜]位(?![度置列产学])|榜首|之首)
      | (?<![\d.])(?P<ratio>\d+(?:\.\d+)?(?:[：:∶]\d+(?:\.\d+)?)+)(?![\d：:∶])
      | (?P<percent>百分之)(?P<percentage>{_HAN})(?:[至—-](?:百分之)?(?P<percentage2>{_HAN}))?
      | (?P<alone>(?<=[超近破逾过])[千百]?[万亿]{{1,2}})(?P<aloneunit>{unit})
      | (?P<value>{_ARABIC}|{_HAN})
        (?P<more>[余多])?
        (?P<scale>{_SCALE})?
        (?P<more2>[余多])?
        (?P<unit>{unit})?
        (?:[-—–－~～至]+
           (?P<upper>{_ARABIC}|{_HAN})(?P<scale2>{_SCALE})?(?P<unit2>{unit})?
        )?
    """
    return Grammar(re.compile(figure, re.VERBOSE), re.compile(after), bounds, family)


# What may not stand right before a number of this kind: a letter (C919), an ordinal (第3), a further digit, a title's mark.
_NOT_BEFORE = re.compile(r"[A-Za-z第《〔\d.]$|(?<=[A-Za-z\d])-$")
# What may not stand right after: a letter (5G), a class (30万吨级), an age, a session, a year or a date.
_NOT_AFTER = re.compile(
    r"[A-Za-z]|[级型届岁版号]|周岁|年|月(?!均)|日(?!均)|时(?!速)|点(?:钟|\d)|[》〕]|维|线|路(?=公交)|强"
)
# A sign: 增长-2.6%, 同比+3%; not what joins two numbers or a word and a number.
_SIGN = re.compile(r"(?<![\d%A-Za-z个家亿万元])[-−–+]$")
_TRIGGER = re.compile(r"[\d一二两三四五六七八九十百千〇零第前首榜翻万亿]")
# What is made or done one by one, so that a small Chinese number before it counts.
_MAKING = (
    "新建",
    "建成",
    "完成",
    "新增",
    "引进",
    "修建",
    "改造",
    "开工",
    "竣工",
    "入驻",
    "签约",
    "打通",
    "改建",
    "扩建",
)
_ABSTRACT = frozenset(
    {
        "大",
        "项",
        "类",
        "种",
        "批",
        "次",
        "期",
        "轮",
        "层",
        "届",
        "面",
        "位",
        "名",
        "口",
        "面",
        "对",
        "双",
        "部",
        "起",
        "门",
        "本",
        "团",
        "班",
        "期",
        "张",
        "片",
        "块",
    }
)
_VAGUE = frozenset({"个", "条", "件", "场", "户", "人", "家次"})
_APPROACH = frozenset("近超上逾约过破达到至满")
_OPENING, _CLOSING = {"“", "‘", '"'}, {"”", "’", '"'}
_CLAUSE_END = re.compile(r"[，；：。！？、）”’]|$|[和与及]")
_PURE_END = re.compile(r"[，；。！？、”’]|$|以[上下内]|左右|[和与及](?=\d)|的|[一-龥]{1,4}[为至到]")
_SLOGAN = re.compile(r"[“‘\"]$")


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
        place = match.end()
        if match["value"] is not None:
            figure = _read_amount(g, text, match)
        elif match["alone"] is not None:
            family = g.family.get(match["aloneunit"].partition("（")[0], "")
            figure = _bounded(g, text, *match.span(), _ONE, None, match[0], "amount", family)
        elif match["ratio"] is not None:
            found += _read_ratio(text, match)
            continue
        else:
            figure = _read_fixed(g, text, match)
        if figure is not None:
            found.append(figure)
    return found


def _read_fixed(g: Grammar, text: str, match: re.Match[str]) -> Figure | None:
    """百分之五, 翻两番, and places in an order."""
    (start, end), group = match.span(), match.group
    if group("percent"):
        low, high = parse_numeral(group("percentage")), parse_numeral(group("percentage2") or "")
        return None if low is None else _bounded(g, text, start, end, low, high, "%", "amount", "share")
    if group("doubling"):
        times = parse_numeral(group("times") or "一") or _ONE
        return _bounded(g, text, start, end, (2**times - 1) * 100, None, "%", "doubling", "share")
    place = group("nth") or group("top") or "一"
    value = Decimal(place) if place.isdigit() else parse_numeral(place)
    bound: Bound = "<=" if group("top") else "="
    return None if value is None else Figure(start, end, value, None, "", bound, "rank", "", end)


def _read_amount(g: Grammar, text: str, match: re.Match[str]) -> Figure | None:
    group, (start, end) = match.group, match.span()
    number, scale, unit = group("value"), group("scale") or "", group("unit") or ""
    upper = group("upper")
    if upper is not None and not (group("unit2") or unit or group("scale2")):
        return None  # 1—10, 2019—2020: no measure
    han = not number[0].isdigit()
    if _NOT_BEFORE.search(text, max(0, start - 1), start) or _NOT_AFTER.match(text, end):
        return None
    value = parse_numeral(number) if han else Decimal(number.replace(",", "").replace("，", ""))
    if value is None:
        return None
    more = bool(group("more") or group("more2"))
    if han and not _is_han_quantity(g, text, match, value):
        return None
    high: Decimal | None = None
    if upper is not None:
        high = Decimal(upper.replace(",", "")) if upper[0].isdigit() else parse_numeral(upper)
        scale, unit = scale or group("scale2") or "", unit or group("unit2") or ""
    if _SIGN.search(text, max(0, start - 2), start):
        start -= 1
        value = value if text[start] == "+" else -value
    if not unit and not scale and not _PURE_END.match(text, end):
        return None  # 500强, 2.5维: part of a name
    if not unit and not scale and _SLOGAN.search(text, max(0, start - 1), start):
        return None
    family = g.family.get(unit.partition("（")[0], "")
    if family == "count" and text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
        return None  # “21条”: a name
    figure = _bounded(g, text, start, end, value, high, scale + unit, "amount", family)
    if family == "duration" and not _CLAUSE_END.match(text, figure.after):
        return None  # 15分钟生活圈, 365天不打烊
    return Figure(start, figure.end, value, high, figure.unit, ">=", "amount", family, figure.after) if more else figure


def _is_han_quantity(g: Grammar, text: str, match: re.Match[str], value: Decimal) -> bool:
    """Whether a Chinese numeral measures something: 三百亿元, 八成, 不少于两家; not 三个代表, 五大战略, 一批."""
    number, scale, unit = match.group("value"), match.group("scale"), match.group("unit") or ""
    family = g.family.get(unit.partition("（")[0], "")
    if (
        number in {"百", "千", "十"}
        and not match.group("more")
        and text[match.start() - 1 : match.start()] not in _APPROACH
    ):
        return False  # 千人床位数, 百件实事, 千亿产业
    if family in {"money", "multiple"} or unit in {"成", "%", "个百分点"}:
        return unit != "倍" or value > 0
    if scale or value >= 100:
        return bool(unit)
    before = text[max(0, match.start() - 4) : match.start()]
    if before.endswith(("少于", "低于", "至少", "超过", "突破")):
        return bool(unit)
    # 泵站一座，· 新建两条…: a thing counted at the end of its clause, or by a verb that makes one.
    end = match.end()
    if family not in {"count", "people"} or unit in _ABSTRACT or match.group("more"):
        return False
    made = before.endswith(_MAKING)
    return (made and unit != "个") or (
        unit not in _VAGUE
        and _CLAUSE_END.match(text, end) is not None
        and value > 0
        and before[-1:] not in "第这那每各同"
    )


def _bounded(
    g: Grammar,
    text: str,
    start: int,
    end: int,
    value: Decimal,
    upper: Decimal | None,
    unit: str,
    form: Form,
    family: str,
) -> Figure:
    """The figure with the bound that the words right after it give it."""
    after = g.after.match(text, end)
    if after is None:
        return Figure(start, end, value, upper, unit, "=", form, family, end)
    return Figure(start, end, value, upper, unit, g.bounds[after.group()], form, family, after.end())


def _read_ratio(text: str, match: re.Match[str]) -> list[Figure]:
    """The parts of 28.5:30.6:40.9; of 1.58:1 the first alone, which is what a ratio to one says."""
    start = match.start("ratio")
    parts = list(re.finditer(r"\d+(?:\.\d+)?", match.group("ratio")))
    if len(parts) == 2 and parts[1].group() == "1":
        return [Figure(start, match.end(), Decimal(parts[0].group()), None, "", "=", "ratio", "", match.end())]
    if len(parts) == 2 and not re.search(r"[比构例]", text[max(0, start - 12) : start]):
        return []  # a time of day, a score
    return [
        Figure(
            start + part.start(),
            start + part.end(),
            Decimal(part.group()),
            None,
            "",
            "=",
            "ratio",
            "",
            start + part.end(),
        )
        for part in parts
    ]
