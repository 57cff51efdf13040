"""Settings from files, variables and flags: which counts, where it comes from, and what is told of a mistake."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportcli.configuration import configure, find_files
from reportcli.configuration.rows import DEFAULT, setting_rows
from reportcli.configuration.starting import COMMENTED, write_commented
from reportcli.errors import OutputError, SettingsError
from reportcli.settings import Settings


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A folder for the user's file, and the one that is worked in."""
    user, project = tmp_path / "user", tmp_path / "project"
    user.mkdir()
    project.mkdir()
    monkeypatch.chdir(project)
    return user, project


def origins(user: Path | None, environment: dict[str, str] | None = None, **flags: object) -> dict[object, object]:
    rows = setting_rows(configure(user, environment or {}, flags)).rows
    return {name: (value, origin) for name, value, origin in rows}


def test_without_anything_all_is_as_it_is_shipped(folders: tuple[Path, Path]):
    assert configure(folders[0], {}, {}).settings == configure(None, {}, {}).settings == Settings()
    assert {origin for _, origin in origins(folders[0]).values()} == {DEFAULT}
    assert [*origins(folders[0])] == [*Settings.__struct_fields__]


def test_each_source_overrules_those_below_it(folders: tuple[Path, Path]):
    user, project = folders
    (user / "config.yaml").write_text("keywords: 1\nsentences: 1\ntokenizer: jieba\nsummarizer: snownlp\n")
    (project / "reportcli.yaml").write_text("# ours\n\nkeywords: 2\nsentences: 2\ntokenizer: rjieba\n")
    variables = {"REPORTCLI_KEYWORDS": "3", "REPORTCLI_SENTENCES": "3", "REPORTCLI_SUMMARIZER": ""}
    found = origins(user, variables, keywords=0, tokenizer=None)
    assert found["keywords"] == (0, "--keywords")
    assert found["sentences"] == (3, "REPORTCLI_SENTENCES")
    assert found["tokenizer"] == ("rjieba", "reportcli.yaml:5")
    assert found["summarizer"] == ("snownlp", f"{user / 'config.yaml'}:4")
    settings = configure(user, variables, {"keywords": 0}).settings
    assert (settings.keywords, settings.sentences, settings.summarizer) == (0, 3, "snownlp")


def test_the_nearest_folder_above_that_has_a_file_is_the_project(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    user, project = folders
    (project / "reportcli.yaml").write_text("keywords: 2\n")
    (project / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(project / "deep" / "er")
    assert origins(user)["keywords"] == (2, f"{project / 'reportcli.yaml'}:1")
    (project / "deep" / "reportcli.yaml").write_text("sentences: 1\n")
    assert origins(user)["keywords"] == (10, DEFAULT)
    looked = find_files(user, {})
    assert [(each.whose, each.found) for each in looked] == [("user", False), ("project", True)]
    assert looked[1].path == project / "deep" / "reportcli.yaml"


def test_a_variable_names_the_one_file_to_read(folders: tuple[Path, Path]):
    user, project = folders
    (user / "config.yaml").write_text("keywords: 1\n")
    (project / "reportcli.yaml").write_text("sentences: 1\n")
    (project / "other.yaml").write_text("tokenizer: jieba\n")
    assert configure(user, {"REPORTCLI_CONFIG": "other.yaml"}, {}).settings == Settings(tokenizer="jieba")
    assert configure(user, {"REPORTCLI_CONFIG": os.devnull}, {}).settings == Settings()
    assert configure(user, {"REPORTCLI_CONFIG": ""}, {}).settings == Settings(keywords=1, sentences=1)
    assert [each.found for each in find_files(user, {"REPORTCLI_CONFIG": "nowhere.yaml"})] == [False]
    with pytest.raises(SettingsError, match=r"nowhere\.yaml: cannot be read"):
        configure(user, {"REPORTCLI_CONFIG": "nowhere.yaml"}, {})


def test_names_of_rules_and_aliases_are_overruled_one_by_one(folders: tuple[Path, Path]):
    user, project = folders
    (user / "config.yaml").write_text("rules: [off-trend, goal-below-result]\naliases: {甲区: 乙区, 丙区: 丁区}\n")
    (project / "reportcli.yaml").write_text("no_rules: [off-trend, two-names]\naliases:\n  丙区: 戊区\n")
    settings = configure(user, {"REPORTCLI_RULES": "two-names"}, {"aliases": {"己区": "庚区"}}).settings
    assert settings.rules == ("goal-below-result", "two-names")
    assert settings.no_rules == ("off-trend",)
    assert settings.aliases == {"甲区": "乙区", "丙区": "戊区", "己区": "庚区"}
    assert origins(user)["aliases.丙区"] == ("戊区", "reportcli.yaml:3")


def test_aliases_that_lead_round_are_told_where_they_close(folders: tuple[Path, Path]):
    user, project = folders
    (user / "config.yaml").write_text("aliases: {甲区: 乙区, 丁区: 丁区, 戊区: 丁区}\n")
    assert len(configure(user, {}, {}).settings.aliases) == 3
    (project / "reportcli.yaml").write_text("aliases:\n  乙区: 丙区\n  丙区: 甲区\n")
    with pytest.raises(SettingsError, match=r"reportcli\.yaml:3: aliases\.丙区: the new names of 丙区 lead back to it"):
        configure(user, {}, {})


def test_a_lexicon_is_named_from_the_folder_of_the_file(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    user, project = folders
    (user / "own.yaml").write_text("")
    (project / "ours.yaml").write_text("")
    (user / "config.yaml").write_text("lexicon: [own.yaml]\n")
    assert configure(user, {}, {}).settings.lexicon == (str(user / "own.yaml"),)
    (project / "reportcli.yaml").write_text("lexicon: [ours.yaml, ../user/own.yaml]\n")
    assert configure(user, {}, {}).settings.lexicon == ("ours.yaml", "../user/own.yaml")
    (project / "deep").mkdir()
    monkeypatch.chdir(project / "deep")
    assert configure(user, {}, {}).settings.lexicon[0] == str(project / "ours.yaml")
    named = {"REPORTCLI_LEXICON": os.pathsep.join(("../ours.yaml", "../ours.yaml"))}
    assert configure(user, named, {}).settings.lexicon == ("../ours.yaml", "../ours.yaml")
    assert configure(user, named, {"lexicon": ("x.yaml",)}).settings.lexicon == ("x.yaml",)
    (project / "reportcli.yaml").write_text("lexicon: []\n")
    assert configure(user, {}, {}).settings.lexicon == ()


@pytest.mark.parametrize(("written", "meant"), [("4", 4), ("10%", 0.1), ("'10%'", 0.1), ("0.1", 0.1), ("0", 0)])
def test_a_summary_has_a_number_of_sentences_or_a_share(folders: tuple[Path, Path], written: str, meant: float):
    (folders[1] / "reportcli.yaml").write_text(f"sentences: {written}\n")
    assert configure(None, {}, {}).settings.sentences == meant


def test_what_is_left_empty_is_not_set(folders: tuple[Path, Path]):
    (folders[1] / "reportcli.yaml").write_text("\n".join(f"{name}:" for name in Settings.__struct_fields__))
    assert configure(None, {}, {}).settings == Settings()


@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        ("keyword: 3", "1: keyword: unknown key", "Did you mean 'keywords'?"),
        ("zzz: 3", "1: zzz: unknown key", "Known are keywords, sentences"),
        ("\nkeywords: -3", "2: keywords: expected a whole number from 0 on, got -3", "without quotes"),
        ("keywords: '3'", "1: keywords: expected a whole number from 0 on, got '3'", "without quotes"),
        ("keywords: yes", "1: keywords: expected a whole number from 0 on, got true", "without quotes"),
        ("sentences: 1.5", "1: sentences: expected a number of sentences, or a percentage", "10%"),
        ("sentences: -1", "1: sentences: expected", "10%"),
        ("sentences: 101%", "1: sentences: expected", "10%"),
        ("sentences: true", "1: sentences: expected", "10%"),
        ("sentences: .nan", "1: sentences: expected", "10%"),
        ("tokenizer: rjeiba", "1: tokenizer: expected rjieba or jieba, got 'rjeiba'", "Did you mean 'rjieba'?"),
        ("summarizer: [own]", "1: summarizer: expected own or snownlp, got ['own']", "'own'"),
        ("rules:\n  - off-trend\n  - two-name", "3: rules: expected the name of a rule, got 'two-name'", "'two-names'"),
        ("no_rules: off-trend", "1: no_rules: expected a list, got 'off-trend'", "[off-trend]"),
        ("lexicon: own.yaml", "1: lexicon: expected a list, got 'own.yaml'", "[own.yaml]"),
        ("lexicon:\n- nowhere.yaml", "2: lexicon: nowhere.yaml: there is no such file", "a relative path begins in"),
        ("lexicon: [.]", "1: lexicon: .: is a folder", "Name a file"),
        ("aliases: [甲区]", "1: aliases: expected a mapping, got ['甲区']", "old name: new name"),
        ("aliases:\n  甲区: 321102", "2: aliases.甲区: expected a text, got 321102", 'Put it in quotes: "321102".'),
        ("aliases: {甲区: '999999'}", "1: aliases.甲区: no division has the code 999999", "reportcli places"),
        ("aliases: {2024: 甲区}", "1: aliases: expected a text, got 2024", "quotes"),
        ("name_pattern: '('", "1: name_pattern: ", "Correct it"),
        ("name_pattern: 'a'", "1: name_pattern: ", "(?P<year>"),
        ("- 3", "1: expected a mapping", "Its keys are of keywords"),
        ("keywords: [", "2:1: not YAML", "there"),
        ("keywords: 1\nkeywords: 2", "2:1: not YAML: keywords is there twice", "there"),
        ("keywords: !!python/object/apply:os.getcwd []", "1:11: not YAML", "there"),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_place(
    folders: tuple[Path, Path], content: str, problem: str, remedy: str
):
    (folders[1] / "reportcli.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        configure(None, {}, {})
    assert caught.value.problem.startswith(f"reportcli.yaml:{problem}")
    assert remedy in caught.value.remedy
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("variable", "value", "problem", "remedy"),
    [
        ("REPORTCLI_KEYWORD", "3", "unknown variable", "Did you mean 'REPORTCLI_KEYWORDS'?"),
        ("REPORTCLI_CONFIGS", "3", "unknown variable", "REPORTCLI_CONFIG"),
        ("REPORTCLI_KEYWORDS", "three", "expected a whole number from 0 on, got 'three'", "Write one"),
        ("REPORTCLI_SENTENCES", "0.1", "expected a number of sentences", "10%"),
        ("REPORTCLI_TOKENIZER", "jeba", "expected rjieba or jieba, got 'jeba'", "'jieba'"),
        ("REPORTCLI_RULES", "off-trend,two-name", "expected the name of a rule, got 'two-name'", "'two-names'"),
        ("REPORTCLI_ALIASES", "甲区", "expected OLD=NEW, got '甲区'", "坪山新区=坪山区"),
        ("REPORTCLI_ALIASES", "甲区=", "expected OLD=NEW, got '甲区='", "坪山新区=坪山区"),
        ("REPORTCLI_LEXICON", "nowhere.yaml", "nowhere.yaml: there is no such file", "Name a file"),
        ("REPORTCLI_NAME_PATTERN", "(", "name pattern (: no regular expression", "Correct it"),
    ],
)
def test_a_mistake_in_a_variable_is_told_with_its_name(
    folders: tuple[Path, Path], variable: str, value: str, problem: str, remedy: str
):
    with pytest.raises(SettingsError) as caught:
        configure(folders[0], {variable: value}, {})
    assert caught.value.problem.startswith(f"{variable}: {problem}")
    assert remedy in caught.value.remedy


def test_a_file_that_cannot_be_read_is_told(folders: tuple[Path, Path]):
    (folders[1] / "reportcli.yaml").write_bytes("aliases: {甲区: 乙区}".encode("gb18030"))
    with pytest.raises(SettingsError, match=r"reportcli\.yaml: not YAML"):
        configure(None, {}, {})


# What YAML can hold, and what a slip makes of it.
WORDS = st.sampled_from(["jieba", "off-trend", "甲区", "10%", "-1", "", " ", "(", "~", "\x00", ".", "\ud7ff"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS | st.integers(), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(Settings.__struct_fields__), PLAIN, max_size=4))
def test_any_content_is_settings_or_a_mistake(tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with suppress(SettingsError):
        settings = configure(None, {"REPORTCLI_CONFIG": str(path)}, {}).settings
        assert settings.keywords == (content.get("keywords") if content.get("keywords") is not None else 10)


def test_the_commented_file_shows_every_setting_and_sets_none(folders: tuple[Path, Path]):
    path = folders[1] / "reportcli.yaml"
    write_commented(path)
    assert configure(None, {}, {}).settings == Settings()
    examples = [
        line[2:]
        for line in COMMENTED.read_text(encoding="utf-8").splitlines()
        if line.startswith("#   ") or line[2:].split(":")[0] in Settings.__struct_fields__
    ]
    path.write_text("\n".join(examples), encoding="utf-8")
    (folders[1] / "lexicon.yaml").touch()
    told = configure(None, {}, {})
    assert {item.name for item in told.items} == {*Settings.__struct_fields__}
    usual = Settings()
    for name in ("keywords", "sentences", "tokenizer", "summarizer"):
        assert getattr(told.settings, name) == getattr(usual, name)


def test_the_commented_file_is_never_written_over_another(folders: tuple[Path, Path]):
    path = folders[1] / "reportcli.yaml"
    path.write_text("keywords: 3\n")
    with pytest.raises(OutputError, match="is there already"):
        write_commented(path)
    assert path.read_text() == "keywords: 3\n"
    with pytest.raises(OutputError, match="cannot be written"):
        write_commented(folders[1] / "nowhere" / "reportcli.yaml")
