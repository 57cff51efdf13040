import pytest
from built_reports import LOTUS, NEWS, Part, Sentence, aimed, build, figure, reached

from reportcli.rendering.blocks import Heading, Labelled, Note, Quotes, Table, Terms
from reportcli.rendering.labels import EN, ZH
from reportcli.rendering.summary import SUMMARY_COLUMNS, summarize_sections, summary_rows


def of(report, kind, labels=ZH):
    return [block for block in summarize_sections(report, labels) if isinstance(block, kind)]


def test_the_table_of_a_section():
    (table,) = of(NEWS, Table)
    assert [column.heading for column in table.columns] == ["指标", "2023年实绩", "同比", "2024年目标", "较实绩*", "行"]
    assert table.rows == (
        ("一般公共预算收入", "2.4亿元", "+12%", "2.5亿元", "+4.2%", "3/7"),
        ("实际利用外资", "200万美元", "", "100万美元", "-50%", "3/7"),
        ("净增规模以上企业", "30家", "", "12家", "少18家", "4/7"),
        ("固定资产投资", "", "", "增长8%左右", "", "7"),
        ("市级项目", "9个", "", "", "", "4"),
        ("  其中:重大项目", "2个", "", "", "", "4"),
    )
    assert of(NEWS, Note) == [Note("* 由两数推算,非原文")]


def test_headings_tell_place_lines_and_counts():
    assert [(each.level, each.text, each.aside) for each in of(NEWS, Heading)] == [
        (0, "各街道谋划新一年", "浔安区;2024年;report.txt"),
        (1, "各街道", "第1行"),
        (1, "荷塘街道  筑新城 兴产业", "第2-8行;实绩6 目标4"),
        (1, "杏花村街道", "第9-10行"),
    ]


def test_a_place_that_the_heading_does_not_name_is_named_beside_it():
    report = build(Part("筑新城", (reached("收入2亿元", figure("2亿元", "收入")),), region="荷塘街道"))
    assert of(report, Heading)[1].aside == "荷塘街道;第1-2行;实绩1 目标0"


def test_statements_without_a_figure_in_the_table_are_told_by_their_kind():
    assert of(NEWS, Quotes) == [
        Quotes("实绩(无数字)", ((5, "主要指标稳居全区第一方阵。"),)),
        Quotes("目标(无数字)", ((6, "街道提出要以旧城更新为牵引。"),)),
        Quotes("问题", ((8, "城市更新资金缺口较大。"),)),
        Quotes("目标(无数字)", ((10, "要深化网格治理。"),)),
    ]


def test_a_statement_whose_figure_is_not_the_places_own_is_told():
    report = build(Part("一、总体", (reached("全国增长5%。", figure("5%", "经济", scope="context")),)))
    assert of(report, Quotes) == [Quotes("实绩(无数字)", ((2, "全国增长5%。"),))]
    assert of(report, Table) == []


def test_an_admitted_failure_is_told_with_its_figure():
    text = "固定资产投资下降3%,没有达到预期。"
    failed = Sentence(text, reached(text, figure("3%", "固定资产投资", measure="growth")).figures, ("problem",))
    assert of(build(Part("一、问题", (failed,))), Quotes) == [Quotes("问题", ((2, text),))]


def test_keywords_stand_before_the_table():
    assert of(NEWS, Terms) == [Terms("关键词", ("一般公共预算收入", "旧城更新"))]


@pytest.mark.parametrize(("length", "sentences", "told"), [(100, (0,), True), (100, (0, 6), False), (10, (0,), False)])
def test_a_summary_is_told_where_it_says_less_than_its_section(length, sentences, told):
    part = Part(LOTUS.title, (*LOTUS.sentences, Sentence("推进各项工作" * length)), summary=sentences)
    assert bool(of(build(part), Labelled)) is told


def test_a_summary_repeats_no_statement_that_is_told():
    part = Part(LOTUS.title, (*LOTUS.sentences, Sentence("推进各项工作" * 100)), summary=(2,))
    assert of(build(part), Labelled) == []


def test_a_report_without_a_title_is_named_by_its_source_once():
    (heading,) = of(build(title=None), Heading)
    assert heading == Heading(0, "report.txt", "浔安区;2024年")


def test_columns_without_anything_are_left_out():
    report = build(Part("一、计划", (aimed("收入3亿元", figure("3亿元", "收入")),)))
    (table,) = of(report, Table, EN)
    assert [column.heading for column in table.columns] == ["Indicator", "Goal 2024", "Lines"]


def test_rows_are_those_of_the_tables_with_english_names():
    rows = summary_rows([NEWS], EN)
    assert rows.columns == SUMMARY_COLUMNS
    assert rows.rows[0] == (
        *("report.txt", "浔安区", 2024, "荷塘街道  筑新城 兴产业", "荷塘街道"),
        *("一般公共预算收入", "2.4亿元", "+12%", "2.5亿元", "+4.2%", "3 7"),
    )
    assert len(rows.rows) == 6
