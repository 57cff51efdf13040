"""A user's own YAML adds to the lexicon, for the call that names it alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportcli import analyze
from reportcli.errors import SettingsError
from reportcli.settings import Settings

TEXT = "云溪县政府工作报告\n一、2023年工作回顾\n本级财力达到3亿元，油茶籽产量1.2万吨，安装钢架30榀。"
GOOD = """
indicators:
  农业:
    油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}
  财政金融:
    一般公共预算收入: {aliases: [本级财力]}
units:
  families:
    count: [榀]
"""


def written(folder: Path, content: str) -> str:
    path = folder / "own.yaml"
    path.write_text(content, encoding="utf-8")
    return str(path)


def names(lexicon: tuple[str, ...]) -> list[tuple[str, str | None]]:
    report = analyze(TEXT, Settings(keywords=0, sentences=0, lexicon=lexicon))
    return [(o.indicator, o.canonical) for section in report.sections for o in section.observations]


def test_names_and_units_are_added(tmp_path: Path):
    assert names((written(tmp_path, GOOD),)) == [
        ("本级财力", "一般公共预算收入"),
        ("油茶籽产量", "油茶产量"),
        ("安装钢架", None),
    ]


def test_what_is_added_is_in_force_for_one_call_only(tmp_path: Path):
    plain = [("本级财力", None), ("油茶籽产量", None)]
    assert names(()) == plain
    assert names((written(tmp_path, GOOD),)) != plain
    assert names(()) == plain


def test_threads_have_each_their_own(tmp_path: Path):
    own = (written(tmp_path, GOOD),)
    alone = {(): names(()), own: names(own)}
    asked: list[tuple[str, ...]] = [own, ()] * 8
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(names, asked)) == [alone[each] for each in asked]


@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        ("indicaters: {}", "unknown key 'indicaters'", "indicators"),
        ("cues: {opners: [在]}", "unknown key 'opners'", "openers"),
        ("cues: [在]", "cues: expected a mapping", "cues.yaml"),
        ("cues: {openers: 在}", "openers: expected a list", "Correct"),
        ("indicators: {农业: {油茶产量: {units: [吨], polarity: sideways}}}", "sideways", "Correct"),
        ("indicators: {农业: {油茶产值: {units: [元], polarity: up, aliases: [GDP]}}}", "地区生产总值", "leave it out"),
        ("indicators: {农业: {地区生产总值: {units: [元], polarity: up}}}", "another group", "there"),
        ("- 一", "expected keys", "indicators"),
        ("a: [", "not YAML", "there"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, content: str, problem: str, remedy: str):
    path = written(tmp_path, content)
    with pytest.raises(SettingsError) as caught:
        names((path,))
    assert path in caught.value.problem
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_a_missing_file_is_told():
    with pytest.raises(SettingsError, match=r"nowhere\.yaml: cannot be read"):
        names(("nowhere.yaml",))
