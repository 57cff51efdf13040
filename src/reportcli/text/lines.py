"""How the lines of a text are counted, the same for all that is found in it."""

from __future__ import annotations

from reportcli.patterns import regex

_LINE_END = regex(r"\r\n|[\n\r\u2028\u2029\x85]")


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins, the first at 0: that of an offset is the number of starts up to it."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
