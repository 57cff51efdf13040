"""The program with an analysis that goes wrong as a text says; worker processes import this module, too."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from reportcli import pipeline
from reportcli.batch import runs
from reportcli.cli import main
from reportcli.model import Document, Report
from reportcli.settings import Settings

ANALYZE = pipeline.analyze
SECONDS = float(os.environ.get("HOSTILE_SECONDS", "0"))
NOTE = os.environ.get("HOSTILE_NOTE")


def analyze(source: str | Document, settings: Settings | None = None) -> Report:
    """The report, unless its text asks for something else."""
    text = source.text if isinstance(source, Document) else source
    match re.search(r"hostile: (\w+)", text):
        case re.Match() as found if found[1] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case re.Match() as found if found[1] == "exit":
            os._exit(9)
        case re.Match() as found if found[1] == "hang":
            time.sleep(1000)
        case re.Match() as found if found[1] == "fail":
            raise ValueError("this text has no end")
    report = ANALYZE(source, settings)
    if text and NOTE:
        Path(NOTE).touch()
    time.sleep(SECONDS if text else 0)
    return report


pipeline.analyze = analyze
runs._REPORTS = 5  # so that a short run has many transactions, too

if __name__ == "__main__":
    main()
