import logging
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.layout import find_paragraphs
from reportcli.model import Document
from reportcli.segmentation import outline
from reportcli.text.sentences import find_sentences

# Pieces that the rules look for, so that a short text meets many of them.
WORDS = """
    一、 （一） 1. 一是 第一部分 问： 答（ ）： ● 【 】 泾县 蚌山区 高新区 各街道 全市 新乡市 县委书记
    王一丁 ： 。 ； ， “ ”
    本报讯 记者 2023年 2024年 今年 去年 工作回顾 工作安排 政府工作报告 统计公报 名词解释 各位代表： 增长8% 二〇〇五年
    月 日 族自治县 12 😀
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\u3000", "\n", "\r\n", "\r", "\u2028", "\x00"])
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


def read(text, source=None):
    return outline(Document(text, source=source), find_paragraphs(text))


@given(TEXTS)
def test_sections_partition_any_text(text):
    sections = read(text).sections
    assert sections[0].start == 0
    assert sections[-1].end == len(text)
    assert all(before.end == after.start for before, after in pairwise(sections))
    assert all(section.start < section.end for section in sections[1:])


@given(TEXTS)
def test_sections_begin_where_sentences_begin(text):
    paragraphs = find_paragraphs(text)
    starts = {sentence.start for paragraph in paragraphs for sentence in find_sentences(paragraph)}
    assert {section.start for section in outline(Document(text), paragraphs).sections[1:]} <= starts


@given(TEXTS)
def test_levels_and_titles_go_together(text):
    sections = read(text).sections
    assert all((section.level == 0) is (section.title is None) for section in sections)
    assert all(section.level in (1, 2) for section in sections[1:])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_counted_at_every_kind_of_line_end(end):
    text = end.join(["政府工作报告", "", "一、2023年工作回顾", "增长6%。", "二、2024年工作安排", "增长5%。"])
    assert [section.line for section in read(text).sections] == [1, 3, 5]


def test_an_empty_text_is_one_section():
    found = read("")
    assert [(section.start, section.end, section.line) for section in found.sections] == [(0, 0, 1)]
    assert (found.doc_type, found.title, found.place, found.year) == ("other", None, None, None)


def test_a_title_that_says_another_year_is_told(caplog):
    text = "平川县2021年政府工作报告\n各位代表：\n一、2021年工作回顾\n增长6%。\n二、2022年工作安排\n增长5%。\n"
    with caplog.at_level(logging.WARNING, "reportcli"):
        assert read(text).year == 2022
    assert "the title says 2021, the text 2022" in caplog.text


def test_a_title_that_says_another_place_is_told(caplog):
    text = "南川区2008年政府工作报告\n各位代表：\n现在，我代表南川县人民政府报告工作。\n一、2007年工作回顾\n增长6%。\n"
    with caplog.at_level(logging.WARNING, "reportcli"):
        assert read(text).place == "南川县"
    assert "the title says 南川区, the text 南川县" in caplog.text


def test_a_title_that_agrees_is_not_told(caplog):
    text = "平川县2022年政府工作报告\n各位代表：\n现在，我代表平川县人民政府报告工作。\n一、2021年工作回顾\n增长6%。\n"
    with caplog.at_level(logging.WARNING, "reportcli"):
        assert (read(text).place, read(text).year) == ("平川县", 2022)
    assert caplog.text == ""


def test_characters_of_a_name_that_the_title_turned_round():
    body = "平川的变化令人鼓舞。" * 4
    text = f"川平县2022年政府工作报告\n各位代表：\n我代表县人民政府报告工作。\n一、2021年工作回顾\n{body}\n"
    assert read(text).place == "平川县"


def test_a_file_name_tells_what_the_text_does_not():
    body = "柳湾发展很快。柳湾更美了。柳湾更富了。柳湾更强了。"
    text = f"各位代表：\n现在，我代表区人民政府作报告。\n一、过去五年工作回顾\n{body}\n"
    assert read(text, "reports/2021_柳湾.txt").place == "柳湾区"
    assert read(text, "reports/2021_柳湾.txt").year == 2021
    assert read(text).place is None


def test_the_year_of_a_meeting_at_the_end_of_the_year_is_the_next_where_that_is_planned_for():
    text = "黄泥镇人民代表大会\n2023年12月20日，镇人民代表大会召开。\n2024年将新建学校2所。\n"
    assert read(text).year == 2024
    assert read(text.replace("2024年", "明年")).year == 2023


def test_a_new_term_begins_after_the_last_year_of_the_one_before():
    text = "一、过去五年工作回顾\n2016年产值60亿元，2020年达到90亿元。\n二、今后五年奋斗目标\n力争达到120亿元。"
    assert read(text).year == 2021


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本网讯 今天，云岭省第十三届人民代表大会第二次会议开幕。生产总值增长6%。", "云岭省"),
        ("跨越发展气象新\n——云岭乡经济社会发展纪实\n全乡产值达到6000万元。", "云岭乡"),
        ("金山新闻网讯 近日，经济运行会议举行。今年，我市生产总值增长14%。", "金山市"),
        ("金山新闻网讯 近日，经济运行会议举行。生产总值增长14%。", None),
        ("本网讯 2月16日上午，金山市三级干部会议在市会议中心召开。\n去年生产总值完成46亿元。", "金山市"),
        ("区县长访谈\n市两会期间，记者专访了市人大代表、云岭区区长。\n去年生产总值达到40亿元。", "云岭区"),
        ("2014年前三季度云岭县经济运行情况分析\n生产总值53亿元，增长6%。", "云岭县"),
        ("按照市委要求，现将履职情况报告如下。\n生产总值53亿元。", None),
    ],
)
def test_a_place_that_is_told_in_passing(text, place):
    assert read(text).place == place


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # named only in the day of the meeting: the text is of that year
        ("2015年4月27日的报告作了部署。今年，云岭县生产总值增长11%，投资增长12%。", 2015),
        ("2022年，云岭街道确定的主要发展目标为：完成税收2亿元。今年将建成学校2所。", 2022),
        ("政府工作报告\n2016年2月26日\n一、工作回顾\n产值由2010年的7亿元跃升到2015年的16亿元。", 2016),
        # both years stand in the line over the places
        (
            "蛇年开新局\n——我市两区2012年“家底”与2013年打算\n云岭区：唱主角\n云岭区税收2亿元。\n金山区：再加码\n金山区税收3亿元。",
            2013,
        ),
        # 去年 is the year of the results, which the heading names
        ("云岭街道\n一、2012年工作回顾\n去年，完成投资8亿元，增长9%，实现税收2亿元，新增企业6家，建成学校2所。", 2013),
    ],
)
def test_the_year_of_a_text_that_names_one_year(text, year):
    assert read(text).year == year


def roles(text):
    return [section.role for section in read(text).sections]


def test_a_part_without_text_of_its_own_does_what_its_parts_do():
    text = "云岭镇2008年工作总结\n一、主要工作\n1、工业\n税收增长8%。\n2、农业\n产量提高5%。\n二、问题\n路少。"
    assert roles(text) == ["other", "review", "review", "review", "review"]


def test_points_that_a_plan_announces_are_planned():
    text = (
        "云岭县政府工作报告\n2021年，税收增长8%。围绕上述目标，抓好以下几件事：\n"
        "一是让旅游提速。接待游客60万人次。\n二是让特色提档。茶园稳定在8万亩。"
    )
    assert roles(text)[1:] == ["plan", "plan"]


def test_a_heading_that_tells_of_this_year_so_far_looks_back():
    text = "云岭县政府工作报告\n一、“十一五”时期工作及今年一季度情况\n税收3亿元。\n二、今年的主要任务\n税收4亿元。"
    assert roles(text) == ["other", "review", "plan"]


def test_the_fourth_quarter_can_be_a_heading():
    text = "一、主要特点\n税收3亿元。\n二、居民收入\n收入2万元。\n三、四季度工作打算\n税收4亿元。"
    assert [section.title for section in read(text).sections][-1] == "三、四季度工作打算"


@pytest.mark.parametrize(
    "opening",
    [
        "云岭镇去年税收3亿元。",
        "在云岭镇，粮食是头等大事。",
        "人口不到两万的云岭镇，税收3亿元。",
        "“不容易。”云岭镇书记说。",
    ],
)
def test_a_paragraph_opens_with_a_place_in_many_ways(opening):
    text = f"奋战下半年\n金山镇去年税收2亿元，增长8%。\n{opening}今年增长9%。\n"
    assert [section.region for section in read(text).sections][-2:] == ["金山镇", "云岭镇"]


def test_a_text_of_one_year_that_speaks_of_its_parts_is_no_retrospect():
    text = "云岭县经济运行情况\n2024年上半年，产值增长8%，投资增长9%，完成税收2亿元，新增企业6家，实现销售3亿元。"
    assert read(text).elapsed == 6


def test_this_year_is_the_one_after_that_of_the_results():
    text = "本报讯 2023年，茶园镇完成税收3亿元。2023年，新建茶园3座。今年，将再建茶园2座。\n"
    assert read(text).year == 2024


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("桐山县召开2024年高质量发展大会", 2024),
        ("桐山县召开2024年工作会议 总结成绩 部署任务", 2024),
        ("桐山县晒出2023年成绩单", 2024),
        ("桐山县召开2023年度总结表彰大会", 2024),
        ("桐山县谈2023年成效与2024年打算", 2024),
        ("桐山县亮2023年成绩单 签2024年军令状", 2024),
        ("桐山县2024年上半年经济运行情况", 2024),
        ("桐山县展望2035年远景目标", None),
    ],
)
def test_the_year_that_a_title_tells(title, year, caplog):
    text = f"{title}\n去年，全县完成投资30亿元，增长8%。今年以来，引进企业12家，投资要保持增长。\n"
    with caplog.at_level(logging.WARNING, "reportcli"):
        assert read(text).year == year
    assert caplog.text == ""


def test_the_year_of_a_meeting_in_the_introduction():
    text = "开年第一会\n2月1日，中共桐山县委召开2024年经济工作会议。去年投资30亿元。今年将投资35亿元。\n"
    assert (read(text).place, read(text).year) == ("桐山县", 2024)


def test_a_meeting_at_the_end_of_the_year_before():
    text = "桐山县召开2024年经济工作会议\n2023-12-29 来源：桐山县融媒体中心\n会议强调，要稳中求进。\n"
    assert read(text).year == 2024


def test_a_part_of_a_year_in_a_heading_is_of_the_year_that_is_planned_for():
    text = "桐山县工作总结\n一、2024年上半年工作回顾\n投资30亿元。\n二、下半年工作打算\n投资40亿元。\n"
    assert read(text).year == 2024


@pytest.mark.parametrize(
    ("title", "day"), [("云川县统计公报", ""), ("云川县2022年统计公报", ""), ("云川县统计公报", "2023年4月2日\n")]
)
def test_a_communique_appears_in_the_year_after_its_results(title, day):
    found = read(f"{title}\n{day}2022年，全县实现地区生产总值212.6亿元，2021年为203亿元。要确保数据准确。\n")
    assert (found.doc_type, found.year) == ("communique", 2023)
    assert [section.role for section in found.sections] == ["review"]


def test_a_zone_does_not_make_a_city_of_its_name():
    text = "项目快报\n\n江津区：去年完成投资10亿元。今年完成12亿元。\n万盛经开区：去年完成投资8亿元。今年完成9亿元。\n"
    assert read(text).place is None
    assert read(text + "潞安经开区：潞安去年进出口增长。\n").place == "潞安市"


def test_a_document_with_nothing_but_text_is_one_section_with_its_role():
    (section,) = read("去年完成投资10亿元，今年将完成12亿元。").sections
    assert (section.level, section.title, section.role) == (0, None, "mixed")
