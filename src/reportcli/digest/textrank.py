"""Summaries by snownlp's TextRank: a reference to hold our own against. The only place that imports snownlp."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportcli.digest.candidates import Candidate
from reportcli.errors import SettingsError


def pick_candidates(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """The `count` of the candidates that hold the clauses which snownlp ranks first, in the order of the text.

    snownlp ranks clauses, against each other, so its time grows with the square of their number. Raises SettingsError
    where it is not installed.
    """
    if not candidates or not count:
        return []
    rank, split = _load_snownlp()
    sentences = [candidate.sentence.text for candidate in candidates]
    owners: dict[str, int] = {}
    for index, sentence in enumerate(sentences):
        for clause in split(sentence):
            owners.setdefault(clause, index)
    ranked = rank("\n".join(sentences)) if owners else ()
    picked = list(dict.fromkeys(owners[clause] for clause in ranked))[:count]
    return [candidates[index] for index in sorted(picked)]


def _load_snownlp() -> tuple[Callable[[str], Iterable[str]], Callable[[str], Iterable[str]]]:
    """What ranks the clauses of a text, best first, and what splits a sentence into them."""
    try:
        from snownlp import SnowNLP, normal  # noqa: PLC0415 - seconds to load, and optional
    except ImportError:
        raise SettingsError(
            "summarizer: snownlp is not installed.",
            'Install it with pip install "reportcli[snownlp]", or set summarizer to own.',
        ) from None

    return lambda text: SnowNLP(text).summary(limit=len(text)), normal.get_sentences
