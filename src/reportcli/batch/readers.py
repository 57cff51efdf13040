"""What a worker does: read a file, analyse it, and make the rows of its tables."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from reportcli import lexicon, pipeline
from reportcli.batch.plans import Job, reason
from reportcli.errors import InputError
from reportcli.model import Skipped
from reportcli.reading import read
from reportcli.settings import Settings
from reportcli.store import Lines, lines_of


class Read(Struct, frozen=True):
    """A report's rows, and what was warned of."""

    lines: Lines
    warnings: tuple[str, ...]


class Reader(Struct, frozen=True):
    """How reports are read; called with a job it gives the report's rows, or why there are none."""

    settings: Settings
    lexicon: lexicon.Contents = ()
    encoding: str | None = None

    def __call__(self, job: Job) -> Read | Skipped:
        """Read the report of a job."""
        with _warnings() as warnings, lexicon.using_contents(self.lexicon):
            try:
                document = read(job.path, self.encoding)
            except InputError as error:
                return reason(job.sources[0], job.path, error)
            if document.sha256 != job.sha256:
                return Skipped(job.sources[0], "it changed while it was read", "Run the command again.")
            report = pipeline.analyze(replace(document, source=job.named), self.settings)
            return Read(lines_of(report, job.made_with), tuple(warnings))


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What the package's logger is told within the block."""
    told: list[str] = []
    handler = _Listener(told)
    logger = logging.getLogger("reportcli")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)


class _Listener(logging.Handler):
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Take down what is told."""
        self._told.append(record.getMessage())
