"""`compare` and `track` as a user runs them, on reports of several years and on a page of streets."""

import csv
import io
import json
from pathlib import Path

import pytest
from test_commands import run
from test_process import on_terminal
from test_process import run as process

from reportcli.model import Observation
from reportcli.rendering.plain import columns_of
from reportcli.store import Database

YEARS = {
    "2022.txt": """2022年柳塘新区政府工作报告

一、2021年工作回顾
2021年，全区地区生产总值增长6.1%。

二、2022年工作安排
2022年主要预期目标是：地区生产总值增长7%以上，固定资产投资增长9%，城镇登记失业率控制在4%以内，粮食产量稳定在3万吨以上。
""",
    "2023.txt": """2023年柳塘区政府工作报告

一、2022年工作回顾
2022年，全区地区生产总值增长6.2%，固定资产投资增长10%，城镇登记失业率3.5%。

二、2023年工作安排
2023年主要预期目标是：地区生产总值增长6%左右。
""",
}

STREETS = """浔安区各街道谋划新一年
东湖街道：2023年，完成一般公共预算收入1.2亿元，增长5%，固定资产投资增长9%。2024年，力争一般公共预算收入增长6%。
西山街道：2023年，完成一般公共预算收入9000万元，新建口袋公园3个。2024年，力争一般公共预算收入突破1亿元。
南桥街道：2023年，固定资产投资增长4%。2024年，街道将全力以赴、再创佳绩。
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, text in YEARS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(STREETS, encoding="utf-8")
    return str(path)


def rows(*arguments: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout))]


def test_track_lays_goals_beside_results(folder):
    found = {(row["canonical"], row["period"]): row for row in rows("track", folder)}
    gdp = found["地区生产总值", "2022"]
    assert (gdp["region"], gdp["goal_value"], gdp["goal_bound"], gdp["result_value"]) == ("柳塘区", "7", ">=", "6.2")
    assert (gdp["met"], gdp["difference"]) == ("false", "-0.8")
    assert gdp["goal_source"].endswith("2022.txt")
    assert gdp["result_source"].endswith("2023.txt")
    assert [found[name, "2022"]["met"] for name in ("固定资产投资", "城镇登记失业率", "粮食产量")] == [
        "true",
        "true",
        "",
    ]
    assert found["地区生产总值", "2021"]["goal_value"] == ""
    assert found["地区生产总值", "2023"]["result_value"] == ""


def test_track_as_json_nests_the_observations(folder):
    objects = json.loads(run("track", folder, "--format", "json").stdout)
    assert [json.loads(line) for line in run("track", folder, "--format", "jsonl").stdout.splitlines()] == objects
    keys = {"region", "region_code", "canonical", "measure", "period", "goal", "result", "met", "difference"}
    assert all({*each} == keys for each in objects)
    gdp = next(each for each in objects if each["met"] is False)
    assert gdp["difference"] == -0.8
    assert [*gdp["goal"]] == ["source", *Observation.__struct_fields__]
    assert (gdp["goal"]["quote"], gdp["result"]["quote"]) == ("7%", "6.2%")


def test_track_as_a_table_has_the_words_of_the_report(folder):
    page = run("track", folder, "--format", "table", "--lang", "zh").stdout
    assert page.startswith("柳塘区    (目标5项: 达成2 未达成1 无法判定0 未再报告1 无该期报告1)")
    assert next(line for line in page.splitlines() if "增长7%以上" in line).split() == (
        ["地区生产总值", "2022年", "增长7%以上", "增长6.2%", "-0.8个百分点", "✗"]
    )
    assert "**met**" not in run("track", folder, "--format", "markdown").stdout
    assert run("track", folder, "--format", "markdown", "--lang", "en").stdout.startswith("## 柳塘区 (5 goals: 2 met")


@pytest.mark.parametrize(
    ("filters", "indicators"),
    [
        (["--indicator", "GDP", "--period", "2022"], ["地区生产总值"]),
        (["--open"], ["粮食产量"]),
        (["--region", "柳塘新区", "--period", "2023"], ["地区生产总值"]),
        (["--region", "别处"], []),
    ],
)
def test_track_gives_only_what_is_asked_for(folder, filters, indicators):
    assert [row["canonical"] for row in rows("track", folder, *filters)] == indicators


def test_track_gives_the_columns_asked_for(folder):
    found = rows("track", folder, "--columns", "canonical,goal_figure,result_figure,met", "--indicator", "失业率")
    assert [[*row.values()] for row in found] == [["城镇登记失业率", "4%以内", "3.5%", "true"]]


def test_track_sums_up(folder):
    found = {row["year"]: row for row in rows("track", folder, "--summary")}
    assert [*found] == ["2022", "2023"]
    assert [*found["2022"].values()] == ["柳塘区", "", "2022", "4", "2", "1", "0", "1", "0", "0.667"]
    assert [found["2023"][name] for name in ("no_report", "share")] == ["1", ""]


def test_aliases_say_which_places_are_one(folder, tmp_path):
    (tmp_path / "2023.txt").write_text(YEARS["2023.txt"].replace("柳塘区", "新柳区"), encoding="utf-8")
    assert {row["region"] for row in rows("track", folder)} == {"柳塘新区", "新柳区"}
    assert {row["region"] for row in rows("track", folder, "--alias", "柳塘新区=新柳区")} == {"新柳区"}
    assert rows("compare", folder, "--alias", "柳塘新区=新柳区", "--period", "2021")[0]["region"] == "新柳区"


def test_compare_shows_gaps(page):
    found = rows("compare", page)
    assert [(row["region"], row["gaps"], row["一般公共预算收入.level"]) for row in found] == [
        *(("东湖街道", "0", "1.2亿元"), ("西山街道", "1", "9000万元"), ("南桥街道", "1", "")),
    ]
    assert json.loads(run("compare", page, "--format", "json").stdout)[2]["一般公共预算收入.level"] is None
    table = run("compare", page, "--format", "table", "--lang", "zh").stdout
    assert table.startswith("2023年实绩    (3处 2个指标 缺2格)")
    assert "1.2亿元 +5%" in table
    assert "-- 报告未给出数字" in table
    assert "口袋公园" not in table
    assert any("口袋公园" in name for name in rows("compare", page, "--all")[0])
    assert run("compare", page, "--format", "markdown", "--lang", "en").stdout.startswith("# Result 2023 (3 places")


def test_compare_ranks_by_one_indicator(page):
    found = rows("compare", page, "--indicator", "财政收入", "--indicator", "GDP")
    assert {row["gaps"] for row in found} == {"2"}
    found = rows("compare", page, "--indicator", "一般公共预算收入")
    assert [(row["rank"], row["region"], row["figure"]) for row in found] == [
        *(("1", "东湖街道", "1.2亿元"), ("2", "西山街道", "9000万元"), ("", "南桥街道", "")),
    ]
    growth = rows("compare", page, "--indicator", "一般公共预算收入", "--measure", "growth", "--region", "街道")
    assert [row["figure"] for row in growth] == ["增长5%", "", ""]
    goals = rows("compare", page, "--indicator", "公共预算", "--kind", "goal", "--period", "2024")
    assert [row["bound"] for row in goals if row["region"] == "西山街道"] == [">="]
    table = run("compare", page, "--indicator", "一般公共预算收入", "--format", "table", "--lang", "zh").stdout
    assert table.startswith("2023年 一般公共预算收入 实绩    (由高到低)")


def test_rows_in_a_pipe_are_tsv(folder, page):
    assert run("track", folder).stdout.startswith("region\tregion_code\tcanonical\tmeasure\tperiod\tgoal_source\t")
    assert run("track", folder, "--summary").stdout.startswith("region\tregion_code\tyear\tgoals\t")
    assert run("compare", page).stdout.startswith("region\tregion_code\tgaps\t")
    assert run("compare", page, "--indicator", "GDP").stdout.startswith("rank\tregion\t")


@pytest.mark.parametrize(
    "arguments",
    [
        ["track", "--alias", "柳塘新区"],
        ["track", "--alias", "=柳塘区"],
        ["track", "--alias", "甲=乙", "--alias", "甲=丙"],
        ["compare", "--alias", "甲=乙", "--alias", "乙=甲"],
        ["track", "--summary", "--open"],
        ["track", "--summary", "--columns", "goal_value"],
        ["track", "--columns", "nothing"],
        ["compare", "--all", "--indicator", "GDP"],
        ["compare", "--kind", "problem"],
        ["compare", "--measure", "speed"],
    ],
)
def test_wrong_usage(folder, arguments):
    result = run(*arguments, folder, code=2)
    assert result.stdout == ""
    assert "Error" in result.stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_compared(page, tmp_path):
    for command in ("compare", "track"):
        result = run(command, page, str(tmp_path / "none.txt"), code=6)
        assert result.stdout
        assert result.stderr.startswith("error: ")
        assert run(command, str(tmp_path / "none.txt"), code=3).stdout == ""


def test_a_text_without_figures_gives_no_rows_and_no_error(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("今天天气很好。\n", encoding="utf-8")
    assert len(run("track", str(path)).stdout.splitlines()) == 1
    for arguments in (["track"], ["track", "--summary"], ["compare"], ["compare", "--indicator", "GDP"]):
        for format in ("table", "json", "csv", "markdown"):
            run(*arguments, str(path), "--format", format)


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tables_fit_the_terminal(folder, page, columns, lang):
    for arguments in (
        *(["track", folder], ["track", folder, "--summary"]),
        *(["compare", page], ["compare", page, "--all"], ["compare", page, "--indicator", "GDP"]),
    ):
        shown = on_terminal(*arguments, "--lang", lang, columns=columns, NO_COLOR="1")
        assert max(map(columns_of, shown.splitlines())) <= columns, arguments


@pytest.fixture
def db(folder, page, monkeypatch) -> str:
    """A database of the reports and the page, from whose folder they are called by the same names."""
    monkeypatch.chdir(folder)
    run("batch", "2022.txt", "2023.txt", Path(page).name, "--db", "reports.duckdb")
    return "reports.duckdb"


@pytest.mark.parametrize(
    "asked",
    [
        ["track"],
        ["track", "--all", "--format", "json"],
        ["track", "--format", "table"],
        ["track", "--columns", "goal_figure,result_sentence"],
        ["track", "--summary"],
        ["track", "--open"],
        ["track", "--indicator", "GDP", "--period", "2022"],
        ["track", "--indicator", "投资"],
        ["compare"],
        ["compare", "--kind", "goal", "--format", "json"],
        ["compare", "--all"],
        ["compare", "--period", "2023", "--measure", "growth"],
        ["compare", "--indicator", "一般公共预算收入"],
        ["compare", "--indicator", "公园"],
        ["compare", "--indicator", "公园", "--indicator", "GDP"],
        ["compare", "--region", "街道"],
    ],
)
def test_a_database_answers_as_its_files_do(db, asked):
    assert run(*asked, "--db", db).stdout == run(*asked, "2022.txt", "2023.txt", "page.txt").stdout


@pytest.mark.parametrize("command", ["track", "compare"])
def test_files_or_a_database_but_not_both(db, command):
    for paths in ([], ["page.txt", "--db", db]):
        assert "a database with --db" in run(command, *paths, code=2).output


@pytest.mark.parametrize("command", ["track", "compare"])
def test_the_database_is_never_written_over(db, command):
    before = Path(db).read_bytes()
    assert b"is one of the inputs" in process(command, "--db", db, "--output", db, code=2).stderr
    assert Path(db).read_bytes() == before


def test_a_database_without_reports_is_told(tmp_path):
    with Database(tmp_path / "empty.duckdb", write=True):
        pass
    done = process("track", "--db", str(tmp_path / "empty.duckdb"), code=5)
    assert done.stdout == b""
    assert b"holds no reports" in done.stderr
