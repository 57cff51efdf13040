"""A run: what the plan asks for is read by the workers and written in bulk, while they go on reading."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing

from msgspec import Struct
from msgspec.structs import replace

from reportcli import pipeline
from reportcli.batch.plans import Job, Making, make_plan
from reportcli.batch.readers import Read, Reader
from reportcli.batch.supervision import Failure, supervise
from reportcli.batch.versions import extraction_version, settings_version
from reportcli.lexicon import Contents, using_contents
from reportcli.model import Skipped
from reportcli.settings import Settings
from reportcli.store import Changes, Database, Lines, Unread

# What is read is written when it is so many reports or bytes, or so many seconds old.
_REPORTS, _BYTES, _SECONDS = 50, 32 * 1024 * 1024, 5.0


class Request(Struct, frozen=True):
    """What is to be in the database: the reports in the files `paths`, read so.

    `jobs` are read at once, each in `timeout` seconds at most. What is not there any more in the folders `pruned` is
    removed.
    """

    paths: tuple[str, ...]
    settings: Settings = Settings()
    lexicon: Contents = ()
    encoding: str | None = None
    jobs: int = 1
    timeout: float = 60.0
    pruned: tuple[str, ...] = ()


class Done(Struct, frozen=True):
    """How far a run is: reports read of those to read, reports that were there, files skipped, files forgotten.

    `news` are the files skipped since it was told last, `warnings` what was warned of, `trace` where reportcli failed.
    """

    read: int = 0
    to_read: int = 0
    unchanged: int = 0
    skipped: int = 0
    gone: int = 0
    news: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    trace: str | None = None


def fill(database: Database, request: Request) -> Generator[Done]:
    """Bring the database up to date, and tell how far that is, at least once a second.

    What is told to be read is written soon after; all of it is when the iterator ends or is closed. What is unchanged
    is not read again: the same content, extraction, settings, and place and year in its name.
    """
    with using_contents(request.lexicon):
        pipeline.analyze("", request.settings)  # a mistake in the lexicon is told before anything is done
    making = Making(
        extraction_version(),
        settings_version(request.settings, request.lexicon, request.encoding),
        request.settings.name_pattern,
    )
    plan = make_plan(request.paths, database, making, request.pruned)
    with closing(_Writer(database, {"extraction": making.extraction, "settings": making.settings})) as writer:
        writer.write(Changes((), plan.held, plan.unread, plan.gone))
        done = Done(to_read=len(plan.jobs), unchanged=plan.unchanged, gone=len(plan.gone))
        done = _skip(done, plan.unread)
        yield done
        reader = Reader(request.settings, request.lexicon, request.encoding)
        with closing(supervise(reader, plan.jobs, jobs=request.jobs, timeout=request.timeout)) as outcomes:
            for outcome in outcomes:
                if outcome is None:
                    done = replace(done, news=(), warnings=(), trace=None)
                else:
                    done = _take(done, *outcome, writer)
                writer.write_if_due()
                yield done


def _take(done: Done, job: Job, result: Read | Skipped | Failure, writer: _Writer) -> Done:
    if isinstance(result, Read):
        writer.add(job, result.lines)
        return replace(done, read=done.read + 1, news=(), warnings=result.warnings, trace=None)
    if isinstance(result, Failure):
        problem, remedy = result.problem, "Run the command again to try it once more."
    else:
        problem, remedy = result.problem, result.remedy
    unread = tuple(Unread(Skipped(source, problem, remedy), job.sha256) for source in job.sources)
    writer.skip(unread)
    trace = result.trace if isinstance(result, Failure) else None
    return replace(_skip(done, unread), to_read=done.to_read - 1, warnings=(), trace=trace)


def _skip(done: Done, unread: tuple[Unread, ...]) -> Done:
    return replace(done, skipped=done.skipped + len(unread), news=tuple(each.skipped for each in unread))


class _Writer:
    """Writes in a thread of its own, so that workers need not wait for it; what is left when it is closed, too."""

    def __init__(self, database: Database, meta: Mapping[str, str]) -> None:
        self._database = database
        self._meta = meta
        self._thread = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None
        self._empty()

    def _empty(self) -> None:
        self._reports: list[Lines] = []
        self._sources: dict[str, str] = {}
        self._unread: list[Unread] = []
        self._bytes = 0
        self._since = time.monotonic()

    def add(self, job: Job, lines: Lines) -> None:
        """A report that was read."""
        self._reports.append(lines)
        self._sources |= dict.fromkeys(job.sources, job.sha256)
        self._bytes += sum(map(len, lines.tables.values()))

    def skip(self, unread: tuple[Unread, ...]) -> None:
        """Files that were skipped."""
        self._unread += unread

    def write_if_due(self) -> None:
        """Write what was read if it is much or old."""
        waited = time.monotonic() - self._since > _SECONDS
        if len(self._reports) >= _REPORTS or self._bytes >= _BYTES or waited:
            self._write_rest()

    def write(self, changes: Changes) -> None:
        """Write `changes` when what was written before is in the file; raises what went wrong with that."""
        if self._pending is not None:
            self._pending.result()
        self._pending = self._thread.submit(self._database.write, changes, self._meta)

    def close(self) -> None:
        """Write what is left, and wait until it is in the file."""
        try:
            self._write_rest()
            if self._pending is not None:
                self._pending.result()
        finally:
            self._thread.shutdown()

    def _write_rest(self) -> None:
        changes = Changes(self._reports, self._sources, self._unread)
        self._empty()
        if changes.reports or changes.unread:
            self.write(changes)
