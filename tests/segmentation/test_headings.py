import pytest

from reportcli.model import Paragraph
from reportcli.segmentation.headings import find_numbered, is_part


def read(text):
    paragraphs = []
    begin = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Paragraph(line, range(begin, begin + len(line))))
        begin += len(line) + 1
    return [(heading.level, heading.title) for heading in find_numbered(paragraphs)]


def test_the_top_two_of_three_levels():
    text = "一、工业\n（一）汽车。产量增长。\n1.整车。\n2.零件。\n（二）化工。产值增长。\n二、农业\n"
    assert read(text) == [(1, "一、工业"), (2, "（一）汽车"), (2, "（二）化工"), (1, "二、农业")]


def test_parts_without_number_stand_over_numbered_ones():
    text = "2004年工作回顾\n一、工业\n（一）汽车\n2005年主要任务\n一、工业\n"
    assert read(text) == [(1, "2004年工作回顾"), (2, "一、工业"), (1, "2005年主要任务"), (2, "一、工业")]


def test_a_title_ends_with_its_sentence():
    assert read("一、主要目标：生产总值增长6%。\n二、保障措施\n") == [(1, "一、主要目标"), (1, "二、保障措施")]
    assert read("第一部分：回顾\n第二部分：展望\n") == [(1, "第一部分：回顾"), (1, "第二部分：展望")]
    long = "坚持把发展经济的着力点放在实体经济上，" * 5
    assert len(read(f"一、{long}\n二、略\n")[0][1]) <= 60


def test_ordinals_are_headings_only_side_by_side():
    beside = "一、回顾\n一是工业增长。完成投资。\n二是农业丰收。粮食增产。\n"
    assert read(beside) == [(1, "一、回顾"), (2, "一是工业增长"), (2, "二是农业丰收")]
    inside = "一、回顾\n一是工业增长。二是农业丰收。\n各位代表，感谢大家。\n"
    assert read(inside) == [(1, "一、回顾")]


def test_ordinals_over_numbered_headings_are_no_sections():
    text = "一、安排\n一是坚持创新。\n二是坚持协调。\n（一）抓项目\n（二）抓民生\n"
    assert read(text) == [(1, "一、安排"), (2, "（一）抓项目"), (2, "（二）抓民生")]


@pytest.mark.parametrize(
    "text", ["一、二、三产业增加值分别增长2%、3%、4%。\n", "1.5万人参加活动。\n", "2024.03.05\n", "第一产业增长。\n"]
)
def test_numbers_that_count_nothing(text):
    assert read(text) == []


def test_a_table_of_contents_doubles_nothing():
    text = "一、2023年回顾\n二、2024年安排 …… 8\n各位代表：\n一、2023年回顾\n增长6%。\n二、2024年安排\n增长5%。\n"
    assert read(text) == [(1, "一、2023年回顾"), (1, "二、2024年安排")]


def test_headings_said_twice_with_text_under_them_stay():
    text = "一、东区\n（一）回顾\n增长6%。\n二、西区\n（一）回顾\n增长5%。\n"
    assert read(text) == [(1, "一、东区"), (2, "（一）回顾"), (1, "二、西区"), (2, "（一）回顾")]


def test_an_appendix_has_no_parts():
    assert read("一、安排\n附件：名词解释\n1.专精特新：指……\n2.瞪羚：指……\n") == [
        (1, "一、安排"),
        (1, "附件：名词解释"),
    ]


def test_a_sentence_over_a_list_is_its_heading_but_not_its_introduction():
    heading = "2015年回顾\n五年来，我们产业优先，实力增强。\n1.总量。跃升。\n2.结构。优化。\n"
    assert read(heading) == [(1, "2015年回顾"), (2, "五年来，我们产业优先，实力增强")]
    introduction = "2015年回顾\n主要做了以下工作。\n1.总量。跃升。\n2.结构。优化。\n"
    assert read(introduction) == [(1, "2015年回顾"), (2, "1.总量"), (2, "2.结构")]


def test_a_title_for_two_years_is_no_part():
    text = "2021年工作总结和2022年工作计划\n一、2021年工作\n二、2022年工作计划\n"
    assert read(text) == [(1, "一、2021年工作"), (1, "二、2022年工作计划")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2004年工作回顾", True),
        ("过去五年工作回顾", True),
        ("“十三五”规划的主要思路及2016年工作计划", True),
        ("今后五年的奋斗目标", True),
        ("二〇〇五年工作任务", True),
        ("全面加强政府自身建设", True),
        ("※名词解释※", True),
        ("工作是幸福的", False),
        ("今年的目标怎么定？", False),
        ("2024年，全市工作的总体要求是：", False),
        ("2024年政府工作报告", False),
        ("泾县2023年工作回顾", False),
        ("——部分县区谈2022年成效与2023年打算", False),
        ("经济发展", False),
    ],
)
def test_parts(line, expected):
    assert is_part(line) is expected


def test_a_numbered_sentence_of_figures_is_no_heading():
    text = "2009年工作回顾\n1、工业实现销售11亿元，增长47%；利税2亿元。\n2、财政收入3亿元，增长8%；支出5亿元。\n"
    assert read(text) == [(1, "2009年工作回顾")]
