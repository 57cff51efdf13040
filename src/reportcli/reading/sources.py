"""What a user's arguments stand for: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportcli.model import Skipped
from reportcli.reading.documents import STDIN
from reportcli.reading.formats import ENDINGS


def find_sources(arguments: Iterable[str]) -> tuple[tuple[str, ...], tuple[Skipped, ...]]:
    """The paths that `arguments` stand for, each file once and in order, and the arguments that stand for none.

    An argument is a file, a folder (every report under it, sorted, hidden ones aside), a pattern that the shell left
    alone (`**` goes down into folders), or `-` for standard input. What a link in a folder, or one that a pattern
    finds, leads out to is left out and told.
    """
    sources: dict[str, str] = {}
    skipped: dict[str, Skipped] = {}
    for argument in arguments:
        for found in _expand(argument):
            if isinstance(found, Skipped):
                skipped.setdefault(found.source, found)
            else:
                sources.setdefault(found if found == STDIN else os.path.realpath(found), found)
    return tuple(sources.values()), tuple(skipped.values())


def _expand(argument: str) -> list[str | Skipped]:
    # A name that exists is itself, also where it holds brackets or a question mark. A pipe (<(...)) is no regular file.
    if argument == STDIN:
        return [argument]
    if os.path.exists(argument):
        if not os.path.isdir(argument):
            return [argument]
        return _stay_in(argument, _files(argument)) or [
            Skipped(
                argument,
                f"{argument}: this folder holds no report",
                f"Put reports there ({', '.join(ENDINGS)}), or name the file itself.",
            )
        ]
    if glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))
        return _stay_in(folder_of(argument), (file for match in matches for file in _files(match))) or [
            Skipped(
                argument, f"{argument}: no report matches this pattern", "Check the pattern; ** goes down into folders."
            )
        ]
    return [Skipped(argument, f"{argument}: no such file or folder", "Check the spelling and the folder you are in.")]


def folder_of(pattern: str) -> str:
    """The folder that a pattern looks in: `reports` of `reports/*/2024.txt`."""
    while glob.has_magic(pattern):
        pattern = os.path.dirname(pattern)
    return pattern or "."


def _stay_in(folder: str, paths: Iterable[str]) -> list[str | Skipped]:
    """The paths; in place of one that is a link, or under one, that leads out of `folder`, that it is left out."""
    home = os.path.realpath(folder)
    return [path if _is_in(home, os.path.realpath(path)) else _outside(path, folder) for path in paths]


def _is_in(home: str, path: str) -> bool:
    return path.startswith(os.path.join(home, ""))


def _outside(path: str, folder: str) -> Skipped:
    return Skipped(
        path, f"{path}: this link leads out of the folder {folder}", "Name the file itself, or the folder it is in."
    )


def _files(path: str) -> Iterator[str]:
    """`path` itself, or the reports anywhere under it if it is a folder."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield str(Path(folder, name))
