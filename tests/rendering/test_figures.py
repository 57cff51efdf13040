from decimal import Decimal

import pytest
from built_reports import Part, Sentence, build, figure
from msgspec.structs import replace

from reportcli.model import Observation
from reportcli.rendering.figures import write_change, write_figure


def one(text: str, quote: str, **fields: object) -> tuple[Observation, str]:
    sentence = Sentence(text, ({"kind": "achievement", "period": None} | figure(quote, "指标") | fields,), ("goal",))
    section = build(Part(None, (sentence,))).sections[0]
    return section.observations[0], section.statements[0].text


@pytest.mark.parametrize(
    ("text", "quote", "fields", "words"),
    [
        ("收入1.32亿元。", "1.32亿元", {}, "1.32亿元"),
        ("收入１．３２亿元。", "１．３２亿元", {"unit": "亿元"}, "1.32亿元"),
        ("收入1 286.5 亿元。", "1 286.5 亿元", {"unit": "亿元"}, "1286.5亿元"),
        ("增长５％以上。", "５％", {"bound": ">=", "measure": "growth"}, "增长5%以上"),
        ("突破3000亿元。", "3000亿元", {"bound": ">="}, "突破3000亿元"),
        ("在3万户以上。", "3万户", {"bound": ">="}, "3万户以上"),
        ("控制在5.5%以内。", "5.5%", {"bound": "<="}, "5.5%以内"),
        ("服务3万余人次。", "3万余人次", {"bound": ">="}, "3万余人次"),
        ("增长7%左右。", "7%", {"bound": "~", "measure": "growth"}, "增长7%左右"),
        ("增长不低于7%。", "7%", {"bound": ">=", "measure": "growth"}, "增长不低于7%"),
        ("下降3.2%。", "3.2%", {"value": Decimal("-3.2"), "measure": "growth"}, "下降3.2%"),
        ("增速为-3.2%。", "-3.2%", {"measure": "growth"}, "下降3.2%"),
        ("提高1.2个百分点。", "1.2个百分点", {"measure": "growth"}, "提高1.2个百分点"),
        ("产值翻一番。", "翻一番", {"measure": "growth", "value": Decimal(100), "unit": "%"}, "翻一番"),
        ("前移3位。", "3位", {"measure": "growth"}, "前移3位"),
        ("年均增长6%。", "6%", {"measure": "growth", "rate": "average"}, "年均增长6%"),
        ("居全省第38位。", "第38位", {"measure": "rank", "value": Decimal(38), "among": "全省"}, "全省第38位"),
        ("居全省38位。", "38位", {"measure": "rank", "among": "全省"}, "全省第38位"),
        ("完成年任务的81%。", "81%", {"measure": "completion"}, "完成81%"),
        ("高于全国1.7个百分点。", "1.7个百分点", {"measure": "gap"}, "高于全国1.7个百分点"),
        ("比全省快1.7个百分点。", "1.7个百分点", {"measure": "gap"}, "比全省快1.7个百分点"),
        ("与全省相差1.7个百分点。", "1.7个百分点", {"measure": "gap"}, "高1.7个百分点"),
        ("低于全国1.7个百分点。", "1.7个百分点", {"measure": "gap", "value": Decimal("-1.7")}, "低于全国1.7个百分点"),
        ("按可比价增长6%。", "6%", {"measure": "growth", "basis": "可比价"}, "增长6%(可比价)"),
        ("力争9000万元。", "9000万元", {"commitment": "力争"}, "9000万元(力争)"),
        ("预期9000万元。", "9000万元", {"commitment": "预期"}, "9000万元"),
        ("预计9000万元。", "9000万元", {"estimated": True}, "9000万元(预计)"),
    ],
)
def test_a_figure_keeps_the_words_of_the_report(text, quote, fields, words):
    assert write_figure(*one(text, quote, **fields)) == words


@pytest.mark.parametrize(("bound", "words"), [(">=", "5%以上"), ("<=", "5%以内"), ("~", "5%左右"), ("=", "5%")])
def test_bounds_have_words_where_the_sentence_is_unknown(bound, words):
    found, _ = one("5%", "5%", bound=bound)
    assert write_figure(found) == words


def test_a_sentence_broken_in_the_source_still_gives_its_words_unless_the_figure_is_there_twice():
    found, sentence = one("力争突破12亿元。", "12亿元", bound=">=")
    # One character more in the source than in the sentence's text, as where a line is broken in it.
    moved = replace(found, start=found.start + 1)
    assert write_figure(moved, sentence) == "突破12亿元"
    assert write_figure(moved, "12亿元,突破12亿元") == "12亿元以上"


@pytest.mark.parametrize(
    ("text", "quote", "fields", "words"),
    [
        ("增长15%。", "15%", {}, "+15%"),
        ("下降3.2%。", "3.2%", {"value": Decimal("-3.2")}, "-3.2%"),
        ("年均增长6%左右。", "6%", {"rate": "average", "bound": "~"}, "年均+6%左右"),
        ("增长三成。", "三成", {"value": Decimal(3), "unit": "成"}, "增长三成"),
        ("前移3位。", "3位", {}, "前移3位"),
    ],
)
def test_a_change_has_a_sign(text, quote, fields, words):
    assert write_change(*one(text, quote, measure="growth", **fields)) == words
