"""Periods in words."""

from __future__ import annotations

import re

from reportcli.rendering.labels import ZH, Labels

_PARTS = {
    "S1": "上半年",
    "S2": "下半年",
    "Q1": "一季度",
    "Q2": "二季度",
    "Q3": "三季度",
    "Q4": "四季度",
}


def write_period(period: str, labels: Labels) -> str:
    """A period as people write it, in Chinese; elsewhere its code.

    >>> [write_period(code, ZH) for code in ("2024", "2024-S1", "2024-Q3", "2024-05")]
    ['2024年', '2024年上半年', '2024年三季度', '2024年5月']
    >>> [write_period(code, ZH) for code in ("2021/2025", "2024-01/2024-09", "2023-S2/2024-S1")]
    ['2021-2025年', '2024年1-9月', '2023年下半年至2024年上半年']
    """
    if labels is not ZH:
        return period
    first, _, last = period.partition("/")
    if not last:
        return _write_one(first)
    if first.isdigit() and last.isdigit():
        return f"{first}-{last}年"
    months = re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", period)
    if months:
        return f"{months[1]}年{int(months[2])}-{int(months[3])}月"
    return f"{_write_one(first)}至{_write_one(last)}"


def _write_one(period: str) -> str:
    year, _, part = period.partition("-")
    if not part:
        return f"{year}年"
    return f"{year}年{_PARTS[part]}" if part in _PARTS else f"{year}年{int(part)}月"
