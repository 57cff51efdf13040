"""The patterns by which numbers are found, compiled from the units and bounds of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from reportcli import lexicon
from reportcli.extraction.cues import CueWords
from reportcli.lexicon import compiled
from reportcli.model import Bound


class Units(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/units.yaml`: the units of each family, and what a small Chinese number before a measure word can be.

    `abstract` measure words mostly count the parts of a slogan (五大, 三项), `vague` ones do at the end of a clause too
    (共有两个), `making` are verbs after which even a small Chinese number counts (新建两座).
    """

    families: dict[str, tuple[str, ...]]
    abstract: frozenset[str]
    vague: frozenset[str]
    making: tuple[str, ...]


class Grammar(Struct, frozen=True):
    """The compiled patterns and what their words mean: the bound of a word after a number, the family of a unit."""

    figure: re.Pattern[str]
    after: re.Pattern[str]
    bounds: dict[str, Bound]
    families: dict[str, str]
    units: Units

    def family(self, unit: str) -> str:
        """The family of a unit as written (条（个） is that of 条), "" for none."""
        return self.families.get(unit.partition("（")[0], "")


# 1.32 · 1,080 · 470
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
# 三百 · 一万五千(亿) · 三点五
_HAN = r"[一二两三四五六七八九十百千〇零]+(?:点[一二三四五六七八九〇零]+|万[一二两三四五六七八九十百千零]+(?=亿))?"
# 六十三亿五千万, 一万八千: a number with a remainder, which stands in its larger scale (63.5 with 亿)
_HAN_REST = r"(?:亿[一二两三四五六七八九十百千零]+万?|万[一二两三四五六七八九十百千零]+(?!亿))"
_DIGITS = "一二三四五六七八九十"
# 万 · 亿 · 千万 · 万亿, and 千 and 百 before what they can count (9千元, but not 9千米)
_SCALE = r"个亿(?!元)|[十百千]?万亿|[十百千]?亿|[十百千]?万|千(?![米瓦克卡伏焦])|百(?=[元家人户亩])"
# 由全市第九|升至第四
_MOVES_TO = "(?:(?:上?升|跃升|提升|前移|上移|下?降|后移|下滑|前进|滑落|回落|跌落?|跃)[一-龥]?[到至为]|[跃升退降]居)"
_ORDINAL = r"\d{1,4}|[一二三四五六七八九十百]{1,4}"


@compiled
def grammar() -> Grammar:
    """The patterns, compiled from the lexicon once."""
    units = lexicon.load("units", Units)
    unit_words = _any_of(families())
    # 突破10亿|大关, 3.15|片区: no unit
    word = rf"(?!大关|片区|节[能日气点假水约庆])(?:{unit_words})"
    unit = rf"{word}(?:（(?:{word}(?:、|(?=）)))+）)?"  # 条（个）
    bounds = {word: bound for bound, items in lexicon.load("cues", CueWords).bounds_after.items() for word in items}
    figure = rf"""
        (?P<doubling>(?<!个)翻了?(?P<nearly>近|约)?(?:(?P<times>[一两二三四])番|番|倍|一倍))
      | (?<![双与比])第(?P<nth>{_ORDINAL})
        (?!(?:、第?[一二三])*[、和及]第?[一二三]产|、第(?:{_ORDINAL})(?:高中|中学|小学|幼儿园|医院|实验))
        (?:位次?|名(?!录)|(?=[，；：。！？、）”’"和与及的]|$|{_MOVES_TO}))
      | 前(?P<top>{_ORDINAL}|两)(?:位|名|强(?![大市县区镇企])|(?=[，；：。！？、）”’"]|$))
      | (?P<best>{_ORDINAL})强(?=[，；。、！第行])
      | (?P<first>(?<!双)(?<![放摆]在)(?<!置于)[首榜]位(?![度置列产学])|榜首|之首|(?<=排)头名)
      | (?<![\d.])(?P<ratio>\d+(?:\.\d+)?(?:[：:∶︰]\d+(?:\.\d+)?)+)(?![\d：:∶︰])
      | (?P<tenths>[{_DIGITS}]成(?P<tenth>[半{_DIGITS}])(?![立功本长为员熟套]))
      | (?<![\d.])(?P<parts>\d{{1,2}})/(?P<all>\d{{1,2}})(?![\d/.%年月日])
      | (?P<han_all>(?![百千万]分)[二三四五六七八九十]+)分之(?P<han_parts>[一二三四五六七八九十]+)
      | (?:(?P<whole>{_HAN})(?P<rest>{_HAN_REST})(?P<wholemore>[余多])?
          |(?P<alone>(?<=[超近破逾过])[千百]?[万亿]{{1,2}}))(?:(?P<ownunit>{unit})(?(alone)(?!目))|(?(alone)(?=[，。；])|(?!)))
      | (?P<percent>百分之|千分之)(?P<percentage>{_HAN})(?:[至—-](?:百分之)?(?P<percentage2>{_HAN}))?
      | (?P<value>{_ARABIC}|{_HAN})
        (?P<more>[余多])?
        (?P<scale>{_SCALE})?
        (?P<more2>[余多])?
        (?P<unit>{unit}(?:/(?:年|月|天|日|人|小时|{word}))?)?
        (?:(?:[-—–－~～至]+|到(?=\d)|或(?=\d))(?!(?:19|20)\d\d年)
           (?P<upper>{_ARABIC}|{_HAN})(?P<scale2>{_SCALE})?(?P<unit2>{unit})?
        )?
    """
    return Grammar(
        re.compile(figure, re.VERBOSE),
        re.compile(
            rf"(?!强[制化基县市]|内[资蒙陆河环科部外需联]|多[式功元种样媒边层]|余[热杭姚江])(?:{_any_of(bounds)})"
        ),
        bounds,
        families(),
        units,
    )


@compiled
def families() -> dict[str, str]:
    """The family of each unit of the lexicon: money, share, count …"""
    return {unit: family for family, items in lexicon.load("units", Units).families.items() for unit in items}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
