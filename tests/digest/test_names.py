import pytest

from reportcli.digest.names import LONGEST, name_term, shortener
from reportcli.model import Sentence


def term_of(name, text):
    sentence = Sentence(text, range(1000, 1000 + len(text)))
    return name_term(shortener()(name), sentence, sentence.end - 1, "rjieba")


@pytest.mark.parametrize(
    ("indicator", "term"),
    [
        ("一般公共预算收入", "一般公共预算收入"),
        ("新增“四上”企业", "“四上”企业"),
        ("研发投入占地区生产总值比重", "研发投入"),
        ("民生支出占比", "民生支出占比"),
        ("市场占有率", "市场占有率"),
        ("规上工业总产值增速", "规上工业总产值"),
        ("全市新认定高新技术企业数量", "高新技术企业"),
        ("市、区级重点产业项目", "重点产业项目"),
        ("县级市综合排名", "县级市综合排名"),
        ("总投资10亿元以上项目", "亿元以上项目"),
        ("“口袋公园”", "口袋公园"),
        ("净增规模以上企业(单位)", "规模以上企业"),
        ("新增就业", "新增就业"),
        ("总产值", "总产值"),
    ],
)
def test_a_term_is_what_is_measured(indicator, term):
    assert term_of(indicator, f"去年{indicator}完成8") == term


def test_of_a_joined_name_the_end_that_stands_in_the_sentence_is_the_term():
    near = "城乡居民人均可支配收入分别增长5%和7%"
    assert term_of("农村居民人均可支配收入", near) == "居民人均可支配收入"


def test_a_name_that_hardly_stands_in_the_sentence_is_no_term():
    assert term_of("规上工业企业营业收入", "全年营业收入达到8亿元") is None


def test_a_long_name_loses_its_first_words():
    name = "核算行业规模以上其他营利性服务业营业收入"
    term = term_of(name, name)
    assert term is not None
    assert len(term) <= LONGEST
    assert name.endswith(term)


def test_half_a_sentence_is_no_name():
    name = "在全县上下的共同努力下经过一年来的艰苦奋战最终如期建成并顺利投入使用的各类公共服务设施"
    assert term_of(name, name) is None


def test_in_a_long_sentence_a_name_is_looked_for_around_its_number():
    assert term_of("营业收入", "甲" * 400 + "营业收入12亿元") == "营业收入"
    assert term_of("营业收入", "营业收入" + "甲" * 400 + "12亿元") is None
