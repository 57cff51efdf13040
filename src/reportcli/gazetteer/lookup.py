"""The divisions that a person asks for: by name, part of a name, or code."""

from __future__ import annotations

from reportcli.gazetteer.divisions import Division, at, containing, inside
from reportcli.gazetteer.forms import meanings


def look_up(query: str, areas: tuple[Division, ...] = ()) -> tuple[Division, ...]:
    """The divisions with that code, or with the query in their names.

    Those of exactly that name stand first, or, where it is no official one, what else it means: 清苑县, 临沂高新区. Of
    `areas`, where there are any, only what lies in one of them; an empty query is for all of that.
    """
    if not query:
        return tuple(part for area in areas for part in inside(area.code) if part.code != area.code)
    found = _by_code(query) if query.isdecimal() else _by_name(query)
    codes = tuple(area.code for area in areas)
    return tuple(each for each in found if each.code.startswith(codes)) if areas else found


def find_areas(name: str) -> tuple[Division, ...]:
    """The divisions of that code or name, in full or in short, and of a higher level first: 镇江, 3211."""
    found = _by_code(name) if name.isdecimal() else meanings(name, "", {}) or _by_name(name)
    shortest = min((len(each.code) for each in found), default=0)
    return tuple(each for each in found if len(each.code) == shortest)


def _by_code(code: str) -> tuple[Division, ...]:
    division = at(code)
    return (division,) if division else ()


def _by_name(name: str) -> tuple[Division, ...]:
    found = containing(name)
    meant = tuple(each for each in found if each.name == name) or meanings(name, "", {})
    return (*meant, *(each for each in found if each not in meant))
