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
    alone (`**` goes down into folders), or `-` for standard input.
    """
    sources: dict[str, str] = {}
    skipped: list[Skipped] = []
    for argument in arguments:
        found = _expand(argument)
        if isinstance(found, Skipped):
            skipped.append(found)
        else:
            for source in found:
                sources.setdefault(source if source == STDIN else os.path.realpath(source), source)
    return tuple(sources.values()), tuple(skipped)


def _expand(argument: str) -> list[str] | Skipped:
    # A name that exists is itself, also where it holds brackets or a question mark. A pipe (<(...)) is no regular file.
    if argument == STDIN:
        return [argument]
    if os.path.exists(argument):
        return list(_files(argument)) or Skipped(
            argument,
            f"{argument}: this folder holds no report",
            f"Put reports there ({', '.join(ENDINGS)}), or name the file itself.",
        )
    if glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))
        return [file for match in matches for file in _files(match)] or Skipped(
            argument, f"{argument}: no report matches this pattern", "Check the pattern; ** goes down into folders."
        )
    return Skipped(argument, f"{argument}: no such file or folder", "Check the spelling and the folder you are in.")


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
