"""The headings of a round-up that name their place anywhere in a slogan: 工业转型看诸城, 一粒种子里的梓潼账本.

No rule can tell a place in the middle of a line. The gazetteer can, where several lines have one each, all of them in
one city: what is a county by chance in one line (和平, 长安) is none in the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise

from reportcli.gazetteer.divisions import Division, inside
from reportcli.gazetteer.words import stem_of
from reportcli.model import Paragraph
from reportcli.segmentation.headings import Heading
from reportcli.segmentation.place_headings import BYLINE, CAPTION, SHORTEST_TEXT, is_line
from reportcli.segmentation.places import place_at

# A longer line is no slogan; so many places make a round-up.
_LONGEST = 30
_SEVERAL = 3
_SIZES = (4, 3, 2)
# Whose article it is: 本报诸城讯.
_FROM = re.compile(r"\s*本[报网台](?P<place>[一-鿿]{2,4})[讯电]")
_NUMBER = re.compile(r"^[一二三四五六七八九十\d]+[、.\s]*")
_DASH = "—－-"
_STOPS = "。；！？”"


def find_named(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """The headings in order, one a place; none where there are not three places of one city or one province."""
    lines = dict(_lines_over_text(paragraphs))
    found = {number: _places_in(lines[number]) for number in lines}
    area = _common_area(found.values(), _SEVERAL)
    return list(_headings(paragraphs, lines, found, area)) if area else []


def find_asked(paragraphs: Sequence[Paragraph], questions: Iterable[int]) -> dict[int, str]:
    """The places that the paragraphs of these numbers ask about; none where they do not ask about two of one city."""
    found = {number: _places_in(paragraphs[number].text[:_LONGEST]) for number in questions}
    area = _common_area(found.values(), _SEVERAL - 1)
    inner = {number: {each.name for each in places if _area(each) == area} for number, places in found.items()}
    return {number: names.pop() for number, names in inner.items() if len(names) == 1}


def _common_area(found: Iterable[Sequence[Division]], several: int) -> str | None:
    """The code of the area that most of the different divisions lie in; None where these are not so many."""
    areas: dict[str, set[str]] = defaultdict(set)
    for division in chain.from_iterable(found):
        areas[_area(division)].add(division.code)
    best = max(areas, key=lambda area: (len(areas[area]), area), default="")
    return best if len(areas[best]) >= several else None


def _headings(
    paragraphs: Sequence[Paragraph], lines: Mapping[int, str], found: Mapping[int, Sequence[Division]], area: str
) -> Iterator[Heading]:
    region = ""
    for number, line in lines.items():
        inner = {division.name for division in found[number] if _area(division) == area}
        sender = _FROM.match(paragraphs[number + 1].text)
        place = place_at(line.lstrip(_DASH))
        name = next(iter(inner)) if len(inner) == 1 else sender["place"] if sender else place.name if place else ""
        if not name or name == region:
            continue
        region = name
        # ——凌源市农业局 stands under the slogan that is the heading.
        above = number - 1 if line[0] in _DASH and is_line(paragraphs[number - 1].text.strip()) else number
        title = paragraphs[above].text
        yield Heading(above, len(title) - len(title.lstrip()), title.strip(), 1, name)


def _lines_over_text(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """The short lines, but the first, that stand right over a paragraph of text; of a table of contents none."""
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    last = {_NUMBER.sub("", text): number for number, text in enumerate(texts)}
    for number, (line, below) in enumerate(pairwise(texts)):
        stands = number and last[_NUMBER.sub("", line)] == number and len(line) <= _LONGEST and is_line(line)
        is_over_text = len(below) > SHORTEST_TEXT or below[-1] in _STOPS
        if stands and is_over_text and not (CAPTION.search(line) or BYLINE.match(line)):
            yield number, line


def _places_in(line: str) -> list[Division]:
    """The cities and counties that a line can name, the longest names first, none inside another."""
    known = _by_short_name()
    found: list[Division] = []
    taken = 0
    for at in range(len(line)):
        if at < taken:
            continue
        for size in _SIZES:
            if divisions := known.get(line[at : at + size]):
                found += divisions
                taken = at + size
                break
    return found


@cache
def _by_short_name() -> dict[str, list[Division]]:
    """The cities and counties of the nation by their names in full and in short."""
    known: dict[str, list[Division]] = defaultdict(list)
    for division in inside(""):
        if division.level in {"city", "county"} and not division.abolished:
            for name in {division.name, stem_of(division.name)}:
                known[name].append(division)
    return known


def _area(division: Division) -> str:
    """What a division is one of several in: the city of a county, the province of a city."""
    return division.code[:-2]
