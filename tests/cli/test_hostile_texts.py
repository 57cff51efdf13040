"""Texts that would act on a terminal, a spreadsheet or a page, through every command and format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
from itertools import product
from pathlib import Path

import pytest
from test_commands import run
from test_process import PROGRAM, on_terminal

from reportcli.cli.app import COMMANDS
from reportcli.rendering.formats import Format

# Sets the title of a window, clears the screen, and their C1 forms; turns the direction of writing.
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b2J\x9d0;x\x9c\u202e\u2066\x08"
MARKUP = "[bold red]红[/bold red][link=http://a.example]"
FORMULA = "=HYPERLINK(1)"


def report(place: str, year: int) -> str:
    """A work report with something to act on in its title, headings, names, sentences and problems."""
    return (
        f"{place}{year}年{ESCAPES}政府工作报告\n"
        f"一、{year - 1}年工作回顾{MARKUP}{ESCAPES}\n"
        f"全年{MARKUP}一般公共预算收入{ESCAPES}12.5亿元，下降3.2%。{FORMULA}园区完成投资3亿元。\n"
        f"{FORMULA}企业达到12家。基础设施{ESCAPES}还有不少短板{MARKUP}，部分项目进展缓慢。全县生产总值为100亿元，第一产业"
        f"增加值20亿元，第二产业增加值30亿元，第三产业增加值40亿元，三次产业结构为20:30:60。城镇新增就业5000人。\n"
        f"二、{year}年工作安排\n@{MARKUP}主要预期目标是：一般公共预算收入{ESCAPES}增长7%，{FORMULA}固定资产投资增长10%以上，城镇新增就业5100人。\n"
    )


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Two years of a place, each in a file whose name would act too."""
    monkeypatch.chdir(tmp_path)
    paths = []
    for year in (2023, 2024):
        path = Path(f"{year}{MARKUP.replace('/', '')}\x1b[2J\x9b报告.txt")
        path.write_text(report("澜溪县", year), encoding="utf-8")
        paths.append(str(path))
    return paths


READING = ("summarize", "extract", "sections", "keywords", "compare", "track", "check")
# What no output holds but its own line ends and, in tsv, tabs.
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def formats_of(command: str) -> list[str]:
    help_text = run(command, "--help").stdout
    return [each for each in Format if each in re.sub(r"\s+", "", help_text)] or [*Format]


@pytest.mark.parametrize("command", READING)
def test_no_format_holds_what_a_terminal_acts_on(reports, command):
    code = 1 if command == "check" else 0
    for format in (*formats_of(command), None):
        chosen = ["--format", format] if format else []
        done = run(command, *reports, "--verbose", *chosen, code=code)
        assert done.stdout.strip(), format
        assert not ACTIVE.search(done.stdout + done.stderr), format


@pytest.mark.parametrize(
    "arguments", [*product(READING), ("extract", "--kind", "goal"), ("summarize", "--all"), ("text",)], ids=" ".join
)
def test_a_terminal_is_sent_no_sequence_of_a_text_and_shows_markup_as_it_is(reports, arguments):
    paths = reports[:1] if arguments[0] == "text" else reports
    if arguments[0] == "check":
        arguments = (*arguments, "--quiet")
    # Wide enough for a name not to be broken.
    shown = on_terminal(*arguments, *paths, columns=400, code=1 if arguments[0] == "check" else 0)
    own = re.sub(r"\x1b\[[\d;]*m", "", shown)  # colours
    assert not ACTIVE.search(own.replace("\r", ""))
    if arguments[0] in {"summarize", "sections", "text"}:
        assert "[bold red]红" in own


def test_cells_of_a_spreadsheet_are_no_formulas_and_numbers_stay_numbers(reports):
    commands = [("extract",), ("extract", "--kind", "goal"), ("extract", "--wide"), ("sections",), ("keywords",)]
    commands += [("compare",), ("track",), ("check",)]
    seen = []
    for command, format in product(commands, ("csv", "tsv")):
        done = run(*command, *reports, "--format", format, code=1 if command == ("check",) else 0)
        delimiter, quoting = (",", csv.QUOTE_MINIMAL) if format == "csv" else ("\t", csv.QUOTE_NONE)
        for row in csv.reader(io.StringIO(done.stdout), delimiter=delimiter, quoting=quoting):
            seen += row
    acting = {cell for cell in seen if re.match(r"[=+\-@\t\r＝＋－＠].", cell)}
    assert acting
    assert all(re.fullmatch(r"[+-][\d.]+%?", cell) for cell in acting), acting
    assert "-3.2" in seen
    assert any(cell.startswith("'=HYPERLINK") for cell in seen)


def test_a_database_is_filled_and_exported_without_what_acts(reports):
    done = run("batch", *reports, "nothing\x1b[2J.txt", "--db", "a\x1b[2J.duckdb", "--jobs", "1", "--verbose", code=6)
    assert not ACTIVE.search(done.stdout + done.stderr)
    for table, format in product(("reports", "observations", "statements", "sections"), ("csv", "tsv", "jsonl")):
        exported = run("export", "--db", "a\x1b[2J.duckdb", "--table", table, "--format", format).stdout
        assert exported.count("\n") > 1
        assert not ACTIVE.search(exported)
        if format == "jsonl":
            assert [json.loads(line) for line in exported.splitlines()]


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "a.txt", "--output", "no\x1b[2J/out.csv"),
        ("extract", "a.txt", "--lexicon", "no\x1b[2J.yaml"),
        ("extract", "a.txt", "--lexicon", "own.yaml"),
        ("extract", "no\x1b[2J\x9b.txt"),
        ("export", "--db", "no\x1b[2J.duckdb", "--table", "goals"),
        ("places", "no\x1b[2J"),
    ],
)
def test_errors_are_two_lines_without_what_acts(tmp_path, arguments):
    """Also where it is a name or a key that is wrong: YAML can write an escape as letters."""
    (tmp_path / "a.txt").write_text(report("澜溪县", 2024), encoding="utf-8")
    (tmp_path / "own.yaml").write_text('"\\e[2Jkeywords": []\n', encoding="utf-8")
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, cwd=tmp_path, env=os.environ, check=False)
    told = done.stderr.decode()
    assert done.returncode in {2, 3, 4, 5}
    assert told.startswith("error: ")
    assert told.count("\n") == 2
    assert "2J" in told
    assert not ACTIVE.search(told)


@pytest.mark.usefixtures("reports")
def test_progress_shows_no_markup_of_a_name():
    for number in range(8):
        Path(f"{number}\x1b[2J[bold]x.txt").write_text(report("澜溪县", 2024), encoding="utf-8")
    shown = on_terminal("extract", ".", "--output", "out.csv")
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown


def test_every_command_that_reads_reports_is_asked():
    assert {*COMMANDS} - {"schema", "places", "text", "batch", "export", "config", "lexicon"} == {*READING}


@pytest.mark.usefixtures("reports")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_a_pipe_in_a_folder_is_not_waited_for():
    os.mkfifo("pipe.txt")
    assert "this is no regular file" in run("sections", ".", code=6).stderr


@pytest.mark.parametrize("command", [*READING, "places"])
def test_files_read_besides_the_inputs_are_not_written_over(reports, command, monkeypatch):
    """Neither the words of a user's lexicon nor the settings."""
    monkeypatch.delenv("REPORTCLI_CONFIG")
    files = {"own.yaml": "keywords: [油茶小镇]\n", "reportcli.yaml": "keywords: 5\n"}
    for name, content in files.items():
        Path(name).write_text(content, encoding="utf-8")
    for name, content in files.items():
        asked = "镇江" if command == "places" else reports[0]
        done = run(command, asked, "--lexicon", "own.yaml", "--output", name, code=1)
        assert "is one of the inputs" in str(done.exception)
        assert Path(name).read_text(encoding="utf-8") == content


@pytest.mark.usefixtures("reports")
def test_what_standard_input_comes_from_is_not_written_over():
    Path("a.txt").write_text(report("澜溪县", 2024), encoding="utf-8")
    with open("a.txt", encoding="utf-8") as file:
        done = subprocess.run(
            [*PROGRAM, "text", "-", "--output", "a.txt"], stdin=file, capture_output=True, check=False
        )
    assert done.returncode == 2
    assert "is one of the inputs" in done.stderr.decode()
    assert Path("a.txt").read_text(encoding="utf-8") == report("澜溪县", 2024)


@pytest.mark.parametrize("content", [b"", "目标".encode()])
def test_a_database_is_not_made_of_an_input(reports, content):
    Path("a.txt").write_bytes(content)
    assert "no DuckDB database" in str(run("batch", *reports, "a.txt", "--db", "a.txt", code=1).exception)
    assert Path("a.txt").read_bytes() == content
