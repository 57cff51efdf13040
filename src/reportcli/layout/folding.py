"""Characters folded one for one, so that the folded text has the length, and every offset, of the document's.

１２．５％       12.5%          full-width digits, letters and % . + - / & ~; other punctuation stays as it is
no-break, thin, full-width space, tab    one plain space
zero-width, soft hyphen, control, U+FFFD     LEFT_OUT
&nbsp; &ldquo;  the character that is meant, then LEFT_OUT for the rest of the entity
会议上????县长   会议上 县长      no-break spaces that a converter did not know
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from reportcli.patterns import regex

# Stands for a character that no paragraph takes.
LEFT_OUT = "\0"

_WIDE = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *map(ord, "％．＋－／＆～")]
_SPACES = [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_NOTHING = [
    *range(0x00, 0x09),
    *range(0x0E, 0x1C),
    0x1F,
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    0xFEFF,
    *range(0xFFF9, 0x10000),
]
_FOLDS = (
    {chr(wide): chr(wide - 0xFEE0) for wide in _WIDE}
    | dict.fromkeys(map(chr, _SPACES), " ")
    | dict.fromkeys(map(chr, _NOTHING), LEFT_OUT)
)
_FOLDABLE = regex("[" + "".join(map(re.escape, _FOLDS)) + "]")

# &nbsp; &#160; &#xA0; and the twice escaped &amp;nbsp;
_ENTITY = regex(r"&(?:amp;)?(#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
# What a converter can leave of a per cent sign: 18.9_M_M_
_LOST_SIGN = regex(r"(?<=\d)(?:_[A-Z]){1,3}_(?![A-Za-z\d])")
_VISIBLE = regex(r"[^\r\n]")
_QUESTIONS = regex(r"\?+")


def fold(text: str) -> str:
    """`text` folded; the result is as long as `text`."""
    if "&" in text:
        text = _ENTITY.sub(_resolve, text)
    if "_" in text:
        text = _LOST_SIGN.sub(lambda sign: "%" + LEFT_OUT * (len(sign[0]) - 1), text)
    if "?" in text:
        text = _QUESTIONS.sub(_unquestion, text)
    # A report has few kinds of these, if any: to replace each kind is many times faster than to translate the text.
    for char in set(_FOLDABLE.findall(text)):
        text = text.replace(char, _FOLDS[char])
    return text


def leave_out(folded: str, spans: Sequence[tuple[int, int]]) -> str:
    """`folded` with what no paragraph takes in place of all but the line ends of `spans`, which are in order."""
    pieces: list[str] = []
    end = 0
    for start, stop in spans:
        first = max(start, end)
        pieces += (folded[end:first], _VISIBLE.sub(LEFT_OUT, folded[first:stop]))
        end = max(end, stop)
    return "".join([*pieces, folded[end:]]) if spans else folded


def _resolve(entity: re.Match[str]) -> str:
    meant = html.unescape(f"&{entity[1]};")
    return meant + LEFT_OUT * (len(entity[0]) - 1) if len(meant) == 1 else entity[0]


def _unquestion(marks: re.Match[str]) -> str:
    """Question marks that are left of spaces: those that open a line, and two or more within one."""
    text, start, end = marks.string, marks.start(), marks.end()
    if not text[max(0, start - 1) : start].strip("\r\n"):
        return LEFT_OUT * len(marks[0])
    if end - start > 1 and text[end : end + 1].strip("\r\n"):
        return " " + LEFT_OUT * (end - start - 1)
    return marks[0]
