"""How much a unit is of the one that it is measured in: 亿元 of 元, 平方公里 of 亩."""

from __future__ import annotations

from decimal import Decimal

from reportcli.extraction.grammar import families
from reportcli.lexicon import compiled
from reportcli.lexicon.comparability import sizes

_SCALES = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}


def in_base_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value without the scale of its unit: 1.5 and 万亿元 are 1500000000000 and 元."""
    if unit not in families():
        for scale, power in _SCALES.items():
            if unit.startswith(scale) and unit.removeprefix(scale) in families():
                return value.scaleb(power), unit.removeprefix(scale)
    return value, unit


@compiled
def unit_size(unit: str) -> tuple[Decimal, str]:
    """How many of a unit without scale a unit is, and that unit: (100000000, 元) for 亿元, (10, %) for 成."""
    scale, base = in_base_unit(Decimal(1), unit)
    size, common = sizes().get(base, (Decimal(1), base))
    return scale * size, common
