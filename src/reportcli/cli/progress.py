"""How far a batch is: a bar on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportcli.batch import Done

_SECONDS = 5.0


@contextmanager
def showing(*, quiet: bool) -> Iterator[Callable[[Done], None]]:
    """What shows how far a run is, on standard error, each time it is told; nothing where it is to be `quiet`."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _Lines().show


@contextmanager
def _bar() -> Iterator[Callable[[Done], None]]:
    from rich.console import Console  # only where it is drawn
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[skipped]}", style="red"),
    )
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=None, rate="", skipped="")

        def show(done: Done) -> None:
            progress.update(
                task,
                completed=done.read,
                total=done.to_read,
                rate=f"{_rate(done, start):.1f} a second",
                skipped=f"{done.skipped} skipped" if done.skipped else "",
            )

        yield show


class _Lines:
    def __init__(self) -> None:
        self._start = self._told = time.monotonic()

    def show(self, done: Done) -> None:
        """Say how far the run is if that was not said for a while."""
        now = time.monotonic()
        if now - self._told < _SECONDS:
            return
        self._told = now
        rate = _rate(done, self._start)
        left = f", {_clock((done.to_read - done.read) / rate)} left" if rate else ""
        skipped = f", {done.skipped} skipped" if done.skipped else ""
        print(f"{done.read} of {done.to_read} reports, {rate:.1f} a second{left}{skipped}", file=sys.stderr)


def _rate(done: Done, start: float) -> float:
    return done.read / max(time.monotonic() - start, 1e-9)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
