from typing import get_args

import pytest

from reportcli.cli.extract import Kind, ScopeName
from reportcli.cli.options import Language, locale_language
from reportcli.cli.selection import Selection
from reportcli.model import Scope, Statement, StatementKind


def statement(**fields: object) -> Statement:
    usual = {
        "kind": "goal",
        "indicator": "GDP",
        "canonical": "地区生产总值",
        "period": "2024",
        "region": "荷塘街道(北片)",
    }
    return Statement(
        **(usual | {"region_code": None, "text": "", "start": 0, "end": 1, "line": 1, "locator": None} | fields)
    )


def test_the_options_take_what_the_contract_knows():
    assert tuple(Kind) == get_args(StatementKind)
    assert tuple(ScopeName) == get_args(Scope)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(kinds=("problem", "goal")),
        Selection(regions=("荷塘街道",)),
        Selection(indicators=("GD",)),
        Selection(indicators=("生产总值",)),
        Selection(indicators=("税收", "地区生产总值")),
        Selection(periods=("2024",)),
        Selection(kinds=("goal",), periods=("2024",), regions=("荷塘",), indicators=("GDP",)),
    ],
)
def test_what_is_wanted(selection):
    assert selection.takes_statement(statement())


@pytest.mark.parametrize(
    "selection",
    [
        Selection(kinds=("problem",)),
        Selection(regions=("桥头镇",)),
        # a part of the standard name is not asked for by it, nor another indicator with the name inside
        Selection(indicators=("产总值",)),
        Selection(indicators=("人均地区生产总值",)),
        Selection(periods=("2023",)),
        Selection(kinds=("goal",), periods=("2023",)),
    ],
)
def test_what_is_not_wanted(selection):
    assert not selection.takes_statement(statement())


@pytest.mark.parametrize(
    ("period", "wanted", "taken"),
    [
        ("2024", "2024", True),
        ("2024-S1", "2024", True),
        ("2024-01/2024-09", "2024", True),
        ("2024-S1", "2024-S1", True),
        ("2026/2030", "2026/2030", True),
        ("2024", "2024-S1", False),
        ("2023-11/2024-03", "2023", False),
        ("2026/2030", "2026", False),
        (None, "2024", False),
    ],
)
def test_a_year_stands_for_all_that_lies_in_it(period, wanted, taken):
    assert Selection(periods=(wanted,)).takes_statement(statement(period=period)) is taken


def test_what_has_no_name_is_not_asked_for_by_one():
    nameless = statement(indicator=None, canonical=None, region=None)
    assert not Selection(indicators=("GDP",)).takes_statement(nameless)
    assert not Selection(regions=("荷塘",)).takes_statement(nameless)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, Language.EN),
        ({"LANG": "de_DE", "LC_MESSAGES": "zh_TW"}, Language.ZH),
        ({"LANG": "en_US.UTF-8"}, Language.EN),
        ({}, Language.EN),
    ],
)
def test_headings_are_in_the_language_of_the_locale(environment, language, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language
