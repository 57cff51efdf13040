"""The parts of the lexicon: the files under `data/` with what the users' files in force add to them."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from reportcli.lexicon.additions import additions_to, compiled
from reportcli.lexicon.files import DATA, read_yaml

T = TypeVar("T", bound=msgspec.Struct)


def load(name: str, shape: type[T]) -> T:
    """The content of `data/<name>.yaml` and its additions as a `shape`, a frozen Struct that forbids unknown fields.

    It is read once for each lexicon in force. Raises SettingsError where the file is missing, is not YAML or does not
    have that shape.
    """
    return cast(T, _load(name, shape))


@compiled
def added_keywords() -> frozenset[str]:
    """The words that users ask for as keywords."""
    return frozenset(_add("keywords", [], tuple[str, ...])) - added_stopwords()


@compiled
def added_stopwords() -> frozenset[str]:
    """What users add to `data/stopwords.txt`."""
    return frozenset(_add("stopwords", [], tuple[str, ...]))


@compiled
def _load(name: str, shape: Any) -> object:
    if not additions_to(name):
        return _shipped(name, shape)
    shipped: Any = _shipped(name, dict)
    if name == "indicators":  # their file also says how names are spelled, which is not for users
        merged = shipped | {name: _add(name, shipped[name], get_type_hints(shape)[name])}
    else:
        merged = _add(name, shipped, shape)
    return msgspec.convert(merged, shape)


def _add(part: str, shipped: Any, shape: Any) -> Any:
    for spot, added in additions_to(part):
        from reportcli.lexicon.merging import merge  # noqa: PLC0415 - not needed without a user's file

        shipped = merge(shape, shipped, added, spot)
    return shipped


@cache
def _shipped(name: str, shape: type[Any]) -> object:
    return read_yaml(DATA / f"{name}.yaml", shape)
