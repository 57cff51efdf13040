"""Chinese numerals as numbers."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_LONGEST = 40  # characters; no number that anybody writes has more
_PLACES = {"十": 10, "百": 100, "千": 1000}


def parse_numeral(text: str) -> Decimal | None:
    """The number that a Chinese numeral names, or None if it is none.

    >>> parse_numeral("三百"), parse_numeral("一万五千"), parse_numeral("两千零五")
    (Decimal('300'), Decimal('15000'), Decimal('2005'))
    >>> parse_numeral("百"), parse_numeral("二〇二四")
    (Decimal('100'), Decimal('2024'))
    >>> parse_numeral("三点五"), parse_numeral("点")
    (Decimal('3.5'), None)
    >>> parse_numeral("六十三亿五千万")
    Decimal('6350000000')
    """
    if len(text) > _LONGEST:
        return None
    whole, point, fraction = text.partition("点")
    number = _parse_whole(whole)
    if number is None or not point:
        return None if number is None else Decimal(number)
    digits = "".join(str(_DIGITS[c]) for c in fraction if c in _DIGITS)
    return Decimal(f"{number}.{digits}") if digits and len(digits) == len(fraction) else None


def _parse_whole(text: str) -> int | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):  # digit by digit, as in years
        return int("".join(str(_DIGITS[c]) for c in text))
    hundred_millions = ten_thousands = part = 0  # what is counted in 亿, in 万 below it, in ones below that
    digit: int | None = None
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _PLACES:
            part += (1 if digit is None else digit) * _PLACES[c]
            digit = None
        elif c == "万":
            ten_thousands += (part + (digit or 0)) or 1
            part, digit = 0, None
        elif c == "亿":
            hundred_millions += (ten_thousands * 10**4 + part + (digit or 0)) or 1
            ten_thousands, part, digit = 0, 0, None
        else:
            return None
    return hundred_millions * 10**8 + ten_thousands * 10**4 + part + (digit or 0)
