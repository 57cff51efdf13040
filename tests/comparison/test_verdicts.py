from decimal import Decimal

import pytest
from built_records import figure
from hypothesis import given
from hypothesis import strategies as st

from reportcli.comparison.verdicts import difference, is_met, span_of

JOBLESS = {"canonical": "城镇登记失业率", "measure": "level"}
ENERGY = {"canonical": "单位地区生产总值能耗"}
SHARE = {"canonical": "城镇登记失业率", "measure": "completion"}
PEOPLE = {"canonical": "常住人口", "measure": "level"}
RETAIL = {"canonical": "社会消费品零售总额", "measure": "level"}
RANK = {"measure": "rank"}


@pytest.mark.parametrize(
    ("goal", "result", "met", "away"),
    [
        # more is better: a bare goal is to be reached or passed
        (figure("7%"), figure("7.0%"), True, "0"),
        (figure("7%"), figure("8.2%"), True, "1.2"),
        (figure("7%"), figure("6.9%"), False, "-0.1"),
        (figure("7%", bound=">="), figure("6.9%"), False, "-0.1"),
        # an explicit bound stands whatever is better
        (figure("7%", bound="<="), figure("8%"), False, "1"),
        # less is better
        (figure("4%", **JOBLESS), figure("3.4%", **JOBLESS), True, "-0.6"),
        (figure("4%", bound="<=", **JOBLESS), figure("3.4%", **JOBLESS), True, "-0.6"),
        (figure("4%", bound="<=", **JOBLESS), figure("4.1%", **JOBLESS), False, "0.1"),
        # falls: their bounds are those of the magnitude
        (figure("-3%", bound=">=", **ENERGY), figure("-3.4%", **ENERGY), True, "-0.4"),
        (figure("-3%", bound=">=", **ENERGY), figure("-2%", **ENERGY), False, "1"),
        (figure("-3%", **ENERGY), figure("1%", **ENERGY), False, "4"),
        (figure("-3%", bound="<="), figure("-2%"), True, "1"),
        (figure("-3%", bound="<="), figure("-4%"), False, "-1"),
        # ranges: their lower end is to be reached; the distance is to the nearer end
        (figure("8%", upper=Decimal(10)), figure("9%"), True, "0"),
        (figure("8%", upper=Decimal(10)), figure("12%"), True, "2"),
        (figure("8%", upper=Decimal(10)), figure("7%"), False, "-1"),
        (figure("4%", upper=Decimal(5), **JOBLESS), figure("5%", **JOBLESS), True, "0"),
        (figure("-3%", upper=Decimal(-2), **ENERGY), figure("-1.5%", **ENERGY), False, "0.5"),
        (figure("8%"), figure("7%", upper=Decimal(9)), None, "0"),
        (figure("8%"), figure("8.5%", upper=Decimal(9)), True, "0.5"),
        # results that are bounds tell as much as they do
        (figure("500亿元", **RETAIL), figure("600亿元", bound=">=", **RETAIL), True, "100"),
        (figure("700亿元", **RETAIL), figure("600亿元", bound=">=", **RETAIL), None, "-100"),
        (figure("700亿元", **RETAIL), figure("600亿元", bound="<=", **RETAIL), False, "-100"),
        # what is told roughly is not judged, nor what has no better direction
        (figure("7%", bound="~"), figure("9%"), None, "2"),
        (figure("7%"), figure("9%", bound="~"), None, "2"),
        (figure("52万人", **PEOPLE), figure("53万人", **PEOPLE), None, "1"),
        (figure("52万人", bound="<=", **PEOPLE), figure("53万人", **PEOPLE), None, "1"),
        (figure("7%", canonical="无此指标"), figure("9%", canonical="无此指标"), None, "2"),
        # units: the difference is in the goal's
        (figure("1.2万亿元", **RETAIL), figure("8000亿元", **RETAIL), False, "-0.4"),
        (figure("8000亿元", **RETAIL), figure("1.2万亿元", **RETAIL), True, "4000"),
        (figure("1倍"), figure("120%"), True, "0.2"),
        # the order of ranks, the share of a target and places moved have directions of their own
        (figure("3", **RANK, bound="<="), figure("2", **RANK), True, "-1"),
        (figure("3", **RANK), figure("4", **RANK), False, "1"),
        (figure("90%", **SHARE), figure("95%", **SHARE), True, "5"),
        (figure("3位", canonical="城镇登记失业率"), figure("4位", canonical="城镇登记失业率"), True, "1"),
    ],
)
def test_a_result_is_held_against_a_goal(goal, result, met, away):
    assert is_met(goal, result) is met
    assert difference(goal, result) == Decimal(away)


def test_a_difference_without_an_end_is_rounded():
    goal, result = (figure(quote, canonical="建成区面积", measure="level") for quote in ("1公顷", "20亩"))
    assert difference(goal, result) == Decimal("0.3333")


VALUES = st.decimals(min_value=-1000, max_value=1000, places=2)
BOUNDS = st.sampled_from(["=", ">=", "<="])


@given(VALUES, VALUES, BOUNDS, BOUNDS)
def test_met_is_met_by_every_value_that_the_result_can_be(aim, value, bound, told):
    goal, result = figure("1%", value=aim, bound=bound), figure("1%", value=value, bound=told)
    ends = {end for end in span_of(result) if end.is_finite()}
    met = [is_met(goal, figure("1%", value=end)) for end in ends]
    if is_met(goal, result) is not None:
        assert set(met) == {is_met(goal, result)}


@given(VALUES, VALUES, BOUNDS, BOUNDS)
def test_the_scale_of_a_unit_changes_nothing(aim, value, bound, told):
    goal = figure("1亿元", value=aim, bound=bound, **RETAIL)
    result = figure("1亿元", value=value, bound=told, **RETAIL)
    same = figure("1万元", value=value * 10_000, bound=told, **RETAIL)
    assert is_met(goal, result) is is_met(goal, same)
    assert difference(goal, result) == difference(goal, same) == value - aim
