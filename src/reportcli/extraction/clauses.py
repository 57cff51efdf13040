"""The figures of a sentence, each with the words before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from reportcli.extraction.classes import COUNTED, names_class, upto_mark
from reportcli.extraction.cues import Cues
from reportcli.extraction.periods import Time
from reportcli.extraction.predicates import Left, read_left
from reportcli.extraction.quantities import Figure
from reportcli.extraction.relations import Spot, Told, relate
from reportcli.patterns import regex

SEPARATOR = regex(r"[，；：。！？]|——")
PERCENT = frozenset({"%", "‰", "个百分点", "百分点", "个千分点", "成", "倍"})
_LEAD = regex(r"[、，和与及并以（ ]+")
# 降至去年|底|的16.5%, 6月|末, 为上年|决算数|的105%
_AT_ITS_END = regex("[底末](?![线端])|(?:决算|预算|执行|完成)数(?=的)")
_SINCE = regex("[由从][^，]{0,10}$")


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
    before: Told | None = None
    for index, figure in enumerate(measuring):
        start = _start(text, measuring, index, written, cues, aside=before is not None and before.opens == "distance")
        words = without_times(text, start, figure.start, times).removeprefix("的基础上")
        left = read_left(words, cues, percent=figure.unit in PERCENT, rank=figure.form == "rank")
        after = _end_of_value(text, measuring, index, words)
        before = relate(Spot(text, figure, words, start, after, left, before))
        whole = _with_unit(figure, clauses[-1]) if clauses else figure
        right = rights[index] if before.keeps_right else ""
        clauses.append(Clause(whole, before.left, right, start, measuring[index - 1] if index else None))
    return clauses


def _start(text: str, figures: Sequence[Figure], index: int, written: Sequence[str], cues: Cues, *, aside: bool) -> int:
    """Where the words before a figure begin: after the last mark, or after what belongs to the figure before.

    `aside` is whether the figure before is only what this one tells the distance to.
    """
    figure, previous = figures[index], figures[index - 1].after if index else 0
    start = previous
    for mark in SEPARATOR.finditer(text, previous, figure.start):
        start = mark.end()
    after_thing = previous + len(written[index - 1]) if index else 0
    if start == previous < after_thing < figure.start and text[after_thing] == "、":
        start = after_thing + 1  # 投资3亿元的中心、|投资2亿元的市场, 新增6家企业、|2个平台
    elif start == previous < after_thing == figure.start and figure.family in COUNTED and not aside:
        thing = written[index - 1]
        says = thing in cues.predicate_words.words  # 由5家|发展到|20家
        says = says or (figures[index - 1].family == "money" and cues.actions.at_start(thing) != "")
        start = previous if says else figure.start  # 投资860万元|新建卫生室24所; 4个乡镇|80个村
    if start == previous and previous and (lead := _LEAD.match(text, start, figure.start)):
        start = lead.end()
    return start


_WORKS = ("工程", "项目")
_ATTRIBUTE = regex("(?:全长|总长|占地|总?建筑面积|总面积)(?:约|近)?$")  # 投资2100万元完成了|全长25.4公里的|7条公路建设


def _with_deeds(figures: Sequence[Figure], written: Sequence[str], rights: Sequence[str], cues: Cues) -> list[str]:
    """The words after each figure; those of a sum with what it is spent on.

    投资3600万元|完成|18公里|道路改造, 总投资288亿元|的|57个|重点项目.
    """
    whole = list(rights)
    for index, figure in enumerate(figures[:-1]):
        follows = figure.after + len(written[index]) == figures[index + 1].start
        if follows and written[index] == "的" and figure.family in {"length", "area"}:
            whole[index] = "的" + rights[index + 1]
        if figure.family != "money" or not follows:
            continue
        if (attribute := _ATTRIBUTE.search(written[index])) and attribute.start():
            last = rights[index + 2] if written[index + 1] == "的" and index + 2 < len(figures) else rights[index + 1]
            whole[index] = written[index][: attribute.start()] + last.removeprefix("的")
            continue
        works = whole[index + 1].removesuffix(cues.events.at_end(whole[index + 1]))
        through = written[index].startswith("的") and works.endswith(_WORKS)  # 的东线|3.5公里|改线工程
        if through or written[index].removesuffix("了") in cues.actions.words or written[index] == "的":
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


_WHOLE_ACTS = frozenset({"脱贫", "减贫", "造林", "植树", "就业"})  # they name what they are done to
# 38家农贸市场|和|39家百货商场消防专项整治
_JOINT = regex("(?:以及|和|及|与|、)$")
# 14条道路和53条巷道|进行了|提升改造, 10个学校项目、12条断头路|的|土地整备
_DONE_TO_ALL = regex("(?<=..)(?:的|进行了?|实现了?|完成了?|全部|均)(?P<deed>[一-龥]{2,6})$")
# 35万名农村居民、2万名学校师生|喝上安全水
_GOT = regex("(?<=..)(?P<deed>(?:[喝吃用住走过搭][上到]|[住搬]进)[一-龥]{1,8})$")
# 879个小区和114个城中村|正本清源改造
_HOW = regex("(?:正本清源|雨污分流|消防专项|专项|综合|提升|升级|更新|节能|维修|全面|系统|标准化|达标)+$")


def _share_ends(text: str, figures: Sequence[Figure], written: Sequence[str], cues: Cues) -> list[str]:
    """What stands after each figure, `written`; in a list what all its things share at its end is given to each."""
    rights = list(written)
    for index in range(len(figures) - 2, -1, -1):
        figure, following = figures[index], rights[index + 1]
        joint = _JOINT.search(text, figure.after, figures[index + 1].start)
        if joint is None or joint.start() > figure.after + len(written[index]):
            continue
        own = text[figure.after : joint.start()]
        if not own:
            verb = cues.actions.at_end(text, figure.start)
            both = {figure.family, figures[index + 1].family} <= COUNTED
            if both and following and verb and verb not in _WHOLE_ACTS:
                rights[index] = following  # 制定|10大类、6种|排放清单
            continue
        if "，" in own:
            continue
        if own.endswith("元") and "元的" in following:  # 3个产值超千亿元、2个产值500亿元的|产业集群
            rights[index] = own + following[following.index("元的") + 1 :]
        elif own.endswith("级") and "级" in following:  # 20个国家级、19个省级示范县
            rights[index] = own + following[following.index("级") + 1 :]
        elif (deed := _deed_of_all(own, following, cues)) and not (cues.shared.at_end(own) or cues.actions.at_end(own)):
            rights[index] = own + deed
    return rights


def _deed_of_all(own: str, right: str, cues: Cues) -> str:
    """What is done to all things of a list, `own` among them, where what stands after the last says it; else ""."""
    event = cues.shared.at_end(right)
    if (told := _DONE_TO_ALL.search(right)) and (event or cues.actions.at_end(right)):
        return told["deed"]
    if got := _GOT.search(right):
        return got["deed"]
    if event == "建设" and own.endswith(("项目", "工程")):
        return ""  # 8个回购项目及81处健身设施|建设
    how = _HOW.search(right, 0, len(right) - len(event)) if event else None
    return (how.group() if how else "") + event


# 新增300家|的目标，交出了342家|的答卷: what only stands for the number before it
_STANDS_FOR = regex(
    r"的基础上?|的?新?(?:台阶|大关|关口|门槛)|(?:的|等|[两三四五六]个)(?:预期|年度|全年|年初|既定|控制|调控|计划)?(?:目标任务|目标|指标(?=[以之]?内)|任务|答卷|答案|成绩单|成绩)"
    r"(?:[以之]?内)?(?:已|全部|如期|超额|圆满|顺利|提前|均)*(?:完成|实现|达成)?"
)
# 用于校舍、操场建设 · 2.1亿元|的滨河路改造、人民桥重建工程
_WHOLE_LIST = regex(r"(?:用于|投向|支持)[^，；。]+|的[^，；。、\d]{3,20}(?:、[^，；。、\d]{3,20}?)+(?:工程|项目)")
_ITS_OWN = regex(r"(?<=.)(?:增加|完成|实现|达到|累计|带动|总投资|投资|获得|新增|到位)[^，]*$")


# 4个国考断面|水质达标率|100%, 31条河流|按河长计算优良水体比例提高|38.9个百分点
_ITS_RATE = regex(
    r"(?<=[一-龥”）]{2})(?:[ⅠⅡⅢⅣⅤIV]{1,3}类)?(?:水质|空气|质量|优良|达标|合格|覆盖|满意|完成|开工|投产|入库|办结|入住|使用|利用|参保|普及|就业|签约|履约|到位|按期|及时|平均|年均|按)"
    r"[一-龥]{0,10}(?:率|比例|占比|比重)[一-龥]{0,4}$"
)


_PLACED = regex("(?<=..)(?:位居|居|位列|列|排名?|名列)(?:全[国省市区县]|世界|全球)$")


_OVER = regex("(?<=[一-龥]{3})(?:超过?|突破|过|逾)$")


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
    following = figures[index + 1] if index + 1 < len(figures) and len(right) == end - after else None
    placed = following and following.form == "rank" and _PLACED.search(right)  # 14种|农产品产量居全国第1位
    whose = following and following.family == "money" and not _ITS_OWN.search(right)
    sized = whose and _OVER.search(right)  # 3家|企业产值超过10亿元
    if following and figures[index].family in COUNTED and (placed or sized):
        return right + text[following.start : following.after]
    if index + 1 < len(figures) and len(right) == end - after:
        own = figures[index + 1].unit in PERCENT and figures[index].family in COUNTED
        right = _ITS_OWN.sub("", right)  # 810个重点项目|完成投资1042亿元
        return _ITS_RATE.sub("", right) if own else right
    return right
