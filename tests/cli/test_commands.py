"""The commands in this process: what they print, and the code they end with."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from reportcli.cli.app import app
from reportcli.errors import OutputError
from reportcli.rendering.rows import OBSERVATION_COLUMNS, STATEMENT_COLUMNS

TOWN = """桥头镇2024年工作总结和2025年工作计划

一、2024年工作总结
全年完成一般公共预算收入1.2亿元，增长8%。新建农村公路12公里。
基础设施还有不少短板，部分项目进展缓慢。

二、2025年工作计划
2025年主要预期目标是：一般公共预算收入增长7%，固定资产投资增长10%以上。
要持续改善人居环境，推进农村生活污水治理。
"""


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.txt"
    path.write_text(TOWN, encoding="utf-8")
    return str(path)


def run(*arguments: str, code: int = 0, **options: object):
    result = CliRunner().invoke(app, [*arguments], **options)  # type: ignore[arg-type]
    assert result.exit_code == code, result.output
    return result


def rows(*arguments: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout))]


def test_summarize_shows_tables(town):
    page = run("summarize", town, "--lang", "zh").stdout
    assert "一般公共预算收入" in page
    assert "2025年目标" in page
    assert "\x1b" not in page
    assert "Goal 2025" in run("summarize", town, "--lang", "en").stdout


def test_summarize_as_jsonl_gives_whole_reports_with_the_path_as_given(town, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(TOWN, encoding="gb18030")
    lines = run("summarize", town, str(other), "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["source"] for line in lines] == [town, str(other)]
    assert json.loads(lines[1])["encoding"] == "gb18030"
    assert json.loads(run("summarize", town, "--format", "json").stdout) == [json.loads(lines[0])]


def test_extract_gives_a_row_a_number(town):
    found = rows("extract", town)
    assert tuple(found[0]) == OBSERVATION_COLUMNS
    assert [row["quote"] for row in found] == ["1.2亿元", "8%", "12公里", "7%", "10%"]
    assert found[-1]["sentence"].startswith("2025年主要预期目标是")


@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        (["--kind", "goal"], ["7%", "10%"]),
        (["--kind", "goal", "--kind", "achievement"], ["1.2亿元", "8%", "12公里", "7%", "10%"]),
        (["--indicator", "公路"], ["12公里"]),
        (["--indicator", "公路", "--indicator", "固定"], ["12公里", "10%"]),
        (["--period", "2025"], ["7%", "10%"]),
        (["--region", "桥头", "--kind", "goal"], ["7%", "10%"]),
        (["--region", "别处"], []),
        (["--scope", "policy"], []),
    ],
)
def test_extract_gives_only_what_is_asked_for(town, filters, quotes):
    assert [row["quote"] for row in rows("extract", town, *filters)] == quotes


def test_extract_headline_leaves_the_tasks_out(town):
    found = rows("extract", town, "--headline", "--kind", "goal")
    assert [row["quote"] for row in found] == ["7%", "10%"]


def test_extract_gives_statements(town):
    found = rows("extract", town, "--statements", "--kind", "goal")
    assert tuple(found[0]) == STATEMENT_COLUMNS
    assert any(row["text"].startswith("要持续改善人居环境") for row in found)


def test_extract_of_problems_is_of_statements(town):
    assert [row["text"] for row in rows("extract", town, "--kind", "problem")] == [
        "基础设施还有不少短板，部分项目进展缓慢。"
    ]


def test_extract_gives_the_columns_asked_for(town):
    found = rows("extract", town, "--columns", "line, figure,indicator", "--kind", "goal")
    assert [*found[0].items()] == [("line", "8"), ("figure", "增长7%"), ("indicator", "一般公共预算收入")]


def test_extract_lays_wide(town):
    (row,) = rows("extract", town, "--wide", "--kind", "goal")
    assert row == {
        **{"source": town, "place": "桥头镇", "region": "桥头镇", "year": "2025"},
        **{
            "一般公共预算收入.growth.goal": "7",
            "固定资产投资.growth.goal": "10",
            "固定资产投资.growth.goal.bound": ">=",
        },
    }
    (row,) = rows("extract", town, "--wide", "--indicator", "公路")
    assert [value for name, value in row.items() if "公路" in name] == ["12"]


def test_rows_in_a_pipe_are_tsv(town):
    for command in ("extract", "sections", "keywords"):
        assert run(command, town).stdout.startswith("source\tplace\tyear\t")


def test_tables_have_the_columns_that_people_read(town):
    assert run("extract", town, "--format", "table", "--lang", "zh").stdout.startswith("地方")
    assert run("sections", town, "--format", "markdown", "--lang", "en").stdout.startswith("| line | level | role |")


def test_sections_and_keywords(town):
    assert ("plan", "二、2025年工作计划") in [(row["role"], row["title"]) for row in rows("sections", town)]
    assert {row["rank"] for row in rows("keywords", town) if not row["section"]} >= {"1", "2"}


def test_text_is_what_offsets_point_into(town):
    text = run("text", town).stdout
    assert text == TOWN
    assert all(text[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows("extract", town))


def test_schema_is_json():
    assert json.loads(run("schema").stdout)["$ref"] == "#/$defs/Report"


def test_standard_input_is_a_report():
    (report,) = json.loads(run("summarize", "-", "--format", "json", input=TOWN.encode()).stdout)
    assert report["source"] == "-"


@pytest.mark.parametrize("command", ["summarize", "extract", "sections", "keywords"])
def test_what_cannot_be_read_is_told_in_two_lines_and_the_rest_is_done(town, tmp_path, command):
    result = run(command, str(tmp_path / "no.txt"), town, "--format", "jsonl", code=6)
    problem, remedy, count = result.stderr.splitlines()
    assert problem == f"error: {tmp_path / 'no.txt'}: no such file or folder"
    assert remedy
    assert count == "1 of 2 inputs skipped"
    assert result.stdout


def test_nothing_to_read_writes_nothing(tmp_path):
    (tmp_path / "empty.txt").touch()
    output = tmp_path / "out.json"
    result = run("summarize", str(tmp_path / "empty.txt"), "--format", "json", "--output", str(output), code=3)
    assert len(result.stderr.splitlines()) == 2
    assert (result.stdout, output.exists()) == ("", False)
    assert run("summarize", str(tmp_path / "a"), str(tmp_path / "b"), code=3).stderr.endswith("2 of 2 inputs skipped\n")


def test_quiet_leaves_out_the_closing_line_but_not_the_errors(town, tmp_path):
    result = run("summarize", str(tmp_path / "no.txt"), town, "--quiet", code=6)
    assert len(result.stderr.splitlines()) == 2


def test_verbose_says_how_each_input_was_read(town):
    told = run("summarize", town, "--verbose").stderr.splitlines()
    assert told[0] == f"info: {town}: {len(TOWN)} characters, utf-8"
    assert run("summarize", town).stderr == ""


def test_warnings_are_told_unless_quiet(tmp_path):
    path = tmp_path / "odd.txt"
    # One byte of many that is no UTF-8.
    path.write_bytes((TOWN * 40).encode().replace("公路".encode(), "公".encode() + b"\xff", 1))
    assert run("sections", str(path)).stderr.startswith(f"warning: {path}: ")
    assert run("sections", str(path), "--quiet").stderr == ""


def test_a_path_of_control_characters_is_told_without_them(tmp_path):
    assert "\x1b" not in run("summarize", str(tmp_path / "a\x1b[2J.txt"), code=3).stderr


def test_output_goes_to_the_file_and_nowhere_else(town, tmp_path):
    output = tmp_path / "out.csv"
    assert run("extract", town, "--output", str(output)).stdout == ""
    assert output.read_text(encoding="utf-8").startswith("source,place,year")


def test_an_input_is_kept(town):
    result = CliRunner().invoke(app, ["summarize", town, "--output", town])
    assert isinstance(result.exception, OutputError)
    with open(town, encoding="utf-8") as file:
        assert file.read() == TOWN


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--statements", "--headline"],
        ["extract", "--kind", "problem", "--wide"],
        ["extract", "--columns", "value,nothing"],
        ["extract", "--wide", "--columns", "value"],
        ["extract", "--kind", "wish"],
        ["summarize", "--format", "xml"],
        ["summarize", "--no-such-option"],
        ["summarise"],
        ["sections", "--lang", "fr"],
    ],
)
def test_wrong_usage(town, arguments):
    result = run(*arguments, town, code=2)
    assert result.stdout == ""
    assert "Error" in result.stderr


def test_help_has_an_example_for_every_command():
    listed = run("--help").stdout
    for command in app.registered_commands:
        name = command.callback.__name__
        assert f"\n  {name} " in listed
        assert f"reportcli {name} " in run(name, "--help").stdout.partition("Example")[2]


def test_version():
    assert run("--version").stdout.startswith("reportcli ")
