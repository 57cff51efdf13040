"""The settings in force as rows, each with where it comes from, and the files that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcli.configuration.files import Looked
from reportcli.configuration.layers import Configuration
from reportcli.configuration.places import Item
from reportcli.configuration.values import NAMES
from reportcli.model import Cell, Rows
from reportcli.settings import Settings

DEFAULT = "default"


def setting_rows(configuration: Configuration) -> Rows:
    """A row a value: of lists one for each member, of aliases one for each name."""
    rows: list[tuple[Cell, ...]] = []
    for name in NAMES:
        items = [item for item in configuration.items if item.name == name]
        rows += [row for item in items for row in _lay(item)] or [(name, getattr(Settings(), name) or None, DEFAULT)]
    return Rows(("setting", "value", "origin"), tuple(rows))


def _lay(item: Item) -> Iterator[tuple[Cell, ...]]:
    place = item.place.place
    match item.name:
        case "aliases":
            old, new = item.value
            yield f"{item.name}.{old}", new, place
        case "lexicon":
            for path in item.value or (None,):
                yield item.name, path, place
        case _:
            yield item.name, item.value, place


def file_rows(files: Iterable[Looked]) -> Rows:
    """A row a file that was looked for."""
    rows = ((each.whose, str(each.path) if each.path else None, each.found) for each in files)
    return Rows(("file", "path", "found"), tuple(rows))
