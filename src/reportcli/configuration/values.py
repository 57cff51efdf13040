"""Whether what a source says of a setting can be meant, and what it comes to."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from reportcli.configuration.places import Item, Place
from reportcli.errors import SettingsError
from reportcli.gazetteer.aliases import REMEDY, UNKNOWN, is_unknown
from reportcli.lexicon.own_files import nearest
from reportcli.settings import RuleName, Settings, Summarizer, Tokenizer

NAMES = Settings.__struct_fields__


def read_items(name: str, given: object, place: Place, folder: Path) -> Iterator[Item]:
    """What is `given` for the setting of that name, where a path begins in `folder`; nothing where nothing is given.

    Raises SettingsError for what cannot be meant.
    """
    if given is None:
        return
    match name:
        case "aliases":
            for old, new in _mapping(given, place).items():
                yield Item(name, (_text(old, place.at(old)), _meant(new, place.at(old))), place.at(old))
        case "rules" | "no_rules":
            for index, rule in enumerate(_list(given, place)):
                yield Item(name, _one_of(get_args(RuleName), rule, place.at(index)), place.at(index))
        case "lexicon":
            files = enumerate(_list(given, place))
            yield Item(name, tuple(_file(file, place.at(index), folder) for index, file in files), place)
        case _:
            yield Item(name, _SCALARS[name](given, place), place)


def parse_sentences(written: str) -> int | float:
    """What is written for a summary's length: `5` is a number of sentences, `10%` their share, as a fraction.

    Raises ValueError for anything else.
    """
    number, percent, rest = written.partition("%")
    if number.isascii() and number.isdecimal() and not rest and (not percent or int(number) <= 100):
        return int(number) / 100 if percent else int(number)
    raise ValueError(f"{written!r} is neither a number of sentences (5) nor a percentage of them (10%)")


def _count(given: object, place: Place) -> int:
    if type(given) is not int or given < 0:
        raise _wrong("a whole number from 0 on", given, place, "Write one, without quotes: 10.")
    return given


def _sentences(given: object, place: Place) -> int | float:
    if isinstance(given, str):
        try:
            return parse_sentences(given)
        except ValueError:
            pass
    elif (type(given) is int and given >= 0) or (isinstance(given, float) and 0 <= given <= 1):
        return given
    raise _wrong("a number of sentences, or a percentage of them", given, place, "Write for example 4, or 10%.")


def _tokenizer(given: object, place: Place) -> str:
    return _one_of(get_args(Tokenizer), given, place)


def _summarizer(given: object, place: Place) -> str:
    return _one_of(get_args(Summarizer), given, place)


def _pattern(given: object, place: Place) -> str:
    from reportcli.segmentation.file_names import name_pattern  # noqa: PLC0415 - heavy, and few set one

    pattern = _text(given, place)
    try:
        name_pattern(pattern)
    except SettingsError as error:
        raise place.mistake(error.problem, error.remedy) from error
    return pattern


_SCALARS: dict[str, Callable[[object, Place], object]] = {
    "keywords": _count,
    "sentences": _sentences,
    "tokenizer": _tokenizer,
    "summarizer": _summarizer,
    "name_pattern": _pattern,
}


def _one_of(known: Sequence[str], given: object, place: Place) -> str:
    if not isinstance(given, str) or given not in known:
        raise _wrong(
            " or ".join(known) if len(known) < 5 else "the name of a rule", given, place, nearest(given, known)
        )
    return given


def _text(given: object, place: Place) -> str:
    if not isinstance(given, str) or not given.strip():
        remedy = f'Put it in quotes: "{given}".' if type(given) is int else "Put it in quotes."
        raise _wrong("a text", given, place, remedy)
    return given


def _meant(given: object, place: Place) -> str:
    meant = _text(given, place)
    if is_unknown(meant):
        raise place.mistake(UNKNOWN.format(meant), REMEDY)
    return meant


def _list(given: object, place: Place) -> list[Any]:
    if not isinstance(given, list):
        raise _wrong("a list", given, place, f"Write it as [{given}].")
    return given


def _mapping(given: object, place: Place) -> dict[Any, Any]:
    if not isinstance(given, dict):
        raise _wrong("a mapping", given, place, "Write it as old name: new name or code.")
    return given


def _file(given: object, place: Place, folder: Path) -> str:
    path = folder / os.path.expanduser(_text(given, place))
    if path.is_dir() or not path.exists():  # a pipe is a file, too
        problem = "is a folder" if path.is_dir() else "there is no such file"
        raise place.mistake(f"{path}: {problem}", f"Name a file; a relative path begins in {os.path.abspath(folder)}.")
    return str(path)


def _wrong(expected: str, given: object, place: Place, remedy: str) -> SettingsError:
    told = str(given).lower() if isinstance(given, bool) else reprlib.repr(given)
    return place.mistake(f"expected {expected}, got {told}", remedy)
