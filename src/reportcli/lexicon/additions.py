"""What users' own files add to the lexicon, put in force for a while; caches that know which lexicon is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from reportcli.lexicon.own_files import OwnFile, Spot

P = ParamSpec("P")
R = TypeVar("R")

# Users' files with their bytes.
Contents = tuple[tuple[str, bytes], ...]

# How many lexicons are kept with what was compiled from them; the one used longest ago goes first.
_KEPT = 8


class Additions:
    """What some files add, in their order; equal to itself only.

    `made` holds a cache for each function that makes something of the lexicon: it goes with the additions.
    """

    def __init__(self, files: tuple[OwnFile, ...]) -> None:
        self.files = files
        self.paths = tuple(file.path for file in files)
        self.made: dict[Callable[..., object], Callable[..., object]] = {}


_NOTHING = Additions(())
_in_force: ContextVar[Additions] = ContextVar("additions", default=_NOTHING)


@contextmanager
def using(paths: Sequence[str]) -> Iterator[None]:
    """Put the users' files in force within the block, for the thread or task that runs it.

    A file is read at the beginning of the block, but not again in a block of the same files within: all of one run has
    the same lexicon, also where a file changes meanwhile or is a pipe. Raises SettingsError where a file cannot be
    read, is not YAML, or has a key that names no part of the lexicon.
    """
    asked = tuple(paths)
    with _using(_in_force.get() if asked == _in_force.get().paths else _made_of(read_files(asked))):
        yield


@contextmanager
def using_contents(contents: Contents) -> Iterator[None]:
    """Put files in force that were read before, perhaps by another process."""
    with _using(_made_of(contents)):
        yield


def read_files(paths: Sequence[str]) -> Contents:
    """The users' files with their bytes; SettingsError where one cannot be read."""
    if not paths:
        return ()
    from reportcli.lexicon.own_files import read_content  # noqa: PLC0415 - most runs have no such files

    return tuple((path, read_content(path)) for path in paths)


@contextmanager
def _using(additions: Additions) -> Iterator[None]:
    token = _in_force.set(additions)
    try:
        yield
    finally:
        _in_force.reset(token)


def _made_of(contents: Contents) -> Additions:
    return _parse(contents) if contents else _NOTHING


@lru_cache(maxsize=_KEPT)  # by what is in the files: a changed file is another lexicon
def _parse(contents: Contents) -> Additions:
    from reportcli.lexicon.own_files import parse  # noqa: PLC0415

    return Additions(tuple(parse(path, content) for path, content in contents))


def additions_to(part: str) -> list[tuple[Spot, Any]]:
    """What the files in force add to a part of the lexicon, each with its place."""
    return [(file.spot(part), file.parts[part]) for file in _in_force.get().files if part in file.parts]


def compiled(function: Callable[P, R], size: int | None = None) -> Callable[P, R]:
    """A cache of what `function` makes of the lexicon, for each lexicon in force; of `size` entries, or all."""

    @wraps(function)
    def get(*args: P.args, **kwargs: P.kwargs) -> R:
        made = _in_force.get().made
        known = made.get(function)
        if known is None:  # by setdefault all threads get the same
            known = made.setdefault(function, cast(Callable[..., object], lru_cache(size)(function)))
        return cast(R, known(*args, **kwargs))

    return get
