from decimal import Decimal

import pytest
from built_reports import LOTUS, NEWS, Part, aimed, build, figure, reached

from reportcli.model import Rows
from reportcli.rendering.rows import (
    FIGURE,
    OBSERVATION_COLUMNS,
    READABLE_KEYWORD,
    READABLE_OBSERVATION,
    READABLE_SECTION,
    READABLE_STATEMENT,
    STATEMENT_COLUMNS,
    drop_needless,
    keyword_rows,
    observation_rows,
    pick_columns,
    section_rows,
    statement_rows,
)
from reportcli.rendering.wide import wide_rows


def objects(rows):
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def test_an_observations_row_is_the_contracts():
    rows = observation_rows([NEWS])
    assert rows.columns == OBSERVATION_COLUMNS
    assert OBSERVATION_COLUMNS[:5] == ("source", "place", "year", "section", "kind")
    assert OBSERVATION_COLUMNS[-2:] == ("among", "sentence")
    row = objects(rows)[1]
    assert (row["source"], row["year"], row["section"], row["region"]) == (
        *("report.txt", 2024, "荷塘街道  筑新城 兴产业", "荷塘街道"),
    )
    assert (row["indicator"], row["value"], row["unit"]) == ("一般公共预算收入", Decimal(12), "%")
    assert row["sentence"].startswith("2023年,荷塘街道一般公共预算收入2.4亿元")


def test_only_what_is_wanted_has_a_row():
    assert len(observation_rows([NEWS], ("line",), lambda found: found.kind == "goal").rows) == 4
    assert len(statement_rows([NEWS], lambda found: found.kind == "problem").rows) == 1


def test_a_statements_row_has_its_sentence():
    (row,) = objects(statement_rows([NEWS], lambda found: found.kind == "problem"))
    assert tuple(row) == STATEMENT_COLUMNS
    assert row["text"] == row["sentence"] == "城市更新资金缺口较大。"


def test_sections_count_their_observations():
    rows = objects(section_rows([NEWS]))
    assert [(row["line"], row["title"], row["goals"], row["achievements"]) for row in rows] == [
        (1, None, 0, 0),
        (1, "各街道", 0, 0),
        (2, "荷塘街道  筑新城 兴产业", 4, 6),
        (9, "杏花村街道", 0, 0),
    ]


def test_keywords_of_the_report_come_first_and_have_no_section():
    own = build(LOTUS, keywords=LOTUS_KEYWORDS)
    rows = objects(keyword_rows([own]))
    assert [(row["section"], row["rank"], row["keyword"]) for row in rows] == [
        (None, 1, "招商"),
        (LOTUS.title, 1, "一般公共预算收入"),
        (LOTUS.title, 2, "旧城更新"),
    ]


LOTUS_KEYWORDS = tuple(build(Part("甲", keywords=("招商",))).sections[0].keywords)


def test_columns_are_those_asked_for_and_the_figure_may_be_one():
    rows = observation_rows([NEWS], ("line", FIGURE, "section"), lambda found: found.measure == "growth")
    assert rows.columns == ("line", FIGURE, "section")
    assert rows.rows == ((3, "增长12%", "荷塘街道  筑新城 兴产业"), (7, "增长8%左右", "荷塘街道  筑新城 兴产业"))


def test_people_see_the_source_where_there_are_several():
    readable = ("source", *READABLE_OBSERVATION)
    usual = READABLE_OBSERVATION[:-1]
    assert drop_needless(observation_rows([NEWS], readable)).columns == usual
    two = observation_rows([NEWS, build(LOTUS, source="b.txt")], readable)
    assert drop_needless(two).columns == ("source", *usual)


def test_people_see_where_in_a_document_a_record_stands_where_that_is_known():
    rows = Rows(("source", "text", "locator"), (("a.pdf", "增长", "page 3"), ("a.pdf", "下降", None)))
    assert drop_needless(rows).columns == ("text", "locator")


@pytest.mark.parametrize(
    ("make", "readable"),
    [(statement_rows, READABLE_STATEMENT), (section_rows, READABLE_SECTION), (keyword_rows, READABLE_KEYWORD)],
)
def test_what_people_see_is_some_of_what_there_is(make, readable):
    rows = make([NEWS])
    assert pick_columns(rows, readable).columns == readable
    assert len(pick_columns(rows, readable).rows) == len(rows.rows)


def test_columns_come_in_the_order_asked_for():
    rows = pick_columns(section_rows([NEWS]), ("title", "line"))
    assert rows.columns == ("title", "line")
    assert rows.rows[1] == ("各街道", 1)


def wide(*reports, wanted=lambda _: True):
    return objects(wide_rows(reports, wanted))


def test_a_row_a_report_and_place_and_a_column_an_indicator():
    earlier = build(
        Part(
            "荷塘街道",
            (
                aimed(
                    "收入2亿元。",
                    figure("2亿元", "收入", canonical="一般公共预算收入", period="2023", headline=True),
                ),
            ),
            region="荷塘街道",
        ),
        source="a.txt",
        year=2023,
    )
    assert wide(earlier, NEWS, wanted=lambda found: found.headline) == [
        {
            **{"source": "a.txt", "place": "浔安区", "region": "荷塘街道", "year": 2023},
            **{"一般公共预算收入.level.goal.亿元": Decimal(2), "固定资产投资.growth.goal": None},
            **{"固定资产投资.growth.goal.bound": None, "实际利用外资.level.goal.万美元": None},
            **{"净增规模以上企业.level.goal.家": None},
        },
        {
            **{"source": "report.txt", "place": "浔安区", "region": "荷塘街道", "year": 2024},
            **{"一般公共预算收入.level.goal.亿元": Decimal("2.5"), "固定资产投资.growth.goal": Decimal(8)},
            **{"固定资产投资.growth.goal.bound": "~", "实际利用外资.level.goal.万美元": Decimal(100)},
            **{"净增规模以上企业.level.goal.家": Decimal(12)},
        },
    ]


def one_report(*figures, **header):
    return build(Part(None, (reached("、".join(each["quote"] for each in figures), *figures),)), **header)


def test_a_column_has_one_unit():
    rows = wide(
        *(
            one_report(figure(quote, "收入"), source=source)
            for source, quote in (("a", "2亿元"), ("b", "8650万元"), ("c", "3亿元"), ("d", "5万美元"))
        )
    )
    assert [row["收入.level.achievement.亿元"] for row in rows] == [Decimal(2), Decimal("0.865"), Decimal(3), None]
    assert [row["收入.level.achievement.万美元"] for row in rows] == [None, None, None, Decimal(5)]


def test_upper_ends_and_other_periods_have_columns():
    (row,) = wide(
        one_report(
            figure("5%", "产值", measure="growth", upper=Decimal(6)),
            figure("9%", "产值", measure="growth", period="2021"),
            figure("7%", "产值", measure="growth"),
        )
    )
    assert {key: value for key, value in row.items() if key.startswith("产值")} == {
        "产值.growth.achievement": Decimal(5),
        "产值.growth.achievement.upper": Decimal(6),
        "产值.growth.achievement.2021": Decimal(9),
    }


def test_a_report_without_such_figures_has_its_row():
    assert wide(build(LOTUS), wanted=lambda _: False) == [
        {"source": "report.txt", "place": "浔安区", "region": "浔安区", "year": 2024}
    ]
