"""What reading a sentence needs to know: the sentence, and what was named before it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportcli.extraction import indicators as names
from reportcli.extraction.cues import Cues
from reportcli.extraction.owners import Owners
from reportcli.extraction.periods import Time
from reportcli.model import Measure


class Memory(Struct):
    """What was named before, in this sentence and the ones that it continues.

    `subject` is what was measured last, `stem` and `before` the last two names that stood on their own, `parent` the
    whole that parts are of; `lead` the sentence before if it had no number, `topic` what the clause before was said to
    be about; `span` the last span of years named, `group` the last list of names; `measure` and `unit` are those of the
    last figure, `base` the year that the last growth was against, and of what, `origin` the year that the
    changes of the sentence begin in, `summed` whether the last figure added up over the time in force.
    """

    subject: str = ""
    stem: str = ""
    before: str = ""
    parent: str = ""
    lead: str = ""
    topic: str = ""
    span: tuple[int, int] | None = None
    group: tuple[str, ...] = ()
    measure: Measure | None = None
    unit: str = ""
    base: tuple[int, str] = (0, "")
    origin: int = 0
    summed: bool = False


class Speaker(Struct, frozen=True):
    """The sentence that is read: its text, its times, the year of the report's plan, the names of its place.

    `asides` are where a time holds only up to the end: brackets, goals that are quoted.

    `within` is whether the report looks back on a part of that year, `owners` the places inside of the reporting one.
    """

    text: str
    times: Sequence[Time]
    year: int
    within: bool
    places: tuple[str, ...]
    cues: Cues
    asides: Sequence[tuple[int, int]] = ()
    owners: Owners | None = None

    def clean(self, words: str) -> str:
        """`words` as a name."""
        return names.clean_name(words, self.cues, self.places) if words else ""
