"""Names of places, by rule: a suffix (区, 镇, 经开区 …), a name in front of it, and no ordinary word.

The one question that the rest of the package asks is `place_at`: which place's name starts here. A gazetteer that
knows the names and their codes can answer it in this rule's stead.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

from msgspec import Struct

from reportcli.lexicon import compiled
from reportcli.segmentation.vocabulary import Level, any_of, place_words

LEVELS: tuple[Level, ...] = ("province", "city", "county", "zone", "town", "village")

_HAN = "[一-鿿]"
_SHORTEST = 2
# In no name, so they end a reading such as 我代表县.
_NOT_IN_NAMES = "的了在与及是把对为使被就还更着走我但而且"


class Place(Struct, frozen=True):
    """A place's name in a text: `text[start:end]` is `name`, `level` one of LEVELS.

    The places above it that stand right before it are left out: 蚌埠市蚌山区文昌街道 gives 文昌街道.
    """

    name: str
    level: str
    start: int
    end: int


class _Grammar(Struct, frozen=True):
    name: re.Pattern[str]
    bare: re.Pattern[str]
    zone: re.Pattern[str]
    levels: dict[str, Level]
    suffix: re.Pattern[str]
    ordinary: re.Pattern[str]


def _without(characters: str) -> str:
    """A class of all Chinese characters but these."""
    edges = [chr(ord("一") - 1), *sorted(characters), chr(ord("鿿") + 1)]
    return (
        "[" + "".join(f"{chr(ord(a) + 1)}-{chr(ord(b) - 1)}" for a, b in pairwise(edges) if ord(b) - ord(a) > 1) + "]"
    )


@compiled
def _grammar() -> _Grammar:
    words = place_words()
    levels = {suffix: level for level in LEVELS for suffix in words.suffixes[level]}
    first = "".join({re.escape(suffix[0]) for suffix in levels})
    suffix = rf"(?=[{first}])(?!(?!.政府){any_of(words.not_a_suffix)}){any_of(levels)}"
    longer = "|".join(rf"(?<={re.escape(middle)}){any_of(ends)}" for middle, ends in words.longer.items())
    single = [word for word in words.pointers if len(word) == 1]
    double = [word for word in words.pointers if len(word) > 1]
    return _Grammar(
        name=re.compile(
            rf"""
            (?P<irregular>{any_of(words.irregular)})(?![村镇级域])   # not of 发展乡村
            # What several peoples share has other suffixes inside: 积石山保安族东乡族撒拉族自治县.
            | {_without("省市州盟县区旗")}{{2,18}}?族(?P<own>自治[州县旗]|乡)
            # Else the shortest name wins,
            | (?!年){_without(_NOT_IN_NAMES)}{{1,8}}? (?P<suffix>{suffix})
            # but some shortest readings are the beginning of a name: 新乡市, 沙市区, 津市市, 东市街道.
            (?P<longer>(?!{any_of(words.not_longer)})(?:{longer}|(?:(?<=^.市)|(?<=[^一-鿿].市))(?:[区市]|街道)))?
            """,
            re.VERBOSE,
        ),
        bare=re.compile(any_of(words.bare)),
        zone=re.compile(any_of(words.suffixes["zone"])),
        levels=levels,
        suffix=re.compile(rf"{any_of(levels)}$"),
        ordinary=re.compile(
            rf"""
              (?:{any_of(words.pointers)}|[一二三四五六七八九十几数多]*){any_of((*levels, *words.ordinary))}
            | .*{any_of(single)}{any_of(levels)}                  # 名列全市
            | .*(?:{any_of(double)}|[去今明前往近当同上全历]年).*   # 蚌埠部分街道, 去年地区
            | {any_of(words.openers)}.*                            # 建设新区
            | .*{any_of(words.ordinary_ends)}
            | .*(?:和市|[战锦党国军]旗)                         # 目标和市委, 战旗猎猎
            | .*[^二][两二三四五六七八九十几][市县区旗]           # 荆门三市, but 二七区
            | .{{2,}}[两三四六七八九十几](?:街道|镇街|乡镇)         # 普陀四街道, but 东四街道
            | [一二两三四五六七八九十几]+[位个名]{any_of((*levels, *words.ordinary))}   # 三位乡镇党委书记
            | .*[探访看](?:园区|[区县市镇乡])                     # 开年探园区
            | [^津沙芒]市 | .*副[县市区镇乡] | 撤[县市]            # 访市|统计局, 副市|长, 撤县|设区
            | .*请.* | 本[报网].*                                           # 先请苏县|长
            | .+到(?:{any_of(levels)})                           # 压力传到县
            | .*(?:再添|升级|获批|举办|召开|推进|加快|打造|做足).*  # 山东再添国家级开发区
            | .{{5,}}(?:市|(?<!自治)县)                           # 全面提高城市
            """,
            re.VERBOSE,
        ),
    )


def chain_at(text: str, at: int = 0) -> tuple[Place, ...]:
    """The places whose names follow each other from `text[at]`, each in the one before it: 蚌埠市蚌山区文昌街道."""
    rules = _grammar()
    found: tuple[Place, ...] = ()
    while len(found) < len(LEVELS):
        # 泾县 + 经济开发区 is the zone of 泾县; 高新区 alone is one of a city that need not be named.
        zone = rules.bare.match(text, at) if not found else rules.zone.match(text, at)
        if zone and not (found and found[-1].level == "zone"):
            start = found[-1].start if found else at
            place = Place(text[start : zone.end()], "zone", start, zone.end())
        else:
            match = rules.name.match(text, at)
            if match is None or (match["suffix"] and _is_ordinary(match.group())):
                return found
            if match.end() - at == _SHORTEST and text.startswith("长", match.end()):
                return found  # 苏县|长
            level = rules.levels[_suffix_of(match.group())]
            if found and not _is_below(level, match.group(), found[-1]):
                return found
            place = Place(match.group(), level, at, match.end())
        found = (*found, place)
        at = place.end
    return found


@partial(compiled, size=4096)
def _is_ordinary(name: str) -> bool:
    return _grammar().ordinary.fullmatch(name) is not None


def place_at(text: str, at: int = 0) -> Place | None:
    """The place whose name starts at `text[at]`, the lowest of a chain of them, or None."""
    chain = chain_at(text, at)
    return chain[-1] if chain else None


def _is_below(level: str, name: str, above: Place) -> bool:
    """Whether a place can lie in the one before it; a city of county rank lies in a city: 泰州市兴化市."""
    if level == "city":
        return above.level == "province" or (above.name[-1] in "市州" and name[-1] == "市")
    return LEVELS.index(level) > LEVELS.index(above.level)


@compiled
def _office() -> re.Pattern[str]:
    return re.compile(rf"[省市区县镇乡旗州]?{any_of(place_words().offices)}")


@compiled
def _institution() -> re.Pattern[str]:
    return re.compile(rf"{_HAN}{{0,6}}?{any_of(place_words().institutions)}")


@compiled
def _department() -> re.Pattern[str]:
    words = place_words()
    return re.compile(
        rf"(?:{any_of(words.wholes)}|[省市区县州镇旗]?{any_of(words.departments)})(?=\s*[:：｜丨|】]|\s+\S)"
    )


def department_at(text: str, at: int) -> str | None:
    """The department, or the place as a whole, that is named at `text[at]` before a colon or a gap: 市发改委."""
    match = _department().match(text, at)
    return match.group() if match else None


@compiled
def _whose_department() -> re.Pattern[str]:
    return re.compile(rf"[^\w]*(?P<kind>[市区县州旗]){any_of(place_words().departments)}")


def kind_of_department(title: str) -> str | None:
    """What kind of place has the department that `title` begins with: 县 of ● 县财政局局长 王立; None if none."""
    match = _whose_department().match(title)
    return match["kind"] if match else None


def office_at(text: str, at: int) -> bool:
    """Whether an office of a place is named at `text[at]`: 委书记, 区长, 党工委, 管委会主任."""
    return _office().match(text, at) is not None


def institution_at(text: str, at: int) -> bool:
    """Whether what follows a place's name at `text[at]` makes it the name of an institution: 统计局, 人民医院."""
    return _institution().match(text, at) is not None


def stem_of(name: str) -> str:
    """A place's name without its suffix: 南陵 of 南陵县; the name itself where too little would be left."""
    stem = name.removesuffix(_suffix_of(name))
    return stem if len(stem) > 1 else name


def _suffix_of(name: str) -> str:
    match = _grammar().suffix.search(name)
    return match.group() if match else ""
