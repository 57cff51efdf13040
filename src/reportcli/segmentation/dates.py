"""Days and years as reports write them: 2024年1月16日, 2022-01-18, 二〇〇五年二月二十六日."""

from __future__ import annotations

import re
from datetime import date

from reportcli.patterns import regex

_ZERO = "〇○零O0Ｏ"
_DIGITS = {**dict.fromkeys(_ZERO, 0), **{numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}}
_TENS = "[一二三四五六七八九十]"
_HAN_YEAR = rf"(?:二[{_ZERO}]|一九)[{_ZERO}一二三四五六七八九]{{2}}"

# That no digit stands before the four is seen to behind them: a search that begins with a character is far faster.
_YEAR = regex(rf"((?:19|20)\d{{2}}(?<!\d\d{{4}})|{_HAN_YEAR})\s*年")
_DAY = regex(
    rf"""(?<!\d)(?:
      (?P<year>(?:19|20)\d{{2}})\s*[年\-/.]\s*(?P<month>\d{{1,2}})\s*[月\-/.]\s*(?P<day>\d{{1,2}})(?!\d)
    | (?P<han_year>{_HAN_YEAR})年(?P<han_month>{_TENS}{{1,2}})月(?P<han_day>{_TENS}{{1,3}})日
    )""",
    re.VERBOSE,
)


def years_in(text: str) -> list[int]:
    """The years that `text` names, in order."""
    return [year_of(match) for match in find_years(text)]


def find_years(text: str) -> list[re.Match[str]]:
    """Where `text` names years: 2024年, 二〇〇五年."""
    return list(_YEAR.finditer(text))


def year_of(match: re.Match[str]) -> int:
    """The year of a match of `find_years`."""
    numeral = match[1]
    return int(numeral if numeral.isascii() else "".join(str(_DIGITS[digit]) for digit in numeral))


def find_day(text: str) -> date | None:
    """The first day that `text` names with its year, or None."""
    for match in _DAY.finditer(text):
        try:
            if match["year"]:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            year = int("".join(str(_DIGITS[digit]) for digit in match["han_year"]))
            return date(year, _tens(match["han_month"]), _tens(match["han_day"]))
        except ValueError:  # 2024.13.45 is a number of something else
            continue
    return None


def _tens(numeral: str) -> int:
    """A number below 100: 六, 十, 十六, 二十, 二十六."""
    tens, ten, ones = numeral.rpartition("十")
    try:
        return (_DIGITS[tens] if tens else 1 if ten else 0) * 10 + (_DIGITS[ones] if ones else 0)
    except KeyError as error:
        raise ValueError(numeral) from error
