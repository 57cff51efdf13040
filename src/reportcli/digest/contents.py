"""What a section holds, laid out by sentence: each step of the digest looks at it that way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec import Struct

from reportcli.model import Section, Sentence


class Content(Struct, frozen=True):
    """A section, with its sentences by their offset, and the offsets of those that give figures."""

    section: Section
    sentences: Mapping[int, Sentence]
    figured: Set[int]


def lay_out(section: Section, sentences: Sequence[Sentence]) -> Content:
    """The content of a section with these sentences."""
    at = {sentence.offsets[0]: sentence for sentence in sentences}
    return Content(
        section, at, {figure.sentence_start for figure in section.observations if figure.sentence_start in at}
    )
