"""Words of a text: the only place that imports a tokenizer."""

from __future__ import annotations

import logging

from reportcli.errors import SettingsError
from reportcli.settings import Tokenizer


def cut(text: str, tokenizer: Tokenizer) -> list[str]:
    """The words of `text` in order, every character in one of them; `tokenizer` is `rjieba` or `jieba`.

    Both cut with the same dictionary and agree on nearly all report text; rjieba needs a thirtieth of the time. Halves
    of characters (lone surrogates), which only a text put together by a program can hold, come back as `?`. Raises
    SettingsError where jieba is asked for and not installed.
    """
    if tokenizer == "jieba":
        return _cut_with_jieba(text)
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
