from built_reports import LOTUS, Part, aimed, build, figure, reached

from reportcli.model import Section
from reportcli.rendering.indicators import Years, find_years, pair_figures

YEARS = Years("2023", "2024")


def rows(*sentences: object, region: str = "浔安区") -> list[tuple[str, list[str], list[str], list[str]]]:
    section = build(Part(None, sentences)).sections[0]  # type: ignore[arg-type]
    return [
        (each.name, *([found.quote for found in group] for group in (each.results, each.changes, each.goals)))
        for each in pair(section, region)
    ]


def pair(section: Section, region: str | None = "浔安区"):
    return pair_figures(section.observations, section.statements, YEARS, region)


def test_result_change_and_goal_of_an_indicator_stand_in_one_row():
    assert rows(
        reached("收入2亿元,增长5%。", figure("2亿元", "收入"), figure("5%", "收入", measure="growth")),
        aimed("收入3亿元。", figure("3亿元", "收入")),
    ) == [("收入", ["2亿元"], ["5%"], ["3亿元"])]


def test_first_come_rows_with_both_then_goals_then_results():
    section = build(LOTUS).sections[0]
    assert [each.name for each in pair(section, "荷塘街道")] == [
        "一般公共预算收入",
        "实际利用外资",
        "净增规模以上企业",
        "固定资产投资",
        "市级项目",
        "重大项目",
    ]


def test_of_these_follows_its_whole():
    last = pair(build(LOTUS).sections[0], "荷塘街道")[-1]
    assert (last.name, last.part) == ("重大项目", True)


def test_a_target_said_twice_stands_once_with_both_lines():
    (row,) = pair(
        build(
            Part(
                None, (aimed("收入3亿元。", figure("3亿元", "收入")), aimed("收入要到3亿元。", figure("3亿元", "收入")))
            )
        ).sections[0]
    )
    assert ([found.quote for found in row.goals], row.lines) == (["3亿元"], (1, 2))


def test_a_second_figure_makes_a_row_and_its_growth_goes_with_it():
    assert rows(
        reached("开工3个。", figure("3个", "项目")),
        reached("又有14个,增长40%。", figure("14个", "项目"), figure("40%", "项目", measure="growth")),
    ) == [("项目", ["3个"], [], []), ("项目", ["14个"], ["40%"], [])]


def test_names_with_one_standard_name_stand_in_one_row_under_it():
    assert rows(
        reached("GDP达500亿元。", figure("500亿元", "GDP", canonical="地区生产总值")),
        aimed("生产总值增长6%。", figure("6%", "生产总值", canonical="地区生产总值", measure="growth")),
    ) == [("地区生产总值", ["500亿元"], [], ["6%"])]


def test_one_name_alone_is_kept_as_the_report_writes_it():
    assert rows(aimed("固投增长6%。", figure("6%", "固投", canonical="固定资产投资"))) == [("固投", [], [], ["6%"])]


def test_another_time_or_place_makes_a_row_that_says_so():
    section = build(
        Part(
            None,
            (
                aimed("收入3亿元,到2027年5亿元。", figure("3亿元", "收入"), figure("5亿元", "收入", period="2027")),
                aimed("镇上收入1亿元。", figure("1亿元", "收入", region="桥头镇")),
            ),
        )
    ).sections[0]
    assert [(each.period, each.region) for each in pair(section)] == [(None, None), ("2027", None), (None, "桥头镇")]


def test_figures_of_the_nation_and_of_rules_are_left_out():
    assert (
        rows(
            reached("全国增长5%。", figure("5%", "经济", measure="growth", scope="context")),
            aimed("每户补助5000元。", figure("5000元", "补助", scope="policy")),
        )
        == []
    )


def test_years_are_those_of_most_figures_and_the_plan_is_of_the_reports_year():
    section = build(
        Part(
            None,
            (
                reached("a1个b2个c3个", figure("1个", "a"), figure("2个", "b"), figure("3个", "c", period="2021")),
                aimed("到2030年4个5个,今年6个", figure("4个", "a", period="2030"), figure("5个", "b", period="2030")),
                aimed("今年6个", figure("6个", "a", period="2024")),
            ),
        )
    ).sections[0]
    assert find_years(section.observations, 2024) == Years("2023", "2024")
    assert find_years(section.observations, None) == Years("2023", "2030")
    assert find_years((), 2024) == Years(None, None)
