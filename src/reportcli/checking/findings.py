"""What a check finds: something odd, with the words of the report that show it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "info"]


class Quote(Struct, frozen=True):
    """Words of a report, verbatim: `text` is what stands from `start` to `end` in `source`, and begins in `line`."""

    source: str | None
    line: int
    start: int
    end: int
    text: str


class Oddity(Struct, frozen=True):
    """What a rule found.

    `first` and `second` are the words that do not go together, in the order of the text; of two reports, or two years,
    `first` is what is odd and `second` what it is held against. `second` is None where one place says it all. `facts`
    are the numbers and names that the rule's message has places for.
    """

    first: Quote
    second: Quote | None
    facts: tuple[str, ...]


class Finding(Struct, frozen=True):
    """An oddity with the rule that found it and how much it matters."""

    rule: str
    severity: Severity
    oddity: Oddity
