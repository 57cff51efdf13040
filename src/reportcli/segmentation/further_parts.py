"""The parts of a round-up that begin in another way than its others, found by the places that these are about.

A page whose paragraphs open with a county each may bring one in its second clause (剑门关下，剑阁县要把…); an article
on streets may end with a box of figures, where each of them has a line of its own, and go through them before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcli.model import Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.headings import Heading
from reportcli.segmentation.named_lines import DASHES, heading_at, places_beside
from reportcli.segmentation.place_headings import BYLINE, CAPTION, SHORTEST_TEXT, is_line
from reportcli.segmentation.places import institution_at

_SEVERAL = 3  # places that tell what the others can be
# Where a paragraph names a further place, and one that has a line of its own below, at the latest.
_EARLY, _SOON = 16, 150
_BETWEEN = 2  # paragraphs from a slogan to the one that names its place
_BESIDE = regex("[与和及同比至到向从较、]$")  # 与清苑区共建: named beside the part's own place


def with_further_parts(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> list[Heading]:
    """The headings of a round-up with those of further parts, in order; as they are where nothing is to be added."""
    regions = {heading.region for heading in headings if heading.region}
    if len(regions) < _SEVERAL:
        return list(headings)
    taken = {heading.paragraph for heading in headings}
    first = min(taken)
    told = list(_told_before(paragraphs[:first], sorted(regions)))
    spoken = len({heading.region for heading in told})
    above = told if spoken >= _SEVERAL and 2 * spoken > len(regions) else []
    beside = places_beside(regions) - regions
    further = list(_named_early(paragraphs, taken, sorted(beside))) if beside else []
    return sorted([*headings, *above, *further], key=lambda heading: (heading.paragraph, heading.start))


def _told_before(paragraphs: Sequence[Paragraph], names: Sequence[str]) -> Iterator[Heading]:
    """The parts of an article above lines that have its places: what names another one of them begins one."""
    region, taken = "", set[int]()
    for number, paragraph in enumerate(paragraphs):
        if number and len(paragraph.text) > SHORTEST_TEXT and not BYLINE.match(paragraph.text):
            found = _first_of(names, paragraph.text[:_SOON])
            if found and found != region:
                region = found
                yield _heading_over(paragraphs, number, region, taken)
                taken.add(number)


def _named_early(paragraphs: Sequence[Paragraph], taken: set[int], names: Sequence[str]) -> Iterator[Heading]:
    """The paragraphs that name in their first words a place beside those that have parts, one part a place."""
    found: set[str] = set()
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        name = _first_of(names, text[:_EARLY]) if number not in taken and len(text) > 2 * SHORTEST_TEXT else ""
        at = text.find(name) if name else 0
        if name and name not in found and not (_BESIDE.search(text, 0, at) or institution_at(text, at + len(name))):
            found.add(name)
            yield _heading_over(paragraphs, number, name, taken)


def _heading_over(paragraphs: Sequence[Paragraph], number: int, region: str, taken: set[int]) -> Heading:
    """The slogan over a paragraph as the heading of its part, or its beginning where it has none.

    Where it is the second under a slogan, and no other part's, that is its heading too.
    """
    for above in range(number - 1, max(number - 1 - _BETWEEN, 1), -1):
        line = paragraphs[above].text.strip()
        if above in taken or CAPTION.search(line) or BYLINE.match(line) or line[0] in DASHES:
            break
        if is_line(line):
            return heading_at(paragraphs, above, region)
    return Heading(number, 0, region, 1, region)


def _first_of(names: Sequence[str], text: str) -> str:
    """The one of these names that stands first in a text; "" where none does."""
    places = {name: text.find(name) for name in names if name in text}
    return min(places, key=lambda name: (places[name], -len(name)), default="")
