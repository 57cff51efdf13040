"""Numbers that differ as a mistyped one differs from the right one."""

from __future__ import annotations

from decimal import Decimal

# Numbers of fewer digits are alike by chance.
_TELLING_DIGITS = 3


def is_slip(value: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ as a mistyped one does: digits in another order, or one digit of three and more.

    >>> [is_slip(Decimal(a), Decimal(b)) for a, b in (("1286", "1268"), ("13.2", "1.32"), ("356", "366"))]
    [True, True, True]
    >>> is_slip(Decimal(12), Decimal(15)), is_slip(Decimal(400), Decimal(100))
    (False, False)
    """
    digits, others = _digits(value), _digits(other)
    if len(digits) != len(others) or len(digits.rstrip("0")) < _TELLING_DIGITS:
        return False
    return sorted(digits) == sorted(others) or count_other_digits(value, other) == 1


def count_other_digits(value: Decimal, other: Decimal) -> int | None:
    """In how many digits two numbers of one length differ; None for numbers of another length."""
    digits, others = _digits(value), _digits(other)
    return sum(a != b for a, b in zip(digits, others, strict=True)) if len(digits) == len(others) else None


def is_longer(value: Decimal, other: Decimal) -> bool:
    """Whether one number is the other with a digit more: 6.8 and 16.8, 5320 and 53200."""
    short, long = sorted((_digits(value), _digits(other)), key=len)
    if len(long) != len(short) + 1 or len(long) < _TELLING_DIGITS:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _digits(value: Decimal) -> str:
    return f"{abs(value):f}".replace(".", "").lstrip("0")
