"""Noun phrases: runs of adjacent words that can be a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reportcli.digest.words import load_words
from reportcli.settings import Tokenizer
from reportcli.text import tokens

# A phrase of more characters than this is cut at its beginning: its head is at its end.
LONGEST = 10

# Over words, each being the letter of its part: a title with the person's name after it, which may stand behind a space
# and whose first character may be cut off from the rest (书记 | 张 三); or a run of words that can be a term.
_RUN = re.compile(r"t c{0,2}+ [nsavik]*+ | [nsa] [nsavik]*+", re.VERBOSE)
_LONGER_RUN = re.compile(r"t c{0,2}+ [nsavik]*+ | [nsa] [nsavik]++", re.VERBOSE)
_NO_BEGINNING, _NO_END = "vik", "ai"
_PART = itemgetter(0)


def find_phrases(texts: Sequence[str], least: int, tokenizer: Tokenizer) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The longest noun phrases of at least so many words in some texts: the number of the text, the words.

    加快建设长三角北翼枢纽城市 → 长三角 北翼 枢纽 城市; 不断提升基层治理效能 → 基层 治理 效能. No offices and no names
    of persons: what stands right before and after a title (某镇党委书记某某) is left out.
    """
    words = tokens.cut("\n".join([text.replace("\n", " ") for text in texts]), tokenizer)
    parts = "".join(map(_PART, map(load_words().__getitem__, words)))
    number = counted = 0
    for match in (_LONGER_RUN if least > 1 else _RUN).finditer(parts):
        start, end = match.span()
        if parts[start] == "t" or parts[end : end + 1] == "t":
            continue
        run = match.group()
        if run[-1] in _NO_END:
            run = run.rstrip(_NO_END)
            end = start + len(run)
        if len(run) > LONGEST:  # words enough to be too long, and so many that taking off one by one takes too long
            run = run[-LONGEST:].lstrip(_NO_BEGINNING)
            start = end - len(run)
        while len("".join(words[start:end])) > LONGEST:
            run = run[1:].lstrip(_NO_BEGINNING)
            start = end - len(run)
        if len(run) >= least:
            number += parts.count("l", counted, start)
            counted = start
            yield number, tuple(words[start:end])
