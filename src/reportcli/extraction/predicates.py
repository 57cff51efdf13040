"""What the words before a number say: its name, whether it is a level or a growth, its bound."""

from __future__ import annotations

import re

from msgspec import Struct

from reportcli.extraction.cues import Cues, Predicate
from reportcli.model import Bound, Measure
from reportcli.patterns import regex

_BOUND_FIRST = regex(
    "(?P<each>(?:推动|确保|力争)?每[个家所][一-龥]{1,4}?)?(?P<bound>约有|至少|最少|不少于|最多|至多|不超过)"
)
_YEARLY = regex("年均(?=(?:增速|增幅|增长率|增长速度|增长)$)")
_PACE_OF_ALL = regex("(?<=..)(?:同比|年均)?(?P<pace>[增降]幅|增速|增长|下降)$")
_TRENDS = {"增长": "增长", "增幅": "增长", "增速": "增长", "下降": "下降", "降幅": "下降"}
_BEFORE = " 　“‘"  # what may stand between a number and the words before it
# 比上年 · 较2006年 · 比“十二五”末 · 比新区成立时
_COMPARED = regex(
    r"""(?:比|较|与|同|在)(?:[一-龥]{1,6}的)?
        (?:(?:[上前]一?|去|今|当)年(?:度|末|底|初|同期|全年)?(?:(?:年初)?预算(?:安排)?|决算|执行|完成)?数?|年初|(?:19|20)\d\d年?(?:度|末|底|初|同期)?|[“”"六七八九十一二三四五末期]{2,7}(?:时期|期间)?
          |(?:上年|去年)?同期|[一二三四上]季度|上半年|1[-—–至到]\d{1,2}月份?|前[一二三]季度|前\d{1,2}个月|上期|上月|上季度|上届|基期|预期|原?计划|五年前|三年前|[上前]一?个五年|[一-龥]{0,6}(?:成立|期)[时前])
        (?:相比|基础上|的基础上)?$
      |(?:是|为|相当于|达到)(?:(?:上一?|去|前)年|[一二三四五六七八九十]年前|[上前](?:一?个)?五年|(?:19|20)\d\d年|[“”"六七八九十一二三四五]{2,6}(?:时期|期间)?)(?:末|底|同期|[^，\d]{2,10}(?=的))?的?$""",
    re.VERBOSE,
)
# 比年初“7%左右”|的预期目标高出1.4个百分点: a gap to the number before
_GAP_TO_IT = regex(r"[”’]?的?(?:预期|年度|既定|年初)?(?:目标|计划|任务)(?:(?P<more>高出?|快|多)|低|慢|少)")
# 扣除退税因素后
_ADJUSTED = regex(r"(?<!加计)(?:扣除|剔除)[^，]{2,14}?(?:因素|影响)?后?$|按[^，]{2,14}[计折]算$")
# 高于全国1.7个百分点 · 比全省平均水平高0.3个百分点 · 比年初“8%左右”的预期目标高出1.4个百分点 · 离“过半”还差3个百分点
_GAP = regex(
    r"""(?P<name>[^，]*?)(?:增速|增幅)?[远均略]?
        (?:(?P<more>高于|快于|高出|优于|领先|好于|超[过出](?=[^，]{0,8}(?:目标|计划|预期|平均|进度|全[国省市区县])))|(?P<less>低于|慢于|落后于|落后(?=全[国省市区县])))
        (?P<other>[^，]{1,24})$
      | (?P<name2>[^，比较]*?)(?:增速|增幅)?[比较](?P<other2>[^，]{1,24}?)
        (?:(?P<more2>(?<![提升增])高出?|(?<!加)快|(?<!增)多)|(?P<less2>(?<!降)低|慢|(?<!减)少))了?$
      | (?:距离?|离)(?P<other3>[^，]{1,16}?)[还尚仍]?(?P<less3>差)了?$
    """,
    re.VERBOSE,
)
_SHORT = regex("(?:[还尚仍只]|结果)?(?:差|欠)了?")  # 实际完成12亿元，|差了2亿元
_STANDARD = regex(
    r"全[国省市区县州球]|世界|平均|水平|目标|任务|过半|进度|预期|计划|标准|[省市]|生产总值|GDP|财政|经济|居民|同类|规划|同期|增速"
)
# （下同）, （GDP）
_REMARK = regex(r"（(?:下同|同口径|[A-Za-z0-9&.]{1,8}|\d{1,2})）$")
# 占年任务的107.5% · 完成年度任务的126% · 完成全年投资任务的60%
_COMPLETION = regex(
    r"""(?P<name>[^，]*?)(?:占|完成|达到?|为|是|超额完成|相当于)
        (?:了|全年|年度|年初|年|[两三四五]年|[省市区县]上|[省市区县]定|[省市区县镇州][里级]|上级|调整|规划|工作|市|省|区|县|州|盟|旗|镇|下达|计划|既定|目标|预算|总|考核|预期)*
        (?P<of>(?!度)[一-龥]{0,12}?)(?:目标|任务|计划|预算|指标|时序进度|进度)(?:任务|目标|指标|数|量)?值?的?$""",
    re.VERBOSE,
)
_OVERSHOT = regex(
    r"(?P<name>[^，]*?)(?:超|超过|超额完成)(?:[省市区县镇]里?下?达?的?)?(?:年度?|全年|目标|任务|计划|预算|进度|既定)+(?:任务|目标|数)?量?$"
)
# 居全市 · 列全省各市 · 排名全市各区（新区）
_AMONG = regex(
    r"""(?P<among>(?:全[国省市区县州盟旗][一二三四五六七八九十\d]{1,3}个?(?:旗县市区|旗县区|县市区|[县镇乡]（[^（）]{1,6}）|镇街|街镇|乡镇|街道|县市区?|区县|市县|县区|旗县|城市|地市|市州|园区|开发区)|(?<=[居列位])[一二两三四五六七八九十]{1,2}[县市区]|(?:主城|中心城)[一二两三四五六七八九十]{1,2}区|(?:[一-龥]{2}|[一二三四五六七八九十\d]{1,3}个?|)各?[县市区旗](?=（)|全[省市州盟](?:[一二三四五六七八九十\d]{1,3}个?(?:县市|市县|县区|区县|旗县|市州|市区|[县市区旗]))|全[国省市区县州盟旗球镇]|世界|本[省市]|(?<=[居列位])[^\W\d列居位入排名全]{2,3}[省市州]|[^\W\d列居位入排名全]{2,4}[省市州](?=县域|县市|区县|各县|各区)|自治[区州](?:旗县|各?旗|盟市)?|[^\W\d列居位入]{0,2}(?:西部|东部|中部|北方|南方|东北|华东|华南|华中|华北|西南|西北)(?:地区|[县市区])?|[东西]部地区|同类|主城区|中心城区|(?:[一二三四五六七八九十\d]{1,3}个?)?(?:县市|县区|区县|市县|市州|州市|旗县|镇街|街镇|城区|乡镇)(?:区|街道)?)
        (?:各[一-龥]{1,4}|同类[一-龥]{0,4}|[一-龥]{0,4}(?:主产|产[一-龥])[县市区]|[一二三四五六七八九十\d]{1,3}个?[县市区旗](?=（)|(?:[一-龥]{0,2}(?:县域|县级|边境口岸|口岸|港口|机场|城市|地市|市州|贫困县|乡镇|街道|县区|市区|地级市|省份|市县|区县|园区|开发区|片区|镇街|街镇))+)?(?:（[^）]{1,6}）区?)?)$""",
    re.VERBOSE,
)


# 增速在全市|排第二, 在全省支线机场中|排第五: an order before its predicate, unless a rating has a name of its own
_ORDER = regex(
    r"在(?P<among>全[国省市区县州盟旗](?:(?!评|考核|考评|榜|百强|强[县市区镇]|排名|测|比赛|竞赛)[^，]){0,10}?)(?:中|里)?(?=排名?|列|居|位列|位居)(?:排名?|列|居|位列|位居)$"
)


class Left(Struct, frozen=True, gc=False):
    """What stands before a number in its clause, taken apart.

    `name` is what is left of it as the name; `items` the text before 分别 or 均 where one of these stands in it
    (`respectively`, `each`), `name` is then what stands after. `measure` is None where no predicate tells. `compared`
    is the text that a growth is against (比2006年), "" if none, `yearly` whether that is the year before; `among` the
    order that a rank stands in.
    """

    name: str
    items: str = ""
    respectively: bool = False
    each: bool = False
    average: bool = False
    cumulative: bool = False
    measure: Measure | None = None
    predicate: str = ""
    sign: int = 1
    bound: Bound = "="
    base: bool = False
    compared: str = ""
    yearly: bool = False
    among: str | None = None


# 比2021年底|多210头, 比上年|少2座
_MORE_THAN = regex("(?<=[年期底末初])(?P<side>多|少)(?:出栏|打|收|卖|产|完成|接待|修|建|招|挣|拿|种|栽|出)?了?$")
# 旅游综合收入|恢复到2019年的|九成
_RECOVERS = regex(r"(?P<word>恢复[到至])(?:上年|(?:19|20)\d\d年)(?:同期)?(?:水平)?的?$")
_YEAR_BEFORE = regex("上年|去年|年初|上一年|同期")
_TURNS = ("回升", "企稳", "转正", "转升", "反增", "反升")  # adverbs that tell how a figure turned
_AND = regex("(?<=..)[、和及与](?=..)")
_HELD_AGAINST = frozenset({"", "比", "较", "创", "在", "由", "从", "“"})
_SHARING = ("分别", "双双", "均", "都")
_SPEEDS = frozenset({"精简", "加", "加快", "放缓", "减缓", "趋缓"})  # of a rate only: 加快|30条道路建设
# 位居全省前列、|全市第一
_ITEM = regex("^[一二三四五六七八九十]是(?=..)")  # 一是|固定资产投资仅完成年度任务的87%
# 结算量连续多年稳居西部和边境省区|第1
_RANKED = regex(
    "(?P<name>[^，]{2,}?)(?:连续[一二两三四五六七八九十多\\d]{1,3}年)?(?:稳居|位居|位列|高居|登上|名列|居(?=国家级|同类))(?P<among>[^，、]{2,14})"
)
_OF_MANY = regex(r"^全[国省市区县盟州旗]\d+[个家](?:[县镇乡]（[^（）]{1,6}）)?")  # 全国230个|国家级经开区综合考评
_SEVERAL = regex(
    r"(?:主城|中心城|城)?全?[省市县]?[一二两三四五六七八九十\d]{1,3}个?(?:[县市区旗镇]|镇街|街道|乡镇|县区|县市|区县)"
)
_RANK_BASE = regex("[从由](?:[上去前][^，]{0,6}|[^，]{0,5}年[^，]{0,3})?的?$")
_PLACING = regex(
    "在全[国省市区县](?:各?[县市区州镇街]{1,3})?的?(?:名次|位次|排名|排位)$"
)  # 市容考评|在全区的名次|升至第六位
_OTHER_ORDER = regex(r"(?:位居|居|位列|列|进入|跻身)全[国省市区县][一-龥]{0,4}前[列茅]、$")


def read_left(text: str, cues: Cues, *, percent: bool, rank: bool) -> Left:
    """Takes apart the words before a number; `percent` if its unit is a share, `rank` if it is a place in an order."""
    text = _ITEM.sub("", text.strip())
    if rank:
        return _read_rank(text, cues)
    if comparison := _read_comparison(text, cues, percent):
        return comparison
    text = _MORE_THAN.sub(_more, text)
    items, mark, text = _split_list(text, cues)
    respectively, each = mark == "分别", mark in {"均", "都", "双双", "各"}
    end, average, cumulative, yearly, word, compared = len(text), False, "累计" in text, False, "", ""
    bound: Bound = "="
    predicate: Predicate | None = None
    while True:
        end = _end_of_words(text, end)
        # A word that is whole keeps its end: 签约 is no 约, 自然增长率 no 增长率.
        solid = max(len(cues.solid.at_end(text, end)) - 1, 0)
        told = cues.predicate_words.at_end(text, end)
        limit = cues.bound_words.at_end(text, end) if predicate is None and bound == "=" else ""
        if len(found := limit) > solid and len(limit) >= len(told):
            bound = cues.bounds_before[found]
        elif predicate is None and len(found := told) > solid and (percent or found not in _SPEEDS):
            predicate, word = cues.predicates[found], found
        elif len(found := cues.adverbs.at_end(text, end)) > solid:
            average = average or found in {"年均", "平均"}
            cumulative = cumulative or "累计" in found
            yearly = yearly or "同比" in found
        elif predicate is None and (match := _RECOVERS.search(text, 0, end)):
            predicate, word, found = cues.predicates[match["word"]], match["word"], match.group()
        elif not compared and (match := _COMPARED.search(text, 0, end)):
            found = compared = match.group()
        elif (match := _ADJUSTED.search(text, 0, end)) or (match := _REMARK.search(text, 0, end)):
            found = match.group()
        elif text.endswith("、", 0, end) and (found := cues.adverbs.at_end(text, end - 1)).endswith(_TURNS):
            found += "、"  # 止跌回升、|增长3%
        elif text.endswith("的", 0, end) and cues.predicate_words.at_end(text, end - 1):
            found = "的"
        else:
            break
        end -= len(found)
    yearly = yearly or _YEAR_BEFORE.search(compared) is not None
    name = text[:end].strip(" 　，")
    if bound == "=" and (opened := _BOUND_FIRST.match(name)):  # 至少|新建2所幼儿园, 每个街道|至少|建成
        bound, name = cues.bounds_before[opened["bound"]], (opened["each"] or "") + name[opened.end() :]
    if each_year := _YEARLY.search(name):  # 年均|增速4.2%
        average, name = True, name[: each_year.start()] + name[each_year.end() :]
    if "年均" in items:
        average, items = True, _YEARLY.sub("", items)  # A、B年均增长率|分别达到13%和20%
    if percent and items and (pace := _PACE_OF_ALL.search(items)):  # A、B投入年均增长|分别高达22%和30%
        items, word, predicate = items[: pace.start()], pace["pace"], cues.predicates[_TRENDS[pace["pace"]]]
    items, held_against = _without_end(items, cues)
    compared = held_against or compared
    if predicate is None:
        measure: Measure | None = "growth" if compared and percent else None
        return Left(
            name, items, respectively, each, average, cumulative, measure, bound=bound, compared=compared, yearly=yearly
        )
    return Left(
        name,
        items,
        respectively,
        each,
        average,
        cumulative,
        predicate.measure,
        word,
        predicate.sign,
        bound if bound != "=" else predicate.bound,
        predicate.base,
        compared,
        yearly or "同比" in word,
    )


def _end_of_words(text: str, end: int) -> int:
    """The end of `text[:end]` without the spaces and the opening quotation marks there."""
    while end and (text[end - 1] in _BEFORE or (text[end - 1] == '"' and text.count('"', 0, end) % 2)):
        end -= 1
    return end


def _without_end(items: str, cues: Cues) -> tuple[str, str]:
    """The items of a list without what they are all held against and the adverbs before that; and the former."""
    match = _COMPARED.search(items)
    items = items[: match.start()] if match else items
    while adverb := cues.adverbs.at_end(items):
        items = items[: -len(adverb)]
    return items, match.group() if match else ""


def _more(match: re.Match[str]) -> str:
    return "增加" if match["side"] == "多" else "减少"


def is_comparison(words: str) -> bool:
    """Whether the words say no more than what something is held against: 比上年, 较“十三五”末."""
    match = _COMPARED.search(words)
    return match is not None and match.start() == 0


def _read_comparison(text: str, cues: Cues, percent: bool) -> Left | None:
    """The words before a number that tells how far it is to a target or to another place's figure; None for others."""
    if percent:
        if match := _OVERSHOT.fullmatch(text):
            return Left(match["name"].strip(), measure="completion", predicate="超")
        if match := _COMPLETION.fullmatch(text):
            before, together, _ = match["name"].partition("分别")
            if together:
                return Left("", items=before, respectively=True, measure="completion")
            before = match["name"].strip()
            while adverb := cues.adverbs.at_end(before):
                before = before[: -len(adverb)]  # 固定资产投资|仅|完成年度任务的87%
            spoken = before in cues.adverbs.words or before in cues.openers.words  # 力争|完成年度投资任务的60%
            return Left(match["of"] if spoken else before or match["of"], measure="completion")
    if percent and (to_it := _GAP_TO_IT.fullmatch(text)):
        return Left("", measure="gap", sign=1 if to_it["more"] else -1)
    if _SHORT.fullmatch(text):
        return Left("", measure="gap", sign=-1)
    gap = _GAP.fullmatch(text)
    other = (gap["other"] or gap["other2"] or gap["other3"]) if gap else ""
    if gap and _STANDARD.search(other) and not _COMPARED.search("比" + other):
        less = gap["less"] or gap["less2"] or gap["less3"]
        name = (gap["name"] or gap["name2"] or "").strip()
        while adverb := cues.adverbs.at_end(name):
            name = name[: -len(adverb)]  # 增速|力争|高于全市1个百分点
        return Left(name, measure="gap", sign=-1 if less else 1)
    return None


def _split_list(text: str, cues: Cues) -> tuple[str, str, str]:
    """The text before the last 分别, 均, 都 or 各, that word, and the text after it; else "", "" and the text."""
    for mark in _SHARING:
        place = text.rfind(mark)
        if place >= 0 and (len(mark) > 1 or (_is_adverb(text, place) and _says(text[place + 1 :], cues))):
            return text[:place], mark, text[place + len(mark) :]
    if text.endswith("各") and _AND.search(text[:-1]):  # 新建卫生室、文化广场各|12个
        return text[:-1], "各", ""
    return "", "", text


def _says(text: str, cues: Cues) -> bool:
    """Whether what follows a 都 goes on to a number, as it does not in 望都, 药都大道."""
    known = (cues.predicate_words, cues.rank_words, cues.bound_words, cues.adverbs)
    return text[:1] in _HELD_AGAINST or any(words.at_start(text) for words in known)


def _is_adverb(text: str, place: int) -> bool:
    """Whether 均 or 都 at `place` is the adverb (A、B均增长), not part of a word (人均收入, 首都, 均价)."""
    return text[place + 1 : place + 2] not in {"价", "值", "衡", "等", "市", "、", "，"} and text[
        place - 1 : place
    ] not in {
        "人",
        "户",
        "年",
        "亩",
        "村",
        "月",
        "日",
        "平",
        "地",
        "首",
        "成",
        "江",
        "花",
        "单",
        "次",
    }


def _read_rank(text: str, cues: Cues) -> Left:
    among = None
    if (match := _AMONG.search(text)) or (match := _ORDER.search(text)):
        among, text = match["among"], _OTHER_ORDER.sub("", text[: match.start()]).removesuffix("在")
    found = True
    while found:
        text = text.rstrip(_BEFORE + "，")
        word = "" if text.endswith(_SHARING) else cues.rank_words.at_end(text) or cues.adverbs.at_end(text)
        found = bool(word)
        text = text[: len(text) - len(word)]
    respectively = each = False
    if text.endswith("分别"):
        respectively, text = True, text[:-2].rstrip(_BEFORE)
    elif text.endswith("双双"):
        each, text = True, text[:-2]
    elif text.endswith(("均", "都")) and _is_adverb(text, len(text) - 1):
        each, text = True, text[:-1]
    if "在" in text and text.endswith(("中", "上", "里")):
        before, _, inside = text[:-1].rpartition("在")
        if among is None and _SEVERAL.fullmatch(inside):
            among, inside = inside, before  # 地均税收在六区中|排名第一
        text = inside
    if among is None and (match := _AMONG.search(text)) and (before := text[: match.start()])[-1:] in {"", "在"}:
        among, text = match["among"], before.removesuffix("在")  # 六县市|排名第三, 增速在|主城区|排名第三
    start = _RANK_BASE.search(text)  # 由去年同期的|第九位
    base, name = start is not None, _PLACING.sub("", (text[: start.start()] if start else text).strip())
    if name.startswith("在") and name.endswith(("中", "上", "里")):
        name = name[1:-1]
    name = name[len(cues.rank_words.at_start(name)) :] if not name.endswith(("率", "量")) else name
    name = _OF_MANY.sub("", name)
    if among is None and (within := _RANKED.fullmatch(name)):
        name, among = within["name"].removesuffix("中"), within["among"]
    listed = each or respectively
    return Left(
        "" if listed else name, name if listed else "", respectively, each, measure="rank", base=base, among=among
    )
