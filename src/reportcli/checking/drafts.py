"""A report as it is checked: its text, its sentences and its figures."""

from __future__ import annotations

from msgspec import Struct, structs

from reportcli.checking.findings import Quote
from reportcli.comparison.records import records_of
from reportcli.extraction.records import Source, source_of
from reportcli.layout import find_paragraphs
from reportcli.model import Document, Record, Report, Sentence
from reportcli.text.sentences import find_sentences


class Draft(Struct, frozen=True):
    """A report under check: `records` are its observations in the order of the text, with sentences as written."""

    document: Document
    report: Report
    sentences: tuple[Sentence, ...]
    records: tuple[Record, ...]
    source: Source

    def quote(self, start: int, end: int) -> Quote:
        """The words between two offsets into the text."""
        text = self.document.text
        return Quote(self.document.source, self.source.line(start), start, end, text[start:end])


def read_draft(document: Document, report: Report) -> Draft:
    """What the rules look at; `report` is what was read out of `document`."""
    text = document.text
    return Draft(
        document,
        report,
        tuple(
            sentence for paragraph in find_paragraphs(text, document.unread) for sentence in find_sentences(paragraph)
        ),
        tuple(
            structs.replace(record, sentence=text[record.observation.sentence_start : record.observation.sentence_end])
            for record in records_of(report)
        ),
        source_of(document),
    )
