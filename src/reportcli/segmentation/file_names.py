"""What the path of a report's file says of it, for where its text is silent: its place and its year.

2023_京口区.txt                      京口区, 2023
京口区2023年政府工作报告.txt         京口区, 2023
镇江市/2023/工作报告.txt             镇江市, 2023
镇江/2023/工作报告.txt               镇江, 2023: beside a year also a folder whose name has no 市 or 县
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct

from reportcli.errors import SettingsError
from reportcli.lexicon import compiled
from reportcli.patterns import regex
from reportcli.segmentation.places import chain_at
from reportcli.segmentation.vocabulary import any_of, place_words

# The file and two folders: what stands above is about more than the report.
_PARTS = 3
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?:年度?)?")
_WORDS = regex("[一-鿿]+")
_BARE_NAME = regex("[一-鿿]{2,4}")


class Named(Struct, frozen=True):
    """The place and the year that a path names; `words` are those of the file's name, among which a place may be."""

    place: str | None = None
    year: int | None = None
    words: tuple[str, ...] = ()


def named_by(source: str | None, pattern: str | None = None) -> Named:
    """What the path `source` says: by `pattern`, a regular expression with groups `place` and `year`, else by the rule.

    The path is taken as an absolute one, with `/` between its parts. Raises SettingsError for a pattern that is none.
    """
    if source is None or source == "-":
        return Named()
    path = PurePath(os.path.abspath(source))
    return _by_rule(path) if pattern is None else _by_pattern(path.as_posix(), name_pattern(pattern))


@compiled
def name_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of users' own; SettingsError where it is no regular expression or names neither group."""
    try:
        made = re.compile(pattern)
    except re.error as error:
        raise SettingsError(
            f"name pattern {pattern}: no regular expression: {error}", "Correct it, or leave it out for the usual rule."
        ) from error
    if not {"place", "year"} & made.groupindex.keys():
        raise SettingsError(
            f"name pattern {pattern}: no group is called place or year",
            r"Write for example (?P<year>\d{4})_(?P<place>[^/]+)\.txt",
        )
    return made


def _by_pattern(path: str, pattern: re.Pattern[str]) -> Named:
    match = pattern.search(path)
    groups = match.groupdict() if match else {}
    year = groups.get("year") or ""
    place = groups.get("place") or None
    return Named(place, int(year) if re.fullmatch(r"[0-9]{4}", year) else None, (place,) if place else ())


def _by_rule(path: PurePath) -> Named:
    """The file's name before its folders, the nearer folder before the one above."""
    file, *folders = [path.stem, *reversed(path.parent.parts)][:_PARTS]
    years = [_YEAR.search(file), *map(_YEAR.fullmatch, folders)]
    year = next((int(match.group()[:4]) for match in years if match), None)
    place = next(filter(None, map(_place_in, (file, *folders))), None)
    return Named(place or _beside_year(folders), year, tuple(re.findall(r"[一-鿿]{2,}", file)))


def _place_in(name: str) -> str | None:
    for words in _WORDS.finditer(_YEAR.sub(" ", name)):
        if chain := chain_at(words.group()):
            return chain[-1].name
    return None


def _beside_year(folders: list[str]) -> str | None:
    for pair in (*pairwise(folders), *pairwise(reversed(folders))):
        name, year = pair
        if _YEAR.fullmatch(year) and _BARE_NAME.fullmatch(name) and not _no_place().search(name):
            return name
    return None


@compiled
def _no_place() -> re.Pattern[str]:
    return re.compile(any_of(place_words().folders))
