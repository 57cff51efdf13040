"""Days and years as reports write them: 2024年1月16日, 2022-01-18, 二〇〇五年二月二十六日."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = "〇○Ｏ零O0一1二2三3四4五5六6七7八8九9"
_HAN = {**dict.fromkeys("〇○Ｏ零O0", 0)} | {
    c: n for n, pair in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9"), 1) for c in pair
}
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年|([二一][〇○Ｏ零O九][〇○Ｏ零O一二三四五六七八九]{2})年")
DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s*[年\-/.]\s*(?P<m>\d{1,2})\s*[月\-/.]\s*(?P<d>\d{1,2})(?!\d)"
    r"|(?P<hy>[二一][〇○Ｏ零O九][〇○Ｏ零O一二三四五六七八九]{2})年(?P<hm>[一二三四五六七八九十]{1,2})月(?P<hd>[一二三四五六七八九十]{1,3})日"
)


def year_of(numeral: str) -> int:
    """A year's four digits, Arabic or Chinese, as a number."""
    return int("".join(str(_HAN[c]) if c in _HAN else c for c in numeral))


def _small(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (10 * (_HAN[tens] if tens else 1) if ten else 0) + (_HAN[ones] if ones else 0)


def find_day(text: str) -> date | None:
    """The first day named in `text` with its year, or None."""
    for match in DAY.finditer(text):
        try:
            if match["y"]:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            return date(year_of(match["hy"]), _small(match["hm"]), _small(match["hd"]))
        except (ValueError, KeyError):
            continue
    return None
