"""The names of what is measured: cut out of a clause, without what opens it."""

from __future__ import annotations

from reportcli.extraction.cues import Cues
from reportcli.patterns import regex

TRIM = " 　，、的：；（"
_ONE_OF_MANY = regex(r"(?:各类|各项|各种|各级|全部|一大批|一批|有关|相关)")
# ⑧ · 3. · （2） · （含江北园区） · 总体目标是
_MARK = regex(r"^(?:【[^】]*】|[①-⑳\u25a0-\u27bf]\s*|\d{1,2}[.．、]|（[^（）]{1,16}）)|^[^，]{0,8}目标(?:是|为)")
_ONE_NAMED = regex("[”A-Za-z]等")  # one thing that tells its kind: “购在龙江”等促消费活动
_VAGUE = 4  # characters of what says nothing without the examples before it (低保、救济等|各项资金)
_LEAST = 2  # characters of a name
_OF_CONTEST = 5  # characters: 挂牌整治|成绩 tells what in
_MEASURED = regex("[一-龥]{2}(?:(?<![质力能大海容])量|额|率)$")
_NOUN_ENDS = frozenset("率量额值业者区站性地")
_JOINTS = frozenset("、和及与或并")
_LISTED = regex(r"[^等]{2,}等(?P<rest>[^等]{4,})")
# 东城区|区级项目: the place above, whose level the name has anyway
_BEHIND_PLACE = regex("^[（(]?[^（）]{1,12}）")  # 青山（临港）|开发区
_HIGHER = regex(r"[一-龥]{2,3}[市区县省](?=[市区县省]级)")
_REACHED = regex(r"(?<=[一-龥]{2})(?:已经?|力争|确保|争取|预计)?(?:实现|完成)(?=[一-龥]{2})")  # 海工产业|实现|产值
_ALREADY = regex("(?<=[一-龥]{2})已经?(?:累计)?(?:完成|实现)(?=[一-龥]{2})")  # 某集团|已完成|土地确权
_QUOTE = regex(r"[“”‘’《》\"）]")
_MEANS = regex(r"[一-龥]{1,3}(?:要|打算|准备)")  # 城里要|拆除
# 经济总量|连续跨过两个千亿元大关|、超过3000亿元
_CROSSED = regex(
    "(?:连续)?(?:跨[过越上]|迈[过上]|突破|[站登]上)[^，、]{1,8}(?:大关|台阶|关口)、?$|(?<=..)实现(?:倍增|翻番)、?$"
)
_SINCE = regex(
    r"^[两三四五]年(?=[净新]增)|^[比较](?:上年|去年|前年|年初|\d{4}年|同期|上期|上届|[上前]一?个?五年|[“”\"一二三四五六七八九十]{2,6})[末底]?(?=[净新]增)"
)
_UNDER = regex("^(?:虽然?|尽管|因|但)?受[^，]{2,12}?(?:影响|冲击|拖累|制约)(?:较大|明显)?")  # 受疫情冲击|比上年下降4.6%
_OF_YEAR = regex("(?<=..)(?:全年|年度|年初|今年)的?(?:预期)?(?:目标|任务|计划)$")  # 规上工业增加值|全年目标
_SPAN = regex("(?<=..)[一两三四五]年来?$")  # 规模以上工业企业|五年|净增19户
_PROPER = regex(
    "(?:国际|中心区|科学城|科技城|汽车城|云谷|大厦|广场|商圈|小镇|大桥|公园|文化[馆宫城]|人民医院|中[心医]医?院|职校|一中|实验|产业园|保税|口岸|机场|论坛|[一-龥]{2}共建)"
)
_PER = ("每", "万人", "千人", "百人", "人均", "户均")  # 万人|拥有|社工数
_OFFICES = frozenset({"事项", "机构", "中心", "设施", "人员", "平台", "能力", "体系"})  # what a verb before it names
_BATCH = regex("第[一二三四五]批|首批|[这那该]")  # 第二批|共3个避难场所
_VOID = frozenset({"计", "情况", "任务", "目标", "计划"})
_IN_WIDER = regex("(?<=..)在全[国省市区县]$")  # 经济总量|在全国|前移2位
_MISSED = regex("(?<=..)(?:未能?|没有?)(?:达到|完成|实现)(?:年初|年度|全年)?(?:预期|计划)?$")
_AIM = regex("(?:预期)?(?P<pace>增[速长])目标$")
_TASK = regex("(?<=[建造设修收产])(?:任务|步伐)$")  # 农村公路改造|任务
_OWN = regex("(?<=..)我[省市区县州旗镇乡](?=..|$)")  # 确定|我市|重点企业
_INCLUDING = regex("（(?:含|包括)[^（）]{3,}）")  # 农林牧渔业（包括辅助性活动）增加值
# 西山整治|累计|投入, 科技园|累计|引进企业
_IN_ALL = regex("(?<=..)累计(?=投入$|(?:引进|入驻|新增|培育|签约|落户|发放|吸引|集聚|接待|服务|孵化)..)")
# 市十二届人大二次会议确定的|地区生产总值
_SET_BY = regex("^[^，、]{0,14}?(?:人代会|大会|人大|会议|全会|党代会)上?(?:确定|提出|通过|审议通过|明确|下达)的")
# 利用20天|完成47万亩播种
# 开发区将|瞄准主营业务收入
_WILL = regex(r"^[^，、]{0,6}(?:[省市县区镇乡州旗]|街道)将(?=[一-龥]{2})(?!将[军来])")
# 将全区|分为|1732个网格: the parts stand after the number
_DIVIDED = regex("(?:划分|分)(?:为|成)$")
# 在交通要道|设置62个卡口, 各级各部门到外地|开展对接帮扶
_WHERE = regex("^(?:[^，、]{0,16}?(?:到|赴)|在)[^，]{2,16}?(?=设置|开展|设立|布设|举办)")
# 腾出的钱用于|新建敬老院
_SPENT_ON = regex("^[^，、]{0,10}用于(?=(?:新建|改造|建设|购置|修建|发放|补助|扩建|建成)..)")
# 新机制推动|问题解决率
_CAUSED = regex("^[^，、]{3,}?(?:推动|促使|促进)(?=[^，]{3,}(?:率|比重|占比)$)")
# 通过热线等渠道|回应诉求, 聚焦营商环境等|开展整治
_BY_MEANS = regex(
    "^(?:通过[^，]{2,16}?(?:渠道|方式|途径)|(?:聚焦|围绕)[^，]{2,16}?等?)(?=(?:回应|解决|受理|办理|开展|实施|发布)..)"
)
# 改革后|共减少事业单位45家
_AFTER = regex("^[一-龥]{2,4}(?<!建成)后(?=共|累计|总共)")
# 刑事警情|在去年大幅下降基础上|再降10%
_ON_TOP = regex("(?<=..)在[^，]{2,14}?基础上$")
# 这批|项目总投资
_THIS = regex("^[这那](?:[批些个类次项份]|几[个项])")
_WITHIN = regex(
    "^(?:利用|历时|用时|仅用|只用|用)(?:了)?[\\d一二两三四五六七八九十半]+[多余]?(?:天|个月|个?小时|年)[多余]?(?:的?时间)?(?:[里内])?"
)
_TIMES = regex(
    "^连续[两三四五六七八九十\\d]+(?:个月|个季度|次)|^(?:先后|累计|共)?[两三四五六七八九十]+次(?=[对赴到向])"
)  # 先后四次对11家公司…
# 为企业、人才|供应保障房
_FOR_WHOM = regex("^[为给向][^，“]{2,14}?(?=(?:提供|供应|发放|配备|兑现|减免|争取|落实|解决)[^的]{2})")
# What stands around a name: what caused it, by what means, for whom, on top of what, after what, on what and where.
_ASIDES = (_CAUSED, _BY_MEANS, _FOR_WHOM, _ON_TOP, _AFTER, _SPENT_ON, _WHERE)
_NOTE = regex(r"（\d{1,2}）|\[\d{1,2}\]")  # a footnote's mark


def clean_name(text: str, cues: Cues, places: tuple[str, ...]) -> str:
    """The name without what opens its clause: conjunctions, empty verbs, adverbs, the reporting place itself."""
    text = _CROSSED.sub("", _MARK.sub("", text.replace("　", "").strip(" ，、的：；")))
    text = _MARK.sub("", balance(text.strip(TRIM))).strip(TRIM)
    text = _WILL.sub("", _WITHIN.sub("", _SET_BY.sub("", text)))
    for aside in _ASIDES:
        text = aside.sub("", text)
    if _DIVIDED.search(text):
        return ""
    if this := _THIS.match(text):
        text = text[this.end() :]
        if not is_measured(text, cues):
            return ""
    if text in places:
        return ""  # 磁灶镇|完成36条…改造
    text = _without_opener(_TIMES.sub("", _NOTE.sub("", _INCLUDING.sub("", text))), cues, places)
    text = _BEHIND_PLACE.sub("", text)
    if has_head(text, cues) and not cues.whole.at_start(text):
        text = _REACHED.sub("", text)
    text = _ALREADY.sub("", text)
    if match := _HIGHER.match(text):
        text = text[match.end() :]
    said = cues.pronouns.at_end(text)
    if text in _VOID or _BATCH.fullmatch(text) or (said and not (said == "成绩" and len(text) > _OF_CONTEST)):
        return ""
    text = _MISSED.sub("", _IN_WIDER.sub("", _TASK.sub("", text)))
    text = _OWN.sub("", _AIM.sub(r"\g<pace>", _OF_YEAR.sub("", _UNDER.sub("", text))))
    if (match := _LISTED.fullmatch(text)) and ("、" in text or not _ONE_NAMED.search(text)):
        verb, rest = leading_verb(text, cues), match["rest"]
        vague = rest[:1] == "各" and len(rest) <= _VAGUE
        if not vague and not any(rest.startswith(word) for word in cues.generic):
            text = verb + rest
    if len(text) > 6 and not has_head(text, cues):
        text = _before_verb(text, cues)
    if match := _MEANS.match(text):
        text = text[match.end() :] if cues.actions.at_start(text, match.end()) else text
    text = without_particles(text, cues)
    if text.startswith("实际") and text[2:] in cues.actions.words:
        text = text[2:]
    text = _IN_ALL.sub("", _SINCE.sub("", text))
    if text.endswith("完成投资") and text not in cues.whole.words:
        text = text[:-4] + "投资"
    while (inner := cues.inner.search(text, 1)) and len(text) - inner.end() > _LEAST and not text.startswith(_PER):
        text = text[inner.end() :]
    verb = cues.actions.at_end(text)
    if len(verb) > 1 and text.endswith(("再", "又"), _LEAST, len(text) - len(verb)):
        text = text[: -len(verb) - 1] + verb  # 背街小巷|再|改造30条
    if verb in {"净增", "新增"} and len(text) > len(verb):
        thing = text[: -len(verb)]
        while adverb := cues.adverbs.at_end(thing):
            thing = thing[: -len(adverb)]
        text = verb + _SPAN.sub("", thing)  # 企业|预计|净增20家
    return text.strip(TRIM)


def without_particles(text: str, cues: Cues) -> str:
    """A name without the 了 after its verb, and without the 共 before it: 法律顾问室|共|审查|了|事务."""
    at = text.find("了", _LEAST)
    if at > 0 and len(cues.actions.at_end(text, at)) >= _LEAST:
        text = text[:at] + text[at + 1 :]
    at = text.find("共", _LEAST)
    if at > 0 and text[at - 1] not in "公中" and len(cues.actions.at_start(text, at + 1)) >= _LEAST:
        text = text[:at] + text[at + 1 :]
    return text


def _without_opener(text: str, cues: Cues, places: tuple[str, ...]) -> str:
    """A name without the words that open its clause and without the reporting place."""
    while text:
        if cues.whole.at_start(text):
            break
        if end := _place_end(text, places):
            rest = text[end:]
        elif opener := cues.openers.at_start(text):
            rest = text[len(opener) :]
            if rest in {"在", "到", "于", "至"}:
                return ""  # 力争在|2025年…
            if (
                rest[:1] == "值"
                or (len(rest) == 1 and rest not in cues.generic)
                or len(cues.actions.at_start(text)) > len(opener)
            ):
                break
        else:
            break
        text = rest.lstrip(TRIM)
    return text


def _place_end(text: str, places: tuple[str, ...]) -> int:
    """Where the name of the reporting place that `text` begins with ends, a higher place before it or not; else 0."""
    for place in places:
        start = text.find(place, 0, len(place) + 6)
        if start < 0:
            continue
        end = start + len(place)
        other = len(place) == 2 and (
            text[end : end + 1] in "河湖山江港路站村镇乡城学医高铁大海湾岛" or _PROPER.match(text, end)
        )  # 青山|河, 青山|国际会展中心 is another name
        other = other or text.startswith(("集团", "公司"), end)
        if end < len(text) and not other and (start == 0 or text[start - 1] in "省市区县州旗盟镇"):
            return end
    return 0


def _before_verb(text: str, cues: Cues) -> str:
    """The name without the clause that begins after it: 到位资金|要止跌回升."""
    for size in range(4, len(text) - 2):
        if text[size] in "要将已可仍" and cues.heads.at_end(text, size):
            return text[:size]
    return text


def balance(text: str) -> str:
    """The text without a quotation that opens in it and does not close, or closes without having opened."""
    if _QUOTE.search(text) is None:
        return text
    if text.count("）") > text.count("（"):
        text = text[text.index("）") + 1 :]  # 孵化器）引进项目
    for opening, closing in (("“", "”"), ("‘", "’"), ("《", "》")):
        if text.count(opening) > text.count(closing):
            text = text[text.rindex(opening) + 1 :]
        elif text.count(closing) > text.count(opening):
            text = text.replace(closing, "", 1)
    return text.replace('"', "") if text.count('"') % 2 else text


def leading_verb(name: str, cues: Cues) -> str:
    """The verb of action that the name begins with, or ""."""
    size = 0
    while True:
        verb = cues.actions.at_start(name, size)
        end = size + len(verb)
        if (
            not verb
            or (name[end : end + 1] in _NOUN_ENDS and name[end : end + 2] != "区级")
            or size + len(verb) == len(name)
        ):
            break
        if len(cues.whole.at_start(name, size)) > len(verb):
            break  # 上市企业
        if size and name[size + len(verb) :] in _OFFICES:
            return cues.actions.at_start(name)  # 办理|审批服务事项
        size += len(verb)
        if name[size : size + 1] in _JOINTS and cues.actions.at_start(name, size + 1):
            size += 1
    return name[:size].rstrip("、和及与或并")


def is_act(name: str, cues: Cues) -> bool:
    """Whether the name is nothing but verbs of action: 新建改造."""
    return len(name) > _LEAST and leading_verb(name + "等", cues) == name


def without_verb(name: str, cues: Cues) -> str:
    """The name without the verb that it begins with, and without 各类."""
    verb = leading_verb(name, cues)
    if len(name) - len(verb) == 1:
        verb = cues.actions.at_start(name)  # 举办|培训班, 开工建设|安置房
    rest = name[len(verb) :] if len(name) > len(verb) else name
    match = _ONE_OF_MANY.match(rest)
    return rest[match.end() :] if match and match.end() < len(rest) else rest


def has_head(name: str, cues: Cues) -> bool:
    """Whether the name ends with what can be measured (收入, 增加值, 面积, anything that ends like 接待量)."""
    return bool(cues.heads.at_end(name)) or _MEASURED.search(name) is not None


def is_measured(name: str, cues: Cues) -> bool:
    """Whether the name ends with what can be measured, or with a share or a pace of that (…占比, …增速)."""
    return has_head(name, cues) or bool(cues.shares.at_end(name))


def depends(name: str, cues: Cues) -> bool:
    """Whether the name says nothing without what the clause before is about (产量, 占比, 占全市比重)."""
    return (
        name in cues.dependent.words
        or name.startswith(("占", "惠及", "涉及"))
        or name.removeprefix("项目") in cues.dependent.words
    )
