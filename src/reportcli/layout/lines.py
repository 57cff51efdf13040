"""The lines of a folded text, each with its place in it."""

from __future__ import annotations

from msgspec import Struct

from reportcli.layout.folding import LEFT_OUT

_BLANK = " \n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" + LEFT_OUT


class Line(Struct, frozen=True, gc=False):
    """A line that is not blank: `text` is the folded `[start:end]` without what is left out.

    `indent` is the columns before it; `after_gap` is true where a blank line or a page's end stands before it.
    """

    text: str
    start: int
    end: int
    indent: int
    after_gap: bool


def columns(text: str) -> int:
    """How wide `text` stands in a fixed-width page: two columns for what is Chinese, one for what is not."""
    return len(text.encode("gbk", "replace"))  # as many bytes


def find_lines(text: str, folded: str) -> list[Line]:
    """The lines of `text` that are not blank, in order; every kind of line, page and paragraph end ends one."""
    lines: list[Line] = []
    begin = 0
    gap = False
    for raw in folded.splitlines(keepends=True):
        content = raw.strip(_BLANK)
        if content:
            start = begin + raw.index(content[0]) if raw[0] in _BLANK else begin
            end = start + len(content)
            if LEFT_OUT in content:
                content = content.replace(LEFT_OUT, "")
            lines.append(Line(content, start, end, columns(text[begin:start]), gap))
        gap = not content or raw[-1] == "\f"
        begin += len(raw)
    return lines
