"""When what the program says of a number is what the annotation says: the rules, field by field.

Both sides are the plain mappings of JSON, with the names of the output contract.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]

_SCALES = (
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
    ("百", 2),
)
# Units that begin like a scale and are none.
_PLAIN = re.compile(r"千(?:瓦|克|米)|百分点")
_REMARK = re.compile(r"[（(【\[].*?[)）】\]]|\s")
_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|街道|新区|地区|[省市区县镇乡盟旗])$")
_OF_PLACE = re.compile(r"^(?:全[国省市区县镇乡街道旗州]|我[省市区县镇])")
_MARKS = re.compile(r"[\s“”\"'‘’（）()《》、，,。:：的]+")
_SPELLINGS = (
    ("规模以上", "规上"),
    ("限额以上", "限上"),
    ("第一产业", "一产"),
    ("第二产业", "二产"),
    ("第三产业", "三产"),
    ("比重", "占比"),
    ("地区生产总值", "生产总值"),
    ("国内生产总值", "生产总值"),
)
# What tells one indicator from another that is called alike: both names have the word, or neither.
_TELLING = (
    "城镇",
    "农村",
    "城乡",
    "一产",
    "二产",
    "三产",
    "人均",
    "户均",
    "亩均",
    "地均",
    "村均",
    "单位",
    "万元",
    "占比",
    "新增",
    "净增",
    "累计",
    "总投资",
    "税收",
    "非税",
    "进口",
    "出口",
    "规上",
    "限上",
    "工业",
    "农业",
    "服务业",
    "建筑业",
    "制造业",
    "民间",
    "房地产",
    "技改",
    "外资",
    "内资",
    "省重",
    "市重",
    "区重",
    "县重",
    "省级",
    "市级",
    "区级",
    "国家级",
    "存款",
    "贷款",
    "支出",
    "收入比",
    "总产值",
    "增加值",
    "营业收入",
    "销售额",
    "面积",
    "完成投资",
    "竣工",
    "开工",
    "签约",
    "前期",
)
_PART, _LIKENESS = 0.6, 0.75  # how much of the longer name the shorter one is; how many pairs of characters they share

COMPARED = ("unit", "measure", "bound", "kind", "period", "indicator", "region")
FURTHER = ("scope", "headline", "rate", "base_period", "basis", "commitment", "estimated", "among")


def magnitude(value: float, unit: str) -> tuple[float, str]:
    """A value in plain units, and the unit: 1.32 万亿元 is 1.32e12 元.

    >>> magnitude(1.5, "万亿元"), magnitude(3, "千瓦")
    ((1500000000000.0, '元'), (3, '千瓦'))
    """
    unit = unit.strip().replace("余", "").replace("多", "").replace("％", "%").replace("个百分点", "百分点")
    for word, power in _SCALES:
        if unit.startswith(word) and not _PLAIN.match(unit):
            return value * 10**power, unit[len(word) :]
    return value, unit


def is_same_number(a: float, b: float) -> bool:
    """Whether two numbers are equal but for the last digits of a float."""
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def is_same_indicator(wanted: str, said: str) -> bool:
    """Whether two names mean the same: equal, or much alike and with the same telling words and digits.

    >>> is_same_indicator("规模以上工业增加值", "全市规上工业增加值"), is_same_indicator("税收收入", "收入")
    (True, False)
    """
    a, b = _spell(wanted), _spell(said)
    if a == b:
        return a != ""
    if not a or not b or re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    if any((word in a) != (word in b) for word in _TELLING):
        return False
    short, long = sorted((a, b), key=len)
    if short in long and len(short) >= _PART * len(long):
        return True
    pairs_a, pairs_b = _pairs(a), _pairs(b)
    shared = sum((pairs_a & pairs_b).values())
    return 2 * shared >= _LIKENESS * (pairs_a.total() + pairs_b.total())


def is_same_name(wanted: str, said: str) -> bool:
    """Whether two names are the same but for marks and spellings."""
    return _spell(wanted) == _spell(said)


def _spell(name: str) -> str:
    name = _OF_PLACE.sub("", _MARKS.sub("", name))
    for long, short in _SPELLINGS:
        name = name.replace(long, short)
    return name


def _pairs(name: str) -> Counter[str]:
    return Counter(name[i : i + 2] for i in range(len(name) - 1)) or Counter([name])


def is_same_place(wanted: str | None, said: str | None) -> bool:
    """Whether a place is the one annotated: with or without its suffix, its alias, the places above it."""
    if not wanted:
        return True
    a, b = _REMARK.sub("", wanted), _REMARK.sub("", said or "")
    if not b:
        return False
    if a == b or _SUFFIX.sub("", a) == _SUFFIX.sub("", b) != "":
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 3 and (long.startswith(short) or long.endswith(short))


def is_same_term(a: str, b: str) -> bool:
    """Whether two keywords are the same: one is the other, or half of it at least."""
    a, b = _MARKS.sub("", a), _MARKS.sub("", b)
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= 2 and short in long and len(short) >= len(long) / 2)


def is_at_number(wanted: Record, said: Record) -> bool:
    """Whether a record stands on the annotated number: on its characters, no further than its unit, of its size."""
    if said["end"] <= wanted["start"] or said["start"] >= wanted["end"]:
        return False
    room = len(wanted["unit"]) + (6 if said["upper"] is None else 18)
    if said["start"] < wanted["start"] - 4 or said["end"] > wanted["end"] + room:
        return False
    sizes = (abs(magnitude(each["value"], each["unit"] or "")[0]) for each in (wanted, said))
    return is_same_number(*sizes)


def wrong_fields(wanted: Record, said: Record, place: str | None) -> list[str]:
    """The fields of a record that are not as annotated, "sign" among them; `place` is the report's."""
    region = said["region"] or place
    # 丰县新签约项目 in a report that gives each county's: the place may stand in the name.
    in_name = bool(said["region"]) and _REMARK.sub("", said["region"])[:2] in wanted["indicator"]
    named = is_same_indicator(wanted["indicator"], said["indicator"]) or (
        in_name and is_same_indicator(wanted["indicator"], said["region"] + said["indicator"])
    )
    right = {
        "unit": wanted["measure"] == "rank" or magnitude(1, wanted["unit"])[1] == magnitude(1, said["unit"] or "")[1],
        "measure": wanted["measure"] == said["measure"],
        "bound": wanted["bound"] == said["bound"] and _is_same_upper(wanted["upper"], said["upper"]),
        "kind": wanted["kind"] == said["kind"],
        "period": wanted["period"] is None or wanted["period"] == said["period"],
        "indicator": named,
        "region": is_same_place(wanted["region"], region) or in_name,
        "sign": (wanted["value"] < 0) == (said["value"] < 0),
    }
    return [field for field, is_right in right.items() if not is_right]


def _is_same_upper(wanted: float | None, said: float | None) -> bool:
    if wanted is None or said is None:
        return wanted is said
    return is_same_number(abs(wanted), abs(said))


def wrong_further(wanted: Record, said: Record) -> list[str]:
    """The further fields that are not as annotated, of those that are; of words one may hold the other."""
    return [field for field in FURTHER if field in wanted and not _is_alike(wanted[field], said[field])]


def _is_alike(wanted: object, said: object) -> bool:
    if isinstance(wanted, str) and isinstance(said, str) and not wanted.isascii():
        return wanted in said or said in wanted
    return wanted == said
