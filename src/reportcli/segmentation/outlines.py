"""An outline: the header's facts and the sections of a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportcli.model import Document, Outline, Paragraph, Role, Section
from reportcli.segmentation.facts import doc_type_of, published_of, title_of, year_for
from reportcli.segmentation.headings import Heading, find_numbered
from reportcli.segmentation.reporters import place_of
from reportcli.segmentation.roles import give_roles, role_of_text
from reportcli.segmentation.rounds import find_places

_LINE_END = re.compile("\r\n|[\n\r\u2028]")


def outline(document: Document, paragraphs: Sequence[Paragraph]) -> Outline:
    """The header's facts and the sections of a document whose clean paragraphs are `paragraphs`.

    The sections partition the text: the first starts at 0, each ends where the next starts, the last at the text's
    end. Their keywords, summary, observations and statements are empty.
    """
    numbered = find_numbered(paragraphs)
    kind = doc_type_of(paragraphs, 0)
    published = published_of(paragraphs, kind)
    title = title_of(paragraphs)
    year = year_for(document, paragraphs, numbered, kind, title, published)
    places = find_places(paragraphs, year) if kind not in ("work_report", "communique") else []
    regions = [h.region for h in places if h.region]
    if kind not in ("work_report", "communique"):
        kind = doc_type_of(paragraphs, len(set(regions)))
    place = place_of(document, paragraphs, kind, regions)
    if regions:
        sections = _sections(document.text, paragraphs, places, None, place, year)
    else:
        sections = _sections(document.text, paragraphs, numbered, place, place, year)
    if kind == "communique":
        sections = tuple(_reviewed(section) for section in sections)
    return Outline(
        doc_type=kind,
        title=title,
        place=place,
        year=year,
        published=published.isoformat() if published else None,
        sections=sections,
    )


def _reviewed(section: Section) -> Section:
    import msgspec

    return msgspec.structs.replace(section, role="review") if section.level else section


def _sections(
    text: str,
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    region: str | None,
    place: str | None,
    year: int | None,
) -> tuple[Section, ...]:
    starts = [paragraphs[h.paragraph].offsets[h.start] for h in headings]
    ends = [*starts[1:], len(text)] if starts else []
    bodies = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    roles = (
        [h.role for h in headings]
        if region is None and any(h.region for h in headings)
        else give_roles(headings, bodies, year)
    )
    lines = [0] + [m.end() for m in _LINE_END.finditer(text)]
    found: list[Section] = []
    if not starts or starts[0] > 0:
        end = starts[0] if starts else len(text)
        found.append(
            Section(None, place, None, role_of_text(text[:end], year) if not starts else "other", 0, 0, end, 1)
        )
    for heading, start, end, body, role in zip(headings, starts, ends, bodies, roles, strict=True):
        found.append(
            Section(
                heading.title,
                heading.region or region,
                None,
                role or role_of_text(body, year),
                heading.level,
                start,
                end,
                bisect_right(lines, start),
            )
        )
    return tuple(found)
