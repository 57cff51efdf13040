"""The facts of a report's header: what kind it is, its title, its year, when it was published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from reportcli.model import DocType, Document, Paragraph
from reportcli.segmentation.dates import YEAR, find_day, year_of
from reportcli.segmentation.headings import Heading
from reportcli.segmentation.roles import role_of_title

# How many paragraphs from the top can hold a title, a byline, a date, a salutation.
TOP = 25
REPORT = re.compile(r"工\s*作\s*报\s*告|工作(?:总结|要点|情况)")
COMMUNIQUE = re.compile(r"统\s*计\s*公\s*报|发展公报|经济运行情况")
TITLE_NOT = re.compile(
    r"发布|来源|时间|日期|作者|字号|字体|浏览|阅读|编者按|本报|记者|[（(]|各位|第.{1,8}次会议|当前位置|首页"
)
MEETING = re.compile(r"会议|大会|代表")
PUBLISHED = re.compile(r"发布|发表|来源|时间|日期|更新")
NOVEMBER = 11
AHEAD = re.compile(
    r"年?(?:度|全[县市区省镇])?(?:工作|政府工作|主要|经济社会发展|重点|总体|预期|发展)*(?:安排|任务|目标|计划|打算|思路|重点|要求|展望|建议)|[,，]?[^。；]{0,16}?(?:将|力争|计划|提出|要)"
)


def doc_type_of(paragraphs: Sequence[Paragraph], places: int) -> DocType:
    """What kind of report it is; `places` is how many places have parts of their own."""
    top = [p.text for p in paragraphs[:TOP]]
    if any(COMMUNIQUE.search(line) for line in top if len(line) <= 60):  # noqa: PLR2004
        return "communique"
    if any(REPORT.search(line) for line in top if len(line) <= 60) or any(line.startswith("各位代表") for line in top):  # noqa: PLR2004
        return "work_report"
    if places > 1:
        return "news"
    if any(re.match(r"\s*(?:本报|本网|□)", line) for line in top):
        return "news"
    return "other"


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The title as written: the fullest line that names a report, else the first line of words."""
    top = [p.text.strip() for p in paragraphs[:TOP]]
    named = [
        t
        for t in top
        if len(t) <= 60 and (REPORT.search(t) or COMMUNIQUE.search(t)) and not t.endswith(("。", "：", ":"))
    ]  # noqa: PLR2004
    if named:
        return max(named, key=lambda t: (bool(YEAR.search(t)), len(t)))
    for text in top:
        if 4 <= len(text) <= 60 and text[-1] not in "。：:；，" and not TITLE_NOT.search(text):  # noqa: PLR2004
            return text
    return None


def published_of(paragraphs: Sequence[Paragraph], doc_type: DocType) -> date | None:
    """The day that the header names: of the meeting for a work report, of publication for all else."""
    days = [(p.text, day) for p in paragraphs[:TOP] if len(p.text) <= 200 and (day := find_day(p.text))]  # noqa: PLR2004
    first = MEETING if doc_type == "work_report" else PUBLISHED
    for text, day in days:
        if first.search(text):
            return day
    return days[0][1] if days else None


def year_for(
    document: Document,
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    doc_type: DocType,
    title: str | None,
    published: date | None,
) -> int | None:
    """The year that the report's plan is for, else that of its results."""
    if doc_type == "communique" and published:
        return published.year
    planned = [year for h in headings if role_of_title(h.title, None) == "plan" for year in years_in(h.title)]
    if planned:
        return max(planned)
    short = [p.text for p in paragraphs if len(p.text) <= 40]  # noqa: PLR2004
    planned = [year for t in short if role_of_title(t, None) == "plan" for year in years_in(t)]
    if planned:
        return max(planned)
    votes = Counter[int]()
    for paragraph in paragraphs if doc_type != "work_report" else ():
        for match in YEAR.finditer(paragraph.text):
            if paragraph.text[max(0, match.start() - 1) : match.start()] not in tuple("到至比较自") and AHEAD.match(
                paragraph.text, match.end()
            ):
                votes[year_of(match[1] or match[2])] += 1
    if published:
        if published.month >= NOVEMBER and votes[published.year + 1]:
            return published.year + 1
        return published.year
    if votes:
        return votes.most_common(1)[0][0]
    if title and (years := years_in(title)):
        return max(years)
    reviewed = [year for h in headings if role_of_title(h.title, None) == "review" for year in years_in(h.title)]
    if reviewed:
        return max(reviewed) + 1
    named = re.search(r"(?:19|20)\d{2}", PurePath(document.source).name) if document.source else None
    return int(named.group()) if named else None


def years_in(text: str) -> list[int]:
    """The years that `text` names."""
    return [year_of(match[1] or match[2]) for match in YEAR.finditer(text)]
