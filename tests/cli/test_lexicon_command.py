"""`lexicon`: what it lists, what a name means and where that stands, what is wrong with a user's files."""

import csv
import io
import os
from pathlib import Path

import pytest
import yaml
from test_commands import run
from typer.testing import CliRunner

from reportcli import lexicon
from reportcli.cli.app import app
from reportcli.cli.lexicon import Part
from reportcli.errors import SettingsError, UnknownNameError
from reportcli.lexicon.entries import entries
from reportcli.lexicon.explaining import explain
from reportcli.lexicon.own_files import PARTS

DATA = lexicon.DATA
OWN = """
indicators:
  农业:
    油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}
  财政金融:
    一般公共预算收入: {aliases: [本级财力]}
gazetteer:
  aliases: {滨江片区: "321102"}
terms:
  heads: 山茶 油桐
cues:
  predicates: [{measure: level, words: [攒下]}]
stopwords: [油茶节]
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def rows(*arguments: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(run("lexicon", *arguments, "--format", "csv").stdout))]


def line_at(place: str) -> str:
    """The line of the file that a place names."""
    path, _, number = place.rpartition(":")
    path = path.replace("reportcli/data", str(DATA)) if path.startswith("reportcli/data") else path
    return Path(path).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_the_parts_are_those_that_a_file_may_add_to():
    assert [*Part] == [*PARTS]


def test_the_indicators_are_listed_with_what_is_known_of_them(own: str):
    listed = {row["canonical"]: row for row in rows("list")}
    assert len(listed) == len(lexicon.indicators())
    gdp = listed["地区生产总值"]
    assert (gdp["units"], gdp["polarity"], gdp["growth"]) == ("元", "up", "real")
    assert "GDP总值" in gdp["aliases"].split("、")
    assert "油茶产量" not in listed
    assert {row["canonical"] for row in rows("list", "--lexicon", own)} - {*listed} == {"油茶产量"}


def test_without_a_command_the_indicators_are_listed():
    assert "地区生产总值" in run("lexicon").stdout


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.INDICATORS])
def test_every_word_of_a_part_stands_in_the_line_that_is_told(part: Part, own: str):
    listed = rows("list", part, "--lexicon", own)
    assert listed or part is Part.KEYWORDS
    for row in listed:
        assert row["word"] in line_at(row["origin"]) or row["part"].startswith("terms."), row


@pytest.mark.parametrize(
    ("part", "word", "meaning"),
    [
        ("gazetteer.aliases", "滨江片区", "321102"),
        ("terms.heads", "油桐", ""),
        ("cues.predicates", "攒下", "measure: level"),
        ("stopwords", "油茶节", ""),
    ],
)
def test_what_a_file_adds_is_listed(own: str, part: str, word: str, meaning: str):
    [row] = [row for row in rows("list", part.split(".", maxsplit=1)[0], "--lexicon", own) if row["word"] == word]
    assert (row["part"], row["meaning"]) == (part, meaning)
    assert row["origin"].startswith(f"{own}:")
    assert word not in {row["word"] for row in rows("list", part.split(".", maxsplit=1)[0])}


def test_for_people_each_list_is_a_row():
    page = run("lexicon", "list", "units", "--format", "markdown").stdout
    assert sum(line.startswith("| units.families.money ") for line in page.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "canonical", "called", "growth_only", "stands"),
    [
        ("规上工业增加值", "规上工业增加值", "规上工业增加值", "false", "规上工业增加值:"),
        ("全市规模以上工业增加值增速", "规上工业增加值", "规上工业增加值", "true", "规上工业增加值:"),
        ("经济增长", "地区生产总值", "经济增长", "true", "经济增长"),
        ("新增规模以上企业", "新增规上企业", "新增规上企业", "false", "规上企业:"),
        ("油茶籽产量", "油茶产量", "油茶籽产量", "false", "油茶籽产量"),
        ("本级财力", "一般公共预算收入", "本级财力", "false", "本级财力"),
    ],
)
def test_a_name_is_explained(own: str, name: str, canonical: str, called: str, growth_only: str, stands: str):
    row = next(row for row in rows("explain", name, "--lexicon", own) if row["canonical"])
    assert (row["canonical"], row["called"], row["growth_only"]) == (canonical, called, growth_only)
    assert stands in line_at(row["origin"])


def test_every_name_of_every_indicator_is_explained_at_its_line():
    for each in lexicon.indicators()[::40]:
        for name in (each.name, *each.aliases, *each.growth_aliases):
            assert each.name in {meaning.indicator.name for meaning in explain(name)}
            assert all(meaning.place.startswith("reportcli/data/indicators.yaml:") for meaning in explain(name))


def test_a_name_of_several_indicators_is_told_with_the_units_of_each():
    found = {row["canonical"]: row["units"] for row in rows("explain", "空气质量优良天数") if row["canonical"]}
    assert found == {"空气质量优良天数比率": "%", "空气质量优良天数": "天"}


def test_a_word_of_other_lists_is_told_with_what_it_stands_for():
    found = {row["part"]: row["meaning"] for row in rows("explain", "突破")}
    assert found["cues.predicates"] == "measure: level, bound: >="
    page = run("lexicon", "explain", "突破", "--format", "table").stdout
    assert "cues.bounds_before.>=" in page


def test_a_name_that_nothing_has_is_told_with_the_nearest():
    result = CliRunner().invoke(app, ["lexicon", "explain", "财政收人"])
    assert isinstance(result.exception, UnknownNameError)
    assert "财政收入" in result.exception.remedy


def test_what_a_good_file_adds_is_counted(own: str):
    added = {row["part"]: row["added"] for row in rows("check", own)}
    assert added == {
        "indicators.农业": "1",
        "indicators.农业.油茶产量.units": "1",
        "indicators.农业.油茶产量.aliases": "1",
        "indicators.财政金融.一般公共预算收入.aliases": "1",
        "gazetteer.aliases": "1",
        "terms.heads": "2",
        "cues.predicates": "1",
        "stopwords": "1",
    }


def test_a_mistake_in_each_part_of_each_file_is_told(own: str, tmp_path: Path):
    bad, worse = tmp_path / "bad.yaml", tmp_path / "worse.yaml"
    bad.write_text('cues:\n  opners: [在]\nterms: {hedas: 油茶}\ngazetteer: {aliases: {滨江片区: "999999"}}\n', "utf-8")
    worse.write_text("indicaters: {}\n", "utf-8")
    done = run("lexicon", "check", own, str(bad), str(worse), code=4)
    told = done.stderr.splitlines()
    assert sorted(line for line in told if line.startswith("error: ")) == [
        f"error: {bad}:2: cues.opners: unknown key",
        f"error: {bad}:3: terms.hedas: unknown key",
        f"error: {bad}:4: gazetteer.aliases.滨江片区: no division has the code 999999",
        f"error: {worse}:1: indicaters: unknown key",
    ]
    assert "Did you mean 'openers'?" in told
    assert done.stdout == ""


def test_files_that_contradict_each_other_are_told(tmp_path: Path):
    paths = []
    for name in ("甲产值", "乙产值"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"indicators: {{农业: {{{name}: {{units: [元], polarity: up, aliases: [丙产值]}}}}}}", "utf-8")
        paths.append(str(path))
        run("lexicon", "check", str(path))
    assert "'丙产值' is a name of '乙产值'" in run("lexicon", "check", *paths, code=4).stderr


def test_a_mistake_in_a_file_that_is_in_force_is_told(tmp_path: Path):
    (tmp_path / "own.yaml").write_text("cues: {opners: [在]}\n", encoding="utf-8")
    for command in (["list", "units"], ["explain", "GDP"]):
        result = CliRunner().invoke(app, ["lexicon", *command, "--lexicon", os.fspath(tmp_path / "own.yaml")])
        assert isinstance(result.exception, SettingsError)


def test_what_is_shipped_is_listed_as_yaml_gives_it():
    content = yaml.safe_load((DATA / "headings.yaml").read_text(encoding="utf-8"))
    assert [entry.word for entry in entries("headings")] == [word for words in content.values() for word in words]
