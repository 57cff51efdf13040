"""Figures that are told by what stands beside them: where a change began, a goal and its share, a distance to it.

The cases stand in order of precedence. Each says what the words before a figure then mean, or None where it does not
hold; where none does they mean what they say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct, structs

from reportcli.extraction.classes import AIMED, CHANGES_TO
from reportcli.extraction.predicates import Left, is_comparison
from reportcli.extraction.quantities import Figure
from reportcli.patterns import regex

_AS_PACE = regex("（(?:同比)?(?:增速|增幅|增长率?)）|的(?:正增长|增长(?:速度|率)?|增速|增幅)(?=[，；。、]|$)")
_WIDER = regex(r"全[国省市区州](?:平均(?:水平)?)?$")
_AGAINST = regex(r"(?:比|较|高于|低于|超过|超|快于|[与同和](?=年初|全年|年度))[^，]{0,16}(?<![高低多少快慢出])")
_OF_GOAL = regex(r"[”’]?的?(?:预期|年度|既定|年初|增长|规划|计划)*(?:目标|计划|任务)")
_SET = regex("目标|年初[^，]{0,6}定的?$")
_BEYOND = regex(
    _OF_GOAL.pattern + r"?(?:相比)?[还仍]?(?:超过?|超额|超出|高出?|多|快|(?P<less>低|少|慢|差))?(?:了|完成)?"
)
_FARTHER = regex(r"(?:相比)?[还仍]?[超高低多少快慢差]|\d")  # …定的|30万元|多1.6万元
_ON_BASE = regex("的基础上")
_AT_FIRST = regex("(?P<name>[^，]{2,}?)在[^，]{0,8}?(?:突破|达到|超过|完成|实现)?")
_WITHIN_AIM = regex("控制在(?:[省市州县区]里?)?(?:下达|确定|要求)的?")
_PART_OF_AIM = regex(
    r"[仅只才]?(?:占|为|是|达到?|(?:超额)?完成)了?(?:全年|年度|年初|年|[省市州区县镇]里?)*(?:下达|定)?的?(?:目标|任务|计划|预算|投资)*"
)
_CHANGES = regex("(?:净|实际)?(?:增加|增长|提高|提升|上升|减少|下降|降低|翻)")
_TURNED = regex("的?转正?为(?:增长|正增长|上升|上涨|下降)")
_FROM = regex(r"(?P<name>[^，]{2,}?|)(?:要|将|已)?(?:由|从)[^，]{0,10}$")


class Told(Struct, frozen=True, gc=False):
    """What the words before a figure mean; `right` is what stands after it if that is not what it seems to be.

    `opens` is what the figure is to the next: the aim that this one is a share of, or is told the distance to.
    """

    figure: Figure
    left: Left
    keeps_right: bool = True
    opens: Literal["", "aim", "distance"] = ""


class Spot(Struct, frozen=True, gc=False):
    """A figure in its place: `words` from `start` on stand before it, `left` is what they say by themselves.

    `after` is where its value ends, with all the figures that tell it; `before` is what the figure before was told as.
    """

    text: str
    figure: Figure
    words: str
    start: int
    after: int
    left: Left
    before: Told | None


def relate(spot: Spot) -> Told:
    """What the words before the figure mean, by what stands beside it."""
    found = (case(spot) for case in _CASES)
    return next((told for told in found if told is not None), Told(spot.figure, spot.left))


def _as_pace(spot: Spot) -> Told | None:
    """规上工业增加值：9%以上|（增速）, 实现3%左右|的正增长."""
    if spot.figure.family != "share" or not _AS_PACE.match(spot.text, spot.figure.after):
        return None
    return Told(spot.figure, structs.replace(spot.left, measure="growth"), keeps_right=False)


def _points_over(spot: Spot) -> Told | None:
    """超过目标|0.8个百分点: no share of it."""
    if not (spot.left.predicate == "超" and spot.figure.unit.endswith("百分点")):
        return None
    return Told(spot.figure, Left(spot.left.name, measure="gap"))


def _gap_too(spot: Spot) -> Told | None:
    """高于全国4个百分点、|全市1.2个百分点."""
    before = spot.before
    if before is None or before.left.measure != "gap" or not _WIDER.match(spot.words):
        return None
    listed = spot.text[before.figure.after : spot.start] == "、"
    return Told(spot.figure, Left("", measure="gap", sign=before.left.sign)) if listed else None


def _held_against(spot: Spot) -> Told | None:
    """比“十五”计划目标|3000亿元|超过1070亿元, 比年初定的|12%|差了8.2个百分点: what the next is told the distance to."""
    if not _AGAINST.fullmatch(spot.words):
        return None
    after = spot.figure.after
    is_goal = _OF_GOAL.match(spot.text, after) or (_SET.search(spot.words) and _FARTHER.match(spot.text, after))
    return Told(spot.figure, Left(""), keeps_right=False, opens="distance") if is_goal else None


def _distance(spot: Spot) -> Told | None:
    """高于年初人代会12%|的目标|14.4个百分点."""
    opened = spot.before is not None and spot.before.opens == "distance"
    beyond = _BEYOND.fullmatch(spot.words) if opened else None
    return Told(spot.figure, Left("", measure="gap", sign=-1 if beyond["less"] else 1)) if beyond else None


def _on_base(spot: Spot) -> Told | None:
    """财政收入在上年突破|5亿元|的基础上再增1亿元."""
    match = _AT_FIRST.fullmatch(spot.words) if _ON_BASE.match(spot.text, spot.figure.after) else None
    return Told(spot.figure, Left(match["name"], measure="level", base=True)) if match else None


def _within_aim(spot: Spot) -> Told | None:
    """控制在县下达的|4.5‰以内."""
    if not _WITHIN_AIM.fullmatch(spot.words):
        return None
    return Told(spot.figure, Left("", measure="level", bound="<="), keeps_right=False)


def _aim(spot: Spot) -> Told | None:
    """完成年度任务|63亿元|的66.2%."""
    if not (_PART_OF_AIM.fullmatch(spot.words) and AIMED.match(spot.text, spot.figure.after)):
        return None
    return Told(spot.figure, Left("", measure="level"), keeps_right=False, opens="aim")


def _share_of_aim(spot: Spot) -> Told | None:
    """完成年度任务63亿元的|66.2%."""
    opened = spot.before is not None and spot.before.opens == "aim"
    return Told(spot.figure, Left("", measure="completion")) if opened else None


def _change_before(spot: Spot) -> Told | None:
    """较“十三五”末的|9323亿元|增加….

    That stands before what the change began at.
    """
    words = spot.words
    if not (words.endswith("的") and is_comparison(words[:-1]) and _CHANGES.match(spot.text, spot.after)):
        return None
    return Told(spot.figure, Left("", measure="level", base=True))


def _base_too(spot: Spot) -> Told | None:
    """由13677户|49479人|减至887户."""
    before, figure = spot.before, spot.figure
    if before is None or not before.left.base or figure.start != before.figure.after:
        return None
    end = figure.after + spot.text.startswith("，", figure.after)
    return Told(figure, Left("", measure="level", base=True)) if CHANGES_TO.match(spot.text, end) else None


def _base(spot: Spot) -> Told | None:
    """由上年下降12%|转为增长7.5%, 从2017年底的|377户|降至154户."""
    turned = _TURNED.match(spot.text, spot.after)
    if spot.left.base or not (turned or CHANGES_TO.match(spot.text, spot.after)):
        return None
    match = _FROM.fullmatch(spot.words)
    if match is None:
        return None
    sign = -1 if turned and "降" in spot.words else 1
    measure: Literal["growth", "level"] = "growth" if turned else "level"
    return Told(spot.figure, Left(match["name"], measure=measure, base=True, sign=sign))


_CASES: tuple[Callable[[Spot], Told | None], ...] = (
    _as_pace,
    _points_over,
    _gap_too,
    _held_against,
    _distance,
    _on_base,
    _within_aim,
    _aim,
    _share_of_aim,
    _change_before,
    _base_too,
    _base,
)
