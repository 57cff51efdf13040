import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from dumping import counts, dump
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from towns import TOWN, expected, report_of, written

from reportcli.comparison.records import mention_of, mentions_of
from reportcli.errors import StoreError
from reportcli.model import Skipped
from reportcli.store import Changes, Database, Unread, lines_of

PIECES = st.sampled_from(
    [
        *(
            "桥头镇2024年工作报告",
            "一、2023年工作回顾",
            "二、2024年工作安排",
            "\n",
            "。",
            "，",
            "\x00",
            "😀",
            '"',
            "\\",
            "\u2028",
        ),
        *("完成一般公共预算收入1.320亿元", "增长7.0%", "力争突破5-6%", "居全市第3位", "城镇调查失业率控制在5.5%以内"),
        *("还有不少短板", f"新建公路{'9' * 45}公里", "增长0.1234567890123456789%"),
    ]
)


def store(database, *reports):
    database.write(
        Changes([lines_of(each, "made") for each in reports], {each.source: each.sha256 for each in reports}), {}
    )


def test_records_come_out_as_they_went_in(database, report):
    store(database, report)
    found = [*database.records()]
    assert len(found) == 6
    assert written(found) == written(expected(report, "town.txt"))
    assert str(found[0].observation.value) == "1.20"


@settings(max_examples=25)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_records_of_any_text_come_out_as_they_went_in(text):
    report = report_of(text, "any.txt")
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder, "reports.duckdb"), write=True) as database:
        store(database, report)
        assert written(database.records()) == written(expected(report, "any.txt"))


PAGE = """浔安区各街道谋划新一年
东湖街道：2023年，完成一般公共预算收入1.2亿元，增长5%。2024年，力争一般公共预算收入增长6%。
南桥街道：2024年，街道将全力以赴、再创佳绩。
"""


@pytest.mark.parametrize("text", [TOWN, PAGE, "2024年，力争一般公共预算收入增长6%。", "没有一个数。"])
def test_mentions_are_those_of_the_reports(database, text):
    report = report_of(text, "any.txt")
    store(database, report)
    figures = map(mention_of, expected(report, "any.txt"))
    found = database.mentions()
    assert len(found) == len({*found})
    assert {*found} == {*mentions_of(report), *figures}


@pytest.mark.parametrize("long", ["9" * 45, "0.1234567", "0.000000001"])
def test_a_number_that_no_column_can_hold_is_there_digit_by_digit(database, long):
    store(database, report_of(f"桥头镇2024年工作总结\n2024年新建公路{long}公里，完成投资1.5亿元。\n"))
    assert [record.observation.value for record in database.records()] == [Decimal(long), Decimal("1.5")]
    columns, rows = database.rows("observations")
    assert [row[columns.index("value")] for row in rows] == [Decimal(long), Decimal("1.5")]
    database.close()
    assert {row[7] for row in dump(database.path)["observations"]} == {None, Decimal("1.5")}


def test_a_line_longer_than_any_usual_one_is_loaded(database, report):
    section = report.sections[1]
    long = replace(section.statements[0], text="建成了很多很好的项目，" * 1_000_000)
    report = replace(report, sections=(report.sections[0], replace(section, statements=(long,)), *report.sections[2:]))
    store(database, report)
    database.close()
    with Database(database.path) as reading:
        found = [*reading.records()]
    assert written(found) == written(expected(report, "town.txt"))
    assert max(len(record.sentence or "") for record in found) == len(long.text)


def test_filters_leave_what_is_asked_for(database, report):
    other = report_of(TOWN.replace("桥头镇", "沙河镇"), "other.txt")
    store(database, report, other)

    def figures(**filters):
        return [(each.place, each.observation.indicator, each.observation.kind) for each in database.records(**filters)]

    income = "一般公共预算收入"
    assert figures(canonical=[income], kinds=["goal"]) == [("沙河镇", income, "goal"), ("桥头镇", income, "goal")]
    assert {place for place, _, _ in figures(place="桥头镇")} == {"桥头镇"}
    assert {name for _, name, _ in figures(standard=True)} == {income, "固定资产投资"}
    assert figures(canonical=[]) == []
    assert {name for _, name, _ in figures(canonical=[income], parts=["固定"])} == {income, "固定资产投资"}
    assert len(figures(measures=["growth"], scopes=["place"], periods=["2025"])) == 4
    assert len(figures(periods=["2023"])) == 0


def test_what_is_planned_has_a_name_that_goals_have(database):
    town = TOWN.replace("建成项目5-8个", "完成固定资产投资3亿元")
    unplanned = town.replace("，固定资产投资增长10%以上", "")

    def planned():
        return {(each.place, each.observation.canonical) for each in database.records(planned=True)}

    income, investment = "一般公共预算收入", "固定资产投资"
    store(database, report_of(unplanned))
    assert planned() == {("桥头镇", income)}
    store(database, report_of(town.replace("桥头镇", "沙河镇"), "other.txt"))
    assert planned() == {(town, name) for town in ("桥头镇", "沙河镇") for name in (income, investment)}


def test_records_without_sentences_are_the_same_in_all_else(database, report):
    store(database, report)
    bare = [replace(each, sentence=None) for each in database.records()]
    assert [*database.records(sentences=False)] == bare


def test_what_is_told_is_told_of_the_figures_asked_for(database, report):
    store(database, report)
    goals = {mention_of(each) for each in expected(report, "town.txt") if each.observation.kind == "goal"}
    assert {*database.told(kinds=["goal"])} == goals


def test_a_report_is_replaced_as_a_whole(database, report):
    store(database, report)
    database.close()
    before = counts(database.path)
    shorter = replace(report, sections=report.sections[:2], keywords=report.keywords[:1])
    with Database(database.path, write=True) as again:
        store(again, shorter)
        assert written(again.records()) == written(expected(shorter, "town.txt"))
    after = counts(database.path)
    assert after["reports"] == before["reports"] == 1
    assert after["sections"] == 2 < before["sections"]
    assert after["keywords"] < before["keywords"]


def test_a_changed_file_leaves_nothing_of_what_it_was(database, report):
    store(database, report)
    changed = report_of(TOWN.replace("12公里", "15公里"))
    store(database, changed)
    assert database.reports() == {changed.sha256: "made"}
    assert len([*database.records()]) == 6
    database.close()
    assert {row[0] for row in dump(database.path)["statements"]} == {changed.sha256}


def test_two_files_with_one_report_are_two_sources(database, report, lines):
    database.write(Changes([lines], {"b.txt": report.sha256, "a.txt": report.sha256}), {})
    assert database.sources() == {"a.txt": report.sha256, "b.txt": report.sha256}
    assert {record.source for record in database.records()} == {"a.txt"}
    assert len([*database.records()]) == 6
    database.write(Changes(gone=["a.txt"]), {})
    assert {record.source for record in database.records()} == {"b.txt"}
    database.write(Changes(gone=["b.txt"]), {})
    database.close()
    assert not any(counts(database.path)[name] for name in ("reports", "sources", "sections", "observations"))


def test_a_file_is_listed_as_skipped_until_it_is_read(database, report):
    database.write(Changes(unread=[Unread(Skipped("town.txt", "no text", "Save it."), None)]), {})
    database.write(Changes(unread=[Unread(Skipped("town.txt", "too slow", "Wait."), "ab")]), {})
    assert database.skipped() == {"town.txt"}
    assert [*database.rows("skipped")[1]] == [("town.txt", "too slow", "Wait.", "ab")]
    store(database, report)
    assert database.skipped() == set()


def test_what_fails_leaves_nothing(database, report, lines):
    store(database, report)
    broken = replace(lines, sha256="0" * 64, tables=lines.tables | {"keywords": b"{no json}\n"})
    with pytest.raises(StoreError, match="cannot be written"):
        database.write(Changes([broken], {"broken.txt": "0" * 64}, gone=["town.txt"]), {})
    assert database.sources() == {"town.txt": report.sha256}
    assert len([*database.records()]) == 6


def test_what_made_it_is_in_the_table_meta(database):
    database.write(Changes(), {"extraction": "1"})
    database.write(Changes(), {"extraction": "2"})
    database.close()
    assert dump(database.path)["meta"] == [("extraction", "2"), ("version", "2")]
