"""Whose report it is: the place that reports, or the city above the places of a round-up."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from reportcli.model import DocType, Document, Paragraph
from reportcli.segmentation.places import Place, grammar, place_at

log = logging.getLogger("reportcli")

TOP = 25
SALUTATION = re.compile(
    r"代表(?P<who>[^，。；]{0,24}?)(?:第?[一二三四五六七八九十]+届)?(?:人民)?(?:政府|管委会|管理委员会|办事处|党工委)"
)
MEETING = re.compile(r"(?:[日—]|^)\s*在(?P<who>[一-鿿]{2,16}?)第?[一二三四五六七八九十]+[届次]")
OFFICE = re.compile(r"^\s*(?P<who>[一-鿿]{2,16}?)(?:人民政府|统计局|管委会|管理委员会)")
SOURCE = re.compile(r"(?:来源|主办|发布机构)[:：]\s*(?P<who>[一-鿿]{2,16})")
STEM = re.compile(
    r"(?:^|[\s—\-，,、。“])(?P<stem>[一-鿿]{2,3}?)(?:部分|多个|各地?|全市|市民?|高新区|经开区|开发区|新区)(?P<next>.{0,4})"
)
SUFFIXES = {
    "county": ("县", "区", "市", "新区"),
    "city": ("市", "地区"),
    "town": ("镇", "乡", "街道"),
    "zone": (),
    "province": (),
}


def place_of(
    document: Document, paragraphs: Sequence[Paragraph], doc_type: DocType, regions: Sequence[str]
) -> str | None:
    """The reporting place at its own level, or None where nothing names it."""
    if regions and doc_type == "news":
        return _above(document.text, paragraphs, regions)
    top = [p.text for p in paragraphs[:TOP]]
    said = _first(SALUTATION, top) or _first(MEETING, top)
    titled = next((place for line in top if len(line) <= 60 for place in [_in_title(line)] if place), None)  # noqa: PLR2004
    named = said or titled or _first(OFFICE, top)
    if named is None:
        return _most_named(document)
    if said is None and titled is not None:
        told = _as_body_says(document.text, titled)
        if told != titled.name:
            log.warning("%s: the title says %s, the text %s", document.source or "text", titled.name, told)
        return told
    if titled is not None and said is not None and titled.name != said.name:
        log.warning("%s: the title says %s, the text %s", document.source or "text", titled.name, said.name)
    return named.name


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> Place | None:
    for line in lines:
        match = pattern.search(line)
        if match and (place := place_at(match["who"].strip())):
            return place
    return None


def _in_title(line: str) -> Place | None:
    if "报告" not in line and "公报" not in line and "总结" not in line:
        return None
    start = re.match(r"[^一-鿿]*(?:\d{4}年度?)?[^一-鿿]*", line)
    return place_at(line, start.end() if start else 0)


def _stem(name: str) -> str:
    for suffix in ("街道", "新区", "地区"):
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name[: -len(suffix)]
    return name[:-1] if len(name) > 2 else name  # noqa: PLR2004


def _as_body_says(text: str, titled: Place) -> str:
    """The name that the body uses for the place in the title: with another suffix, or another name altogether."""
    stem = _stem(titled.name)
    names = [stem + suffix for suffix in SUFFIXES[titled.level]] or [titled.name]
    counts = Counter({name: text.count(name) for name in names})
    counts[titled.name] -= 1
    suffix = titled.name[len(stem) :]
    rivals = (
        Counter(name for name in _names_with(text, suffix) if _stem(name) != stem)
        if text.count(stem) <= 3
        else Counter()
    )  # noqa: PLR2004
    if (
        rivals
        and (rival := max(rivals, key=lambda name: text.count(_stem(name))))
        and text.count(_stem(rival)) > 2 * text.count(stem)
    ):
        return rival
    best, count = counts.most_common(1)[0]
    return best if count > max(0, counts[titled.name]) else titled.name


def _names_with(text: str, suffix: str) -> list[str]:
    ordinary = grammar().ordinary
    found = []
    for match in re.finditer(suffix, text):
        name = text[max(0, match.start() - 2) : match.end()]
        if re.fullmatch(r"[一-鿿]+", name) and not ordinary.fullmatch(name):
            found.append(name)
    return found


def _most_named(document: Document) -> str | None:
    text = document.text
    counts = Counter(name for suffix in ("县", "区", "市", "镇") for name in _names_with(text, suffix))
    if document.source:
        for stem in re.findall(r"[一-鿿]{2,}", PurePath(document.source).stem):
            if place := place_at(stem):
                return place.name
            named = Counter({name: count for name, count in counts.items() if name.startswith(stem)})
            if named:
                return named.most_common(1)[0][0]
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 3 else None  # noqa: PLR2004


def _above(text: str, paragraphs: Sequence[Paragraph], regions: Sequence[str]) -> str | None:
    """The place above the places of a round-up: named as it is, or as part of 镇江经开区 and 佛山部分街道."""
    levels = {place.level for region in regions if (place := place_at(region))}
    votes = Counter[str]()
    counties = Counter[str]()
    for paragraph in paragraphs:
        for match in re.finditer(r"(?:^|[\s，。；、：:—“”（(日在])", paragraph.text):
            at = match.end()
            place = grammar().name.match(paragraph.text, at)
            if place is None or grammar().ordinary.fullmatch(place.group()):
                continue
            name = place.group()
            level = grammar().levels[place[3] or place[2]]
            if name in regions:
                continue
            if level == "city" or (level == "county" and name[-1] == "市"):
                votes[name] += 2
            elif level == "county":
                counties[name] += 1
        for match in STEM.finditer(paragraph.text):
            if (match["stem"] + "市") not in regions and not grammar().ordinary.fullmatch(match["stem"] + "市"):
                votes[match["stem"] + "市"] += 1
    for name in list(votes):
        votes[name] += text.count(_stem(name)) if name[-1] == "市" else 0
    if levels == {"town"} and len(counties) == 1:
        return counties.most_common(1)[0][0]
    return votes.most_common(1)[0][0] if votes else (counties.most_common(1)[0][0] if counties else None)
