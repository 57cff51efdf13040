"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import reportcli
from reportcli.patterns import _Pattern, regex


def test_it_finds_what_a_compiled_one_finds():
    pattern, compiled = regex("(?P<word>a+)b", re.IGNORECASE), re.compile("(?P<word>a+)b", re.IGNORECASE)
    text = "xaAB ab"
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert pattern.sub("-", text) == compiled.sub("-", text)
    assert (pattern.pattern, pattern.flags) == (compiled.pattern, compiled.flags)
    assert pattern.groupindex == compiled.groupindex


def test_it_is_compiled_once(monkeypatch):
    made = []
    monkeypatch.setattr(re, "compile", lambda *given, real=re.compile: made.append(given) or real(*given))
    pattern = regex("a+")
    assert not made
    assert [bool(pattern.search(text)) for text in ("ba", "bb", "baa")] == [True, False, True]
    assert made == [("a+", 0)]


def test_an_error_is_raised_with_the_first_use():
    pattern = regex("(")
    with pytest.raises(re.error):
        pattern.search("a")


def test_all_of_the_rules_compile():
    """What a run does not need is not compiled in it: here each is."""
    found = 0
    for module in pkgutil.walk_packages(reportcli.__path__, "reportcli."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for each in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]:
                if isinstance(each, _Pattern):
                    assert re.compile(each.pattern, each._flags)
                    found += 1
    assert found > 400
