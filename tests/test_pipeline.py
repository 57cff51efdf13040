"""What holds for the report of any text: it covers it, each record is where it says, and it is the same again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportcli import analyze
from reportcli.model import Document, Report

# What reports are made of: headings, places, times, verbs, names, numbers, units, marks, and what breaks them.
WORDS = [
    word
    for line in (
        "一、2023年工作回顾 二、2024年工作安排 （一）抓项目 （1） 1. 一是 其中 云溪县 青石镇 白沙街道 全县 全市 我县",
        "各位代表 会议指出 附件 名词解释 本报讯 去年 今年 2023年 2024年 到2027年 五年来 “十四五”时期 上半年 一季度",
        "1—9月 前三季度 连续三年 3月8日 未来五年 二〇二三年 截至11月底 完成 实现 达到 增长 下降 提高到 由 从 分别 均",
        "比上年 同比 年均 新增 签约 占 居全市 第三 前十 高于全省 占年任务的 力争 确保 将 要 预计 翻一番 未完成 短板",
        "一般公共预算收入 地区生产总值 规上工业增加值 城乡居民人均可支配收入 税收、利润 项目 企业 产量 占比 开工率",
        "森林覆盖率 三次产业结构 1.32 1,080 １１．１ 三百 百余 3万多 0.5 5%-6% 8至10 6.2:41.5:52.3 百分之六 六成 2.4倍",
        "-6.2 1/5 12345 亿元 万美元 % ％ 个百分点 家 个 户 万人次 公里 位 微克/立方米 平方公里 吨 以上 左右 以内 多 余",
        '约 近 超 不低于 控制在 的目标 困难和问题 ， 。 、 ； ： ！ “ ” （ ） 《 》 ‘ ’ " ( ) — - · [2] ① ● □ ……',
    )
    for word in line.split()
]
BREAKS = ["\n", "\n\n", "\r\n", "\u3000", " ", "\t", "\u2028", "\x85", "\ufeff", "\x00", "- 3 -\n", "\f"]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS),
        st.sampled_from(WORDS),
        st.sampled_from(BREAKS),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    ),
    max_size=60,
).map("".join)

REPORT = """云溪县2024年政府工作报告
各位代表：
一、2023年工作回顾
2023年，全县地区生产总值增长6.1%，一般公共预算收入完成8.6亿元、增长5%，固定资产投资增长8%。
（一）工业经济提质增效。规上工业企业达到178家，净增12家；工业用电量8.7亿千瓦时，居全市第二。
同时，我们也清醒地看到，经济总量偏小，产业层次不高。
二、2024年主要目标
主要预期目标是：地区生产总值增长6%左右，居民收入增长与经济增长同步。新增规上企业15家以上。
"""

relaxed = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(TEXTS)
def test_sections_cover_the_text_one_after_the_other(text: str) -> None:
    report = analyze(text)
    starts = [section.start for section in report.sections]
    ends = [section.end for section in report.sections]
    assert starts == [0, *ends[:-1]]
    assert ends[-1] == len(text)
    assert all(start < end for start, end in pairwise(starts))
    assert all(section.level in {0, 1, 2} for section in report.sections)


@relaxed
@given(TEXTS)
def test_each_record_is_where_it_says(text: str) -> None:
    for section in analyze(text).sections:
        for o in section.observations:
            assert section.start <= o.start < o.end <= len(text)
            assert o.start < section.end
            assert o.quote == text[o.start : o.end]
            assert o.sentence_start <= o.start < o.end <= o.sentence_end <= len(text)
        for s in section.statements:
            assert section.start <= s.start < min(s.end, section.end)
            assert s.text == text[s.start : s.end]
        for words in section.summary:
            assert section.start <= words.start < words.end <= section.end
            assert words.text == text[words.start : words.end]


@relaxed
@given(TEXTS)
@example("一、2023年工作回顾-6.2平方公里\u3000百分之六")
def test_each_observation_is_whole(text: str) -> None:
    period = re.compile(r"\d{4}(?:-(?:S[12]|Q[1-4]|\d\d))?(?:/\d{4}(?:-\d\d)?)?")
    for o in _observations(analyze(text)):
        assert o.indicator.strip()
        assert o.value.is_finite()
        assert o.upper is None or o.upper.is_finite()
        assert o.period is None or period.fullmatch(o.period)
        assert (o.rate is None) is (o.measure != "growth")
        assert o.among is None or o.measure == "rank"
        assert o.commitment is None or o.kind == "goal"
        assert not o.estimated or o.kind == "achievement"


@relaxed
@given(TEXTS)
def test_records_are_in_the_order_of_the_text(text: str) -> None:
    for section in analyze(text).sections:
        assert [o.start for o in section.observations] == sorted(o.start for o in section.observations)
        assert [s.start for s in section.statements] == sorted(s.start for s in section.statements)


@relaxed
@given(st.lists(st.sampled_from([*WORDS, "\n"]), max_size=60).map("".join))
def test_lines_are_counted_from_one(text: str) -> None:
    for section in analyze(text).sections:
        for record in (*section.observations, *section.statements):
            assert record.line == text.count("\n", 0, record.start) + 1


@relaxed
@given(TEXTS)
def test_the_report_of_a_text_is_always_the_same(text: str) -> None:
    assert analyze(text) == analyze(text) == analyze(Document(text))


def test_the_report_is_the_same_in_every_process() -> None:
    code = (
        "import sys, msgspec, reportcli\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "sys.stdout.buffer.write(msgspec.json.encode(reportcli.analyze(text)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=REPORT.encode(),
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(_observations(analyze(REPORT))) == 10


@pytest.mark.parametrize(
    "text", ["", "\n", " \u3000\n\n", "。", "，", "一", "1", "%", "亿元", "年", "“", "\ufeff", "🙂"]
)
def test_a_text_of_nothing_gives_a_report_of_nothing(text: str) -> None:
    report = analyze(text)
    assert not _observations(report)
    assert [(s.start, s.end) for s in report.sections] == [(0, len(text))]


@pytest.mark.parametrize("text", ["全县财政收入达到" + "一" * 5000 + "亿元。", "二〇" * 3000 + "年"])
def test_a_numeral_of_any_length_is_survived(text: str) -> None:
    analyze(text)


def _observations(report: Report) -> list:
    return [o for section in report.sections for o in section.observations]
