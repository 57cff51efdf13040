"""The places that a setting can come from, besides a line of a file: a variable or a flag."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from reportcli.errors import SettingsError


class Place(Protocol):
    """Where a value stands: a spot in a file, a variable or a flag."""

    @property
    def place(self) -> str:
        """The place in words."""

    def at(self, key: object, /) -> Place:
        """The place of what stands under that key."""

    def mistake(self, problem: str, remedy: str, /) -> SettingsError:
        """The error that says what is wrong there."""


class Named(NamedTuple):
    """A variable or a flag, which has no places within."""

    place: str

    def at(self, _: object, /) -> Named:
        """Itself."""
        return self

    def mistake(self, problem: str, remedy: str, /) -> SettingsError:
        """The error that says what is wrong there."""
        return SettingsError(f"{self.place}: {problem}", remedy)


class Item(NamedTuple):
    """What one source says of a setting: the value, or one name of a list of rules, or one pair of the aliases."""

    name: str
    value: Any
    place: Place
