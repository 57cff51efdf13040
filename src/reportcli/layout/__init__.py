"""From a document's text to clean paragraphs in which every character keeps its offset."""

from __future__ import annotations

from reportcli.layout.folding import fold
from reportcli.model import Paragraph

__all__ = ["find_paragraphs"]


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of content in `text`, in order; none is blank. Offsets are code points into `text`."""
    found: list[Paragraph] = []
    begin = 0
    for line in fold(text).splitlines(keepends=True):
        content = line.strip()
        if content:
            start = begin + line.index(content)
            found.append(Paragraph(content, range(start, start + len(content))))
        begin += len(line)
    return tuple(found)
