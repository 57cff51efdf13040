"""Figures as amounts that can be set beside each other: in one unit, by the same reckoning.

Nothing is rounded: 1.2万亿元 and 8000亿元 are 1200000000000 and 800000000000 of 元.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportcli.lexicon import Indicator, compiled, indicators
from reportcli.lexicon.comparability import comparability, sizes
from reportcli.model import Observation
from reportcli.rendering.differences import in_base_unit


class Amount(Struct, frozen=True, gc=False):
    """A value, or a range of values up to `upper`, in a unit without scale."""

    value: Decimal
    upper: Decimal | None
    unit: str


def amount_of(found: Observation) -> Amount:
    """A figure's amount; that of a range begins at its lower end, falls included (下降3%-2%)."""
    scale, unit = unit_size(found.unit)
    value, upper = found.value * scale, None if found.upper is None else found.upper * scale
    if upper is not None and upper < value:
        value, upper = upper, value
    return Amount(value, upper, unit)


@compiled
def unit_size(unit: str) -> tuple[Decimal, str]:
    """How many of a unit without scale a unit is, and that unit: (100000000, 元) for 亿元, (10, %) for 成."""
    scale, base = in_base_unit(Decimal(1), unit)
    size, common = sizes().get(base, (Decimal(1), base))
    return scale * size, common


@compiled
def indicator_of(canonical: str | None) -> Indicator | None:
    """What the lexicon in force knows of a standard name."""
    return {each.name: each for each in indicators()}.get(canonical or "")


def basis_of(found: Observation) -> str | None:
    """The basis of a figure, the same for different words that mean the same; None for the usual one.

    The usual one of growth that is by statistical practice real is that at constant prices.
    """
    return None if found.basis is None else _basis(found.basis, found.canonical, found.measure == "growth")


def rate_of(found: Observation) -> str | None:
    """How a growth is counted; where nothing is said, against the year before."""
    return (found.rate or "yoy") if found.measure == "growth" else None


@compiled
def _basis(words: str, canonical: str | None, is_growth: bool) -> str | None:
    indicator = indicator_of(canonical)
    real = is_growth and indicator is not None and indicator.real
    known = comparability().bases
    for name, members in (
        ("constant_prices", known.constant_prices),
        ("same_coverage", known.same_coverage),
        ("constant_prices" if real else "same_coverage", known.either),
    ):
        if any(member in words for member in members):
            return None if real and name == "constant_prices" else name
    return words
