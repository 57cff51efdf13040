"""How many keywords and sentences, and which engine finds them."""

import json
import sys

import pytest
from test_commands import TOWN, rows, run

from reportcli.errors import SettingsError


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.txt"
    path.write_text(TOWN, encoding="utf-8")
    return str(path)


def summary_of(*arguments: str) -> list[str]:
    [report] = json.loads(run("summarize", *arguments, "--format", "json").stdout)
    return [each["text"] for each in report["summary"]]


def test_so_many_keywords(town):
    assert {row["rank"] for row in rows("keywords", town, "--keywords", "2")} == {"1", "2"}
    [report] = json.loads(run("summarize", town, "--format", "json", "--keywords", "1").stdout)
    assert len(report["keywords"]) == 1
    assert rows("keywords", town, "--keywords", "0") == []


def test_so_many_sentences_or_a_share_of_them(town):
    assert len(summary_of(town, "--sentences", "1")) == 1
    assert summary_of(town, "--sentences", "0") == summary_of(town, "--sentences", "0%") == []
    everything = summary_of(town, "--sentences", "100%")
    assert len(everything) > len(summary_of(town, "--sentences", "20%")) > 0
    assert len(summary_of(town, "--sentences", "1%")) == 1  # rounded up


@pytest.mark.parametrize("wrong", ["", "-1", "x", "5.5", "0.1", "101%", "10%%", "%", "³"])
def test_what_is_no_number_of_sentences_is_a_usage_error(town, wrong):
    done = run("summarize", town, "--sentences", wrong, code=2)
    assert "Invalid value for '--sentences'" in done.output
    assert "percentage" in done.output


@pytest.mark.parametrize("arguments", [["--keywords", "-1"], ["--tokenizer", "hanlp"]])
def test_other_mistakes_are_usage_errors_too(town, arguments):
    assert arguments[0] in run("keywords", town, *arguments, code=2).output


def test_jieba_finds_keywords_without_a_word_on_standard_error(town):
    pytest.importorskip("jieba")
    done = run("keywords", town, "--tokenizer", "jieba")
    assert "一般公共预算收入" in done.stdout
    assert done.stderr == ""


def test_snownlp_chooses_sentences_of_the_report(town):
    pytest.importorskip("snownlp")
    chosen = summary_of(town, "--summarizer", "snownlp", "--sentences", "2")
    assert len(chosen) == 2
    assert all(sentence in TOWN for sentence in chosen)


@pytest.mark.parametrize(
    ("option", "engine"), [("--tokenizer", "jieba"), ("--summarizer", "snownlp")], ids=["jieba", "snownlp"]
)
def test_an_engine_that_is_not_installed_is_named_with_what_installs_it(town, monkeypatch, option, engine):
    monkeypatch.setitem(sys.modules, engine, None)
    done = run("summarize", town, option, engine, code=1)
    assert isinstance(done.exception, SettingsError)
    assert done.exception.remedy.startswith(f'Install it with pip install "reportcli[{engine}]"')
