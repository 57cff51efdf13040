"""What may be set beside what, from `data/comparability.yaml`: units, bases of reckoning, names of places."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportcli.lexicon.additions import compiled
from reportcli.lexicon.loading import load


class BasisWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the basis of a figure; `either` is that of the indicator's growth where it is real."""

    constant_prices: tuple[str, ...]
    same_coverage: tuple[str, ...]
    either: tuple[str, ...]


class Comparability(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/comparability.yaml`; the comments there explain it."""

    sizes: dict[str, dict[str, Decimal]]
    bases: BasisWords
    upgrades: dict[str, tuple[str, ...]]


@compiled
def comparability() -> Comparability:
    """All that the file says."""
    return load("comparability", Comparability)


@compiled
def sizes() -> dict[str, tuple[Decimal, str]]:
    """For each unit that another is measured in: how many of the other it is."""
    return {unit: (size, base) for base, units in comparability().sizes.items() for unit, size in units.items()}
