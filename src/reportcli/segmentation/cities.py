"""The city over the places of a round-up, the county over its towns, the province over its cities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reportcli.gazetteer.divisions import Division, named_above_towns, parents
from reportcli.gazetteer.forms import meanings
from reportcli.patterns import regex
from reportcli.segmentation.headings import LONGEST_LINE, PAPERS
from reportcli.segmentation.places import place_at, stem_of
from reportcli.segmentation.vocabulary import place_words

# What a city's name stands in front of without its suffix: 蚌埠部分街道, 蚌埠市民; in a title also 蚌埠三个园区;
# 蚌埠高新区 where the city is named elsewhere too.
_PART = regex(
    r"(?P<some>(?:部分|多个|各|沿[边海江])(?:[县区镇旗]|街道|乡|园区)|市民)"
    r"|(?P<title>[两二三四五六七八九十几]+[个大]?(?:[县区镇旗]|街道|乡|园区)|[县旗市][区县市]|镇街)"
    r"|高新区|经开区|开发区|自贸|保税区"
)
# Where a name can begin, in front of such a part or up to its suffix, and what the suffixes are.
_STEM = regex(r"(?:^|[^一-鿿]|[日在进与和由赴])(?P<name>[一-鿿]{2,4})$")
_NAME = regex(r"(?:^|[^一-鿿]|[日在进与和由赴])(?P<name>[一-鿿]{2,6})$")
_CITY = regex("州市|[市州盟]")
_COUNTY = regex("[县区旗]")
_PROVINCE = regex("省|自治区")
# The kinds of places over towns and departments that are below a city.
_COUNTY_KINDS = ("县", "区", "旗")

# Whose newspaper it is: 长春日报; and what a text calls its city: 我市, 市五届人大.
_PAPER = regex(rf"(?:^|[^一-鿿])(?P<name>[一-鿿]{{2,3}}?)(?:{PAPERS})")
_WHOLE = regex(r"[全我](?P<city>[市州])|(?P<body>[市州])(?:委|政府|[一二三四五六七八九十]+届)")

# What a name in a text and one in a title or another line of its own count.
_IN_TEXT, _IN_LINE = 1, 3
# Only so many of the names that count most are looked for in the whole text.
_BEST = 20


def place_above(text: str, texts: Sequence[str], regions: set[str], kind: str | None) -> str | None:
    """The place over `regions`, told by `texts`, the lines and paragraphs of `text` in which it can be named.

    `kind` is what kind of place it is, where its departments have parts too: 县 of 县财政局. None where none is named.
    """
    levels = {place.level for region in regions if (place := place_at(region))}
    parts_of_regions = {region[:end] for region in regions for end in range(2, len(region) + 1)}
    cities = counties = Counter[str]()
    if kind in _COUNTY_KINDS:
        counties = Counter({name: n for name, n in _named(_COUNTY, "county", texts).items() if name[-1] == kind})
    else:
        cities = _cities_named(text, texts)
        counties = _named(_COUNTY, "county", texts) if levels <= {"zone", "town", "village"} else counties
    for name in parts_of_regions:
        del cities[name], counties[name]
    if levels == {"town"} and len(counties) == 1:
        return next(iter(counties))
    provinces = _named(_PROVINCE, "province", texts) if levels == {"city"} else Counter[str]()
    candidates = dict((cities or counties or provinces).most_common(_BEST))
    known = {name: n for name, n in candidates.items() if named_above_towns(name)}
    common = _common_place(regions) if candidates and not known else None
    if common and not any(common.startswith(name[:-1]) for name in candidates):
        return common  # 名州古城 names no place above 府谷县 and 靖边县, but 黔东南州 does
    candidates = known or candidates
    best = max(candidates, key=lambda name: candidates[name] + text.count(stem_of(name)), default=None)
    if best is None and kind in {None, "市"}:
        of_paper = _city_of_paper(text, texts) if kind is None and "county" in levels else None
        return of_paper or _common_place(regions)
    if best and best[-1] == "市" and (above := _city_of(best)) and above == _common_place(regions):
        return above  # 下期关注浏阳市: it is one of those that lie beside the regions
    # 泰州 is short for 泰州市, 巴州 for no city.
    return f"{best}市" if best and named_above_towns(f"{best}市") else best


def _city_of(name: str) -> str | None:
    """The city that a city of county rank lies in."""
    county = next((each for each in meanings(name, "", {}) if each.level == "county"), None)
    above = parents(county.code) if county else ()
    return above[0].name if above else None


def _common_place(regions: Iterable[str]) -> str | None:
    """The one city that has counties, or county that has towns, of all these names; those in no list are left aside."""
    meant = [meanings(region, "", {}) for region in regions]
    for level in ("county", "town"):
        known = [{parents(each.code)[0] for each in found if each.level == level} for found in meant]
        known = [above for above in known if above]
        common = set[Division].intersection(*known) if len(known) > 1 else set[Division]()
        if len(common) == 1:
            return common.pop().name
    return None


def _city_of_paper(text: str, texts: Sequence[str]) -> str | None:
    """The city whose newspaper reports on its counties, where the text itself names none: 长春日报."""
    whole = _WHOLE.search(text)
    papers = (match["name"] for line in texts if (match := _PAPER.search(line)))
    name = next((name for name in papers if name not in place_words().wider_papers), None)
    if whole is None or name is None:
        return None
    city = f"{name}{whole['city'] or whole['body']}"
    return city if named_above_towns(city) else None


def _cities_named(text: str, texts: Sequence[str]) -> Counter[str]:
    """How often each city is named, by its full name or in front of what belongs to it: 蚌埠部分街道."""
    cities = _named(_CITY, "city", texts)
    for part in (match for line in texts for match in _PART.finditer(line)):
        before = _STEM.search(part.string[max(0, part.start() - 5) : part.start()])
        city = f"{before['name']}市" if before else ""
        place = place_at(city)
        # 看完 in 看完五个区 is no city.
        known = place and place.name == city and (not part["title"] or named_above_towns(city))
        if known and _is_of_city(part, stem_of(city), text):
            cities[city] += _weight(part)
    return cities


def _weight(match: re.Match[str]) -> int:
    return _IN_TEXT if len(match.string) > LONGEST_LINE else _IN_LINE


def _is_of_city(part: re.Match[str], stem: str, text: str) -> bool:
    """Whether what stands before `part` is a city: before a zone if the text names it by itself too."""
    if part["title"]:
        return part.string[-1] not in "。；"
    return part["some"] is not None or text.count(stem) > text.count(stem + part.group())


def _named(ends: re.Pattern[str], level: str, texts: Sequence[str]) -> Counter[str]:
    """How often each place of a level is named."""
    found = Counter[str]()
    for match in (match for line in texts for match in ends.finditer(line)):
        name = _NAME.search(match.string[max(0, match.end() - 8) : match.end()])
        if name is None:
            continue
        # The text behind is looked at too: 新设市 is no place in 新设市场主体.
        place = place_at(match.string, match.end() - len(name["name"]))
        if place and place.level == level and place.end == match.end():
            found[place.name] += 2 * _weight(match)
    return found
