"""Numbers that measure nothing: they say which things are meant (10亿元以上|项目25个) or are part of a name."""

from __future__ import annotations

from reportcli.extraction.quantities import Figure
from reportcli.patterns import regex

COUNTED = frozenset({"count", "people", "traffic"})
# What follows a number that only names a class: 10亿元以上|项目25个, 100万元以上|的村.
_CLASS_NOUN = regex(
    r"的?(?P<kind>[一-龥]{0,6}?)"
    r"(?:发展规划|项目|企业|固定资产|村寨|产业|集群|楼宇|[镇村乡]|园区|单位|平台|基地|品牌|商圈|社区|市场|大户|主体|工程|公司|城市|省份|县域|县区|强[县区市镇]|贫困|家庭|农户)(?![一-龥]{0,6}(?:基金|资金))"
)
_SIZE = regex(
    "过|超过?|破|年?(?:总?产值|营收|营业收入|主营业务收入|销售收入|销售额|交易额|税收|纳税|总?投资)[超达过在]?[过到]?"
)
_WITHIN = regex(r"(?:全[国省市区县州盟旗镇乡]|[一-龥]{2,3}[省市县区])$")
_ORDER_OF = regex(r"[一-龥（）、]{1,18}[中里]?(?:排名?|列|居|位列|位居|名列)$")
_PLACES = regex(
    "(?:旗县市区|旗县区|县市区|[县镇乡](?:（[^（）]{1,6}）)|镇街|街镇|乡镇|街道|县市区?|区县|市县|县区|旗县|城市|地市|市州|园区|开发区)"
)  # 列全区10个|镇街|第2位
_TAKING = ("利用", "历时", "用时", "仅用", "只用")
_LIST = regex("、[^，；。、]{2,12}$")
_OVER = ("超", "过", "逾", "破", "满", "不足", "不到", "低于")
# 27条、…等政策举措 · 25项主要指标 · 80项服务要求: how many of them there are measures nothing.
_LISTED = frozenset({"条", "项", "个", "大", "件", "款"})
_POLICY = regex(
    r"[^，；。]{0,24}?(?:等政策|政策举措|政策措施|(?<=项)[一-龥]{0,4}(?:指标|任务|补贴|补助)|措施|举措|要求)(?=[，；。、]|$)"
)
# “500米|便民服务圈”
_CIRCLE = regex("[^，。；“”]{0,8}圈”")
_VERB = regex(r"(?:增|减|提|下|同比|达|实|完|占|约|为|新|改|建|硬|绿|拓)")
# 由18元|提高到32元: the first is where the change began.
CHANGES_TO = regex(
    r"的?到(?:(?:19|20)\d\d年)?[末底]?的?(?=\d)|(?:的)?[^，；\d]{0,6}?(?:提高|增加|增长|提升|下降|降低|减少|调整|扩大|优化|缩小|缩短|压缩|压减|拉长|延长|放宽|上升|发展|压缩|回升|回落|收窄|跌|[做升降增减压变])"
    r"[一-龥]{0,3}?[到至为成]"
)
AIMED = regex(r"的?(?:目标|任务|计划|预算)*的(?=[\d.]+%|[一二三四五六七八九]成)")
_SLOGAN = regex("(?:坚持|始终|树立|秉持|践行|奉行)[^，；。]{0,8}$")  # 坚持质量|第一
_SITE = regex("的?[一-龥]{0,4}(?:地块|图斑|商场|综合体|工地|场所)")  # 梳理1万平方米以上|地块
_CROSSED = regex("[十百千万亿]{1,2}元?(?:大关|台阶|关口)")  # 连续跨过3个|万亿元大关
_COUNTDOWN = regex("距离?[^，。；]{2,14}[只仅还](?:剩下?|有)(?:不到|不足)?$")  # 距离全面小康只剩不到|300天
# A 、 between two words of administration (市、区级项目) does not end what stands after a number.
_RIGHT_END = regex(
    r"[，；：。！？]|（其中|（(?=[^（）]*\d)|(?<![国省市区县乡级])(?!(?<=国家)、[省市])(?!(?<=建)、[改扩续迁][建扩])、|(?<=[国省市区县乡])、(?![省市区县乡镇村])|(?<=级)、(?![^，；、。]{1,6}级)|——"
)


def names_class(text: str, figure: Figure, following: Figure | None, before: Figure | None) -> bool:
    """Whether a figure only says which things are meant (10亿元以上|项目25个) or how many parts a policy has.

    `following` and `before` are the figures beside it.
    """
    if figure.form == "rank" and _SLOGAN.search(text, 0, figure.start):
        return True
    if _in_quotes(text, figure, following) or (before is not None and _in_quotes(text, before, figure)):
        return True  # “7个|100%”任务
    if figure.unit == "标段" and text.startswith("）", figure.after):
        return True  # 绿梓大道（二标段）
    of_one_kind = following is None or following.family in {figure.family, ""}
    if figure.form != "amount" or (of_one_kind and CHANGES_TO.match(text, figure.after)):
        return False  # 由18元|提高到32元, but 税收超亿元|楼宇增至3幢
    if text.endswith(("目标", "任务", "计划"), 0, figure.start) and AIMED.match(text, figure.after):
        return False  # 完成全年目标|20家|的一成
    upto = text[figure.after : following.start if following else len(text)]
    between = upto_mark(upto)
    if text.find("之一", figure.after) >= 0 and upto_mark(text[figure.after :]).endswith("之一"):
        return True  # 全省首批30家基地之一
    if (
        text[figure.start - 1 : figure.start] == "“"
        and figure.unit == "分钟"
        and text[figure.end : figure.end + 1] == "”"
    ):
        return True  # “15分钟”生活圈
    if figure.family == "count" and _CROSSED.match(text, figure.after):
        return True
    if figure.family == "duration" and (
        _COUNTDOWN.search(text, 0, figure.start) or text.endswith(_TAKING, 0, figure.start)
    ):
        return True
    if _CIRCLE.match(text, figure.after):
        return True
    listed = figure.unit in _LISTED and _POLICY.match(text, figure.after) is not None
    if listed or (figure.family == "count" and text.endswith("性指标", 0, figure.start)):
        return True
    if figure.family == "share" and text[figure.start - 1 : figure.start] == "前" and between:
        return True  # 入选全球前2%|顶尖科学家榜单
    if figure.family == "energy":
        return bool(between) and not between.startswith("的")
    if figure.family == "area" and figure.after > figure.end and _SITE.match(between):
        return True
    if figure.family in {"length", "weight", "volume", "area", "duration"}:
        # 500米|覆盖率达到91%, 10吨|锅炉3台: part of a name
        return (
            following is not None
            and between == upto
            and len(between) > 2
            and between[0] not in "的、和与及并以（"
            and between[-1] not in "、和与及"
            and not _VERB.match(between)
        )
    bounded = figure.after > figure.end or figure.upper is not None or text.endswith(_OVER, 0, figure.start)
    noun = _CLASS_NOUN.match(between)
    if figure.family in {"count", "people"}:
        if bounded and noun and following is not None and following.family == "share" and between == upto:
            return True  # 30户以上|自然村寨通硬化路率达到91%
        if bounded and between.startswith("的") and following and following.family in COUNTED and between == upto:
            return True  # 养羊40只以上的|专业户达36户
        ranked = following is not None and following.form == "rank"
        if (
            ranked
            and (_ORDER_OF.match(between) or _PLACES.fullmatch(between))
            and _WITHIN.search(text, max(0, figure.start - 4), figure.start)
        ):
            return True  # 在全市10个县区中排名第四
        if (
            figure.family == "count"
            and upto.rstrip("达到为至").endswith("分别")
            and _LIST.search(text, 0, figure.start)
        ):
            return True  # 甲、乙、丙3个|产业营收分别达…
        return following is not None and between.endswith("的") and between == upto  # 10项工程的|28个项目
    if figure.family != "money":
        return False
    if between.startswith("口径"):
        return True  # 500万元|口径固定资产投资
    if before and before.family == "count" and _SIZE.fullmatch(text, before.after, figure.start):
        return bounded or between[:1] in {"的", "、"} or noun is not None  # 3个|产值超|千亿元|、2个…
    if noun and (bounded or (not noun["kind"] and not between.startswith("的"))):
        return True
    counts = following is not None and following.family in COUNTED and between == upto
    return bounded and counts and len(between) <= 14 and between[:1] not in tuple("、和与及并")


def _in_quotes(text: str, figure: Figure, following: Figure | None) -> bool:
    """Whether two figures are all that stands in quotation marks: a slogan."""
    return (
        following is not None
        and following.start == figure.after
        and text[figure.start - 1 : figure.start] == "“"
        and text.startswith("”", following.after)
    )


def upto_mark(text: str) -> str:
    """The text up to a mark, or to a quote or bracket that closes without having opened."""
    right = _RIGHT_END.split(text, maxsplit=1)[0]
    for opening, closing in ("“”", "‘’", "（）"):
        if closing not in right and opening not in right:
            continue
        if right.count(opening) > right.count(closing):  # a mark inside brackets: 16个县（市、区）
            rest = text[len(right) :]
            if closing in rest[:8]:
                right = (
                    text[: len(right) + rest.index(closing) + 1]
                    + _RIGHT_END.split(rest[rest.index(closing) + 1 :], maxsplit=1)[0]
                )
        elif (place := right.find(closing)) >= 0 and opening not in right[:place]:
            right = right[:place]
    return right
