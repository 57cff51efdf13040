"""Which names are one place: over the years, on the pages of a district and in reports of its own.

Two names are one place where

1. an alias says so (坪山新区 → 坪山区),
2. both have the same code,
3. or the ending of one is an upgrade of the other's (清苑县 → 清苑区), and the last report with the old name is of an
   earlier year than the first with the new one, unless both have codes, which then differ. An alias of a name to itself
   keeps it out of this.

But two names on one page are never one place. A part of a place (a street) is known by its own name together with the
place whose report it stands in, so that streets of one name in two districts are two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportcli.comparison.names import Group, Seen, join_names
from reportcli.comparison.records import region_of
from reportcli.model import Mention, Record

# Marks what stands for the name of a place that its report does not name.
_NAMELESS = "\0"

_Key = tuple[str | None, str | None, str | None, str | None, str | None]


class Place(Struct, frozen=True, eq=False):
    """A place under its newest name, all names that it goes by, and the paths of its reports; equal to itself only.

    `name` has the name of the place above it in front where several places of that name are compared; it is None where
    the reports name none.
    """

    name: str | None
    code: str | None
    names: frozenset[str]
    pages: frozenset[str]


class Places(Struct, frozen=True):
    """The places of the mentions that they were found in, in the order of these."""

    every: tuple[Place, ...]
    of_key: dict[_Key, Place]
    mentions: tuple[Mention, ...]

    def of_mention(self, mention: Mention) -> Place:
        """The place of one of the mentions."""
        return self.of_key[_key(mention, mention.region, mention.region_code)]

    def of(self, record: Record) -> Place:
        """The place of a record whose mention was among them."""
        return self.of_key[_key(record, *region_of(record))]


def find_places(mentions: Iterable[Mention], aliases: Mapping[str, str]) -> Places:
    """The places of the mentions; `aliases` are newer names by older ones."""
    every = list(dict.fromkeys(mentions))
    upper = join_names((_seen_above(each) for each in every), aliases)
    lower: dict[Group, list[Seen]] = defaultdict(list)
    for each in every:
        if _is_part(each):
            lower[upper[_owner(each)]].append(Seen(each.region or "", each.region_code, each.year, each.source))
    parts = {owner: join_names(seen, aliases) for owner, seen in lower.items()}
    groups: dict[_Key, tuple[Group, Group | None]] = {}
    for each in every:
        if _is_part(each):
            owner = upper[_owner(each)]
            groups[_key(each, each.region, each.region_code)] = parts[owner][each.region or "", each.region_code], owner
        else:
            groups[_key(each, each.region, each.region_code)] = upper[_own(each)], None
    often = Counter(group.name for group, _ in set(groups.values()))
    places = {
        group: _place(group, owner if often[group.name] > 1 else None)
        for group, owner in dict.fromkeys(groups.values())
    }
    of_key = {key: places[group] for key, (group, _) in groups.items()}
    return Places(tuple(places.values()), of_key, tuple(every))


def _place(group: Group, owner: Group | None) -> Place:
    """The place that a group is of; `owner` is the place above it where that has to be told."""
    if group.name.startswith(_NAMELESS):
        return Place(None, None, frozenset(), frozenset(group.pages))
    return Place((owner.name if owner else "") + group.name, group.code, frozenset(group.names), frozenset(group.pages))


def _seen_above(mention: Mention) -> Seen:
    """The name in a mention that is no part's."""
    name, code = _owner(mention) if _is_part(mention) else _own(mention)
    return Seen(name, code, mention.year, mention.source)


def _is_part(mention: Mention) -> bool:
    """Whether the place is a part of the one whose report it stands in."""
    return mention.region is not None and mention.place is not None and mention.region != mention.place


def _owner(mention: Mention) -> tuple[str, str | None]:
    return mention.place or "", mention.place_code


def _own(mention: Mention) -> tuple[str, str | None]:
    return mention.region or mention.place or f"{_NAMELESS}{mention.source}", mention.region_code


def _key(within: Mention | Record, region: str | None, code: str | None) -> _Key:
    """What tells a place from others: its name and code, and those of the report that it is told of in."""
    return within.place, within.place_code, region, code, None if within.place or region else within.source
