"""What stands in the lexicon, word by word, each with its place in what is shipped or in a user's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportcli.lexicon.additions import additions_to
from reportcli.lexicon.files import DATA, parse_yaml
from reportcli.lexicon.own_files import OwnFile, Spot, parse, read_content
from reportcli.patterns import regex

# How the places of what is shipped begin.
_SHIPPED = "reportcli/data/"
_FIELD = regex(r"[a-z_]+")


class Entry(NamedTuple):
    """A word in a part of the lexicon, such as cues.bounds_after.~; `place` is where it stands.

    `meaning` is what it stands for, where the lexicon says so.
    """

    part: str
    word: str
    meaning: str | None
    place: str


def entries(part: str) -> Iterator[Entry]:
    """The words of a part of the lexicon: those that are shipped, then what the users' files in force add."""
    if part == "stopwords":
        yield from _shipped_stopwords()
    elif part != "keywords":  # of these none are shipped
        spot, content = shipped(part)
        yield from walk(part, content, spot)
    for spot, content in additions_to(part):
        yield from walk(part, content, spot)


def added_entries(path: str) -> list[Entry]:
    """The words that a user's file adds, part by part."""
    file = parse(path, read_content(path))
    return [
        entry
        for part, content in file.parts.items()
        for entry in (_walk_indicators if part == "indicators" else walk)(part, content, file.spot(part))
    ]


def shipped(part: str) -> tuple[Spot, Any]:
    """What `data/<part>.yaml` holds that users may add to, and its place."""
    path = DATA / f"{part}.yaml"
    content = path.read_bytes()
    data: Any = parse_yaml(path, content)
    file = OwnFile(f"{_SHIPPED}{path.name}", content, data)
    # The indicators' file also says how names are spelled, which is not for users.
    return (file.spot(part), data[part]) if part == "indicators" else (file.spot(), data)


def walk(name: str, content: Any, spot: Spot) -> Iterator[Entry]:
    """The words under `spot`, in the list of that name or in lists below it."""
    match content:
        case str() if name.startswith("terms."):  # a list of words, divided by spaces
            yield from (Entry(name, word, None, spot.place) for word in content.split())
        case str():
            yield Entry(name, content, None, spot.place)
        case list():
            for index, each in enumerate(content):
                yield from _walk_record(name, each, spot.at(index))
        case None:
            return
        case dict():
            for key, each in content.items():
                if isinstance(each, str | list | dict) and not _is_meaning(name, each):
                    yield from walk(f"{name}.{key}", each, spot.at(key))
                else:
                    yield Entry(name, key, _tell(each), spot.at(key).place)


def _walk_indicators(name: str, groups: Any, spot: Spot) -> Iterator[Entry]:
    """The indicators that are new, and what is added to the lists of each."""
    for group, indicators in (groups or {}).items():
        for indicator, fields in (indicators or {}).items():
            place = spot.at(group).at(indicator)
            if "polarity" in (fields or {}):  # without it there is none that is new
                yield Entry(f"{name}.{group}", indicator, None, place.place)
            for key, content in (fields or {}).items():
                if isinstance(content, list):
                    yield from walk(f"{name}.{group}.{indicator}.{key}", content, place.at(key))


def _walk_record(name: str, each: Any, spot: Spot) -> Iterator[Entry]:
    """A word of a list, or the words of a record with what else it says: {measure: level, words: [突破]}."""
    if not isinstance(each, dict):
        yield from walk(name, each, spot)
        return
    meaning = _tell({key: value for key, value in each.items() if key != "words"})
    for index, word in enumerate(each["words"]):
        yield Entry(name, word, meaning, spot.at("words").at(index).place)


def _is_meaning(name: str, value: Any) -> bool:
    """Whether it is what a word stands for: a text, or fields with a text each."""
    if isinstance(value, dict):
        return bool(value) and not any(isinstance(each, list | dict) for each in value.values()) and _has_fields(value)
    return isinstance(value, str) and name != "terms"


def _has_fields(value: dict[Any, Any]) -> bool:
    return all(isinstance(key, str) and _FIELD.fullmatch(key) for key in value)


def _tell(value: Any) -> str | None:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_tell(each)}" for key, each in value.items())
    return str(value).lower() if isinstance(value, bool) else None if value is None else str(value)


def _shipped_stopwords() -> Iterator[Entry]:
    lines = (DATA / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.startswith("#"):
            yield from (Entry("stopwords", word, None, f"{_SHIPPED}stopwords.txt:{number}") for word in line.split())
