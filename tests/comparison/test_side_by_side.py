"""The matrix and the ranking."""

import pytest
from built_records import record
from county_reports import gather, read_reports

from reportcli.comparison.matrix import USUAL, Matrix, find_matrix
from reportcli.comparison.matrix_rows import matrix_rows
from reportcli.comparison.places import find_places
from reportcli.comparison.questions import Question
from reportcli.comparison.ranking import Ranking, find_ranking
from reportcli.comparison.ranking_rows import ranking_rows
from reportcli.comparison.records import mention_of
from reportcli.model import Record

PAGE = """浔安区各街道谋划新一年
东湖街道：2023年，完成一般公共预算收入1.2亿元，增长5%，固定资产投资增长9%。2024年，力争一般公共预算收入增长6%。
西山街道：2023年，完成一般公共预算收入9000万元，新建口袋公园3个。2024年，力争一般公共预算收入突破1亿元。
南桥街道：2023年，固定资产投资增长4%。2024年，街道将全力以赴、再创佳绩。
北门街道：街道将抢抓机遇、乘势而上。
"""


def matrix(question: Question = Question(), *records: Record) -> Matrix:  # noqa: B008 - frozen
    return find_matrix(question, records, find_places(map(mention_of, records), {}))


def ranking(*records: Record, **asked: object) -> Ranking:
    places = find_places(map(mention_of, records), {})
    return find_ranking(Question(**({"indicators": ("GDP",)} | asked)), records, places)  # type: ignore[arg-type]


def shown(found: Ranking) -> list[tuple[int | None, str | None, str | None]]:
    return [(each.rank, each.place.name, each.record and each.record.observation.quote) for each in found.entries]


def test_a_page_shows_who_gave_no_figure_for_what():
    rows = matrix_rows(find_matrix(Question(), *gather(read_reports({"page.txt": PAGE}))))
    assert rows.columns == (
        *("region", "region_code", "gaps", "一般公共预算收入.level", "一般公共预算收入.growth"),
        "固定资产投资.growth",
    )
    assert rows.rows == (
        ("东湖街道", None, 0, "1.2亿元", "增长5%", "增长9%"),
        ("西山街道", None, 1, "9000万元", None, None),
        ("南桥街道", None, 1, None, None, "增长4%"),
        ("北门街道", None, 2, None, None, None),
    )


def test_goals_are_shown_where_they_are_asked_for_or_there_is_nothing_else():
    records, places = gather(read_reports({"page.txt": PAGE}))
    goals = find_matrix(Question(kind="goal"), records, places)
    assert (goals.question.period, goals.indicators) == ("2024", ("一般公共预算收入",))
    assert matrix(Question(), record("5%", kind="goal")).question.kind == "goal"


def test_all_indicators_are_shown_where_they_are_asked_for():
    found = find_matrix(Question(every=True), *gather(read_reports({"page.txt": PAGE})))
    assert found.indicators[:2] == ("一般公共预算收入", "固定资产投资")
    assert [name for name in found.indicators[2:] if "口袋公园" in name]
    assert found.more == 0


def test_the_usual_indicators_are_so_many_the_most_common_first():
    names = [f"指标{n}" for n in range(USUAL + 3)]
    records = [record("1%", canonical=name, place=place, source=place) for name in names for place in ("甲县", "乙县")]
    records += [record("1%", canonical="指标5", place="丙县", source="丙"), record("1%", canonical="只此一家")]
    found = matrix(Question(), *records)
    assert (found.indicators[0], len(found.indicators), found.more) == ("指标5", USUAL, 4)
    assert matrix(Question(), records[-1]).indicators == ("只此一家",)


def test_the_period_is_the_year_that_most_places_tell_of_the_latest_of_several():
    records = [
        record("1%", period="2022", place="甲县"),
        record("1%", period="2022", place="甲县", start=5),
        record("2%", period="2023", place="甲县"),
        *(record("3%", period="2021/2025", place=place) for place in ("甲县", "乙县")),
    ]
    assert matrix(Question(), *records).question.period == "2023"
    assert matrix(Question(period="2022"), *records).question.period == "2022"
    assert matrix(Question(), *records[3:]).question.period == "2021/2025"
    assert matrix(Question(), record("1%", period=None)).cells


def test_places_whose_reports_do_not_tell_of_the_time_are_no_gaps():
    records = [record("1%", source="甲", place="甲县"), record("2%", source="乙", place="乙县", period="2020")]
    found = matrix(Question(period="2024"), *records)
    assert ([place.name for place in found.places], found.untold) == (["甲县"], 1)
    assert len(matrix(Question(period="1999"), *records).places) == 2


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ({"year": 2025}, {"year": 2026, "source": "later"}),
        ({"headline": False}, {"headline": True, "start": 9}),
        ({"estimated": True}, {"start": 9}),
        ({"bound": ">="}, {"start": 9}),
        ({"start": 9}, {"start": 1}),
    ],
)
def test_of_several_figures_for_a_cell_one_is_chosen(worse, better):
    records = [record("1%", **worse), record("2%", **better)]
    for found in (matrix(Question(), *records), matrix(Question(), *reversed(records))):
        ((_, cell),) = found.cells.items()
        assert cell.observation.quote == "2%"
        assert found.several


def test_only_the_places_own_figures_count():
    assert not matrix(Question(), record("1%", scope="context"), record("2%", scope="project")).cells


def test_places_are_ranked_by_converted_amounts_and_shown_as_written():
    found = ranking(
        *(record("8000亿元", place="甲省", measure="level"), record("1.2万亿元", place="乙省", measure="level")),
        *(record("12000亿元", place="丙省", measure="level"), record("900亿美元", place="丁省", measure="level")),
        record("1%", place="戊省"),
    )
    assert found.question.measure == "level"
    assert shown(found) == [
        *((1, "乙省", "1.2万亿元"), (1, "丙省", "12000亿元"), (3, "甲省", "8000亿元")),
        *((None, "丁省", "900亿美元"), (None, "戊省", None)),
    ]


def test_where_less_is_better_the_smallest_is_first():
    jobless = {"canonical": "城镇登记失业率", "measure": "level"}
    records = [record("4%", place="甲县", **jobless), record("3%", place="乙县", **jobless)]
    assert [each.place.name for each in ranking(*records, indicators=("城镇登记失业率",)).entries] == ["乙县", "甲县"]
    ranks = [record("4", place="甲县", measure="rank"), record("3", place="乙县", measure="rank")]
    assert not ranking(*ranks).falling
    assert shown(ranking(*ranks))[0][:2] == (1, "乙县")


def test_measure_kind_and_period_are_those_asked_for():
    records = [
        *(record("7%"), record("700亿元", measure="level"), record("8%", kind="goal", period="2025")),
        record("6%", period="2023"),
    ]
    assert shown(ranking(*records, measure="level"))[0][2] == "700亿元"
    assert shown(ranking(*records, measure="growth"))[0][2] == "7%"
    assert shown(ranking(*records, kind="goal"))[0][2] == "8%"
    assert shown(ranking(*records, period="2023"))[0][2] == "6%"


def test_any_name_is_found_the_very_name_first():
    names = {"canonical": None, "measure": "level"}
    records = [
        record("5座", indicator="新建充电站", **names, start=1),
        record("9座", indicator="新建充电站示范点", headline=True, **names),
    ]
    assert shown(ranking(*records, indicators=("新建充电站",)))[0][2] == "5座"
    assert shown(ranking(*records, indicators=("示范点",)))[0][2] == "9座"


def test_a_ranking_of_nothing_has_all_places_without_a_rank():
    found = ranking(record("7%"), indicators=("无此指标",))
    assert shown(found) == [(None, "甲县", None)]
    assert ranking_rows(found).rows[0][:4] == (None, "甲县", None, None)
