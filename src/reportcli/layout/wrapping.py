"""Which lines are one paragraph: those that a fixed width, a page's end or a link has broken within a sentence.

A heading ends without a full stop too, so that alone joins nothing. In this order:

1. a line that begins with what only continues (，、；% a closing quote) belongs to the one before;
2. nothing goes on into a heading, a bullet, a caption, an indented line, nor after a full stop, but for one that stands
   at the very end of a full line, where the next line does not begin as paragraphs do;
3. after a comma or within quotes or brackets the sentence goes on;
4. a line as wide as its neighbours, where lines are of one width, was broken there;
5. a line with a full stop inside is no heading: it goes on where it ends without one, and so does a long line;
6. a term that stands alone within sentences elsewhere (a link, on its own line) does so here, as does one whose figure
   follows on the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from reportcli.layout.lines import Line, columns
from reportcli.layout.widths import find_room
from reportcli.patterns import regex

_CONTINUES = regex(r"[，、。；：！？）」』”’》】%‰…,;:!)]|\.\d")
# A dash at the end announces a list, as a colon does.
_FULL_STOPS = "。！？；!?;…"
_DASH = ("——", "--")
_SIGN = regex("[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]$")  # 往下划👇
_CLOSERS = "”’」』》）)】\"'"
_COLONS = "：:"
_POINT = regex(r"[^\d\s]\d+\.$")
_START = regex(
    r"""
    第[一二三四五六七八九十百]+[章节部编篇]                                 # 第一章
    | [（(]?[一二三四五六七八九十]{1,3}[、．.）)]                           # 一、 （一）
    | [（(]\d{1,2}[）)]                                                    # （1） (1)
    | \d{1,2}(?:[、)）]|[.．](?!\d))                                       # 1、 1. but not 1.5
    | [一二三四五六七八九十]是
    | [①-⑳⑴-⒇㈠-㈩•·※√\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf0ff\U0001f300-\U0001faff]  # bullets: ● ▲ ✔ ➢
    | [—–-]{2,} | [【［\[]                                                  # ——subtitle  【heading】  [1] note
    | (?:附件|附|注释?|名词解释|编者按|问|答)\s*[:：（(] | 各位
    | 本[报网台刊](?:讯|记者|评论员|通讯员) | (?:通讯员|记者)\s
    | 图为 | 图[一二三四五六七八九十\d]
    """,
    re.VERBOSE,
)
# 新津区丨用数字种田
_BARRED = regex("[一-龥]{2,12} ?[丨｜|]")
# What begins no paragraph: a number with its unit (18.2%，…), the end of a sentence (见。).
_REST = regex(r"\d[\d.,]*(?:[%‰]|个百分点|[亿万]|元)|.{1,6}[。；]$")
# What lacks its subject: 发展到13个。
# A number that is broken between its thousands: 里程达到1|080公里.
_THOUSANDS_END = regex(r"[^\W\d]\d{1,3}$")
_THOUSANDS_REST = regex(r"\d{3}(?:\.\d+)?[^\W\d]")
_PREDICATE = regex(r"(?:(?:发展|增加|扩大|提高|上升|下降|达)到?|突破|超过|增长|完成|实现)了?\d")
_NUMBERED = regex(r"(?:第.{1,3}[章节部编篇]|[（(]?[一二三四五六七八九十\d]{1,3}[、．.）)])")
_SENTENCE = regex(r"[。；]")
_COMMA = regex(r"[，,]")
_COMMAS = "，、,"
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
# 图为…。 本网记者 李晓 摄
# …65万人次。（资料图片）
_ASIDE = regex(r"[。！？；][（(][^（）()]*[）)]$")
_CREDIT = regex(r"图为|.*(?:摄|摄影|供图|制图|/图|/文|报道|(?:记者|通讯员|编辑)\s*\S{2,4})$")
# A heading of a few words, by the name of a place or the space between its parts.
_TITLE = regex(r"[^，。；,;]{0,30}(?:[省市区县州盟旗镇乡村]|街道|园区|[^ -~] [^ -~].{0,30})")
_ROW = regex(r"(?: -?\d[\d.,]*%?){2,}$")
# The end of a line is enough to see a credit or the figures of a table's row.
_END = -60
# No numbered heading is longer than this (55 in sixty reports), none without a number and with two commas than that,
# and none of those has more commas.
_LONG, _PLAIN = 60, 45
_COMMAS_OF_TITLE = 2
_INDENT = 2
# How many lines are indented where the first line of each paragraph is, at least; the width of a character, and that
# which a line may leave for the number or the mark that did not fit.
_INDENTED, _CHARACTER, _ABOUT = 0.05, 2, 5
_SEMICOLONS = "；;"
_PART = regex("其中")
_SPACED = 0.9
# What is not broken: a number, a Latin word, a character with the marks that may not begin a line.
_WORD = regex(r"(?:[0-9A-Za-z.%-]+|.)[，。；：、！？）”》%]*")
# A numbered line shorter than this may be a sentence that a link has cut off.
_STUB = 10
_TERM = regex(r"[^\W\d]{1,12}")


class _Joint(Struct, frozen=True, gc=False):
    """The end of a line and the beginning of the next, and what is known of the paragraph so far.

    `said`: it holds a sentence's end; `began`: the text before it does; `apart`: a gap is between the lines, where gaps
    tell anything; `room`: the columns that the line before leaves of a fixed width; `indented`: the first lines of
    paragraphs are indented in this text.
    """

    first: Line
    before: Line
    after: Line
    said: bool
    began: bool
    apart: bool
    room: int | None
    indented: bool


def join_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs of `lines`, in order, each as its lines."""
    room = find_room(lines)
    terms = _broken_terms(lines)
    margin = min((line.indent for line in lines), default=0)
    # Where every line stands apart, a gap tells nothing.
    gaps = sum(line.after_gap for line in lines) < _SPACED * len(lines)
    indents = sum(line.indent - margin >= _INDENT for line in lines) >= _INDENTED * len(lines)
    paragraphs: list[list[Line]] = []
    said = began = False
    for i, line in enumerate(lines):
        if i and _goes_on(
            _Joint(
                first=paragraphs[-1][0],
                before=lines[i - 1],
                after=line,
                said=said,
                began=began,
                apart=gaps and line.after_gap,
                room=room[i - 1],
                indented=indents,
            ),
            terms,
            margin,
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
            said = False
        said = said or _SENTENCE.search(line.text) is not None
        began = began or said
    return paragraphs


def _goes_on(joint: _Joint, terms: frozenset[str], margin: int) -> bool:
    before, after = joint.before, joint.after
    if _THOUSANDS_END.search(before.text[_END:]) and _THOUSANDS_REST.match(after.text):
        return True
    if _CONTINUES.match(after.text) or (_POINT.search(before.text[_END:]) and after.text[0].isdigit()):
        return True
    if _begins(after, margin):
        return False
    if not _is_open(before):
        continues = before.text[-1] in _SEMICOLONS or _PART.match(after.text) is not None
        return _is_full(joint, _ABOUT if continues else _CHARACTER) and (continues or joint.indented)
    return (
        before.text[-1] in _COMMAS
        or _was_wrapped(joint)
        or any(before.text.rfind(opening) > before.text.rfind(closing) for opening, closing in _PAIRS)
        or (_is_prose(joint) and not _TITLE.fullmatch(after.text))
        or (before.text in terms or (after.text in terms and not _is_heading(joint)))
        or (_TERM.fullmatch(before.text) is not None and _PREDICATE.match(after.text) is not None)
    )


def _is_open(line: Line) -> bool:
    """Whether `line` ends within a sentence, as far as its last mark tells."""
    text = line.text.rstrip(_CLOSERS) or line.text
    return not (text[-1] in _FULL_STOPS or line.text.endswith(_DASH) or _SIGN.search(text))


def _begins(line: Line, margin: int) -> bool:
    """Whether `line` shows by its form that it begins a paragraph, or is a row of a table."""
    starts = _START.match(line.text) or _BARRED.match(line.text)
    return bool(line.indent - margin >= _INDENT or starts or _ROW.search(line.text[_END:]))


def _was_wrapped(joint: _Joint) -> bool:
    """Whether the line before was broken for its width; of a heading's lines only where the next word did not fit."""
    if joint.room is None:
        return False
    if joint.before is not joint.first or not _is_heading(joint):
        return True
    word = _WORD.match(joint.after.text)
    return not joint.apart and word is not None and columns(word[0]) > joint.room


def _is_full(joint: _Joint, room: int) -> bool:
    """Whether the line before leaves less than `room` columns of its width, and the next is not apart."""
    return joint.room is not None and joint.room < room and not joint.apart


def _is_heading(joint: _Joint) -> bool:
    """Whether the paragraph so far can be a heading: without a sentence, and numbered or above the first sentence."""
    text = joint.first.text
    if joint.said or not _STUB < joint.before.end - joint.first.start <= _LONG:
        return False
    return bool(_NUMBERED.match(text) or _BARRED.match(text)) or not (joint.began or _COMMA.search(text))


def _is_prose(joint: _Joint) -> bool:
    """Whether the paragraph so far is prose that stops within a sentence, and not where it names its author."""
    text = joint.before.text
    if text[-1] in _COLONS or _ASIDE.search(text[_END:]) or _CREDIT.match(text[_END:]):
        return False
    if joint.said:
        return True
    numbered = _NUMBERED.match(joint.first.text) is not None
    commas = len(_COMMA.findall(joint.first.text))
    length = joint.before.end - joint.first.start
    if numbered:
        return commas > 1 and length >= _LONG
    return (
        commas > _COMMAS_OF_TITLE
        or (commas > 1 and length >= _PLAIN)
        or (commas > 0 and _REST.match(joint.after.text) is not None)
    )


def _broken_terms(lines: Sequence[Line]) -> frozenset[str]:
    """The terms that stand alone on more than one line, and on one of them for certain within a sentence."""
    counts = Counter(line.text for line in lines if _TERM.fullmatch(line.text))
    proven = set()
    for i, line in enumerate(lines):
        if counts[line.text] > 1:
            after = lines[i + 1].text if i + 1 < len(lines) else ""
            before = lines[i - 1] if i else line
            if _CONTINUES.match(after) or (_is_open(before) and _SENTENCE.search(before.text)):
                proven.add(line.text)
    return frozenset(proven)
