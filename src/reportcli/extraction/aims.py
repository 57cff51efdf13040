"""Goals that an indicator is set without a number: 居民收入增长与经济增长同步, 完成国家下达任务."""

from __future__ import annotations

import re

from reportcli.extraction.compounds import split_all
from reportcli.extraction.cues import Cues
from reportcli.extraction.indicators import clean_name
from reportcli.lexicon import find_canonical
from reportcli.patterns import regex

# What a clause says of a name instead of a number.
_AIM = regex(
    r"""(?:^|(?<=[，；：。、]))(?P<name>[^，；：。]{2,40}?)
        (?:增长|增速|增幅|增加|涨幅|水平|降低|下降)?(?:力争|确保|保持|实现|要|继续|努力|达到|总体|基本)*
        (?:[与和同跟](?:地区)?(?:经济|生产总值|GDP|国民经济)[^，；。]{0,4}(?:增长|发展)?[^，；。]{0,4}同步
          |(?:高于|快于|不低于|低于|好于|优于|跑赢|达到)(?:全国|全省|全市|全自治区|省|市|国家|经济增长|上年|地区生产总值)[^，；。]{0,8}
          |完成(?:国家|省|市|上级|自治区|约束性|年度)[^，；。]{0,8}(?:任务|目标|指标|要求)
          |(?:稳步|持续|稳定|合理|平稳|进一步)(?:增长|提高|提升|增加|改善|下降|降低)
          |(?:在)?合理(?:水平|区间|增长)|正增长|止跌回升|稳中有[升降进]|控制在(?:国家|省|市|上级|预期|目标|合理)[^，；。\d]{0,8}|只增不减|只降不升|保持(?:稳定|基本稳定)
        )(?=[，；。、]|$)""",
    re.VERBOSE,
)
_TRIGGER = regex(
    r"同步|控制在|[高快优好低]于|跑赢|完成|[稳持合进][步续定理一]|平稳增|正增长|止跌|稳中|只[增降]不|基本稳定"
)
# 按照国家要求完成节能减排降碳任务: the name stands after the verb.
_TASK = regex(
    r"完成(?:国家|省|市|上级|自治区)?(?:下达|核定|要求|规定)?(?:的)?(?P<name>[^，；。、]{4,24}?)(?:约束性)?(?:任务|目标|指标)(?:任务|目标)?(?=[，；。、和]|$)"
)


def find_aims(text: str, places: tuple[str, ...], cues: Cues) -> list[tuple[str, str]]:
    """The indicators that a sentence sets a goal for in words, as (name as written, canonical name), in order.

    Only names that the lexicon knows are taken: of others nobody can say whether they are measured at all.
    """
    if _TRIGGER.search(text) is None:
        return []
    found: list[tuple[int, str, str]] = []
    for pattern in (_AIM, _TASK):
        for match in pattern.finditer(text):
            for piece in split_all(match["name"]):  # 地区生产总值、财政收入|稳步增长
                name = clean_name(piece, cues, places).removesuffix("增长")
                canonical = find_canonical(name) or find_canonical(name, "growth", "%")
                if canonical is not None:
                    found.append((match.start(), name, canonical))
    return [(name, canonical) for _, name, canonical in sorted(found)]
