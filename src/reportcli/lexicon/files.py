"""YAML files, read into typed, frozen values.

Parsing YAML costs far more than anything else here, so what was parsed is kept as MessagePack in the user's cache
folder, under a name made of the file's content: a changed file is another entry, so no entry is ever out of date. The
cache is only ever a gain of time: where it cannot be read or written, the YAML is parsed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from reportcli.errors import SettingsError
from reportcli.lexicon.yaml_limits import find_excess

T = TypeVar("T", bound=msgspec.Struct)

DATA = Path(__file__).parent.parent / "data"

# Part of an entry's name; raise it when the same YAML has to give other plain data than before.
CACHE_FORMAT = 1


def read_yaml(path: Path, shape: type[T]) -> T:
    """The content of a YAML file as a `shape`, by way of the cache.

    Raises SettingsError, which names the file, the place in it and what was expected there.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read: {error.strerror}", "Check the path, or install reportcli again."
        ) from error
    entry = _cache_entry(path.stem, content)
    if entry is not None:
        with suppress(OSError, msgspec.DecodeError):  # no entry yet, or a damaged one, or data of another shape
            return msgspec.msgpack.decode(entry.read_bytes(), type=shape)
    data = parse_yaml(path, content)
    try:
        value = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        # msgspec ends its message with the path of the key: "Expected `str`, got `int` - at `$.indicators[3].name`"
        raise SettingsError(f"{path}: {error}", "Correct the value at that key.") from error
    if entry is not None:
        _store(entry, data)
    return value


def parse_yaml(path: Path, content: bytes) -> object:
    """The plain data of a YAML file.

    Raises SettingsError with the place where it is none, is too much, or a key stands twice.
    """
    import yaml  # noqa: PLC0415 - not needed where the cache holds the file

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # not every build has the C loader
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
            """PyYAML lets the last of two equal keys win without a word."""
            seen: set[str] = set()
            for key, _ in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    continue  # no key of ours; PyYAML says so where it cannot be one
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        problem=f"{key.value} is there twice", problem_mark=key.start_mark
                    )
                seen.add(key.value)
            return cast(dict[object, object], super().construct_mapping(node, deep))

    try:
        if excess := find_excess(content, Loader):
            raise yaml.constructor.ConstructorError(problem=excess[0], problem_mark=excess[1])
        return cast(object, yaml.load(content, Loader=Loader))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: what looks like a date and is none
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        remedy = "Save it as UTF-8." if isinstance(error, yaml.reader.ReaderError) else "Correct the file there."
        raise SettingsError(f"{place}: not YAML: {what}", remedy) from error


def find_line(content: bytes, keys: Sequence[object]) -> int:
    """The line, from 1, of what `keys` lead to in a YAML text, or of the last of them that is there."""
    import yaml  # noqa: PLC0415 - only where a place is to be told

    node, line = _compose(content), 0
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            places = [(name, value) for name, value in node.value if name.value == str(key)]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            places = [(item, item) for item in node.value[key : key + 1]]
        else:
            break
        if not places:
            break
        name, node = places[0]
        line = name.start_mark.line
    return line + 1


@lru_cache(maxsize=16)
def _compose(content: bytes) -> object:
    import yaml  # noqa: PLC0415

    return cast(object, yaml.compose(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def cache_folder() -> Path | None:
    """Where this user's cache of reportcli is: REPORTCLI_CACHE, else the platform's place; None where there is none."""
    if own := os.environ.get("REPORTCLI_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # the XDG specification: a relative path is to be ignored
            base = os.path.expanduser("~/.cache")
    # expanduser leaves the ~ where a user has no home folder
    return Path(base, "reportcli") if os.path.isabs(base) else None


def _cache_entry(name: str, content: bytes) -> Path | None:
    import hashlib  # noqa: PLC0415

    folder = cache_folder()
    digest = hashlib.sha256(content).hexdigest()[:32]
    return folder / f"{name}-{CACHE_FORMAT}-{digest}.msgpack" if folder is not None else None


def _store(entry: Path, data: object) -> None:
    """Write an entry whole or not at all: a reader, or another writer at the same time, never sees half of one."""
    import tempfile  # noqa: PLC0415 - only on the first run

    with suppress(OSError, TypeError):  # TypeError, msgspec: YAML can hold what MessagePack cannot
        packed = msgspec.msgpack.encode(data)
        entry.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=entry.parent, prefix=entry.stem)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            os.replace(temporary, entry)
        except OSError:
            os.unlink(temporary)
            raise
