"""What a page says twice: a body that stands in it two times, a lead that is cut off from the opening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcli.layout.lines import Line
from reportcli.patterns import regex

# A line this long is hardly ever said twice; so many characters in a row never are.
_ANCHOR, _REPEAT = 20, 100
# A lead is this long, ends in dots, and the opening that it was cut from begins within so many lines after it.
_LEAD = range(20, 400)
_OPENING = 12
_DOTS = regex(r"(?:\.{3,}|…+)$")
_NO_WORD = regex(r"[\s?]+")


def drop_repeats(lines: Sequence[Line]) -> list[Line]:
    """`lines` without those that repeat earlier ones, and without a lead that the text itself begins with."""
    dropped = set(_repeated(lines))
    dropped.update(_leads(lines))
    return [line for i, line in enumerate(lines) if i not in dropped] if dropped else list(lines)


def _repeated(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of every later copy of a run of lines: from a long line that was seen, as far as both copies agree."""
    seen: dict[str, int] = {}
    done = 0
    for j, line in enumerate(lines):
        if j < done or len(line.text) < _ANCHOR:
            continue
        i = seen.setdefault(line.text, j)
        if i == j:
            continue
        start, end, back = j, j + 1, j - i
        while start > max(done, back) and _same(lines, start - 1, back):
            start -= 1
        while end < len(lines) and end - back < start and _same(lines, end, back):
            end += 1
        if sum(len(lines[k].text) for k in range(start, end)) >= _REPEAT:
            yield from range(start, end)
            done = end


def _same(lines: Sequence[Line], at: int, back: int) -> bool:
    return lines[at].text == lines[at - back].text


def _leads(lines: Sequence[Line]) -> Iterator[int]:
    for i, line in enumerate(lines):
        if line.text[-1] in ".…" and len(line.text) in _LEAD and _DOTS.search(line.text):
            lead = _NO_WORD.sub("", _DOTS.sub("", line.text))
            texts = [_NO_WORD.sub("", after.text[: _LEAD.stop]) for after in lines[i + 1 : i + 1 + _OPENING]]
            if lead and any("".join(texts[k:]).startswith(lead) for k in range(len(texts))):
                yield i
