"""Terms out of the names of indicators: what is measured, without what was done to it and how it is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from reportcli.digest.words import load_vocabulary
from reportcli.model import Sentence
from reportcli.text import tokens

# Shorter and longer ones are no terms.
SHORTEST, LONGEST = 2, 12
# A longer one is no name but half a sentence.
_LONGEST_NAME = 40
# What taking words off must leave of a name: 新增就业 stays as it is.
_LEAST = 3
# A name stands near its number: this many characters before it and after it are looked at.
_BEFORE, _AFTER = 150, 80
# Up to the number of a class of size: 总投资10亿元以上项目 → 亿元以上项目
_AMOUNT = re.compile(r"^.*\d(?=[万亿]元(?:以上|级))")
# A name in quotation marks: only what is in them.
_QUOTED = re.compile(r"“([^”]+)”")
# A mark whose partner is not in the name, with what stands outside of it.
_HALF = re.compile(r"^[^“]*”|“[^”]*$|^[^(（]*[)）]")


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def longest_first(listed: str) -> str:
        return "|".join(sorted(listed.split(), key=lambda word: (-len(word), word)))

    vocabulary = load_vocabulary()
    opening = re.compile(
        rf"""(?: 全[国省市区县镇乡旗州] | [我该][省市区县镇乡旗州] )?  # 全市一般公共预算收入
             (?: {longest_first(vocabulary.openers)} | 的           # 新增规上工业企业
               | (?:国家|[省市区县镇乡、])+级 (?: 以上 )? (?!市) )*   # 市、区级重点产业项目, but 县级市""",
        re.VERBOSE,
    )
    closing = re.compile(
        rf"""(?: 的?(?:{longest_first(vocabulary.closers)}) )+ $  # 规上工业总产值增速
           | 占(?!比$|有率).* $                                   # 研发投入占地区生产总值的比重
           | (?<=.)[(（].* $                                     # 净增规模以上企业(单位)""",
        re.VERBOSE,
    )
    return opening, closing


def name_term(indicator: str, near: str, tokenizer: str) -> str | None:
    """The term in an indicator's name, as it stands in `near`, the words around its number; None where there is none.

    新增“四上”企业 → “四上”企业, 研发投入占地区生产总值比重 → 研发投入, 规上工业总产值增速 → 规上工业总产值. Of a name
    joined out of two places (城镇居民人均可支配收入 out of 城乡居民人均可支配收入) it is the end that stands there.
    """
    if len(indicator) > _LONGEST_NAME:
        return None
    opening, closing = _edges()

    def without_opening(name: str) -> str:
        match = opening.match(name)
        return name[match.end() :] if match and match.end() <= len(name) - _LEAST else name

    name = without_opening(_AMOUNT.sub("", indicator))
    ending = closing.search(name)
    if ending and ending.start() >= _LEAST:
        name = name[: ending.start()]
    if name not in near or len(name) > LONGEST:
        words = tokens.cut(name, tokenizer)
        least = len(name) / 2
        while words and ((name := "".join(words)) not in near or len(name) > LONGEST):
            del words[0]
        if not words or len(name) < least:
            return None
        name = without_opening(name)
    quoted = _QUOTED.fullmatch(name)
    name = quoted[1] if quoted else _HALF.sub("", name).strip("的、和及与")
    return name if SHORTEST <= len(name) <= LONGEST else None


def words_near(sentence: Sentence, start: int) -> str:
    """The words around the number that begins at the offset `start`."""
    at = bisect_left(sentence.offsets, start)
    return sentence.text[max(0, at - _BEFORE) : at + _AFTER]
