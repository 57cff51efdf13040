"""The characters of a page as lines in the order of reading: down each column, the left one first.

Characters on one baseline with no wide gap between them are a segment. A gutter is a strip that hardly any segment
crosses, with prose on both sides; those that do cross it (a title, a heading over both columns) part the page into
bands. What is left are lines, each of its segments: one, or the cells of a table's row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

# All in ems of the line's type: what is still one baseline; the gap that parts segments, Chinese words, Latin words.
_BASELINE, _GAP, _HAN_SPACE, _LATIN_SPACE = 0.5, 1.5, 0.8, 0.2
# A gutter is this wide and lies within the middle of the text; so much of it may be crossed, and on each side stands
# so much of the text in lines that fill the column.
_GUTTER, _MIDDLE, _CROSSED, _SIDE, _FILLED = 0.8, (0.15, 0.85), 0.2, 0.2, 0.6
_COLUMNS, _TWO = 4, 2
# The width of the text is looked at in so many strips.
_STRIPS = 600
# Lines further apart than so many times the usual have a gap between them.
_APART = 1.6
_MOST_INDENT = 10
# So much of the lines of a column begin at its margin, at least.
_SHARED = 0.1


class Glyph(Struct, frozen=True, gc=False):
    """A character on a page: from `left` to `right` at the baseline `y`, which grows upwards; `size` is its em.

    `spaced` is whether a space was written before it.
    """

    char: str
    left: float
    right: float
    y: float
    size: float
    spaced: bool = False


class Segment(Struct, frozen=True, gc=False):
    """Characters of one baseline that stand together."""

    text: str
    left: float
    right: float
    y: float
    size: float


class Line(Struct, frozen=True):
    """A line of a column: its segments, how many ems it is indented, whether a gap is above it."""

    segments: tuple[Segment, ...]
    indent: int = 0
    after_gap: bool = False

    @property
    def text(self) -> str:
        """What stands in it."""
        return "  ".join(segment.text for segment in self.segments)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.segments[0].y


def find_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page, in the order of reading."""
    segments = [segment for row in _rows(_once(glyphs)) for segment in _segments(row)]
    return list(_read(segments, _COLUMNS))


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters, those once that are drawn several times to look bold."""
    seen: set[tuple[str, int, int]] = set()
    found = []
    for glyph in glyphs:
        key = (glyph.char, round(glyph.left / 2), round(glyph.y / 2))
        if key not in seen:
            seen.add(key)
            found.append(glyph)
    return found


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters by baseline, from the top; those of a raised note belong to the line under it."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if row and row[0].y - glyph.y > _BASELINE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _segments(row: Sequence[Glyph]) -> Iterator[Segment]:
    ordered = sorted(row, key=lambda glyph: glyph.left)
    size = max(glyph.size for glyph in row)
    start = 0
    for at, (before, after) in enumerate(pairwise(ordered), 1):
        if after.left - before.right > _GAP * size:
            yield _segment(ordered[start:at])
            start = at
    yield _segment(ordered[start:])


def _segment(glyphs: Sequence[Glyph]) -> Segment:
    text = glyphs[0].char
    for before, after in pairwise(glyphs):
        latin = before.char.isascii() and after.char.isascii()
        widest = (_LATIN_SPACE if latin else _HAN_SPACE) * max(before.size, after.size)
        if after.spaced or after.left - before.right > widest:
            text += " "
        text += after.char
    lowest = Counter(round(glyph.y, 1) for glyph in glyphs).most_common(1)[0][0]
    size = max(glyph.size for glyph in glyphs)
    return Segment(text, glyphs[0].left, max(glyph.right for glyph in glyphs), lowest, size)


def _read(segments: Sequence[Segment], columns: int) -> Iterator[Line]:
    """The lines of segments that may stand in so many columns."""
    gutter = _find_gutter(segments, columns) if columns > 1 else None
    if gutter is None:
        yield from _lines(segments)
        return
    crossing = sorted((each for each in segments if each.left < gutter < each.right), key=lambda each: -each.y)
    edges = [float("inf"), *(each.y for each in crossing), float("-inf")]
    for number, (above, below) in enumerate(pairwise(edges)):
        band = [each for each in segments if below < each.y < above and not each.left < gutter < each.right]
        yield from _read([each for each in band if each.right <= gutter], columns - 1)
        yield from _read([each for each in band if each.left >= gutter], columns - 1)
        if number < len(crossing):
            yield from _lines([crossing[number]])


def _find_gutter(segments: Sequence[Segment], columns: int) -> float | None:
    """The middle of the widest strip that parts prose in at most so many columns, None where there is none."""
    if not segments:
        return None
    left, right = min(each.left for each in segments), max(each.right for each in segments)
    size = median(each.size for each in segments)
    step = max((right - left) / _STRIPS, 1e-6)
    covered = Counter(
        strip
        for each in segments
        for strip in range(int((each.left - left) / step), int((each.right - left) / step) + 1)
    )
    most = _CROSSED * max(covered.values())
    free: list[tuple[int, int]] = []
    first, last = (int(share * _STRIPS) for share in _MIDDLE)
    start = None
    for strip in range(first, last + 2):
        is_free = strip <= last and covered[strip] <= most
        if is_free and start is None:
            start = strip
        elif not is_free and start is not None:
            free.append((start, strip))
            start = None
    for begin, end in sorted(free, key=lambda strip: strip[0] - strip[1]):
        gutter = left + step * (begin + end) / 2
        if (end - begin) * step >= _GUTTER * size and _parts_prose(segments, gutter, columns):
            return gutter
    return None


def _parts_prose(segments: Sequence[Segment], gutter: float, columns: int) -> bool:
    """Whether on both sides of a gutter stand lines that fill their column, and not the cells of a table."""
    whole = sum(len(each.text) for each in segments)
    sides = ([s for s in segments if s.right <= gutter], [s for s in segments if s.left >= gutter])
    return all(
        sum(len(each.text) for each in side) >= _SIDE * whole
        and (_is_filled(side) or (columns > _TWO and _find_gutter(side, columns - 1) is not None))
        for side in sides
    )


def _is_filled(side: Sequence[Segment]) -> bool:
    width = max(each.right for each in side) - min(each.left for each in side)
    return median(each.right - each.left for each in side) >= _FILLED * width


def _lines(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of one column, from the top."""
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda each: -each.y):
        if rows and rows[-1][0].y - each.y <= _BASELINE * max(rows[-1][0].size, each.size):
            rows[-1].append(each)
        else:
            rows.append([each])
    if not rows:
        return
    margin = _margin([min(each.left for each in row) for row in rows], rows[0][0].size)
    pitches = [above[0].y - below[0].y for above, below in pairwise(rows)]
    usual = median(pitches) if pitches else 0
    for row, pitch in zip(rows, [0.0, *pitches], strict=True):
        ordered = sorted(row, key=lambda each: each.left)
        indent = round((ordered[0].left - margin) / max(ordered[0].size, 1))
        yield Line(tuple(ordered), min(max(indent, 0), _MOST_INDENT), pitch > _APART * usual)


def _margin(lefts: Sequence[float], size: float) -> float:
    """Where the lines of a column begin: as far to the left as several of them do, where several do."""
    counts = Counter(round(left / size) for left in lefts)
    shared = [place for place, count in counts.items() if count >= max(2, _SHARED * len(lefts))]
    edge = min(shared, default=None)
    return min(left for left in lefts if edge is None or round(left / size) >= edge)
