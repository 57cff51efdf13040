"""What a user can set: typed, with the defaults."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a report is read.

    `keywords` is how many keywords a section or report gets at most, `sentences` how many sentences a summary has at
    most; `tokenizer` is what cuts words where words are needed (keywords only);
    `lexicon` are the paths of YAML files that add to the lexicon; `name_pattern` is a regular expression that finds
    the groups `place` and `year` in the path of a file, for where its text is silent, in place of the usual rule.
    """

    keywords: int = 10
    sentences: int = 4
    tokenizer: Literal["rjieba", "jieba"] = "rjieba"
    lexicon: tuple[str, ...] = ()
    name_pattern: str | None = None
