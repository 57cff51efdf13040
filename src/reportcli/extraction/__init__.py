"""Observations and statements: what the sentences of a report say was reached and is aimed at."""

from __future__ import annotations

from reportcli.extraction.sections import extract

__all__ = ["extract"]
