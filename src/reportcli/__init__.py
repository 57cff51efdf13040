"""Goals and achievements out of Chinese official performance reports.

>>> from reportcli import analyze
>>> report = analyze("一、2024年工作安排\\n全县地区生产总值增长6%左右。")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reportcli.model import Document, Report
    from reportcli.settings import Settings

__version__ = "0.1.0"


def analyze(source: str | Document, settings: Settings | None = None) -> Report:
    """Everything that a report says, from its text or from a Document."""
    from reportcli import pipeline

    return pipeline.analyze(source, settings)


def read(path: str | Path) -> Document:
    """The document in a file; raises `reportcli.errors.InputError` where it cannot be read."""
    from reportcli import reading

    return reading.read(path)
