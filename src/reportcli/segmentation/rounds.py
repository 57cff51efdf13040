"""The parts of a round-up: which place each part of a newspaper page, an interview or a list of places is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportcli.model import Paragraph
from reportcli.segmentation.headings import LONGEST_LINE, NUMERAL, Heading, is_part
from reportcli.segmentation.places import Place, office_at, place_at
from reportcli.segmentation.roles import role_of_title

# Bullets, brackets and numbers in front of a place's name: ● 兰山区, 【沛县】, 1. 石浦镇, （一）桂城街道.
LEAD = re.compile(
    rf"[\s●◆■□★☆▲△◎○◇※►▶▷•·*#>\-—]*(?:{NUMERAL}、|[（(]{NUMERAL}[）)]|\d{{1,2}}[、.．](?!\d))?\s*[【〖\[「『《〈]?\s*"
)
ALIAS = re.compile(r"[（(][^（()）\d]{1,10}[）)]")
CLOSE = re.compile(r"\s*[】〗\]」』》〉]")
SPLIT = re.compile(r"\s*[:：]\s*|\s+|\s*(?:—+|-+|[|｜·])\s*")
SPEAKER = re.compile(r"[^。；，,;]{1,24}[:：]")
QUESTION = re.compile(r"\s*(?:问|记者|主持人|Q)\s*[:：]")
ANSWER = re.compile(r"\s*(?:答|A)\s*(?:[（(]([^）)]{2,24})[）)])?\s*[:：]")
GROUP = re.compile(
    r"各(?:[县市区镇乡旗、（()）]|街道|园区|板块|开发区|功能区)+$|(?:县区|区县|镇街|乡镇|街道|园区)(?:篇|板块)$"
)
DATELINE = re.compile(r"\s*[（(]?\s*(?:本报|本网|本台|记者|通讯员|晚报|日报)[^。]{0,12}?(?:讯|电|消息|报道|记者)")
OPENING = re.compile(r"(?:^|[。；！？;!?])[\s”’」』]*")
SHORT_NAME = re.compile(r"([一-鿿]{2,6})[\s:：]+\S")
AFTER_FIRST_PLACE = re.compile(
    r"局|厅|法院|检察|医院|学校|大学|银行|公司|集团|部分|各|多个|人民医院|日报|晚报|广播|新闻|融媒|电视"
)


class _Found(Struct, frozen=True):
    heading: Heading
    kind: str


def find_places(paragraphs: Sequence[Paragraph], year: int | None) -> list[Heading]:
    """The beginnings of the places' parts, group headings and separate articles, in order; empty for another layout."""
    found = list(_headed(paragraphs, year))
    if len({h.heading.region for h in found if h.heading.region}) < 1:
        found = list(_opened(paragraphs))
        if len({h.heading.region for h in found}) < 2:  # noqa: PLR2004
            return []
    return [f.heading for f in found]


def _headed(paragraphs: Sequence[Paragraph], year: int | None) -> Iterator[_Found]:
    role: str | None = None
    level = 1
    region: str | None = None
    under_heading = False
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        below = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
        line = text.strip()
        short = len(line) <= LONGEST_LINE and line[-1:] not in "。；;，"
        if short and GROUP.match(line):
            level, region = 1, None
            yield _Found(Heading(number, start, line, 1, None, "other"), "group")
            level, under_heading = 2, True
            continue
        if short and is_part(line) and not place_at(line):
            role = role_of_title(line, year)
            continue
        if place := _place_of(text, below, number):
            name, title = place
            region = name
            yield _Found(Heading(number, start, title, level, name, role), "place")
            under_heading = short
            continue
        if QUESTION.match(text):
            asked = _asked(text, below)
            if asked and asked != region:
                region = asked
                yield _Found(Heading(number, start, line, level, region, role), "question")
            continue
        if short and not under_heading and number and DATELINE.match(below) and not DATELINE.match(text):
            region = None
            yield _Found(Heading(number, start, line, level, None, "other"), "article")
        under_heading = False


def _asked(text: str, below: str) -> str | None:
    """The place that a question is about: named in it, or the answering person's."""
    for match in re.finditer(r"(?<=[:：，。、问年])", text[:60]):
        if place := place_at(text, match.end()):
            return place.name
    answer = ANSWER.match(below)
    if answer and answer[1] and (place := place_at(answer[1])):
        return place.name
    return None


def _place_of(text: str, below: str, number: int) -> tuple[str, str] | None:
    """The place that a heading line or a run-in heading is about, with the heading's words; None if it is none."""
    lead = LEAD.match(text)
    begin = lead.end() if lead else 0
    line = text.strip()
    short = len(line) <= LONGEST_LINE and line[-1:] not in "。；;，、"
    place = place_at(text, begin)
    if place is None:
        return _short_name(line, below) if short else None
    if AFTER_FIRST_PLACE.match(text, place.end):
        return None
    end = place.end
    if alias := ALIAS.match(text, end):
        end = alias.end()
    name = text[place.start : end]
    if close := CLOSE.match(text, end):
        end = close.end()
    rest = text[end:]
    if not rest.strip():
        return name, line
    split = SPLIT.match(rest)
    if split and (short or split.group().strip() in (":", "：")):
        return name, line if short else text[begin:end].strip()
    if office_at(text, end):
        speaker = SPEAKER.match(text, end)
        if speaker and not short:
            return name, text[begin : speaker.end() - 1].strip()
        if short and (begin > 0 or split):
            return name, line
        return (name, line) if short and re.search(r"\s", rest) else None
    if short and number and close:
        return name, line
    if (
        short
        and number
        and len(below) > len(line)
        and place.level not in ("province", "city")
        and not re.search("[，。]", line)
    ):
        return name, line
    return None


def _short_name(line: str, below: str) -> tuple[str, str] | None:
    """A place's short name that the text below gives in full: 新民洲 over 新民洲临港产业园召开…."""
    match = SHORT_NAME.match(line)
    if match is None:
        return None
    at = below.find(match[1], 0, 120)
    place = place_at(below, at) if at >= 0 else None
    return (match[1], line) if place and place.start == at else None


def _opened(paragraphs: Sequence[Paragraph]) -> Iterator[_Found]:
    """The sentences that open with a place's name where no heading does."""
    region = None
    for number, paragraph in enumerate(paragraphs):
        for match in OPENING.finditer(paragraph.text):
            place = place_at(paragraph.text, match.end())
            if place and place.name != region and _is_subject(paragraph.text, place):
                region = place.name
                yield _Found(Heading(number, match.end(), place.name, 1, region), "opened")


def _is_subject(text: str, place: Place) -> bool:
    return (
        place.level in ("county", "zone", "town")
        and len(place.name) <= 6
        or place.level == "city"
        and place.name[-1] == "市"
    )
