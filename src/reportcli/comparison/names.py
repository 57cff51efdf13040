"""Names, joined where they are found to be one place's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reportcli.lexicon.comparability import comparability


class Seen(NamedTuple):
    """A name, the code that is given with it, and the year and path of the report that has it."""

    name: str
    code: str | None
    year: int | None
    page: str | None


@dataclass(eq=False)
class Group:
    """Names and codes of one place, each with the last year that has it, and the years and pages of all of them.

    `called` is what an alias calls it.
    """

    names: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    called: str | None = None

    @property
    def name(self) -> str:
        """The name that an alias or the latest report says."""
        return self.called or max(self.names, key=lambda name: self.names[name])

    @property
    def code(self) -> str | None:
        """The code that the latest report says."""
        return max(self.codes, key=lambda code: self.codes[code]) if self.codes else None

    def take(self, seen: Seen) -> None:
        """Take notice of a name."""
        self.names[seen.name] = max(self.names.get(seen.name, 0), seen.year or 0)
        if seen.code is not None:
            self.codes[seen.code] = max(self.codes.get(seen.code, 0), seen.year or 0)
        if seen.year is not None:
            self.years.add(seen.year)
        if seen.page is not None:
            self.pages.add(seen.page)

    def take_in(self, other: Group) -> None:
        """Become one with another."""
        for name, year in other.names.items():
            self.names[name] = max(self.names.get(name, 0), year)
        for code, year in other.codes.items():
            self.codes[code] = max(self.codes.get(code, 0), year)
        self.years |= other.years
        self.pages |= other.pages
        self.called = self.called or other.called


Key = tuple[str, str | None]


def join_names(every: Iterable[Seen], aliases: Mapping[str, str]) -> dict[Key, Group]:
    """For each name and code of one level, or of one place's parts, the group that it is in."""
    names = _Names(every)
    names.join_by_code()
    names.join_by_alias(aliases)
    names.join_upgraded(kept=aliases)
    return names.groups


class _Names:
    def __init__(self, every: Iterable[Seen]) -> None:
        self.groups: dict[Key, Group] = {}
        for seen in every:
            self.groups.setdefault((seen.name, seen.code), Group()).take(seen)
        self.keys: dict[str, list[Key]] = defaultdict(list)
        for key in self.groups:
            self.keys[key[0]].append(key)

    def join_by_code(self) -> None:
        """Join a name without code with that name where it has one, unless it has several, and the names of a code."""
        for keys in self.keys.values():
            if len(keys) == 2 and any(code is None for _, code in keys):
                self.unite(self.groups[keys[0]], self.groups[keys[1]])
        first: dict[str, Group] = {}
        for (_, code), group in [*self.groups.items()]:
            if code is not None:
                self.join(first.setdefault(code, group), group)

    def join_by_alias(self, aliases: Mapping[str, str]) -> None:
        """Join names that have one newer name, and call them by it."""
        newest: dict[str, list[str]] = defaultdict(list)
        for name in self.keys:
            newest[newest_name(name, aliases)].append(name)
        for new, names in newest.items():
            groups = [group for name in sorted(names, key=new.__ne__) if (group := self.only(name)) is not None]
            for group in groups if names != [new] else ():
                if self.join(groups[0], group):
                    groups[0].called = new

    def join_upgraded(self, kept: Mapping[str, str]) -> None:
        """Join names of which one's ending is an upgrade of the other's, where the years tell which was first.

        The nearest in time are joined first: 县 → 市 → 区.
        """
        pairs = [(name, upgraded) for name in self.keys if name not in kept for upgraded in _upgrades(name)]
        gaps = {pair: gap for pair in pairs if (gap := self.gap(*pair)) is not None}
        for pair in sorted(gaps, key=gaps.__getitem__):
            if self.gap(*pair) is not None:
                self.join(self.groups[self.keys[pair[1]][0]], self.groups[self.keys[pair[0]][0]])

    def gap(self, old: str, new: str) -> int | None:
        """The years between the last report with one name and the first with the other, where they can be one place."""
        was, is_now = self.only(old), self.only(new)
        if was is None or is_now is None or not (was.years and is_now.years) or (was.codes and is_now.codes):
            return None
        gap = min(is_now.years) - max(was.years)
        return gap if gap > 0 else None

    def only(self, name: str) -> Group | None:
        """The group of a name that is one place's."""
        groups = {id(self.groups[key]): self.groups[key] for key in self.keys.get(name, ())}
        return next(iter(groups.values())) if len(groups) == 1 else None

    def join(self, one: Group, other: Group) -> bool:
        """Whether two groups are one now, which they cannot be where a page has both."""
        if one is not other and one.pages.isdisjoint(other.pages):
            self.unite(one, other)
            return True
        return one is other

    def unite(self, one: Group, other: Group) -> None:
        """Make one group of two."""
        one.take_in(other)
        for name in other.names:
            for key in self.keys[name]:
                if self.groups[key] is other:
                    self.groups[key] = one


def newest_name(name: str, aliases: Mapping[str, str]) -> str:
    """The name that a name has by now, through all aliases; itself where they lead round."""
    passed = [name]
    while (newer := aliases.get(passed[-1], passed[-1])) not in passed:
        passed.append(newer)
    return newer if newer == passed[-1] else name


def _upgrades(name: str) -> Iterator[str]:
    """What a place of that name may be called once it was upgraded."""
    for ending, others in comparability().upgrades.items():
        if name.endswith(ending) and name != ending:
            yield from (name.removesuffix(ending) + other for other in others)
