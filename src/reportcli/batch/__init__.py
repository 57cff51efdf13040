"""Many reports at once: into the database, in parallel, each only when it has to be read."""

from __future__ import annotations

from reportcli.batch.patterns import choose
from reportcli.batch.runs import Done, Request, fill

__all__ = ["Done", "Request", "choose", "fill"]
