"""One thing named two ways: 列统入库 and 入库列统."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.checking.amounts import amount_of, family_of
from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure
from reportcli.extraction.grammar import grammar
from reportcli.model import Record

_COUNTED = frozenset({"count", "people"})
# A compound of two characters: 列统, 入库.
_COMPOUND = 2
# What names may have in front and behind that is not of the thing.
_ADDED = (
    "新增",
    "净增",
    "累计",
    "培育",
    "引进",
    "新建",
    "改造",
    "建成",
    "完成",
    "实现",
    "投入",
    "开展",
    "开工",
    "新设",
    "整治",
)


def find_two_names(draft: Draft) -> Iterator[Oddity]:
    """Each pair of names of counted things that differ in the order of two compounds only."""
    counted: dict[str, Record] = {}
    for record in draft.records:
        found = record.observation
        if found.measure == "level" and family_of(amount_of(found).unit) in _COUNTED:
            counted.setdefault(found.indicator, record)
    by_characters: dict[str, list[str]] = {}
    for name in counted:
        by_characters.setdefault("".join(sorted(name)), []).append(name)
    for names in by_characters.values():
        first, *others = names
        for other in others:
            if _is_turned(first, other):
                yield Oddity(quote_figure(counted[first]), quote_figure(counted[other]), (first, other))


def _is_turned(name: str, other: str) -> bool:
    """Whether two compounds that stand side by side in one name are turned around in the other.

    >>> _is_turned("新增列统入库企业", "新增入库列统企业"), _is_turned("新建学校", "学校新建")
    (True, False)
    """
    at = next((i for i, (a, b) in enumerate(zip(name, other, strict=True)) if a != b), len(name))
    one, two = name[at : at + _COMPOUND], name[at + _COMPOUND : at + 2 * _COMPOUND]
    if {one, two} & {*_ADDED, *grammar().units.making}:
        return False
    return other == name[:at] + two + one + name[at + 2 * _COMPOUND :] and len(two) == _COMPOUND
