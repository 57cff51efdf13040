"""Width folding: full-width digits, letters and signs, and the many spaces, one character for one."""

from __future__ import annotations

import re

_DIGITS_AND_LETTERS = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]
_SIGNS = [ord(sign) for sign in "％．＋－／＆～"]
_SPACES = [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_FOLDS = {wide: wide - 0xFEE0 for wide in _DIGITS_AND_LETTERS + _SIGNS} | dict.fromkeys(_SPACES, 0x20)
_FOLDABLE = re.compile("[" + "".join(map(chr, _FOLDS)) + "]")


def fold(text: str) -> str:
    """`text` with each full-width digit, letter and sign in ASCII and each kind of space plain, of the same length."""
    return text.translate(_FOLDS) if _FOLDABLE.search(text) else text
