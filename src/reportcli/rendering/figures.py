"""A figure as words: the number as the report writes it, with its own words for bounds."""

from __future__ import annotations

from reportcli.model import Observation
from reportcli.patterns import regex
from reportcli.rendering.legible import readable

# Words that bound a number, right before it and right after it: 不低于5%, 突破3000亿元, 5%左右, 3万户以上.
_BEFORE = regex(r"(不低于|不少于|不高于|不超过|至少|超过|突破|高于|低于|接近|控制在|超|逾|约|近)$")
_AFTER = regex(r"及?(以上|以内|以下|左右|上下)")
# What a place is measured against: 高于全省平均水平(0.8个百分点), 比全国快(1.2个百分点).
_COMPARED = regex(
    r"(?:[高低快慢]于|高出|低出|超出|领先|落后)[^，,；;。、\d]{0,10}$|比[^，,；;。、\d]{1,10}[高低快慢多少]出?$"
)
# So near do such words stand, in characters.
_NEAR = 24
# The bound is part of what is quoted: 3万余场次, 50多个.
_INSIDE = regex(r"[余多超逾约近]")
# Where the report's words are out of reach.
_USUAL = {"=": "", ">=": "以上", "<=": "以内", "~": "左右"}

_SIGN = regex(r"^[-+－＋−–]")
_RATES = {"yoy": "", "average": "年均", "cumulative": "累计"}
# Every target is an expected one.
_UNREMARKABLE = frozenset({None, "预期", "预期性"})


def write_figure(found: Observation, sentence: str | None = None) -> str:
    """The figure in words that say what was measured: 1.32亿元, 增长7%, 全省第2位, 完成81%.

    `sentence` is the text of its sentence, where that is known.
    """
    match found.measure:
        case "level":
            words = _bounded(found, _number(found), sentence)
        case "growth":
            words = _rate(found) + _grown(found, sentence)
        case "rank":
            words = (found.among or "") + _ranked(found)
        case "completion":
            words = "完成" + _bounded(found, _number(found), sentence)
        case "gap":
            words = _than(found, sentence) + _bounded(found, _magnitude(found), sentence)
    return words + _aside(found)


def write_change(found: Observation, sentence: str | None = None) -> str:
    """A growth as a signed figure: +15%, -3.2%, 年均+6%左右; in words where it is not written in digits."""
    number = _magnitude(found)
    if not number[:1].isdigit() or found.unit == "位":
        return write_figure(found, sentence)
    sign = "-" if found.value < 0 else "+"
    return _rate(found) + _bounded(found, sign + number, sentence) + _aside(found)


def write_result(found: Observation, sentence: str | None = None) -> str:
    """A figure in words, a growth that was reached as a signed one."""
    signed = found.kind == "achievement" and found.measure == "growth"
    return write_change(found, sentence) if signed else write_figure(found, sentence)


def _number(found: Observation) -> str:
    """The figure as it is written, with its unit if only its table tells that; 1 286.5 亿元 is 1286.5亿元."""
    said = readable(found.quote).replace(" ", "")
    return said + found.unit if found.unit and said[-1:].isdigit() else said


def _magnitude(found: Observation) -> str:
    """The figure without its sign."""
    return _SIGN.sub("", _number(found))


def _than(found: Observation, sentence: str | None) -> str:
    """What a gap is to, as far as the sentence says it right before the figure: 高于全国, 低."""
    before, _ = _around(found, sentence)
    said = _COMPARED.search(before)
    return said[0] if said else "低" if found.value < 0 else "高"


def _rate(found: Observation) -> str:
    return "" if found.rate is None else _RATES[found.rate]


def _grown(found: Observation, sentence: str | None) -> str:
    falls = found.value < 0
    if found.quote.startswith("翻"):
        return _number(found)
    if found.unit == "位":
        verb = "后移" if falls else "前移"
    elif found.unit.endswith("百分点"):
        verb = "降低" if falls else "提高"
    else:
        verb = "下降" if falls else "增长"
    return verb + _bounded(found, _magnitude(found), sentence)


def _ranked(found: Observation) -> str:
    if not found.quote[:1].isdigit():
        return _number(found)
    return f"前{found.value:f}" if found.bound == "<=" else f"第{found.value:f}位"


def _aside(found: Observation) -> str:
    """What else is said of the figure, in brackets: (可比价), (力争), (预计)."""
    said = [found.basis]
    if found.commitment not in _UNREMARKABLE:
        said.append(found.commitment)
    if found.estimated:
        said.append("预计")
    return "".join(f"({words})" for words in said if words)


def _bounded(found: Observation, number: str, sentence: str | None) -> str:
    """`number` with the words that bound it, those of the report where they are found."""
    if found.bound == "=" or _INSIDE.search(found.quote):
        return number
    before, after = _around(found, sentence)
    if mark := _AFTER.match(after):
        return number + mark[0]
    if mark := _BEFORE.search(before):
        return mark[0] + number
    return number + _USUAL[found.bound]


def _around(found: Observation, sentence: str | None) -> tuple[str, str]:
    """What stands right before and after the figure in its sentence; nothing where its place there is not certain."""
    if sentence is None:
        return "", ""
    at = found.start - found.sentence_start
    if not sentence.startswith(found.quote, at):
        # The sentence is broken over lines in the source, so that its offsets are not those of its text.
        at = sentence.find(found.quote)
        if at < 0 or sentence.find(found.quote, at + 1) >= 0:
            return "", ""
    end = at + len(found.quote)
    return sentence[max(0, at - _NEAR) : at], sentence[end : end + _NEAR]
