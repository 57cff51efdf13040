"""Files, folders, patterns and standard input to Documents."""

from __future__ import annotations

from reportcli.reading.documents import read
from reportcli.reading.sources import find_sources

__all__ = ["find_sources", "read"]
