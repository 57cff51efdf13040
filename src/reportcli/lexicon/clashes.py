"""Whether what a user calls an indicator is the name of another: a report's words would then stand for neither."""

from __future__ import annotations

from collections import Counter

from reportcli.lexicon.additions import additions_to, using
from reportcli.lexicon.names import Indicator, Sense, find_senses, indicators
from reportcli.lexicon.own_files import Spot


def check_names() -> None:
    """Raises SettingsError for the first name of an indicator that users add, or add to, which is another's already.

    It is where the shipped lexicon finds another by it, in whatever way: 全市GDP. Two that are counted in different
    units may share a name, but none of growth: all growth is counted alike.
    """
    every = indicators()
    with using(()):
        shipped = frozenset(indicators())
    times = Counter(each.name for each in every)
    for each in every:
        if each in shipped:
            continue
        if times[each.name] > 1:
            raise _spot(each, each.name).mistake(f"{each.name!r} is an indicator already", "Leave it out.")
        for name in (each.name, *each.aliases, *each.growth_aliases):
            if other := _find_other(each, name):
                raise _spot(each, name).mistake(f"{name!r} is a name of {other!r}", "Add to that, or leave it out.")


def _find_other(each: Indicator, name: str) -> str | None:
    senses = find_senses(name)
    with using(()):
        senses += find_senses(name)
    own = [sense for sense in senses if sense.canonical == each.name]
    others = (sense for sense in senses if sense.canonical != each.name and any(_is_same(sense, one) for one in own))
    return next((sense.canonical for sense in others), None)


def _is_same(one: Sense, other: Sense) -> bool:
    return one.growth_only or other.growth_only or not one.units.isdisjoint(other.units)


def _spot(each: Indicator, name: str) -> Spot:
    """Where a user's file gives an indicator that name, or else what the name comes from."""
    found: list[Spot] = []
    for spot, groups in additions_to("indicators"):
        entries = groups.get(each.group) or {}
        # 新增规上企业 stands there as 规上企业
        stem = max((key for key in entries if each.name.endswith(key)), key=len, default=None)
        if stem is not None:
            entry = spot.at(each.group).at(stem)
            found.append(entry)
            for key in ("aliases", "growth_aliases"):
                for index, alias in enumerate((entries[stem] or {}).get(key) or ()):
                    if name.endswith(alias):
                        return entry.at(key).at(index)
    return found[0]
