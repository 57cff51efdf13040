"""Which name one figure has: its own, that of the thing that stands after it, or one that goes back to those before.

The cases stand in order of precedence; each gives a name where it holds, else None.
"""

from __future__ import annotations

from collections.abc import Callable

from reportcli.extraction import compounds
from reportcli.extraction import indicators as names
from reportcli.extraction.asked import Asked
from reportcli.extraction.classes import COUNTED
from reportcli.extraction.clauses import SEPARATOR, Clause, continues
from reportcli.extraction.cues import Cues
from reportcli.extraction.earlier_names import (
    carried,
    dependent,
    other_side,
    other_verb,
    part,
    part_on,
    same_verb,
    shared_verb,
)
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.things import thing_after, trim_right
from reportcli.extraction.topics import find_topic
from reportcli.patterns import regex

_LAST = 2  # characters that a name ends with
_COMMITTED = frozenset({"growth", "gap", "completion", "rank"})
# 设备更新|带动|技改投资
_LEADS = regex(r"(?P<cause>[^，]*?)(?P<verb>(?:辐射)?带动|拉动|撬动)")
_BENEFIT = regex(r"(?<=..)(?<!均)(?:稳定)?(?:增收|受益|致富)$")
_INDUSTRY = regex("第?[一二三](?:产业?|次产业)")
# 投资2540万元，完成了服务中心建设
_MADE = regex("(?:(?P<done>建设|建成|完成|实施|开展|推进|启动|新建|改造|加强|改善|完善)了?|修建了)(?=[一-龥]{3})")
_DONE_BEFORE = regex("^[^，]{2,}?(?:实现|顺利|实质)[^，、]{2,4}、(?=[一-龥]{3})")  # 采矿权实现出让、|矿山企业复工
_THING = regex("[一-龥]{1,8}(?<![和及与])")  # 13个|村|2.3万人
_HOW = regex("^(?:精准|全面|积极|大力|集中|统一|依法)")
_BUILT = regex("(?<=..)(?:加快建设|加快推进|竣工验收|主体封顶)$")
_IN_ALL = regex("共|累计|总共|合计")
_PURPOSE = regex(r"，(?:重点|主要|用于)?(?:[一-龥]{2,4}?了)?(?P<thing>(?:[^，；。\d]|\d+千伏){4,40})")


def name_one(speaker: Speaker, clause: Clause, memory: Memory) -> str:
    """The name of one figure; "" where nothing tells it."""
    words = clause.left.name
    opening = speaker.text[max(0, clause.start - 3) : clause.start]
    child = words.startswith("其中") or opening in {"其中，", "其中："}
    if child:
        memory.parent = find_topic(speaker, clause, measured=True) or memory.stem or memory.subject
    if "、" in words and len(speaker.cues.openers.at_start(tail := words.rsplit("、", 1)[1])) > 1:
        words = tail  # 为实现…、实现|人均地区生产总值
    words = _other_deed(_DONE_BEFORE.sub("", words), speaker.cues)
    asked = Asked(speaker, clause, memory, words, speaker.clean(words), child)
    found = next((name for case in _CASES if (name := case(asked)) is not None), None)
    return asked.stands(asked.name) if found is None else found


def _other_deed(words: str, cues: Cues) -> str:
    """The words without a deed that 、 sets before the one that the figure is of: 建设外贸优品库、|精准服务企业."""
    first, _, last = words.rpartition("、")
    event = cues.events.at_end(first)
    if _BUILT.search(first) or (event and len(first) > len(event) + _LAST):
        return last  # 新院区建成投用、院区|开放床位
    how = _HOW.match(last)
    two = how is not None and names.leading_verb(last[how.end() :], cues) and names.leading_verb(first, cues)
    return last if two else words


def _led(asked: Asked) -> str | None:
    """What something led to: 滩涂摄影带动旅游收入; of 发放消费券1500万元，拉动消费, 消费券拉动消费."""
    clause, memory, cues = asked.clause, asked.memory, asked.cues
    lead = _LEADS.match(asked.words) if clause.left.measure in {"level", None} else None
    if lead is None:
        return None
    thing = asked.name if asked.name != lead["verb"] else ""
    if clause.counted or not thing:
        thing += trim_right(clause.right, cues)
    cause = asked.speaker.clean(lead["cause"])
    thing = thing.removeprefix(cause).removeprefix(lead["verb"]).removeprefix("带动")
    thing = lead["verb"] + _BENEFIT.sub("", thing)
    if not cause and clause.earlier and names.leading_verb(memory.stem, cues) not in {"", memory.stem}:
        cause = names.without_verb(memory.stem, cues)
    return cause + thing


def _of_target(asked: Asked) -> str | None:
    """完成全年投资任务的60%: the name is that of the target."""
    return asked.name if asked.clause.left.measure == "completion" and asked.name else None


def _spent_on(asked: Asked) -> str | None:
    """投资2540万元，完成了服务中心建设: the next clause, or what stands after, says what for."""
    clause, speaker = asked.clause, asked.speaker
    if not asked.is_sum:
        return None
    if continues(speaker.text, clause, alike=False) and not clause.right and asked.memory.stem:
        return names.without_verb(asked.memory.stem, asked.cues) + asked.name  # 办理实事1124项、|投入2.2亿元
    if _IN_ALL.match(asked.words) and clause.earlier and clause.earlier.family in COUNTED and asked.memory.stem:
        done = asked.cues.actions.at_end(asked.memory.stem)  # 33项民生工程全部完成，共投入475亿元
        return (asked.memory.stem.removesuffix(done) or asked.memory.stem) + asked.name
    if made := _MADE.match(clause.right):
        return asked.stands(speaker.clean(clause.right[made.end() :]) + asked.name)
    if clause.right or not (clause.start == 0 or speaker.text[clause.start - 1] == "；"):
        return None
    match = _PURPOSE.match(speaker.text, clause.figure.after)
    thing = speaker.clean(match["thing"].removesuffix("等")) if match else ""
    return asked.stands(names.without_verb(thing, asked.cues) + asked.name if thing else asked.name)


def _again(asked: Asked) -> str | None:
    """监测对象2613户|5894人全部实现帮扶, 贫困户86户|254人脱贫: what is counted twice."""
    clause, subject = asked.clause, asked.memory.subject
    if clause.earlier is None or clause.earlier.after != clause.figure.start or not (clause.counted and subject):
        return None
    thing = subject.removesuffix(trim_right(clause.right, asked.cues)) or subject
    return subject if asked.speaker.text.endswith(thing[-_LAST:], 0, clause.earlier.start) else None


def _after(asked: Asked) -> str | None:
    """新建1000个探头, …等5个项目: the thing counted stands after the number."""
    clause, memory, cues, name = asked.clause, asked.memory, asked.cues, asked.name
    left = clause.left
    compound = name in cues.actions.words  # 改造|提升7个老旧小区
    acts = (not name or compound) and clause.counted and left.predicate in cues.actions.words and not left.compared
    if acts and clause.right and clause.figure.form == "amount":
        kept = "" if left.predicate in cues.empty.words and not compound else name + left.predicate
        return asked.stands(kept + trim_right(clause.right, cues))  # 提升5个景区, 压减3个部门
    if left.measure in _COMMITTED or left.base or not (thing := thing_after(name, asked.words, clause, cues)):
        return None
    if asked.child and clause.counted:
        thing = compounds.complete_child(thing, memory.parent, cues, counted=True)
    elif not name and (continues(asked.speaker.text, clause) or _is_joined(asked) or _is_counted_twice(asked)):
        thing = shared_verb(memory, cues) + thing  # 打造35条花景大道、14个花园路口, 成立8个集团和7个联盟
    return asked.stands(thing)


def _is_joined(asked: Asked) -> bool:
    """Whether 和 joins the figure to the one before, and nothing else stands between but the thing that that counts."""
    clause, text = asked.clause, asked.speaker.text
    between = text[clause.previous : clause.figure.start]
    return (
        clause.earlier is not None
        and between.endswith(("和", "及"))
        and "、" not in between
        and not SEPARATOR.search(between)
    )


def _is_counted_twice(asked: Asked) -> bool:
    """Whether nothing but the thing that the figure before counts stands between: 解决13个村|2.3万人的饮水问题."""
    clause = asked.clause
    between = asked.speaker.text[clause.previous : clause.start]
    return clause.counted and clause.earlier is not None and between != "" and _THING.fullmatch(between) is not None


def _of_industry(asked: Asked) -> str | None:
    """二产68.9亿元: what an industry has is its value added."""
    if asked.clause.figure.family == "money" and _INDUSTRY.fullmatch(asked.name):
        return asked.stands(asked.name + "增加值")
    return None


_CASES: tuple[Callable[[Asked], str | None], ...] = (
    _led,
    _of_target,
    _spent_on,
    _again,
    _after,
    carried,
    other_verb,
    other_side,
    part,
    dependent,
    same_verb,
    _of_industry,
    part_on,
)
