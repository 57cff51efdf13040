"""Title and body that name different places or years."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity, Quote
from reportcli.checking.quotes import clause_start
from reportcli.model import Role
from reportcli.patterns import regex
from reportcli.segmentation.dates import years_in
from reportcli.segmentation.places import place_at, stem_of

_BEFORE_PLACE = regex(r"[^一-鿿\d]*(?:\d{4}年度?|[一二][〇○零一二三四五六七八九]{3}年度?)?\s*")
# What is called after the year that it plans for.
_PLANS = regex("工作报告|计划|要点|打算|安排")


def find_other_place(draft: Draft) -> Iterator[Oddity]:
    """The title where it begins with another place's name than the report's."""
    title, place = draft.report.title or "", draft.report.place
    start = _BEFORE_PLACE.match(title)
    titled = place_at(title, start.end() if start else 0)
    if titled is None or place is None or titled.name == place or draft.report.doc_type == "news":
        return  # an article's title may begin with any of its places
    if titled.name in {section.region for section in draft.report.sections}:
        return
    stem = stem_of(place)
    if stem in title and stem != stem_of(titled.name):
        return  # 云溪县桥头镇: the one lies in the other
    above, body = _quote_title(draft), _quote_first(draft, place) or _quote_first(draft, stem)
    if above and body:
        yield Oddity(above, body, (titled.name, place))


def find_other_year(draft: Draft) -> Iterator[Oddity]:
    """The title where it names years, but not that which the report plans for."""
    report = draft.report
    named = years_in(report.title or "")
    if not named or report.year is None or report.year in named:
        return
    if report.year - 1 in named and not _PLANS.search(report.title or ""):
        return  # 2025年经济社会发展情况
    if report.doc_type == "communique" or {"review", "plan"} - {section.role for section in report.sections}:
        return
    above, body = _quote_title(draft), _quote_heading(draft, "plan", report.year)
    body = body or _quote_heading(draft, "review", report.year - 1)
    if above and body:
        yield Oddity(above, body, ("、".join(map(str, named)), str(report.year)))


def _quote_title(draft: Draft) -> Quote | None:
    title = draft.report.title or ""
    for sentence in draft.sentences:
        at = sentence.text.find(title)
        if at >= 0:
            return draft.quote(*sentence.span(at, at + len(title)))
    return None


def _quote_first(draft: Draft, words: str) -> Quote | None:
    """The clause up to these words, where they first stand outside the title."""
    for sentence in draft.sentences:
        at = sentence.text.find(words)
        if at >= 0 and (draft.report.title or "") not in sentence.text:
            return draft.quote(*sentence.span(clause_start(sentence.text, at), at + len(words)))
    return None


def _quote_heading(draft: Draft, role: Role, year: int) -> Quote | None:
    """The first heading of a part that looks back, or ahead, where it names the year."""
    starts = {section.start for section in draft.report.sections if section.role == role}
    for sentence in draft.sentences:
        if sentence.start in starts and year in years_in(sentence.text):
            return draft.quote(sentence.start, sentence.end)
    return None
