"""What a user adds, merged into what is shipped: lists are added to, mappings merged, and nothing is lost.

What is added must be of the type that the reader of the part declares, so that a mistake is told at its own place.
"""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.inspect import (
    BoolType,
    DecimalType,
    DictType,
    FrozenSetType,
    IntType,
    LiteralType,
    StrType,
    StructType,
    Type,
    VarTupleType,
    type_info,
)

from reportcli.lexicon.own_files import Spot, nearest

# Mappings whose members stand under one key only: elsewhere too, one of the two readings would be lost.
_DISJOINT = {
    ("indicators",),
    ("units", "families"),
    ("cues", "bounds_before"),
    ("cues", "bounds_after"),
    ("place_words", "suffixes"),
    ("comparability", "sizes"),
}
_PREDICATES = ("cues", "predicates")


def merge(shape: Any, shipped: Any, added: Any, spot: Spot) -> Any:
    """`shipped` with `added`, which stands at `spot`; SettingsError for what is not of the type `shape`."""
    return _merge(type_info(shape), shipped, added, spot)


def _merge(kind: Type, shipped: Any, added: Any, spot: Spot) -> Any:
    """`shipped`, which is UNSET for what is new, with `added`."""
    match kind:
        case StructType() if shipped is msgspec.UNSET:
            return _make_record(kind, _as(dict, added, spot), spot, ())
        case StructType():
            return _merge_record(kind, shipped, _as(dict, added, spot), spot)
        case DictType():
            return _merge_mapping(kind, shipped, _as(dict, added, spot), spot)
        case VarTupleType() | FrozenSetType():
            return _merge_list(kind.item_type, shipped, _as(list, added, spot), spot)
        case StrType() if spot.keys[0] == "terms" and len(spot.keys) == 2:  # a list of words, divided by spaces
            words = added.split() if isinstance(added, str) else _as(list, added, spot)
            return " ".join([shipped, *(_merge(kind, msgspec.UNSET, word, spot.at(i)) for i, word in enumerate(words))])
        case _:
            return _keep_scalar(kind, shipped, added, spot)


def _as(container: type[Any], added: Any, spot: Spot) -> Any:
    """What is added where a mapping or a list is expected; nothing after a key counts as an empty one."""
    if added is None:
        return container()
    if not isinstance(added, container):
        expected, form = ("a mapping", "key: value") if container is dict else ("a list", "[one, other]")
        raise spot.mistake(f"expected {expected}, got {_told(added)}", f"Write it as {form}.")
    return added


def _merge_record(kind: StructType, shipped: Any, added: dict[str, Any], spot: Spot) -> dict[str, Any]:
    fields = {field.encode_name: field for field in kind.fields}
    merged = dict(shipped)
    for key, value in added.items():
        _check_key(key, fields, spot)
        merged[key] = _merge(fields[key].type, merged.get(key, fields[key].default), value, spot.at(key))
    return merged


def _make_record(kind: StructType, added: dict[str, Any], spot: Spot, others: Iterable[str]) -> dict[str, Any]:
    """A new record among `others`, one of which may be meant by a name without what a new one needs."""
    fields = {field.encode_name: field for field in kind.fields}
    for key in added:
        _check_key(key, fields, spot)
    needed = [name for name, field in fields.items() if field.required]
    if missing := [name for name in needed if name not in added]:
        near = difflib.get_close_matches(str(spot.keys[-1]), others, 1)
        meant = f"Did you mean {near[0]!r}? " if near else ""
        raise spot.mistake(f"{' and '.join(missing)} missing", f"{meant}A new entry needs {' and '.join(needed)}.")
    return {key: _merge(fields[key].type, msgspec.UNSET, value, spot.at(key)) for key, value in added.items()}


def _merge_mapping(kind: DictType, shipped: Any, added: dict[str, Any], spot: Spot) -> dict[str, Any]:
    merged = {} if shipped is msgspec.UNSET else dict(shipped)
    for key, value in added.items():
        if isinstance(kind.key_type, LiteralType):
            _check_key(key, map(str, kind.key_type.values), spot)
        else:
            _keep_scalar(kind.key_type, msgspec.UNSET, key, spot.at(key))
        if spot.keys in _DISJOINT:
            _check_members(merged, key, value, spot)
        if isinstance(kind.value_type, StructType) and key not in merged:
            merged[key] = _make_record(kind.value_type, _as(dict, value, spot.at(key)), spot.at(key), merged)
        else:
            merged[key] = _merge(kind.value_type, merged.get(key, msgspec.UNSET), value, spot.at(key))
    return merged


def _check_key(key: object, known: Iterable[str], spot: Spot) -> None:
    names = list(known)
    if key not in names:
        raise spot.at(key).mistake("unknown key", nearest(key, names))


def _check_members(merged: dict[str, Any], key: str, added: Any, spot: Spot) -> None:
    for index, member in enumerate(added if isinstance(added, dict | list) else ()):
        others = (
            k for k, members in merged.items() if k != key and isinstance(added, type(members)) and member in members
        )
        other = next(others, None)
        if other is not None and member not in merged.get(key, ()):
            place = spot.at(key).at(member if isinstance(added, dict) else index)
            raise place.mistake(f"{member!r} stands under {other!r}", "Write it there, or leave it out.")


def _merge_list(kind: Type, shipped: Any, added: list[Any], spot: Spot) -> list[Any]:
    new = [_merge(kind, msgspec.UNSET, value, spot.at(index)) for index, value in enumerate(added)]
    merged = [] if shipped is msgspec.UNSET else list(shipped)
    if spot.keys == _PREDICATES:
        _check_predicates(merged, new, spot)
    return merged + new


def _check_predicates(shipped: list[Any], new: list[Any], spot: Spot) -> None:
    """A word says one thing of a number, and may say another of a rank."""
    for index, predicate in enumerate(new):
        for other in shipped:
            alike = (other["measure"] == "rank") == (predicate["measure"] == "rank")
            if twice := [word for word in predicate["words"] if alike and word in other["words"]]:
                what = f"{twice[0]!r} stands under the measure {other['measure']!r}"
                raise spot.at(index).mistake(what, "Leave it out.")


def _keep_scalar(kind: Type, shipped: Any, added: Any, spot: Spot) -> Any:
    match kind:
        case LiteralType(values=values):
            expected = " or ".join(map(str, values))
            fits, remedy = added in values, nearest(added, map(str, values))
        case BoolType():
            fits, expected, remedy = isinstance(added, bool), "true or false", "Write one of them, without quotes."
        case IntType():
            fits, expected, remedy = type(added) is int, "a whole number", "Write one, without quotes."
        case DecimalType():
            fits, expected, remedy = type(added) in (int, float), "a number", "Write one, without quotes."
        case _:
            fits, expected, remedy = isinstance(added, str) and bool(added.strip()), "a word", "Put it in quotes."
    if not fits:
        raise spot.mistake(f"expected {expected}, got {_told(added)}", remedy)
    if shipped is not msgspec.UNSET and shipped != added:
        raise spot.mistake(f"is {_told(shipped)}, and what is shipped is only added to", "Leave it out.")
    return added


def _told(value: object) -> str:
    """A value as YAML writes it, cut where it is long."""
    return str(value).lower() if isinstance(value, bool) else reprlib.repr(value)
