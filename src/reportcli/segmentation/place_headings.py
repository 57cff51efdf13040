"""The heading of a place's part of a round-up, in all the forms that newspapers and offices give it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportcli.gazetteer.divisions import named, named_above_towns
from reportcli.model import Paragraph
from reportcli.patterns import regex
from reportcli.segmentation.headings import LONGEST_LINE, NUMERAL
from reportcli.segmentation.places import Place, department_at, institution_at, office_at, place_at, stem_of

# What stands in front of the name: ● 蚌山区, 【泾县】, 1. 同里镇, （一）梅村街道, 01 雁峰区.
_LEAD = regex(
    rf"""
    (?P<bullet>\s*[^\w\s—\-【〖\[「『《〈（(“‘"'…]*)\s*
    (?P<number>(?:{NUMERAL}[、.．]|[（(](?:{NUMERAL}|\d{{1,2}})[）)]|\d{{1,2}}(?:[、.．](?!\d)|\s)|0\d|[①-⑳]
        |[A-Z][、.．\s]|[A-Z]-\d{{1,2}}(?!\d)|[A-Za-z]{{2,}}\s*[｜丨|])?)\s*
    (?P<dash>[—\-]*)\s*
    (?P<asked>(?:专访|对话|访)(?=..)|)
    (?P<bracket>[【〖\[「『《〈]?)\s*
    """,
    re.VERBOSE,
)
# What follows it: an alias, its government, the bracket's end, a colon, the space or sign before a slogan.
_ALIAS = regex(r"[（(〔](?![^（()）〔〕]*(?:[区县市镇乡局]长|书记|主任|汇报|发言|供稿))[^（()）〔〕\d]{1,10}[）)〕]")
_REMARK = regex(r"[（(〔][^（()）〔〕\d]{1,14}[）)〕]")  # （区长陈志远汇报）
_BODY = regex(r"(?:人民政府|政府|管委会|管理委员会|办事处)(?=\s*[:：】〗\]」』》〉]|\s+\S)")
_CLOSE = regex(r"\s*[】〗\]」』》〉]")
_COLON = regex(r"\s*[:：｜丨|]")
_GAP = regex(r"\s+|\s*[—\-|｜·丨]+")
_NOTHING = ("", "篇", "站", "板块", "专场")
# Who speaks for it: 桐庐县委书记王立：, 县财政局局长 王一丁.
_SPEAKER = regex(r"[^。；，,;:：]{1,24}[:：]")
_PERSON = regex(r"(?:局长|主任|书记|部长|会长|行长|院长|董事长|总经理|负责人)\s*[一-鿿](?:\s?[一-鿿]){1,3}$")
# The head of one of its departments: 安化县交通局局长谌国保：
_HEAD_OF = regex(r"[一-鿿]{2,8}?[局委办处]副?(?:局长|主任|处长|负责人)[^。；，,;:：]{1,5}[:：]")
_SHORT_NAME = regex(r"(?P<name>[一-鿿]{2,6})(?P<sign>\s+|\s*[:：])\S")
# What can be missing of a short name.
_SUFFIXES = ("市", "区", "县", "旗", "镇", "街道", "乡")
# 寿 县, where longer names lose their spaces before
_SPACED = regex(r"[^\w]*(?P<name>[一-鿿]) (?P<suffix>[县市区旗镇乡])[^\w]*")
# What stands before what was done or is to be done.
_TICKS = " ✔✓☑✅🎯▲△▼▽"
# So many places behind one sign make a place of what stands alone behind it too: 📍湄洲岛
_MANY = 3
_BRACKETED = regex(r"[【〖\[〔](?P<name>[一-鿿]{2,4})[】〗\]〕]\s*[^。；]{0,30}$")
_SIGNED = regex(r"(?P<sign>[^\w\s]{1,2})\s*(?P<name>[一-鿿]{2,6})")
# Whose article it is: 本报诸城讯.
_SENDER = regex(r"\s*本[报网台](?P<place>[一-鿿]{2,4})[讯电]")
_NO_SENDER = ("记者", "综合", "专题", "快讯", "今日")
_SHORT_SIZES = (3, 2)
# Where the text under a heading names its place at the latest.
_SOON = 120

# What reads like a heading and is none.
_DATED = regex(r"\d{4}年\d{1,2}月\d{1,2}日$")  # 云溪县人民政府办公室 2025年7月18日
CAPTION = regex(r"^\s*[（(▲]?图[为片：:]|摄[）)]?$|供图|供稿|资料图|图片")
BYLINE = regex(r"\s*[（(□■]?\s*(?:本报|本网|本台|见习|全媒体)?\s*(?:记者|通讯员|评论员|编辑)|\s*文[/／]")
# A paragraph of fewer characters is a slogan or a byline.
SHORTEST_TEXT = 30


class PlaceHeading(Struct, frozen=True):
    """A heading as it was read: its words, its place, whether it is a line of its own, whether it names who speaks.

    `region` is None where a department of the reporting place has a part.
    """

    title: str
    region: str | None
    is_line: bool
    speaks: bool = False


def is_line(line: str) -> bool:
    """Whether a paragraph is short and open-ended enough for a heading."""
    return 0 < len(line) <= LONGEST_LINE and line[-1] not in "。；;，,、"


def read_place_heading(text: str, below: str) -> PlaceHeading | None:
    """The heading of a place's part at the beginning of a paragraph, or None; `below` is the next paragraph.

    Takes, with or without a bullet, a number or brackets: 泾县; 泾县 激活产业动能; 泾县：新开工项目37个。…;
    东湖街道(双塔) 勇当排头兵; 【泾县】2019年…; ● 桐庐县委书记 王立; 桐庐县委书记王立：2022年…; 长山岛 吹响号角;
    ● 县财政局局长 王一丁; 市发改委：….
    """
    lead = _LEAD.match(text)
    assert lead is not None  # every part of it may be missing
    line = text.strip()
    stands_alone = is_line(line) and not (CAPTION.search(line) or _DATED.search(line))
    place = place_at(text, lead.end())
    if place is None:
        return _read_nameless(text, lead, below) if not BYLINE.match(line) else None
    alias = _ALIAS.match(text, place.end)
    end = alias.end() if alias else place.end
    region = text[place.start : end]
    if (body := _BODY.match(text, end)) or (body := _REMARK.match(text, end)):
        end = body.end()
    if stands_alone and (_fills_line(text, lead, end) or _opens_line(text, lead, place, end, below)):
        return PlaceHeading(line, region, True, office_at(text, end))
    title_end = _end_of_run_in(text, lead, end)
    return PlaceHeading(text[lead.end() : title_end], region, False) if title_end else None


def _fills_line(text: str, lead: re.Match[str], end: int) -> bool:
    """Whether a place's name is all of a line, or ends at `end` with its bracket or a colon.

    The bracket may close behind what stands after the colon: 【荆河街道：楼宇里长出半壁税收】.
    """
    rest = text[end:].rstrip()
    bare = rest.rstrip("】〗]」』》〉")
    if bare in _NOTHING:
        return True
    closes = lead["bracket"] and bare == rest
    return (_CLOSE if closes else _COLON).match(rest) is not None


def _opens_line(text: str, lead: re.Match[str], place: Place, end: int, below: str) -> bool:
    """Whether a line that begins with a place's name up to `end` and goes on is the heading of that place's part."""
    marked = bool(lead["bullet"].strip(_TICKS) or lead["number"] or (lead["dash"] and lead["asked"]))
    if office_at(text, end):
        return marked or " " in text.strip()
    if lead["bracket"] or lead["dash"] or institution_at(text, end):
        return False
    if _GAP.match(text, end):
        others = [name for name in _GAP.split(text[end:].strip()) if name]
        # A row of names is a list of links; 商贸立区 alone is a slogan.
        return not all((beside := place_at(name)) and beside.level == place.level for name in others)
    # A slogan can follow at once: 湖东区勇当先锋; but 泰州样板 is a word of a text about other places.
    is_about = len(below) > SHORTEST_TEXT and below[-1] in "。；”" and stem_of(place.name) in below[:_SOON]
    return marked or (is_about and place.level != "province" and place.name[-1] != "州")


def _end_of_run_in(text: str, lead: re.Match[str], end: int) -> int | None:
    """Where a heading with a place's name up to `end` ends, and the text on its line begins; None if it is none."""
    if lead["bracket"]:
        return end if _CLOSE.match(text, end) else None
    if _COLON.match(text, end):
        return end
    if speaker := _SPEAKER.match(text, end) if office_at(text, end) else _HEAD_OF.match(text, end):
        return speaker.end() - 1
    return end if (lead["bullet"].strip() or lead["number"]) and text[end : end + 1] in {"。", " "} else None


def _read_nameless(text: str, lead: re.Match[str], below: str) -> PlaceHeading | None:
    """The heading of a part that names no place in full: a department's, its head's, or a place's short name."""
    line = text.strip()
    stands_alone = is_line(line) and not CAPTION.search(line)
    if stands_alone and lead["bullet"].strip() and _PERSON.search(line):
        return PlaceHeading(line, None, True, True)
    if spaced := _SPACED.fullmatch(line):
        return PlaceHeading(line, spaced["name"] + spaced["suffix"], True)
    if department := department_at(text, lead.end()):
        if stands_alone:
            return PlaceHeading(line, None, True)
        after = _CLOSE if lead["bracket"] else _COLON
        return PlaceHeading(department, None, False) if after.match(text, lead.end() + len(department)) else None
    short = _SHORT_NAME.match(line) if stands_alone else None
    at = below.find(short["name"], 0, _SOON) if short else -1
    place = place_at(below, at) if at >= 0 else None
    if short is None or place is None or place.start != at:
        return None
    name = next((full for full in _full_names(short["name"]) if full in below), short["name"])
    return PlaceHeading(line, name, True)


def find_alike(paragraphs: Sequence[Paragraph]) -> dict[int, PlaceHeading]:
    """The headings that only a place's short name begins, by their paragraph: 宜昌：… on a page with 襄阳市：….

    The text under one need not name the place: another heading of the same form does, and there is such a division.
    """
    forms = {number: form for number, each in enumerate(paragraphs) if number and (form := _read_form(each.text))}
    below = [*(each.text for each in paragraphs[1:]), ""]
    sure = {number for number in forms if read_place_heading(paragraphs[number].text, below[number])}
    signs = {forms[number]["sign"].strip() for number in sure}
    found = _find_signed(paragraphs, below) | _find_bracketed(paragraphs)
    for number in forms.keys() - sure:
        form = forms[number]
        name = next(filter(named, _full_names(form["name"])), None)
        if name and form["sign"].strip() in signs:
            found[number] = PlaceHeading(form.string, name, True)
    return found


def sender_of(article: str) -> str | None:
    """The place that an article reports from: 黄水镇 of 本报黄水讯; in full as it or the gazetteer has it."""
    match = _SENDER.match(article)
    short = match["place"] if match else ""
    if not short or short in _NO_SENDER:
        return None
    written = next((full for full in _full_names(short) if full in article), None)
    return written or next((full for full in _full_names(short) if named(full)), None)


def place_in_headline(line: str, article: str) -> str | None:
    """The place that a headline begins with, in short: 吉水县 of 吉水念好“山水经”; its article names it too."""
    names = (full for size in _SHORT_SIZES for full in _full_names(line[:size]) if line[:size] in article)
    return next((name for name in names if named_above_towns(name)), None)


def _find_signed(paragraphs: Sequence[Paragraph], below: Sequence[str]) -> dict[int, PlaceHeading]:
    """The names that stand alone behind the sign that three places or more stand behind."""
    forms = {number: form for number, each in enumerate(paragraphs) if (form := _SIGNED.fullmatch(each.text.strip()))}
    sure = {number for number in forms if read_place_heading(paragraphs[number].text, below[number])}
    times = Counter(forms[number]["sign"] for number in sure)
    return {
        number: PlaceHeading(form.string, form["name"], True)
        for number, form in forms.items()
        if number not in sure and times[form["sign"]] >= _MANY
    }


def _find_bracketed(paragraphs: Sequence[Paragraph]) -> dict[int, PlaceHeading]:
    """The lines that open with a short name in brackets, where three divisions or more have one: 【府谷】 绿色账."""
    forms = {number: form for number, each in enumerate(paragraphs) if (form := _BRACKETED.match(each.text.strip()))}
    names = {
        n: next(filter(named_above_towns, (form["name"], *_full_names(form["name"]))), None)
        for n, form in forms.items()
        if n
    }
    known = {number: name for number, name in names.items() if name}
    if len(set(known.values())) < _MANY:
        return {}
    return {number: PlaceHeading(forms[number].string, name, True) for number, name in known.items()}


def _read_form(text: str) -> re.Match[str] | None:
    line = text.strip()
    return _SHORT_NAME.match(line) if is_line(line) and not CAPTION.search(line) else None


def _full_names(short: str) -> Iterator[str]:
    return (short + suffix for suffix in _SUFFIXES)
