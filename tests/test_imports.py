"""What is costly to load is loaded only by what needs it: a cold start is most of a short run's time."""

import subprocess
import sys
from pathlib import Path

import pytest

TOKENIZERS = {"rjieba", "jieba"}
HEAVY = TOKENIZERS | {
    "snownlp",
    "duckdb",
    "docx",
    "pypdfium2",
    "trafilatura",
    "lxml",
    "xlsxwriter",
    "charset_normalizer",
}
SAMPLES = Path(__file__).parent.parent / "samples"
PAGE = SAMPLES / "county-2024.txt"


def modules_of(*arguments: str) -> set[str]:
    """The modules that a python process with these arguments imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, encoding="utf-8", check=True
    )
    rows = (line for line in run.stderr.splitlines() if line.startswith("import time:"))
    return {row.rsplit("|", 1)[1].strip() for row in rows}


def imports_of(*arguments: str) -> set[str]:
    """The packages that they are in."""
    return {module.partition(".")[0] for module in modules_of(*arguments)}


def test_what_is_imported_is_seen():
    assert TOKENIZERS & imports_of("-c", "import rjieba") == {"rjieba"}


@pytest.mark.parametrize(
    "command",
    [
        *([], ["extract"], ["summarize"], ["compare"], ["track"], ["check"], ["batch"], ["export"], ["config"]),
        *(["lexicon"], ["lexicon", "explain"]),
    ],
)
def test_help_loads_nothing_heavy(command: list[str]):
    imported = imports_of("-m", "reportcli", *command, "--help")
    assert "typer" in imported
    assert not imported & (HEAVY | {"yaml"})


def test_package_loads_no_command_line():
    imported = imports_of("-c", "import reportcli")
    assert "reportcli" in imported
    assert not imported & (HEAVY | {"typer", "rich", "yaml"})


def test_extract_cuts_no_words():
    imported = imports_of("-m", "reportcli", "extract", str(PAGE), "--format", "jsonl")
    assert "msgspec" in imported
    assert not imported & (HEAVY | {"rich"})


def test_check_cuts_no_words_and_draws_nothing_in_a_pipe():
    assert not imports_of("-m", "reportcli", "check", str(PAGE)) & (HEAVY | {"rich"})


def test_markdown_is_read_without_a_library():
    assert not imports_of("-m", "reportcli", "extract", str(SAMPLES / "plan-2025.md")) & HEAVY


def test_a_page_is_read_without_the_library_of_another_format():
    imported = imports_of("-m", "reportcli", "extract", str(SAMPLES / "page-2023.html"))
    assert imported & HEAVY == {"lxml"}


def test_what_is_not_asked_for_is_not_loaded():
    imported = modules_of("-m", "reportcli", "extract", str(PAGE))
    assert "reportcli.extraction" in imported
    assert not imported & {"reportcli.digest", "reportcli.extraction.tables", "reportcli.reading.blocks"}


def test_no_engine_is_loaded_that_is_not_asked_for():
    imported = imports_of("-m", "reportcli", "summarize", str(PAGE), "--format", "json")
    assert "rjieba" in imported
    assert not imported & {"jieba", "snownlp"}


def test_a_summary_in_a_pipe_is_drawn_without_a_console():
    imported = modules_of("-m", "reportcli", "summarize", str(PAGE))
    assert "reportcli.rendering.terminal" in imported
    assert not imported & {"rich.console", "rich.table", "rich.text"}
