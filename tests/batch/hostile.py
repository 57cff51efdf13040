"""Work that goes wrong, in a module that worker processes can import."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path


def work(task: str) -> str:
    """What each task asks for by its first word."""
    match task.split():
        case ["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["exit", code]:
            os._exit(int(code))
        case ["hang"]:
            time.sleep(1000)
        case ["spin"]:
            while True:
                pass
        case ["fail"]:
            raise ValueError("no such town")
        case ["wait", seconds]:
            time.sleep(float(seconds))
        case ["pid", path]:
            Path(path).write_text(str(os.getpid()), encoding="utf-8")
            time.sleep(1000)
    return task.upper()


class Stillborn:
    """Work that cannot even be unpickled: a worker ends on it, or hangs."""

    def __init__(self, end: Callable[[int], object] = sys.exit) -> None:
        self._end = end

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return self._end, (1000,)

    def __call__(self, task: str) -> str:
        """Never called."""
        return task


if __name__ == "__main__":
    from reportcli.batch.supervision import supervise

    for _ in supervise(work, [f"pid {sys.argv[1]}"], jobs=1, timeout=1000):
        pass
