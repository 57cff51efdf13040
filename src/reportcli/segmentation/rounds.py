"""The parts of a round-up: which place each part of a newspaper page, an interview or a list of places is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from reportcli.model import Paragraph, Role
from reportcli.patterns import regex
from reportcli.segmentation.headings import LEVELS, LONGEST_LINE, NUMERAL, PAPERS, Heading
from reportcli.segmentation.named_lines import DASHES, find_asked, find_named, find_told, find_under, heading_at
from reportcli.segmentation.place_headings import (
    BYLINE,
    CAPTION,
    SHORTEST_TEXT,
    find_alike,
    is_line,
    place_in_headline,
    read_place_heading,
    sender_of,
)
from reportcli.segmentation.places import LEVELS as LEVELS_OF_PLACES
from reportcli.segmentation.places import Place, institution_at, office_at, place_at, stem_of
from reportcli.segmentation.roles import role_of_title

# A line over several places: 各县区, 各街道, 市直部门, 乡镇篇.
_GROUP = regex(
    r"[市区县镇]直(?:部门|单位|机关)$"
    r"|各[县市区镇乡旗园、（()）街道板块开发功能]{1,12}$"
    r"|(?:县区|区县|县市|市县|旗县|镇街|乡镇|街道|园区)(?:篇|板块|巡礼|扫描|动态|速递|传真|风采|之窗|声音|在?行动|快[讯报])?$"
)
# An interview's question, what comes before the answering person's place, and before a place that is asked about.
_QUESTION = regex(r"[^\w]*(?:\d{1,2}[:：]\d{2}[^\w]*)?(?:问|记者|主持人|[QqＱ])\s*[:：]")
_ANSWER = regex(r"[^\w（(]*(?:答|[AaＡ]|[一-鿿]{2,4}(?=[（(]))?\s*[（(:：]?\s*")
_ASKED = regex(r"[:：，,。、？?]|请问?|那么|今年|去年|对于|[在问]|\s")
# What a separate article opens with, and a line of names over it.
_DATELINE = regex(rf"\s*[（(]?(?:本报|本网|本台|[一-鿿]{{2,4}}(?:{PAPERS}))?[^。，,]{{0,12}}?(?:讯|电)[\s（(]")
_NAMES = regex(r"(?:\s*[一-鿿]\s?[一-鿿]{1,2}(?=\s|$))+\s*$")

# A meeting, as the first sentence of an article tells it, and what stands in front of its place.
_BEFORE_MEETING = regex(r"[，,）)\s日]")
_MEETS = regex(r"召开|举行|举办|发布|部署")

# How many themes a report by themes has at least, how one's heading begins: 二、财政收入.
_THEMES = 2
_THEME = regex(f"{NUMERAL}、")

# Where a sentence ends; where a run-in heading can begin; what can stand before the place at a sentence's beginning.
_SENTENCE = regex(r"[。；！？;!?][\s”’」』\"]*")
_BEFORE_RUN_IN = regex(r"[。；！？;!?][\s”’」』]*(?=[一-鿿]{2,16}\s*[:：])")
_TIME = regex(r"(?:\d{4}年|[今去]年)[，,]?\s*")
# 在马山镇，… · 人口不到两万的抄乐镇，… · 翻过山便是丹凤县。, where a paragraph begins
_INTRODUCED = regex(r"\s*(?:在|[一-鿿]{3,12}的|[一-鿿]{0,10}(?:便是|就是|的是|来到|走进|走到|再看|来看|转到|要数))")


def find_places(paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]) -> list[Heading]:
    """The beginnings of the places' parts, group headings and separate articles, in order; none if it is no round-up.

    Of the `numbered` headings those that look back or ahead give their role to the places under them (2021年完成情况),
    or begin a section of their own within a place's part. Where there are several, sentences that open with a place's
    name begin no part, unless the report goes through its themes. Where there are none the names in slogans, themes
    and signs are looked at.
    """
    timed = {heading.paragraph: heading for heading in numbered if role_of_title(heading.title) in ("review", "plan")}
    headed = list(_without_repeats(_without_labels(list(_find_headed(paragraphs, timed)), paragraphs), timed))
    own = [heading for heading in headed if heading.paragraph not in timed]
    if len({heading.region for heading in own if heading.role != "other"}) > 1:
        return _by_themes(headed, paragraphs, numbered)
    if named := find_named(paragraphs, numbered) or find_under(paragraphs):
        return named
    is_numbered = sum(heading.level == 1 for heading in numbered) > 1
    if is_numbered:
        return _by_themes(_opened_again(paragraphs, numbered), paragraphs, numbered)
    opened = list(_find_opened(paragraphs))
    told = find_told(paragraphs)
    if len({heading.region for heading in told}) > len({heading.region for heading in opened}):
        opened = told
    if opened:
        groups = [heading for heading in own if heading.region is None]
        return sorted([*groups, *opened], key=lambda heading: (heading.paragraph, heading.start))
    return headed if len(own) > 1 else []


def own_parts(
    paragraphs: Sequence[Paragraph], headings: Sequence[Heading], numbered: Sequence[Heading], above: str
) -> Iterator[Heading]:
    """The headings between and after the places' parts of parts on the place above them.

    碑林区2018年“小目标”, and 二、会议议定事项 where 一、各区汇报情况 has the places.
    """
    taken = {heading.paragraph for heading in headings}
    first = min(taken, default=len(paragraphs))
    top = [heading for heading in numbered if heading.level == 1 and heading.paragraph not in taken]
    ends = [*(heading.paragraph for heading in top[1:]), len(paragraphs)]
    for heading, end in zip(top, ends, strict=False):  # no heading, no end
        is_later = top[0].paragraph < first < heading.paragraph
        if is_later and not any(heading.paragraph < each < end for each in taken):
            taken.add(heading.paragraph)
            yield replace(heading, region=above)
    for number, paragraph in enumerate(paragraphs[:-1]):
        line = paragraph.text.strip()
        stands = number > first and number not in taken and is_line(line) and not CAPTION.search(line)
        if stands and line.startswith(above) and not is_line(paragraphs[number + 1].text.strip()):
            yield heading_at(paragraphs, number, above)


def _by_themes(
    headed: Sequence[Heading], paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]
) -> list[Heading]:
    """The headings of a report by themes, each of which goes through the places: the themes', and all of the places'.

    Such a report begins with a theme: 一、财政收入。甲县：…；乙县：…. Others are given back as they are.
    """
    themes = _themes(numbered)
    if not headed or len(themes) < _THEMES or themes[0].paragraph > headed[0].paragraph:
        return list(headed)
    taken = {(heading.paragraph, heading.start) for heading in headed}
    regions = {heading.region for heading in headed}
    has_lines = any(_fills_line(heading, paragraphs) for heading in headed)
    # Where no place has a line of its own a sentence that opens with one of them begins its part too.
    opened = [] if has_lines else [h for h in _find_opened(paragraphs, anywhere=True) if h.region in regions]
    added = [each for each in (*themes, *opened) if (each.paragraph, each.start) not in taken]
    return sorted([*headed, *added], key=lambda heading: (heading.paragraph, heading.start))


def _themes(numbered: Sequence[Heading]) -> list[Heading]:
    """The numbered headings of subjects, none of a time: 一、财政收入, not 一、2022年工作回顾."""
    return [h for h in numbered if _THEME.match(h.title) and role_of_title(h.title) is None]


def _opened_again(paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]) -> list[Heading]:
    """The sentences that open with a place's name, where theme after theme has those of several places."""
    themes = [heading.paragraph for heading in _themes(numbered)]
    opened = list(_find_opened(paragraphs, anywhere=True)) if len(themes) >= _THEMES else []
    told: dict[str | None, set[int]] = {}
    for heading in opened:
        told.setdefault(heading.region, set()).add(bisect_right(themes, heading.paragraph))
    again = {region for region, under in told.items() if len(under - {0}) >= _THEMES}
    return [heading for heading in opened if heading.region in again] if len(again) >= _THEMES else []


def _without_labels(headings: Sequence[Heading], paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """The headings without the labels inside of parts: 金霞片区：… where lines of their own head those of districts."""
    depths = [LEVELS_OF_PLACES.index(place.level) if (place := _place_of(each)) else -1 for each in headings]
    lines = [_fills_line(each, paragraphs) for each in headings]
    headed = Counter(depth for depth, fills_line in zip(depths, lines, strict=True) if fills_line and depth >= 0)
    several = [depth for depth, times in headed.items() if times > 1]
    deepest = max(several, default=len(LEVELS_OF_PLACES))
    for heading, depth, fills_line in zip(headings, depths, lines, strict=True):
        marked = not paragraphs[heading.paragraph].text.startswith(heading.title, heading.start)  # （一）文林镇。…
        if fills_line or marked or depth <= deepest:
            yield heading


def _fills_line(heading: Heading, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading has a line of its own."""
    return heading.title == paragraphs[heading.paragraph].text.strip()


def _place_of(heading: Heading) -> Place | None:
    """The place that a heading is about, None of a group's."""
    return place_at(heading.region) if heading.region else None


def _without_repeats(headings: Iterable[Heading], timed: dict[int, Heading]) -> Iterator[Heading]:
    """The headings without those that go on about the place of the one before."""
    region: str | None = None
    role: Role | None = None
    for heading in headings:
        if heading.region is None or heading.paragraph in timed or (heading.region, heading.role) != (region, role):
            yield heading
        if heading.paragraph not in timed:
            region, role = heading.region, heading.role


def _find_headed(paragraphs: Sequence[Paragraph], timed: dict[int, Heading]) -> Iterator[Heading]:
    """The parts that headings, run-in headings and questions begin."""
    role: Role | None = None  # of the places under a heading like 2022年主要目标
    region: str | None = None
    level = 1
    speaks = False  # who speaks has a heading, so a question does not change the place
    alike = find_alike(paragraphs)
    asked_about = find_asked(paragraphs, [n for n, each in enumerate(paragraphs) if _QUESTION.match(each.text)])
    under_heading = False  # between a heading and the text under it: slogans, bylines
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        line = text.strip()
        # The first line is the title, whatever the text under it is about.
        below = paragraphs[number + 1].text if 0 < number < len(paragraphs) - 1 else ""
        head = read_place_heading(text, below) or alike.get(number)
        if number in timed and head is None:
            if is_line(line) and read_place_heading(below, ""):
                role, region = role_of_title(line), None
            elif region:
                yield Heading(number, start, timed[number].title, min(level + 1, LEVELS), region, role_of_title(line))
        elif number and is_line(line) and _GROUP.match(line):
            yield Heading(number, start, line, 1, None, "other")
            role, region, level, under_heading = None, None, LEVELS, True
        elif head:
            slogan = paragraphs[number - 1].text.strip() if number > 1 and line[0] in DASHES else ""
            if slogan and is_line(slogan) and not BYLINE.match(slogan):  # “老区也要跑出加速度”⏎——访大悟县委书记…
                yield replace(heading_at(paragraphs, number - 1, head.region or ""), level=level, role=role)
            else:
                yield Heading(number, start, head.title, level, head.region, role)
            yield from _find_run_in(number, text, level, role)
            region, under_heading = head.region, head.is_line
            speaks = head.is_line and (head.speaks or _QUESTION.match(below) is not None)
        elif _QUESTION.match(text) and not speaks:
            if asked := asked_about.get(number) or _asked(text, below):
                region = asked
                yield Heading(number, start, line, level, region, role)
        elif (
            is_line(line)
            and not under_heading
            and (article := _article_under(line, paragraphs[number + 1 : number + 4]))
        ):
            region = _meeting_place(article) or place_in_headline(line, article) or sender_of(article)
            under_heading = True
            if number or region:
                yield Heading(number, start, line, level, region, role if region else "other")
        elif not is_line(line):
            under_heading = False
            yield from _find_run_in(number, text, level, role)


def _find_run_in(number: int, text: str, level: int, role: Role | None) -> Iterator[Heading]:
    """The run-in headings inside a paragraph: …；泾县：…."""
    for before in _BEFORE_RUN_IN.finditer(text):
        place = place_at(text, before.end())
        if place and text[place.end : place.end + 1] in (":", "："):
            yield Heading(number, before.end(), place.name, level, place.name, role)


def _asked(text: str, below: str) -> str | None:
    """The place that a question is about: the answering person's, else the one it names."""
    answer = _ANSWER.match(below)
    if answer and (place := place_at(below, answer.end())) and office_at(below, place.end):
        return place.name
    for mark in _ASKED.finditer(text, 0, LONGEST_LINE):
        if (place := place_at(text, mark.end())) and not institution_at(text, place.end):
            return place.name
    return None


def _article_under(line: str, below: Sequence[Paragraph]) -> str | None:
    """The first paragraph of the separate article that a line is the headline of, after a byline perhaps: 本报讯….

    None where it is none.
    """
    if BYLINE.match(line) or _NAMES.match(line) or _DATELINE.match(line) or CAPTION.search(line) or line[0] in "—－-":
        return None
    for paragraph in below:
        if _DATELINE.match(paragraph.text):
            return paragraph.text if len(paragraph.text) > SHORTEST_TEXT else None
        if not BYLINE.match(paragraph.text):
            return None
    return None


def _meeting_place(article: str) -> str | None:
    """The place whose meeting an article reports in its first sentence: 2月8日，临泉区召开…."""
    for mark in _BEFORE_MEETING.finditer(article, 0, LONGEST_LINE):
        if (place := place_at(article, mark.end())) and _MEETS.match(article, place.end):
            return place.name
    return None


def _find_opened(paragraphs: Sequence[Paragraph], *, anywhere: bool = False) -> Iterator[Heading]:
    """The sentences that open with a place's name, one part a place, where no headings tell the parts.

    One of them has to open a paragraph, unless they may stand `anywhere`.
    """
    titles = "".join(paragraph.text for paragraph in paragraphs[:3] if is_line(paragraph.text.strip()))
    found = [
        (number, at, place)
        for number, paragraph in enumerate(paragraphs)
        for at in [0, *(sentence.end() for sentence in _SENTENCE.finditer(paragraph.text))]
        if (place := place_at(paragraph.text, _after_time(paragraph.text, at)) or _introduced(paragraph.text, at))
        and place.level != "province"
        and (place.name if place.level in {"town", "zone"} else stem_of(place.name)) not in titles
        and not institution_at(paragraph.text, place.end)
    ]
    # In a report on counties a sentence that opens with one of their towns goes on about the county.
    for levels in (("city", "county"), ("town", "zone")):
        if len({place.name for _, _, place in found if place.level in levels}) > 1:
            found = [(number, at, place) for number, at, place in found if place.level in (*levels, "zone")]
    # Villages are named inside of any report on a town; where they have parts they open paragraphs too.
    if not anywhere and not any(at == 0 for _, at, _ in found):
        return
    if len({place.name for _, _, place in found}) < 2:
        return
    region = None
    for number, at, place in found:
        if region is None or not place.name.startswith(stem_of(region)):
            region = place.name
            yield Heading(number, _with_quote(paragraphs[number].text, at), region, 1, region)


def _introduced(text: str, at: int) -> Place | None:
    """The place that a paragraph begins with after 在 or a word on what it is like: 人口不到两万的抄乐镇，…."""
    opening = _INTRODUCED.match(text) if at == 0 else None
    place = place_at(text, opening.end()) if opening else None
    return place if place and text[place.end : place.end + 1] in {"，", ",", "。"} else None


def _after_time(text: str, at: int) -> int:
    """Where a sentence goes on after 2018年， or 今年，."""
    time = _TIME.match(text, at)
    return time.end() if time else at


def _with_quote(text: str, at: int) -> int:
    """Where a sentence and the words that its speaker says before it begin: “…。”通河县县长…."""
    return 0 if text[0] in '“"' and text[at - 1] in '”"' and text.find(text[at - 1], 1) == at - 1 else at
