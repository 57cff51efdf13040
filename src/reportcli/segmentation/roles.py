"""What a section does: look back, look ahead, both or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportcli.lexicon import compiled
from reportcli.model import Paragraph, Role
from reportcli.patterns import regex
from reportcli.segmentation.dates import years_in
from reportcli.segmentation.headings import Heading, is_appendix
from reportcli.segmentation.vocabulary import any_of, heading_words

# What became of a plan is no plan: 目标任务完成情况.
_DONE = regex(r"(?:工作|目标|任务|计划|规划|决议|预算)[^、和及，]{0,8}(?:完成|执行|落实|进展)")
# 全面完成2023年目标任务, not 确保全面完成…
_MEANT = regex("确保|努力|奋力|力争|奋战")
_REACHED = regex("(?:全面|圆满|超额|顺利|胜利|如期|提前)(?:完成|实现)[^、和及，]{0,9}(?:目标|任务|计划)")
# What a report from the middle of a year calls its first part.
_SO_FAR = regex(r"上半年|半年(?:下来|来|间)|[一前]季度|前三季度|[前头][一-龥\d]{1,2}个月|1月?[-—–至到]+\d{1,2}月|截至")
_THIS_YEAR = regex(
    r"今年(?:上半年|[一前]季度|前三季度|[前头][一-龥\d]{1,2}个月|1月?[-—–至到]+\d{1,2}月)[^。]{0,40}同比"
)
_THIS_YEAR_SO_FAR = regex("今年(?:以来|上半年|[一前]季度|前三季度)")
_ENDS_BACK = regex("(?:季度|半年|个月|月份)情况$|(?:^|[、.．）)])(?:主要)?(?:问题|不足)$")
_YET = regex(r"全年|下半年|年底前|[三四]季度")
# Where a part's figures end and its aims begin: 新年打算：….
_LABEL = regex(
    r"(?m)^[^\w\n]*(?:新年|来年|[今明]年|下一?步|下阶段|20\d\d年)?(?:工作|主要|发展)*(?:打算|目标|计划|安排|怎么干)\s*[:：]"
)
# A figure of a report.
FIGURE = regex(r"\d(?:%|[万亿]?[元亩吨人户家个])")
# A plan that a result is measured by is none: 完成年计划的39.6%, 超过年计划增速.
_MEASURED = regex(
    "(?:完成|占|为|是|超过?|超额完成|达到?|[高低快慢多少优好]于|比)(?:全?年度?|年初|预期|既定|省定|市定)*(?:计划|目标|任务)"
)
_BASES = regex(r"（[^（）]*）|[比较]\d{4}年")
_SEVERAL = 5  # results that a text tells before it turns to what is to come
_RESULT = regex(
    r"同比|排名|位居|居全|增幅|占任务数?的|占全[省市区县州旗]的|(?<=[建成立入开])了|全年(?=[^，。；\d]{2,12}\d)|[与比较]\d{4}年"
)  # what only a result has
_NOUNS = frozenset({"计划", "目标"})  # can be things that were done: 科技计划12项
_AND = regex("[和及与暨、]")
# What a page that tells of targets alone says over them: 各镇街2024年目标公布.
_AIMS = regex("(?:目标|计划|任务|安排|打算|怎么干|这么干|(?:作战|路线|施工)图)(?!.{0,3}过半)")


@compiled
def _title_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    return re.compile(any_of(words.review)), re.compile(any_of(words.plan))


@compiled
def _text_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    return re.compile(any_of(words.past)), re.compile(any_of(words.ahead)), re.compile(any_of(words.done))


def role_of_title(title: str, year: int | None = None) -> Role | None:
    """The role that a heading's words give its part, in a report for `year`; None where they do not tell."""
    if is_appendix(title):
        return "other"
    review, plan = _title_words()
    reached = _REACHED.search(title) is not None and _MEANT.search(title) is None
    back = reached or review.search(title) is not None or _ENDS_BACK.search(title) is not None
    ahead = not reached and plan.search(_THIS_YEAR_SO_FAR.sub("", _DONE.sub("", title))) is not None
    if back and ahead:
        return "mixed" if _AND.search(title) else "review"
    if back or ahead:
        return "review" if back else "plan"
    years = years_in(title)
    if years and year:
        return "plan" if max(years) >= year else "review"
    return None


def announces_aims(title: str) -> bool:
    """Whether a page's title speaks of aims, and of nothing that was done: 各镇街2024年目标公布."""
    _, _, done = _text_words()
    done_is_meant = done.search(title) is None or _MEANT.search(title) is not None
    return role_of_title(title) == "plan" and _AIMS.search(title) is not None and done_is_meant


def role_of_text(text: str, year: int | None, elapsed: int = 0, aims: bool = False) -> Role:
    """The role of a section whose heading does not tell it, by the times and intentions that its text speaks of.

    `elapsed` is how many months of `year` were over when it was written: what is said of them looks back. Where the
    title announces `aims`, a text that speaks of no time tells those.
    """
    _, ahead, done = _text_words()
    text = _BASES.sub("", text) if aims else text  # 收入增长7.5%（2022年为428亿元）
    so_far = elapsed > 0 and ("同比" in text or _SO_FAR.search(text) is not None)
    back = so_far or _looks_back(text, year) or _THIS_YEAR.search(text) is not None
    label = _LABEL.search(text)
    back = back or (label is not None and FIGURE.search(text, 0, label.start()) is not None)  # 数据：…⏎新年打算：…
    forth = (
        ahead.search(_MEASURED.sub("", text)) is not None
        or (elapsed > 0 and _YET.search(text) is not None)
        or (year is not None and f"{year}年" in text)
    )
    if forth and (back or _turns_ahead(text)):
        return "mixed"
    if forth or (aims and not back):
        return "plan"
    return "review" if back or done.search(text) else "other"


def only_looks_back(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text tells of one year what was done in it, and of no other time and no intention."""
    _, ahead, done = _text_words()
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    if len(set(years_in(text))) != 1 or "去年" in text or len(done.findall(text)) < _SEVERAL:
        return False
    return all(match.group() in _NOUNS for match in ahead.finditer(text))


def _below(headings: Sequence[Heading], texts: Sequence[str], index: int) -> Iterator[str]:
    """The texts of the parts under heading `index`."""
    for heading, text in zip(headings[index + 1 :], texts[index + 1 :], strict=True):
        if heading.level == 1:
            return
        yield text


def _turns_ahead(text: str) -> bool:
    """Whether a text tells several results before it says the first word of what is meant to be done."""
    _, ahead, done = _text_words()
    first = ahead.search(text)
    end = first.start() if first else len(text)
    return len(done.findall(text, 0, end)) + 2 * len(_RESULT.findall(text, 0, end)) >= _SEVERAL


def _looks_back(text: str, year: int | None) -> bool:
    """Whether a text speaks of the time before `year`."""
    past, _, _ = _text_words()
    return past.search(text) is not None or (year is not None and f"{year - 1}年" in text)


def roles_of_parts(
    headings: Sequence[Heading], texts: Sequence[str], year: int | None, before: str = "", elapsed: int = 0
) -> list[Role]:
    """The role of each heading's section, `texts`: from its words, its parent, the part before it, else its text.

    `before` is the text above the first heading; `elapsed` as in `role_of_text`.
    """
    roles: list[Role] = []
    top: Role | None = None
    lead: Role | None = None  # of the last paragraph above the points of a part: 《纲要》细化了今后五年的任务…
    last = before.strip().rpartition("\n")[2]
    announced = role_of_text(last, year) if last.endswith(("：", ":")) else None
    for index, (heading, text) in enumerate(zip(headings, texts, strict=True)):
        own = role_of_title(heading.title, year)
        if heading.level == 1:
            # 加强政府自身建设 after 2024年工作安排 is part of what is planned.
            whole = text + "".join(_below(headings, texts, index))
            top = own or ("plan" if top == "plan" else role_of_text(whole, year, elapsed))
            if own is None and announced == "plan" and not _looks_back(whole, year):
                top = "plan"  # 重点抓好以下几件事：⏎一是…
            _, below, last = text.strip().rpartition("\n")
            lead = role_of_text(last, year) if below else None
            roles.append(top)
        elif top in ("review", "plan", "other"):
            roles.append(top)
        else:
            is_planned = lead == "plan" and not _looks_back(text, year)
            roles.append(own or ("plan" if is_planned else role_of_text(text, year)))
    return roles
