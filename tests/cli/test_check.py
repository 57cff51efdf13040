"""`check` as a user runs it: what it prints, and the code it ends with."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportcli.checking import RULES
from reportcli.checking.rows import FINDING_COLUMNS
from reportcli.cli.app import app

SAMPLES = Path(__file__).parent.parent.parent / "samples"
DRAFT = str(SAMPLES / "draft-2024.txt")
CLEAN = str(SAMPLES / "county-2024.txt")
RULES_IN_DRAFT = ["two-values", "part-above-whole", "unequal-counts", "structure-sum", "two-names"]


def run(*arguments: str, code: int = 0, **options: object):
    result = CliRunner().invoke(app, ["check", *arguments], **options)  # type: ignore[arg-type]
    assert result.exit_code == code, result.output
    return result


def rules(*arguments: str, code: int = 1) -> list[str]:
    return [row["rule"] for row in csv.DictReader(io.StringIO(run(*arguments, "--format", "csv", code=code).stdout))]


def test_findings_are_rows_with_both_quotes_and_their_lines():
    found = json.loads(run(DRAFT, "--format", "json", "--lang", "en", code=1).stdout)
    assert [each["rule"] for each in found] == RULES_IN_DRAFT
    assert all(tuple(each) == FINDING_COLUMNS for each in found)
    text = Path(DRAFT).read_text(encoding="utf-8")
    for each in found:
        assert text[each["start"] : each["end"]] == each["quote"]
        assert text.splitlines()[each["line"] - 1].find(each["quote"]) >= 0
    assert found[1]["message"] == "税收收入 is part of 一般公共预算收入, but 18.94亿元 is more than 12.85亿元"
    assert (found[0]["line"], found[0]["other_line"]) == (8, 10)
    assert found[3]["other_line"] is None


def test_a_report_without_findings_ends_with_code_0():
    result = run(CLEAN, "--format", "table")
    assert (result.stdout, result.stderr) == ("", "0 errors, 0 warnings\n")
    assert run(CLEAN, "--quiet").stderr == ""
    assert run(CLEAN).stdout == "\t".join(FINDING_COLUMNS) + "\n"


def test_people_read_the_sentence_and_under_it_the_quotes():
    page = run(DRAFT, "--format", "table", "--lang", "zh", code=1).stdout
    assert "三次产业结构合计为101,不是100\n错误 structure-sum\n  8  15.2:41.6:44.2\n" in page
    assert "### 三次产业结构合计为101" in run(DRAFT, "--format", "markdown", "--lang", "zh", code=1).stdout
    assert "\nwarning two-names\n" in run(DRAFT, "--format", "table", "--lang", "en", code=1).stdout


def test_rules_are_switched_on_and_off():
    assert rules(DRAFT, "--no-rule", "two-values", "--no-rule", "two-names") == RULES_IN_DRAFT[1:4]
    off = [part for rule in RULES_IN_DRAFT for part in ("--no-rule", rule)]
    assert rules(DRAFT, *off, code=0) == []
    assert set(rules(CLEAN, "--rule", "goal-below-result")) == {"goal-below-result"}
    assert set(rules(CLEAN, "--all")) == {"goal-below-result"}


def test_what_is_for_information_is_hidden_and_no_reason_for_code_1():
    assert rules(CLEAN, code=0) == []
    assert set(rules(CLEAN, "--info", code=0)) == {"goal-without-result", "result-without-goal"}
    assert set(rules(CLEAN, "--rule", "goal-without-result", code=0)) == {"goal-without-result"}


def test_reports_of_one_place_are_held_against_each_other(tmp_path):
    slip = tmp_path / "slip.txt"
    slip.write_text(Path(CLEAN).read_text(encoding="utf-8").replace("粮食总产量12.9万吨", "粮食总产量12.9吨"), "utf-8")
    before = str(SAMPLES / "county-2023.txt")
    (found,) = json.loads(run(str(slip), before, "--format", "json", code=1).stdout)
    assert (found["rule"], found["source"], found["quote"]) == ("ten-thousand", str(slip), "粮食总产量12.9吨")


def test_list_tells_every_rule():
    listed = run("--list", "--format", "json").stdout
    assert [each["rule"] for each in json.loads(listed)] == [rule.name for rule in RULES]
    assert "“分别”前后项数不等" in run("--list", "--lang", "zh", "--format", "csv").stdout


def test_what_cannot_be_read_is_told_and_a_finding_counts_for_more(tmp_path):
    nowhere = str(tmp_path / "no.txt")
    assert "1 of 2 inputs skipped" in run(DRAFT, nowhere, code=1).stderr
    run(CLEAN, nowhere, code=6)
    run(nowhere, code=3)


def test_standard_input_and_an_output_file(tmp_path):
    output = tmp_path / "found.csv"
    run("-", "--output", str(output), input=Path(DRAFT).read_bytes(), code=1)
    assert output.read_text(encoding="utf-8").startswith("rule,severity,message")


@pytest.mark.parametrize("arguments", [[], [DRAFT, "--rule", "two-value"], [DRAFT, "--no-rule", "x"]])
def test_wrong_usage(arguments):
    assert "Error" in run(*arguments, code=2).stderr
