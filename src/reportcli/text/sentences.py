"""Sentences of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.model import Passage, Sentence
from reportcli.patterns import regex

# An ASCII full stop between Chinese words is one too.
# A sentence ends right after its mark: a closing quote that follows it opens the next one, and is left out there.
_END = regex(r"[。！？；!?;]+|(?<=[^\x00-\x7f]{4})\.(?=[^\x00-\x7f]{4})")
# A table or a list without full stops can run on for pages: it is cut after so many characters, at a mark where
# one follows soon.
_LONGEST = 1000
_MARK = regex(r"[，、,]")
_LEAD = regex(r"[\s”’」』〞\"']*")


def find_sentences(paragraph: Passage) -> list[Sentence]:
    """The sentences of `paragraph`, in order, without leading space and closing quotes; none is blank."""
    text, offsets = paragraph.text, paragraph.offsets
    found: list[Sentence] = []
    begin = 0
    for stop in _stops(text):
        lead = _LEAD.match(text, begin, stop)
        start = lead.end() if lead else begin
        end = start + len(text[start:stop].rstrip())
        if end > start:
            found.append(Sentence(text[start:end], offsets[start:end], not found))
        begin = stop
    return found


def _stops(text: str) -> Iterator[int]:
    """Where the sentences of `text` end, one after the other."""
    begin = 0
    for stop in [match.end() for match in _END.finditer(text)] + [len(text)]:
        while stop - begin > _LONGEST:
            mark = _MARK.search(text, begin + _LONGEST, min(begin + 2 * _LONGEST, stop))
            begin = mark.end() if mark else begin + _LONGEST
            yield begin
        begin = stop
        yield stop
