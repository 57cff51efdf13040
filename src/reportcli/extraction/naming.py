"""The names of the figures of a group: one each, those of a list, or several of one number."""

from __future__ import annotations

from collections.abc import Sequence

from reportcli.extraction import compounds
from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import SEPARATOR, Clause
from reportcli.extraction.cues import Cues
from reportcli.extraction.earlier_names import SOME_OF
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.single_names import name_one
from reportcli.extraction.topics import find_topic
from reportcli.patterns import regex

_N_INDICATORS = regex("(?:等?[两二三四五六七八][项个大])(?:主要|经济|核心)*指标")
# 新材料、食品、纺织|三大主导产业
_STRESS = regex("^(?:重点|着力|大力|全力)")
_N_KINDS = regex("等?[两二三四五六七八九十]大(?:主导|支柱|优势|特色|重点|核心|千亿|百亿)*(?P<kind>产业|行业|集群)$")
_ALL_NAMED = regex(
    "(?:以上|上述)?(?P<count>[两二三四五六七八])[项个](?:(?:主要|经济|核心)*指标(?:总量|增速|增幅)?|增速|增幅)"
)
_PACES = frozenset({"增幅", "增速"})
_OF_INDUSTRY = regex(
    "^(?P<scope>限上|限额以上|规上|规模以上|)[一-龥]{1,6}业(?P<head>(?:零售|销售|营业)额|增加值|产值|投资|营业收入)$"
)
_RATES = regex("[一-龥]{1,12}(?:[、和及][一-龥]{1,12})*[、和及][一-龥]{1,12}率")
_TOTAL = frozenset({"总数", "总量", "总数量"})
_DIGIT = regex(r"\d")


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
    elif (
        left.each
        and (counted := _ALL_NAMED.fullmatch(speaker.clean(left.items)))
        and (len(named) == "一二三四五六七八".find(counted["count"].replace("两", "二")) + 1)
    ):
        found = [tuple(named)]  # A增长9%、B增长8%、C增长7%，三项指标增速均居全市第一
    elif left.respectively or size > 1:
        listed = _list_names(speaker, clause, size, memory, named)
        if (told := _OF_INDUSTRY.search(memory.stem)) and left.measure == "growth":
            # 限上批发业销售额…，零售业、住宿业|分别增长…
            listed = tuple(told["scope"] + name + told["head"] if name.endswith("业") else name for name in listed)
        elif left.measure == "growth" and memory.parent and not any(names.is_measured(name, cues) for name in listed):
            # 固定资产投资…。分产业看，第一、二产业|分别增长…
            listed = tuple(compounds.complete_child(name, memory.parent, cues, counted=False) for name in listed)
        found = [(name,) for name in listed]
        memory.group = memory.group if set(listed) < set(memory.group) else listed
    elif left.each and not left.items and not left.name and len(memory.group) > 1:
        found = [memory.group]  # 均增长12%
    elif left.each and not left.items and not left.name and len(both := _joined(speaker, clause, named)) > 1:
        found = [both]  # 产值42亿元、税收3亿元，均居全市首位
    elif left.each and speaker.clean(left.items) in _PACES and len(both := _joined(speaker, clause, named)) > 1:
        found = [both]  # 接待游客2亿人次、旅游收入1580亿元，增幅均在25%以上
    elif left.each and left.items:
        items, thing = speaker.clean(left.items), speaker.clean(left.name)
        pieces = compounds.split_all(items)
        if len(pieces) > 1:
            whole = _complete(pieces, memory.stem or memory.subject, cues)
            if clause.counted and (verb := names.leading_verb(whole[0], cues)):  # 新建卫生室、文化广场各12个
                whole = tuple(name if names.leading_verb(name, cues) else verb + name for name in whole)
            found = [tuple(piece + thing for piece in whole)]
        elif "城乡" in items:
            found = [tuple(compounds.split_names(items + thing, 2, cues))]  # 城乡居民收入均增长7%
        else:
            found = [(items + thing or memory.subject,)]
    else:
        name = name_one(speaker, clause, memory)
        # A、B两项指标居全省首位; 答复率、满意率达100%
        shared = (
            left.measure == "growth" or _N_INDICATORS.search(name) is not None or _RATES.fullmatch(name) is not None
        )
        pieces = compounds.split_all(name) if shared and ("和" in name or "、" in name) else []
        # 鲜切花、咖啡、核桃产量保持全国第一; 养老保险、医疗保险参保率达到95%
        if "、" in name and (left.measure == "rank" or _RATES.fullmatch(name)):
            pieces = compounds.share_head(name.split("、"), cues)
        if len(pieces) > 1 and all(names.is_measured(_N_INDICATORS.sub("", piece), cues) for piece in pieces):
            owner = memory.before if memory.stem == name else memory.stem
            memory.group = _complete(pieces, owner or memory.subject, cues)
            found = [memory.group]
        else:
            if left.measure != "gap" and name:
                memory.group = (name,)
            found = [(name,)]
    memory.subject = found[-1][-1]
    return found


def _complete(pieces: Sequence[str], owner: str, cues: Cues) -> tuple[str, ...]:
    """The names of a list in full: with the head that they share, or with what they are all of (总量、增幅)."""
    pieces = [piece.strip() for piece in pieces]
    if len(pieces) > 1 and all(names.depends(piece, cues) for piece in pieces):
        return tuple(compounds.attach(owner, piece, cues) for piece in pieces)
    return tuple(compounds.share_head(pieces, cues))


def _list_names(speaker: Speaker, clause: Clause, size: int, memory: Memory, named: Sequence[str]) -> tuple[str, ...]:
    whole = speaker.clean(clause.left.items) + speaker.clean(clause.left.name)
    if (pace := whole.removeprefix("实际")) in _PACES:
        whole = pace  # 增长6%、增长8%的目标如期兑现，实际增速分别为…
    if (some := SOME_OF.fullmatch(whole)) and len(memory.group) > size:
        return memory.group[:size] if some["side"] == "前" else memory.group[-size:]  # 前两项分别增长…
    if clause.left.name in speaker.cues.actions.words and clause.left.items:  # 家庭农场、合作社分别|新增
        items = compounds.split_names(speaker.clean(clause.left.items), size, speaker.cues)
        return tuple(clause.left.name + name for name in items) or (whole,) * size
    if whole in _TOTAL | _PACES and len(memory.group) != size <= len(named):
        return tuple(compounds.attach(name, whole, speaker.cues) for name in named[-size:])  # 总数分别达到96家、52家
    if whole and names.depends(whole, speaker.cues) and len(memory.group) == size:
        return tuple(compounds.attach(name, whole, speaker.cues) for name in memory.group)  # 增速分别位居第一、第二
    if (whole in speaker.cues.soft or names.depends(whole, speaker.cues)) and (
        listed := _list_before(speaker, clause, size)
    ):
        return tuple(compounds.attach(name, whole, speaker.cues) for name in listed)  # 三大产业，产值分别达到…
    if whole:
        return tuple(compounds.split_names(whole, size, speaker.cues)) or (whole,) * size
    if len(memory.group) == size:
        return memory.group
    if listed := _list_before(speaker, clause, size):
        return listed
    return tuple(named[-size:]) if len(named) >= size else (memory.subject,) * size


def _joined(speaker: Speaker, clause: Clause, named: Sequence[str]) -> tuple[str, ...]:
    """The names of the figures that 、 joins in the clause before: 产值42亿元、税收3亿元，|均居全市首位."""
    clauses = SEPARATOR.split(speaker.text[: clause.start].rstrip("，"))
    before = clauses[-1].split("、")
    if len(before) == 1 and len(clauses) > 1 and _DIGIT.search(clauses[-2]):
        before = clauses[-2:]  # 接待游客52万人次，综合收入8亿元，|增幅均超过两成
    return tuple(named[-len(before) :]) if all(_DIGIT.search(piece) for piece in before) else ()


def _list_before(speaker: Speaker, clause: Clause, size: int) -> tuple[str, ...]:
    """The names of a list that the clause before is about: 工业产值、财政收入跃上新台阶，|分别为40亿元、3亿元."""
    for words in reversed(SEPARATOR.split(speaker.text[clause.previous : max(clause.previous, clause.start - 1)])):
        if kinds := _N_KINDS.search(words):
            listed = _STRESS.sub("", words[: kinds.start()]) + kinds["kind"]
        else:
            ends = (end for end in range(len(words), 2, -1) if speaker.cues.heads.at_end(words, end))
            listed = words[: next(ends, 0)]
        if found := compounds.split_names(speaker.clean(listed), size, speaker.cues):
            return (names.without_verb(found[0], speaker.cues), *found[1:])
    return ()
