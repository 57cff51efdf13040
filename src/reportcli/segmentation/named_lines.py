"""The headings of a round-up that name their place anywhere in a slogan: 工业转型看诸城, 一粒种子里的梓潼账本.

No rule can tell a place in the middle of a line. The gazetteer can, where several lines have one each, all of them in
one city or county: what is a county by chance in one line (和平, 长安) is none in the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, pairwise

from msgspec import structs

from reportcli.gazetteer.divisions import Division, inside
from reportcli.gazetteer.words import stem_of
from reportcli.lexicon import compiled
from reportcli.model import Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.headings import Heading
from reportcli.segmentation.place_headings import BYLINE, CAPTION, SHORTEST_TEXT, is_line, sender_of
from reportcli.segmentation.places import place_at
from reportcli.segmentation.places import stem_of as stem_of_town

# A longer line is no slogan; so many places make a round-up, and so many questions on places an interview.
_LONGEST = 30
_SEVERAL, _ASKED = 3, 2
_SIZES = (4, 3, 2)
# Where a text under a slogan names its place at the latest.
_SOON = 150
_NUMBER = regex(r"^[一二三四五六七八九十\d]+[、.\s]*")
DASHES = "—－-"
_STOPS = "。；！？”"
_RUNNING = regex(r"第\d+[期版]|\d+月\d+日")  # 官渡通讯 第4期 ·2·
# In so many paragraphs at the top the county is named whose towns have the parts; of so many counties at most.
_TOP, _COUNTIES = 5, 4

# Counties that any city has by these words: 最年轻的城区.
_ORDINARY = frozenset({"城区", "郊区", "矿区"})

# The divisions that a name in full or in short can mean.
_Names = Mapping[str, Sequence[Division]]


def find_named(paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]) -> list[Heading]:
    """The headings in order, one a place; none where there are not three places of one city, province or county.

    `numbered` are headings whose text can follow on their line.
    """
    lines = dict(_lines_over_text(paragraphs))
    titles = {heading.paragraph: heading.title for heading in numbered}
    if len(lines) < _SEVERAL and len(titles) < _SEVERAL:
        return []
    for names in (_above_towns(), _towns(paragraphs)):
        if found := _name_each(lines, names, _SEVERAL):
            return list(_headings(paragraphs, lines, found))
        if found := _name_each(titles, names, _SEVERAL):
            levels = {each.level for each in numbered if each.paragraph in found}
            return [structs.replace(h, region=found.get(h.paragraph)) for h in numbered if h.level in levels]
    return []


def find_under(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """The lines that stand over a text each which names its place first of all: a page of slogans without places.

    None where there are not three places of one county or city, or where most such lines have none of their own.
    """
    lines = dict(_lines_over_text(paragraphs))
    if len(lines) < _SEVERAL:
        return []
    openings = {number: paragraphs[number + 1].text[:_SOON] for number in lines}
    for names in _in_full(paragraphs):
        first = {number: _first_named(text, names) for number, text in openings.items()}
        found = _name_each(first, names, _SEVERAL)
        if len(found) == len(set(found.values())) and 2 * len(found) > len(lines):
            return [heading_at(paragraphs, number, region) for number, region in found.items()]
    return []


def _first_named(text: str, names: _Names) -> str:
    """The first of these names in a text; "" where it has none."""
    return next(
        (name for at in range(len(text)) for name in (text[at : at + size] for size in _SIZES) if name in names), ""
    )


def heading_at(paragraphs: Sequence[Paragraph], number: int, region: str) -> Heading:
    """A whole line as the heading of a part on `region`."""
    line = paragraphs[number].text
    return Heading(number, len(line) - len(line.lstrip()), line.strip(), 1, region)


def find_told(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """The paragraphs that name one town of the page's county, or one county, in their first words, one a place.

    说到旅游，天堂寨镇最有发言权。 None where there are not three places of one county or city.
    """
    texts = {n: each.text[:_LONGEST] for n, each in enumerate(paragraphs) if n and len(each.text) > 2 * SHORTEST_TEXT}
    if len(texts) < _SEVERAL:
        return []
    for names in _in_full(paragraphs):
        if found := _name_each(texts, names, _SEVERAL):
            return [Heading(number, 0, region, 1, region) for number, region in found.items()]
    return []


def places_beside(regions: Iterable[str]) -> set[str]:
    """The counties, or cities, of the area that has three or more of these places; none where no area has."""
    names = _above_towns()
    areas = Counter(area_of(each) for region in regions for each in names.get(region, ()) if each.name == region)
    area, times = max(areas.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if times < _SEVERAL:
        return set()
    beside = {each.name for each in chain.from_iterable(names.values()) if area_of(each) == area}
    return beside - _ORDINARY


def find_asked(paragraphs: Sequence[Paragraph], questions: Iterable[int]) -> dict[int, str]:
    """The places that the paragraphs of these numbers ask about; none where they do not ask about two of one city."""
    lines = {number: paragraphs[number].text[:_LONGEST] for number in questions}
    return _name_each(lines, _above_towns(), _ASKED) if lines else {}


def _name_each(lines: Mapping[int, str], names: _Names, several: int) -> dict[int, str]:
    """The place of each line that names one, all in one area; empty where there are not so many different ones."""
    found = {number: _places_in(line, names) for number, line in lines.items()}
    areas: dict[str, set[str]] = defaultdict(set)
    for division in chain.from_iterable(found.values()):
        areas[area_of(division)].add(division.code)
    area = max(areas, key=lambda area: (len(areas[area]), area), default="")
    if len(areas[area]) < several:
        return {}
    inner = {number: {each.name for each in places if area_of(each) == area} for number, places in found.items()}
    return {number: own.pop() for number, own in inner.items() if len(own) == 1}


def _headings(paragraphs: Sequence[Paragraph], lines: Mapping[int, str], found: Mapping[int, str]) -> Iterator[Heading]:
    """The lines that name a place, and those between them that are over an article from one or begin with one."""
    region = ""
    for number, line in lines.items():
        place = place_at(line.lstrip(DASHES))
        name = found.get(number) or sender_of(paragraphs[number + 1].text) or (place.name if place else "")
        if not name or name == region:
            continue
        region = name
        # ——凌源市农业局 stands under the slogan that is the heading.
        above = number - 1 if line[0] in DASHES and is_line(paragraphs[number - 1].text.strip()) else number
        yield heading_at(paragraphs, above, name)


def _lines_over_text(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """The short lines, but the first, that stand right over a paragraph of text; of a table of contents none."""
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    last = {_NUMBER.sub("", text): number for number, text in enumerate(texts)}
    for number, (line, below) in enumerate(pairwise(texts)):
        stands = number and last[_NUMBER.sub("", line)] == number and len(line) <= _LONGEST and is_line(line)
        is_over_text = len(below) > SHORTEST_TEXT or below[-1] in _STOPS
        if stands and is_over_text and not (CAPTION.search(line) or BYLINE.match(line) or _RUNNING.search(line)):
            yield number, line


def _places_in(line: str, names: _Names) -> list[Division]:
    """The divisions that a line can name, the longest names first, none inside another."""
    found: list[Division] = []
    taken = 0
    for at in range(len(line)):
        size = next((size for size in _SIZES if line[at : at + size] in names), 0) if at >= taken else 0
        if size:
            found += names[line[at : at + size]]
            taken = at + size
    return found


@cache
def _above_towns() -> _Names:
    """The cities and counties of the nation."""
    return _by_names((each for each in inside("") if each.level in {"city", "county"}), stem_of)


def _towns(paragraphs: Sequence[Paragraph]) -> _Names:
    """The towns and streets of the counties that are named at the top."""
    above = [_places_in(paragraph.text[:_LONGEST], _above_towns()) for paragraph in paragraphs[:_TOP]]
    counties = {each.code for each in chain.from_iterable(above) if each.level == "county"}
    return dict(chain.from_iterable(_towns_of(code).items() for code in sorted(counties)[:_COUNTIES]))


def _in_full(paragraphs: Sequence[Paragraph]) -> Iterator[_Names]:
    """The same under their names in full only, then the cities and counties of the nation."""
    for names in (_towns(paragraphs), _above_towns()):
        yield {
            name: divisions
            for name, divisions in names.items()
            if name not in _ORDINARY and any(each.name == name for each in divisions)
        }


@partial(compiled, size=64)
def _towns_of(county: str) -> _Names:
    return _by_names((each for each in inside(county) if each.level == "town"), stem_of_town)


def _by_names(divisions: Iterable[Division], short: Callable[[str], str]) -> _Names:
    known: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        if not division.abolished:
            for name in {division.name, short(division.name)}:
                known[name].append(division)
    return dict(known)


def area_of(division: Division) -> str:
    """What a division is one of several in: the county of a town, the city of a county, the province of a city."""
    return division.code[:6] if division.level == "town" else division.code[:-2]
