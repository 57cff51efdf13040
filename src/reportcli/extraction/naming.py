"""Which name a figure has: its own, that of the clause before, one of a list, or the thing that stands after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import SEPARATOR, Clause, continues
from reportcli.extraction.cues import Cues
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.things import thing_after, trim_right
from reportcli.extraction.topics import find_topic, industry_of, topic_of

_COMMITTED = frozenset({"growth", "gap", "completion", "rank"})
_SHORT = 4  # characters of a name that only tells one kind from another (国家级3个、国地联合21个)
# 设备更新|带动|技改投资
_LEADS = re.compile(r"(?P<cause>[^，]*?)(?P<verb>(?:辐射)?带动|拉动|撬动)")
_BENEFIT = re.compile(r"(?<=..)(?:稳定)?(?:增收|受益|致富)$")
_SOME_OF = re.compile(r"(?P<side>[前后])(?P<count>[一两二三])[项者个]")
_N_INDICATORS = re.compile("(?:等?[两二三四五六七八][项个大])(?:主要|经济|核心)*指标")
# 新材料、食品、纺织|三大主导产业
_STRESS = re.compile("^(?:重点|着力|大力|全力)")
_N_KINDS = re.compile(
    "等?[两二三四五六七八九十]大(?:主导|支柱|优势|特色|重点|核心|千亿|百亿)*(?P<kind>产业|行业|集群)$"
)
_TOTAL = frozenset({"总数", "总量", "总数量"})
_SIDES = ("收入", "支出")
_OTHER_SIDE = {"农村": re.compile("^(?:城镇|城市)"), "城镇": re.compile("^农村"), "城市": re.compile("^农村")}
_OF_PLACE = re.compile("[全我本][省市区县州盟旗镇乡]")  # 全县|完成投资6亿元
_NATION = re.compile("全[国省市州](?=..)")
_SHARE_OF = re.compile("(?<=..)占(?:[^，]*(?:比重|占比|比例)|比)$")
_HEADED = re.compile("(?:^|[。；])(?P<name>[一-龥]{3,14})：$")
_GROWN = re.compile("(?:(?:播种|种植|栽培)?面积|产量)$")  # of crops, told one after the other
_LAND = ("田", "地", "园", "林", "区", "带", "草")
_OWNED = re.compile("(?:园区|开发区|集群|企业|产业)(?:工业)?(?:增加值|总?产值|收入|销售收入|营业收入|税收|利润|投资)$")
_DIGIT = re.compile(r"\d")
_FORMER = frozenset({"前者", "后者"})
_PACES = frozenset({"增速", "增幅", "降幅", "涨幅", "下降率", "增长率", "降低率", "平均增速"})
_NET = frozenset({"净增", "新增", "净增加"})
_SUMS = frozenset({"投资", "投入", "筹资"})
_TOTALS = ("累计", "总", "达", "共")
# 在全省乡镇综合实力排名中，|列第13位
_CONTEST = re.compile(
    r"(?<![建存])在(?P<name>[^，；]{2,24}?(?:评价|评比|评选|考核|考评|测评|排名|排行榜|竞赛|大赛|调查))(?:中|里|上)?，[^，]{0,6}$"
)
# 投资2540万元，完成了服务中心建设
_MADE = re.compile("(?:(?P<done>建设|完成|实施|开展|推进|启动|新建|改造)了?|修建了)(?=[一-龥]{3})")
_PURPOSE = re.compile(r"，(?:重点|主要|用于)?(?:[一-龥]{2,4}?了)?(?P<thing>[^，；。\d]{4,40})")


def name_figures(
    speaker: Speaker, clauses: Sequence[Clause], memory: Memory, named: Sequence[str]
) -> list[tuple[str, ...]]:
    """The names of the figures of a group: one each, or several where one number is said of several things.

    `named` are the names given so far in the sentence. What the names are is noted in `memory`.
    """
    clause, size = clauses[0], len(clauses)
    left, cues = clause.left, speaker.cues
    found: list[tuple[str, ...]]
    if clause.figure.form == "ratio" and size > 1:
        own = speaker.clean(left.name) or find_topic(speaker, clause, measured=True)  # 产业结构进一步优化，|由…演变为…
        found = [(own or memory.subject,)] * size
    elif left.respectively or size > 1:
        listed = _list_names(speaker, clause, size, memory, named)
        if left.measure == "growth" and memory.parent and not any(names.is_measured(name, cues) for name in listed):
            # 固定资产投资…。分产业看，第一、二产业|分别增长…
            listed = tuple(names.complete_child(name, memory.parent, cues, counted=False) for name in listed)
        found = [(name,) for name in listed]
        memory.group = memory.group if set(listed) < set(memory.group) else listed
    elif left.each and not left.items and not left.name and len(memory.group) > 1:
        found = [memory.group]  # 均增长12%
    elif left.each and not left.items and not left.name and len(both := _joined(speaker, clause, named)) > 1:
        found = [both]  # 产值42亿元、税收3亿元，均居全市首位
    elif left.each and left.items:
        items, thing = speaker.clean(left.items), speaker.clean(left.name)
        pieces = names.split_all(items)
        if len(pieces) > 1:
            found = [tuple(piece + thing for piece in names.share_head([p.strip() for p in pieces], cues))]
        elif "城乡" in items:
            found = [tuple(names.split_names(items + thing, 2, cues))]  # 城乡居民收入均增长7%
        else:
            found = [(items + thing or memory.subject,)]
    else:
        name = _name(speaker, clause, memory)
        shared = left.measure == "growth" or _N_INDICATORS.search(name) is not None  # A、B两项指标居全省首位
        pieces = names.split_all(name) if shared and ("和" in name or "、" in name) else []
        if len(pieces) > 1 and all(names.is_measured(_N_INDICATORS.sub("", piece), cues) for piece in pieces):
            memory.group = tuple(names.share_head([piece.strip() for piece in pieces], cues))
            found = [memory.group]
        else:
            if left.measure != "gap" and name:
                memory.group = (name,)
            found = [(name,)]
    memory.subject = found[-1][-1]
    return found


def _list_names(speaker: Speaker, clause: Clause, size: int, memory: Memory, named: Sequence[str]) -> tuple[str, ...]:
    whole = speaker.clean(clause.left.items) + speaker.clean(clause.left.name)
    if (some := _SOME_OF.fullmatch(whole)) and len(memory.group) > size:
        return memory.group[:size] if some["side"] == "前" else memory.group[-size:]  # 前两项分别增长…
    if clause.left.name in speaker.cues.actions.words and clause.left.items:  # 家庭农场、合作社分别|新增
        items = names.split_names(speaker.clean(clause.left.items), size, speaker.cues)
        return tuple(clause.left.name + name for name in items) or (whole,) * size
    if whole in _TOTAL and len(memory.group) != size <= len(named):
        return tuple(names.attach(name, whole, speaker.cues) for name in named[-size:])  # 总数分别达到96家、52家
    if whole and names.depends(whole, speaker.cues) and len(memory.group) == size:
        return tuple(names.attach(name, whole, speaker.cues) for name in memory.group)  # 增速分别位居第一、第二
    if (whole in speaker.cues.soft or names.depends(whole, speaker.cues)) and (
        listed := _list_before(speaker, clause, size)
    ):
        return tuple(names.attach(name, whole, speaker.cues) for name in listed)  # 三大产业，产值分别达到…
    if whole:
        return tuple(names.split_names(whole, size, speaker.cues)) or (whole,) * size
    if len(memory.group) == size:
        return memory.group
    if listed := _list_before(speaker, clause, size):
        return listed
    return tuple(named[-size:]) if len(named) >= size else (memory.subject,) * size


def _joined(speaker: Speaker, clause: Clause, named: Sequence[str]) -> tuple[str, ...]:
    """The names of the figures that 、 joins in the clause before: 产值42亿元、税收3亿元，|均居全市首位."""
    before = SEPARATOR.split(speaker.text[: clause.start].rstrip("，"))[-1].split("、")
    return tuple(named[-len(before) :]) if all(_DIGIT.search(piece) for piece in before) else ()


def _list_before(speaker: Speaker, clause: Clause, size: int) -> tuple[str, ...]:
    """The names of a list that the clause before is about: 工业产值、财政收入跃上新台阶，|分别为40亿元、3亿元."""
    for words in reversed(SEPARATOR.split(speaker.text[clause.previous : max(clause.previous, clause.start - 1)])):
        if kinds := _N_KINDS.search(words):
            listed = _STRESS.sub("", words[: kinds.start()]) + kinds["kind"]
        else:
            ends = (end for end in range(len(words), 2, -1) if speaker.cues.heads.at_end(words, end))
            listed = words[: next(ends, 0)]
        if found := names.split_names(speaker.clean(listed), size, speaker.cues):
            return (names.without_verb(found[0], speaker.cues), *found[1:])
    return ()


def _name(speaker: Speaker, clause: Clause, memory: Memory) -> str:
    """The name of one figure. The cases, in order of precedence, are numbered."""
    cues, left = speaker.cues, clause.left
    child = left.name.startswith("其中") or speaker.text[max(0, clause.start - 3) : clause.start] in {
        "其中，",
        "其中：",
    }
    if child:
        memory.parent = find_topic(speaker, clause, measured=True) or memory.stem or memory.subject
    words = left.name
    if "、" in words and len(cues.openers.at_start(tail := words.rsplit("、", 1)[1])) > 1:
        words = tail  # 为实现…、实现|人均地区生产总值
    name = speaker.clean(words)
    if left.measure in {"level", None} and (lead := _LEADS.match(words)):
        return _led(speaker, clause, lead, name, memory)
    opens = clause.start == 0 or speaker.text[clause.start - 1] == "；"
    # 1. 完成全年投资任务的60%: the name is that of the target.
    if left.measure == "completion" and name:
        return name
    # 2. 投资2540万元，完成了服务中心建设: the next clause says what for.
    if name in _SUMS and clause.figure.family == "money" and not clause.right and opens:
        return _stands(_purpose(speaker, clause, name), memory)
    if name in _SUMS and clause.figure.family == "money" and (made := _MADE.match(clause.right)):
        return _stands(speaker.clean(clause.right[made.end() :]) + name, memory)  # 投资2910万元|完成了园区一期征地
    # 3. 新建1000个探头, …等5个项目: the thing counted stands after the number.
    compound = name in cues.actions.words  # 改造|提升7个老旧小区
    acts = (not name or compound) and clause.counted and left.predicate in cues.actions.words and not left.compared
    if acts and clause.right and clause.figure.form == "amount":
        kept = "" if left.predicate in cues.empty.words and not compound else name + left.predicate
        return _stands(kept + trim_right(clause.right, cues), memory)  # 提升5个景区, 压减3个部门
    if left.measure not in _COMMITTED and not left.base and (thing := thing_after(name, words, clause, cues)):
        if child and clause.counted:
            thing = names.complete_child(thing, memory.parent, cues, counted=True)
        elif not name and continues(speaker.text, clause):
            thing = _shared_verb(memory, cues) + thing  # 打造35条花景大道、14个花园路口
        return _stands(thing, memory)
    # 4. …，增长15%: the name is that of the clause before.
    if not name or name in _PACES:
        return _carried(speaker, clause, name, memory)
    in_kind = words[:1] in {"比", "较"} and not clause.counted
    if name in _NET and (in_kind or (clause.figure.family == "money" and memory.unit.endswith("元"))):
        return memory.subject  # 粮食产量…，比上年|净增4408吨
    # 5. 开工住房100套、竣工50套: the verb changes, the thing stays.
    invested = name in _SUMS and clause.figure.family == "money"  # 项目600个、|投资1000亿元
    verb_alone = name in cues.actions.words and not clause.right and not child and not invested
    if verb_alone and memory.stem and _follows_alike(clause):
        if name in _NET and name in memory.stem:
            return memory.stem  # 城镇新增就业…，实际新增4620人
        done = cues.actions.at_end(memory.stem)
        if done and len(done) < len(memory.stem):
            return memory.stem[: -len(done)] + name  # 安置房开工100套、竣工50套
        return name + names.without_verb(memory.stem, cues)
    if (other := _OTHER_SIDE.get(name)) and (match := other.search(memory.stem)):
        return _stands(memory.stem[: match.start()] + name + memory.stem[match.end() :], memory)  # 城镇低保…，农村由…
    if name == "增加值" and memory.stem.endswith("产值") and not find_topic(speaker, clause, measured=False):
        return _stands(memory.stem.removesuffix("产值").removesuffix("总") + name, memory)
    if name in _SIDES and memory.stem.endswith(_SIDES) and clause.previous:
        return _stands(memory.stem[:-2] + name, memory)  # 一般公共预算收入增长2%、|支出7000亿元
    # 6. 其中夏粮5万吨: a part of what was named before.
    if child and not names.depends(name, cues) and not cues.shares.at_end(name):
        return _stands(names.complete_child(name, memory.parent, cues, counted=clause.counted), memory)
    if (some := _SOME_OF.fullmatch(name)) and memory.group:
        count = "一二三".find(some["count"].replace("两", "二")) + 1
        return memory.group[count - 1 if some["side"] == "前" else -count]  # 后一项下降5.6%
    if name in _FORMER:  # 前者增长6.1%，后者下降3.7%
        return memory.group[0 if name == "前者" else -1] if memory.group else memory.subject
    if left.predicate == "占" and child and clause.figure.family == "share":
        return _stands(name + "占比", memory)  # 其中民间投资占六成
    # 7. …，占比62%, …，总投资35亿元: a name that says nothing alone, unless it is said to be the whole place's.
    if _OF_PLACE.match(words):
        return _stands(name, memory)
    joined = (
        _is_after_count(clause)
        or (left.measure == "rank" and clause.earlier is not None)
        or (continues(speaker.text, clause, alike=False) and clause.figure.family == "money")
    )
    if name in cues.soft and clause.earlier is not None and _OWNED.search(memory.stem):
        return names.attach(memory.stem, name, cues)  # 园区工业增加值750亿元，实现|销售收入2500亿元
    if names.depends(name, cues) or (name in cues.soft and joined and left.measure != "growth"):
        return names.attach(topic_of(speaker, clause, memory) or _stem_for(name, memory, cues), name, cues)
    if name in cues.soft and (topic := topic_of(speaker, clause, memory) or industry_of(speaker, memory)):
        return names.attach(topic, name, cues)
    # 8. 新增车站6个、充电桩7个: the verb holds for both.
    if (
        continues(speaker.text, clause)
        and not left.predicate
        and (left.bound == "=" or not names.has_head(name, cues))
        and not names.leading_verb(name, cues)
        and (verb := _shared_verb(memory, cues))
    ):
        return _stands(verb + name, memory)
    # 9. 其中采矿业下降11%，制造业增长8%: parts go on being of the whole; 优质玉米150万亩 of 优质小麦种植面积.
    if clause.counted and name.endswith("级") and "级" in memory.stem:
        return _stands(name + memory.stem[memory.stem.index("级") + 1 :], memory)  # 市级企业30家，省级10家
    if clause.figure.unit == memory.unit and not left.predicate and (grown := _GROWN.search(memory.stem)):
        bare = not (names.is_measured(name, cues) or names.leading_verb(name, cues) or name.endswith(_LAND))
        if bare and clause.earlier is not None and not clause.right:
            return _stands(name + grown.group(), memory)
    short = len(name) <= _SHORT and continues(speaker.text, clause)
    if clause.counted and memory.parent and (short or name.endswith(("级", "类", "型"))):
        return names.complete_child(name, memory.parent, cues, counted=True)
    if not names.is_measured(name, cues) and memory.parent and left.measure in {"growth", None} and not clause.counted:
        return names.complete_child(name, memory.parent, cues, counted=False)
    # 10. A name of its own.
    return _stands(name, memory)


def _led(speaker: Speaker, clause: Clause, lead: re.Match[str], name: str, memory: Memory) -> str:
    """The name of what something led to: 滩涂摄影带动旅游收入; of 发放消费券1500万元，拉动消费, 消费券拉动消费."""
    thing = name if name != lead["verb"] else ""
    if clause.counted or not thing:
        thing += trim_right(clause.right, speaker.cues)
    thing = lead["verb"] + _BENEFIT.sub("", thing.removeprefix(lead["verb"]).removeprefix("带动"))
    cause = speaker.clean(lead["cause"])
    if not cause and clause.earlier and names.leading_verb(memory.stem, speaker.cues) not in {"", memory.stem}:
        cause = names.without_verb(memory.stem, speaker.cues)
    return cause + thing


def _follows_alike(clause: Clause) -> bool:
    """Whether the figure before is of a kind that another verb can be said of: not a rate before 脱贫3.2万人."""
    return clause.earlier is not None and (clause.earlier.family == "share") == (clause.figure.family == "share")


def _shared_verb(memory: Memory, cues: Cues) -> str:
    """The verb that the name before began with, where it holds for this one too: 新增, 惠及."""
    verb = names.leading_verb(memory.subject, cues)
    for word in ("惠及", "涉及"):
        if word in memory.subject:
            verb = memory.subject[: memory.subject.index(word) + len(word)]
    return "" if verb in cues.empty.words else verb


def _stands(name: str, memory: Memory) -> str:
    """Notes a name that stands on its own: later names can be of it."""
    memory.before, memory.stem = memory.stem, name
    return name


def _is_after_count(clause: Clause) -> bool:
    """Whether the figure before counted things that could have what is named now (…企业55家，…增加值15亿元)."""
    return clause.earlier is not None and clause.earlier.family == "count"


def _carried(speaker: Speaker, clause: Clause, name: str, memory: Memory) -> str:
    left, subject = clause.left, memory.subject
    if _OF_PLACE.fullmatch(left.name):
        subject = _NATION.sub("", subject, count=1)  # 全国…增长4.6%，我县增长7.9%
    if clause.figure.form == "rank" and (contest := _CONTEST.search(speaker.text, clause.previous, clause.start)):
        return _stands(speaker.clean(contest["name"]), memory)
    if topic := find_topic(speaker, clause, measured=True):
        return _stands(topic, memory)
    if not subject:
        subject = find_topic(speaker, clause, measured=False)  # 工业经济加快发展，|增速比上年加快2.3个百分点
    if headed := _HEADED.search(speaker.text, clause.previous, clause.start):
        subject = speaker.clean(headed["name"]) or subject  # 内联引资：|底线目标280亿元
    if not subject and clause.right and left.measure is None:
        return _stands(speaker.clean(clause.right), memory)
    total = left.predicate.startswith(_TOTALS) or (left.bound == ">=" and left.measure is None)
    if left.measure == "growth" and clause.figure.unit == "%" and (share := _SHARE_OF.search(subject)):
        return subject[: share.start()]  # 民生支出占…比重达80%，增长10%: that of a share is told in 百分点
    if left.predicate == "占" and clause.figure.family == "share":
        return subject + "占比"  # 其中城镇人口28.5万人，占45.1%
    if left.measure in {"level", None} and total and clause.figure.family != "money":
        verb = names.leading_verb(subject, speaker.cues)
        if verb.startswith(("新", "净")) and len(verb) < len(subject):
            return subject[2 if verb[1] == "增" else len(verb) :]  # 新增上市企业2家，累计达15家
    return subject.removesuffix(name) + name if left.measure == "rank" or left.sign < 0 else subject


def _purpose(speaker: Speaker, clause: Clause, name: str) -> str:
    match = _PURPOSE.match(speaker.text, clause.figure.after)
    thing = speaker.clean(match["thing"].removesuffix("等")) if match else ""
    return names.without_verb(thing, speaker.cues) + name if thing else name


def _stem_for(name: str, memory: Memory, cues: Cues) -> str:
    """What a dependent name is of: the last thing named, or what the last two have in common (市级…项目, 区级…项目)."""
    if name.startswith("占") or name in cues.shares.words or not memory.stem:
        return memory.subject
    if memory.stem.endswith("率") and memory.before and not name.endswith("率"):
        return memory.before
    return names.common_thing(memory.before, memory.stem) or memory.stem
