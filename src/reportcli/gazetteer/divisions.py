"""The official divisions of mainland China: two tables sorted by code, searched as they lie in their files.

A line is `code⇥name⇥list`. `divisions.tsv` has the provinces, cities and counties, `towns.tsv` the towns and streets.
Neither is read line by line: what is looked for is found in the bytes of the file, which takes less than a millisecond.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Literal

from msgspec import Struct

from reportcli.lexicon import DATA

Level = Literal["province", "city", "county", "town"]

# How many digits the code of a division has; those of what it lies in are its first 6, 4 and 2.
_DIGITS: dict[int, Level] = {2: "province", 4: "city", 6: "county", 12: "town"}
_TOWN = 12
_COUNTY = 6

# The tables, that of the upper levels first.
_TABLES = ("divisions", "towns")

# The lists that the tables are made of, by the letter that they have there.
_LISTS = {"M": "MCA2025", "N": "NBS2023"}


class Division(Struct, frozen=True, order=True):
    """A division by its official code, as a published list has it.

    `list` is MCA2025, of the Ministry of Civil Affairs, or NBS2023, of the National Bureau of Statistics, which has
    zones and farms besides. `abolished` if the list says so.
    """

    code: str
    name: str
    list: str
    abolished: bool = False

    @property
    def level(self) -> Level:
        """What it is, by the length of its code; a county is also a district, a banner, or a zone of that rank."""
        return next((level for digits, level in _DIGITS.items() if len(self.code) <= digits), "town")


@lru_cache(4096)
def named(name: str, area: str = "") -> tuple[Division, ...]:
    """The divisions of exactly that name whose code begins with `area`, by code."""
    above = named_above_towns(name, area)
    if not area and next(_asked) >= _FEW:
        return (*above, *map(_read, _lines_by_name("towns").get(name, ())))
    return (*above, *_search("towns", f"\t{name}\t", area))


# To read the towns into a mapping takes as long as to search them so many times for a name in the nation.
_FEW = 100
_asked = count()


@cache
def _lines_by_name(table: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _lines_of(table, ""):
        found.setdefault(line.split("\t")[1], []).append(line)
    return found


def named_above_towns(name: str, area: str = "") -> tuple[Division, ...]:
    """The provinces, cities and counties of exactly that name whose code begins with `area`, by code."""
    return tuple(_read(line) for line in _lines_by_name(_TABLES[0]).get(name, ()) if line.startswith(area))


@cache
def at(code: str) -> Division | None:
    """The division with that code, also with the zeros that other lists fill it up with: 321100, 321102002."""
    digits = shorten(code)
    return next(_search("towns", f"\n{digits}\t"), None) if len(digits) == _TOWN else _above_towns(digits)


def shorten(code: str) -> str:
    """A code in the length that the tables have: 32 of 320000, 321102002000 of 321102002."""
    for length in sorted(_DIGITS):
        if length < _TOWN and len(code) >= length and not code[length:].strip("0"):
            return code[:length]
    return code.ljust(_TOWN, "0")


def containing(part: str) -> tuple[Division, ...]:
    """The divisions with `part` in their name, by code."""
    found = (division for table in _TABLES for division in _search(table, part))
    return tuple(sorted(division for division in found if part in division.name))


def containing_above_towns(part: str, area: str = "") -> tuple[Division, ...]:
    """The provinces, cities and counties of an area with `part` in their name, by code."""
    return tuple(division for division in _search(_TABLES[0], part, area) if part in division.name)


@cache
def inside(area: str) -> tuple[Division, ...]:
    """The divisions whose code begins with `area`, by code; of the whole nation only those above the towns."""
    tables = _TABLES if area else _TABLES[:1]
    lines = (line for table in tables for line in _lines_of(table, area))
    return tuple(sorted(map(_read, lines)))


def below(code: str) -> tuple[Division, ...]:
    """What lies in the province, city or county of that code: cities and counties, or towns."""
    digits = shorten(code)
    if len(digits) == _TOWN:
        return ()
    table = _TABLES[len(digits) == _COUNTY]
    return tuple(each for line in _lines_of(table, digits) if (each := _read(line)).code != digits)


def statistical(area: str) -> tuple[Division, ...]:
    """What only the statisticians' list has in an area, by code: zones, farms; of the nation what ranks as a county."""
    return tuple(division for table in (_TABLES if area else _TABLES[:1]) for division in _search(table, "\tN\n", area))


@cache
def parents(code: str) -> tuple[Division, ...]:
    """What a division lies in, the lowest first: its county, its city, its province."""
    lengths = sorted((length for length in _DIGITS if length < len(code)), reverse=True)
    return tuple(above for length in lengths if (above := _above_towns(code[:length])))


def _above_towns(code: str) -> Division | None:
    lines = _lines_above_towns()
    place = bisect_left(lines, f"{code}\t")
    return _read(lines[place]) if place < len(lines) and lines[place].startswith(f"{code}\t") else None


@cache
def _lines_above_towns() -> list[str]:
    return _lines_of(_TABLES[0], "")


@cache
def _table(name: str) -> bytes:
    return (DATA / f"{name}.tsv").read_bytes()


@cache
def _span(table: str, area: str) -> tuple[int, int]:
    """Where the lines of an area begin and end in a table; the first line, its header, is in none."""
    lines = _table(table)
    begins = f"\n{area}".encode()
    first = lines.find(begins)
    last = lines.rfind(begins, 0, len(lines) - 1)
    return (first + 1, lines.index(b"\n", last + 1) + 1) if first >= 0 else (0, 0)


def _lines_of(table: str, area: str) -> list[str]:
    start, end = _span(table, area)
    return _table(table)[start:end].decode().splitlines()


def _search(table: str, part: str, area: str = "") -> Iterator[Division]:
    """The divisions of an area in whose lines `part` stands, the line end before them included."""
    lines, wanted = _table(table), part.encode()
    first, last = _span(table, area)
    at = lines.find(wanted, max(0, first - 1), last)
    while at >= 0:
        start = lines.rfind(b"\n", 0, at + 1) + 1
        end = lines.index(b"\n", start)
        yield _read(lines[start:end].decode())
        at = lines.find(wanted, end, last)


def _read(line: str) -> Division:
    code, name, letter = line.split("\t")
    return Division(code, name, _LISTS[letter.upper()], letter.islower())
