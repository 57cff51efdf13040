"""Spaces and footnote marks within a paragraph: what of a folded text the paragraph leaves out.

That is the spaces that a layout or a converter has put into a number or a word, and between a number or a Latin word
and what it belongs to. Those between two Chinese words of a heading stay, as they part it: one plain space each.

    1 286.5 亿元               1286.5亿元                 but 2019 2020 stays, the row of a table
    4. 8 %                     4.8%                       but 1. 8个项目 stays at the beginning, an item of a list
    2024 年  万元 GDP 能耗      2024年  万元GDP能耗
    在 加快转型的同时，公务 员队伍…。    在加快转型的同时，公务员队伍…。   in prose, but not within quotes
    政 府 工 作 报 告  一、综 合   政府工作报告  一、综合      but 健康街道 打造新地标 stays
    城镇化率[3]35.5%            城镇化率35.5%              also ［3］ 〔3〕 ③ ³; but a note's own number stays
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcli.layout.folding import LEFT_OUT
from reportcli.patterns import regex

_UNCLEAN = regex(r"[ \0\[［〔①-⑳⁰-⁹¹²³]")
_BLANK = " " + LEFT_OUT
_BRACKETS = "[［〔"
_GAP = regex(r"[ \0]+")
# [3] ［3］ 〔注3〕, but not 〔3〕号, the number of a document; ③ ³
_MARK = regex(r"(?:[\[［〔]注?\d{1,3}[\]］〕](?!号))+|[①-⑳]|[⁰-⁹¹²³]+")
_MARKDOWN = regex(r"^#{1,6} +|\*\*")
_WORD_END = regex(r"[\w”）》%‰)]")
# A word's character that is none of ASCII: to compile a range of Chinese characters takes ten times as long.
_HAN = r"[^\W\d_A-Za-z]"
# Characters spaced apart, in the middle of a line and as all of a heading; groups of thousands, but no row of figures.
_APART = regex(rf"(?<!{_HAN})(?:{_HAN} ){{2,}}{_HAN}(?!{_HAN})|(?:^|(?<=[、）)])){_HAN} {{1,4}}{_HAN}$")
_THOUSANDS = regex(r"(?<![\d.,:/-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?!\d| \d)")
_POINT = regex(r"\d(?: +\. *|\. +)(?=\d{1,3}(?!\d))")
_LATIN_END = regex(r"[A-Za-z]\d+$")
_HAN_CHAR = regex(_HAN)
_SPACE = regex(r" +")
_STOP = regex(r"[，。；：、！？,;:!?]")
_STOPS = "，。；：、！？…"
_SIGNS = "%+-.,;:!?"
# Two words this far apart are columns of a table.
_COLUMNS = 3
# Prose has a full stop and is longer than a heading; a quotation is no longer than this.
_PROSE, _QUOTATION = 60, 40
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("‘", "’"))
# So many characters with a gap behind most of them are set apart by their page.
_FEW, _NEARLY_ALL = 6, 0.7


def find_cuts(raw: str) -> list[tuple[int, int]]:
    """The stretches of `raw`, a folded paragraph, that the paragraph leaves out: in order, apart, none empty."""
    markdown = [match.span() for match in _MARKDOWN.finditer(raw)] if raw[0] == "#" or "**" in raw else []
    if not markdown and not _UNCLEAN.search(raw):
        return []
    cuts = markdown + [(_word_end(raw, mark), mark.end()) for mark in _MARK.finditer(raw) if _word_end(raw, mark)]
    if " " in raw or LEFT_OUT in raw:
        cuts += _gaps(raw)
    return _merge(cuts)


def _word_end(raw: str, mark: re.Match[str]) -> int:
    """Where the word ends that the mark is a footnote's to, 0 where it is none: it begins a note, or is an exponent."""
    end = mark.start()
    while end and raw[end - 1] in _BLANK:
        end -= 1
    if not end or not _WORD_END.match(raw, end - 1):
        return 0
    sticks = mark[0][0] in _BRACKETS or (end == mark.start() and not _is_latin(raw[end - 1]))
    return end if sticks else 0


def _merge(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _gaps(raw: str) -> Iterator[tuple[int, int]]:
    """What is left out of the gaps in `raw`: all of each, or all but one space."""
    spaced: frozenset[int] | None = None
    stop = _STOP.search(raw)
    prose = range(stop.start() if stop else 0, raw.rfind("。") if len(raw) >= _PROSE else 0)
    for gap in _GAP.finditer(raw):
        start, end = gap.span()
        space = raw.find(" ", start, end)
        keeps = space >= 0 and _parts(raw, start, end) and not _is_stray(raw, start, end, prose)
        if keeps:
            spaced = _spaced(raw) if spaced is None else spaced
            keeps = space not in spaced
        if keeps:
            yield from (span for span in ((start, space), (space + 1, end)) if span[0] < span[1])
        else:
            yield start, end


def _spaced(raw: str) -> frozenset[int]:
    """Where the spaces stand that part a word or a number, as its form tells."""
    gaps = [match.start() for match in _SPACE.finditer(raw)]
    words = len(raw) - raw.count(" ")
    if words >= _FEW and len(gaps) >= _NEARLY_ALL * words and len(_HAN_CHAR.findall(raw)) * 2 >= words:
        return frozenset(gaps)
    parted = [*_APART.finditer(raw), *_THOUSANDS.finditer(raw)]
    parted += [point for point in _POINT.finditer(raw) if not _is_item(raw, point.start())]
    return frozenset(space.start() for word in parted for space in _SPACE.finditer(raw, word.start(), word.end()))


def _is_item(raw: str, end: int) -> bool:
    """Whether the number whose last digit is `raw[end]` counts items: it opens a paragraph or a sentence."""
    before = raw[max(0, end - 12) : end].rstrip("0123456789 ")
    return before[-1:] in ("", "。", "；", ";")


def _parts(raw: str, start: int, end: int) -> bool:
    """Whether the gap `raw[start:end]` stands between two words: not by a mark, nor by a figure and its word."""
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if not before or not after or before in _STOPS or after in _STOPS:
        return False
    if before.isdigit() and _is_latin(after):  # 100 MW, but T6 T7
        return _LATIN_END.search(raw, max(0, start - 8), start) is not None
    if after in "%‰" or (_is_latin(before) and after.isdigit()):
        return False
    figure, word = (before, after) if before.isascii() else (after, before)
    if figure.isascii() and not word.isascii() and (figure.isalnum() or figure in _SIGNS):
        return end - start >= _COLUMNS
    return True


def _is_stray(raw: str, start: int, end: int, prose: range) -> bool:
    """Whether the gap stands within a sentence of prose, where no word is parted from the next."""
    if not (_is_han(raw[start - 1]) and _is_han(raw[end])) or start >= prose.stop:
        return False
    if start < prose.start:  # the first clause can be a heading that runs into the text
        return start == 1
    quotation = raw[max(0, start - _QUOTATION) : start]
    return all(quotation.rfind(opening) <= quotation.rfind(closing) for opening, closing in _PAIRS)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
