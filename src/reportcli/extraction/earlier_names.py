"""Names that go back to what was named before: the same thing, its other side, a part of it, what it has.

Each function is a case: it gives the name where the case holds, else None.
"""

from __future__ import annotations

from reportcli.extraction import compounds
from reportcli.extraction import indicators as names
from reportcli.extraction.asked import Asked
from reportcli.extraction.classes import COUNTED
from reportcli.extraction.clauses import continues
from reportcli.extraction.cues import Cues
from reportcli.extraction.memory import Memory
from reportcli.extraction.topics import find_topic, industry_of, topic_of
from reportcli.patterns import regex

# 后一项, 前两者: some of the things listed last
SOME_OF = regex(r"(?P<side>[前后])(?P<count>[一两二三])[项者个]")
_LAST = 2  # characters that names of one kind end with
_SHORT = 4  # characters of a name that only tells one kind from another (国家级3个、国地联合21个)
_SIDES = ("收入", "支出")
_BALANCES = frozenset({"结余", "收支结余", "滚存结余", "累计结余", "年终结余", "结转下年"})
# 东山景区|接待游客42万人次，实现|旅游收入1亿元
_VISITED = regex(
    "(?P<owner>[^，]+(?:景区|公园|景点|古[镇城村]|小镇|度假区|博物馆|乐园))(?:全年|年)?(?:累计|共)?接待[一-龥]{0,3}(?:游客|旅客)[一-龥]{0,3}$"
)
_OUTPUTS = ("增加值", "产值")
_CONTRIBUTES = regex("对[一-龥A-Z]{2,12}的?贡献率")
# 茶叶产量7.8万吨，|产值63.5亿元
_WORTH = frozenset({"产值", "总产值", "综合产值", "销售额", "销售收入", "交易额", "成交额", "出口额", "创汇"})
_AMOUNT = regex("(?P<thing>[^，]{2,12}?)(?:总产量?|产量|销售量|销量|交易量|出口量)$")
_FOR_EACH = regex("每[百千万][人户]")
_OWNED_NUMBER = regex("(?P<thing>[^，]{2,12}?)(?:拥有量|保有量|总数|总量|数量)$")
_VISIT_INCOME = frozenset({"旅游收入", "旅游综合收入", "旅游总收入", "门票收入", "综合收入"})
_OTHER_SIDE = {"农村": regex("^(?:城镇|城市)"), "城镇": regex("^农村"), "城市": regex("^农村")}
_OF_PLACE = regex("[全我本][省市区县州盟旗镇乡]")  # 全县|完成投资6亿元
_NATION = regex("全[国省市州](?=..)")
_SHARE_OF = regex("(?<=..)占[^，]{1,14}$")
_HEADED = regex(
    r"(?:^|[。；])(?:\d{1,2}[.．、]\s*|[①-⑳]\s*|[（(][^（()）]{1,3}[）)])?(?:(?:19|20)\d\d年度?|[今去上]年)?"
    r"(?P<name>[一-龥“”]{2,20})(?:（[^（）]{1,6}）)?：$"
)
_DONE = frozenset({"开工", "竣工", "完工", "建成", "投用", "建成投用", "交付", "交付使用", "投产"})
_ZONES = "高新区|开发区|经开区|园区|(?:产业|科技|工业)园(?!区)|集聚区|示范区|合作区|片区"
_ZONE = regex(f"[^，、]{{0,10}}?(?:{_ZONES})(?=(?!建设|[入在落]).{{2}})")
_OF_ZONE = regex(f"(?P<zone>[^，、]*?(?:{_ZONES}|新区|新城|基地|小镇))(?P<thing>.+)")  # 产业园|引进项目
_OVER = regex("超[\\d.]*[十百千万亿]+元")  # 其中超5亿元3家、|超10亿元1家
_BUILT = ("项目", "工程")
_RUN_IN = regex(
    r"(?:\d{1,2}[.．、]\s*|[（(][一二三四五六七八九十]{1,3}[)）])(?!加快|打|抓|推|做|强化|突)(?P<thing>[一-龥]{3,8})[。：]"
)
_GROWN = regex("(?:(?:播种|种植|栽培)?面积|产量)$")  # of crops, told one after the other
_LAND = ("田", "地", "园", "林", "区", "带", "草")
_OWNED = regex(
    "(?:园区|开发区|集群|企业|产业)(?P<what>年?(?:工业)?(?:增加值|总?产值|收入|销售收入|营业收入|税收|利润|投资))$"
)
_BOUNDED = ("以上", "以下")
_OUTPUT = frozenset({"产值", "总产值", "增加值", "营业收入"})
_OF_FIRMS = frozenset({"工业增加值", "工业总产值", "工业产值"})
_FIRMS = regex("(?:规模以上|规上|限额以上|限上)[一-龥]{0,4}?(?:企业|单位)(?=.)")
_HAVING = regex("(?:企业|园区|景区|合作社|家庭农场|景点|项目)$")
_EACH = ("人均", "户均", "亩均", "村均")
_FORMER = frozenset({"前者", "后者"})
_PACES = frozenset({"增速", "增幅", "降幅", "涨幅", "下降率", "增长率", "降低率", "平均增速", "年增长率", "年"})
_PACE_OF = regex("(?<=..)(?:增速|增幅)$")
_NET = frozenset({"净增", "新增", "净增加"})
_REACHING = frozenset({"惠及", "覆盖"})
_COMPLETE = frozenset({"造林", "植树", "营造林", "新造林", "脱贫"})  # acts that name their thing
_BUILDING = regex(
    "(?P<thing>[一-龥]{2,8}?)(?:建设|改造)(?:步子|步伐|进程|力度|工作|任务)?(?:不断|持续|稳步|全面|有序)?(?:加快|加大|推进|提速|推开|铺开|启动|提升|完成)"
)
_TOTALS = ("累计", "总", "达", "共")
# 在全省乡镇综合实力排名中，|列第13位
_CONTEST = regex(
    r"(?<![建存])在(?P<name>[^，；]{2,24}?(?:评价|评比|评选|考核|考评|测评|排名|排行榜|竞赛|大赛|调查))(?:中|里|上)?，[^，]{0,6}$"
)


def carried(asked: Asked) -> str | None:
    """…，增长15%: the name is that of the clause before."""
    clause, memory, speaker, name = asked.clause, asked.memory, asked.speaker, asked.name
    left, subject = clause.left, memory.subject
    in_kind = asked.words[:1] in {"比", "较"} and not clause.counted
    if name in _NET and (in_kind or (clause.figure.family == "money" and memory.unit.endswith("元"))):
        return subject  # 粮食产量…，比上年|净增4408吨
    if name and name not in _PACES:
        return None
    if _OF_PLACE.fullmatch(left.name):
        subject = _NATION.sub("", subject, count=1)  # 全国…增长4.6%，我县增长7.9%
    if clause.figure.form == "rank" and (contest := _CONTEST.search(speaker.text, clause.previous, clause.start)):
        return asked.stands(speaker.clean(contest["name"]))
    label = _HEADED.search(speaker.text, clause.previous, clause.start)
    if label and label.start() == clause.previous and not (asked.words or left.predicate):
        return asked.stands(speaker.clean(label["name"]))  # 2023年新增“四上”企业：|14家
    if topic := find_topic(speaker, clause, measured=True):
        return asked.stands(topic)
    if not subject:
        subject = find_topic(speaker, clause, measured=False)  # 工业经济加快发展，|增速比上年加快2.3个百分点
    if label:
        subject = speaker.clean(label["name"]) or subject  # 内联引资：|底线目标280亿元
    if not subject and clause.right and left.measure is None:
        return asked.stands(speaker.clean(clause.right))
    if left.measure == "growth" and clause.figure.unit == "%" and (share := _SHARE_OF.search(subject)):
        return subject[: share.start()]  # 民生支出占…比重达80%，增长10%: that of a share is told in 百分点
    if (
        clause.figure.family in {"money", *COUNTED}
        and clause.figure.unit != "位"
        and (pace := _PACE_OF.search(subject))
    ):
        subject = subject[: pace.start()]  # …增速列第三位；预计全年|22300元; 企业数量增幅近两倍、|达到1703家
    if left.predicate.endswith("完成") and clause.figure.family == "money" and subject.endswith("总投资"):
        return subject.removesuffix("总投资") + "完成投资"  # 重点工程14项，总投资2.3亿元，年内|完成1.5亿元
    if left.predicate == "占" and clause.figure.family == "share":
        return subject + "占比"  # 其中城镇人口28.5万人，占45.1%
    total = left.predicate.startswith(_TOTALS) or (left.bound == ">=" and left.measure is None)
    if left.measure in {"level", None} and total and clause.figure.family != "money" and not asked.child:
        verb = names.leading_verb(subject, asked.cues)
        if verb.startswith(("新", "净")) and len(verb) < len(subject):
            # 新增上市企业2家，累计达15家
            return asked.stands(subject[2 if verb[1] == "增" else len(verb) :])
    return subject.removesuffix(name) + name if left.measure == "rank" or left.sign < 0 else subject


def other_verb(asked: Asked) -> str | None:
    """开工住房100套、竣工50套: the verb changes, the thing stays."""
    clause, memory, cues, name = asked.clause, asked.memory, asked.cues, asked.name
    # A rate has no verb before 脱贫3.2万人, and 项目600个、|投资1000亿元 is no such pair.
    alike = clause.earlier is not None and (clause.earlier.family == "share") == (clause.figure.family == "share")
    alike = alike or memory.measure == "growth"  # 受理申请180宗，增长三成，|办结170宗
    # 签约项目9个；|开工6个
    alike = alike or (clause.earlier is None and clause.counted and name in _DONE and memory.stem.endswith(_BUILT))
    # 筹集公共住房8967套，|供应分配2923套: where the unit is the same, only the act is another
    again = memory.unit[-1:] == clause.figure.unit[-1:] and names.leading_verb(memory.stem, cues) not in {
        "",
        memory.stem,
    }
    act = name in cues.actions.words or (again and names.is_act(name, cues))
    alone = act and not (clause.right or asked.child or asked.is_sum)
    if alone and (built := _built(asked)):
        return asked.stands(name + built)
    if alone and name in _DONE and clause.counted and not memory.stem and (head := _RUN_IN.fullmatch(memory.lead)):
        return asked.stands(head["thing"] + name)  # 2．加装电梯。|建成投用17部
    if not (alone and memory.stem and alike) or memory.stem in cues.actions.words or name in _COMPLETE:
        return None
    if name in _NET and name in memory.stem:
        return memory.stem  # 城镇新增就业…，实际新增4620人
    # 引进项目3个，到位内资10亿元，|开工2个
    in_money = memory.unit.endswith("元") and memory.subject == memory.stem
    stem = memory.before if clause.counted and in_money and memory.before else memory.stem
    done = cues.actions.at_end(stem)
    if done and len(done) < len(stem):
        return stem[: -len(done)] + name  # 安置房开工100套、竣工50套
    if owned := _OF_ZONE.match(stem):
        inside = owned["thing"]
        verb = names.leading_verb(inside, cues)
        if verb and len(verb) < len(inside):
            return owned["zone"] + name + inside[len(verb) :]  # 产业园引进项目67个，已投产26个
    thing = names.without_verb(stem, cues)
    return thing + name if name in _REACHING else name + thing  # 发放补助金900万元，惠及4.5万人


def _built(asked: Asked) -> str:
    """What the clauses before, or the heading, are about the building of: 小康村建设步子加快，当年|建成34个."""
    text = asked.speaker.text[asked.clause.previous : asked.clause.start]
    found = _BUILDING.search(text) or (None if asked.memory.stem else _BUILDING.search(asked.memory.lead))
    return found["thing"] if found else ""


def other_side(asked: Asked) -> str | None:
    """城镇低保…，农村由…; 一般公共预算收入增长2%、|支出7000亿元: the other side of what was named."""
    stem, name = asked.memory.stem, asked.name
    if (other := _OTHER_SIDE.get(name)) and (match := other.search(stem)):
        return asked.stands(stem[: match.start()] + name + stem[match.end() :])
    if name == "贷款余额" and stem.endswith("存款余额"):
        return asked.stands(stem.removesuffix("存款余额") + name)
    if name == "增加值" and stem.endswith("产值") and not find_topic(asked.speaker, asked.clause, measured=False):
        return asked.stands(stem.removesuffix("产值").removesuffix("总") + name)
    if asked.clause.previous and (name in _SIDES or name in _BALANCES):
        account = next((n for n in (stem, asked.memory.before, asked.memory.parent) if n.endswith(_SIDES)), "")[:-2]
        if account:
            return asked.stands((account.removesuffix("预算") if name in _BALANCES else account) + name)
    return None


def part(asked: Asked) -> str | None:
    """其中夏粮5万吨, 后一项下降5.6%: a part of what was named before."""
    clause, memory, cues, name = asked.clause, asked.memory, asked.cues, asked.name
    if clause.left.predicate == "占" and name and clause.figure.family == "share":
        return asked.stands(name + "占比")  # 其中民间投资占六成
    if asked.child and not clause.right and memory.parent:
        if not name:
            return memory.subject or memory.parent  # 新开工项目15个，其中一季度5个
        if (name in cues.actions.words or names.is_act(name, cues)) and not names.has_head(name, cues):
            return name + names.without_verb(memory.parent, cues)  # 其中一季度集中开工5个
    if asked.child and not names.depends(name, cues) and not cues.shares.at_end(name):
        return asked.stands(compounds.complete_child(name, memory.parent, cues, counted=clause.counted))
    if (some := SOME_OF.fullmatch(name)) and memory.group:
        count = "一二三".find(some["count"].replace("两", "二")) + 1
        return memory.group[count - 1 if some["side"] == "前" else -count]
    if name in _FORMER:  # 前者增长6.1%，后者下降3.7%
        return memory.group[0 if name == "前者" else -1] if memory.group else memory.subject
    return None


def dependent(asked: Asked) -> str | None:
    """…，占比62%, …，总投资35亿元: a name that says nothing alone, unless it is said to be the whole place's."""
    speaker, clause, memory, cues, name = asked.speaker, asked.clause, asked.memory, asked.cues, asked.name
    if _OF_PLACE.match(asked.words):
        return asked.stands(name)
    # 接待游客…，恢复到2019年的七成，|旅游收入…: no longer of the visits
    of_visits = clause.earlier is None or clause.earlier.family != "share" or memory.measure == "growth"
    if name in _VISIT_INCOME and of_visits and (visited := _VISITED.match(memory.stem)):
        return visited["owner"] + name
    next_to_it = speaker.text[clause.previous : clause.start] == "，"
    if next_to_it and memory.stem.endswith(_OUTPUTS) and _CONTRIBUTES.fullmatch(asked.words):
        return memory.stem + asked.words  # 规上工业增加值112亿元，对经济增长的贡献率38%
    if name in _WORTH and next_to_it and clause.figure.family == "money" and (amount := _AMOUNT.match(memory.stem)):
        return amount["thing"] + name
    if _FOR_EACH.fullmatch(name) and next_to_it and (owned := _OWNED_NUMBER.match(memory.stem)):
        return f"{name}拥有{owned['thing']}"  # 有效发明专利拥有量1.2万件，|每万人42.7件
    if name.endswith("之比") and asked.words.startswith("与"):
        return f"{memory.subject}与{name}"  # 加工产值增长35%，与农业总产值之比提高到1.35
    if name.endswith(("产业", "集群")) and clause.figure.family == "money" and (owned := _OWNED.search(memory.stem)):
        return asked.stands(name + owned["what"])  # 有色金属产业产值超千亿元，钢铁产业|超500亿元
    if name in _OUTPUT and clause.earlier and memory.measure == "growth" and memory.stem.endswith(("产业", "制造业")):
        return asked.stands(memory.stem + name)  # 高新技术产业增长41%，实现|产值875亿元
    soft = name in cues.soft
    if soft and clause.earlier is not None and _OWNED.search(memory.stem):
        return compounds.attach(memory.stem, name, cues)  # 园区工业增加值750亿元，实现|销售收入2500亿元
    # 引进项目12个，总投资63亿元，可新增|产值373亿元: what was counted has all that is told after it
    told_of = memory.subject != memory.stem and memory.stem[-_SHORT:] in memory.subject
    counted = clause.earlier is not None and (clause.earlier.family in COUNTED or told_of)
    counted = counted and _HAVING.search(memory.stem) is not None
    if counted and (soft or (name in _OF_FIRMS and "规" in memory.stem)):
        owner = names.without_verb(memory.stem, cues) if memory.stem.endswith("企业") else memory.stem
        return compounds.attach(owner, name, cues)  # 新增规上企业6家，总数达61家，实现|增加值9.8亿元
    if soft and clause.earlier is not None and (firms := _FIRMS.match(memory.stem)):
        return compounds.attach(firms.group(), name, cues)  # 规上工业企业产品销售率98%，实现|利润21亿元
    joined = (
        # 企业55家，…增加值15亿元: the figure before counted things that could have it
        (clause.earlier is not None and (clause.earlier.family == "count" or clause.left.measure == "rank"))
        or (continues(speaker.text, clause, alike=False) and clause.figure.family == "money")
    )
    if names.depends(name, cues) or (soft and joined and clause.left.measure != "growth"):
        subject = topic_of(speaker, clause, memory) or _stem_for(name, memory, cues)
        if soft and subject in cues.heads.words:
            return None
        full = compounds.attach(subject, name, cues)
        return asked.stands(full) if name == "总数" else full  # 新增企业17家，总数达89家，其中…
    if soft and (topic := topic_of(speaker, clause, memory) or industry_of(speaker, memory)):
        return compounds.attach(topic, name, cues)
    return None


def same_verb(asked: Asked) -> str | None:
    """新增车站6个、充电桩7个: the verb holds for both."""
    left, cues, name = asked.clause.left, asked.cues, asked.name
    if not (continues(asked.speaker.text, asked.clause) or _goes_on(asked)):
        return None
    if left.predicate or names.leading_verb(name, cues):
        return None
    if left.bound != "=" and names.has_head(name, cues):
        return None
    if zone := _ZONE.match(asked.memory.subject) if names.is_measured(name, cues) else None:
        return asked.stands(zone.group() + name)  # 高新区工业产值1200亿元、|固定资产投资100亿元
    if asked.memory.parent and name.endswith(_BOUNDED):
        return None  # 项目60个，其中5亿元以上12个、|10亿元以上3个
    verb = shared_verb(asked.memory, cues)
    _, level, kind = asked.memory.stem.partition("级")
    own, _, rest = name.partition("级")
    if level and rest and kind != rest and kind.endswith(rest) and len(own) <= _SHORT:
        name = f"{own}级{kind}"  # 省级儿童友好实践基地1个、|市级基地20个
    return asked.stands(verb + name) if verb else None


def _goes_on(asked: Asked) -> bool:
    """Whether a comma goes on with things of one kind: 新增高新技术企业6家，|星创天地4家, 出让用地7宗，|商业用地3宗."""
    clause, name, before, cues = asked.clause, asked.name, asked.memory.subject, asked.cues
    if asked.speaker.text[clause.previous : clause.start] != "，" or clause.figure.unit != asked.memory.unit:
        return False
    if not clause.counted or clause.right or asked.child or clause.left.items:
        return False
    if cues.openers.at_start(asked.words) or name.startswith(("新", "每")):
        return False
    if any(cues.actions.at_start(name, at) for at in range(len(name))):
        return False
    alike = name[-_LAST:] == before[-_LAST:] and name[-_LAST:] not in cues.complete
    added = before.startswith(("新", "净")) and not names.is_measured(name, cues)
    return alike or added or ("元以上" in name and "元以上" in before)  # 谋划亿元以上项目16个，|10亿元以上项目3个


def part_on(asked: Asked) -> str | None:
    """其中采矿业下降11%，制造业增长8%: parts go on being of the whole; 优质玉米150万亩 of 优质小麦种植面积."""
    clause, memory, cues, name = asked.clause, asked.memory, asked.cues, asked.name
    measured = names.is_measured(name, cues) or name.startswith(_EACH)
    if clause.counted and name.endswith("级") and "级" in memory.stem:
        return asked.stands(name + memory.stem[memory.stem.index("级") + 1 :])  # 市级企业30家，省级10家
    if clause.figure.unit == memory.unit and not clause.left.predicate and (grown := _GROWN.search(memory.stem)):
        bare = not (measured or clause.right or names.leading_verb(name, cues) or name.endswith(_LAND))
        if bare and clause.earlier is not None:
            return asked.stands(name + grown.group())
    short = len(name) <= _SHORT and continues(asked.speaker.text, clause)
    kind = name.endswith(("级", "类", "型", *_BOUNDED)) or _OVER.fullmatch(name) is not None
    if clause.counted and memory.parent and (short or kind):
        return compounds.complete_child(name, memory.parent, cues, counted=True)
    spread = clause.counted or clause.figure.family in {"area", "length"}
    if not measured and memory.parent and clause.left.measure in {"growth", None} and not spread:
        return compounds.complete_child(name, memory.parent, cues, counted=False)
    return None


def shared_verb(memory: Memory, cues: Cues) -> str:
    """The verb that the name before began with, where it holds for this one too: 新增, 惠及."""
    verb = names.leading_verb(memory.subject, cues)
    for word in ("惠及", "涉及"):
        if word in memory.subject:
            verb = memory.subject[: memory.subject.index(word) + len(word)]
    return "" if verb in cues.empty.words else verb


def _stem_for(name: str, memory: Memory, cues: Cues) -> str:
    """What a dependent name is of: the last thing named, or what the last two have in common (市级…项目, 区级…项目)."""
    if name.startswith("占") or name in cues.shares.words or not memory.stem:
        return memory.subject
    if memory.stem.endswith("率") and memory.before and not name.endswith("率"):
        return memory.before
    return compounds.common_thing(memory.before, memory.stem) or memory.stem
