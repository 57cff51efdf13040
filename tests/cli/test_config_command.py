"""Settings as a user has them: in files and variables, honoured by the commands, shown by `config`."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "云溪县政府工作报告\n一、2023年工作回顾\n本级财力达到3亿元，油茶籽产量1.2万吨。办好“油茶节”。\n"
    "固定资产投资增长8%，工业用电量增长6%，进出口总额达到2亿元，社会消费品零售总额增长5%，粮食产量3万吨。\n"
)
LEXICON = "indicators: {农业: {油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}}}\n"
COMMANDS = ["summarize", "extract", "sections", "keywords", "compare", "track", "check"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder to work in, with a report and below it the user's own folder of settings."""
    (tmp_path / "work" / "deep").mkdir(parents=True)
    (tmp_path / "work" / "report.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "settings" / "reportcli").mkdir(parents=True)
    return tmp_path


def run(home: Path, *arguments: str, code: int = 0, folder: str = "work", **environment: str):
    usual = {name: value for name, value in os.environ.items() if name != "REPORTCLI_CONFIG"}
    usual |= {"XDG_CONFIG_HOME": str(home / "settings"), "HOME": str(home), "APPDATA": str(home / "settings")}
    done = subprocess.run(
        [sys.executable, "-m", "reportcli", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=home / folder,
        env=usual | environment,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == code, done.stderr
    return done


def project(home: Path, content: str) -> Path:
    path = home / "work" / "reportcli.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def shown(home: Path, *arguments: str, **options: str) -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(run(home, "config", *arguments, "--format", "csv", **options).stdout))
    return {row["setting"]: (row["value"], row["origin"]) for row in rows}


def keywords(home: Path, *arguments: str, **options: str) -> int:
    rows = run(home, "keywords", str(home / "work" / "report.txt"), *arguments, "--format", "jsonl", **options).stdout
    return max(json.loads(row)["rank"] for row in rows.splitlines())


def test_the_users_file_the_projects_variables_and_flags_overrule_each_other(home: Path):
    assert keywords(home) > 4
    if sys.platform == "linux":
        (home / "settings" / "reportcli" / "config.yaml").write_text("keywords: 4\n")
        assert keywords(home) == 4
    project(home, "keywords: 3\n")
    assert keywords(home) == keywords(home, folder="work/deep") == 3
    assert keywords(home, REPORTCLI_KEYWORDS="2") == 2
    assert keywords(home, "--keywords", "1", REPORTCLI_KEYWORDS="2") == 1
    assert keywords(home, REPORTCLI_CONFIG=os.devnull) > 4


def test_the_lexicon_of_a_project_is_found_from_below(home: Path):
    (home / "work" / "own.yaml").write_text(LEXICON, encoding="utf-8")
    project(home, "lexicon: [own.yaml]\n")
    rows = run(home, "extract", "../report.txt", "--columns", "canonical", folder="work/deep").stdout
    assert "油茶产量" in rows


def test_the_lexicon_of_the_settings_is_checked(home: Path):
    run(home, "lexicon", "check", code=2)
    (home / "work" / "own.yaml").write_text(LEXICON + "cues: {opners: [在]}\n", encoding="utf-8")
    project(home, "lexicon: [own.yaml]\n")
    assert "own.yaml:2: cues.opners: unknown key" in run(home, "lexicon", "check", code=4).stderr
    (home / "work" / "own.yaml").write_text(LEXICON, encoding="utf-8")
    assert "indicators.农业\t1" in run(home, "lexicon", "check").stdout


def test_aliases_and_a_pattern_count_for_the_codes_and_places(home: Path):
    project(home, "aliases: {云溪县: '321102'}\nname_pattern: '(?P<place>云溪县)_(?P<year>2023)'\n")
    path = home / "work" / "云溪县_2023.txt"
    path.write_text("全年完成固定资产投资3亿元。\n", encoding="utf-8")
    [report] = json.loads(run(home, "summarize", path.name, "--format", "json").stdout)
    assert (report["place"], report["place_code"], report["year"]) == ("云溪县", "321102", 2023)


def test_rules_of_check_are_switched_on_and_off(home: Path):
    text = "云溪县政府工作报告\n一、2023年工作回顾\n" + "甲、乙、丙产值分别达到3亿元、4亿元。\n"
    (home / "work" / "report.txt").write_text(text, encoding="utf-8")
    assert "unequal-counts" in run(home, "check", "report.txt", code=1).stdout
    project(home, "no_rules: [unequal-counts]\n")
    assert "unequal-counts" not in run(home, "check", "report.txt").stdout
    assert "unequal-counts" in run(home, "check", "report.txt", "--rule", "unequal-counts", code=1).stdout


def test_batch_reads_again_what_other_settings_may_change(home: Path):
    def fill() -> str:
        return run(home, "batch", "report.txt", "--db", "reports.duckdb").stderr

    assert "1 reports read" in fill()
    project(home, "no_rules: [two-names]\n")  # what no report depends on
    assert "0 reports read" in fill()
    project(home, "keywords: 3\n")
    assert "1 reports read" in fill()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_mistake_is_two_lines_and_nothing_is_written(home: Path, command: str):
    project(home, "\ntokenizer: jeiba\n")
    done = run(home, command, "report.txt", "--output", "out.csv", code=4)
    assert done.stderr.splitlines() == [
        "error: reportcli.yaml:2: tokenizer: expected rjieba or jieba, got 'jeiba'",
        "Did you mean 'jieba'?",
    ]
    assert not (home / "work" / "out.csv").exists()
    done = run(home, command, "report.txt", code=4, REPORTCLI_CONFIG=os.devnull, REPORTCLI_KEYWORD="3")
    assert done.stderr.splitlines() == [
        "error: REPORTCLI_KEYWORD: unknown variable",
        "Did you mean 'REPORTCLI_KEYWORDS'?",
    ]


def test_the_other_commands_tell_a_mistake_too(home: Path):
    path = project(home, "keyword: 3\n")
    for arguments in (
        *(["batch", ".", "--db", "a.duckdb"], ["compare", "--db", "a.duckdb"], ["track", "--db", "a.duckdb"]),
        *(["places", "金山街道"], ["config"], ["lexicon", "list"]),
    ):
        assert "keyword: unknown key" in run(home, *arguments, code=4).stderr
    assert not (home / "work" / "a.duckdb").exists()
    assert path.exists()


def test_config_shows_each_value_and_where_it_came_from(home: Path):
    project(home, "# ours\nsentences: 10%\naliases:\n  坪山新区: 坪山区\n")
    found = shown(home, REPORTCLI_KEYWORDS="3")
    assert found["keywords"] == ("3", "REPORTCLI_KEYWORDS")
    assert found["sentences"] == ("0.1", "reportcli.yaml:2")
    assert found["aliases.坪山新区"] == ("坪山区", "reportcli.yaml:4")
    assert found["tokenizer"] == ("rjieba", "default")


def test_config_shows_the_files_that_were_looked_for(home: Path):
    rows = run(home, "config", "--files", "--format", "jsonl").stdout.splitlines()
    assert [(row["file"], row["found"]) for row in map(json.loads, rows)] == [("user", False), ("project", False)]
    project(home, "")
    page = run(home, "config", "--format", "table", folder="work/deep").stdout
    assert str(home / "work" / "reportcli.yaml") in page
    assert "tokenizer" in page


def test_init_writes_a_file_that_sets_nothing_and_never_over_another(home: Path):
    before = shown(home)
    done = run(home, "config", "--init")
    assert (done.stdout, done.stderr.splitlines()) == ("", ["reportcli.yaml: written, nothing in it is set yet"])
    assert shown(home) == before
    (home / "work" / "reportcli.yaml").write_text("keywords: 3\n")
    problem, remedy = run(home, "config", "--init", code=2).stderr.splitlines()
    assert problem == "error: reportcli.yaml: is there already"
    assert remedy
    assert shown(home)["keywords"] == ("3", "reportcli.yaml:1")


def test_init_writes_the_users_file_or_any_other(home: Path):
    (home / "settings" / "reportcli").rmdir()  # it is made
    run(home, "config", "--init", "--user", "--quiet")
    rows = run(home, "config", "--files", "--format", "jsonl").stdout.splitlines()
    assert json.loads(rows[0])["found"]
    run(home, "config", "--init", "deep/mine.yaml")
    assert "# keywords: 10" in (home / "work" / "deep" / "mine.yaml").read_text(encoding="utf-8")
    assert "cannot be written" in run(home, "config", "--init", "nowhere/mine.yaml", code=2).stderr


@pytest.mark.parametrize("arguments", [["--user"], ["x.yaml"], ["--init", "--user", "x.yaml"], ["--init", "--files"]])
def test_what_does_not_go_together_is_a_usage_error(home: Path, arguments: list[str]):
    run(home, "config", *arguments, code=2)
