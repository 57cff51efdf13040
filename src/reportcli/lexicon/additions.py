"""What a user adds to the lexicon: YAML files whose keys are the files under `data/`, put in force for a while.

    indicators:
      农业:
        油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}
      财政金融:
        一般公共预算收入: {aliases: [本级财力]}
    cues:
      topics: [油茶林]

Lists are added to, mappings merged; nothing of what is shipped is lost.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from reportcli.errors import SettingsError
from reportcli.lexicon.files import parse_yaml

# The files that can be added to.
PARTS = ("indicators", "units", "cues", "headings", "place_words", "noise", "terms")

P = ParamSpec("P")
R = TypeVar("R")


class Additions:
    """The content of a user's files, one mapping a part of the lexicon; equal to itself only.

    `paths` are the files, for messages.
    """

    def __init__(self, paths: tuple[str, ...], parts: dict[str, tuple[dict[str, Any], ...]]) -> None:
        self.paths = paths
        self.parts = parts


_NOTHING = Additions((), {})
_in_force: ContextVar[Additions] = ContextVar("additions", default=_NOTHING)


@contextmanager
def using(paths: Sequence[str]) -> Iterator[None]:
    """Put the users' files in force within the block, for the thread or task that runs it.

    Raises SettingsError where a file cannot be read, is not YAML, or has a key that no part of the lexicon has.
    """
    token = _in_force.set(_read(tuple(paths)) if paths else _NOTHING)
    try:
        yield
    finally:
        _in_force.reset(token)


@lru_cache(maxsize=8)
def _read(paths: tuple[str, ...]) -> Additions:
    parts: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            raise SettingsError(f"{path}: cannot be read: {error.strerror}", "Check the path.") from error
        data = parse_yaml(Path(path), content)
        if not isinstance(data, dict):
            raise SettingsError(f"{path}: expected keys like indicators or cues", f"Known are {', '.join(PARTS)}.")
        for key, value in data.items():
            if key not in PARTS:
                raise SettingsError(f"{path}: unknown key {key!r}", _did_you_mean(str(key), PARTS))
            if not isinstance(value, dict):
                raise SettingsError(f"{path}: {key}: expected a mapping", f"Look at {key}.yaml of the lexicon.")
            # The file of indicators holds more than them; a user adds groups of indicators.
            parts.setdefault(key, []).append({"indicators": value} if key == "indicators" else value)
    return Additions(paths, {part: tuple(values) for part, values in parts.items()})


def _did_you_mean(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, 1)
    return f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(known)}."


def additions_to(part: str) -> tuple[dict[str, Any], ...]:
    """What the files in force add to a part of the lexicon."""
    return _in_force.get().parts.get(part, ())


def merge(shipped: Any, added: Any, path: str, part: str) -> Any:
    """`shipped` with what a user added; `path` says where in the part, for messages.

    Raises SettingsError where the two are of different kinds, or a single value would be changed.
    """
    if isinstance(shipped, dict) and isinstance(added, dict):
        known = {str(key): key for key in shipped}
        merged = dict(shipped)
        for key, value in added.items():
            at = f"{path}.{key}" if path else str(key)
            if key in shipped:
                merged[key] = merge(shipped[key], value, at, part)
            elif path or part == "indicators" or str(key) in known:
                merged[key] = value
            else:
                raise mistake(f"{part}: unknown key {key!r}", _did_you_mean(str(key), list(known)))
        return merged
    if isinstance(shipped, list) and isinstance(added, list):
        return shipped + added
    if shipped == added:
        return shipped
    if isinstance(shipped, str) and isinstance(added, str) and part == "terms":
        return f"{shipped} {added}"
    kind = "a mapping" if isinstance(shipped, dict) else "a list" if isinstance(shipped, list) else f"{shipped!r}"
    raise mistake(f"{part}: {path}: expected {kind}, got {added!r}", "Correct the value at that key.")


def mistake(problem: str, remedy: str) -> SettingsError:
    """The error of the users' files in force."""
    return SettingsError(f"{', '.join(_in_force.get().paths)}: {problem}", remedy)


def blame(error: Exception, part: str) -> SettingsError:
    """The error of a user's files whose merged content is not of the part's shape."""
    return mistake(f"{part}: {error}", "Correct the value at that key.")


def compiled(function: Callable[P, R], size: int | None = None) -> Callable[P, R]:
    """A cache of what `function` makes of the lexicon, for each lexicon in force; of `size` entries, or all."""

    # The values of parameters are hashable, which ParamSpec cannot say.
    make: Any = lru_cache(maxsize=size)(lambda _, *args, **kwargs: function(*args, **kwargs))

    @wraps(function)
    def get(*args: P.args, **kwargs: P.kwargs) -> R:
        return cast(R, make(_in_force.get(), *args, **kwargs))

    return get
