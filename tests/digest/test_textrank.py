import sys

import pytest

from reportcli import analyze
from reportcli.digest.candidates import find_candidates
from reportcli.digest.contents import lay_out
from reportcli.digest.textrank import pick_candidates
from reportcli.errors import SettingsError
from reportcli.settings import Settings

REPORT = """桂溪镇人民政府工作报告

一、2023年工作回顾

2023年，全镇工业总产值21亿元，增长7%；新引进茶叶加工企业6家，茶叶加工产值3亿元。
新建茶园1200亩，改造茶园800亩，茶叶产量1300吨。改造农村公路18公里。

二、2024年工作安排

2024年，全镇工业总产值增长8%；茶叶加工产值达到4亿元。新建茶园900亩。
"""


def test_what_snownlp_picks_are_whole_sentences_in_the_order_of_the_text():
    pytest.importorskip("snownlp")
    report = analyze(REPORT, Settings(summarizer="snownlp", sentences=2))
    for part in (report, *report.sections):
        assert len(part.summary) <= 2
        assert [REPORT[each.start : each.end] for each in part.summary] == [each.text for each in part.summary]
        assert [each.start for each in part.summary] == sorted(each.start for each in part.summary)
        assert all(each.text.endswith(("。", "；")) for each in part.summary)
    assert report.summary
    # of a long report the whole's are chosen from those of the sections
    assert {each.start for each in report.summary} <= {each.start for s in report.sections for each in s.summary}


def test_as_many_as_are_wanted_even_where_one_sentence_has_the_best_clauses(make_section):
    pytest.importorskip("snownlp")
    section, sentences, _ = make_section(
        "A 【茶园】新建[300亩]，茶园改造顺利，茶园管护加强，茶园效益提高。",
        "A 【茶园】改造[200亩]。",
        "A 【公路】硬化[9公里]。",
    )
    assert len(pick_candidates(find_candidates(lay_out(section, sentences)), 2)) == 2


def test_nothing_is_picked_of_nothing():
    assert pick_candidates([], 4) == []


def test_without_snownlp_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "snownlp", None)
    with pytest.raises(SettingsError) as error:
        analyze(REPORT, Settings(summarizer="snownlp"))
    assert "snownlp is not installed" in error.value.problem
    assert 'pip install "reportcli[snownlp]"' in error.value.remedy
