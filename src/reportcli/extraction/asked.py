"""A figure that wants a name, and what is known when it is asked for."""

from __future__ import annotations

from msgspec import Struct

from reportcli.extraction.clauses import Clause
from reportcli.extraction.cues import Cues
from reportcli.extraction.memory import Memory, Speaker

_SUMS = frozenset({"投资", "投入", "筹资", "投入资金", "财政投入"})


class Asked(Struct, frozen=True):
    """A figure that wants a name: `words` are those before it, `name` what they say; `child` opens with 其中."""

    speaker: Speaker
    clause: Clause
    memory: Memory
    words: str
    name: str
    child: bool

    @property
    def cues(self) -> Cues:
        """The words that the lexicon in force knows."""
        return self.speaker.cues

    @property
    def is_sum(self) -> bool:
        """Whether it is money under a name that only says that it was spent."""
        return self.name in _SUMS and self.clause.figure.family == "money"

    def stands(self, name: str) -> str:
        """Notes a name that stands on its own: later names can be of it."""
        self.memory.before, self.memory.stem = self.memory.stem, name
        return name
