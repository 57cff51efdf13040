"""What a sentence states, from where on: a goal, an achievement, a problem, or nothing; the report is of 2024."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.extraction import kinds
from reportcli.extraction.periods import find_times
from reportcli.model import Kind, Role

YEAR = 2024


def stated(text: str, role: Role, state: Kind | None = None, elapsed: int = 0) -> str:
    """What `text` states: one letter a clause (G, A, or - where nothing is known)."""
    found = kinds.switches(text, find_times(text, YEAR), kinds.Context(role, YEAR, state, elapsed))
    letters = {"goal": "G", "achievement": "A", None: "-"}
    ends = [i for i, c in enumerate(text) if c in "，。"]
    return "".join(letters[kinds.kind_at(found, end)] for end in ends)


REVIEW = {
    "财政收入增长8%，项目开工12个。": "AA",
    "力争完成目标，实际增长9%。": "AA",
    "到2027年，力争工业产值翻一番。": "GG",
    "未来三年，计划投资20亿元。": "GG",
    "去年完成5亿元，今年一季度完成1.6亿元。": "AA",
    "到2020年，全面建成小康社会。": "AA",
}

PLAN = {
    "财政收入增长8%，新增就业2000人。": "GG",
    "2023年，财政收入完成5亿元。": "AA",
    "五年来建成学校20所，新增学位8000个。": "GG",
    "到2027年，建成学校30所。": "GG",
}

MIXED = {
    "2023年，财政收入完成5亿元。": "AA",
    "去年完成5亿元，今年力争6亿元。": "AG",
    "2024年，财政收入增长8%。": "GG",
    "新的一年，将新建学校2所。": "GG",
    "力争财政收入增长8%，新增就业2000人。": "GG",
    "去年经过最后冲刺，完成投资3亿元。": "AA",
    "财政收入完成5亿元，增长8%。": "--",
}


@pytest.mark.parametrize(("text", "expected"), REVIEW.items())
def test_in_a_review_only_a_later_year_with_a_word_of_aim_sets_a_goal(text: str, expected: str) -> None:
    assert stated(text, "review") == expected


@pytest.mark.parametrize(("text", "expected"), PLAN.items())
def test_in_a_plan_only_an_earlier_year_tells_results(text: str, expected: str) -> None:
    assert stated(text, "plan") == expected


def test_in_a_plan_an_earlier_figure_stays_a_result_though_a_word_of_aim_follows() -> None:
    assert stated("去年增长6%，今年力争增长8%。", "plan") == "AG"


@pytest.mark.parametrize(("text", "expected"), MIXED.items())
def test_where_the_section_does_not_tell_the_times_and_words_of_aim_do(text: str, expected: str) -> None:
    assert stated(text, "mixed") == expected


HALF_YEAR = {
    "上半年新增企业20家，1—6月开工项目9个。": "AA",
    "上半年增长6%，全年力争增长7%。": "AG",
    "一季度开工3个，三季度开工5个。": "AG",
    "今年以来新增企业20家，下半年再增15家。": "AG",
    "新增企业20家，开工项目9个。": "AA",
    "去年完成5亿元，到2027年建成学校30所。": "AG",
}


@pytest.mark.parametrize(("text", "expected"), HALF_YEAR.items())
def test_in_a_report_on_half_a_year_the_rest_of_the_year_is_a_goal(text: str, expected: str) -> None:
    assert stated(text, "review", elapsed=6) == expected


def test_a_part_of_the_year_is_a_result_when_it_is_over() -> None:
    assert stated("前三季度增长6%，四季度增长7%。", "mixed", elapsed=9) == "AG"
    assert stated("前三季度增长6%，四季度增长7%。", "mixed", elapsed=6) == "GG"


@pytest.mark.parametrize(("state", "expected"), [("goal", "G"), ("achievement", "A"), (None, "-")])
def test_what_was_stated_holds_on(state: Kind | None, expected: str) -> None:
    assert stated("新增企业20家。", "mixed", state) == expected


@pytest.mark.parametrize(
    "text",
    [
        "规上工业要素保障有力。",
        "主要指标好于预期。",
        "将军路改造完成。",
        "计划生育工作扎实开展。",
        "即将全面收官。",
        "必将行稳致远。",
    ],
)
def test_words_that_look_like_words_of_aim(text: str) -> None:
    assert stated(text, "mixed") == "-"


QUOTED = {
    "年初定下的“新增企业20家”的目标，我们完成了26家。": ["新增企业20家"],
    "比年初“7%左右”的预期目标高1.4个百分点。": ["7%左右"],
    "“改造棚户区1200套”的年度任务提前完成。": ["改造棚户区1200套"],
    "投资增长10%的目标，实际增长12%。": ["投资增长10%"],
    "年初提出的签约200亿元目标完成过半。": ["签约200亿元"],
    "年初定的产值增长10%、签约200亿元两个目标超额完成。": ["产值增长10%、签约200亿元"],
    "年初下达的新增企业20家任务完成过半。": ["新增企业20家"],
    "“十四五”规划目标如期实现。": [],
    "奋斗目标是增长8%。": [],
    "签订“目标责任书”。": [],
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_goals_of_an_earlier_time(text: str, expected: list[str]) -> None:
    assert {text[start:end].strip("“”") for start, end in kinds.quoted_goals(text)} == set(expected)


PROBLEMS = [
    "我们也清醒地看到，发展中还存在不少困难和问题。",
    "经济总量偏小，产业层次不高。",
    "部分干部担当精神不足。",
    "财政收支矛盾突出，稳增长压力加大。",
    "固定资产投资未完成预期目标。",
    "城乡发展不平衡。",
    "城镇化滞后于工业化。",
    "安全生产形势依然严峻。",
    "与先进地区相比还有较大差距。",
    "营商环境有待进一步优化，服务水平有待提高。",
]
NO_PROBLEMS = [
    "补齐了农村供水短板。",
    "着力补齐民生短板，办好实事。",
    "着力破解发展中的突出问题。",
    "解决群众急难愁盼问题36个。",
    "增长不低于6%。",
    "改造薄弱学校12所。",
    "圆满完成目标任务。",
    "坚持问题导向。",
]


@pytest.mark.parametrize("text", PROBLEMS)
def test_a_sentence_that_admits_a_problem(text: str) -> None:
    assert kinds.is_problem(text)


@pytest.mark.parametrize("text", NO_PROBLEMS)
def test_a_sentence_that_admits_none(text: str) -> None:
    assert not kinds.is_problem(text)


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("创新能力仍需加强，发展后劲不够足。", True),
    ],
)
def test_problems_that_are_misread(text: str, expected: bool) -> None:
    assert kinds.is_problem(text) is expected


NEUTRAL = [
    "各位代表！",
    "现在，我代表县人民政府，向大会报告工作，请予审议。",
    "在此，我向全县人民表示衷心的感谢！",
    "（一）聚力项目建设，发展后劲不断增强。",
    "一、2023年工作回顾",
    "石桥镇：打造特色小镇",
    "本报讯 记者李明",
    "重点抓好以下八个方面的工作：",
]
TELLING = [
    "全县地区生产总值增长6%。",
    "坚持项目为王，引进项目18个。",
    "一是加快园区建设。",
    "3月8日，县政府召开全体会议，提出今年财政收入增长8%。",
    "新建学校3所",
]


@pytest.mark.parametrize("text", NEUTRAL)
def test_titles_headings_salutations_and_procedure_state_nothing(text: str) -> None:
    assert kinds.is_neutral(text, opens=True)


@pytest.mark.parametrize("text", TELLING)
def test_a_sentence_that_states_something(text: str) -> None:
    assert not kinds.is_neutral(text, opens=True)


def test_a_heading_is_one_only_where_a_paragraph_opens() -> None:
    assert kinds.is_neutral("一、聚力项目建设，发展后劲不断增强。", opens=True)
    assert not kinds.is_neutral("一、聚力项目建设，发展后劲不断增强。", opens=False)


def test_a_meeting_on_a_day_is_procedure_also_with_its_full_stop() -> None:
    assert kinds.is_neutral("3月8日，县政府召开全体会议", opens=True)
    assert kinds.is_neutral("3月8日，县政府召开全体会议。", opens=True)


def test_a_sentence_that_opens_with_a_bracket_can_tell_something() -> None:
    text = "（含飞地园区）全县规上工业企业利润总额继续保持增长，产业链条不断延伸，龙头企业带动作用进一步显现。"
    assert not kinds.is_neutral(text, opens=False)


@pytest.mark.parametrize("text", ["图为改造后的老街。", "会后，代表们参观了园区。", "责任编辑：王芳"])
def test_what_is_told_beside_the_report(text: str) -> None:
    assert kinds.is_aside(text)


TEXTS = st.text("去年今2023年到7力争确保将要目标“”的任务完成，。增长8%五来计划问题短板", min_size=1, max_size=40)


@given(TEXTS, st.sampled_from(["review", "plan", "mixed", "other"]), st.sampled_from([None, "goal", "achievement"]))
def test_switches_are_in_order(text: str, role: Role, state: Kind | None) -> None:
    found = kinds.switches(text, find_times(text, YEAR), kinds.Context(role, YEAR, state))
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert role not in {"review", "plan"} or found[0].start == 0
