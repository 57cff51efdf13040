"""What a figure without a name of its own is about: the subject of the clauses or of the sentence before."""

from __future__ import annotations

from reportcli.extraction import indicators as names
from reportcli.extraction.clauses import SEPARATOR, Clause, continues, without_times
from reportcli.extraction.memory import Memory, Speaker
from reportcli.lexicon import find_canonical
from reportcli.patterns import regex

_INDUSTRIES = ("业", "产业集群")
# 肉牛养殖业|不断壮大
# 县城工业园区|通过深入挖潜，力争完成产值190亿元
_MEANS = regex("(?<=园区|发区|新区|聚区|产业|基地|企业|集团|公司)(?:通过|依托|围绕)")
# 成功举办|第二届|市民体育节，参与人数300万人次
_HELD = regex("(?:举办|承办|主办)了?(?:首届|第[一二三四五六七八九十]+届)?(?P<thing>[^，、]{2,16})$")
_GROWS = regex(
    r"(?P<thing>[一-龥]{3,10}?)(?:不断|持续|稳步|加快|蓬勃|日益|进一步|快速|迅速|取得|再上|迈出|成效|做大|做强|做优)"
)


def topic_of(speaker: Speaker, clause: Clause, memory: Memory) -> str:
    """What the figure is about, told by its sentence or by the one before; "" where neither tells. It is remembered."""
    if topic := find_topic(speaker, clause, measured=False):
        memory.topic = topic
    elif not clause.earlier and memory.lead:
        memory.topic = _topic_of_sentence(speaker, memory.lead)
    elif not clause.earlier or not continues(speaker.text, clause):
        return ""
    return memory.topic


def industry_of(speaker: Speaker, memory: Memory) -> str:
    """The industry that the sentence before is about, whose output or taxes can be told later in this one too."""
    topic = _topic_of_sentence(speaker, memory.lead) if memory.lead else ""
    return topic if topic.endswith(_INDUSTRIES) else ""


def _topic_of_sentence(speaker: Speaker, text: str) -> str:
    """What a sentence without a number is about, where the next one can go on about it (服装产业再上新水平。)."""
    first = speaker.clean(SEPARATOR.split(text, maxsplit=1)[0])
    if grows := _GROWS.match(first):
        return grows["thing"]
    sizes = range(min(len(first), 12), 2, -1)
    return next(
        (
            first[:size]
            for size in sizes
            if speaker.cues.topics.at_end(first, size) and not speaker.cues.topics.at_start(first, size)
        ),
        "",
    )


def find_topic(speaker: Speaker, clause: Clause, *, measured: bool) -> str:
    """What the clauses since the figure before, which hold no number, are about; "" if it cannot be told.

    `measured` asks for a thing that a number can be of by itself (全镇财政总收入就超过了…，最终完成…).
    """
    cues = speaker.cues
    for words in reversed(SEPARATOR.split(without_times(speaker.text, clause.previous, clause.start, speaker.times))):
        piece = _MEANS.split(speaker.clean(words), maxsplit=1)[0]
        if len(piece) < 3 or piece.endswith("相比"):
            continue
        if measured and cues.shares.at_end(piece):
            return piece  # 夜间旅游收入占比：25%
        if piece.endswith("总量") or (measured and piece.endswith("率") and names.has_head(piece, cues)):
            return piece  # 资金到位率，东津新区最高，为46%
        if not measured and (held := _HELD.search(words)):
            return names.without_verb(speaker.clean(held["thing"]), cues)
        if not measured and cues.topics.at_end(piece):
            return names.without_verb(piece, cues)
        for size in range(len(piece) - 1, 1, -1):
            if measured:
                follows = (
                    cues.predicate_words.at_start(piece, size)
                    or cues.bound_words.at_start(piece, size)
                    or cues.adverbs.at_start(piece, size)
                )
                if cues.heads.at_end(piece, size) and (follows or find_canonical(piece[:size])):
                    return piece[:size]
            elif cues.topics.at_end(piece, size) and not cues.topics.at_start(piece, size):
                return names.without_verb(names.balance(piece[:size]), cues)
        if measured and names.has_head(piece, cues):
            return piece
    return ""
