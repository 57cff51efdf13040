"""Which of the files that were found are taken."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath


def choose(paths: Iterable[str], include: Collection[str], exclude: Collection[str]) -> tuple[str, ...]:
    """The paths that one of the patterns `include` fits, if there are any, and none of `exclude`.

    A pattern is of a file's name or of its whole path as it was found; `*` also goes over `/`.
    """
    return tuple(path for path in paths if (not include or _fits(path, include)) and not _fits(path, exclude))


def _fits(path: str, patterns: Collection[str]) -> bool:
    names = (os.path.basename(path), PurePath(path).as_posix())
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)
