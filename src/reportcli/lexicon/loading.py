"""The parts of the lexicon: the files under `data/` with what the user's files in force add to them."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from reportcli.lexicon.additions import additions_to, blame, compiled, merge
from reportcli.lexicon.files import DATA, read_yaml

T = TypeVar("T", bound=msgspec.Struct)


def load(name: str, shape: type[T]) -> T:
    """The content of `data/<name>.yaml` and its additions as a `shape`, a frozen Struct that forbids unknown fields.

    It is read once for each lexicon in force. Raises SettingsError where the file is missing, is not YAML or does not
    have that shape.
    """
    return cast(T, _load(name, shape))


@compiled
def _load(name: str, shape: Any) -> object:
    additions = additions_to(name)
    if not additions:
        return _shipped(name, shape)
    merged: Any = _shipped(name, dict)
    for added in additions:
        merged = merge(merged, added, "", name)
    try:
        return msgspec.convert(merged, shape)
    except msgspec.ValidationError as error:
        raise blame(error, name) from error


@cache
def _shipped(name: str, shape: Any) -> object:
    return read_yaml(DATA / f"{name}.yaml", shape)
