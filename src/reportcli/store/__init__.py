"""The database: one DuckDB file with what was read out of many reports."""

from __future__ import annotations

from reportcli.store.database import Changes, Database, Unread
from reportcli.store.exports import EXPORTS
from reportcli.store.lines import Lines, lines_of

__all__ = ["EXPORTS", "Changes", "Database", "Lines", "Unread", "lines_of"]
