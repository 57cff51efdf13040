"""Whether the codes that users give for names of places are those of divisions."""

from __future__ import annotations

from reportcli.gazetteer.divisions import at
from reportcli.gazetteer.words import gazetteer_words
from reportcli.lexicon.additions import additions_to

UNKNOWN = "no division has the code {}"
REMEDY = "`reportcli places NAME` tells the codes of places."


def is_unknown(meant: str | None) -> bool:
    """Whether it is a code, not a name, that no division has."""
    return meant is not None and meant.isascii() and meant.isdecimal() and at(meant) is None


def check_aliases() -> None:
    """Raises SettingsError for the first alias in users' files that stands for an unknown code, and other mistakes."""
    gazetteer_words()
    for spot, added in additions_to("gazetteer"):
        for name, meant in ((added or {}).get("aliases") or {}).items():
            if is_unknown(meant):
                raise spot.at("aliases").at(name).mistake(UNKNOWN.format(meant), REMEDY)
