"""The parts of a round-up: which place each part of a newspaper page, an interview or a list of places is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportcli.model import Paragraph, Role
from reportcli.segmentation.headings import LEVELS, LONGEST_LINE, NUMERAL, Heading
from reportcli.segmentation.places import Place, institution_at, office_at, place_at, stem_of
from reportcli.segmentation.roles import role_of_title

# What stands in front of a place's name in a heading: ● 兰山区, 【沛县】, 1. 石浦镇, （一）桂城街道, 问：.
_LEAD = re.compile(
    rf"""
    (?P<bullet>[\s●◆■□★☆▲△◎○◇※►▶▷•·*#>|]*)
    (?P<number>(?:{NUMERAL}[、.．]|[（(](?:{NUMERAL}|\d{{1,2}})[）)]|\d{{1,2}}[、.．](?!\d)|[①-⑳])?)\s*
    (?P<dash>[—\-]*)\s*
    (?P<bracket>[【〖\[「『《〈]?)\s*
    """,
    re.VERBOSE,
)
# What follows it: an alias, the bracket's end, a sign or space before the slogan.
_ALIAS = re.compile(r"[（(][^（()）\d]{1,10}[）)]")
_CLOSE = re.compile(r"\s*[】〗\]」』》〉]")
_COLON = re.compile(r"\s*[:：]")
_GAP = re.compile(r"\s+|\s*[—\-|｜·丨]+")
_SPEAKER = re.compile(r"[^。；，,;:：]{1,24}[:：]")
_PERSON = re.compile(r"(?:局长|主任|书记|部长|会长|行长|院长|董事长|总经理|负责人)\s*[一-鿿](?:\s?[一-鿿]){1,3}$")
_SHORT_NAME = re.compile(r"(?P<name>[一-鿿]{2,6})(?:\s+|\s*[:：])\S")

_QUESTION = re.compile(r"\s*(?:问|记者|主持人|[QqＱ])\s*[:：]")
_ANSWER = re.compile(r"\s*(?:答|[AaＡ])?\s*[（(:：]?\s*")
_ASKED = re.compile(r"[:：，,。、？?]|请问|那么|今年|去年|对于|[在问]|\s")
_GROUP = re.compile(r"各[县市区镇乡旗园、（()）街道板块开发功能]{1,12}$|(?:县区|区县|镇街|乡镇|街道|园区)(?:篇|板块)?$")
_DATELINE = re.compile(r"\s*[（(]?(?:本报|本网|本台|[一-鿿]{2,4}[日晚时]报)?[^。，,]{0,12}?(?:讯|电)[\s（(]")
_BYLINE = re.compile(r"\s*[（(□■]?\s*(?:本报|本网|本台|见习|全媒体)?\s*(?:记者|通讯员|评论员|编辑)|\s*文[/／]")
_NAMES = re.compile(r"(?:\s*[一-鿿]\s?[一-鿿]{1,2}(?=\s|$))+\s*$")
_CAPTION = re.compile(r"^\s*[（(▲]?图[为片：:]|摄[）)]?$|供图|资料图|图片")
# A paragraph of fewer characters is a slogan or a byline.
SHORTEST_TEXT = 30
_SENTENCE = re.compile(r"[。；！？;!?][\s”’」』]*")


class _Head(Struct, frozen=True):
    """A part's heading as it was read: its words, the place, whether it is a line of its own and names who speaks.

    `region` is None where a department of the reporting place speaks.
    """

    title: str
    region: str | None
    is_line: bool
    speaks: bool = False


def find_places(paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]) -> list[Heading]:
    """The beginnings of the places' parts, group headings and separate articles, in order; none if it is no round-up.

    Of the `numbered` headings those that look back or ahead give their role to the places under them (2021年完成情况),
    or begin a section of their own within a place's part. Where there are several, sentences that open with a place's
    name begin no part.
    """
    timed = {heading.paragraph: heading for heading in numbered if role_of_title(heading.title) in ("review", "plan")}
    headed = list(_find_headed(paragraphs, timed))
    own = [heading for heading in headed if heading.paragraph not in timed]
    if sum(heading.role != "other" for heading in own) > 1:
        return headed
    opened = list(_find_opened(paragraphs)) if sum(heading.level == 1 for heading in numbered) < 2 else []
    if opened:
        groups = [heading for heading in own if heading.region is None]
        return sorted([*groups, *opened], key=lambda heading: (heading.paragraph, heading.start))
    return headed if len(own) > 1 else []


def _find_headed(paragraphs: Sequence[Paragraph], timed: dict[int, Heading]) -> Iterator[Heading]:
    """The parts that headings, run-in headings and questions begin."""
    role: Role | None = None  # of the places under a heading like 2022年主要目标
    region: str | None = None
    level = 1
    speaks = False  # who speaks has a heading, so a question does not change the place
    under_heading = False  # between a heading and the text under it: slogans, bylines
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        line = text.strip()
        is_line = _is_line(line)
        below = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
        if number in timed and _read_head(text, below) is None:
            if _read_head(below, ""):
                role, region = role_of_title(line), None
            elif region:
                yield Heading(number, start, timed[number].title, min(level + 1, LEVELS), region, role_of_title(line))
        elif is_line and _GROUP.match(line):
            yield Heading(number, start, line, 1, None, "other")
            role, region, level, under_heading = None, None, LEVELS, True
        elif head := _read_head(text, below):
            if head.region != region or head.region is None:
                yield Heading(number, start, head.title, level, head.region, role)
            region, speaks, under_heading = head.region, head.speaks and head.is_line, head.is_line
            yield from _find_run_in(number, text, level, role)
        elif _QUESTION.match(text) and not speaks:
            asked = _asked(text, below, region)
            if asked != region:
                region = asked
                yield Heading(number, start, line, level, region, role)
        elif is_line and not under_heading and number and _is_article(line, paragraphs[number + 1 : number + 4]):
            region, under_heading = None, True
            yield Heading(number, start, line, level, None, "other")
        elif not is_line:
            under_heading = False
            yield from _find_run_in(number, text, level, role)


def _find_run_in(number: int, text: str, level: int, role: Role | None) -> Iterator[Heading]:
    """The run-in headings inside a paragraph: …；沛县：…."""
    for sentence in _SENTENCE.finditer(text):
        at = sentence.end()
        place = place_at(text, at)
        if place and _COLON.match(text, place.end):
            yield Heading(number, at, place.name, level, place.name, role)


def _is_line(line: str) -> bool:
    """Whether a paragraph is short and open-ended enough for a heading."""
    return 0 < len(line) <= LONGEST_LINE and line[-1] not in "。；;，,、"


def _read_head(text: str, below: str) -> _Head | None:
    """The heading of a place's part at the beginning of a paragraph, or None; `below` is the next paragraph.

    Takes, with or without a bullet, a number or brackets: 沛县; 沛县 激活产业动能; 沛县：新开工项目37个。…;
    象山街道(大禹山) 勇当排头兵; 【沛县】2019年…; ● 沂水县委书记 刘明启; 沂水县委书记刘明启：2022年…; 新民洲 吹响号角;
    ● 县财政局局长 王一丁.
    """
    lead = _LEAD.match(text)
    assert lead is not None  # every part of it may be missing
    line = text.strip()
    is_line = _is_line(line) and not _CAPTION.search(line)
    place = place_at(text, lead.end())
    if place is None:
        if is_line and lead["bullet"].strip() and _PERSON.search(line):
            return _Head(line, None, True, True)
        return _read_short_name(line, below) if is_line else None
    alias = _ALIAS.match(text, place.end)
    end = alias.end() if alias else place.end
    region = text[place.start : end]
    if is_line and _fills_line(text, lead, end, _is_about(below, place)):
        return _Head(line, region, True, office_at(text, end))
    title_end = _end_of_run_in(text, lead, end)
    return _Head(text[lead.end() : title_end], region, False) if title_end else None


def _fills_line(text: str, lead: re.Match[str], end: int, is_about: bool) -> bool:
    """Whether a line with a place's name up to `end` is the heading of that place's part."""
    if end == len(text.rstrip()) or (_CLOSE if lead["bracket"] else _COLON).match(text, end):
        return True
    marked = bool(lead["bullet"].strip() or lead["number"])
    if office_at(text, end):
        return marked or " " in text.strip()
    if lead["bracket"] or lead["dash"] or institution_at(text, end):
        return False
    return marked or is_about or _GAP.match(text, end) is not None


def _end_of_run_in(text: str, lead: re.Match[str], end: int) -> int | None:
    """Where a heading with a place's name up to `end` ends, and the text on its line begins; None if it is none."""
    if lead["bracket"]:
        return end if _CLOSE.match(text, end) else None
    if _COLON.match(text, end):
        return end
    if office_at(text, end):
        speaker = _SPEAKER.match(text, end)
        return speaker.end() - 1 if speaker else None
    return end if (lead["bullet"].strip() or lead["number"]) and text[end : end + 1] == "。" else None


def _is_about(text: str, place: Place) -> bool:
    """Whether a text under a line that begins with a place's name speaks of that place at once."""
    return len(text) > SHORTEST_TEXT and text[-1] in "。；”" and stem_of(place.name) in text[:120]


def _read_short_name(line: str, below: str) -> _Head | None:
    """A place's short name that the text under it gives in full: 新民洲 over 新民洲临港产业园召开…."""
    match = _SHORT_NAME.match(line)
    if match is None:
        return None
    at = below.find(match["name"], 0, 120)
    place = place_at(below, at) if at >= 0 else None
    return _Head(line, match["name"], True) if place and place.start == at else None


def _asked(text: str, below: str, region: str | None) -> str | None:
    """The place that a question is about: the answering person's, else the one it names, else that of the last one."""
    answer = _ANSWER.match(below)
    if answer and (place := place_at(below, answer.end())) and office_at(below, place.end):
        return place.name
    for mark in _ASKED.finditer(text, 0, LONGEST_LINE):
        if (place := place_at(text, mark.end())) and not institution_at(text, place.end):
            return place.name
    return region


def _is_article(line: str, below: Sequence[Paragraph]) -> bool:
    """Whether a line is the headline of a separate article: its text, after a byline perhaps, opens with 本报讯."""
    if _BYLINE.match(line) or _NAMES.match(line) or _DATELINE.match(line) or _CAPTION.search(line):
        return False
    for paragraph in below:
        if len(paragraph.text) > LONGEST_LINE:
            return _DATELINE.match(paragraph.text) is not None
        if not _BYLINE.match(paragraph.text):
            return False
    return False


def _find_opened(paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """The sentences that open with a place's name, one part a place, where no headings tell the parts."""
    titles = "".join(paragraph.text for paragraph in paragraphs[:3] if len(paragraph.text) <= LONGEST_LINE)
    found = [
        (number, place)
        for number, paragraph in enumerate(paragraphs)
        for at in [0, *(sentence.end() for sentence in _SENTENCE.finditer(paragraph.text))]
        if (place := place_at(paragraph.text, at))
        and place.level != "province"
        and stem_of(place.name) not in titles
        and not institution_at(paragraph.text, place.end)
    ]
    # In a report on counties a sentence that opens with one of their towns goes on about the county.
    counties = {place.name for _, place in found if place.level in ("city", "county")}
    if len(counties) > 1:
        found = [(number, place) for number, place in found if place.level != "town"]
    if len({place.name for _, place in found}) < 2:
        return
    region = None
    for number, place in found:
        if region is None or not place.name.startswith(stem_of(region)):
            region = place.name
            yield Heading(number, place.start, region, 1, region)
