"""Which of the places inside the reporting one a figure is of: 樊城区社零额612.8亿元 in a report of the city.

Only official divisions are looked for, where a clause begins with their name; what is told after that in the same
sentence is of the same place, and the name of a figure goes without it. Where something is built there
(天山镇新建改造管网) it is the reporting place's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct, structs

from reportcli.extraction.clauses import Clause
from reportcli.gazetteer.divisions import below
from reportcli.lexicon import compiled
from reportcli.patterns import regex

# What can stand before the name where a clause begins, and what ends what is said of a place.
_BEFORE = r"(?:^、?|[，；：。“]|其中|分[县市区镇街]+看，|去年|今年)\s*"
_WORKS = (
    r"(?![一-龥]{0,2}(?:新建|改造|改建|扩建|建成|建设|修建|实施|启动|整治|拆除|打造|政府|[委局]|医院|学校|[中小]学))"
)
_ENDS = regex(r"[；。]|，(?=全[省市州区县]|我[省市州区县])|[一-龥]{2}(?:镇|乡|街道|园区|开发区|开采区)")
_JOINED = regex(r"[、和及与]")


class Region(Struct, frozen=True):
    """The place whose figures a part of the report tells, and its official code."""

    name: str | None
    code: str | None


class Owners(Struct, frozen=True):
    """The places inside a reporting one that a part of its report names, by the name in full."""

    places: Mapping[str, Region]
    named: re.Pattern[str]
    listed: re.Pattern[str]

    def own(self, text: str, clause: Clause, before: Region | None) -> tuple[Clause, Region | None]:
        """The clause without the name of the place that its figure is of, and that place; None for the reporting one.

        `before` is that of the figure before it.
        """
        since = text[clause.previous : clause.figure.start]
        found = list(self.named.finditer(since))
        if not found:
            return clause, None if clause.earlier is None or _ENDS.search(since) else before
        last = found[-1]
        return _without(clause, last["place"]), self.places[last["place"]]

    def of_list(self, clauses: Sequence[Clause]) -> tuple[Sequence[Clause], list[Region]]:
        """The clauses of one 分别 without the places that are listed before it, and these, one a figure; else none."""
        head = clauses[0]
        words = head.left.items or head.left.name
        listed = self.listed.match(words)
        places = _JOINED.split(listed[0]) if listed else []
        if listed is None or len(clauses) % len(places):
            return clauses, []
        regions = [self.places[name] for name in places] * (len(clauses) // len(places))
        return [_without(head, listed[0]), *clauses[1:]], regions


def owners_in(texts: Sequence[str], region: Region) -> Owners | None:
    """The places inside `region` that these texts name; None where they name none, or its code is not known."""
    if region.code is None:
        return None
    text = "\n".join(texts)
    places = {name: place for name, place in _places_below(region.code).items() if name in text}
    if not places:
        return None
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    named = re.compile(rf"{_BEFORE}(?P<place>{names}){_WORKS}")
    return Owners(places, named, re.compile(rf"(?:{names})(?:{_JOINED.pattern}(?:{names}))+"))


@partial(compiled, size=16)
def _places_below(code: str) -> Mapping[str, Region]:
    return {each.name: Region(each.name, each.code) for each in below(code) if not each.abolished}


def _without(clause: Clause, name: str) -> Clause:
    left = clause.left
    return structs.replace(
        clause,
        left=structs.replace(left, name=_cut(left.name, name), items=_cut(left.items, name)),
    )


def _cut(words: str, name: str) -> str:
    """The words without the name of a place where they begin with it, 其中 before it perhaps."""
    at = words.find(name, 0, len(name) + 4)
    return words[:at] + words[at + len(name) :] if at >= 0 else words
