"""Names of what is measured: cut out of a clause, completed from another name, shared out over a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.extraction import compounds, indicators
from reportcli.extraction.cues import cues

CUES = cues()
PLACES = ("云溪县", "云溪")

CLEAN = {
    "（2）固定资产投资": "固定资产投资",
    "县域经济总量": "县域经济总量",
    "地区生产总值": "地区生产总值",
    "全县地区生产总值": "地区生产总值",
    "我省农民人均纯收入": "农民人均纯收入",
    "云溪县财政收入": "财政收入",
    "云溪河水质": "云溪河水质",  # another name that begins like the place
    "其中，全市工业增加值": "工业增加值",
    "一是完成工业投资": "工业投资",
    "力争实现社会消费品零售总额": "社会消费品零售总额",
    "预计全年完成财政收入": "财政收入",
    "累计完成工业投资": "工业投资",
    "全力推进重点项目": "重点项目",
    "的财政收入": "财政收入",
    "3.新增就业": "新增就业",
    "⑧到位资金": "到位资金",
    "总体目标是：GDP": "GDP",
    "企业净增": "净增企业",
    "“四上”企业净增": "净增“四上”企业",
    "到位资金": "到位资金",  # not 到|位资金
    "实际利用外资": "实际利用外资",
    "全社会固定资产投资": "全社会固定资产投资",
    "会展业收入": "会展业收入",
    "目标值": "目标值",
    "社会融资规模": "社会融资规模",
    "海工产业实现产值": "海工产业产值",
    "“票根经济”带动旅游收入": "旅游收入",
    "规上工业增加值”": "规上工业增加值",
    "“双招双引”项目": "“双招双引”项目",
    "工业完成投资": "工业投资",
    "健康、养老等服务业收入": "服务业收入",
    "交出的答案": "",
    "同比": "",
    "全区": "",
    "，": "",
    "": "",
}

ATTACHED = [
    ("脐橙种植面积", "产量", "脐橙产量"),
    ("茶叶种植面积", "产值", "茶叶产值"),
    ("农村公路里程", "密度", "农村公路密度"),
    ("签约项目", "总投资", "签约项目总投资"),
    ("新签约项目", "开工率", "项目开工率"),
    ("新增上市企业", "总数", "上市企业"),
    ("技改投资", "占比", "技改投资占比"),
    ("规上工业企业", "新增", "新增规上工业企业"),
    ("实际利用外资", "占全市比重", "实际利用外资占全市比重"),
    ("改造老旧小区", "惠及群众", "改造老旧小区惠及群众"),
    ("", "产量", "产量"),
]

PARTS = [
    ("博士", "引进高层次人才", True, "引进博士"),
    ("夏粮", "粮食总产量", False, "夏粮产量"),
    ("技改投资", "工业投资", False, "技改投资"),
    ("出口", "进出口总额", False, "出口"),
    ("肉牛", "牲畜存栏", True, "肉牛存栏"),
    ("国家级", "新增专精特新企业", True, "新增国家级专精特新企业"),
    ("10亿元以上项目", "签约亿元以上项目", True, "签约10亿元以上项目"),
    ("外资项目", "新引进项目", True, "新引进外资项目"),
    ("高技术制造业", "规上工业增加值", False, "高技术制造业增加值"),
    ("采矿业", "规上工业总产值", False, "采矿业总产值"),
]

LISTS = {
    "PM2.5、PM10平均浓度": ["PM2.5平均浓度", "PM10平均浓度"],
    "国家级、省级示范园区": ["国家级示范园区", "省级示范园区"],
    "三次产业增加值": ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
    "城乡居民人均可支配收入": ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    "城镇、农村居民人均可支配收入": ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    "城镇居民和农村居民人均可支配收入": ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    "工业增加值、固定资产投资、社会消费品零售总额": ["工业增加值", "固定资产投资", "社会消费品零售总额"],
    "一、二、三产业增加值": ["一产业增加值", "二产业增加值", "三产业增加值"],
    "万元GDP能耗、水耗": ["万元GDP能耗", "万元GDP水耗"],
    "装备制造、食品加工、现代纺织三大产业产值": ["装备制造产业产值", "食品加工产业产值", "现代纺织产业产值"],
    "进口、出口": ["进口", "出口"],
    "供水普及率及污水处理率": ["供水普及率", "污水处理率"],
    "游客人次和旅游收入": ["游客人次", "旅游收入"],
    "存、贷款余额": ["存款余额", "贷款余额"],
    "财政收支": ["财政收入", "财政支出"],
    "规上工业营业收入、利税": ["规上工业营业收入", "规上工业利税"],
    # A name that is complete keeps to itself, unless it is what an industry pays.
    "工业增加值、税收": ["工业增加值", "工业税收"],
    "工业增加值和税收": ["工业增加值", "工业税收"],
    "规上工业增加值、进出口": ["规上工业增加值", "进出口"],
    "固定资产投资、消费": ["固定资产投资", "消费"],
    "社会消费品零售总额、出口": ["社会消费品零售总额", "出口"],
}

# What ends alike is not cut in the middle of a word.


@pytest.mark.parametrize(("text", "expected"), CLEAN.items())
def test_a_name_without_what_opens_its_clause(text: str, expected: str) -> None:
    assert indicators.clean_name(text, CUES, PLACES) == expected


@pytest.mark.parametrize(("subject", "name", "expected"), ATTACHED)
def test_a_name_that_depends_on_the_clause_before(subject: str, name: str, expected: str) -> None:
    assert compounds.attach(subject, name, CUES) == expected


@pytest.mark.parametrize(("child", "parent", "counted", "expected"), PARTS)
def test_a_part_is_completed_from_its_whole(child: str, parent: str, counted: bool, expected: str) -> None:
    assert compounds.complete_child(child, parent, CUES, counted=counted) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def test_a_list_gives_each_number_its_name(text: str, expected: list[str]) -> None:
    assert compounds.split_names(text, len(expected), CUES) == expected


@pytest.mark.parametrize(("text", "count"), [("收入", 2), ("甲产业、乙产业", 3), ("", 2)])
def test_a_list_of_too_few_names_gives_none(text: str, count: int) -> None:
    assert compounds.split_names(text, count, CUES) == []


def test_of_a_list_of_too_many_names_the_last_are_taken() -> None:
    assert compounds.split_names("主要指标、税收收入、利润总额", 2, CUES) == ["税收收入", "利润总额"]


VERBS = {
    "新增企业": "新增",
    "新建改扩建学校": "新建改扩建",
    "改造提升小区": "改造提升",
    "新建、改建公路": "新建、改建",
    "建成率": "",
    "完成": "",
    "开发区": "",
    "企业": "",
}


@pytest.mark.parametrize(("name", "verb"), VERBS.items())
def test_the_verb_that_a_name_begins_with(name: str, verb: str) -> None:
    assert indicators.leading_verb(name, CUES) == verb
    assert indicators.without_verb(name, CUES) == name.removeprefix(verb)


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("产量", False),
        ("占全市比重", False),
        ("惠及群众", False),
        ("开工率", False),
        ("税收", True),
        ("茶叶产量", True),
    ],
)
def test_whether_a_name_says_something_alone(name: str, alone: bool) -> None:
    assert indicators.depends(name, CUES) is not alone


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("市级重点项目", "区级重点项目", "重点项目"), ("工业投资", "技改投资", ""), ("", "重点项目", "")],
)
def test_what_two_names_count_kinds_of(first: str, second: str, expected: str) -> None:
    assert compounds.common_thing(first, second) == expected


NAMES = st.text("全县其中一是完成工业增加值和、，及税收占比率新增“”（）2.等项目城乡分别人均", max_size=20)


@given(NAMES)
def test_a_clean_name_has_no_marks_at_its_ends(text: str) -> None:
    name = indicators.clean_name(text, CUES, PLACES)
    assert name == name.strip(" 　，、的：；（")


@given(NAMES, st.integers(2, 5))
def test_a_list_gives_as_many_names_as_numbers_or_none(text: str, count: int) -> None:
    assert len(compounds.split_names(text, count, CUES)) in {0, count}
