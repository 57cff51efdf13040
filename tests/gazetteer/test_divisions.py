"""The tables of divisions: their shape, and what is found in them."""

from __future__ import annotations

import gzip
import runpy
from pathlib import Path

import pytest

from reportcli.gazetteer.divisions import Division, at, containing, inside, named, parents, shorten
from reportcli.lexicon import DATA

TABLES = {
    name: [line.split("\t") for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]
    for name in ("divisions", "towns")
}
TOOL = Path(__file__).parents[2] / "tools/build_places.py"


def test_each_line_is_a_division_in_the_order_of_codes():
    for rows in TABLES.values():
        assert rows[0] == ["code", "name", "list"]
        assert rows[1:] == sorted(rows[1:], key=lambda row: (row[0], row[2], row[1]))
        assert all(row[0].isdecimal() and row[1] and row[2] in "MmN" for row in rows[1:])
    assert len({row[0] for row in TABLES["divisions"]}) == len(TABLES["divisions"])
    assert {len(row[0]) for row in TABLES["divisions"][1:]} == {2, 4, 6}
    assert {len(row[0]) for row in TABLES["towns"][1:]} == {12}


def test_each_town_lies_in_a_province_and_in_a_city_or_county():
    above = {row[0] for row in TABLES["divisions"]}
    for code, *_ in TABLES["towns"][1:]:
        assert code[:2] in above
        assert code[:4] in above or code[:6] in above


@pytest.mark.parametrize(
    ("code", "name", "level"),
    [
        ("32", "江苏省", "province"),
        ("3211", "镇江市", "city"),
        ("321102", "京口区", "county"),
        ("321171", "镇江新区", "county"),
        ("321102002000", "健康路街道", "town"),
        # as other lists write them
        ("320000", "江苏省", "province"),
        ("321100", "镇江市", "city"),
        ("321102000000", "京口区", "county"),
        ("321102002", "健康路街道", "town"),
        # a city without counties is no county of its own
        ("441900", "东莞市", "city"),
        # the first and the last line of each table
        ("11", "北京市", "province"),
        ("110101001000", "东华门街道", "town"),
    ],
)
def test_a_code_leads_to_its_division(code: str, name: str, level: str):
    division = at(code)
    assert division is not None
    assert (division.name, division.level) == (name, level)
    assert shorten(code) == division.code


@pytest.mark.parametrize("code", ["", "9", "99", "3299", "329999", "321102999000", "1101", "code", "name"])
def test_an_unknown_code_leads_nowhere(code: str):
    assert at(code) is None


def test_every_division_is_found_by_its_code_and_by_its_name():
    for rows in TABLES.values():
        for code, name, letter in [*rows[1:400:57], *rows[-3:]]:
            division = Division(code, name, "NBS2023" if letter == "N" else "MCA2025", letter == "m")
            assert division in named(name)
            assert division in named(name, code[:2])
            assert division in inside(code[:4])
            found = at(code)
            assert found is not None
            assert found.code == code


def test_a_name_is_found_everywhere_or_in_an_area():
    assert len(named("金山街道")) == 15
    assert [each.code for each in named("金山街道", "3211")] == ["321111005000"]
    assert named("金山") == named("街道\t") == named("") == ()
    assert named("金山街道", "9999") == ()


def test_many_names_are_found_as_few_are():
    names = [row[1] for row in TABLES["towns"][1::300]] + [row[1] for row in TABLES["divisions"][1::100]]
    few = {name: (*named(name, "1"), *named(name, "2"), *named(name, "3")) for name in names}
    for name in names:
        assert tuple(each for each in named(name) if each.code < "4") == tuple(sorted(few[name], key=in_tables))
    assert named("金山街道\tM") == ()


def in_tables(division: Division) -> tuple[bool, str]:
    return division.level == "town", division.code


def test_a_part_of_a_name_is_found():
    assert Division("321102401000", "新民洲临港产业园", "NBS2023") in containing("新民洲")
    assert all("镇江" in each.name for each in containing("镇江"))
    assert {"镇江市", "镇江新区"} <= {each.name for each in containing("镇江")}
    assert containing("3211") == ()


def test_what_lies_in_an_area():
    names = [each.name for each in inside("321102")]
    assert names[0] == "京口区"
    assert {"健康路街道", "象山街道"} < set(names)
    assert "金山街道" not in names
    assert inside("999999") == ()
    assert {len(each.code) for each in inside("")} == {2, 4, 6}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("321102002000", ["京口区", "镇江市", "江苏省"]),
        ("110101001000", ["东城区", "北京市"]),  # a municipality's districts lie in no city
        ("441900003000", ["东莞市", "广东省"]),
        ("3211", ["江苏省"]),
        ("32", []),
    ],
)
def test_what_a_division_lies_in(code: str, names: list[str]):
    assert [each.name for each in parents(code)] == names


SOURCE = """code\tname\tcounty\tcity\tprovince\tsource
110101001000\t甲街道\t东区\t市辖区\t北京市\tMCA2025
110101002000\t乙乡（撤销）\t东区\t市辖区\t北京市\tMCA2025
110101002000\t丙地区\t东区\t\t北京市\tNBS2023
110101003000\t丁家镇\t东区\t市辖区\t北京市\tMCA2025
110101003000\t丁家地区\t东区\t\t北京市\tNBS2023
441900001000\t戊街道\t东莞市\t东莞市\t广东省\tNBS2023
"""


def test_the_tables_are_built_from_a_list_of_towns(tmp_path: Path):
    source = tmp_path / "places.tsv.gz"
    source.write_bytes(gzip.compress(SOURCE.encode()))
    tool = runpy.run_path(str(TOOL))
    tool["main"].__globals__["TARGET"] = tmp_path
    tool["main"](str(source))
    assert (tmp_path / "divisions.tsv").read_text(encoding="utf-8").splitlines() == [
        "code\tname\tlist",
        "11\t北京市\tM",
        "110101\t东区\tM",
        "44\t广东省\tN",
        "4419\t东莞市\tN",
    ]
    assert (tmp_path / "towns.tsv").read_text(encoding="utf-8").splitlines() == [
        "code\tname\tlist",
        "110101001000\t甲街道\tM",
        "110101002000\t乙乡\tm",
        "110101003000\t丁家镇\tM",
        "110101003000\t丁家地区\tN",
        "441900001000\t戊街道\tN",
    ]
