"""A small report, and what its records are."""

from __future__ import annotations

import hashlib

from reportcli.model import Document, Record
from reportcli.pipeline import analyze

TOWN = """桥头镇2024年工作总结和2025年工作计划

一、2024年工作总结
全年完成一般公共预算收入1.20亿元，增长7.0%。新建农村公路12公里，建成项目5-8个。
基础设施还有不少短板，部分项目进展缓慢。

二、2025年工作计划
2025年主要预期目标是：一般公共预算收入增长7%，固定资产投资增长10%以上。
"""


def report_of(text, source="town.txt"):
    return analyze(Document(text, source, hashlib.sha256(text.encode()).hexdigest(), "utf-8"))


def expected(report, source):
    """The records of a report, as they are defined."""
    return [
        Record(
            source,
            report.place,
            report.place_code,
            report.year,
            report.published,
            {each.start: each.text for each in section.statements}.get(found.sentence_start),
            found,
        )
        for section in report.sections
        for found in section.observations
    ]


def written(records):
    """The same, digit by digit: 7.0 and 7 are equal as decimals."""
    return [(record, str(record.observation.value), str(record.observation.upper)) for record in records]
