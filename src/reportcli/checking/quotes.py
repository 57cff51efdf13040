"""The words of a report that a figure is quoted with: its clause, and as many before it as it takes to name it."""

from __future__ import annotations

from reportcli.checking.findings import Quote
from reportcli.model import Record
from reportcli.patterns import regex

_MARK = regex(r"[，,；;：:。]")
_BOUND = regex(r"\s*及?(?:以上|以内|以下|左右|上下)")
_SPACE = regex(r"\s+")
# How many characters of a name show that it stands in a clause.
_TELLING = 2


def quote_figure(record: Record) -> Quote:
    """The clause of a figure up to its number, with the clauses before it where its name stands in one of them."""
    found, sentence = record.observation, record.sentence or ""
    end = found.end - found.sentence_start
    if bound := _BOUND.match(sentence, end):
        end = bound.end()
    begin = clause_start(sentence, found.start - found.sentence_start)
    tail = found.indicator[-_TELLING:]
    while begin and tail not in _SPACE.sub("", sentence[begin:end]):
        begin = clause_start(sentence, begin - 1)
    begin += len(sentence[begin:end]) - len(sentence[begin:end].lstrip())
    start = found.sentence_start + begin
    return Quote(record.source, found.line, start, found.sentence_start + end, sentence[begin:end])


def clause_start(sentence: str, at: int) -> int:
    """Where the clause that holds `sentence[at]` begins."""
    marks = [match.end() for match in _MARK.finditer(sentence, 0, max(at, 0))]
    return marks[-1] if marks else 0


def words_between(first: Record, second: Record) -> str:
    """The words between two figures of one sentence, without blanks."""
    begin = first.observation.sentence_start
    between = (first.sentence or "")[first.observation.end - begin : second.observation.start - begin]
    return _SPACE.sub("", between)
