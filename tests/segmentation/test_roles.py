import pytest

from reportcli.model import Paragraph
from reportcli.segmentation.headings import Heading
from reportcli.segmentation.roles import announces_aims, only_looks_back, role_of_text, role_of_title, roles_of_parts


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("一、2023年工作回顾", "review"),
        ("2021年完成情况", "review"),
        ("一、2020年计划执行情况", "review"),
        ("年度目标任务完成情况", "review"),
        ("全区圆满完成2023年目标任务", "review"),
        ("确保圆满完成2023年目标任务", "plan"),
        ("二、存在的问题", "review"),
        ("二、2024年工作安排", "plan"),
        ("今后五年的指导思想和奋斗目标", "plan"),
        ("对今后五年和2003年政府工作的建议", "plan"),
        ("二、“十四五”时期发展成就和“十五五”时期主要目标任务", "mixed"),
        ("附件：名词解释", "other"),
        ("一、工业", None),
    ],
)
def test_the_words_of_a_heading(title, role):
    assert role_of_title(title) == role


def test_a_year_tells_what_the_words_do_not():
    assert role_of_title("一、关于2012年政府工作", 2013) == "review"
    assert role_of_title("二、关于2013年的政府工作", 2013) == "plan"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("去年完成投资8亿元。今年力争完成10亿元。", "mixed"),
        ("2023年，完成投资8亿元。2024年，投资增长9%。", "mixed"),
        ("过去一年，完成投资8亿元。", "review"),
        ("完成投资8亿元，增长9%。", "review"),
        ("今年将完成投资10亿元。", "plan"),
        ("会议强调，要抓住机遇。", "plan"),
        ("老人们学书法、打太极。", "other"),
        # several results before the first word of what is to come
        ("产值增长8%，税收增长6%，建成学校3所，新增学位4000个，实现就业2万人。力争产值增长9%。", "mixed"),
        ("稳预期见到成效，产值增长8%。", "review"),
    ],
)
def test_the_times_of_a_text(text, role):
    assert role_of_text(text, 2024) == role


@pytest.mark.parametrize(
    ("title", "aims"),
    [
        ("各镇街2024年目标公布", True),
        ("六街道晒出今年“作战图”", True),
        ("奋力实现2024年目标", True),
        ("2023年目标任务完成情况", False),
        ("去年干了啥，今年怎么干", False),
        ("时间过半，任务过半", False),
        ("云溪县政府工作报告", False),
    ],
)
def test_a_page_that_announces_aims_tells_those(title, aims):
    assert announces_aims(title) == aims
    assert role_of_text("新建公园6个。", 2024, aims=announces_aims(title)) == ("plan" if aims else "review")
    assert role_of_text("去年新建公园6个。", 2024, aims=announces_aims(title)) == "review"


def test_children_follow_their_part_and_parts_the_one_before():
    headings = [
        Heading(0, 0, "一、2023年工作回顾", 1),
        Heading(1, 0, "（一）明确目标，狠抓落实", 2),
        Heading(2, 0, "二、2024年工作安排", 1),
        Heading(3, 0, "（一）总结经验", 2),
        Heading(4, 0, "三、加强自身建设", 1),
        Heading(5, 0, "附件：名词解释", 1),
    ]
    assert roles_of_parts(headings, [""] * 6, 2024) == ["review", "review", "plan", "plan", "plan", "other"]


def test_a_part_that_looks_both_ways_leaves_its_children_to_themselves():
    headings = [
        Heading(0, 0, "一、2023年总结和2024年打算", 1),
        Heading(1, 0, "（一）2023年工作回顾", 2),
        Heading(2, 0, "（二）民生", 2),
    ]
    assert roles_of_parts(headings, ["", "", "今年将新建学校。"], 2024) == ["mixed", "review", "plan"]


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("2012年，产值增长8%，税收增长6%，建成学校3所，完成科技计划12项，新增学位4000个，实现就业2万人。", True),
        ("2012年，产值增长8%，建成学校3所。", False),  # too little to tell
        ("2012年，产值增长8%，税收增长6%，建成学校3所，新增学位4000个，实现就业2万人，今年力争更快。", False),
        ("2012年，产值增长8%，税收增长6%，建成学校3所，新增学位4000个，实现就业2万人。2013年，增长9%。", False),
    ],
)
def test_a_text_that_only_looks_back(text, back):
    assert only_looks_back([Paragraph(text, range(len(text)))]) is back
