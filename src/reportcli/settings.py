"""What a user can set: typed, with the defaults."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a report is read.

    `keywords` is how many keywords a section or report gets at most, `sentences` how many sentences a summary has at
    most; `tokenizer` is what cuts words where words are needed (keywords only); `lexicon` are the paths of YAML files
    that add to the lexicon; `aliases` say what names of places stand for: newer or official names, or codes. They go
    before all else that is known of a name. `rules` and `no_rules` are the names of rules of `check` that are switched
    on besides the usual ones, and off.
    """

    keywords: int = 10
    sentences: int = 4
    tokenizer: Literal["rjieba", "jieba"] = "rjieba"
    lexicon: tuple[str, ...] = ()
    aliases: dict[str, str] = {}
    rules: tuple[str, ...] = ()
    no_rules: tuple[str, ...] = ()
