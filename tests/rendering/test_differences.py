from decimal import Decimal

import pytest
from built_reports import Part, aimed, build, figure, reached

from reportcli.extraction.unit_sizes import in_base_unit
from reportcli.rendering.differences import write_difference
from reportcli.rendering.labels import EN, ZH


def difference(result: dict, goal: dict, labels=ZH) -> str:
    part = Part(None, (reached(result["quote"], result), aimed(goal["quote"], goal)))
    return write_difference(*build(part).sections[0].observations, labels)


def growth(quote: str, **fields: object) -> dict:
    return figure(quote, "指标", measure="growth", **fields)


def level(quote: str, **fields: object) -> dict:
    return figure(quote, "指标", **fields)


@pytest.mark.parametrize(
    ("result", "goal", "words"),
    [
        # amounts in percent, whatever their scale
        (level("1.32亿元"), level("1.37亿元"), "+3.8%"),
        (level("150万美元"), level("75万美元"), "-50%"),
        (level("8650万元"), level("1.2亿元"), "+38.7%"),
        (level("1亿元"), level("3.33亿元"), "+233%"),
        # counts in number
        (level("29家"), level("8家"), "少21家"),
        (level("8家"), level("29家"), "多21家"),
        (level("86.2万人"), level("85万人"), "少1.2万人"),
        (level("4000人"), level("1.2万人"), "多8000人"),
        # shares and growths in points
        (level("3.1%"), level("5.5%"), "+2.4个百分点"),
        (growth("6%"), growth("5.5%", rate="yoy"), "-0.5个百分点"),
        # a bound stays one
        (level("3.85亿元"), level("4亿元", bound=">="), "至少+3.9%"),
        (level("215万人次"), level("250万人次", bound=">="), "至少+35万人次"),
        (level("5.2%"), level("5.5%", bound="<="), "至多+0.3个百分点"),
        (level("29家"), level("29家"), "持平"),
        (level("2亿元"), level("2亿元"), "持平"),
    ],
)
def test_what_a_goal_asks_for_against_the_result(result, goal, words):
    assert difference(result, goal) == words


@pytest.mark.parametrize(
    ("result", "goal"),
    [
        (growth("6%"), level("5.5%")),
        (level("2亿元"), level("300公里")),
        (level("2亿元", bound=">="), level("3亿元")),
        (level("2亿元"), level("3亿元", upper=Decimal(4))),
        (growth("6%", basis="可比价"), growth("5%")),
        (growth("6%", rate="average"), growth("5%")),
        (level("0亿元"), level("3亿元")),
        (figure("3位", "排名", measure="rank"), figure("2位", "排名", measure="rank")),
    ],
)
def test_what_does_not_compare_has_no_difference(result, goal):
    assert difference(result, goal) == ""


def test_english_counts_have_a_sign():
    assert difference(level("29家"), level("8家"), EN) == "-21家"


def test_a_unit_is_parted_from_its_scale_only_where_that_leaves_a_unit():
    assert in_base_unit(Decimal("1.5"), "万亿元") == (Decimal(1500000000000), "元")
    assert in_base_unit(Decimal(3), "千米") == (Decimal(3), "千米")
    assert in_base_unit(Decimal(3), "百分点") == (Decimal(3), "百分点")
