"""`places`, and the codes in what the other commands print, as a user runs them."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from reportcli.cli.app import app
from reportcli.errors import UnknownPlaceError

REPORT = """镇江市京口区象山街道2024年工作计划

一、2023年工作回顾
象山街道全年完成一般公共预算收入1.2亿元，增长8%。
二、2024年工作计划
象山街道力争一般公共预算收入增长7%，固定资产投资增长10%以上。
"""


def run(*arguments: str, code: int = 0):
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code == code, result.output
    return result


def rows(*arguments: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(run("places", *arguments, "--format", "csv").stdout))]


def test_a_name_is_looked_up_with_what_it_lies_in():
    assert len(rows("金山街道")) >= 15
    assert rows("金山街道", "--in", "镇江") == rows("金山街道", "--in", "3211")
    assert rows("金山街道", "--in", "镇江") == [
        {
            "code": "321111005000",
            "name": "金山街道",
            "level": "town",
            "county": "润州区",
            "city": "镇江市",
            "province": "江苏省",
            "list": "MCA2025",
            "abolished": "false",
        }
    ]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("新民洲", ["321102401000"]),
        ("321102", ["321102"]),
        ("320000", ["32"]),
        ("清苑县", ["130608"]),
        ("临沂高新区", ["371371"]),
        ("红河州", ["5325"]),
    ],
)
def test_a_part_of_a_name_a_code_and_another_name_are_looked_up(query, codes):
    assert [row["code"] for row in rows(query)] == codes


def test_the_name_itself_stands_before_those_that_it_is_part_of():
    found = [row["name"] for row in rows("金山镇")]
    assert found[0] == "金山镇"
    assert len(found) > found.count("金山镇")
    assert "金山镇" not in found[found.count("金山镇") :]


def test_what_a_short_name_means_stands_first_too():
    found = [row["name"] for row in rows("巴州")]
    assert found[0] == "巴音郭楞蒙古自治州"
    assert "巴州区" in found


def test_an_area_is_listed():
    names = [row["name"] for row in rows("--in", "京口区")]
    assert {"健康路街道", "象山街道", "新民洲临港产业园"} <= set(names)
    assert "京口区" not in names
    assert {row["county"] for row in rows("--in", "京口区")} == {"京口区"}


def test_a_pipe_gets_tsv_a_program_json_a_person_a_table():
    assert run("places", "321102").stdout.splitlines()[1].split("\t")[:3] == ["321102", "京口区", "county"]
    assert json.loads(run("places", "321102", "-f", "json").stdout)[0]["abolished"] is False
    table = run("places", "321102", "-f", "table", "--lang", "zh").stdout
    assert "区划代码" in table
    assert "县级" in table
    assert "MCA2025" not in table


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["某某某"], "某某某: no place of that name or code"),
        (["金山街道", "--in", "大同"], "金山街道: no place of that name or code in 大同"),
        (["金山街道", "--in", "某某某"], "某某某: no place of that name or code"),
        (["999999"], "999999: no place of that name or code"),
    ],
)
def test_what_is_not_there_is_told(arguments, told):
    result = CliRunner().invoke(app, ["places", *arguments])
    assert isinstance(result.exception, UnknownPlaceError)
    assert result.exception.problem == told


def test_nothing_to_look_up_is_wrong_usage():
    assert "--in" in run("places", code=2).stderr


def test_rows_and_reports_have_the_codes(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    found = [*csv.DictReader(io.StringIO(run("extract", str(path), "-f", "csv").stdout))]
    assert found
    assert {row["region_code"] for row in found} == {"321102006000"}
    [report] = json.loads(run("summarize", str(path), "-f", "json").stdout)
    assert report["place_code"] == "321102006000"
    assert {section["region_code"] for section in report["sections"]} == {"321102006000"}


def test_verbose_tells_why_a_place_has_no_code(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("镇江市京口区象山街道", "金山街道").replace("象山", "金山"), encoding="utf-8")
    assert "no code for" not in run("extract", str(path)).stderr
    assert "no code for 金山街道: 15 divisions of that name" in run("extract", str(path), "--verbose").stderr
