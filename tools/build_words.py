"""Build src/reportcli/data/words.txt, how rare a word is and what part it plays in a term, from the tables of jieba.

    python tools/build_words.py

jieba's idf.txt says how rare a word is, its dict.txt what part of speech it is. Kept are the words that running text is
made of; what is not in the table counts as a rare noun, so rare nouns are left out. Each line of the result is a class,
a rarity and the words that share them, sorted, so the file is the same wherever it is built.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import jieba

SOURCE = Path(jieba.__file__).parent
TARGET = Path(__file__).parent.parent / "src/reportcli/data/words.txt"
WORD = re.compile(r"[一-鿿]{2,6}")

# Parts of speech (ICTCLAS letters) that a term may be made of: nouns, names, and adjectives at its beginning.
NOUN = {"n", "nt", "nz", "vn", "an", "ng", "j"}
NAME = {"ns", "nr", "nrt", "nrfg", "s"}
ADJECTIVE = {"a", "b"}
# Rarer words than these are left out: a rare noun is what an unknown word is taken for, and of the others the rarer
# ones hardly occur in reports. A table three times as long, and one of two thirds, gave no better keywords.
LIMITS = {"n": 8.5, "s": 8.5, "a": 10.0, "x": 10.0}
STEP = 0.5  # rarities are rounded to this


# Of the set phrases (l) those in common use are mostly names (固定资产, 义务教育), the rarer ones mostly sayings.
PHRASE = "l"
COMMON = 8.5


def word_class(tag: str, rarity: float) -> str:
    """The class of a part of speech: noun, name, adjective, or what ends a term."""
    return (
        "n"
        if tag in NOUN or (tag == PHRASE and rarity < COMMON)
        else "s"
        if tag in NAME
        else "a"
        if tag in ADJECTIVE
        else "x"
    )


def main() -> None:
    """Write the table."""
    tags = {}
    for line in (SOURCE / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split()
        tags[word] = tag
    groups = defaultdict(list)
    for line in (SOURCE / "analyse/idf.txt").read_text(encoding="utf-8").splitlines():
        word, _, written = line.rpartition(" ")
        rarity = float(written)
        kind = word_class(tags.get(word, "x"), rarity)
        if WORD.fullmatch(word) and rarity < LIMITS[kind]:
            groups[kind, round(rarity / STEP) * STEP].append(word)
    lines = [f"{kind} {rarity} {' '.join(sorted(words))}\n" for (kind, rarity), words in sorted(groups.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
