"""Files of settings: where they are looked for, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from reportcli.configuration.places import Item
from reportcli.configuration.values import NAMES, read_items
from reportcli.errors import SettingsError
from reportcli.lexicon.own_files import parse

USER_FILE = "config.yaml"
PROJECT_FILE = "reportcli.yaml"
# Names a file that is read in place of the user's and the project's.
VARIABLE = "REPORTCLI_CONFIG"


class Looked(NamedTuple):
    """A file that was looked for; `path` is None where there is no place to look in."""

    whose: Literal["user", "project", "REPORTCLI_CONFIG"]
    path: Path | None
    found: bool


def find_files(user_folder: Path | None, environment: Mapping[str, str]) -> tuple[Looked, ...]:
    """The files of settings that count here, each before what overrules it; one that is named must be there."""
    if named := environment.get(VARIABLE):
        return (Looked("REPORTCLI_CONFIG", Path(named), os.path.exists(named)),)
    user = user_folder / USER_FILE if user_folder else None
    project = _find_project_file()
    return (
        Looked("user", user, user is not None and os.path.isfile(user)),
        Looked("project", project or Path(PROJECT_FILE), project is not None),
    )


def _find_project_file() -> Path | None:
    """That of the working directory, by its name alone, or of the nearest folder above."""
    if os.path.isfile(PROJECT_FILE):
        return Path(PROJECT_FILE)
    try:
        here = Path.cwd()
    except OSError:  # a folder that was removed
        return None
    return next((path for folder in here.parents if os.path.isfile(path := folder / PROJECT_FILE)), None)


def read_file(path: Path) -> Iterator[Item]:
    """What a file says; SettingsError for what it cannot mean."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read: {error.strerror}", "Make it readable, or name another file of settings."
        ) from error
    file = parse(str(path), content, NAMES)
    for name, given in file.parts.items():
        yield from read_items(name, given, file.spot(name), path.parent)
