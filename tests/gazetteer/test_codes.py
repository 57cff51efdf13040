"""The codes of places in reports: compositions of our own with real places, and the codes that they must get."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli import analyze
from reportcli.gazetteer.codes import find_codes
from reportcli.model import Document, Outline, Report, Section
from reportcli.settings import Settings


def read(text: str, source: str | None = None, **settings: object) -> Report:
    return analyze(Document(text, source), Settings(keywords=0, sentences=0, **settings))  # type: ignore[arg-type]


def round_up(head: str, *places: str) -> str:
    """A newspaper page with a part on each of the places."""
    parts = (
        f"{place}\n2023年，{place}完成一般公共预算收入{number}.5亿元，增长{number}%，新增规上企业{number}家。"
        f"2024年，{place}力争一般公共预算收入增长{number + 1}%，固定资产投资增长{number + 2}%，确保实现开门红。\n"
        for number, place in enumerate(places, start=3)
    )
    return f"{head}\n" + "\n".join(parts)


def by_region(report: Report) -> dict[str, str | None]:
    return {section.region: section.region_code for section in report.sections if section.region}


def report_of(place: str, title: str, body: str = "") -> str:
    """A work report of one place."""
    return (
        f"{title}\n各位代表：\n现在，我代表{place}人民政府向大会报告工作，请予审议。\n"
        f"一、2023年工作回顾\n全年完成一般公共预算收入3.2亿元，增长6%。{body}\n"
        "二、2024年工作安排\n今年的主要预期目标是：一般公共预算收入增长5%，固定资产投资增长8%。\n"
    )


ROUND_UPS = [
    (
        round_up(
            "镇江市各板块晒成绩 亮目标",
            "金山街道",
            "健康路街道",
            "新民洲临港产业园",
            "镇江经开区",
            "象山街道（大禹山）",
        ),
        "3211",
        {
            "金山街道": "321111005000",
            "健康路街道": "321102002000",
            "新民洲临港产业园": "321102401000",
            "镇江经开区": "321171",
            "象山街道（大禹山）": "321102006000",
        },
    ),
    (
        round_up("临沂市2024年各县区工作会议综述", "兰山区", "郯城县", "临沂高新区", "临沂经开区"),
        "3713",
        {"兰山区": "371302", "郯城县": "371322", "临沂高新区": "371371", "临沂经开区": None},
    ),
    (
        round_up("大连市各功能区发展综述", "高新区", "保税区", "庄河市"),
        "2102",
        {"高新区": None, "保税区": None, "庄河市": "210283"},
    ),
    (
        round_up("湖州市乡镇巡礼", "织里镇", "练市镇", "梅溪镇", "新市镇"),
        "3305",
        {"织里镇": "330502100000", "练市镇": "330503101000", "梅溪镇": "330523101000", "新市镇": "330521114000"},
    ),
    (
        round_up("文山州各县市亮目标", "砚山县", "丘北县", "富宁县"),
        "5326",
        {"砚山县": "532622", "丘北县": "532626", "富宁县": "532628"},
    ),
]


@pytest.mark.parametrize(("text", "place", "codes"), ROUND_UPS)
def test_places_of_a_round_up_are_those_of_its_city(text: str, place: str, codes: dict[str, str | None]):
    report = read(text)
    assert report.place_code == place
    assert {name: code for name, code in by_region(report).items() if name != report.place} == codes


SINGLE = [
    (report_of("清苑县", "清苑县2008年政府工作报告"), "清苑县", "130608"),
    (report_of("四川省", "2024年四川省人民政府工作报告"), "四川省", "51"),
    (report_of("坪山新区", "深圳市坪山新区2014年工作报告"), "坪山新区", "440310"),
    (report_of("恩施州", "恩施州2024年政府工作报告"), "恩施州", "4228"),
    (report_of("沿河土家族自治县", "沿河土家族自治县2024年政府工作报告"), "沿河土家族自治县", "520627"),
    # one of two: told by the title, by its own streets, by the city that it names
    (report_of("朝阳区", "长春市朝阳区2024年政府工作报告"), "朝阳区", "220104"),
    (report_of("朝阳区", "朝阳区2024年政府工作报告", "完成酒仙桥街道、望京街道、潘家园街道改造。"), "朝阳区", "110105"),
    (
        report_of("通州区", "通州区2024年政府工作报告", "南通市下达的任务全部完成，南通市考核列第二。"),
        "通州区",
        "320612",
    ),
    # one of ten, and of thirteen: told by what stands before it
    (report_of("新市镇", "德清县新市镇2024年政府工作报告"), "新市镇", "330521114000"),
    (report_of("石门镇", "浙江省桐乡市石门镇2024年政府工作报告"), "石门镇", "330483103000"),
]


@pytest.mark.parametrize(("text", "place", "code"), SINGLE)
def test_the_place_of_a_report(text: str, place: str, code: str):
    report = read(text)
    assert (report.place, report.place_code) == (place, code)
    assert set(by_region(report).values()) == {code}
    records = [record for section in report.sections for record in (*section.observations, *section.statements)]
    assert len(records) > 4
    assert {(record.region, record.region_code) for record in records} == {(place, code)}


@pytest.mark.parametrize("source", ["reports/长春/2024.txt", "吉林省/朝阳区.txt"])
def test_the_path_of_a_file_tells_where_a_place_is(source: str):
    text = report_of("朝阳区", "朝阳区2024年政府工作报告")
    assert read(text).place_code is None
    assert read(text, source).place_code == "220104"


def test_an_ambiguous_place_has_no_code_and_the_reason_is_told(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "reportcli")
    report = read(report_of("金山街道", "金山街道2024年政府工作报告"), "page.txt")
    assert report.place_code is None
    [told] = [record.getMessage() for record in caplog.records if "金山街道" in record.getMessage()]
    assert told.startswith("page.txt: no code for 金山街道: 15 divisions of that name")


def test_a_place_of_another_county_is_not_taken_for_it():
    # There is one 梅桥镇 in the nation, which lies in another county than this one.
    assert read(report_of("荷塘县梅桥镇", "荷塘县梅桥镇2024年政府工作报告")).place_code is None


def test_a_town_of_an_unknown_county_is_not_the_only_one_of_its_name():
    # 织里镇 is the only one in the nation; nothing says that this is it.
    report = read(round_up("澜溪县各镇亮目标", "织里镇", "云岭镇"))
    assert report.place == "澜溪县"
    assert set(by_region(report).values()) == {None}


def test_places_that_lie_together_tell_where_they_are():
    codes = codes_of(None, "健康路街道", "金山街道", "宝塔路街道", "澜溪街道")
    assert codes == {
        "健康路街道": "321102002000",
        "金山街道": "321111005000",
        "宝塔路街道": "321111001000",
        "澜溪街道": None,
    }


def test_the_section_tells_which_of_two_towns_of_a_city_is_meant():
    places = {"丁卯街道": "镇江新区丁卯街道召开大会。", "大港街道": "大港街道召开大会。"}
    assert codes_of("镇江市", **places) == {
        "镇江市": "3211",
        "丁卯街道": "321171001000",
        "大港街道": "321102008000",  # where nothing tells, the ministry's
    }


def test_an_alias_in_the_settings_goes_before_all_else():
    text = round_up("镇江市各板块晒成绩 亮目标", "金山街道", "高新区")
    assert by_region(read(text))["高新区"] is None
    assert by_region(read(text, aliases={"高新区": "润州区"}))["高新区"] == "321111"
    assert by_region(read(text, aliases={"高新区": "321111", "金山街道": "321111005"})) == {
        "镇江市": "3211",
        "高新区": "321111",
        "金山街道": "321111005000",
    }


@pytest.mark.parametrize("code", ["3", "320199", "3201995", "3201990010000", "３２"])
def test_a_code_in_the_settings_need_not_be_in_the_lists(code: str):
    report = read(report_of("云岭县", "云岭县2024年政府工作报告"), aliases={"云岭县": code})
    assert report.place_code == (code if code.isascii() else None)


def test_an_alias_in_a_lexicon_is_one_of_the_names(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text('gazetteer: {aliases: {滨江片区: "321102"}}\n', encoding="utf-8")
    text = round_up("镇江市各板块晒成绩 亮目标", "金山街道", "滨江片区")
    assert by_region(read(text))["滨江片区"] is None
    assert by_region(read(text, lexicon=(str(own),)))["滨江片区"] == "321102"


def codes_of(place: str | None, *names: str, **texts: str) -> dict[str, str | None]:
    """The codes of regions with these names, or texts, in a report of that place."""
    texts = {**dict.fromkeys(names, ""), **texts}
    sections, text = [], ""
    for name, own in texts.items():
        sections.append(Section(name, name, None, "mixed", 1, len(text), len(text) + len(own), 1))
        text += own
    outline = Outline(doc_type="news", title=None, place=place, year=2024, published=None, sections=tuple(sections))
    found = find_codes(Document(text), outline, {})
    assert found.place == (found.regions[place] if place else None)
    return dict(found.regions)


NAMES = st.sampled_from(
    ["金山街道", "镇江市", "高新区", "朝阳区", "城关镇", "东乡县", "红河州", "街道", "区", "x", "（）"]
)


@given(st.none() | NAMES, st.lists(NAMES, max_size=4), st.text(max_size=20))
def test_whatever_the_places_every_one_is_answered(place: str | None, names: list[str], text: str):
    codes = codes_of(place, **dict.fromkeys(names, text))
    assert set(codes) == {*names, *([place] if place else [])}
