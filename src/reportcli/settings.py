"""What a user can set: typed, with the defaults."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportcli.errors import SettingsError

Tokenizer = Literal["rjieba", "jieba"]
Summarizer = Literal["own", "snownlp"]
RuleName = Literal[
    "unequal-counts",
    "structure-sum",
    "part-above-whole",
    "part-unit",
    "two-values",
    "ten-thousand",
    "title-place",
    "title-year",
    "two-names",
    "goal-without-result",
    "result-without-goal",
    "growth-against-levels",
    "goal-below-result",
    "off-trend",
]


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a report is read.

    `keywords` is how many keywords a section or report gets at most, `sentences` how many sentences its summary has at
    most: a whole number, or as a fraction (0.1) the share of its sentences, rounded up. `tokenizer` is what cuts words
    where words are needed (keywords only), `summarizer` what chooses the sentences; `jieba` and `snownlp` are
    references to compare with, and installed only when asked for (`reportcli[jieba]`, `reportcli[snownlp]`).
    `lexicon` are the paths of YAML files that add to the lexicon; `aliases` say what names of places stand for: newer
    or official names, or codes, before all else that is known of a name; `rules` and `no_rules` are the names of rules
    of `check` that are switched on besides the usual ones, and off; `name_pattern` is a regular expression that finds
    the groups `place` and `year` in the path of a file, for where its text is silent, in place of the usual rule.
    Raises SettingsError for a number out of range.
    """

    keywords: int = 10
    sentences: int | float = 4
    tokenizer: Tokenizer = "rjieba"
    summarizer: Summarizer = "own"
    lexicon: tuple[str, ...] = ()
    aliases: dict[str, str] = {}
    rules: tuple[RuleName, ...] = ()
    no_rules: tuple[RuleName, ...] = ()
    name_pattern: str | None = None

    def __post_init__(self) -> None:
        if self.keywords < 0:
            raise SettingsError(f"keywords: {self.keywords} is less than none", "Set a whole number from 0 on.")
        if self.sentences < 0 or (isinstance(self.sentences, float) and self.sentences > 1):
            raise SettingsError(
                f"sentences: {self.sentences} is neither a number of sentences nor a share of them",
                "Set a whole number from 0 on, or a fraction from 0.0 to 1.0.",
            )
