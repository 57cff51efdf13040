"""Whose report it is: the place that reports, or the place above those of a round-up."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from reportcli.model import Document, Paragraph
from reportcli.segmentation.facts import LONGEST_HEADER, header_of, lines_above
from reportcli.segmentation.headings import LONGEST_LINE, Heading
from reportcli.segmentation.places import Place, place_at, stem_of

log = logging.getLogger("reportcli")

_NTH = "第?[一二三四五六七八九十]+[届次]"
_KIND = re.compile(rf"代表(?P<kind>新区|街道|[市县区镇乡])(?:{_NTH})?(?:人民)?(?:政府|管委会|办事处)")
# Who speaks: 我代表清苑县人民政府; where: 2024年1月16日在魏城镇第二十届人民代表大会; whose office: 四川省人民政府省长.
_SPEAKS_FOR = re.compile(
    rf"代表(?P<place>[一-鿿]{{0,24}}?)(?:{_NTH})?(?:人民)?(?:政府|管委会|管理委员会|办事处|党工委)"
)
_MEETS_IN = re.compile(rf"在(?P<place>[一-鿿]{{2,20}}?){_NTH}")
_OFFICE_OF = re.compile(r"^\s*(?P<place>[一-鿿]{2,20}?)(?:人民政府|统计局|管委会|管理委员会)")
_IN_TITLE = re.compile(r"报\s*告|公\s*报|总结|要点|计划")
_BEFORE_TITLE = re.compile(r"(?:标题[:：])?[\s《“—]*(?:(?:\d{4}|[一二][〇○零九一二三四五六七八]{3})年度?)?\s*")

# What a city's name stands in front of without its suffix: 佛山部分街道, 南通多个县(市、区), 大连高新区, 镇江市民;
# where a name can begin, and the letters that a name ends with.
_PART = re.compile(
    r"(?P<some>(?:部分|多个|各|沿[边海江])(?:[县区镇旗]|街道|乡|园区)|市民)"
    r"|(?P<title>[两二三四五六七八九十几]+[个大]?(?:[县区镇旗]|街道|乡|园区)|[县旗市][区县市]|镇街)"
    r"|高新区|经开区|开发区|自贸|保税区"
)
_STEM = re.compile(r"(?:^|[^一-鿿]|[日在进与和由赴])(?P<name>[一-鿿]{2,4})$")
_NAME = re.compile(r"(?:^|[^一-鿿]|[日在进与和由赴])(?P<name>[一-鿿]{2,6})$")
_CITY = re.compile("州市|[市州盟]")
_COUNTY = re.compile("[县区]")

# A city's name without its suffix has two characters.
SHORT = 2

# A line of links: other places' pages.
_NAVIGATES = re.compile(r"[|>›»].*[|>›»]")

_FIRST = 4

# How often a text names its own place, at the least.
_OFTEN = 4

# What a name can end with besides the title's suffix: a county that became a district, a zone that became one.
_OTHER_SUFFIXES = {"county": ("县", "区", "市", "新区"), "city": ("市", "地区"), "town": ("镇", "乡", "街道")}


def place_of(
    document: Document, paragraphs: Sequence[Paragraph], headings: Sequence[Heading], title: str | None
) -> str | None:
    """The reporting place at its own level, or the one above the places of a round-up's parts; None if none is named.

    Where title and text differ the text is believed, and a warning tells of it.
    """
    header = header_of(paragraphs, headings)
    regions = {heading.region for heading in headings if heading.region}
    titled = _at_start(title) if title else None
    if len(regions) > 1:
        if titled is not None and titled.name not in regions:
            return titled.name
        above = [line for line in lines_above(document.text, paragraphs, len(header)) if not _NAVIGATES.search(line)]
        # What is above the places is named where the page and its first parts begin, or in headings.
        below = [p.text for n, p in enumerate(paragraphs[len(header) :]) if n < _FIRST or len(p.text) <= LONGEST_LINE]
        return _place_above(document.text, [*above, *below], regions)
    top = [paragraph.text for paragraph in header if len(paragraph.text) <= LONGEST_HEADER]
    said = _first(_SPEAKS_FOR, top) or _first(_MEETS_IN, top) or _first(_OFFICE_OF, top)
    titled = titled or next((place for line in top if _is_title(line) and (place := _at_start(line))), None)
    if said is not None:
        name = said.name
    elif titled is not None:
        name = _as_body_says(document.text, titled)
    else:
        kind = next((match["kind"] for line in top if (match := _KIND.search(line))), None)
        return regions.pop() if regions else _most_named(document, kind)
    if (
        titled is not None
        and titled.name != name
        and (stem_of(name) not in (title or "") or stem_of(name) == stem_of(titled.name))
    ):
        log.warning("%s: the title says %s, the text %s", document.source or "-", titled.name, name)
    return name


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> Place | None:
    for line in lines:
        for match in pattern.finditer(line):
            if place := place_at(match["place"]):
                return place
    return None


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST_LINE and _IN_TITLE.search(line) is not None


def _at_start(title: str) -> Place | None:
    """The place that a title begins with: 保定市清苑区2008年政府工作报告, 2026年四川省人民政府工作报告."""
    start = _BEFORE_TITLE.match(title)
    return place_at(title, start.end() if start else 0)


def _as_body_says(text: str, titled: Place) -> str:
    """The name that the body uses for the place in the title: with another suffix, or with its characters in order."""
    stem = stem_of(titled.name)
    suffix = titled.name[len(stem) :]
    if text.count(stem) <= text.count(titled.name) <= 2 and text.count(stem[::-1]) > 2 * text.count(stem):
        stem = stem[::-1]
    counts = {stem + other: text.count(stem + other) for other in (suffix, *_OTHER_SUFFIXES.get(titled.level, ()))}
    # The title itself is no witness.
    counts[stem + suffix] = max(0, counts[stem + suffix] - 1)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > counts[stem + suffix] else stem + suffix


def _most_named(document: Document, kind: str | None) -> str | None:
    """The name of that `kind` (区, 镇) that the text has most often, the one that the file's name agrees with first."""
    text = document.text
    counts = _names_before(kind or "[县区镇]", text)
    for name in list(counts):
        if counts[name[1:]] <= counts[name]:
            del counts[name[1:]]  # 坪坝区 is what 沙坪坝区 ends with
    stems: list[str] = re.findall(r"[一-鿿]{2,}", PurePath(document.source).stem) if document.source else []
    for stem in stems:
        agreeing = [name for name in counts if name.startswith(stem_of(stem))]
        if agreeing:
            return max(agreeing, key=lambda name: counts[name])
        if place := place_at(stem):
            return place.name
        if kind and text.count(stem) >= _OFTEN:
            return stem + kind
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= _OFTEN else None


def _names_before(suffix: str, text: str) -> Counter[str]:
    """How often each name of two or three characters and a suffix stands in a text."""
    found = Counter[str]()
    for match in re.finditer(suffix, text):
        begin = match.start() - (text[match.start() - 1 : match.start()] == "新")
        found.update((text[max(0, begin - 2) : match.end()], text[max(0, begin - 3) : match.end()]))
    return Counter({name: n for name, n in found.items() if (place := place_at(name)) and _is_seat(place, name)})


def _is_seat(place: Place, name: str) -> bool:
    return place.name == name and place.level != "zone"


def _place_above(text: str, texts: Sequence[str], regions: set[str]) -> str | None:
    """The city over the places of a round-up, or their county where they are towns of one."""
    levels = {place.level for region in regions if (place := place_at(region))}
    cities = _named(_CITY, "city", texts, regions)
    for part in (match for line in texts for match in _PART.finditer(line)):
        before = _STEM.search(part.string[max(0, part.start() - 5) : part.start()])
        city = f"{before['name']}市" if before else ""
        place = place_at(city)
        if place and place.name == city and city not in regions and _is_of_city(part, stem_of(city), text):
            cities[city] += 1 if len(part.string) > LONGEST_LINE else 4
    counties = _named(_COUNTY, "county", texts, regions) if levels <= {"zone", "town", "village"} else Counter()
    if levels == {"town"} and len(counties) == 1:
        return next(iter(counties))
    candidates = +cities or counties
    best = max(candidates, key=lambda name: candidates[name] + text.count(stem_of(name)), default=None)
    # 徐州 is short for 徐州市, 红河州 is a name in full.
    return best + "市" if best and len(best) == SHORT and best[-1] == "州" else best


def _is_of_city(part: re.Match[str], stem: str, text: str) -> bool:
    """Whether what stands before `part` is a city: before a zone if the text names it by itself too."""
    if part["title"]:
        return part.string[-1] not in "。；"
    return part["some"] is not None or text.count(stem) > text.count(stem + part.group())


def _named(ends: re.Pattern[str], level: str, texts: Sequence[str], regions: set[str]) -> Counter[str]:
    """How often each place of a level is named that is none of `regions`; in a title it counts for more."""
    found = Counter[str]()
    for match in (match for line in texts for match in ends.finditer(line)):
        name = _NAME.search(match.string[max(0, match.end() - 8) : match.end()])
        if name is None:
            continue
        # The text behind is looked at too: 新设市 is no place in 新设市场主体.
        place = place_at(match.string, match.end() - len(name["name"]))
        if place and place.level == level and place.end == match.end() and not _covers(place.name, regions):
            found[place.name] += 2 if len(match.string) > LONGEST_LINE else 6
    return found


def _covers(name: str, regions: set[str]) -> bool:
    return any(region.startswith(name) for region in regions)
