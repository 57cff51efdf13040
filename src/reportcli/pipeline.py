"""The whole way of one report: a text in, everything that was read out of it out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportcli.digest import digest
from reportcli.extraction import extract
from reportcli.layout import find_paragraphs
from reportcli.model import Document, Paragraph, Report, Section, Sentence
from reportcli.segmentation import outline as find_outline
from reportcli.settings import Settings
from reportcli.text.sentences import find_sentences


def analyze(source: str | Document, settings: Settings | None = None) -> Report:
    """Everything that a report says, from its text or from a Document; never fails, whatever the text."""
    settings = settings or Settings()
    document = source if isinstance(source, Document) else Document(source)
    paragraphs = find_paragraphs(document.text)
    outline = find_outline(document, paragraphs)
    sentences = share_sentences(outline.sections, paragraphs)
    sections = extract(document.text, outline, sentences)
    digested = digest(document.text, sections, sentences, settings)
    return Report(
        source=document.source,
        sha256=document.sha256,
        encoding=document.encoding,
        doc_type=outline.doc_type,
        title=outline.title,
        place=outline.place,
        place_code=None,
        year=outline.year,
        published=outline.published,
        keywords=digested.keywords,
        summary=digested.summary,
        sections=tuple(
            msgspec.structs.replace(section, keywords=keywords, summary=summary)
            for section, keywords, summary in zip(
                sections, digested.section_keywords, digested.section_summaries, strict=True
            )
        ),
    )


def share_sentences(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> list[list[Sentence]]:
    """The sentences of all paragraphs, by section; a sentence lies in the one that holds its first character."""
    shared: list[list[Sentence]] = [[] for _ in sections]
    index = 0
    for paragraph in paragraphs:
        for sentence in find_sentences(paragraph):
            while index + 1 < len(sections) and sentence.start >= sections[index + 1].start:
                index += 1
            shared[index].append(sentence)
    return shared
