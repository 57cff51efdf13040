"""Folders of small reports that differ."""

from __future__ import annotations

from pathlib import Path

NAMES = ("桥头镇", "沙河镇", "云溪乡", "东山街道", "白石镇", "青龙乡", "河口镇")


def compose(number: int) -> str:
    """The report of one town and year."""
    name, year = NAMES[number % len(NAMES)], 2015 + number // len(NAMES) % 10
    income, roads = f"{number % 7 + 1}.{number % 10}0", number % 90 + 10
    return f"""{name}{year}年工作总结和{year + 1}年工作计划（第{number}号）

一、{year}年工作总结
全年完成一般公共预算收入{income}亿元，增长{number % 9 + 1}.5%。新建农村公路{roads}公里。
基础设施还有不少短板，部分项目进展缓慢。

二、{year + 1}年工作计划
{year + 1}年主要预期目标是：一般公共预算收入增长{number % 5 + 4}%，固定资产投资增长10%以上。
要持续改善人居环境，推进农村生活污水治理。
"""


def write_towns(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write so many reports, each in a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"town-{number:04}.txt" for number in range(first, first + count)]
    for number, path in enumerate(paths, start=first):
        path.write_text(compose(number), encoding="utf-8")
    return paths
