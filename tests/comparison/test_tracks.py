import json
from decimal import Decimal

import pytest
from built_records import record
from county_reports import REPORTS, gather, read_reports

from reportcli.comparison.places import find_places
from reportcli.comparison.records import mention_of
from reportcli.comparison.track_rows import TRACK_COLUMNS, summary_rows, track_objects, track_rows
from reportcli.comparison.tracks import Track, find_tracks
from reportcli.model import Observation, Record
from reportcli.rendering.json import encode


@pytest.fixture(scope="module")
def tracks() -> tuple[Track, ...]:
    return find_tracks(*gather(read_reports(REPORTS)))


def track(*records: Record) -> tuple[Track, ...]:
    return find_tracks(records, find_places(map(mention_of, records), {}))


def told(found: Track) -> tuple[str | None, str | None, str, str | None]:
    """The goal, the result, what came of it and how far it was."""
    sides = [side and side.observation.quote for side in (found.goal, found.result)]
    return sides[0], sides[1], found.outcome, None if found.difference is None else str(found.difference)


def of(tracks: tuple[Track, ...], canonical: str, period: str) -> list[tuple[str | None, str | None, str, str | None]]:
    return [told(each) for each in tracks if (each.canonical, each.period) == (canonical, period)]


@pytest.mark.parametrize(
    ("canonical", "period", "expected"),
    [
        # the first result is an estimate, a later report has another; the quoted goal is no second one
        ("地区生产总值", "2021", [("7%", "8.2%", "met", "1.2"), ("7%", "8.0%", "met", "1")]),
        # 左右 is not judged, and the result stands in the report of another name
        ("地区生产总值", "2022", [("6.5%", "5.9%", "undecided", "-0.6")]),
        ("地区生产总值", "2023", [("6%", None, "no_report", None)]),
        # two tiers are two goals; the result is on another basis
        (
            *("一般公共预算收入", "2021"),
            [("6%", None, "undecided", None), ("7%", None, "undecided", None), (None, "6.5%", "unplanned", None)],
        ),
        ("一般公共预算收入", "2022", [("5%", "5%", "met", "0")]),
        ("固定资产投资", "2021", [("8%", "9.5%", "undecided", "1.5")]),
        ("城镇登记失业率", "2021", [("4%", "3.4%", "met", "-0.6")]),
        ("社会消费品零售总额", "2021", [("0.9万亿元", "8000亿元", "missed", "-0.1")]),
        ("常住人口", "2021", [("52万人", "50.5万人", "undecided", "-1.5")]),
        ("规上工业增加值", "2022", [("8%至10%", "12%", "met", "2")]),
        ("单位地区生产总值能耗", "2022", [("3%", "3.4%", "met", "-0.4")]),
        ("粮食产量", "2021", [("30万吨", None, "open", None)]),
        ("粮食产量", "2022", [("30万吨", None, "open", None)]),
    ],
)
def test_goals_stand_beside_their_results(tracks, canonical, period, expected):
    assert of(tracks, canonical, period) == expected


def test_all_of_it_is_one_place(tracks):
    assert {each.place.name for each in tracks} == {"青岚区"}


def test_a_goal_counts_once_by_its_first_final_result(tracks):
    counted = [told(each)[1] for each in tracks if each.counts and each.canonical == "地区生产总值"]
    assert counted == ["8.0%", "5.9%", None]
    revised = track(record("7%", kind="goal", year=2024), record("8%"), record("6%", source="b", year=2027))
    assert [(told(each)[1], each.counts) for each in revised] == [("8%", True), ("6%", False)]


def test_results_of_what_no_goal_was_set_for_are_left_out_unless_asked_for():
    records, places = gather(read_reports({"2021.txt": REPORTS["2021.txt"]}))
    assert of(find_tracks(records, places), "地区生产总值", "2020") == [(None, "4.1%", "unplanned", None)]
    levels = [each for each in find_tracks(records, places, unplanned=True) if each.measure == "level"]
    assert (None, "210.5亿元", "unplanned", None) in map(told, levels)
    assert not [each for each in find_tracks(records, places) if told(each)[1] == "210.5亿元"]


def test_growth_and_level_years_and_places_are_never_mixed():
    goal = record("7%", kind="goal", year=2024)
    others = [
        record("700亿元", measure="level"),
        record("8%", period="2023"),
        record("8%", period="2024-S1"),
        record("8%", place="乙县"),
        record("8%", rate="average"),
        record("8%", scope="context"),
        record("8个百分点"),
    ]
    (found,) = [each for each in track(goal, *others) if each.goal]
    assert found.result is None
    assert found.outcome == "undecided"


def test_streets_of_a_page_are_tracked_each_for_itself():
    page = {"place": "甲县", "source": "page"}
    found = track(
        record("7%", kind="goal", **page, region="东街道"),
        record("9%", kind="goal", **page, region="西街道"),
        record("8%", place="甲县", source="next", region="东街道", year=2026),
        record("8%", place="甲县", source="next", region="西街道", year=2026),
    )
    assert [(each.place.name, each.outcome) for each in found] == [("东街道", "met"), ("西街道", "missed")]


def test_a_goal_is_due_when_a_report_looks_back_on_its_time():
    goal, plan = record("7%", kind="goal", year=2024), record("5%", kind="goal", period="2025", year=2025, source="b")
    assert [each.outcome for each in track(goal)] == ["no_report"]
    assert [each.outcome for each in track(goal, plan)] == ["open", "no_report"]
    # a report that sets no goals is on its own year
    communique = record("3%", canonical="一般公共预算收入", year=2024, source="c")
    assert [each.outcome for each in track(goal, communique)] == ["open"]
    # the report on 2024 is missing among those that there are
    later = record("5%", kind="goal", period="2026", year=2026, source="d")
    assert [each.outcome for each in track(goal, later)] == ["no_report", "no_report"]


def test_what_has_no_standard_name_or_no_time_is_not_tracked():
    assert track(record("7%", kind="goal", canonical=None), record("7%", kind="goal", period=None, start=5)) == ()


def test_rows_hold_goal_and_result_laid_flat(tracks):
    rows = track_rows(tracks)
    row = dict(zip(rows.columns, rows.rows[1], strict=True))
    assert rows.columns == TRACK_COLUMNS
    assert (row["region"], row["canonical"], row["measure"], row["period"]) == (
        *("青岚区", "地区生产总值", "growth"),
        "2021",
    )
    assert (row["goal_source"], row["goal_value"], row["goal_bound"]) == ("2021.txt", Decimal(7), ">=")
    assert (row["result_source"], row["result_value"], row["result_estimated"]) == ("2022.txt", Decimal("8.2"), True)
    assert (row["met"], row["difference"]) == (True, Decimal("1.2"))
    unplanned = dict(zip(rows.columns, rows.rows[0], strict=True))
    assert (unplanned["goal_value"], unplanned["result_value"], unplanned["met"]) == (None, Decimal("4.1"), None)


def test_objects_have_the_keys_of_the_contract(tracks):
    first, second, *_ = (json.loads(encode(each)) for each in track_objects(tracks))
    keys = ["region", "region_code", "canonical", "measure", "period", "goal", "result", "met", "difference"]
    assert [*first] == [*second] == keys
    assert first["goal"] is None
    assert [*second["goal"]] == [*second["result"]] == ["source", *Observation.__struct_fields__]


def test_the_summary_counts_each_goal_once(tracks):
    rows = summary_rows(tracks)
    assert [row[2:] for row in rows.rows] == [
        (2021, 8, 2, 1, 4, 1, 0, Decimal("0.667")),
        (2022, 5, 3, 0, 1, 1, 0, Decimal("1.000")),
        (2023, 1, 0, 0, 0, 0, 1, None),
    ]
