"""The divisions that a name can mean in an area: by their official names, or by the others that they go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportcli.gazetteer.divisions import (
    Division,
    at,
    containing_above_towns,
    inside,
    named,
    named_above_towns,
    parents,
    statistical,
)
from reportcli.gazetteer.words import gazetteer_words, loose_names, shorten_zone, stem_of
from reportcli.lexicon import compiled
from reportcli.patterns import regex

# What stands behind a name in brackets is another name: 象山街道(大禹山).
_BRACKETS = regex(r"[（(][^（）()]*[）)]$")
_LONGEST = 30

# A county that became a district or a city, a city that became a district: 清苑县 is 清苑区, 监利县 监利市.
_LATER = {"县": ("区", "市"), "市": ("区",)}
# What is left out of a province's name: 江苏.
_PROVINCES = ("省", "市")
# A prefecture that became a city.
_PREFECTURE = regex("(?:地区|盟)$")
# A town that became another kind of town: 丁庄镇 is 丁庄街道.
_TOWN = regex(r"(?:街道(?:办事处)?|民族乡|[镇乡])$")
_TOWNS = ("街道", "镇", "乡")
# How a zone's name ends, short or in full.
_ZONE = regex(r"(?:[区园城场岛洲]|中心)$")

# The length of a county's code; a name of two characters has no stem: 易县.
_COUNTY, _NO_STEM = 6, 2


def meanings(name: str, area: str, aliases: Mapping[str, str], year: int | None = None) -> tuple[Division, ...]:
    """The divisions in the area with that code (in the nation, where it is empty) that a name can mean.

    `aliases` are the user's names, with the code or the official name of what they mean; `year` is that of the report.
    """
    bare = _BRACKETS.sub("", name)
    if own := next((each for each in (name, bare) if each in aliases), None):
        return _meant_by_user(own, area, aliases, year)
    if not 0 < len(bare) <= _LONGEST:
        return ()
    words = gazetteer_words()
    until = words.until.get(bare)
    if until and year and year <= until.year:
        return _meant_in(area, until.code)
    if exact := _named(bare, area):
        return exact
    if bare in words.aliases:
        known = words.aliases[bare]
        if known is None or (found := _meant_in(area, known)):
            return found if known else ()
    return next((found for way in _WAYS if (found := tuple(way(bare, area)))), ())


def _meant_by_user(name: str, area: str, aliases: Mapping[str, str], year: int | None) -> tuple[Division, ...]:
    """What a user's name stands for, by way of all aliases: a code, in the lists or not, or another name.

    A name that stands for itself is an official name only, and not the older one of another place.
    """
    passed = [name]
    while (newer := aliases.get(passed[-1], passed[-1])) not in passed:
        passed.append(newer)
    newest = passed[-1]
    if newest == name:
        return _named(name, area)
    if newest.isascii() and newest.isdecimal():
        return (at(newest) or Division(newest, name, ""),)
    return meanings(newest, area, {}, year) or meanings(newest, "", {}, year)


def _meant_in(area: str, code_or_name: str) -> tuple[Division, ...]:
    """What another name that is known stands for, where it lies in the area."""
    if not code_or_name.isdecimal():
        return _named(code_or_name, area)
    division = at(code_or_name)
    return (division,) if division and division.code.startswith(area) else ()


def _named(name: str, area: str) -> tuple[Division, ...]:
    """The divisions of that official name, those that are still there first; of an ordinary word those of a county."""
    found = named(name, area)
    if len(area) < _COUNTY and name in gazetteer_words().ordinary:
        found = tuple(division for division in found if division.level != "town")
    return tuple(division for division in found if not division.abolished) or found


def _without_peoples(name: str, area: str) -> Iterator[Division]:
    """红河州 is 红河哈尼族彝族自治州, 玉屏县 玉屏侗族自治县, 广西 广西壮族自治区, 江苏 江苏省."""
    by_stem = _autonomous(area)
    yield from (division for division in by_stem.get(name, ()) if division.level == "province")
    yield from (division for division in by_stem.get(name[:-1], ()) if division.name.endswith(f"自治{name[-1]}"))
    for kind in _PROVINCES:
        yield from (place for place in named_above_towns(name + kind, area) if place.level == "province")


def _named_later(name: str, area: str) -> Iterator[Division]:
    """The county-level districts and cities that had that name as counties, the cities that were prefectures."""
    stem, kind = name[:-1], name[-1]
    later = [stem + other for other in _LATER.get(kind, ()) if len(name) > _NO_STEM]
    if kind == "县" and len(name) == _NO_STEM:
        later = [f"{name}区"]  # 赣县 is 赣县区
    for other in later:
        yield from (division for division in named_above_towns(other, area) if division.level == "county")
    if prefecture := _PREFECTURE.search(name):
        city = f"{name[: prefecture.start()]}市"
        yield from (division for division in named_above_towns(city, area) if division.level == "city")


def _zones(name: str, area: str) -> Iterable[Division]:
    """The zones that go by that name in short, or without the county or city that they belong to."""
    if not _ZONE.search(name):
        return ()
    exact, loose = _zone_names(area)
    short = shorten_zone(name)
    return exact.get(short) or loose.get(short) or ()


@compiled
def _zone_names(area: str) -> tuple[dict[str, list[Division]], dict[str, list[Division]]]:
    """The zones of an area by the names that they go by, and by those that are safe where no other zone has them."""
    exact: dict[str, list[Division]] = {}
    loose: dict[str, list[Division]] = {}
    for zone in _zones_inside(area):
        forms = set(_forms(zone, area))
        for form in forms:
            exact.setdefault(form, []).append(zone)
        for other in {other for form in forms for other in loose_names(form)}:
            loose.setdefault(other, []).append(zone)
    return exact, loose


@compiled
def _zones_inside(area: str) -> tuple[Division, ...]:
    return tuple(zone for zone in statistical(area) if _ZONE.search(zone.name))


def _forms(zone: Division, area: str) -> Iterator[str]:
    """The names that a zone goes by in short: 临沂高新区, 高新区 where the area is the one that it belongs to."""
    short = shorten_zone(zone.name)
    above = parents(zone.code)
    owner = above[0] if above else zone
    for over in reversed(above):
        for written in (over.name, stem_of(over.name)):
            if short.startswith(written) and len(short) > len(written) + 1:
                short, owner = short.removeprefix(written), over
                break
    yield from (owner.name + short, stem_of(owner.name) + short)
    if owner.code == area or (area and not _is_kind(short)):
        yield short


def _is_kind(short: str) -> bool:
    """Whether a name says only what kind of zone it is."""
    words = gazetteer_words()
    return short in words.zones or short in words.ordinary


def _towns_later(name: str, area: str) -> Iterator[Division]:
    """The town of a county that was of another kind, or has more in its name; only there a stem is safe."""
    stem = _TOWN.sub("", name)
    if len(area) >= _COUNTY and _NO_STEM <= len(stem) < len(name):
        for kind in _TOWNS:
            yield from (town for town in named(stem + kind, area) if town.level == "town")
        if name.endswith("乡"):  # 和平乡 is 和平朝鲜族乡
            yield from (town for town in inside(area) if town.name.startswith(stem) and town.name.endswith("族乡"))


def _begun(name: str, area: str) -> Iterable[Division]:
    """The zone whose name goes on after that: 新民洲 is 新民洲临港产业园."""
    if not area or len(name) <= _NO_STEM:
        return ()
    return (zone for zone in _zones_inside(area) if zone.name.startswith(name))


def _without_kind(name: str, area: str) -> Iterator[Division]:
    """The city of a province, the county of a city, by its name without what it is: 荆门 is 荆门市 in 湖北省."""
    for division in _by_stem(area).get(name, ()) if area else ():
        if len(area) < len(division.code) <= len(area) + 2:
            yield division


@compiled
def _autonomous(area: str) -> dict[str, list[Division]]:
    """The autonomous divisions above the towns by their names without what they are."""
    found: dict[str, list[Division]] = {}
    for division in containing_above_towns("自治", area):
        found.setdefault(stem_of(division.name), []).append(division)
    return found


@compiled
def _by_stem(area: str) -> dict[str, list[Division]]:
    """The provinces, cities and counties of an area by their names without what they are."""
    found: dict[str, list[Division]] = {}
    for division in inside(area):
        if division.level != "town":
            found.setdefault(stem_of(division.name), []).append(division)
    return found


_WAYS = (_without_peoples, _named_later, _zones, _towns_later, _begun, _without_kind)
