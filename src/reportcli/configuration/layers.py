"""What the sources say, laid over one another: the later ones overrule those before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reportcli.configuration.files import find_files, read_file
from reportcli.configuration.places import Item, Named
from reportcli.configuration.variables import read_variables
from reportcli.settings import Settings

_RULES = frozenset({"rules", "no_rules"})


class Configuration(NamedTuple):
    """The settings in force, and the items that say so; what none of them sets is the default."""

    settings: Settings
    items: tuple[Item, ...]


def configure(user_folder: Path | None, environment: Mapping[str, str], flags: Mapping[str, Any]) -> Configuration:
    """The settings of the files that are found, the environment and flags; flags that are None or empty say nothing.

    A value overrules that of a lower source; names of rules and aliases are overruled one by one, so that one source
    adds to another. Raises SettingsError for the first mistake in any of them.
    """
    files = find_files(user_folder, environment)
    named = [file.path for file in files if file.path and (file.found or file.whose == "REPORTCLI_CONFIG")]
    layers = [[*read_file(path)] for path in named]
    layers.append([*read_variables(environment)])
    layers.append([*_read_flags(flags)])
    kept: list[Item] = []
    for layer in layers:
        kept = [old for old in kept if not any(_overrules(new, old) for new in layer)] + layer
    _check_aliases([item for item in kept if item.name == "aliases"])
    return Configuration(_make_settings(kept), tuple(kept))


def _read_flags(flags: Mapping[str, Any]) -> Iterable[Item]:
    """What flags say that were read already."""
    for name, value in flags.items():
        place = Named("--" + name.replace("_", "-"))
        if name == "aliases":
            yield from (Item(name, pair, place) for pair in value.items())
        elif name in _RULES:
            yield from (Item(name, rule, place) for rule in value or ())
        elif value is not None and value != ():
            yield Item(name, value, place)


def _overrules(new: Item, old: Item) -> bool:
    if new.name in _RULES:
        return old.name in _RULES and old.value == new.value
    if new.name == "aliases":
        return old.name == "aliases" and bool(old.value[0] == new.value[0])
    return old.name == new.name


def _check_aliases(items: Sequence[Item]) -> None:
    """Raises SettingsError where names of places lead round; one that is its own alias does not."""
    newer = dict(item.value for item in items)
    for item in reversed(items):
        old, name = item.value
        passed = {old}
        while name not in passed and name in newer:
            passed.add(name)
            name = newer[name]
        if name == old and len(passed) > 1:
            raise item.place.mistake(f"the new names of {old} lead back to it", "Leave one of them out.")


def _make_settings(items: Sequence[Item]) -> Settings:
    values: dict[str, Any] = {
        item.name: item.value for item in items if item.name not in _RULES and item.name != "aliases"
    }
    for name in _RULES:
        values[name] = tuple(item.value for item in items if item.name == name)
    return Settings(**values, aliases=dict(item.value for item in items if item.name == "aliases"))
