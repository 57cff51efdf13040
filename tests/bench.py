"""Measure the speed against yardsticks that cancel the machine.

Warm: each stage of analyze() and the whole of it, as a share of one jieba.lcut over the same text in the same process.
The texts are made of a sample's paragraphs with other figures and other names each time, so that nothing that was
remembered from one run helps the next. Each engine that finds keywords or sentences: what the digest takes with it, and
what it takes to load. Cold: a command from its start to its end, as a multiple of a Typer command that
does nothing in the same environment. All figures are medians.

Comparisons: the CPU time over the records of a thousand reports; that of whole commands over a database of them.

Growth: what a line four times as long takes, as a multiple, for lines that could take the square of their length; and
the seconds of hostile texts of half a megabyte and of one.

Batch: how many reports a second go into the database, with one process and with two; how much memory they take on the
way to a thousand reports; what the database of these takes to answer. Two processes need two cores that nothing else is
at: the load of the machine is printed beside them.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
import multiprocessing
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import jieba
from msgspec import structs

from reportcli import analyze
from reportcli.batch import Request, fill
from reportcli.comparison.matrix import find_matrix
from reportcli.comparison.places import find_places
from reportcli.comparison.questions import Question
from reportcli.comparison.ranking import find_ranking
from reportcli.comparison.records import mention_of, records_of
from reportcli.comparison.tracks import find_tracks
from reportcli.digest import digest
from reportcli.extraction.sections import extract
from reportcli.layout import find_paragraphs
from reportcli.model import Document
from reportcli.pipeline import add_codes, share_sentences
from reportcli.segmentation import outline
from reportcli.settings import Settings
from reportcli.store import Changes, Database, Lines, lines_of

SAMPLES = Path(__file__).parent.parent / "samples"
REPORT = SAMPLES / "county-2022.txt"
PAGE = SAMPLES / "county-2024.txt"
ROUND_UP = SAMPLES / "streets-2024.txt"
COMMAND = str(Path(sys.executable).with_name("reportcli"))
NOTHING = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"

# Names of the sample's places, which stand all over it, and the characters that others are put together from.
PLACE, NAMES = "澜溪县", re.compile("澜溪")
SYLLABLES = "安宝昌大丰高海和华江金景康兰林龙明宁平清泉瑞山泰文兴阳永云泽"

Result = TypeVar("Result")

HOSTILE = ["1万", "1亿元", "2:", "项目5个、", "到2025年", "增长5%，增长", "（", "“", "《1", "目标", "[1]"]

HALF, WHOLE = 500_000, 1_000_000  # characters
HUGE: dict[str, Callable[[int], str]] = {
    "one line": lambda size: "全县地区生产总值达到123.4亿元，增长5.6%，" * (size // 26),
    "digits": lambda size: "7" * size,
    "10,000 headings": lambda size: "".join(f"{at}. 抓好第{at}项工作\n" for at in range(size // 100)),
    "100,000 nested brackets": lambda size: "（" * (size // 20) + "目标" + "）" * (size // 20),
    "commas": lambda size: "，" * size,
    "one indicator": lambda size: "地区生产总值" * (size // 6),
    "lists of 分别": lambda size: "工业、农业和服务业投资分别增长5%、6%和7%，" * (size // 24),
    "one list of 分别": lambda size: (
        "、".join(["工业投资"] * (size // 8)) + "分别增长" + "、".join(["5%"] * (size // 8))
    ),
    "names that depend": lambda size: "总额首次突破10亿元，满意度居全市第一。" * (size // 20),
    "tabs": lambda size: "\t" * size,
    "a table's rows": lambda size: "表1 单位：亿元\n指标\t2023年\t增长\n" + "生产总值\t123.4\t5.6\n" * (size // 15),
}

# The digest with each engine, and what loads that alone.
ENGINES = {
    "keywords, rjieba": (Settings(sentences=0), "import rjieba; rjieba.cut('收入')"),
    "keywords, jieba": (
        Settings(sentences=0, tokenizer="jieba"),
        "import jieba; jieba.setLogLevel(60); jieba.lcut('收入')",
    ),
    "summaries, own": (Settings(keywords=0), "pass"),
    "summaries, snownlp": (Settings(keywords=0, summarizer="snownlp"), "import snownlp"),
}
ENGINE_SIZE = 10_000
LOADED = """
import pathlib, resource, time
pages = lambda: int(pathlib.Path("/proc/self/statm").read_text().split()[1])  # Linux; the usual figure is inherited
start, before = time.perf_counter(), pages()
{}
print(time.perf_counter() - start, (pages() - before) * resource.getpagesize() / 1e6)
"""
REPORTS, RECORDS = 1000, 150
SOME, MANY = 150, 1000  # reports
LONG = 5_000  # characters, in which the sample has as many figures as a long report
ANSWERS = (
    ("compare",),
    ("compare", "--indicator", "GDP"),
    ("track", "--indicator", "GDP"),
    ("track", "--summary"),
    ("track",),
)

SIZES = {10_000: 9, 100_000: 3, 1_000_000: 1}  # characters: runs


def compose(size: int, seed: int) -> str:
    """A work report of `size` characters: the sample's head, then its body again and again with other figures."""
    chance = random.Random(seed)
    lines = REPORT.read_text(encoding="utf-8").splitlines(keepends=True)
    body = next(number for number, line in enumerate(lines) if line.startswith("一、"))
    parts = ["".join(lines[:body])]
    length = len(parts[0])
    while length < size:
        name = "".join(chance.sample(SYLLABLES, 2))
        part = NAMES.sub(name, "".join(lines[body:]))
        part = re.sub(r"(?<![\d.])\d+(?:\.\d+)?(?!年)", lambda number: _other(number[0], chance), part)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def _other(number: str, chance: random.Random) -> str:
    """Another number with as many digits."""
    return "".join(str(chance.randint(1, 9)) if digit != "." else "." for digit in number)


def measure(size: int, seed: int) -> dict[str, float]:
    """The seconds that jieba and each stage take over a text, and the whole over another of the same size."""
    text, other = compose(size, seed), compose(size, seed + 1000)
    taken: dict[str, float] = {}

    def timed(stage: str, run: Callable[[], Result]) -> Result:
        start = time.perf_counter()
        result = run()
        taken[stage] = time.perf_counter() - start
        return result

    document = Document(text)
    timed("jieba.lcut", lambda: jieba.lcut(text))
    paragraphs = timed("layout", lambda: find_paragraphs(text))
    found = timed("segmentation", lambda: outline(document, paragraphs))
    found = timed("gazetteer", lambda: add_codes(document, found, Settings()))
    sentences = timed("sentences", lambda: share_sentences(found.sections, paragraphs))
    sections = timed("extraction", lambda: extract(document, found, sentences))
    timed("digest", lambda: digest(text, sections, sentences, Settings()))
    timed("  keywords alone", lambda: digest(text, sections, sentences, Settings(sentences=0)))
    timed("  summaries alone", lambda: digest(text, sections, sentences, Settings(keywords=0)))
    timed("analyze", lambda: analyze(other))
    return taken


def print_throughput() -> None:
    """A line a stage: its share of what jieba takes, for texts of several sizes."""
    jieba.setLogLevel(logging.WARNING)
    measure(2000, 100)
    shares: dict[str, list[float]] = {}
    yardsticks = []
    for size, runs in SIZES.items():
        taken = [measure(size, seed) for seed in range(1, runs + 1)]
        yardsticks.append(statistics.median(each["jieba.lcut"] for each in taken) / size * 1e6)
        for stage in taken[0]:
            shares.setdefault(stage, []).append(statistics.median(each[stage] / each["jieba.lcut"] for each in taken))
    print(f"{'warm, share of jieba.lcut':30}" + "".join(f"{f'{size:,} characters':>22}" for size in SIZES))
    print(f"{'jieba.lcut, µs a character':30}" + "".join(f"{yardstick:22.2f}" for yardstick in yardsticks))
    for stage, row in shares.items():
        if stage != "jieba.lcut":
            print(f"{stage:30}" + "".join(f"{share:22.2f}" for share in row))
    print(
        f"{'digest, µs a character':30}"
        + "".join(f"{x * y:22.2f}" for x, y in zip(shares["digest"], yardsticks, strict=True))
    )


def print_engines() -> None:
    """A line an engine: what the digest takes with it, then what the engine takes to load, in a process of its own."""
    text = compose(ENGINE_SIZE, 7)
    document, paragraphs = Document(text), find_paragraphs(text)
    found = outline(document, paragraphs)
    sentences = share_sentences(found.sections, paragraphs)
    sections = extract(document, found, sentences)

    def taken(run: Callable[[], object]) -> float:
        start = time.perf_counter()
        run()
        return time.perf_counter() - start

    print(f"\n{f'engine, {ENGINE_SIZE:,} characters':30}{'share of jieba.lcut':>22}{'s to load':>22}{'MB':>8}")
    for engine, (settings, loading) in ENGINES.items():
        digest(text, sections, sentences, settings)
        shares = [
            taken(lambda asked=settings: digest(text, sections, sentences, asked)) / taken(lambda: jieba.lcut(text))
            for _ in range(5)
        ]
        loaded = subprocess.run(
            [sys.executable, "-c", LOADED.format(loading)], capture_output=True, check=True, text=True
        )
        seconds, megabytes = map(float, loaded.stdout.split())
        print(f"{engine:30}{statistics.median(shares):22.2f}{seconds:22.2f}{megabytes:8.0f}")


RESOLVE = """
import sys, time
from reportcli import read
from reportcli.layout import find_paragraphs
from reportcli.pipeline import add_codes
from reportcli.segmentation import outline
from reportcli.settings import Settings
document = read(sys.argv[1])
found = outline(document, find_paragraphs(document.text))
start = time.perf_counter()
add_codes(document, found, Settings())
print(time.perf_counter() - start)
"""


def print_places() -> None:
    """A line a report: what it takes to find the codes of its places, the first that a process is asked for."""
    print(f"\n{'codes of places, cold':30}{'ms':>22}")
    for report in (PAGE, ROUND_UP):
        taken = [
            float(subprocess.run([sys.executable, "-c", RESOLVE, str(report)], capture_output=True, check=True).stdout)
            for _ in range(9)
        ]
        print(f"{report.stem:30}{statistics.median(taken) * 1000:22.1f}")


def print_growth() -> None:
    """A line a hostile text, made of one piece: 4 where time grows with the length, 16 where with its square."""

    def taken(piece: str, length: int) -> float:
        text = "一、2023年工作回顾\n" + piece * (length // len(piece))
        times = []
        for _ in range(3):
            start = time.perf_counter()
            analyze(text)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    print(f"\n{'growth, four times the length':30}{'ms of 20,000':>22}{'times 5,000':>22}")
    for piece in HOSTILE:
        short, long = taken(piece, 5000), taken(piece, 20_000)
        print(f"{piece:30}{long * 1000:22.0f}{long / short:22.1f}")


def print_huge() -> None:
    """A line a hostile text: what half a megabyte of it takes, and the whole; 2 where time grows with the length."""

    def taken(make: Callable[[int], str], size: int) -> float:
        text = "一、2023年工作回顾\n" + make(size)
        start = time.process_time()
        analyze(text)
        return time.process_time() - start

    print(f"\n{'growth, twice the length':30}{'s of 500,000':>22}{'s of 1,000,000':>22}{'times':>8}")
    for name, make in HUGE.items():
        half, whole = taken(make, HALF), taken(make, WHOLE)
        print(f"{name:30}{half:22.2f}{whole:22.2f}{whole / half:8.1f}")


def print_cold_starts() -> None:
    """A line a command: what it takes from its start to its end, as a multiple of a Typer command that does nothing."""

    def cold(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    commands = {
        "a command that does nothing": (sys.executable, "-c", NOTHING),
        "reportcli --help": (COMMAND, "--help"),
        "reportcli extract, one page": (COMMAND, "extract", str(PAGE)),
        "reportcli summarize, one page": (COMMAND, "summarize", str(PAGE)),
        "reportcli check, one page": (COMMAND, "check", str(PAGE), "--quiet"),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(9):
        for name, arguments in commands.items():
            taken[name].append(cold(*arguments))
    nothing = statistics.median(taken["a command that does nothing"])
    print(f"\n{'cold':30}{'ms':>22}{'times nothing':>22}")
    for name, each in taken.items():
        print(f"{name:30}{statistics.median(each) * 1000:22.0f}{statistics.median(each) / nothing:22.2f}")


def print_comparisons() -> None:
    """A line a comparison: the CPU time that it takes over the records of many reports, five of each place."""
    own = [*records_of(analyze(PAGE.read_text(encoding="utf-8"), Settings(keywords=0, sentences=0)))]
    own *= -(-RECORDS // len(own))  # as many as a long report has
    records = [
        structs.replace(record, source=f"{place}-{year}", place=f"县{place}", year=year, observation=found)
        for place in range(REPORTS // 5)
        for year in range(2021, 2026)
        for record in own[:RECORDS]
        for found in [structs.replace(record.observation, region=f"县{place}", period=str(year - 1))]
    ]
    print(f"\n{f'{REPORTS:,} reports, {len(records):,} records':40}{'ms of CPU':>12}")

    def timed(stage: str, run: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = run()
        print(f"{stage:40}{(time.process_time() - start) * 1000:12.0f}")
        return result

    places = timed("places", lambda: find_places(map(mention_of, records), {}))
    timed("track", lambda: find_tracks(records, places))
    timed("compare, the matrix", lambda: find_matrix(Question(), records, places))
    timed("compare, a ranking", lambda: find_ranking(Question(indicators=("GDP",)), records, places))


def print_answers() -> None:
    """A line a command: the CPU time from its start to its end, to answer from a database of many reports."""
    with tempfile.TemporaryDirectory() as name:
        db = Path(name, "reports.duckdb")
        observations = _fill_with_clones(db)
        print(f"\n{f'database of {REPORTS:,} reports, {observations:,} records':48}{'lines':>10}{'seconds of CPU':>22}")
        for arguments in ANSWERS:
            taken = []
            for _ in range(5):
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                run = subprocess.run([COMMAND, *arguments, "--db", str(db)], stdout=subprocess.PIPE, check=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            print(f"{' '.join(arguments):48}{len(run.stdout.splitlines()):10}{statistics.median(taken):22.2f}")


def _fill_with_clones(db: Path) -> int:
    """Write the reports of five years of one place under the names of many others; how many records they have."""
    places = [f"{one}{other}县" for one, other in itertools.product(SYLLABLES, repeat=2)][: REPORTS // 5]
    records = 0
    with Database(db, write=True) as database:
        for year in range(5):
            text = re.sub(r"20[12]\d", lambda found, later=year: str(int(found[0]) + later), compose(LONG, year))
            report = analyze(Document(text, "a.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8"))
            clones = {place: _clone(lines_of(report, ""), place) for place in places}
            sources = {f"{place}-{year}.txt": lines.sha256 for place, lines in clones.items()}
            database.write(Changes([*clones.values()], sources), {})
            records += len(places) * len([*records_of(report)])
    return records


def _clone(lines: Lines, place: str) -> Lines:
    """The rows of a report as those of another place's."""
    sha256 = hashlib.sha256(f"{place}{lines.sha256}".encode()).hexdigest()
    renamed = {PLACE.encode(): place.encode(), lines.sha256.encode(): sha256.encode()}
    tables = dict(lines.tables)
    for old, new in renamed.items():
        tables = {name: rows.replace(old, new) for name, rows in tables.items()}
    return Lines(sha256, tables)


def print_batch() -> None:
    """Lines for the throughput of one process and of two, the memory of a long run, and questions to its database."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = tuple(str(folder / f"{number:04}.txt") for number in range(MANY))
        for number, path in enumerate(paths):
            Path(path).write_text(compose(10_000, number), encoding="utf-8")
        print(f"\n{'batch, reports of 10,000 characters':36}{'reports a second':>22}{'load of the machine':>22}")
        rates: dict[int, list[float]] = {1: [], 2: []}
        for jobs in (1, 2, 1, 2, 1, 2):
            rates[jobs].append(_fill(folder / f"{jobs}-{len(rates[jobs])}.duckdb", paths[:SOME], jobs))
            print(f"{f'{jobs} at once':36}{rates[jobs][-1]:22.1f}{os.getloadavg()[0]:22.1f}")
        print(f"{'two against one, the best of each':36}{max(rates[2]) / max(rates[1]):22.2f}")
        print(f"\n{'memory, MB':36}{'program':>22}{'largest worker':>22}")
        _fill(folder / "many.duckdb", paths, 2, watched=True)
        _print_questions(folder / "many.duckdb")


def _fill(db: Path, paths: tuple[str, ...], jobs: int, *, watched: bool = False) -> float:
    """How many reports a second are read into a new database, counted from the first on, when all processes are up."""
    start = read = 0.0
    with Database(db, write=True) as database:
        for done in fill(database, Request(paths, jobs=jobs)):
            if done.read > read and watched and done.read % (MANY // 5) == 0:
                children = [_memory(child.pid) for child in multiprocessing.active_children()]
                print(f"{f'after {done.read} reports':36}{_memory(os.getpid()):22.0f}{max(children):22.0f}")
            if done.read and not start:
                start = time.perf_counter()
            read = done.read
    return (read - 1) / (time.perf_counter() - start)


def _memory(pid: int | None) -> float:
    """The memory that a process holds now, in MB; nan where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1])
    except FileNotFoundError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def _print_questions(db: Path) -> None:
    """A line a question: how many records answer it, and the seconds of CPU that they take."""
    questions: dict[str, dict[str, Any]] = {
        "goals and results of an indicator": {"canonical": ["地区生产总值"]},
        "goals of all standard indicators": {"standard": True, "kinds": ["goal"]},
        "all of a place": {"place": "澜溪县"},
        "all of a year": {"periods": ["2021"]},
    }
    with Database(db) as database:
        total = len([*database.records()])
        print(f"\n{f'database of {MANY} reports, {total} records':48}{'records':>10}{'seconds of CPU':>22}")
        for question, filters in questions.items():
            start = time.process_time()
            found = sum(1 for _ in database.records(**filters))
            print(f"{question:48}{found:10}{time.process_time() - start:22.2f}")


if __name__ == "__main__":
    print_throughput()
    print_engines()
    print_comparisons()
    print_answers()
    print_growth()
    print_huge()
    print_places()
    print_cold_starts()
    print_batch()
