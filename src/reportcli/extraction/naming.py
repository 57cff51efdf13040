"""The names of the figures of a group: one each, those of a list, or several of one number.

The cases stand in order of precedence; each gives the names where it holds, else None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from reportcli.extraction import compounds
from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import SEPARATOR, Clause
from reportcli.extraction.cues import Cues
from reportcli.extraction.earlier_names import SOME_OF
from reportcli.extraction.memory import Memory, Speaker
from reportcli.extraction.predicates import Left
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
_BOTH_SIDES = regex("(?:城镇|城市|农村)[和、](?:城镇|农村)居民")
_TOTAL = frozenset({"总数", "总量", "总数量"})
_DIGIT = regex(r"\d")


class Asked(Struct, frozen=True):
    """Figures that want a name each: those of one 分别, or one; `named` are the names given so far in the sentence."""

    speaker: Speaker
    clauses: Sequence[Clause]
    memory: Memory
    named: Sequence[str]

    @property
    def left(self) -> Left:
        """The words before the first of them."""
        return self.clauses[0].left

    @property
    def bare(self) -> bool:
        """Whether what is said is said of each of several things named before: 均增长12%."""
        return self.left.each and not self.left.items and not self.left.name


# The names of each figure: one, or several where one number is said of several things.
Names = list[tuple[str, ...]]


def name_figures(speaker: Speaker, clauses: Sequence[Clause], memory: Memory, named: Sequence[str]) -> Names:
    """The names of the figures of a group: one each, or several where one number is said of several things.

    `named` are the names given so far in the sentence. What the names are is noted in `memory`.
    """
    asked = Asked(speaker, clauses, memory, named)
    found = next((names for case in _CASES if (names := case(asked)) is not None), None) or _single(asked)
    memory.subject = found[-1][-1]
    return found


def _ratio(asked: Asked) -> Names | None:
    """三产结构由|28.5:30.6:40.9|演变为…: the parts have one name."""
    clause, size = asked.clauses[0], len(asked.clauses)
    if clause.figure.form != "ratio" or size == 1:
        return None
    # 产业结构进一步优化，|由…演变为…
    own = asked.speaker.clean(asked.left.name) or find_topic(asked.speaker, clause, measured=True)
    return [(own or asked.memory.subject,)] * size


def _all_named(asked: Asked) -> Names | None:
    """A增长9%、B增长8%、C增长7%，三项指标增速均居全市第一."""
    counted = _ALL_NAMED.fullmatch(asked.speaker.clean(asked.left.items)) if asked.left.each else None
    if counted is None or len(asked.named) != "一二三四五六七八".find(counted["count"].replace("两", "二")) + 1:
        return None
    pace = next((word for word in _PACES if counted.group().endswith(word)), "")
    return [tuple(name + pace for name in asked.named)]


def _listed(asked: Asked) -> Names | None:
    """A、B分别增长9%和8%."""
    clause, size, memory, cues = asked.clauses[0], len(asked.clauses), asked.memory, asked.speaker.cues
    if not asked.left.respectively and size == 1:
        return None
    listed = _list_names(asked.speaker, clause, size, memory, asked.named)
    if (told := _OF_INDUSTRY.search(memory.stem)) and asked.left.measure == "growth":
        # 限上批发业销售额…，零售业、住宿业|分别增长…
        listed = tuple(told["scope"] + name + told["head"] if name.endswith("业") else name for name in listed)
    elif asked.left.measure == "growth" and memory.parent and not any(names.is_measured(name, cues) for name in listed):
        # 固定资产投资…。分产业看，第一、二产业|分别增长…
        listed = tuple(compounds.complete_child(name, memory.parent, cues, counted=False) for name in listed)
    memory.group = memory.group if set(listed) < set(memory.group) else listed
    return [(name,) for name in listed]


def _of_group(asked: Asked) -> Names | None:
    """A、B分别完成3亿元、2亿元，均增长12%."""
    return [asked.memory.group] if asked.bare and len(asked.memory.group) > 1 else None


def _of_joined(asked: Asked) -> Names | None:
    """产值42亿元、税收3亿元，均居全市首位; 议案97件、提案53件，办结率均为100%: what 、 joins in the clause before."""
    if not asked.left.each:
        return None
    rate = asked.speaker.clean(asked.left.items)
    rates = compounds.split_all(rate)  # 办结率和满意度均为100%
    paced = rate in _PACES  # 接待游客2亿人次、旅游收入1580亿元，增幅均在25%以上
    if not (asked.bare or paced or (rates and all(names.depends(each, asked.speaker.cues) for each in rates))):
        return None
    both = _joined(asked.speaker, asked.clauses[0], asked.named)
    if len(both) == 1 or not both:
        return None
    owned = tuple(compounds.attach(name, each, asked.speaker.cues) for each in rates for name in both)
    return [both if paced or asked.bare else owned]


def _each(asked: Asked) -> Names | None:
    """A、B均增长7%."""
    left, speaker, cues = asked.left, asked.speaker, asked.speaker.cues
    if not (left.each and left.items):
        return None
    items, thing = speaker.clean(left.items), speaker.clean(left.name)
    pieces = compounds.split_all(items)
    if crossed := _rates_of_each(pieces, cues):
        return [crossed]
    if len(pieces) > 1:
        whole = _complete(pieces, asked.memory.stem or asked.memory.subject, cues)
        if asked.clauses[0].counted and (verb := names.leading_verb(whole[0], cues)):  # 新建卫生室、文化广场各12个
            whole = tuple(name if names.leading_verb(name, cues) else verb + name for name in whole)
        return [tuple(piece + thing for piece in whole)]
    if "城乡" in items:
        return [tuple(compounds.split_names(items + thing, 2, cues))]  # 城乡居民收入均增长7%
    return [(items + thing or asked.memory.subject,)]


def _rates_of_each(pieces: Sequence[str], cues: Cues) -> tuple[str, ...]:
    """Each rate of each thing: 人大代表建议、政协提案|办结率、满意率; none where there are not several of both."""
    ends = [cues.dependent.at_end(piece) for piece in pieces]
    first = next((at for at, end in enumerate(ends) if end.endswith("率")), 0)
    rates = [ends[first], *pieces[first + 1 :]] if first else []
    if len(rates) == 1 or not all(names.depends(rate, cues) for rate in rates):
        return ()
    things = [*pieces[:first], pieces[first].removesuffix(rates[0])] if rates else []
    return tuple(thing + rate for rate in rates for thing in things)


def _single(asked: Asked) -> Names:
    """One name, or several that share a number: A、B两项指标居全省首位; 答复率、满意率达100%."""
    left, memory, cues = asked.left, asked.memory, asked.speaker.cues
    name = name_one(asked.speaker, asked.clauses[0], memory)
    shared = left.measure == "growth" or _N_INDICATORS.search(name) is not None or _RATES.fullmatch(name) is not None
    pieces = compounds.split_all(name) if shared and ("和" in name or "、" in name) else []
    if left.measure == "growth" and _BOTH_SIDES.match(name):
        pieces = compounds.split_names(name, 2, cues)  # 城镇和农村居民人均可支配收入实现翻番
    # 鲜切花、咖啡、核桃产量保持全国第一; 养老保险、医疗保险参保率达到95%
    if "、" in name and (left.measure == "rank" or _RATES.fullmatch(name)):
        pieces = compounds.share_head(name.split("、"), cues)
    if len(pieces) > 1 and all(names.is_measured(_N_INDICATORS.sub("", piece), cues) for piece in pieces):
        owner = memory.before if memory.stem == name else memory.stem
        memory.group = _complete(pieces, owner or memory.subject, cues)
        return [memory.group]
    if left.measure != "gap" and name:
        memory.group = (name,)
    return [(name,)]


_CASES: tuple[Callable[[Asked], Names | None], ...] = (_ratio, _all_named, _listed, _of_group, _of_joined, _each)


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
    if whole.startswith("占"):
        owners = named[-size:] if len(named) >= size else (memory.subject,) * size
        return tuple(compounds.attach(name, whole, speaker.cues) for name in owners)  # 降至38户97人，分别占全市…
    if whole.startswith(("比", "较")):
        pace = "增速" if memory.measure == "growth" and clause.figure.unit.endswith("百分点") else ""
        return (memory.subject + pace,) * size  # 增长1.3%，比一季度、上半年分别回升9.7和4个百分点
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
        listed = tuple(compounds.split_names(whole, size, speaker.cues))
        if listed and memory.stem and all(names.depends(name, speaker.cues) for name in listed):
            return tuple(
                compounds.attach(memory.stem, name, speaker.cues) for name in listed
            )  # 受理工单9846件，办结率、满意率分别为…
        return listed or (whole,) * size
    before = memory.group if len(memory.group) == size else _list_before(speaker, clause, size) or tuple(named[-size:])
    if clause.left.measure == "growth":  # 增速均居全市前三，分别增长8%、9%
        before = tuple(name[:-2] if name[-2:] in _PACES else name for name in before)
    return before if len(before) == size else (memory.subject,) * size


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
            said = words.replace("同比", "")  # 事故起数、死亡人数同比实现“双下降”，|分别…
            ends = (end for end in range(len(said), 2, -1) if speaker.cues.heads.at_end(said, end))
            listed = said[: next(ends, 0)]
        if found := compounds.split_names(speaker.clean(listed), size, speaker.cues):
            return (names.without_verb(found[0], speaker.cues), *found[1:])
    return ()
