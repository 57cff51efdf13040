"""`--lexicon`: every command that reads reports takes it; a mistake in the file is two lines and exit code 4."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent.parent / "samples"
OWN = str(SAMPLES / "lexicon.yaml")
TEXT = "云溪县政府工作报告\n一、2023年足迹\n本级财力达到3亿元，油茶籽产量1.2万吨，安装钢架30榀。办好“油茶节”。\n"
COMMANDS = ["summarize", "extract", "sections", "keywords", "check"]


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    usual = {name: value for name, value in os.environ.items() if name != "REPORTCLI_LEXICON"}
    done = subprocess.run(
        [sys.executable, "-m", "reportcli", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=usual | environment,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == code, done.stderr
    return done


def standard_names(*arguments: str, **environment: str) -> list[str | None]:
    done = run("extract", *arguments, "--columns", "canonical", "--format", "jsonl", **environment)
    return [json.loads(line)["canonical"] for line in done.stdout.splitlines()]


def written(folder: Path, content: str, name: str = "own.yaml") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_extract_knows_the_added_names_and_units(report: str):
    assert standard_names(report, "--lexicon", OWN) == ["一般公共预算收入", "油茶产量", None]
    assert standard_names(report) == [None, None]


def test_rows_are_chosen_by_an_added_name(report: str):
    assert standard_names(report, "--lexicon", OWN, "--indicator", "油茶籽产量") == ["油茶产量"]
    wide = run("extract", report, "--wide", "--indicator", "油茶产量", "--format", "csv", "--lexicon", OWN).stdout
    assert "油茶产量.level" in wide.splitlines()[0]


def test_several_files_are_named_one_after_the_other(report: str, tmp_path: Path):
    other = written(tmp_path, "indicators: {城乡建设: {钢架: {units: [榀], polarity: up, aliases: [安装钢架]}}}")
    assert standard_names(report, "--lexicon", OWN, "--lexicon", other)[-1] == "钢架"


def test_the_environment_names_files_too(report: str, tmp_path: Path):
    other = written(tmp_path, "indicators: {城乡建设: {钢架: {units: [榀], polarity: up, aliases: [安装钢架]}}}")
    both = os.pathsep.join((OWN, other))
    assert standard_names(report, REPORTCLI_LEXICON=both) == ["一般公共预算收入", "油茶产量", "钢架"]


def test_a_pipe_is_read_once_for_all_reports(report: str, tmp_path: Path):
    other = written(tmp_path, TEXT, "other.txt")
    program = (
        f"{sys.executable} -m reportcli extract {report} {other} --columns indicator,canonical --lexicon <(cat {OWN})"
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, check=True, encoding="utf-8")
    rows = ["本级财力\t一般公共预算收入", "油茶籽产量\t油茶产量", "安装钢架\t"]
    assert done.stdout.splitlines()[1:] == rows * 2


def test_the_other_commands_take_it(report: str, tmp_path: Path):
    own = written(tmp_path, "headings: {review: [足迹]}\nstopwords: [油茶节]\n")
    roles = run("sections", report, "--format", "csv", "--lexicon", own).stdout
    assert ",review," in roles
    assert ",review," not in run("sections", report, "--format", "csv").stdout
    assert "油茶节" in run("keywords", report).stdout
    assert "油茶节" not in run("keywords", report, "--lexicon", own).stdout
    [summary] = json.loads(run("summarize", report, "--format", "json", "--lexicon", OWN).stdout)
    found = [each["canonical"] for section in summary["sections"] for each in section["observations"]]
    assert found == ["一般公共预算收入", "油茶产量", None]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_mistake_is_two_lines_and_nothing_is_written(report: str, tmp_path: Path, command: str):
    own = written(tmp_path, "terms:\n  hedas: [油茶]\n")  # a part that most of them do without
    output = tmp_path / "out.csv"
    done = run(command, report, "--lexicon", own, "--format", "csv", "--output", str(output), code=4)
    assert done.stderr.splitlines() == [f"error: {own}:2: terms.hedas: unknown key", "Did you mean 'heads'?"]
    assert (done.stdout, output.exists()) == ("", False)


def test_a_missing_file_is_two_lines(report: str):
    problem, remedy = run("extract", report, "--lexicon", "nowhere.yaml", code=4).stderr.splitlines()
    assert problem == "error: nowhere.yaml: cannot be read: No such file or directory"
    assert remedy


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_of_it(command: str):
    assert "--lexicon FILE" in run(command, "--help").stdout
