"""Words of a text: the only place that imports a tokenizer."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from reportcli.errors import SettingsError
from reportcli.lexicon import added_keywords, added_stopwords, compiled
from reportcli.settings import Tokenizer


def cut(text: str, tokenizer: Tokenizer) -> list[str]:
    """The words of `text` in order, every character in one of them; `tokenizer` is `rjieba` or `jieba`.

    Both cut with the same dictionary and agree on nearly all report text; rjieba needs a thirtieth of the time. Halves
    of characters (lone surrogates), which only a text put together by a program can hold, come back as `?`. Users' own
    words, wanted as keywords or not wanted, are never cut. Raises SettingsError where jieba is asked for and not
    installed.
    """
    cut_piece = _cut_with_jieba if tokenizer == "jieba" else _cut_with_rjieba
    own = _own_words()
    if own is None:
        return cut_piece(text)
    # What is split off by the pattern itself stands at the odd places.
    pieces = enumerate(own.split(text))
    return [word for number, piece in pieces for word in ([piece] if number % 2 else cut_piece(piece))]


def any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds the words, the longer before the shorter; None where there are none."""
    longest_first = sorted((word for word in words if not re.search(r"\s", word)), key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})") if longest_first else None


@compiled
def _own_words() -> re.Pattern[str] | None:
    return any_of(added_keywords() | added_stopwords())


def _cut_with_rjieba(text: str) -> list[str]:
    import rjieba  # noqa: PLC0415 - a tenth of a second to load, not needed where only figures are read

    try:
        return list(rjieba.cut(text))
    except UnicodeEncodeError:
        return list(rjieba.cut(text.encode("utf-8", "replace").decode("utf-8")))


def _cut_with_jieba(text: str) -> list[str]:
    try:
        import jieba  # noqa: PLC0415 - a second to load, and optional
    except ImportError:
        raise SettingsError(
            "tokenizer: jieba is not installed.",
            'Install it with pip install "reportcli[jieba]", or set tokenizer to rjieba.',
        ) from None
    jieba.setLogLevel(logging.WARNING)  # it tells on standard error that it loads its dictionary
    return list(jieba.lcut(text))
