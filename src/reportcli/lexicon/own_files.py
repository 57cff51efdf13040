"""Users' own files: one mapping each, whose keys are the files under `data/` that it adds to.

    indicators:
      农业:
        油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}
      财政金融:
        一般公共预算收入: {aliases: [本级财力]}
    cues:
      topics: [油茶林]
    keywords: [油茶小镇]
    stopwords: [油茶节]

A mistake in one is told with the file, the line and the keys that lead to it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reportcli.errors import SettingsError
from reportcli.lexicon.files import find_line, parse_yaml

# The shipped lexicon has 200 kB.
MAX_BYTES = 4 * 1024 * 1024

# What can be added to.
PARTS = (
    "indicators",
    "units",
    "cues",
    "headings",
    "place_words",
    "gazetteer",
    "terms",
    "noise",
    "tables",
    "comparability",
    "keywords",
    "stopwords",
)


class OwnFile(NamedTuple):
    """A user's file: what it adds to each part that it names. `content` tells the lines of mistakes."""

    path: str
    content: bytes
    parts: dict[str, Any]

    def spot(self, *keys: object) -> Spot:
        """The place that the keys lead to."""
        return Spot(self, keys)


class Spot(NamedTuple):
    """A place in a user's file: the keys, and indices of lists, that lead there."""

    file: OwnFile
    keys: tuple[object, ...]

    def at(self, key: object) -> Spot:
        """The place under that key."""
        return Spot(self.file, (*self.keys, key))

    @property
    def place(self) -> str:
        """The file and the line."""
        return f"{self.file.path}:{find_line(self.file.content, self.keys)}"

    def mistake(self, problem: str, remedy: str) -> SettingsError:
        """The error that says what is wrong at this place."""
        keys = ".".join(f"{key}" for key in self.keys if not isinstance(key, int))
        where = f"{self.place}: {keys}"
        return SettingsError(f"{where}: {problem}" if keys else f"{where}{problem}", remedy)


def read_content(path: str) -> bytes:
    """The bytes of a user's file; SettingsError where there are none to be had, or too many."""
    try:
        with open(path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read: {error.strerror}", "Check the path of the file that adds to the lexicon."
        ) from error
    if len(content) > MAX_BYTES:
        raise SettingsError(
            f"{path}: larger than {MAX_BYTES // 1024**2} MB, the most that is read",
            "Check the path of the file that adds to the lexicon.",
        )
    return content


def parse(path: str, content: bytes, known: Sequence[str] = PARTS) -> OwnFile:
    """A user's file; SettingsError where it is not YAML, or has a key that is not known: no part of the lexicon."""
    data = parse_yaml(Path(path), content)
    file = OwnFile(path, content, data if isinstance(data, dict) else {})
    if data is not None and not isinstance(data, dict):
        raise file.spot().mistake("expected a mapping", f"Its keys are of {', '.join(known)}.")
    for key in file.parts:
        if key not in known:
            raise file.spot(key).mistake("unknown key", nearest(key, known))
    return file


def nearest(key: object, known: Iterable[str]) -> str:
    """A remedy for an unknown key: the known one that it resembles most, or all of them."""
    names = list(known)
    near = difflib.get_close_matches(str(key), names, 1)
    return f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(names)}."
