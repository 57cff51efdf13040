import doctest

import pytest
from built_reports import NEWS, Part, Sentence, build

from reportcli.rendering import periods, wrapping
from reportcli.rendering.blocks import Column, Heading, Labelled, Note, Quotes, Table, Terms, drop_empty_columns
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.labels import ZH
from reportcli.rendering.legible import narrow, readable
from reportcli.rendering.markdown import write_markdown
from reportcli.rendering.plain import clean, clean_lines, columns_of, shorten
from reportcli.rendering.report_formats import render_reports
from reportcli.rendering.terminal import draw
from reportcli.rendering.wrapping import wrap, wrap_terms


@pytest.mark.parametrize("module", [periods, wrapping])
def test_doctests(module):
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0


def test_a_page_in_a_pipe():
    assert "".join(render_reports([NEWS], Format.TABLE, Page(labels=ZH))) == (
        "各街道谋划新一年    (浔安区;2024年;report.txt)\n"
        "\n"
        "各街道    (第1行)\n"
        "\n"
        "荷塘街道 筑新城 兴产业    (第2-8行;实绩6 目标4)\n"
        "关键词: 一般公共预算收入  旧城更新\n"
        "\n"
        "指标              2023年实绩  同比  2024年目标  较实绩*   行\n"
        "------------------------------------------------------------\n"
        "一般公共预算收入     2.4亿元  +12%     2.5亿元    +4.2%  3/7\n"
        "实际利用外资       200万美元         100万美元     -50%  3/7\n"
        "净增规模以上企业        30家              12家   少18家  4/7\n"
        "固定资产投资                        增长8%左右             7\n"
        "市级项目                 9个                               4\n"
        "  其中:重大项目          2个                               4\n"
        "* 由两数推算,非原文\n"
        "实绩(无数字)\n"
        "  5  主要指标稳居全区第一方阵。\n"
        "目标(无数字)\n"
        "  6  街道提出要以旧城更新为牵引。\n"
        "问题\n"
        "  8  城市更新资金缺口较大。\n"
        "\n"
        "杏花村街道    (第9-10行)\n"
        "目标(无数字)\n"
        "  10  要深化网格治理。\n"
    )


BLOCKS = (
    Heading(1, "荷塘街道 筑新城兴产业强功能惠民生", "第2-8行"),
    Labelled("摘要", "全年完成一般公共预算收入2.4亿元，增长12%，净增规模以上企业30家。"),
    Terms("关键词", ("一般公共预算收入", "旧城更新", "净增规模以上企业")),
    Table(
        (Column("指标"), Column("目标", figures=True)),
        (("核算行业规上服务业营业收入增长情况", "增长7.5%"), ("投资", "2亿元")),
    ),
    Note("* 由两数推算,非原文"),
    Quotes("目标(无数字)", ((8, "街道提出要以旧城更新为牵引，推动各项工作再上新台阶。"), (112, "要深化治理。"))),
)


@pytest.mark.parametrize("width", [24, 33, 40, 60, 80])
def test_nothing_is_cut_and_no_line_is_too_long(width):
    lines = "".join(draw(BLOCKS, width)).splitlines()
    assert all(columns_of(line) <= width and line == line.rstrip() for line in lines)
    drawn = "".join("".join(lines).split())
    for word in ("强功能惠民生", "净增规模以上企业30家。", "推动各项工作再上新台阶。", "要深化治理。"):
        # Columns beside each other mix their characters; those of a text do not.
        assert word in drawn or width < 60, word
    assert set("核算行业规上服务业营业收入增长情况") <= set(drawn)


def test_columns_stand_under_each_other():
    drawn = "".join(draw([BLOCKS[3]], 80)).splitlines()
    ends = {columns_of(line) for line in drawn}
    assert len(ends) == 1, drawn


def test_a_table_that_fits_is_drawn_as_where_there_is_all_room():
    table = [BLOCKS[3]]
    broad = "".join(draw(table))
    widest = max(map(columns_of, broad.splitlines()))
    assert "".join(draw(table, widest)) == broad
    assert "".join(draw(table, widest - 1)) != broad
    for width in (None, widest):
        heading, rule, *rows = "".join(draw(table, width, colour=True)).splitlines(keepends=True)
        assert heading.startswith("\x1b[1m")
        assert "".join((rule, *rows)) == broad.partition("\n")[2]


def test_colours_are_only_drawn_where_they_are_wanted():
    assert "\x1b[" in "".join(draw(BLOCKS, 80, colour=True))
    assert "\x1b" not in "".join(draw(BLOCKS, 80))


def test_markup_and_escapes_of_a_report_do_not_reach_the_terminal():
    text = "[red]红[/red]\x1b[31m目标\x07\x9b2J\u202e"
    blocks = (
        Heading(1, text, text),
        Labelled("摘要", text),
        Terms("关键词", (text,)),
        Table((Column("指标"),), ((text,),)),
        Quotes("目标", ((1, text),)),
    )
    for chunk in (*draw(blocks, 80), *draw(blocks)):
        assert "[red]红[/red]" in chunk or chunk == "\n"
        assert not set(chunk) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_cells_have_only_characters_of_certain_width():
    assert narrow("“三大”改造·一期……①Ⅱ±3℃") == '"三大"改造.一期......(1)II+/-3度'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("完成\n收入", "完成收入"),
        ("GDP\n增长", "GDP 增长"),
        ("１２．５％　以上", "12.5% 以上"),
        ("收\u200b入&nbsp;增长", "收入 增长"),
    ],
)
def test_people_read_what_is_meant(text, written):
    assert readable(text) == written


@pytest.mark.parametrize(
    ("text", "cleaned"), [(" a\tb\r\nc ", "a b c"), ("\x1b[2J", "[2J"), ("收\u2028入", "收 入"), ("", "")]
)
def test_clean_text_is_one_line(text, cleaned):
    assert clean(text) == cleaned


def test_clean_lines_keep_their_ends():
    assert clean_lines("一\n二\t三\x1b[0m\x85") == "一\n二\t三\ufffd[0m\ufffd"


@pytest.mark.parametrize(("columns", "short"), [(8, "一二三四"), (7, "一二..."), (None, "一二三四"), (3, "...")])
def test_shortened_text_says_so(columns, short):
    assert shorten("一二三四", columns) == short


@pytest.mark.parametrize("width", [2, 7, 10, 33, 80])
def test_wrapped_lines_hold_the_text(width):
    text = "2024年,街道将紧扣“1171”工作布局(含三期);完成收入1.37亿元。" * 3
    lines = wrap(text, width)
    assert "".join(lines) == text
    assert all(columns_of(line) <= width for line in lines)
    if width >= 10:
        assert not any(line.startswith(tuple("，。；）”,;)")) or line.endswith(tuple("（“(")) for line in lines)


def test_a_long_run_is_wrapped_in_linear_time():
    # 1 MB each: quadratic work would take hours.
    for text in ("a" * 2**20, "（" * 2**20, "。" * 2**20, " " * 2**20):
        assert wrap(text, 80)


def test_terms_are_never_broken():
    assert wrap_terms(["一般公共预算收入", "旧城更新", "招商"], 22) == ["一般公共预算收入", "旧城更新  招商"]


def test_markdown_has_headings_tables_and_lists_and_acts_on_nothing_in_the_text():
    blocks = (Heading(0, "a|b <b>x</b>"), Table((Column("指标"), Column("目标", figures=True)), (("甲|乙", "*1*"),)))
    assert "".join(write_markdown((*blocks, *BLOCKS[1:3], BLOCKS[5]))) == (
        "# a\\|b \\<b\\>x\\</b\\>\n"
        "\n"
        "| 指标 | 目标 |\n"
        "| --- | ---: |\n"
        "| 甲\\|乙 | \\*1\\* |\n"
        "\n"
        "**摘要:** 全年完成一般公共预算收入2.4亿元，增长12%，净增规模以上企业30家。\n"
        "\n"
        "**关键词:** 一般公共预算收入; 旧城更新; 净增规模以上企业\n"
        "\n"
        "**目标(无数字)**\n"
        "\n"
        "- 街道提出要以旧城更新为牵引，推动各项工作再上新台阶。 (8)\n"
        "- 要深化治理。 (112)\n"
    )


def test_empty_columns_are_dropped():
    table = drop_empty_columns((Column("a"), Column("b"), Column("c")), [("1", "", ""), ("2", "", "3")])
    assert table == Table((Column("a"), Column("c")), (("1", ""), ("2", "3")))


def test_a_report_of_nothing_is_its_title():
    assert "".join(render_reports([build(Part(None, (Sentence("空。"),)))], Format.TABLE, Page(80, labels=ZH))) == (
        "各街道谋划新一年    (浔安区;2024年;report.txt)\n"
    )
