"""The thing counted, where it stands after the number: 新建1000个|探头, 甲医院、乙学校等5个|项目."""

from __future__ import annotations

from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import Clause
from reportcli.extraction.cues import Cues
from reportcli.patterns import regex

_TELLING = 4  # characters of what tells which things are meant: 滞后的|7个项目
_LEAST = 2  # characters of what happened to all: 贫困村100%|出列
_SAYS_NOTHING = frozenset({"", "实现", "完成", "得到"})
_CONJUNCTIONS = frozenset("并而且但仍，、的以")
_ACTIVITY = ("服务", "项目", "仪式", "率", "企业", "工程", "建设", "任务", "面积")
# 改造任务|10月底前全部完成
_DEADLINE = regex(
    r"(?:[上下]半年|年内)(?:全部|基本)?(?:完成|建成)$|(?:任务)?(?:\d{1,2}月|[上下]半年|年|季度|国庆节?|春节|汛期)底?末?前.*$"
)
_OF_VERB = regex("中心|基地|机构|平台|制造|园|站|所|院|大?楼")  # 研发|中心
_SIZED = regex("(?:投资|产值|营收|收入|税收|纳税|规模)[超达近逾过]{1,2}[^，、]{0,4}[十百千万亿]元$")
_JOINED = regex("(?:和|及|(?<![参给])与|等)+$")  # 企业5家|和; 172家单位参与
# 680户|上半年全部签约
_WHEN = regex("^(?:[上下]半年|年内|年底前|[一二三四]季度|今年|明年)(?=[一-龥]{2})")
# 300户动迁户|年内|入住
_BY_THEN = regex(
    "(?<=[一-龥]{2})(?:年内|年底前?|[上下]半年)(?=(?:全部|基本)?(?:入住|开工|竣工|投产|投用|交付|通车|脱贫|出列|达标)$)"
)
_WHO = regex("（[^（）]*(?:：|单位|部门)[^（）]*）")  # 床位7000张（牵头单位：民政厅）
_MORE = regex("和一批|以及|及各类|和各类")  # 20项重点民生实事|和一批微实事
_OTHERS = regex("(?<=..)等[一-龥]{0,3}(?:项目|工程)(?:建设)?$")  # 投资6亿元的仓储物流|等大项目
_PROJECT = regex("(?:[一二三四]期)?(?:计划|概算|预计|估算|合同)?总?投资(?:额)?$")
_STATE = regex(
    "(?:相继|陆续|成功)?落户(?:[一-龥]{2,4})?$|年[内底]前?$|\\d{1,2}月(?:份|底)?前?$|主体(?:工程)?$|加紧建设$|(?:建成|动工|封顶|启动|完成|投入(?:使用|运行|运营))并?$"
)
_BRACKETED = regex("（[^（）]*）")  # 产业园（孵化器）|引进了甲、乙等7个项目
_COVERS = regex("(?:占地|总?建筑)(?:面积)?$|全长$|总长$")
_GOING_ON = regex(
    "(?<=..)(?:有序|稳步|顺利|加快|扎实|全面|正在|快速|加速|强力|大力|深入)(?:推进|实施|建设|进行)中?$"
    "|(?<=..)(?:进展(?:顺利|良好|迅速)|成效(?:显著|明显))$|(?<=..)的?(?:建设|工程)?(?<!形象|时间)(?:进度|步伐)$"
)
# 引入|全球|顶级机构: of where the thing counted is
_WHERE = regex("(?<=..)(?:全球|全国|全[省市州区县]|世界|国内外|海内外|国内|国外|境外|海外|省内外|省外|市外|县外)$")
_SUMS = frozenset({"投入", "投资", "安排", "安排资金", "投入资金", "拨付", "拨付资金"})
_FOR = ("用于", "投向", "支持")
_AND_DONE = regex("(?<=..)并(?:确保|力争|按期|如期|全部|顺利|投入|正式)[^，]*$")  # 项目建设|并确保按期完工
_REACHES = regex("(?<=..)(?:得到|实现|达到|达|(?:整合|调整)?优化为|整合为|合并为)$")  # 38项民生实事|得到|100%落实
_MANNER = regex(
    r"(?:全部|先后|相继|陆续|成功|顺利|如期|正式|提前|尽快|已经|已|(?<![人户亩村地年月日平])均(?!衡)|都(?!市)|全面|集中(?![开供居安连采隔收处托]|[办式度区])|实现了?|进行了?|得到|取得了?|正在)(?=[一-龥“]{2})"
)


def thing_after(name: str, words: str, clause: Clause, cues: Cues) -> str:
    """The name where the thing counted stands after the number; "" where it does not."""
    right = trim_right(clause.right, cues)
    family = clause.figure.family
    if not right or clause.right in {"涉及", "惠及"} or (family == "money" and right[0] in "为给向"):
        return ""
    if family == "share":  # 55%以上的村实现分红, 行业70%以上产能改造
        if clause.left.name and clause.right.startswith("用于"):
            # 压缩行政经费6%|用于扶贫, 一般预算支出的89.1%|用于民生事业
            return name + "用于" + right if words.endswith("的") else ""
        whole = clause.left.predicate in _SAYS_NOTHING and not names.is_measured(name, cues)
        goes_on = right[0] in _CONJUNCTIONS or cues.rank_words.at_start(right)
        deed = right.removeprefix("实现").removeprefix("完成")  # 重点企业100%|完成|履约
        return name + deed if whole and len(deed) >= _LEAST and not goes_on else ""
    if family == "money" and name in cues.actions.words and name.endswith("投资") and clause.right.startswith("的"):
        return _built(right, cues) + name  # 投资3亿元的|中心小学|建成投用
    if family == "money" and clause.right.startswith("的") and (invested := _PROJECT.search(name)):
        return _built(right, cues) + invested.group()  # 启动|投资8000万元的|污水处理厂
    if family in {"area", "length"} and clause.right.startswith("的") and (covered := _COVERS.search(name)):
        return _built(right, cues) + covered.group()  # 抓好|占地120亩的|城南公园
    if family == "money" and name in _SUMS and clause.right.startswith(_FOR):
        return right + name  # 投入2亿元|用于校舍建设
    if family == "money" and name and name not in cues.actions.words and name not in cues.empty.words:
        return right + name if name.endswith(("投资", "估值", "规模")) and len(name) <= 4 else ""
    if where := _WHERE.search(name):
        name, right = name[: where.start()], where.group() + right
    kept = "" if name in cues.empty.words else name
    if words.endswith("等"):
        words = _BRACKETED.sub("", words)
        verb = _verb_before_list(words, cues)
        kept = "" if verb in cues.empty.words else verb
        listed = words[words.rfind(verb) + len(verb) :].removeprefix("了") if verb else name
        if any(right.startswith(word) and len(right) <= len(word) + 6 for word in cues.generic):
            return kept + listed + right
        return kept + right
    if name in cues.actions.words or name in cues.empty.words:
        return kept + right
    verb = names.leading_verb(name, cues)
    kept = "" if verb in cues.empty.words else verb
    if words.endswith("的"):
        if _SIZED.search(name):
            return name + right  # 投资过亿元的|120个技改项目
        told = len(name) - len(verb) >= _TELLING or right.startswith(tuple(cues.generic))
        return name + right if told and not verb else kept + right
    if not name or (words.endswith(("和", "及", "与", "、")) and not cues.actions.at_end(words)):
        return kept + right
    if "、" in name[len(verb) :] and family in {"count", "people", "area", "length"}:
        return kept + right  # 加固甲桥、乙桥3座危桥
    if family not in {"count", "people", "area", "length"} or clause.left.predicate:
        return ""
    verb = cues.actions.at_end(name)
    if verb and len(name) - len(verb) >= 2 and not cues.heads.at_end(name):
        return (name[: -len(verb)] if verb in cues.empty.words else name) + right
    if clause.left.bound != "=":
        return ""
    # 全流域15条支流, 给予145家企业保险: what is counted stands after it, unless a predicate does.
    follows = cues.predicate_words.at_start(right) or cues.empty.at_start(right) or cues.adverbs.at_start(right)
    return "" if follows or cues.events.at_start(right) or cues.rank_words.at_start(right) else name + right


def _built(right: str, cues: Cues) -> str:
    """The thing that was built, without what happened to it: 体育公园|开工建设, 中心小学|主体|完工."""
    while (event := _event_at_end(right, cues)) and len(right) - len(event) > 1:
        right = right.removesuffix(event)
        while adverb := cues.adverbs.at_end(right):
            right = right.removesuffix(adverb)  # 南延工程|基本|通车
    return right if "、" in right else _OTHERS.sub("", right)


def _event_at_end(text: str, cues: Cues) -> str:
    state = _STATE.search(text)
    return cues.events.at_end(text) or (state.group() if state else "")


def trim_right(right: str, cues: Cues) -> str:
    """What stands after a number, as a name: without 的 and adverbs, cut after what happened to the thing."""
    if not right:
        return ""
    right = _BY_THEN.sub("", _WHEN.sub("", right))
    right = _MORE.split(_WHO.sub("", right), maxsplit=1)[0]
    if due := _DEADLINE.search(right):
        right = right[: due.start()] + cues.events.at_end(right)  # 项目|9月底前全部|开工
    right = _GOING_ON.sub("", _REACHES.sub("", right)).removeprefix("用于").lstrip("的”").replace("的", "", 1)
    right = names.without_particles(names.balance(_MANNER.sub("", _AND_DONE.sub("", right))), cues)
    for size in range(len(right), 3, -1):
        event = cues.events.at_end(right, size)
        if event and size > len(event) + 1 and not right.startswith((*_ACTIVITY, "”"), size):
            return right[:size]
    return _JOINED.sub("", right).strip()


def _verb_before_list(words: str, cues: Cues) -> str:
    """The verb that takes a list: of 完成东湖、西湖等, 完成."""
    head = words.split("、", 1)[0]
    verbs = ((start, names.leading_verb(head[start:] + "等", cues)) for start in range(len(head)))
    # 探索融合|发展、…: at the end of a thing it is no verb, nor in 全球|研发|中心、….
    ends = ((start, verb, start + len(verb)) for start, verb in verbs if verb)
    return next(
        (verb for start, verb, end in ends if not (start and (end == len(head) or _OF_VERB.match(head, end)))), ""
    )
