"""The whole way of one report: a text in, everything that was read out of it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportcli import lexicon
from reportcli.errors import SettingsError
from reportcli.extraction.cues import cues
from reportcli.extraction.grammar import grammar
from reportcli.extraction.sections import extract
from reportcli.gazetteer.codes import find_codes
from reportcli.layout import find_paragraphs
from reportcli.layout.furniture import furniture_words
from reportcli.model import Document, Outline, Paragraph, Report, Section, Sentence
from reportcli.segmentation import outline as find_outline
from reportcli.segmentation.vocabulary import heading_words, place_words
from reportcli.settings import Settings
from reportcli.text.sentences import find_sentences


def analyze(source: str | Document, settings: Settings | None = None) -> Report:
    """Everything that a report says, from its text or from a Document; never fails, whatever the text.

    Raises SettingsError where the settings name a lexicon that holds a mistake.
    """
    settings = settings or Settings()
    with lexicon.using(settings.lexicon):
        if settings.lexicon:
            check_lexicon()
        return _analyze(source, settings)


def _analyze(source: str | Document, settings: Settings) -> Report:
    document = source if isinstance(source, Document) else Document(source)
    paragraphs = find_paragraphs(document.text, document.unread)
    outline = add_codes(document, find_outline(document, paragraphs, settings.name_pattern), settings)
    sentences = share_sentences(outline.sections, paragraphs)
    sections = extract(document, outline, sentences)
    report = Report(
        source=document.source,
        sha256=document.sha256,
        encoding=document.encoding,
        doc_type=outline.doc_type,
        title=outline.title,
        place=outline.place,
        place_code=outline.place_code,
        year=outline.year,
        published=outline.published,
        keywords=(),
        summary=(),
        sections=tuple(sections),
    )
    # Where neither keywords nor sentences are asked for, what finds them is not even loaded.
    if settings.keywords or settings.sentences:
        return _add_digest(report, document.text, sentences, settings)
    return report


@lexicon.compiled
def check_lexicon() -> None:
    """Raises SettingsError for any mistake in the users' files, also in a part that is not needed here."""
    for mistake in lexicon_mistakes():
        raise mistake


def lexicon_mistakes() -> Iterator[SettingsError]:
    """What is wrong with the lexicon in force: the first mistake in each part."""
    from reportcli.digest.words import load_words  # noqa: PLC0415 - the shipped lexicon needs no check
    from reportcli.extraction.table_words import table_words  # noqa: PLC0415
    from reportcli.gazetteer.aliases import check_aliases  # noqa: PLC0415
    from reportcli.lexicon.clashes import check_names  # noqa: PLC0415
    from reportcli.lexicon.comparability import comparability  # noqa: PLC0415

    words = (heading_words, place_words, check_aliases, furniture_words, table_words, load_words)
    told = set()
    for load in (check_names, grammar, cues, *words, comparability):
        try:
            load()
        except SettingsError as mistake:
            if mistake.problem not in told:  # two of them may need one part
                told.add(mistake.problem)
                yield mistake


def _add_digest(report: Report, text: str, sentences: Sequence[Sequence[Sentence]], settings: Settings) -> Report:
    from reportcli.digest import digest  # noqa: PLC0415 - rows of figures do without

    found = digest(text, report.sections, sentences, settings)
    sections = zip(report.sections, found.section_keywords, found.section_summaries, strict=True)
    return replace(
        report,
        keywords=found.keywords,
        summary=found.summary,
        sections=tuple(replace(section, keywords=keywords, summary=summary) for section, keywords, summary in sections),
    )


def add_codes(document: Document, outline: Outline, settings: Settings) -> Outline:
    """The outline with the official codes of its place and of the places of its sections, as far as they are known."""
    codes = find_codes(document, outline, settings.aliases)
    sections = tuple(
        replace(each, region_code=codes.regions[each.region]) if each.region else each for each in outline.sections
    )
    return replace(outline, place_code=codes.place, sections=sections)


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
