"""Whose report it is: the place that reports, or the place above those of a round-up."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise

from msgspec.structs import replace

from reportcli.gazetteer.divisions import named_above_towns
from reportcli.model import Document, Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.cities import place_above
from reportcli.segmentation.facts import header_of, lines_above
from reportcli.segmentation.headings import LONGEST_LINE, PAPERS, Heading
from reportcli.segmentation.places import LEVELS, Place, institution_at, kind_of_department, place_at, stem_of
from reportcli.segmentation.report_years import LONGEST_HEADER

log = logging.getLogger("reportcli")

_NTH = "第?[一二三四五六七八九十]+[届次]"
_KIND = regex(rf"代表(?P<kind>新区|街道|[市县区镇乡])(?:{_NTH})?(?:人民)?(?:政府|管委会|办事处)")
# Who speaks: 我代表南陵县人民政府; where: 2024年1月16日在梅桥镇第二十届人民代表大会; whose office: 浙江省人民政府省长.
_SPEAKS_FOR = regex(rf"代表(?P<place>[一-鿿]{{0,24}}?)(?:{_NTH})?(?:人民)?(?:政府|管委会|管理委员会|办事处|党工委)")
_MEETS_IN = regex(rf"在(?P<place>[一-鿿]{{2,20}}?){_NTH}")
_OFFICE_OF = regex(r"^\s*(?P<place>[一-鿿]{2,20}?)(?:人民政府|统计局|管委会|管理委员会)")
# Whose meeting an article tells of: 2月21日，云溪县召开…; 中共云溪县委….
_MEETS = regex(
    r"(?:^|[，,）)\s日])(?:中共)?(?P<place>[一-鿿]{2,12}?[市县区镇乡旗州道])(?:委|政府|[一-鿿]{2,8}[局办])?(?:召开|举行|举办|[^，。、]{0,8}(?:会议|大会|全会)(?:在|召开|举行))"
)
# 河北省第十三届人民代表大会 · ——云岭乡经济社会发展纪实 · 金山新闻网讯: what names the place where no line says it
_CONGRESS_OF = regex(rf"(?P<place>[一-鿿]{{2,12}}?[省市县区镇乡旗州盟道])第?{_NTH}(?:人民代表大会|人代会)")
_SUBTITLE = regex(
    r"^[—－-]+\s*(?P<place>[一-鿿]{2,12}?[省市县区镇乡旗州盟道])(?=[一-鿿]{2,16}(?:纪实|侧记|综述|巡礼|掠影)$)"
)
_PAPER = regex(rf"^\s*(?P<place>[一-鿿]{{2,4}}?)(?:{PAPERS}|广播电视台|电视台|发布)[讯消]")
_OF_PAPER = regex(PAPERS)
_IN_TITLE = regex(r"报\s*告|公\s*报|总结|要点|计划")
_ENDS_LINE = regex(r"(?:人民政府|\d{4}年)?\s*")
_BEFORE_TITLE = regex(
    r"(?:标题[:：])?[\s《“—]*(?:(?:\d{4}|[一二][〇○零九一二三四五六七八]{3})年度?)?\s*(?:上半年|前三季度|[一三]季度|1[-—至]\d{1,2}月)?\s*"
)

# A line of links: other places' pages.
_NAVIGATES = regex(r"[|>›»].*[|>›»]")
# A round-up names the place above its places where it begins and in its headings: so many paragraphs, lines in all.
_FIRST = 4
_INTRODUCTION = 6
_SHORTEST = 2
_OPENING = regex(r"^\s*|[，,。；;：:、“\"（(年日]")  # where a clause can begin
_OWN = regex("我(?P<kind>市)")
_LINES = 200

# How often a text names its own place, at the least.
_OFTEN = 4

# What a name can end with besides the title's suffix: a county that became a district, a zone that became one.
_OTHER_SUFFIXES = {"county": ("县", "区", "市", "新区"), "city": ("市", "地区"), "town": ("镇", "乡", "街道")}


def place_of(
    document: Document,
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    title: str | None,
    of_file: Sequence[str],
) -> str | None:
    """The reporting place at its own level, or the one above the places of a round-up's parts; None if none is named.

    Where title and text differ the text is believed, and a warning tells of it. Of the places that a text names often
    the one is taken that the words `of_file` agree with, those of its file's name.
    """
    header = header_of(paragraphs, headings)
    regions = {heading.region for heading in headings if heading.region}
    titled = _at_start(title) if title else None
    kind = next((kind for heading in headings if (kind := kind_of_department(heading.title))), None)
    # A part on one town beside those of the county's departments makes it no report of the town's.
    if len(regions) > 1 or kind:
        if titled is not None and titled.name not in regions and _is_above(titled, regions):
            return titled.name
        above = (line for line in lines_above(document.text, paragraphs, len(header)) if not _NAVIGATES.search(line))
        below = (p.text for n, p in enumerate(paragraphs[len(header) :]) if n < _FIRST or len(p.text) <= LONGEST_LINE)
        return place_above(document.text, list(islice(chain(above, below), _LINES)), regions, kind)
    top = [paragraph.text for paragraph in header if len(paragraph.text) <= LONGEST_HEADER]
    said = _first(_SPEAKS_FOR, top) or _first(_MEETS_IN, top) or _first(_OFFICE_OF, top)
    said = said or (None if titled else _first(_MEETS, top))
    titled = titled or next((place for line in top if _is_title(line) and (place := _at_start(line))), None)
    titled = titled or _above_title(top)
    titled = _in_full(document.text, titled) if titled else None
    if said is not None:
        name = said.name
    elif titled is not None:
        name = _as_body_says(document.text, titled)
    else:
        kind = next((match["kind"] for line in top if (match := _KIND.search(line))), None)
        return (
            regions.pop()
            if regions
            else _told_in_text(paragraphs)
            or _of_paper(paragraphs)
            or _most_named(document.text, kind, of_file)
            or _only_named(document.text, paragraphs)
        )
    if (
        titled is not None
        and titled.name != name
        and (stem_of(name) not in (title or "") or stem_of(name) == stem_of(titled.name))
    ):
        log.warning("%s: the title says %s, the text %s", document.source or "-", titled.name, name)
    return name


def _is_above(place: Place, regions: Iterable[str]) -> bool:
    """Whether a place can be over the others: 苗岭侗乡 is over no counties."""
    below = [LEVELS.index(part.level) for region in regions if (part := place_at(region))]
    return not below or LEVELS.index(place.level) <= min(below)


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> Place | None:
    for line in lines:
        for match in pattern.finditer(line):
            if place := place_at(match["place"]):
                return place
    return None


def _told_in_text(paragraphs: Sequence[Paragraph]) -> str | None:
    """The place that the first paragraphs name in passing: by its congress, who speaks for it, a subtitle."""
    lines = [paragraph.text[:LONGEST_HEADER] for paragraph in paragraphs[:_INTRODUCTION]]
    found = next(
        (place for p in (_SUBTITLE, _CONGRESS_OF, _SPEAKS_FOR, _MEETS_IN) if (place := _first(p, lines))), None
    )
    return found.name if found else None


def _only_named(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The place that the first clauses name and the text names most: 2020年，云岭州经历了…, 云岭区区长."""
    found = {
        place.name
        for paragraph in paragraphs[:_INTRODUCTION]
        for opening in _OPENING.finditer(paragraph.text)
        if (place := place_at(paragraph.text, opening.end()))
        and place.level in {"city", "county", "town"}
        and len(place.name) > _SHORTEST
        and not institution_at(paragraph.text, place.end)
    }
    return max(found, key=lambda name: (text.count(stem_of(name)), name), default=None)


def _of_paper(paragraphs: Sequence[Paragraph]) -> str | None:
    """The place whose paper has the article, where that says 我市: 金山市 of 金山新闻网讯."""
    for paragraph in paragraphs[:_INTRODUCTION]:
        if (paper := _PAPER.match(paragraph.text)) and (own := _OWN.search(paragraph.text)):
            return paper["place"] + own["kind"]
    return None


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST_LINE and _IN_TITLE.search(line) is not None


def _at_start(title: str) -> Place | None:
    """The place that a title begins with: 蚌埠市淮上区2008年政府工作报告, 2026年浙江省人民政府工作报告.

    Not that of a newspaper's name, 宿州 of 宿州日报.
    """
    start = _BEFORE_TITLE.match(title)
    place = place_at(title, start.end() if start else 0)
    return None if place and _OF_PAPER.match(title, place.end) else place


def _above_title(lines: Sequence[str]) -> Place | None:
    """The place of a title of two lines: 2015年江州市⏎国民经济和社会发展统计公报."""
    for above, line in pairwise(lines):
        place = _at_start(above) if _is_title(line) else None
        if place is not None and _ENDS_LINE.fullmatch(above, place.end):
            return place
    return None


def _in_full(text: str, titled: Place) -> Place:
    """The title's place under its name in full, where that is short for one that the text names: 昆区, 昆都仑区."""
    if len(titled.name) > _SHORTEST or named_above_towns(titled.name):
        return titled
    full = Counter(re.findall(rf"{titled.name[0]}[一-鿿]{{1,4}}?{titled.name[1]}", text))
    known = [name for name in full if named_above_towns(name)]
    return replace(titled, name=max(known, key=lambda name: (full[name], name))) if known else titled


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


def _most_named(text: str, kind: str | None, of_file: Sequence[str]) -> str | None:
    """The name of that `kind` (区, 镇) that the text has most often, the one that the file's name agrees with first."""
    counts = _names_before(kind or "[县区镇]", text)
    for name in list(counts):
        if counts[name[1:]] <= counts[name]:
            del counts[name[1:]]  # 坪坝区 is what 沙坪坝区 ends with
    for stem in of_file:
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
