from decimal import Decimal

import pytest
from built_records import figure, record

from reportcli.comparison.series import each_goal, each_result, reckoning_of


def quotes(records) -> list[str]:
    return [each.observation.quote for each in records]


def test_goals_that_differ_in_value_are_two_and_a_quoted_one_is_the_same():
    first = record("6%", kind="goal", commitment="确保", start=1)
    second = record("7%", kind="goal", commitment="力争", start=2)
    quoted = record("7.0%", kind="goal", year=2026, source="later.txt", start=3)
    assert each_goal([quoted, second, first]) == [first, second]


def test_ranges_are_the_same_goal_only_with_both_ends():
    one, other = record("6%", kind="goal", upper=Decimal(7)), record("6%", kind="goal", upper=Decimal(8), start=1)
    assert each_goal([one, other, one]) == [one, other]


def test_a_revised_result_stands_after_the_first():
    first, revised = record("920.59亿元", measure="level"), record("917亿元", measure="level", year=2027, source="b")
    assert each_result([revised, first]) == [first, revised]


@pytest.mark.parametrize(
    ("quote", "bound"),
    [("1020.9亿元", "="), ("1021亿元", "="), ("0.10209万亿元", "="), ("1000亿元", ">="), ("1000亿元", "~")],
)
def test_the_same_result_in_other_words_is_not_told_again(quote, bound):
    first = record("1020.9亿元", measure="level")
    assert each_result([first, record(quote, bound=bound, measure="level", year=2027, source="b")]) == [first]


@pytest.mark.parametrize(
    ("quote", "bound"), [("1022亿元", "="), ("1100亿元", ">="), ("1200亿元", "~"), ("1020.8亿元", "=")]
)
def test_what_cannot_be_the_same_is_another_result(quote, bound):
    first = record("1020.9亿元", measure="level")
    later = record(quote, bound=bound, measure="level", year=2027, source="b")
    assert each_result([first, later]) == [first, later]


def test_of_the_same_result_the_exact_and_final_one_stands():
    estimated = record("7%", estimated=True)
    final = record("7.0%", year=2026, source="b")
    vague = record("5%", bound=">=", start=1)
    assert each_result([estimated, final]) == [final]
    assert each_result([vague, estimated]) == [estimated]


def test_a_report_has_one_result_that_of_its_overview():
    other, overview = record("49亿元", start=1), record("380亿元", start=9, headline=True)
    assert quotes(each_result([other, overview])) == ["380亿元"]
    # a value that a change starts from says what was, but not before what is told as a result
    base = record("370亿元", scope="base", headline=True)
    assert quotes(each_result([base, other])) == ["49亿元"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("7%"), figure("7%", basis="按可比价格计算")),
        (figure("7%", basis="可比"), figure("7%", basis="不变价")),
        (figure("7%"), figure("7%", rate="yoy")),
        (figure("7亿元", measure="level"), figure("7000万元", measure="level")),
        (
            figure("7%", canonical="一般公共预算收入", basis="可比"),
            figure("7%", canonical="一般公共预算收入", basis="同口径"),
        ),
        (figure("70家", canonical="规上企业", measure="level"), figure("70户", canonical="规上企业", measure="level")),
    ],
)
def test_what_is_reckoned_alike(one, other):
    assert reckoning_of(one) == reckoning_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("7%", canonical="一般公共预算收入"), figure("7%", canonical="一般公共预算收入", basis="同口径")),
        (figure("7%", canonical="居民人均可支配收入"), figure("7%", canonical="居民人均可支配收入", basis="实际")),
        (figure("7%", basis="剔除减税因素"), figure("7%", basis="剔除基金因素")),
        (figure("7%"), figure("7%", rate="average")),
        (figure("7%"), figure("7个百分点")),
        (figure("7亿元", measure="level"), figure("7亿美元", measure="level")),
        (figure("3", measure="rank", among="全省"), figure("3", measure="rank", among="全国")),
    ],
)
def test_what_is_reckoned_otherwise_does_not_compare(one, other):
    assert reckoning_of(one) != reckoning_of(other)


def test_numbers_of_any_length_are_taken():
    long = "1" * 60
    assert len(each_result([record(f"{long}.5亿元"), record(f"{long}7亿元", year=2027, source="b")])) == 2
