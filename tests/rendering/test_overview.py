import pytest
from built_reports import Part, Sentence, aimed, build, figure, reached

from reportcli.model import Keyword
from reportcli.rendering.blocks import Heading, Note, Quotes, Table, Terms
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.labels import ZH
from reportcli.rendering.overview import PAGE_LINES, is_long, summarize_report
from reportcli.rendering.plain import columns_of
from reportcli.rendering.report_formats import render_reports

REVIEW = Part(
    "一、2023年工作回顾",
    (
        reached(
            "生产总值185亿元,增长6.2%,收入完成8.4亿元。",
            figure("185亿元", "生产总值", canonical="地区生产总值", headline=True),
            figure("6.2%", "生产总值", canonical="地区生产总值", measure="growth", rate="yoy", headline=True),
            figure("8.4亿元", "收入", canonical="一般公共预算收入"),
        ),
        reached("新建学校3所。", figure("3所", "新建学校")),
        reached(
            "接待游客210万人次,增长9%。", figure("210万人次", "接待游客"), figure("9%", "接待游客", measure="growth")
        ),
        Sentence("县域经济总量偏小,财政收支矛盾突出。", kinds=("problem",)),
    ),
    role="review",
)
TARGETS = Part(
    "二、2024年目标任务",
    (
        aimed(
            "到2028年生产总值突破260亿元。",
            figure("260亿元", "生产总值", canonical="地区生产总值", bound=">=", period="2028", headline=True),
        ),
        aimed(
            "今年生产总值增长6%左右,居民收入增长与经济增长同步,收入增长5%。",
            figure("6%", "生产总值", canonical="地区生产总值", measure="growth", bound="~", headline=True),
            figure("5%", "收入", canonical="一般公共预算收入", measure="growth", headline=True),
            indicator="居民收入",
        ),
    ),
    role="plan",
)
WORKS = Part(
    "(一)坚定不移扩大有效投资,夯实高质量发展的支撑",
    (
        aimed("实施重点项目168个,改造管网35公里。", figure("168个", "重点项目"), figure("35公里", "改造管网")),
        aimed("新建口袋公园8个。", figure("8个", "新建口袋公园")),
    ),
    role="plan",
    level=2,
)
SERVICES = Part("(二)办好民生实事", (aimed("要办好民生实事。"),), role="plan", level=2)


def report(*more: Part, **header):
    header = {"doc_type": "work_report", "place": "芦溪县", "title": "芦溪县政府工作报告"} | header
    return build(REVIEW, TARGETS, WORKS, SERVICES, *more, **header)


def of(found, kind, width=None):
    return [block for block in summarize_report(found, ZH, width) if isinstance(block, kind)]


def test_targets_stand_in_the_order_of_the_text_beside_result_and_later_goal():
    targets = of(report(), Table)[0]
    assert [column.heading for column in targets.columns] == [
        "主要目标",
        "2023年实绩",
        "2024年目标",
        "2028年目标",
        "行",
    ]
    assert targets.rows == (
        ("生产总值", "+6.2%", "增长6%左右", "突破260亿元", "2/7/8"),
        ("居民收入", "", "增长与经济增长同步", "", "8"),
        ("收入", "8.4亿元", "增长5%", "", "2/8"),
    )


def test_a_target_in_words_that_does_not_open_its_clause_is_told_with_the_clause():
    worded = aimed(
        "完成上级下达的能耗任务,税收增长3%。", figure("3%", "税收", measure="growth", headline=True), indicator="能耗"
    )
    rows = of(build(Part("目标", (worded,), role="plan")), Table)[0].rows
    assert [row[:2] for row in rows] == [("能耗", "完成上级下达的能耗任务"), ("税收", "增长3%")]


def test_other_results_are_those_of_no_target():
    results = of(report(), Table)[1]
    assert results.columns[0].heading == "其他实绩"
    assert results.rows == (("新建学校", "3所", "", "3"), ("接待游客", "210万人次", "+9%", "4"))


def test_at_most_six_other_results_and_three_problems():
    many = Part(
        "三、其他",
        (
            *(reached(f"建成{n}号站1座。", figure("1座", f"{n}号站")) for n in range(9)),
            *(Sentence(f"第{n}个问题。", kinds=("problem",)) for n in range(9)),
        ),
        role="review",
    )
    found = report(many)
    assert len(of(found, Table)[1].rows) == 6
    assert len(of(found, Quotes)[0].sentences) == 3


def test_parts_of_the_plan_tell_their_goals_and_two_tasks():
    parts = of(report(), Table)[2]
    assert parts.rows == (
        ("(一)坚定不移扩大有效投资,夯实高质量发展的支撑", "3", "重点项目168个; 改造管网35公里", "9"),
        ("(二)办好民生实事", "0", "", "12"),
    )


def test_a_part_fits_its_line():
    for row in of(report(), Table, width=80)[2].rows:
        assert sum(map(columns_of, row)) + 3 * 2 <= 80
    assert of(report(), Table, width=80)[2].rows[0][0] == "(一)坚定不移扩大有效投资..."


def test_of_a_plan_that_marks_no_targets_the_usual_indicators_stand_for_them():
    plain = Part("计划", (aimed("收入增长5%。", figure("5%", "收入", canonical="一般公共预算收入", measure="growth")),))
    assert of(build(plain), Table)[0].rows == (("收入", "增长5%", "2"),)


def test_a_report_without_goals_tells_its_results():
    (results,) = of(build(REVIEW), Table)
    assert results.columns[0].heading == "主要实绩"
    assert [row[:3] for row in results.rows] == [
        ("生产总值", "185亿元", "+6.2%"),
        ("收入", "8.4亿元", ""),
        ("新建学校", "3所", ""),
        ("接待游客", "210万人次", "+9%"),
    ]


def test_the_end_counts_all_and_names_the_way_to_it():
    (note,) = of(report(), Note)
    assert note.text == "全文共实绩6项, 目标6项, 问题1条, 4个章节; 逐节列出: --all"


def test_keywords_fill_one_line():
    found = report(keywords=tuple(Keyword(f"关键词之{n}", 1.0) for n in range(20)))
    assert len(of(found, Terms)[0].terms) == 20
    (terms,) = of(found, Terms, width=80)
    assert 1 < len(terms.terms) < 20


def test_long_is_a_report_of_one_place_with_much_in_it():
    assert not is_long(report())
    filler = Part("三、其他", (Sentence("推进各项工作。" * 700),))
    assert is_long(report(filler))
    assert not is_long(report(filler, Part("荷塘街道", region="荷塘街道")))
    figures = Part("三、其他", tuple(reached(f"建成{n}座。", figure(f"{n}座", "站")) for n in range(31)))
    assert is_long(report(figures))


def long_report(targets: int, parts: int):
    """A long report with names that are as long as names get."""
    goals = tuple(
        aimed(
            f"第{n}项规模以上工业企业研发经费投入强度增长5%左右,到2028年年均增长6%以上。",
            figure("5%", f"第{n}项规模以上工业企业研发经费投入强度", measure="growth", bound="~", headline=True),
            figure(
                *("6%", f"第{n}项规模以上工业企业研发经费投入强度"),
                **{"measure": "growth", "bound": ">=", "period": "2028", "rate": "average", "headline": True},
            ),
        )
        for n in range(targets)
    )
    tasks = tuple(
        Part(f"({n})坚持把发展经济的着力点放在实体经济上", WORKS.sentences, role="plan", level=2) for n in range(parts)
    )
    problems = tuple(Sentence("县域经济总量偏小,产业结构不够优化。" * 9, kinds=("problem",)) for _ in range(5))
    review = Part("一、回顾", (*REVIEW.sentences, *problems), role="review")
    filler = Part("四、其他", (Sentence("推进各项工作。" * 700),))
    return build(review, Part("二、目标", goals, role="plan"), *tasks, filler, place="芦溪县")


@pytest.mark.parametrize("width", [80, 100, 120, 200, None])
@pytest.mark.parametrize(("targets", "parts"), [(0, 0), (4, 8), (12, 12), (20, 4), (8, 24)])
def test_a_long_report_takes_one_page(width, targets, parts):
    drawn = "".join(render_reports([long_report(targets, parts)], Format.TABLE, Page(width, labels=ZH)))
    lines = drawn.splitlines()
    assert len(lines) <= PAGE_LINES
    assert sum("项规模以上" in line for line in lines) == targets
    assert all(columns_of(line) <= (width or 1000) for line in lines)


def test_parts_for_which_there_is_no_room_are_counted():
    drawn = "".join(render_reports([long_report(10, 40)], Format.TABLE, Page(100, labels=ZH)))
    shown = drawn.count("坚持把发展经济")
    assert 0 < shown < 40
    assert f"另有{40 - shown}个部分" in drawn


def test_all_shows_every_section():
    drawn = "".join(render_reports([long_report(4, 8)], Format.TABLE, Page(100, labels=ZH, full=True)))
    assert drawn.count("口袋公园") == 8
    assert "--all" not in drawn


def test_several_reports_are_headed_each():
    drawn = "".join(render_reports([report(), report(title="又一份报告")], Format.TABLE, Page(100, labels=ZH)))
    assert drawn.startswith("芦溪县政府工作报告 ")
    assert "\n\n又一份报告 " in drawn


def test_headings_of_the_overview_are_one():
    assert len(of(report(), Heading)) == 1
