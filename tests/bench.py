"""Measure the speed against yardsticks that cancel the machine.

analyze() as a whole is held against one jieba.lcut over the same text in the same process, a cold start against a Typer
command that does nothing in the same environment. Each figure is the best of several runs.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from reportcli import analyze, read

SAMPLES = Path(__file__).parent.parent / "samples"
PAGE = SAMPLES / "county-2024.txt"
COMMAND = str(Path(sys.executable).with_name("reportcli"))
NOTHING = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"


def best(run: Callable[[], object], times: int) -> float:
    """The seconds that the fastest of the runs takes."""

    def timed() -> float:
        start = time.perf_counter()
        run()
        return time.perf_counter() - start

    return min(timed() for _ in range(times))


def print_throughput() -> None:
    """A line a sample: what analyze() takes, as a share of what jieba takes to cut its words."""
    jieba.setLogLevel(logging.WARNING)
    print(f"{'warm':24}{'characters':>12}{'jieba.lcut ms':>15}{'analyze ms':>12}{'ratio':>8}")
    for path in sorted(SAMPLES.glob("*.txt")):
        text = read(str(path)).text
        analyze(text)
        words, report = best(lambda text=text: jieba.lcut(text), 9), best(lambda text=text: analyze(text), 9)
        print(f"{path.name:24}{len(text):12}{words * 1000:15.2f}{report * 1000:12.2f}{report / words:8.2f}")


def print_cold_starts() -> None:
    """A line a command: what it takes from its start to its end, as a multiple of a Typer command that does nothing."""

    def cold(*arguments: str) -> float:
        return best(lambda: subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True), 7)

    nothing = cold(sys.executable, "-c", NOTHING)
    print(f"\n{'cold':36}{'ms':>15}{'ratio':>20}")
    print(f"{'a command that does nothing':36}{nothing * 1000:15.0f}{1:20.2f}")
    for arguments in (["--help"], ["extract", str(PAGE)], ["summarize", str(PAGE)]):
        taken = cold(COMMAND, *arguments)
        print(f"{'reportcli ' + arguments[0] + (' of one page' if len(arguments) > 1 else ''):36}", end="")
        print(f"{taken * 1000:15.0f}{taken / nothing:20.2f}")


if __name__ == "__main__":
    print_throughput()
    print_cold_starts()
