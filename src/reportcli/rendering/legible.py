"""Text of a report as people read it: without what a page or a converter left in it."""

from __future__ import annotations

from reportcli.layout.folding import LEFT_OUT, fold
from reportcli.rendering.plain import clean

# Characters that are one column wide in some terminals and two in others, as ones that are not.
_CERTAIN_WIDTH = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "—": "-",
        "–": "-",
        "―": "-",
        "─": "-",
        "·": ".",
        "•": ".",
        "×": "x",
        "±": "+/-",
        "≥": ">=",
        "≤": "<=",
        "°": "度",
        "℃": "度",
        **{chr(0x2160 + i): roman for i, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split())},  # noqa: SIM905
        **{chr(0x2460 + i): f"({i + 1})" for i in range(20)},
    }
)


def readable(text: str) -> str:
    """`text` on one line as people write it: digits of usual width, single spaces, no characters that are not seen."""
    return " ".join(clean(fold(text).replace(LEFT_OUT, "")).split())


def narrow(text: str) -> str:
    """`text` on one line, for a table's cell: only characters of which every terminal knows the width."""
    return readable(text).translate(_CERTAIN_WIDTH)
