"""Worker processes that may hang or die: the task of one that did is given up, the others go on.

Each worker has a pipe of its own, and no lock that another could die with. The standard library's executor ends as a
whole with any of its workers, as loky's does; pebble's workers share a lock.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from msgspec import Struct

from reportcli.errors import WorkersError

T = TypeVar("T")
R = TypeVar("R")

_SPAWNING = multiprocessing.get_context("spawn")
# Who dies before it is ready did not die of a task; where so many do in a row, none ever will be ready.
_STILLBORN = 3
# How long one may take to be ready, and one whose pipe is closed to end and tell of what, in seconds.
_COMING_UP, _LAST_WORDS = 120.0, 5.0


class Failure(Struct, frozen=True):
    """Why a task has no result: `problem` in words; `trace` is the traceback where there is one."""

    problem: str
    trace: str | None = None


def supervise(
    work: Callable[[T], R], tasks: Iterable[T], *, jobs: int, timeout: float, tick: float = 1.0
) -> Generator[tuple[T, R | Failure] | None]:
    """Each of `tasks` with the result of `work` on it, as they come; None where none came for `tick` seconds.

    `jobs` of them run at once, each in a process of its own, to which `work` and its tasks are pickled; no result is
    None. A task that takes more than `timeout` seconds is given up. All processes are gone when the iterator is closed.
    Raises WorkersError where no process comes up.
    """
    waiting = deque(tasks)
    workers: list[_Worker[T, R]] = []
    stillborn = 0
    try:
        while waiting or any(worker.busy for worker in workers):
            wanted = len(waiting) + sum(worker.busy for worker in workers)
            workers += (_Worker(work) for _ in range(len(workers), min(jobs, wanted)))
            for worker in workers:
                if waiting and worker.is_free() and worker.give(waiting[0], timeout):
                    waiting.popleft()
            touched = _wait_for(workers, tick)
            if not touched:
                yield None
            for worker in touched:
                task, was_ready = worker.task, worker.ready
                result = worker.hear(timeout)
                if worker.ended:
                    workers.remove(worker)
                    stillborn = 0 if was_ready else stillborn + 1
                    if stillborn == _STILLBORN:
                        raise WorkersError(
                            "no worker process comes up", "Look above for what they say, or try fewer: --jobs 1."
                        )
                if result is not None and task is not None:
                    yield task, result
    finally:
        for worker in workers:
            worker.end()


def _wait_for(workers: list[_Worker[T, R]], tick: float) -> list[_Worker[T, R]]:
    """The workers that have something to say or no time left, after `tick` seconds at most."""
    left = min((worker.deadline for worker in workers), default=0.0) - time.monotonic()
    speaking = wait([worker.connection for worker in workers], max(0.0, min(tick, left)))
    now = time.monotonic()
    return [worker for worker in workers if worker.connection in speaking or worker.deadline <= now]


class _Worker(Generic[T, R]):
    """A process, the task that it is at, and until when."""

    def __init__(self, work: Callable[[T], R]) -> None:
        self.connection, theirs = _SPAWNING.Pipe()
        self._process = _SPAWNING.Process(target=_serve, args=(theirs, work), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()
        self.task: T | None = None
        self.deadline = time.monotonic() + _COMING_UP
        self.ready = self.ended = False

    @property
    def busy(self) -> bool:
        """Whether it is at a task."""
        return self.task is not None

    def is_free(self) -> bool:
        """Whether it can be given a task."""
        return self.ready and not self.busy

    def give(self, task: T, timeout: float) -> bool:
        """Give it a task; False where it is not there any more."""
        try:
            self.connection.send(task)
        except OSError:
            return False
        self.task = task
        self.deadline = time.monotonic() + timeout
        return True

    def hear(self, timeout: float) -> R | Failure | None:
        """What came of its task, None where it only says that it is ready, or ended without one."""
        if not self.connection.poll():
            self.end()
            return Failure(f"it takes longer than {timeout:g} seconds")
        try:
            result: R | Failure | None = self.connection.recv()
        except (EOFError, OSError):
            self._process.join(_LAST_WORDS)
            died_of = _describe(self._process.exitcode)
            self.end()
            return Failure(f"the process that read it died ({died_of})")
        self.task = None
        self.deadline = float("inf")
        self.ready = True
        return result

    def end(self) -> None:
        """End the process."""
        self.ended = True
        self.connection.close()
        self._process.kill()
        self._process.join()


def _serve(connection: Connection[Any, Any], work: Callable[[Any], Any]) -> None:
    """What a worker does until its parent is gone: say that it is ready, then answer each task with its result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(_try(work, connection.recv()))


def _try(work: Callable[[Any], Any], task: Any) -> Any:
    try:
        return work(task)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
        problem = f"reportcli failed on it ({type(error).__name__}: {error}; {where})"
        return Failure(problem, "".join(traceback.format_exception(error)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold interrupts back, so that a process that starts meanwhile does not know them before it can ignore them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would let them through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _describe(exitcode: int | None) -> str:
    if exitcode is None or exitcode >= 0:
        return f"exit code {exitcode}"
    with suppress(ValueError):
        return f"signal {signal.Signals(-exitcode).name}"
    return f"signal {-exitcode}"
