"""Files, folders, patterns and standard input to Documents."""

from __future__ import annotations

from reportcli.reading.documents import check_regular, hash_file, read
from reportcli.reading.sources import find_sources, folder_of

__all__ = ["check_regular", "find_sources", "folder_of", "hash_file", "read"]
