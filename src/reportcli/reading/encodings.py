"""Which encoding a text file's bytes are in.

1. a byte order mark says it;
2. UTF-8 is hardly ever valid by chance;
3. UTF-16 without its mark shows by the NUL bytes of its digits and line ends (a few may stray into any text);
4. GB18030 and Big5 both make some Chinese character of almost any pair of bytes: what tells is whether the characters
   are those that reports are written with;
5. charset-normalizer judges the rest.

A few bad bytes (up to 0.1 %) are replaced, with a warning.
"""

from __future__ import annotations

import codecs
import logging
from collections import Counter

from reportcli.errors import InputError

_LOG = logging.getLogger("reportcli")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# The widest codec of a family reads all of it; the name is what the user is told.
_WIDEST = {
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
_NAMES = {
    "big5hkscs": "big5",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
}
_NARROW = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_WIDE = ("utf-16-le", "utf-16-be")

# The characters that reports use most, in both scripts: more than half of any report beyond ASCII (forty reports of
# 2003 to 2026 were counted), and less than a twentieth of what a wrong codec makes of one.
_FREQUENT = frozenset(
    "，、。“”；：（）业建新区的全设大工化发实展产进一中和动成市力加推政城等高人生项作国地体务增年提创个深行开学以科公会目"
    "上持平强理合制民能重家完企保造社治资改心明水服快入面点施为基质用现在升技规长经府机管好园山法是安代度万有级文育投优"
    "方出医程路部三环要品集共道亿事县农各引村源总场领支"
    "業區設發實產進動項務體創個強民資麗劃點為質現規長經機園級優醫環億縣農總場領學會開國"
)
_ENOUGH = 0.2
_SAMPLE = 1_000_000
_BAD = "\ufffd"


def decode(data: bytes, source: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` without its byte order mark, and the name of its encoding.

    `encoding` overrides what the bytes show; `source` is what messages call them. Raises InputError for an encoding
    that does not exist and for bytes that are text in none.
    """
    if encoding is not None:
        return _decode_as(data, source, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], source, codec)
    wide = data.count(0) > _tolerated(data)
    if not wide:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    judged = _judge(data, wide)
    if judged is not None:
        return _decode_as(data, source, judged)
    if wide:
        raise InputError(f"{source}: a binary file, not text", "Save the report's text as a .txt file and read that.")
    raise _undecodable(source)


def _judge(data: bytes, wide: bool) -> str | None:
    """The codec of `data`, which has no mark and is no clean UTF-8; `wide` where it holds NUL bytes."""
    codecs_tried = _WIDE if wide else _NARROW
    shares = {codec: _share(data, codec) for codec in codecs_tried}
    best = max(codecs_tried, key=shares.__getitem__)
    if shares[best] >= _ENOUGH:
        return best
    return None if wide else _guess(data)


def _share(data: bytes, codec: str) -> float:
    """How much of what `codec` makes of `data` is Chinese report text: 0 to 1, 0 where too many bytes are bad."""
    text = data.decode(codec, "replace")
    if text.count(_BAD) > _tolerated(data):
        return 0.0
    counts = Counter(text[:_SAMPLE])
    beyond_ascii = sum(count for char, count in counts.items() if char > "\x7f")
    frequent = sum(count for char, count in counts.items() if char in _FREQUENT)
    return frequent / beyond_ascii if beyond_ascii else 0.0


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costly, and hardly ever needed

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None


def _decode_as(data: bytes, source: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        codec = _WIDEST.get(name, name)
        text = data.decode(codec, "replace")
    except LookupError:
        raise InputError(f"{source}: no encoding is called {encoding}", "Try utf-8, gb18030 or big5.") from None
    text = text.removeprefix("\ufeff")
    bad = text.count(_BAD)
    if bad > _tolerated(data):
        raise _undecodable(source)
    if bad:
        _LOG.warning("%s: %d bad bytes were replaced (%s)", source, bad, codec)
    return text, _NAMES.get(codec, codec)


def _tolerated(data: bytes) -> int:
    return max(1, len(data) // 1000)


def _undecodable(source: str) -> InputError:
    return InputError(f"{source}: text in no encoding that is known here", "Save it as UTF-8, or name its encoding.")
