"""Terms: what a section speaks of, each with what is known of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Term(Struct, frozen=True, gc=False):
    """A term of a section or more.

    `start` is the offset of the first sentence that has it; `weight` what it says by itself, how often it is mentioned
    left aside. Of an indicator: `achieved`, `aimed` that there is a result, a goal; `canonical` its standard name, if
    the lexicon knows it. `is_asked` is true of a word that the user asks for.
    """

    text: str
    start: int
    weight: float
    mentions: int = 1
    is_indicator: bool = False
    achieved: bool = False
    aimed: bool = False
    canonical: str | None = None
    is_asked: bool = False

    def merged(self, other: Term) -> Term:
        """The same term with what is said of it in another place too."""
        return Term(
            self.text,
            min(self.start, other.start),
            max(self.weight, other.weight),
            self.mentions + other.mentions,
            self.is_indicator or other.is_indicator,
            self.achieved or other.achieved,
            self.aimed or other.aimed,
            self.canonical or other.canonical,
            self.is_asked or other.is_asked,
        )


def merge_terms(found: Iterable[Term]) -> list[Term]:
    """Each term once."""
    merged: dict[str, Term] = {}
    for term in found:
        known = merged.get(term.text)
        merged[term.text] = known.merged(term) if known else term
    return list(merged.values())
