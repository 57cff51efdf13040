"""Chinese numerals are read as the numbers they name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.text.numerals import parse_numeral

DIGITS = "零一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
SCALES = ((10**8, "亿"), (10**4, "万"), (1, ""))


def write_numeral(number: int, *, two: str = "二", ten: str = "一十") -> str:
    """`number` below 10**12 as a Chinese numeral; `two` stands before 百 and 千, `ten` opens 10 to 19.

    >>> write_numeral(2005), write_numeral(12), write_numeral(120_000_000)
    ('二千零五', '一十二', '一亿二千万')
    """
    if number == 0:
        return "零"
    text = ""
    for scale, name in SCALES:
        group, number = divmod(number, scale)
        if group:
            text += "零" * (bool(text) and group < 1000 and not text.endswith("零"))
            text += _write_group(group, two) + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return ten + text[2:] if text.startswith("一十") else text


def _write_group(group: int, two: str) -> str:
    text = ""
    for place, name in PLACES:
        digit, group = divmod(group, place)
        if digit:
            text += (two if digit == 2 and place >= 100 else DIGITS[digit]) + name
        elif text and group and not text.endswith("零"):
            text += "零"
    return text


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_out_is_read_back(number: int) -> None:
    assert parse_numeral(write_numeral(number)) == number


@given(st.integers(0, 10**12 - 1))
def test_it_is_the_same_with_the_other_two_and_ten(number: int) -> None:
    assert parse_numeral(write_numeral(number, two="两", ten="十")) == number


@given(st.integers(0, 10**6), st.text(DIGITS, min_size=1, max_size=12))
def test_digits_after_the_point_are_read_one_by_one(whole: int, fraction: str) -> None:
    value = parse_numeral(f"{write_numeral(whole)}点{fraction}")
    assert value == Decimal(f"{whole}.{''.join(str(DIGITS.index(c)) for c in fraction)}")


@given(st.integers(1, 9), st.text("〇一二三四五六七八九", min_size=1, max_size=8))
def test_a_row_of_digits_is_read_digit_by_digit(first: int, rest: str) -> None:
    expected = f"{first}{''.join(str('〇一二三四五六七八九'.index(c)) for c in rest)}"
    assert parse_numeral(DIGITS[first] + rest) == Decimal(expected)


@given(st.text("〇零一二三四五六七八九十百千万亿两点", max_size=30))
def test_any_row_of_numerals_is_a_number_or_none(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0


@given(st.text(min_size=1).filter(lambda text: not set(text) <= set("〇零一二三四五六七八九十百千万亿两点")))
def test_what_holds_anything_else_is_no_number(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三百", 300),
        ("百", 100),
        ("千", 1000),
        ("两千零五", 2005),
        ("一万五千", 15_000),
        ("八百六十亿", 86_000_000_000),
        ("一万五千亿", 1_500_000_000_000),
        ("一亿二千万", 120_000_000),
        ("三亿零五百万", 305_000_000),
        ("三点五六", Decimal("3.56")),
        ("零点八", Decimal("0.8")),
        ("二〇二四", 2024),
        ("十五", 15),
    ],
)
def test_numerals_of_reports(text: str, value: int | Decimal) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "点", "点五", "三点", "三点十", "第三", "3", "三 百", "廿", "三点五点六"])
def test_no_numerals(text: str) -> None:
    assert parse_numeral(text) is None


def test_a_numeral_that_nobody_writes_is_none() -> None:
    assert parse_numeral("一" * 40) == Decimal("1" * 40)
    assert parse_numeral("一" * 41) is None
    assert parse_numeral("一" * 5000) is None
