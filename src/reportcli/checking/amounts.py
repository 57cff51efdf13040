"""Amounts that can be held against each other: exact, in one unit, with how finely they are written and bounded."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportcli.extraction.grammar import families
from reportcli.extraction.unit_sizes import unit_size
from reportcli.model import Bound, Observation

# 约200亿元 can be 195 or 205.
_ABOUT = Decimal("0.05")
_INFINITY = Decimal("Infinity")


class Amount(Struct, frozen=True):
    """A figure without the scale of its unit: 1.32 and 亿元 are 132000000 and 元, written to 1000000 (`grain`).

    `upper` is the second end of a range, else the same as `value`.
    """

    value: Decimal
    upper: Decimal
    unit: str
    grain: Decimal
    bound: Bound


def amount_of(found: Observation) -> Amount:
    """The amount that an observation states."""
    exponent = found.value.as_tuple().exponent
    one = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    size, unit = unit_size(found.unit)
    upper = found.value if found.upper is None else found.upper
    return Amount(found.value * size, upper * size, unit, one * size, found.bound)


def family_of(unit: str) -> str | None:
    """The family of the unit of an amount: money, share, count …"""
    return families().get(unit)


def are_compatible(one: Amount, other: Amount) -> bool:
    """Whether two amounts in one unit can be the same figure, rounded, cut off or bounded.

    >>> def billion(value: str, grain: str, bound: Bound = "=") -> Amount:
    ...     return Amount(Decimal(value), Decimal(value), "亿元", Decimal(grain), bound)
    >>> are_compatible(billion("1.32", "0.01"), billion("1.3", "0.1"))
    True
    >>> are_compatible(billion("1.32", "0.01"), billion("1.3", "0.1", ">="))
    True
    >>> are_compatible(billion("1.32", "0.01"), billion("1.34", "0.01"))
    False
    >>> are_compatible(billion("14.3", "0.1"), billion("15", "1", ">="))
    False
    """
    # What is written equally fine is equal; else the coarser one may have been rounded or cut off, but no bound is.
    coarse = max(one, other, key=lambda amount: amount.grain)
    blur = coarse.grain if one.grain != other.grain and coarse.bound in {"=", "~"} else Decimal(0)
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return low - blur <= other_high and other_low - blur <= high


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    """What the figure lies between; a fall of at least 4.5 is -4.5 or less."""
    low, high = sorted((amount.value, amount.upper))
    if amount.bound == "~":
        spread = abs(amount.value) * _ABOUT
        return low - spread, high + spread
    if amount.bound == "=":
        return low, high
    upwards = (amount.bound == ">=") == (amount.value >= 0)
    return (low, _INFINITY) if upwards else (-_INFINITY, high)
