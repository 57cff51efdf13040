"""The figures of a sentence, each with the words before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from reportcli.extraction.classes import AIMED, CHANGES_TO, COUNTED, names_class, upto_mark
from reportcli.extraction.cues import Cues
from reportcli.extraction.periods import Time
from reportcli.extraction.predicates import Left, is_comparison, read_left
from reportcli.extraction.quantities import Figure
from reportcli.patterns import regex

SEPARATOR = regex(r"[，；：。！？]|——")
PERCENT = frozenset({"%", "‰", "个百分点", "百分点", "个千分点", "成", "倍"})
_LEAD = regex(r"[、，和与及并以（ ]+")
_TURNED = regex("的?转正?为(?:增长|正增长|上升|上涨|下降)")  # 由上年下降12%|转为增长7.5%
# 高于全国4个百分点、全市1.2个百分点
_WIDER = regex(r"全[国省市区州](?:平均(?:水平)?)?$")
# 比“十五”计划目标|3000亿元|超过|1070亿元, 高于年初人代会|12%|的目标|14.4个百分点
_AGAINST = regex(r"(?:比|较|高于|低于|超过|超|快于|[与同和](?=年初|全年|年度))[^，]{0,16}(?<![高低多少快慢出])")
_OF_GOAL = regex(r"[”’]?的?(?:预期|年度|既定|年初|增长|规划|计划)*(?:目标|计划|任务)")
_SET = regex("目标|年初[^，]{0,6}定的?$")  # 比年初定的|12%|差了8.2个百分点
_BEYOND = regex(
    _OF_GOAL.pattern + r"?(?:相比)?[还仍]?(?:超过?|超额|超出|高出?|多|快|(?P<less>低|少|慢|差))?(?:了|完成)?"
)
_PART_OF_AIM = regex(
    r"[仅只才]?(?:占|为|是|达到?|(?:超额)?完成)了?(?:全年|年度|年初|年|[省市州区县镇]里?)*(?:下达|定)?的?(?:目标|任务|计划|预算|投资)*"
)
_WITHIN_AIM = regex("控制在(?:[省市州县区]里?)?(?:下达|确定|要求)的?")  # 控制在县下达的|4.5‰以内
_ON_BASE = regex("的基础上")
_AT_FIRST = regex("(?P<name>[^，]{2,}?)在[^，]{0,8}?(?:突破|达到|超过|完成|实现)?")
_CHANGES = regex("(?:净|实际)?(?:增加|增长|提高|提升|上升|减少|下降|降低|翻)")
_AS_PACE = regex("（(?:同比)?(?:增速|增幅|增长率?)）")  # 规上工业增加值：9%以上|（增速）
# 降至去年|底|的16.5%, 6月|末, 为上年|决算数|的105%
_AT_ITS_END = regex("[底末](?![线端])|(?:决算|预算|执行|完成)数(?=的)")
_SINCE = regex("[由从][^，]{0,10}$")
_FROM = regex(r"(?P<name>[^，]{2,}?|)(?:要|将|已)?(?:由|从)[^，]{0,10}$")


class Clause(Struct, frozen=True, gc=False):
    """A figure in its clause.

    `left` is what stands before it, taken apart, `right` what stands after, up to a mark or the next figure; `start` is
    where the words before begin, `earlier` the figure before it in the sentence.
    """

    figure: Figure
    left: Left
    right: str
    start: int
    earlier: Figure | None

    @property
    def previous(self) -> int:
        """Where the figure before ends with what belongs to it; 0 for the first."""
        return self.earlier.after if self.earlier else 0

    @property
    def counted(self) -> bool:
        """Whether the figure counts things or people."""
        return self.figure.family in COUNTED


def find_clauses(text: str, figures: Sequence[Figure], times: Sequence[Time], cues: Cues) -> list[Clause]:
    """The figures that measure something, each in its clause; those that only name a class or a policy are left out."""
    measuring = [
        figure
        for index, figure in enumerate(figures)
        if not names_class(
            text,
            figure,
            figures[index + 1] if index + 1 < len(figures) else None,
            figures[index - 1] if index else None,
        )
    ]
    clauses: list[Clause] = []
    written = _rights(text, measuring)
    rights = _with_deeds(measuring, written, _share_ends(text, measuring, written, cues), cues)
    previous = 0
    aimed = False  # whether the figure before is a goal that this one is a share of
    over = False  # whether the figure before is a goal that this one tells the distance to
    for index, figure in enumerate(measuring):
        start = previous
        for mark in SEPARATOR.finditer(text, previous, figure.start):
            start = mark.end()
        after_thing = previous + len(written[index - 1]) if index else 0
        if start == previous < after_thing < figure.start and text[after_thing] == "、":
            start = after_thing + 1  # 投资3亿元的中心、|投资2亿元的市场, 新增6家企业、|2个平台
        elif start == previous < after_thing == figure.start and figure.family in COUNTED and not over:
            before = measuring[index - 1]
            spent = before.family == "money" and cues.actions.at_start(written[index - 1])
            start = previous if spent else figure.start  # 投资860万元|新建卫生室24所; 4个乡镇|80个村
        if start == previous and previous and (lead := _LEAD.match(text, start, figure.start)):
            start = lead.end()
        words = without_times(text, start, figure.start, times).removeprefix("的基础上")
        left = read_left(words, cues, percent=figure.unit in PERCENT, rank=figure.form == "rank")
        after = _end_of_value(text, measuring, index, words)
        turned = _TURNED.match(text, after)
        if not left.base and (turned or CHANGES_TO.match(text, after)) and (match := _FROM.fullmatch(words)):
            sign = -1 if turned and "降" in words else 1
            left = Left(match["name"], measure="growth" if turned else "level", base=True, sign=sign)
        if (
            clauses
            and clauses[-1].left.base
            and figure.start == previous
            and CHANGES_TO.match(text, _after_comma(text, figure))
        ):
            left = Left("", measure="level", base=True)  # 由13677户|49479人|减至887户
        if words.endswith("的") and is_comparison(words[:-1]) and _CHANGES.match(text, after):
            left = Left("", measure="level", base=True)  # 较“十三五”末的|9323亿元|增加…
        if _PART_OF_AIM.fullmatch(words) and AIMED.match(text, figure.after):
            left, rights[index], aimed = Left("", measure="level"), "", True  # 完成年度任务|63亿元|的66.2%
        elif aimed:
            left, aimed = Left("", measure="completion"), False
        if _WITHIN_AIM.fullmatch(words):
            left, rights[index] = Left("", measure="level", bound="<="), ""
        if _ON_BASE.match(text, figure.after) and (match := _AT_FIRST.fullmatch(words)):
            left = Left(match["name"], measure="level", base=True)  # 财政收入在上年突破|5亿元|的基础上再增1亿元
        if over and (beyond := _BEYOND.fullmatch(words)):
            left = Left("", measure="gap", sign=-1 if beyond["less"] else 1)
        over = _AGAINST.fullmatch(words) is not None and bool(_SET.search(words) or _OF_GOAL.match(text, figure.after))
        if over:
            left, rights[index] = Left(""), ""
        if clauses and clauses[-1].left.measure == "gap" and text[previous:start] == "、" and _WIDER.match(words):
            left = Left("", measure="gap", sign=clauses[-1].left.sign)
        if _AS_PACE.match(text, figure.after):
            left, rights[index] = structs.replace(left, measure="growth"), ""
        whole = _with_unit(figure, clauses[-1]) if clauses else figure
        clauses.append(Clause(whole, left, rights[index], start, measuring[index - 1] if index else None))
        previous = figure.after
    return clauses


def _with_deeds(figures: Sequence[Figure], written: Sequence[str], rights: Sequence[str], cues: Cues) -> list[str]:
    """The words after each figure; those of a sum with what it is spent on.

    投资3600万元|完成|18公里|道路改造, 总投资288亿元|的|57个|重点项目.
    """
    whole = list(rights)
    for index, figure in enumerate(figures[:-1]):
        follows = figure.after + len(written[index]) == figures[index + 1].start
        if figure.family != "money" or not follows:
            continue
        if written[index].removesuffix("了") in cues.actions.words or written[index] == "的":
            whole[index] += whole[index + 1]
    return whole


def _with_unit(figure: Figure, before: Clause) -> Figure:
    """The figure with the unit of the one that it changed from, if it has none: 由4.9%降至|0."""
    if figure.unit or figure.form != "amount" or not before.left.base:
        return figure
    return structs.replace(figure, unit=before.figure.unit, family=before.figure.family)


def _after_comma(text: str, figure: Figure) -> int:
    return figure.after + text.startswith("，", figure.after)


def _end_of_value(text: str, figures: Sequence[Figure], index: int, words: str) -> int:
    """Where a value ends that several figures tell: a ratio, or 从2017年底的|377户1110人，|降至154户."""
    last = figures[_last_of_ratio(figures, index)]
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following and following.start == last.after and _SINCE.search(words):
        return _after_comma(text, following)
    return last.after


def _last_of_ratio(figures: Sequence[Figure], index: int) -> int:
    """The index of the last part of the ratio (28.5:30.6:40.9) that the figure opens; its own if it opens none."""
    while (
        figures[index].form == "ratio"
        and index + 1 < len(figures)
        and figures[index + 1].form == "ratio"
        and figures[index + 1].start - figures[index].after == 1
    ):
        index += 1
    return index


def continues(text: str, clause: Clause, *, alike: bool = True) -> bool:
    """Whether a 、 joins the clause to a figure before it, of the same kind unless `alike` is off."""
    earlier = clause.earlier
    if earlier is None or text[clause.start - 1] != "、":
        return False
    families = {earlier.family, clause.figure.family}
    return not alike or len(families) == 1 or not families & {"money", "share", "multiple", ""}


def without_times(text: str, start: int, end: int, times: Sequence[Time]) -> str:
    """`text[start:end]` without the expressions of time that are no base of a comparison."""
    pieces, place = [], start
    for time in times:
        if start <= time.start and time.end <= end and not time.base:
            pieces.append(text[place : time.start])
            place = time.end + 2 * text.startswith("以来", time.end)
            if ends := _AT_ITS_END.match(text, place):
                place = ends.end()
    return "".join(pieces) + text[place:end]


def _share_ends(text: str, figures: Sequence[Figure], written: Sequence[str], cues: Cues) -> list[str]:
    """What stands after each figure, `written`; in a list what all its things share at its end is given to each."""
    rights = list(written)
    for index in range(len(figures) - 2, -1, -1):
        end = figures[index].after + len(written[index])
        if not rights[index] or text[end : end + 1] != "、" or figures[index + 1].start != end + 1:
            continue
        following = rights[index + 1]
        if rights[index].endswith("元") and "元的" in following:  # 3个产值超千亿元、2个产值500亿元的|产业集群
            rights[index] += following[following.index("元的") + 1 :]
        elif rights[index].endswith("级") and "级" in following:  # 20个国家级、19个省级示范县
            rights[index] += following[following.index("级") + 1 :]
        elif (event := cues.shared.at_end(following)) and not cues.shared.at_end(rights[index]):
            rights[index] += event
    return rights


# 新增300家|的目标，交出了342家|的答卷: what only stands for the number before it
_STANDS_FOR = regex(
    r"的基础上?|的?新?(?:台阶|大关|关口|门槛)|(?:的|等|[两三四五六]个)(?:预期|年度|全年|年初|既定|控制)?(?:目标任务|目标|指标(?=[以之]?内)|任务|答卷|答案|成绩单|成绩)"
    r"(?:[以之]?内)?(?:已|全部|如期|超额|圆满|顺利|提前|均)*(?:完成|实现|达成)?"
)
# 用于校舍、操场建设 · 2.1亿元|的滨河路改造、人民桥重建工程
_WHOLE_LIST = regex(r"(?:用于|投向|支持)[^，；。]+|的[^，；。、\d]{3,20}(?:、[^，；。、\d]{3,20}?)+(?:工程|项目)")
_ITS_OWN = regex(r"(?<=.)(?:增加|完成|实现|达到|累计|带动|总投资|投资|获得|新增|到位)[^，]*$")


def _rights(text: str, figures: Sequence[Figure]) -> list[str]:
    """What stands after each figure; after one that follows at once, what stands after that: 906户1559人实现脱贫."""
    rights: list[str] = []
    for index in range(len(figures) - 1, -1, -1):
        joined = rights and text[figures[index].after : figures[index + 1].start] in {"", "共", "合计"}
        rights.append(rights[-1] if joined else _right(text, figures, index))
    return rights[::-1]


def _right(text: str, figures: Sequence[Figure], index: int) -> str:
    after = figures[index].after
    end = figures[index + 1].start if index + 1 < len(figures) else len(text)
    if figures[index].family == "money" and (match := _WHOLE_LIST.match(text, after, end)):
        return match.group()
    right = upto_mark(text[after:end])
    if "（" in right and "）" not in right:
        right = right[: right.index("（")]  # 80个|（去年71个）
    if _STANDS_FOR.fullmatch(right):
        return ""
    if index + 1 < len(figures) and len(right) == end - after:
        return _ITS_OWN.sub("", right)  # 810个重点项目|完成投资1042亿元
    return right
