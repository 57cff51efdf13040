import sys

import pytest

from reportcli.errors import SettingsError
from reportcli.text import tokens

TEXT = "2024年，全镇一般公共预算收入增长5%。\nＧＤＰ、羊肚菌🙂 end"


def test_every_character_is_in_a_word():
    assert "".join(tokens.cut(TEXT, "rjieba")) == TEXT


def test_words_are_words():
    assert {"公共", "预算", "收入"} <= set(tokens.cut("公共预算收入", "rjieba"))


def test_jieba_cuts_too():
    pytest.importorskip("jieba")
    assert "".join(tokens.cut(TEXT, "jieba")) == TEXT


def test_without_jieba_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", None)
    with pytest.raises(SettingsError) as error:
        tokens.cut(TEXT, "jieba")
    assert "jieba" in error.value.problem
    assert "pip install" in error.value.remedy


def test_half_a_character_does_no_harm():
    assert "".join(tokens.cut("收入\ud800增长", "rjieba")) == "收入?增长"
