"""Build the gazetteer's tables, src/reportcli/data/divisions.tsv and towns.tsv, from a list of towns.

    python tools/build_places.py places.tsv.gz

The list has the columns code, name, county, city, province and source (MCA2025, NBS2023), a town or street a line; what
is above the towns is made of its columns. The tables are sorted by code, so they are the same wherever they are built.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parent.parent / "src/reportcli/data"
HEADER = "code\tname\tlist\n"

# What the list says of a town that is no more.
ABOLISHED = "（撤销）"
# Groups of counties for the sake of the code, and no places.
NO_PLACES = {"", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


# What a town's name ends with, and how alike two names without it must be for those of one town.
KIND = re.compile("(?:街道办事处|街道|地区|族?乡|镇)$")
ALIKE = 0.5


class Place(NamedTuple):
    """A line of a table; `list` is the first letter of the source, small for a place that was abolished."""

    code: str
    name: str
    list: str

    def __str__(self) -> str:
        return "\t".join(self) + "\n"


def read(path: Path) -> Iterator[dict[str, str]]:
    """The lines of the list."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def town_of(row: dict[str, str]) -> Place:
    """The town of a line."""
    name = row["name"].removesuffix(ABOLISHED)
    letter = row["source"][0]
    return Place(row["code"], name, letter if name == row["name"] else letter.lower())


def places_above(row: dict[str, str]) -> Iterator[Place]:
    """The province, city and county of a line. A city that has no counties is not a county too: 东莞市."""
    for name, digits in ((row["province"], 2), (row["city"], 4), (row["county"], 6)):
        if name not in NO_PLACES and not (digits == 6 and name == row["city"]):
            yield Place(row["code"][:digits], name, row["source"][0])


def in_order(place: Place) -> tuple[str, str, str]:
    """By code; of two names for one code the ministry's first."""
    return place.code, place.list, place.name


def without_taken_codes(towns: Iterable[Place]) -> Iterator[Place]:
    """The towns without those of the statisticians' list whose code is that of quite another one of the ministry's.

    Where the two names are alike (李家集街道, 李集街道) they are of one town, and both are kept.
    """
    towns = list(towns)
    official = {town.code: town.name for town in towns if town.list in "Mm"}
    for town in towns:
        name = official.get(town.code, town.name)
        if SequenceMatcher(None, KIND.sub("", name), KIND.sub("", town.name)).ratio() > ALIKE:
            yield town


def main(path: str) -> None:
    """Write the tables."""
    rows = list(read(Path(path)))
    towns = list(without_taken_codes(map(town_of, rows)))
    above: dict[str, Place] = {}
    for place in (place for row in rows for place in places_above(row)):
        # What the ministry lists is the ministry's, though the other list has towns in it too.
        if place.code not in above or place.list == "M":
            above[place.code] = place
    for name, places in (("divisions", above.values()), ("towns", towns)):
        (TARGET / f"{name}.tsv").write_text(
            HEADER + "".join(map(str, sorted(places, key=in_order))), encoding="utf-8", newline=""
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
