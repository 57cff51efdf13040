"""An outline: the header's facts and the sections of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportcli.model import DocType, Document, Outline, Paragraph, Role, Section
from reportcli.patterns import regex
from reportcli.segmentation.facts import WHOLE_YEAR, declared_type, facts_of, type_by_form
from reportcli.segmentation.file_names import named_by
from reportcli.segmentation.further_parts import with_further_parts
from reportcli.segmentation.headings import Heading, find_numbered
from reportcli.segmentation.reporters import place_of
from reportcli.segmentation.roles import FIGURE, announces_aims, role_of_text, roles_of_parts
from reportcli.segmentation.rounds import find_places, own_parts
from reportcli.text.lines import line_starts

_FEW = 5  # figures that can stand in an introduction
# The part of a communiqué on the next year.
_AIMS = regex("(?:预期|发展|奋斗|主要)目标$")


def outline(document: Document, paragraphs: Sequence[Paragraph], name_pattern: str | None = None) -> Outline:
    """The header's facts and the sections of a document whose clean paragraphs are `paragraphs`.

    The sections partition the text: the first starts at 0, each ends where the next starts, the last at the text's
    end. Their keywords, summary, observations and statements are empty. What the title says and the text does not is
    told as a warning of the logger `reportcli`. Where the text names no place or year, the document's path may, by
    `name_pattern` or the usual rule.
    """
    headings = find_numbered(paragraphs)
    doc_type = declared_type(paragraphs)
    places = with_further_parts(paragraphs, find_places(paragraphs, headings)) if doc_type is None else []
    if doc_type is None:
        doc_type = type_by_form(paragraphs, headings, bool(places))
    numbered, headings = headings, places or headings
    named = named_by(document.source, name_pattern)
    facts = facts_of(document, paragraphs, headings, doc_type, named.year)
    place = place_of(document, paragraphs, headings, facts.title, named.words) or named.place
    if places and place:
        headings = sorted(
            [*headings, *own_parts(paragraphs, headings, numbered, place)], key=lambda h: (h.paragraph, h.start)
        )
    # A group heading or a separate article in a round-up is about no place; all else without a name is about the whole.
    headings = [h if h.region or h.role == "other" else replace(h, region=place) for h in headings]
    return Outline(
        doc_type=doc_type,
        title=facts.title,
        place=place,
        year=facts.year,
        published=facts.published,
        elapsed=facts.elapsed,
        over=facts.over,
        sections=_sections(
            document.text,
            paragraphs,
            headings,
            place,
            _Roles(doc_type, bool(places), facts.year, facts.elapsed, announces_aims(facts.title or "")),
        ),
    )


class _Roles(Struct, frozen=True):
    """What a section's role depends on besides its heading and text."""

    doc_type: DocType
    is_round_up: bool
    year: int | None
    elapsed: int
    aims: bool  # of the title

    def of(self, headings: Sequence[Heading], texts: Sequence[str], before: str) -> list[Role]:
        """The role of each heading's section; `texts` are their texts, `before` what stands above the first."""
        if self.doc_type == "communique":
            return ["plan" if _AIMS.search(heading.title) else "review" for heading in headings]
        if self.elapsed == WHOLE_YEAR:
            return ["review"] * len(headings)
        if self.is_round_up:
            return [h.role or self._of_text(text) for h, text in zip(headings, texts, strict=True)]
        return roles_of_parts(headings, texts, self.year, before, self.elapsed)

    def of_whole(self, text: str) -> Role:
        """The role of a text without headings."""
        looks_back = self.doc_type == "communique" or self.elapsed == WHOLE_YEAR
        return "review" if looks_back else self._of_text(text)

    def _of_text(self, text: str) -> Role:
        return role_of_text(text, self.year, self.elapsed, self.aims and not self.elapsed)


def _sections(
    text: str, paragraphs: Sequence[Paragraph], headings: Sequence[Heading], place: str | None, roles: _Roles
) -> tuple[Section, ...]:
    """The sections that `headings` begin, after one without title for what stands before them."""
    starts = [paragraphs[heading.paragraph].offsets[heading.start] for heading in headings]
    spans = list(pairwise([*starts, len(text)]))
    lines = line_starts(text)
    sections = [
        Section(heading.title, heading.region, None, role, heading.level, start, end, bisect_right(lines, start))
        for heading, role, (start, end) in zip(
            headings,
            roles.of(headings, [text[start:end] for start, end in spans], text[: starts[0]] if starts else ""),
            spans,
            strict=True,
        )
    ]
    before = starts[0] if starts else len(text)
    if before > 0 or not sections:
        # Above the first heading stand title and salutation, and where headings are missing a part of the report.
        speaks = not sections or len(FIGURE.findall(text, 0, before)) > _FEW
        role: Role = roles.of_whole(text[:before]) if speaks else "other"
        sections.insert(0, Section(None, place, None, role, 0, 0, before, 1))
    return tuple(sections)
