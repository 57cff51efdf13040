"""What a section does: look back, look ahead, both or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportcli.model import Role
from reportcli.segmentation.headings import Heading, heading_words
from reportcli.segmentation.places import any_of

_YEAR = re.compile(r"(\d{4})年")
_DONE = re.compile(r"(?:目标|任务|计划|规划|决议|预算)[^、和及，]{0,8}(?:完成|执行|落实|进展)")
_PAST = re.compile(r"去年|上年|过去一年|一年来|五年来|过去的一年|全年完成|截至目前|已完成|前年")
_AHEAD = re.compile(r"今年|明年|下一步|新的一年|将[^军]|力争|确保|要[^求素]|计划|目标|争取|预期")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    return (re.compile(any_of(words.review)), re.compile(any_of(words.plan)), re.compile(any_of(words.appendix)))


def role_of_title(title: str, year: int | None) -> Role | None:
    """The role that a heading's words give its part, in a report for `year`; None where they do not tell."""
    review, plan, appendix = _words()
    if appendix.search(title):
        return "other"
    back = bool(review.search(title))
    ahead = bool(plan.search(_DONE.sub("", title)))
    years = [int(y) for y in _YEAR.findall(title)]
    if not back and not ahead and years and year:
        return "plan" if max(years) >= year else "review"
    if back and ahead:
        return (
            "mixed"
            if len(set(years)) > 1 or "和" in title or "及" in title
            else "review"
            if _DONE.search(title)
            else "mixed"
        )
    return "review" if back else "plan" if ahead else None


def role_of_text(text: str, year: int | None) -> Role:
    """The role of a section whose heading does not tell it, by the times and intentions its text speaks of."""
    past = bool(_PAST.search(text)) or bool(year and f"{year - 1}年" in text)
    ahead = bool(_AHEAD.search(text)) or bool(year and f"{year}年" in text)
    if past and ahead:
        return "mixed"
    return "review" if past else "plan" if ahead else "other"


def give_roles(headings: Sequence[Heading], texts: Sequence[str], year: int | None) -> list[Role]:
    """The role of each heading's section, from its words, its parent's role, the part before it, or its text."""
    roles: list[Role] = []
    top: Role | None = None
    for heading, text in zip(headings, texts, strict=True):
        own = role_of_title(heading.title, year)
        if heading.level == 1:
            # 加强政府自身建设 after 2024年工作安排 is part of what is planned.
            if own is None:
                own = top if top == "plan" else role_of_text(text, year)
            top = own
        elif top in ("review", "plan", "other"):
            own = top
        roles.append(own or role_of_text(text, year))
    return roles
