"""Figures of places inside the reporting one."""

import pytest

from reportcli import analyze

HEAD = "襄阳市2022年工作总结\n\n一、2022年工作回顾\n\n"


def regions(text, head=HEAD):
    """Each figure's indicator, value, place and code, in order."""
    report = analyze(f"{head}{text}\n")
    return [(o.indicator, str(o.value), o.region, o.region_code) for s in report.sections for o in s.observations]


def test_a_clause_that_begins_with_a_place_inside_is_of_that_place():
    assert regions("全市外贸出口86亿元，其中谷城县外贸出口9.6亿元，占全市11.2%；枣阳市外贸出口增长12%。") == [
        ("外贸出口", "86", "襄阳市", "4206"),
        ("外贸出口", "9.6", "谷城县", "420625"),
        ("外贸出口占全市", "11.2", "谷城县", "420625"),
        ("外贸出口", "12", "枣阳市", "420683"),
    ]


def test_each_place_of_a_list_has_its_figure():
    assert regions("枣阳市、宜城市出口分别增长12%和8.5%。") == [
        ("出口", "12", "枣阳市", "420683"),
        ("出口", "8.5", "宜城市", "420684"),
    ]


def test_the_next_sentence_is_of_the_reporting_place_again():
    told = regions("樊城区社会消费品零售总额612亿元，增长4%。接待游客3100万人次。")
    assert [region for *_, region, _ in told] == ["樊城区", "樊城区", "襄阳市"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("樊城区新建农贸市场6个。", HEAD),  # the city builds there
        ("勉县茶叶产值1.6亿元。", HEAD),  # a county of another city
        ("樊城区茶叶产值1.6亿元。", "云溪县2022年工作总结\n\n一、2022年工作回顾\n\n"),  # no code is known
    ],
)
def test_other_figures_are_of_the_reporting_place(text, head):
    (told,) = regions(text, head)
    assert told[2] == head[:3]
