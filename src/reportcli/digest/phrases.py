"""Noun phrases: runs of adjacent words that can be a term."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportcli.digest.words import UNKNOWN_RARITY, Word, load_words
from reportcli.text import tokens

# A phrase of more characters than this is cut at its beginning: its head is at its end.
LONGEST = 10
# A word is rare from this rarity on.
RARE = 9.0

_NOUN = Word("n", UNKNOWN_RARITY)
_END = Word("x", 0.0)


class Phrase(Struct, frozen=True):
    """A noun phrase of `size` words; `rarity` is their mean, `rarest` the rarest of them, empty if none is rare."""

    text: str
    size: int
    rarity: float
    rarest: str


def find_phrases(text: str, tokenizer: str) -> Iterator[Phrase]:
    """The longest noun phrases of `text`, in order and as often as they occur.

    加快建设长三角北翼枢纽城市 → 长三角北翼枢纽城市; 不断提升基层治理效能 → 基层治理效能. No offices and no names of
    persons: what stands right before and after a title (某镇党委书记…) is left out up to a word that no term can hold.
    """
    known = load_words()
    run: list[tuple[str, Word]] = []
    is_name = False
    for token in tokens.cut(text, tokenizer):
        word = known.get(token) or (_NOUN if len(token) > 1 and token.isalnum() and not token[0].isdigit() else _END)
        if word.kind not in "xt":
            run.append((token, word))
            continue
        if run and not is_name and word.kind != "t":
            yield from _trim(run)
        # a surname that was cut off from the rest of the name, or a space, does not end the name
        is_name = word.kind == "t" or (is_name and not run and len(token) == 1 and (token.isalpha() or token.isspace()))
        run.clear()
    if run and not is_name:
        yield from _trim(run)


def _trim(run: list[tuple[str, Word]]) -> Iterator[Phrase]:
    """The phrase in a run, if there is one, without what cannot begin or end a term and what makes it too long."""
    last = len(run)
    while last and run[last - 1][1].kind in "ai":
        last -= 1
    start = at = last
    size = 0
    while at and size + len(run[at - 1][0]) <= LONGEST:
        at -= 1
        size += len(run[at][0])
        if run[at][1].kind in "nsa":
            start = at
    kept = run[start:last]
    if len(kept) > 1 or (kept and kept[0][1].kind == "n" and len(kept[0][0]) > 1):
        rarest, word = max(kept, key=lambda part: part[1].rarity)
        yield Phrase(
            "".join([token for token, _ in kept]),
            len(kept),
            sum([word.rarity for _, word in kept]) / len(kept),
            rarest if word.rarity >= RARE else "",
        )
