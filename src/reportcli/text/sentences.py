"""Sentences of a paragraph."""

from __future__ import annotations

import re

from reportcli.model import Passage, Sentence

# A sentence ends right after its mark: a closing quote that follows it opens the next one, and is left out there.
_END = re.compile(r"[。！？；!?;]+")
_LEAD = re.compile(r"[\s”’」』〞\"']*")


def find_sentences(paragraph: Passage) -> list[Sentence]:
    """The sentences of `paragraph`, in order, without leading space and closing quotes; none is blank."""
    text, offsets = paragraph.text, paragraph.offsets
    found: list[Sentence] = []
    begin = 0
    for stop in [match.end() for match in _END.finditer(text)] + [len(text)]:
        lead = _LEAD.match(text, begin, stop)
        start = lead.end() if lead else begin
        end = start + len(text[start:stop].rstrip())
        if end > start:
            found.append(Sentence(text[start:end], offsets[start:end], not found))
        begin = stop
    return found
