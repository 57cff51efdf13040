"""Settings in the environment: REPORTCLI_ before the name of each, in capitals."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportcli.configuration.files import VARIABLE
from reportcli.configuration.places import Item, Named
from reportcli.configuration.values import NAMES, read_items
from reportcli.lexicon.own_files import nearest

_PREFIX = "REPORTCLI_"
_OTHERS = (VARIABLE, "REPORTCLI_CACHE")
_SEPARATORS = {"lexicon": os.pathsep, "rules": ",", "no_rules": ",", "aliases": ","}


def variable_of(name: str) -> str:
    """The variable that holds the setting of that name."""
    return _PREFIX + name.upper()


def read_variables(environment: Mapping[str, str]) -> Iterator[Item]:
    """What the variables say, of which an empty one says nothing; SettingsError for what none can mean."""
    names = {variable_of(name): name for name in NAMES}
    for variable, written in environment.items():
        if not variable.startswith(_PREFIX) or variable in _OTHERS:
            continue
        place = Named(variable)
        if variable not in names:
            raise place.mistake("unknown variable", nearest(variable, (*names, *_OTHERS)))
        if written:
            name = names[variable]
            yield from read_items(name, _parse(name, written, place), place, Path())


def _parse(name: str, written: str, place: Named) -> object:
    """What is written, as it would stand in a file."""
    if name == "keywords":
        return int(written) if written.isascii() and written.isdecimal() else written
    if name not in _SEPARATORS:
        return written
    parts = [part.strip() for part in written.split(_SEPARATORS[name]) if part.strip()]
    if name != "aliases":
        return parts
    pairs = [[each.strip() for each in part.split("=")] for part in parts]
    for part, pair in zip(parts, pairs, strict=True):
        if len(pair) != 2 or not all(pair):
            raise place.mistake(f"expected OLD=NEW, got {part!r}", "Write for example 坪山新区=坪山区,滨江片区=321102.")
    return dict(pairs)
