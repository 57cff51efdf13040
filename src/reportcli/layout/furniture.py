"""What a single line of a page is, by its words: content, or furniture of the page around the report.

The words are in data/noise.yaml; here stands how a line of them is made. A line is furniture as a whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct

from reportcli import lexicon
from reportcli.lexicon import compiled
from reportcli.patterns import regex

# The longest line that is looked at: a page's foot with the names of its makers.
_LONGEST = 160
# A menu has so many bars at least, and no longer link.
_FEW, _LINK = 2, 12

_SENTENCE = regex(r"[。；！？]")
_LINK_BAR = regex(r"[|｜>＞»›/]+")
_BARS = r"[\s|｜>＞»›<«/\\\[\]【】()（）:：·•\-—]"
# What a line of furniture can begin with, besides the first characters of its words.
_SIGNS = " |｜>＞»›<«/\\[]【】()（）:：·•-—–_=*~.…═─━#+0123456789abcdef第共"
_DATE = r"(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{2}分?(?:[:：]\d{2})?)?"

_PAGE = r"""
    [-—–·•\s]* \d{1,3} [-—–·•\s]*                                           # 3   - 3 -   — 3 —
    | 第? \s* \d{1,4} \s* 页 (?: \s*[/,，]?\s* 共 \s* \d{1,4} \s* 页 )?     # 第3页   3页/共10页
    | \d{1,4} \s* / \s* \d{1,4}                                             # 3/10
    | [-—–_=*~·.…•═─━#+|:\s]{3,}                                           # a rule
    | [】\])）【\[(（\s]+                                                    # what is left of a row of buttons
"""
_REMARK = r"""
    [（(【\[]? (?:相关报道|下转|上接|紧接|转) [^。]{0,12} 版 [^。]{0,8} [）)】\]]?   # （相关报道见A03版）
    | [（(] (?:资料图片?|图片?来源.{0,20}|完) [）)]                                # （资料图片） （完）
    | [0-9a-f]{32} :?                                                             # the key of an attachment
"""


class Furniture(Enum):
    """What furniture a line is."""

    CERTAIN = auto()
    """Buttons, facts about the page, its foot: nothing else is made of these words."""
    LIKELY = auto()
    """What a report can hold as well: furniture beside furniture."""
    LIST = auto()
    """What heads a list of links: furniture under the last sentence of the text."""
    LABEL = auto()
    """The name of a fact about the page: its value is the next line."""
    NEIGHBOUR = auto()
    """What leads to the page before or after: its title is the next line."""
    CRUMBS = auto()
    """The way to the page: what stands above it is navigation."""
    BAR = auto()
    """What stands between two links, each on a line of its own."""
    PAGE = auto()
    """A page number, a rule: it can stand within a sentence."""


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    controls: tuple[str, ...]
    channels: tuple[str, ...]
    fields: tuple[str, ...]
    crumbs: tuple[str, ...]
    neighbours: tuple[str, ...]
    openers: tuple[str, ...]
    footers: tuple[str, ...]
    disclaimers: tuple[str, ...]
    lists: tuple[str, ...]
    counters: tuple[str, ...]
    sites: tuple[str, ...]


class _Case(Struct, frozen=True):
    """A pattern of whole lines, all of which hold one of `words` (where there are any), and what furniture they are."""

    kind: Furniture
    pattern: str
    words: tuple[str, ...] = ()


def name_all_furniture(texts: Sequence[str]) -> list[Furniture | None]:
    """What furniture each of the lines `texts` is, None for content."""
    words = furniture_words()
    # Most reports hold hardly any of these words: they are looked for once, not in each line.
    whole = "\n".join(text for text in texts if len(text) <= _LONGEST)
    footers = [word for word in words.footers if word in whole]
    disclaimers = [word for word in words.disclaimers if word in whole]
    alike = "\n".join(text for text in texts if len(text) <= _LONGEST and _is_alike(text))
    cases = [case for case in _cases() if not case.words or any(word in alike for word in case.words)]
    return [_name_furniture(text, footers, disclaimers, cases) if len(text) <= _LONGEST else None for text in texts]


def _name_furniture(
    text: str, footers: Sequence[str], disclaimers: Sequence[str], cases: Sequence[_Case]
) -> Furniture | None:
    if disclaimers and any(word in text for word in disclaimers):
        return Furniture.CERTAIN
    if _SENTENCE.search(text):
        return None
    if (footers and any(word in text for word in footers)) or _is_menu(text):
        return Furniture.CERTAIN
    if text[0] in _firsts():
        for case in cases:
            if _compile(case.pattern).fullmatch(text):
                return case.kind
    return Furniture.LIKELY if text.endswith(furniture_words().sites) else None


def _is_alike(text: str) -> bool:
    """Whether a line begins as furniture does, and is no sentence."""
    return text[0] in _firsts() and not _SENTENCE.search(text)


def _is_menu(text: str) -> bool:
    """A row of links of which one is known: 首页 | 新闻动态 | 走进临江"""
    if len(_LINK_BAR.findall(text)) < _FEW:
        return False
    items = [item.strip() for item in _LINK_BAR.split(text)]
    return all(len(item) <= _LINK for item in items) and any(
        item in furniture_words().controls or item in furniture_words().channels for item in items
    )


@compiled
def furniture_words() -> _Words:
    """The words of `data/noise.yaml`."""
    return lexicon.load("noise", _Words)


@compiled
def _firsts() -> frozenset[str]:
    """The first characters of furniture."""
    words = furniture_words()
    listed = (*words.controls, *words.channels, *words.fields, *words.crumbs, *words.neighbours, *words.openers)
    return frozenset(word[0] for word in (*listed, *words.lists, *words.counters)) | frozenset(_SIGNS)


@compiled
def _cases() -> tuple[_Case, ...]:
    """What lines of furniture look like: the first case that fits tells the kind."""
    words = furniture_words()
    controls, channels, fields, crumbs, neighbours, openers, lists, counters = (
        "|".join(map(re.escape, _longest_first(group)))
        for group in (
            words.controls,
            words.channels,
            words.fields,
            words.crumbs,
            words.neighbours,
            words.openers,
            words.lists,
            words.counters,
        )
    )
    every_link = words.controls + words.channels
    links = "|".join(map(re.escape, _longest_first(every_link)))
    opening, closing = r"[\[【（(]?\s*", r"\s*(?:[:：>＞»\]】)）\s].*)?"
    facts = rf"{opening}(?:{_DATE}\s*)?(?:{fields}|{neighbours})\s*[:：].*"
    # The loops are possessive: what a word has taken is not tried again, so a line costs its length.
    return (
        _Case(Furniture.BAR, _LINK_BAR.pattern),
        _Case(Furniture.PAGE, _PAGE),
        _Case(Furniture.CERTAIN, _REMARK),
        _Case(Furniture.LABEL, rf"(?:.*\s)?(?:{fields})\s*[:：]", words.fields),
        _Case(Furniture.NEIGHBOUR, rf"(?:{neighbours})\s*[:：]?", words.neighbours),
        _Case(Furniture.CRUMBS, rf"{opening}(?:{crumbs}){closing}", words.crumbs),
        _Case(Furniture.CERTAIN, facts, words.fields + words.neighbours),
        _Case(Furniture.CERTAIN, rf"{opening}(?:{openers}){closing}", words.openers),
        _Case(Furniture.CERTAIN, rf"(?=.*(?:{controls}))(?:{links}|{_BARS})++", words.controls),
        _Case(Furniture.CERTAIN, rf"(?:{_BARS}*+(?:{links})){{2}}(?:{links}|{_BARS})*+", every_link),
        _Case(Furniture.LIKELY, rf"{_BARS}*+(?:{channels}){_BARS}*+", words.channels),
        _Case(Furniture.LIKELY, rf"{_BARS}*+\d\d-\d\d{_BARS}*+"),
        # 阅读 1.6万 赞 243 在看 97
        _Case(Furniture.CERTAIN, rf"(?:(?:{counters})\s*[:：]?\s*[\d.,]++[万wW+次]*+\s*+){{2,}}+", words.counters),
        _Case(Furniture.LIST, rf"{_BARS}*+(?:{lists}){_BARS}*+", words.lists),
    )


@compiled
def _compile(pattern: str) -> re.Pattern[str]:
    """`pattern`, compiled when a page has words of it: long lists take long, and most pages have none of them."""
    return re.compile(pattern, re.VERBOSE)


def _longest_first(words: Iterable[str]) -> list[str]:
    """In this order no word hides a longer one that it begins."""
    return sorted(words, key=len, reverse=True)
