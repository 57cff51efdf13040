"""The samples, read as a person reads them: what is expected here was taken from the text, not from the program."""

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from reportcli import analyze, read
from reportcli.model import Observation, Report, Section, Statement

SAMPLES = Path(__file__).parent.parent / "samples"
REPORTS = sorted(path.name for path in SAMPLES.glob("*.txt"))

# name: what kind of report, of which place, for which year
FACTS = {
    "county-2022.txt": ("work_report", "澜溪县", 2022),
    "county-2023.txt": ("work_report", "澜溪县", 2023),
    "county-2024.txt": ("work_report", "澜溪县", 2024),
    "streets-2024.txt": ("news", "浔阳区", 2024),
    "interview-2025.txt": ("news", "桐岭县", 2025),
}

# name: kind, region, indicator, measure, bound, value, unit, period
RECORDS = {
    "streets-2024.txt": """
        achievement 甘棠街道 一般公共预算收入 level = 2.16 亿元 2023
        achievement 甘棠街道 一般公共预算收入 growth = 8.4 % 2023
        achievement 甘棠街道 社会消费品零售总额 level >= 60 亿元 2023
        achievement 甘棠街道 净增规模以上企业 growth = 30.8 % 2023
        achievement 甘棠街道 商务楼宇入驻率 growth = 3.1 个百分点 2023
        achievement 甘棠街道 群众安全感测评 rank = 2 2023
        goal 甘棠街道 固定资产投资 growth = 9 % 2024
        goal 甘棠街道 实际利用外资 level >= 200 万美元 2024
        goal 甘棠街道 商务楼宇入驻率 level ~ 90 % 2024
        achievement 金鸡坡街道 规上工业总产值 growth = -2.6 % 2023
        goal 金鸡坡街道 规上工业总产值 growth ~ 6 % 2024
        goal 金鸡坡街道 进出口总额 growth = 3-5 % 2024
        achievement 人民路街道 一般公共预算收入 level = 8650 万元 2023
        achievement 人民路街道 限额以上批发业销售额 growth = -7.8 % 2023
        achievement 人民路街道 限额以上批发业销售额 completion = 91 % 2023
        goal 人民路街道 一般公共预算收入 level >= 9000 万元 2024
        achievement 白水湖街道(滨湖片区) 接待游客 growth = 32.6 % 2023
        achievement 白水湖街道(滨湖片区) 旅游综合收入 growth = 28.9 % 2023
        goal 白水湖街道(滨湖片区) 旅游综合收入 growth = 15 % 2024
    """,
    "county-2022.txt": """
        achievement 澜溪县 地区生产总值 level = 168.4 亿元 2021
        achievement 澜溪县 工业投资 growth = 19.7 % 2021
        achievement 澜溪县 农村居民人均可支配收入 level = 15480 元 2021
        achievement 澜溪县 农村居民人均可支配收入 growth = 10.9 % 2021
        achievement 澜溪县 地区生产总值 growth = 7.4 % 2017/2021
        achievement 澜溪县 PM2.5平均浓度 growth = -7.1 % 2021
        goal 澜溪县 地区生产总值 level >= 260 亿元 2026
        goal 澜溪县 地区生产总值 growth ~ 8 % 2022/2026
        goal 澜溪县 固定资产投资 level >= 900 亿元 2022/2026
        goal 澜溪县 地区生产总值 growth ~ 7.5 % 2022
        goal 澜溪县 固定资产投资 growth = 10 % 2022
        goal 澜溪县 农村居民人均可支配收入 growth = 9.5 % 2022
        goal 澜溪县 城镇登记失业率 level <= 4 % 2022
        goal 澜溪县 单位地区生产总值能耗 growth = -3 % 2022
        goal 澜溪县 快递业务量 level >= 1800 万件 2022
        goal 澜溪县 省重点项目开工率 level = 80 % 2022-S1
    """,
    "county-2024.txt": """
        achievement 澜溪县 地区生产总值 growth = 6.8 % 2023
        achievement 澜溪县 进出口总额 growth = -4.3 % 2023
        goal 澜溪县 地区生产总值 growth ~ 6.5 % 2024
        goal 澜溪县 进出口总额 level >= 5 亿元 2024
        goal 澜溪县 城镇居民人均可支配收入 growth = 6 % 2024
    """,
    "town-2022-gb18030.txt": """
        achievement 崇头镇 农业总产值 level = 1.86 亿元 2021
        achievement 崇头镇 旅游收入 growth = 26 % 2021
        goal 崇头镇 农业总产值 growth ~ 5 % 2022
        goal 崇头镇 旅游收入 level >= 2.8 亿元 2022
    """,
    "interview-2025.txt": """
        achievement 桐岭县 地区生产总值 level = 243.8 亿元 2024
        achievement 桐岭县 地区生产总值 gap = 0.6 个百分点 2024
        goal 桐岭县 地区生产总值 growth >= 6 % 2025
        goal 桐岭县 规上工业增加值 growth = 8.5 % 2025
        achievement 石门镇 一般公共预算收入 level = 2140 万元 2024
        goal 石门镇 一般公共预算收入 growth = 10 % 2025
        goal 岭南新区 固定资产投资 level = 30 亿元 2025
    """,
    "communique-2023.txt": """
        achievement 荔波县 地区生产总值 level = 89.47 亿元 2023
        achievement 荔波县 地区生产总值 growth = 5.2 % 2023
        achievement 荔波县 居民消费价格 growth = -0.3 % 2023
        achievement 荔波县 粮食总产量 level = 4.85 万吨 2023
        achievement 荔波县 民间投资 growth = -12.7 % 2023
        achievement 荔波县 社会消费品零售总额 growth = 7.7 % 2023
    """,
    "portal-2024.txt": """
        achievement 望潮区 外贸进出口总额 growth = -1.8 % 2023
        achievement 望潮区 实际使用外资 completion = 104.6 % 2023
        achievement 望潮区 农村居民人均可支配收入 growth = 7.1 % 2023
        goal 望潮区 地区生产总值 growth >= 6 % 2024
        goal 望潮区 港口货物吞吐量 level = 4500 万吨 2024
    """,
}


@cache
def analyzed(name: str) -> tuple[str, Report]:
    document = read(SAMPLES / name)
    return document.text, analyze(document)


def observations(report: Report) -> list[Observation]:
    return [found for section in report.sections for found in section.observations]


def statements(report: Report) -> list[Statement]:
    return [found for section in report.sections for found in section.statements]


def row(report: Report, found: Observation) -> str:
    value = f"{found.value}" if found.upper is None else f"{found.value}-{found.upper}"
    said = (found.region or report.place, found.indicator, found.measure, found.bound, value, found.unit, found.period)
    return " ".join(filter(None, (found.kind, *said)))


def section_of(report: Report, text: str, words: str) -> Section:
    """The section that holds the first of these words of the text."""
    place = text.index(words)
    return next(section for section in report.sections if section.start <= place < section.end)


@pytest.mark.parametrize("name", FACTS)
def test_header(name: str):
    _, report = analyzed(name)
    assert (report.doc_type, report.place, report.year) == FACTS[name]


def test_header_of_a_communique():
    _, report = analyzed("communique-2023.txt")
    assert (report.doc_type, report.place) == ("communique", "荔波县")


def test_encoding_is_found_out():
    _, report = analyzed("town-2022-gb18030.txt")
    assert (report.place, report.year, report.encoding) == ("崇头镇", 2022, "gb18030")


@pytest.mark.parametrize(
    ("name", "expected"),
    [pytest.param(name, line.strip()) for name, lines in RECORDS.items() for line in lines.strip().splitlines()],
)
def test_record_is_found(name: str, expected: str):
    _, report = analyzed(name)
    assert expected in {row(report, found) for found in observations(report)}


@pytest.mark.parametrize("name", REPORTS)
def test_every_span_gives_its_words(name: str):
    text, report = analyzed(name)
    assert observations(report)
    for found in observations(report):
        assert text[found.start : found.end] == found.quote
        assert found.sentence_start <= found.start < found.end <= found.sentence_end
        assert found.line == text.count("\n", 0, found.start) + 1
    for said in statements(report):
        assert text[said.start : said.end] == said.text


@pytest.mark.parametrize("name", REPORTS)
def test_sections_partition_the_text(name: str):
    text, report = analyzed(name)
    ends = [section.end for section in report.sections]
    assert [section.start for section in report.sections] == [0, *ends[:-1]]
    assert ends[-1] == len(text)


def test_streets_are_sections():
    text, report = analyzed("streets-2024.txt")
    for street, words in {
        "甘棠街道": "主要经济指标稳居全区第一方阵",
        "金鸡坡街道": "规上工业总产值完成",
        "人民路街道": "召开党员干部大会",
        "白水湖街道(滨湖片区)": "接待游客215万人次",
        "八里湖街道": "召开新春干部大会",
    }.items():
        assert section_of(report, text, words).region == street


def test_neither_the_other_article_nor_the_street_without_figures_yields_a_number():
    text, report = analyzed("streets-2024.txt")
    assert not section_of(report, text, "挡车工刘春兰").observations
    assert not section_of(report, text, "小区吹哨").observations


def test_all_main_targets_of_the_county_are_headline():
    _, report = analyzed("county-2022.txt")
    targets = [found for found in observations(report) if found.kind == "goal" and found.headline]
    assert len([found for found in targets if found.period == "2022"]) == 16
    assert {"地区生产总值", "社会消费品零售总额", "粮食总产量", "居民消费价格"} <= {
        found.indicator.removesuffix("涨幅") for found in targets
    }


def test_targets_under_their_own_heading_are_headline():
    _, report = analyzed("county-2023.txt")
    targets = [found for found in observations(report) if found.kind == "goal" and found.headline]
    assert {"地区生产总值", "固定资产投资", "粮食总产量"} <= {found.indicator for found in targets}


def test_targets_without_a_number_are_statements():
    _, report = analyzed("county-2022.txt")
    named = {said.indicator for said in statements(report) if said.kind == "goal"}
    assert "居民收入" in {name.removesuffix("增长") for name in named if name}


def test_problems_are_admitted():
    _, report = analyzed("county-2022.txt")
    problems = [said.text for said in statements(report) if said.kind == "problem"]
    for words in ("经济总量偏小", "主导产业链条短", "未能如期完工", "“停车难”", "担当精神不足"):
        assert any(words in problem for problem in problems), words


def test_number_broken_across_lines_is_one():
    _, report = analyzed("portal-2024.txt")
    assert [found.value for found in observations(report) if found.quote == "1.\r\n8%"] == [Decimal("-1.8")]


def test_navigation_yields_nothing():
    text, report = analyzed("portal-2024.txt")
    first, last = text.index("2023年，在市委"), text.index("扫一扫")
    assert all(first <= found.start < last for found in observations(report))
    assert all(first <= said.start < last for said in statements(report))


# script: what must be among the lines that it prints
PIPES = {
    "falls-in-communique.sh": ["-24.6%\t房地产开发投资", "-12.7%\t民间投资", "-0.3%\t居民消费价格"],
    "goals-by-street.sh": ["7\t甘棠街道"],
    "growth-targets.sh": [
        "2022\tgoal\t~ 7.5%",
        "2022\tachievement\t= 5.1%",
        "2023\tgoal\t~ 7%",
        "2023\tachievement\t= 6.8%",
    ],
    "offices.sh": ["6\t● 县发展和改革委员会主任 高之远", "30\t● 石门镇党委书记 丁一川"],
    "problems.sh": ["31: 二是主导产业链条短，竹木加工企业中年产值超亿元的只有6家，创新能力不强。"],
    "quotes-in-place.sh": [],
    "town-from-pipe.sh": [],
}


@pytest.mark.parametrize("script", sorted(path.name for path in SAMPLES.glob("*.sh")))
def test_pipe_runs_from_any_folder(script: str, tmp_path: Path):
    if " jq " in (SAMPLES / script).read_text(encoding="utf-8") and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        [SAMPLES / script],
        cwd=tmp_path,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert lines
    assert not set(PIPES[script]) - set(lines)


def test_quotes_stand_where_the_records_say(tmp_path: Path):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    printed = subprocess.run(
        [SAMPLES / "quotes-in-place.sh"],
        cwd=tmp_path,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.split()
    assert int(printed[0]) == int(printed[2]) > 40
