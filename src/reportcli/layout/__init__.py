"""From a document's text to clean paragraphs in which every character keeps its offset."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from reportcli.layout.folding import fold, leave_out
from reportcli.layout.lines import Line, find_lines
from reportcli.layout.lost_ends import cut
from reportcli.layout.noise import drop_noise
from reportcli.layout.repeats import drop_repeats
from reportcli.layout.spaces import find_cuts
from reportcli.layout.wrapping import join_lines
from reportcli.model import Paragraph

__all__ = ["find_paragraphs"]


def find_paragraphs(text: str, unread: Sequence[tuple[int, int]] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of content in `text`, in order; none is blank. Offsets are code points into `text`.

    The spans `unread` are in none of them: tables, marks.

    1. Full-width digits and letters become plain ones, and so do all kinds of space, one character for one.
    2. Lines end at every kind of line, page and paragraph end.
    3. What stands twice on the page counts once.
    4. Furniture of the page goes: navigation, page numbers, its foot.
    5. Lines that were broken within a sentence are joined.
    6. Spaces within numbers and words, and the marks of footnotes, are left out.
    7. Title, salutation and headings that lost their line's end are cut from what follows.
    """
    folded = leave_out(fold(text), unread)
    lines = drop_noise(drop_repeats(find_lines(text, folded)))
    found = (_paragraph(folded, paragraph) for paragraph in join_lines(lines))
    return tuple(chain.from_iterable(cut(paragraph) for paragraph in found if paragraph is not None))


def _paragraph(folded: str, lines: Sequence[Line]) -> Paragraph | None:
    """The paragraph that `lines` make, None if nothing of them is left."""
    raw, offsets = _join(folded, lines)
    cuts = find_cuts(raw)
    if cuts:
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw)]
        kept = [slice(start, end) for start, end in zip(starts, ends, strict=True)]
        raw = "".join(raw[piece] for piece in kept)
        offsets = tuple(chain.from_iterable(offsets[piece] for piece in kept))
    if not raw:
        return None
    if offsets[-1] - offsets[0] == len(offsets) - 1:
        offsets = range(offsets[0], offsets[-1] + 1)
    return Paragraph(raw, offsets)


def _join(folded: str, lines: Sequence[Line]) -> tuple[str, Sequence[int]]:
    """The folded text of `lines` in a row, and where each character of it stands."""
    if len(lines) == 1:
        return folded[lines[0].start : lines[0].end], range(lines[0].start, lines[0].end)
    texts: list[str] = []
    places: list[range] = []
    for line, after in zip_longest(lines, lines[1:]):
        texts.append(folded[line.start : line.end])
        places.append(range(line.start, line.end))
        if after and _is_latin(line.text[-1]) and _is_latin(after.text[0]):
            texts.append(" ")  # the line's end stands for it
            places.append(range(line.end, line.end + 1))
    return "".join(texts), tuple(chain.from_iterable(places))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
