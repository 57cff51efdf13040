"""Which lines were broken at a fixed width, as those of a PDF or of a plain-text page are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportcli.layout.lines import Line, columns
from reportcli.patterns import regex

# So many lines without a gap are judged together.
_TOGETHER = 12
# The widths that text is wrapped at, in columns: a narrow newspaper column to a wide page.
_WIDTHS = range(20, 161)
# Lines of one width differ by so much: a number, a Latin word, a mark that may not begin a line is carried over.
_SLACK, _SLACK_SHARE = 8, 0.15
# So many lines together have to agree in a width, and so many of the whole text where only one or two are together.
_AGREEING, _COMMON = 3, 10
_COMMA = regex(r"[，,、；。;]")


def find_room(lines: Sequence[Line]) -> list[int | None]:
    """For each line the columns it leaves of the width that it was wrapped at, None where it was not wrapped.

    It was where the lines around it, or most of the text, are prose and agree with it in their width.
    """
    widths = [line.indent + columns(line.text) for line in lines]
    prose = [_COMMA.search(line.text) is not None for line in lines]
    common = _common_width([width for width, is_prose in zip(widths, prose, strict=True) if is_prose])
    room: list[int | None] = []
    for start, end in _stretches(lines):
        local = _width(widths[start:end], prose[start:end])
        for own in widths[start:end]:
            left = _left(own, local)
            room.append(_left(own, common) if left is None else left)
    return room


def _left(own: int, width: int | None) -> int | None:
    return max(0, width - own) if width is not None and _agree(own, width) else None


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines between two gaps, in parts that are judged together."""
    gaps = [i for i, line in enumerate(lines) if i == 0 or line.after_gap]
    for start, end in pairwise([*gaps, len(lines)]):
        parts = max(1, (end - start) // _TOGETHER)
        edges = [start + (end - start) * part // parts for part in range(parts + 1)]
        yield from pairwise(edges)


def _width(widths: Sequence[int], prose: Sequence[bool]) -> int | None:
    """The width that lines which stand together were wrapped at."""
    widest = max(widths)
    if widest not in _WIDTHS:
        return None
    agreeing = [is_prose for width, is_prose in zip(widths, prose, strict=True) if _agree(width, widest)]
    return widest if len(agreeing) >= _AGREEING and 2 * sum(agreeing) >= len(agreeing) else None


def _common_width(widths: Sequence[int]) -> int | None:
    """The width that most lines of prose in the whole text were wrapped at."""
    if len(widths) < _COMMON:
        return None
    widest = sorted(widths)[len(widths) * 9 // 10]
    agreeing = sum(1 for width in widths if _agree(width, widest))
    return widest if widest in _WIDTHS and 2 * agreeing >= len(widths) else None


def _agree(width: int, widest: int) -> bool:
    return widest - max(_SLACK, int(_SLACK_SHARE * widest)) <= width <= widest + _SLACK
