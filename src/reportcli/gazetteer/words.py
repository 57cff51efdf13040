"""What the official lists do not say of names, from `data/gazetteer.yaml`, and the short forms that follow from it."""

from __future__ import annotations

import re
from functools import partial

from msgspec import Struct

from reportcli.lexicon import compiled, load


class Until(Struct, frozen=True, forbid_unknown_fields=True):
    """What a name meant until the end of a year."""

    year: int
    code: str


class Zone(Struct, frozen=True, forbid_unknown_fields=True):
    """How the short name of a kind of zone is written out, and what else it may be called."""

    written: tuple[str, ...]
    also: tuple[str, ...] = ()


class GazetteerWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/gazetteer.yaml`."""

    aliases: dict[str, str | None]
    until: dict[str, Until]
    zones: dict[str, Zone]
    peoples: tuple[str, ...]
    ordinary: tuple[str, ...]


@compiled
def gazetteer_words() -> GazetteerWords:
    """The words of the gazetteer."""
    return load("gazetteer", GazetteerWords)


@compiled
def _kind_of_area() -> re.Pattern[str]:
    peoples = "|".join(sorted(gazetteer_words().peoples, key=len, reverse=True))
    return re.compile(rf"(?<=..)(?:(?:(?:{peoples})族?)*族?自治[区州县旗]|地区|[省市州盟县区旗])$")


@partial(compiled, size=4096)
def stem_of(name: str) -> str:
    """The name of a province, city or county without what it is; in full where one character would be left.

    镇江 of 镇江市, 红河 of 红河哈尼族彝族自治州, 易县 of 易县.
    """
    return _kind_of_area().sub("", name, count=1)


@compiled
def _written_zone() -> re.Pattern[str]:
    written = [long for zone in gazetteer_words().zones.values() for long in zone.written]
    return re.compile(rf"(?:{'|'.join(sorted(written, key=len, reverse=True))})$")


@compiled
def _short_zones() -> dict[str, str]:
    return {long: short for short, zone in gazetteer_words().zones.items() for long in zone.written}


def shorten_zone(name: str) -> str:
    """The name with the kind of zone that it ends with in short: 临沂高新区 of 临沂高新技术产业开发区."""
    written = _written_zone().search(name)
    return name[: written.start()] + _short_zones()[written.group()] if written else name


def loose_names(name: str) -> tuple[str, ...]:
    """What else a zone of that short name may be called: 南通开发区 of 南通经开区."""
    return tuple(
        name.removesuffix(short) + other
        for short, zone in gazetteer_words().zones.items()
        if name.endswith(short)
        for other in zone.also
    )
