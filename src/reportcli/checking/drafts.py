"""A report as it is checked: its text, its sentences and its figures."""

from __future__ import annotations

import re

from msgspec import Struct

from reportcli.checking.findings import Quote
from reportcli.extraction.records import Source
from reportcli.layout import find_paragraphs
from reportcli.model import Document, Record, Report, Sentence
from reportcli.text.sentences import find_sentences

_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029\x85]")


class Draft(Struct, frozen=True):
    """A report under check: `records` are its observations in the order of the text."""

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
            Record(
                source=report.source,
                place=report.place,
                place_code=report.place_code,
                year=report.year,
                published=report.published,
                section=section.title,
                sentence=text[found.sentence_start : found.sentence_end],
                observation=found,
            )
            for section in report.sections
            for found in section.observations
        ),
        Source(text, tuple(match.end() for match in _LINE_END.finditer(text))),
    )
