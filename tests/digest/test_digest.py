import json
import os
import subprocess
import sys
from itertools import pairwise

import msgspec
import pytest

from reportcli import analyze
from reportcli.digest import digest
from reportcli.settings import Settings

REPORT = """清溪镇人民政府工作报告
（2024年1月18日在清溪镇第十九届人民代表大会第三次会议上）

一、2023年工作回顾

2023年，全镇完成地区生产总值46.8亿元，增长6.2%；规上工业总产值31.5亿元，增长8.4%；一般公共预算收入2.35亿元，增长5.1%。
（一）竹产业提档升级。建成竹笋加工基地3个，新引进竹制品企业12家，“竹里人家”民宿集群接待游客18.6万人次，竹产业总产值突破9亿元。
（二）城乡面貌持续改善。改造老旧小区6个，新建口袋公园4个，完成农村户厕改造860户，污水处理率达到92%。

二、2024年工作安排

今年全镇经济社会发展的主要目标是：地区生产总值增长6%以上，规上工业总产值增长9%，一般公共预算收入增长5%左右。
（一）做强竹产业。新建竹产业孵化园1个，竹产业总产值达到10.5亿元，打响“竹里人家”品牌。
（二）办好民生实事。新增公办学位450个，改造老旧小区5个，持续优化营商环境。
"""

ROUND_UP = """各镇街晒出成绩单 立下军令状

一、2023年完成情况

河湾街道：社会消费品零售总额38.2亿元，增长8.1%；一般公共预算收入1.86亿元；新增限上商贸企业15家。
石桥镇：脐橙种植面积4.2万亩，产量6.5万吨；乡村旅游接待游客42万人次；村集体经济收入3600万元。

二、2024年主要目标

河湾街道：社会消费品零售总额增长9%；一般公共预算收入增长6%；改造老旧小区7个。
石桥镇：脐橙产业产值突破5亿元；乡村旅游接待游客50万人次；新建高标准农田1.2万亩。
"""


@pytest.mark.parametrize("text", [REPORT, ROUND_UP])
def test_keywords_are_copied_and_none_is_inside_another(text):
    report = analyze(text)
    assert report.keywords
    for keywords in (report.keywords, *(section.keywords for section in report.sections)):
        found = [keyword.text for keyword in keywords]
        assert all(word in text for word in found)
        assert all(2 <= len(word) <= 12 for word in found)
        assert not [(a, b) for a in found for b in found if a != b and a in b]
        assert all(first.weight >= second.weight for first, second in pairwise(keywords))


@pytest.mark.parametrize("text", [REPORT, ROUND_UP])
def test_summaries_are_verbatim_and_lie_in_their_sections(text):
    report = analyze(text)
    assert 0 < len(report.summary) <= 4
    for section in report.sections:
        for each in section.summary:
            assert text[each.start : each.end] == each.text
            assert section.start <= each.start < section.end


def test_a_work_report_reads_as_its_abstract():
    told = [each.text for each in analyze(REPORT).summary]
    assert any("地区生产总值46.8亿元" in each for each in told)
    assert any("主要目标是" in each for each in told)
    words = {keyword.text for keyword in analyze(REPORT).keywords}
    assert {"地区生产总值", "规上工业总产值", "一般公共预算收入"} <= words
    assert any("竹" in word for word in words)


def test_a_place_in_two_sections_is_told_once_in_both_together():
    report = analyze(ROUND_UP)
    parts = [section for section in report.sections if section.region == "石桥镇"]
    assert len(parts) == 2
    assert sum(len(section.summary) for section in parts) <= 4
    assert all(section.summary for section in parts)
    together = dict.fromkeys(keyword.text for section in parts for keyword in section.keywords)
    assert len(together) <= 10
    assert any("脐橙" in word for word in together)


def test_the_settings_say_how_many():
    report = analyze(REPORT, Settings(keywords=3, sentences=1))
    assert len(report.keywords) == 3
    assert len(report.summary) == 1
    assert all(len(section.keywords) <= 3 and len(section.summary) <= 1 for section in report.sections)


def test_none_are_asked_for():
    report = analyze(REPORT, Settings(keywords=0, sentences=0))
    assert report.keywords == report.summary == ()


def test_wide_letters_stay_as_they_are_written(make_section):
    section, sentences, text = make_section("A* 【R&D经费投入强度】达到[2.1%]。")
    wide = text.replace("R&D", "Ｒ＆Ｄ")
    digested = digest(wide, [section], [sentences], Settings())
    assert [keyword.text for keyword in digested.keywords] == ["Ｒ＆Ｄ经费投入强度"]
    assert digested.section_keywords[0] == digested.keywords


def test_nothing_is_made_of_nothing():
    digested = digest("", [], [], Settings())
    assert (digested.keywords, digested.summary, digested.section_keywords) == ((), (), ())


def test_both_tokenizers_find_keywords():
    pytest.importorskip("jieba")
    words = {keyword.text for keyword in analyze(REPORT, Settings(tokenizer="jieba")).keywords}
    assert words & {keyword.text for keyword in analyze(REPORT).keywords}


@pytest.mark.parametrize(
    ("engine", "settings"),
    [
        ("rjieba", "keywords=20, sentences=0.5"),
        ("jieba", "tokenizer='jieba'"),
        ("snownlp", "summarizer='snownlp'"),
    ],
)
def test_hashes_change_nothing(engine, settings):
    pytest.importorskip(engine)
    program = f"""
import msgspec, reportcli
from reportcli.settings import Settings
for text in {[REPORT, ROUND_UP]!r}:
    print(msgspec.json.encode(reportcli.analyze(text, Settings({settings}))).decode())
"""
    found = set()
    for seed in ("0", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        )
        found.add(run.stdout)
    [reports] = found
    assert all(json.loads(line)["keywords"] and json.loads(line)["summary"] for line in reports.splitlines())


def test_a_report_is_the_same_each_time():
    assert msgspec.json.encode(analyze(REPORT)) == msgspec.json.encode(analyze(REPORT))
