"""The rules that are off unless asked for, which rules are on, and what holds for the findings of any text."""

import doctest
import importlib

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from reportcli import analyze
from reportcli.checking import RULES, Finding, choose_rules, read_draft, run_rules, write_message
from reportcli.errors import SettingsError
from reportcli.model import Document
from reportcli.settings import Settings

REPORT = """云屏县{year}年政府工作报告

各位代表：
现在，我代表云屏县人民政府，向大会报告工作，请予审议。

一、{last}年工作回顾
{last}年，全县{results}。

二、{year}年主要目标
{year}年主要预期目标是：{goals}。
"""


def report(year: int, results: str, goals: str) -> str:
    return REPORT.format(year=year, last=year - 1, results=results, goals=goals)


def findings(*texts: str, **chosen: tuple[str, ...]) -> list[Finding]:
    documents = [Document(text, source=f"{at}.txt") for at, text in enumerate(texts)]
    drafts = (read_draft(document, analyze(document, Settings(keywords=0, sentences=0))) for document in documents)
    return [*run_rules(choose_rules(Settings(**chosen)), drafts)]


def messages(rule: str, *texts: str) -> list[str]:
    return [write_message(finding, "zh") for finding in findings(*texts, rules=(rule,)) if finding.rule == rule]


def names(**asked: bool) -> set[str]:
    return {rule.name for rule in choose_rules(Settings(), **asked)}


@pytest.mark.parametrize("module", ["amounts", "digits", "names"])
def test_doctests(module: str):
    tried = doctest.testmod(importlib.import_module(f"reportcli.checking.{module}"))
    assert (tried.failed, tried.attempted > 0) == (0, True)


def test_each_rule_has_one_name_and_looks_at_one_report_or_at_all():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all((rule.in_one is None) != (rule.in_all is None) for rule in RULES)


def test_what_is_only_for_information_is_on_where_it_is_asked_for():
    usual = {rule.name for rule in RULES if rule.usual}
    informing = {rule.name for rule in RULES if rule.severity == "info"}
    assert names() == usual
    assert names(info=True) == usual | informing
    assert names(every=True) == {rule.name for rule in RULES} - informing
    assert names(every=True, info=True) == {rule.name for rule in RULES}


def test_rules_are_switched_on_and_off_by_name():
    chosen = choose_rules(Settings(rules=("off-trend", "goal-without-result"), no_rules=("two-values",)), every=True)
    assert {"off-trend", "goal-without-result"} <= {rule.name for rule in chosen}
    assert "two-values" not in {rule.name for rule in chosen}
    with pytest.raises(SettingsError, match="no rule two-value\nDid you mean 'two-values'"):
        choose_rules(Settings(no_rules=("two-value",)))


def test_a_rule_that_is_switched_off_finds_nothing():
    text = report(2024, "三次产业结构为15.2:41.6:44.2", "固定资产投资增长8%")
    assert [finding.rule for finding in findings(text)] == ["structure-sum"]
    assert findings(text, no_rules=("structure-sum",)) == []


def test_growth_is_held_against_levels_of_two_years():
    last = report(2023, "一般公共预算收入8.20亿元，增长4%", "固定资产投资增长8%")
    right = report(2024, "一般公共预算收入8.61亿元，增长5%", "固定资产投资增长8%")
    wrong = report(2024, "一般公共预算收入8.61亿元，增长15%", "固定资产投资增长8%")
    assert messages("growth-against-levels", last, right) == []
    assert messages("growth-against-levels", last, wrong) == [
        "“一般公共预算收入”由8.20亿元到8.61亿元,按两数为5.0%,文中为15%"
    ]


@pytest.mark.parametrize(
    "results",
    ["地区生产总值210亿元，增长5%", "一般公共预算收入210亿元，同口径增长5%", "一般公共预算收入约210亿元，增长5%"],
)
def test_growth_that_is_real_or_has_a_basis_is_not_held_against_levels(results: str):
    before = report(2023, "地区生产总值180亿元，一般公共预算收入180亿元", "固定资产投资增长8%")
    assert messages("growth-against-levels", before, report(2024, results, "固定资产投资增长8%")) == []


def test_goals_below_the_last_result_by_what_is_better():
    low = report(2024, "固定资产投资增长9%，城镇登记失业率3.1%", "固定资产投资增长6%，城镇登记失业率控制在4%以内")
    assert messages("goal-below-result", low) == [
        "“固定资产投资”2024年目标增长6%,不及2023年实绩增长9%",
        "“城镇登记失业率”2024年目标4%以内,不及2023年实绩3.1%",
    ]
    high = report(2024, "固定资产投资增长9%，城镇登记失业率3.1%", "固定资产投资增长10%，城镇登记失业率3%以内")
    assert messages("goal-below-result", high) == []


def test_a_level_far_off_the_trend():
    def years(*values: str) -> list[str]:
        return [
            report(2020 + at, f"粮食总产量{value}万吨", "粮食总产量稳定在10万吨以上") for at, value in enumerate(values)
        ]

    assert messages("off-trend", *years("12.1", "12.4", "12.6", "12.9", "13.1")) == []
    assert messages("off-trend", *years("12.1", "12.4", "12.6", "31.6", "31.9")) == [
        "“粮食总产量”2021年为12.6万吨,2022年为31.6万吨,与历年走势不符"
    ]
    assert messages("off-trend", *years("12.6", "31.6")) == []


def test_main_targets_and_results_that_stand_alone():
    results = "地区生产总值增长5%，社会消费品零售总额增长6%，粮食总产量12万吨，城镇居民人均可支配收入增长6%"
    text = report(2024, results, "地区生产总值增长5%，进出口总额增长5%，居民人均可支配收入增长6%")
    assert messages("goal-without-result", text) == ["“进出口总额”有目标增长5%,未见实绩"]
    assert messages("result-without-goal", text) == [
        "“社会消费品零售总额”有实绩增长6%,未见目标",
        "“粮食总产量”有实绩12万吨,未见目标",
    ]
    worded = text + "促进社会消费品零售总额稳步增长，抓好粮食总产量目标落实。\n"
    assert messages("result-without-goal", worded) == []


def test_another_place_is_no_other_year():
    one = report(2023, "粮食总产量12万吨", "固定资产投资增长8%")
    other = report(2024, "粮食总产量12吨", "固定资产投资增长8%")
    assert [finding.rule for finding in findings(one, other)] == ["ten-thousand"]
    assert findings(one, other.replace("云屏", "青阳")) == []


WORDS = [
    *("2023年", "2024年", "分别", "三次产业结构", "16.4:40.1:45.5", "其中", "地区生产总值", "一般公共预算收入"),
    *(
        "粮食总产量",
        "列统入库项目",
        "入库列统项目",
        "增长",
        "达到",
        "1.32",
        "27",
        "0",
        "亿元",
        "万元",
        "%",
        "万吨",
        "家",
    ),
    *(
        "、",
        "，",
        "。",
        "；",
        "（",
        "）",
        "和",
        "以上",
        "一、",
        "回顾",
        "目标",
        "云屏县",
        "政府工作报告",
        "\n",
        "全县",
        "力争",
    ),
]


@examples(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40).map("".join), min_size=1, max_size=3))
def test_findings_of_any_text_quote_it_and_say_what_is_odd(texts: list[str]):
    documents = [Document(text, source=str(at)) for at, text in enumerate(texts)]
    drafts = (read_draft(document, analyze(document, Settings(keywords=0, sentences=0))) for document in documents)
    for finding in run_rules(RULES, drafts):
        for quote in filter(None, (finding.oddity.first, finding.oddity.second)):
            text = texts[int(quote.source or 0)]
            assert text[quote.start : quote.end] == quote.text != ""
            assert quote.line == text.count("\n", 0, quote.start) + 1
        assert write_message(finding, "zh")
        assert write_message(finding, "en")
