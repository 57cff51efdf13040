"""`reportcli batch` as a user runs it: bad files, kills, interrupts, terminals and pipes."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dumping import counts, dump
from test_process import on_terminal, run
from towns_on_disk import write_towns

HOSTILE = [sys.executable, str(Path(__file__).with_name("hostile_reportcli.py"))]

# What a file holds that cannot be read, or of which the analysis goes wrong, and why it is skipped.
BAD = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\n", "the file is empty"),
    "png": (b"\x89PNG\r\n\x1a\n", "this is a PNG image, not a text file"),
    "jpeg": (b"\xff\xd8\xff\xe0", "this is a JPEG image, not a text file"),
    "pdf": (b"%PDF-1.7\n", "this PDF document is damaged"),
    "zip": (b"PK\x03\x04", "this is a damaged zip archive or Office document"),
    "doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "this is an old Office document (.doc, .xls, .wps) or an encrypted one",
    ),
    "rtf": (b"{\\rtf1}", "this is an RTF document, not a text file"),
    "gzip": (b"\x1f\x8b\x08", "this is a gzip archive, not a text file"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "this is a 7z archive, not a text file"),
    "binary": (bytes(range(256)) * 50, "a binary file, not text"),
    "bytes": (b"\x81\xff\xfe\x80" * 500, "text in no encoding that is known here"),
    "large": (50 * 1024 * 1024 + 1, "larger than 50 MB, the most that is read"),
    "pipe": (None, "this is no regular file"),
    "lost": (None, "no such file"),
    "loop": (None, "cannot be read"),
    "kill": (b"hostile: kill", "the process that read it died (signal SIGKILL)"),
    "exit": (b"hostile: exit", "the process that read it died (exit code 9)"),
    "hang": (b"hostile: hang", "it takes longer than 5 seconds"),
    "fail": (b"hostile: fail", "reportcli failed on it (ValueError: this text has no end"),
}


def write_bad(folder):
    for name, (content, _) in BAD.items():
        path = folder / f"bad-{name}.txt"
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            with path.open("wb") as file:
                file.truncate(content)
    os.mkfifo(folder / "bad-pipe.txt")
    (folder / "bad-lost.txt").symlink_to("nowhere.txt")
    (folder / "bad-loop.txt").symlink_to("bad-loop.txt")


def hostile(*arguments, **environment):
    return subprocess.run(
        [*HOSTILE, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
    )


def test_200_good_files_and_20_bad_ones_give_200_reports_and_20_reasons(tmp_path):
    folder, db = tmp_path / "reports", tmp_path / "reports.duckdb"
    write_towns(folder, 200)
    write_bad(folder)
    done = hostile("batch", folder, "--db", db, "--jobs", 2, "--timeout", 5)
    assert done.returncode == 6, done.stderr
    assert done.stdout == ""
    assert done.stderr.endswith(f"{db}: 200 reports read, 0 unchanged, 20 files skipped\n")
    assert (counts(db)["reports"], counts(db)["sources"], counts(db)["skipped"]) == (200, 200, 20)
    reasons = {source: problem for source, problem, _, _ in dump(db)["skipped"]}
    for name, (_, problem) in BAD.items():
        assert reasons[f"reports/bad-{name}.txt"].startswith(problem), name
        assert f"error: reports/bad-{name}.txt: {problem}" in done.stderr
    assert "Traceback" in done.stderr  # of the failure, which is a bug
    # The good ones are as they are without the bad ones.
    clean = tmp_path / "clean"
    write_towns(clean / "reports", 200)
    run("batch", str(clean / "reports"), "--db", str(clean / "reports.duckdb"), "--quiet")
    assert {**dump(db), "skipped": []} == dump(clean / "reports.duckdb")


def test_a_run_killed_at_five_moments_and_resumed_equals_one_left_alone(tmp_path):
    left, killed = tmp_path / "left", tmp_path / "killed"
    for folder in (left, killed):
        write_towns(folder / "reports", 200)
    run("batch", str(left / "reports"), "--db", str(left / "reports.duckdb"), "--quiet")
    whole = dump(left / "reports.duckdb")
    rows = {name: {*table} for name, table in whole.items()}
    db = killed / "reports.duckdb"
    chance, finished = random.Random(), 0
    for _ in range(5):
        note = killed / "note"
        with subprocess.Popen(
            [*HOSTILE, "batch", str(killed / "reports"), "--db", str(db), "--jobs", "2", "--quiet"],
            env=os.environ | {"HOSTILE_SECONDS": "0.08", "HOSTILE_NOTE": str(note)},
        ) as process:
            _wait_for(note.exists)
            time.sleep(chance.uniform(0, 1.5))
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        note.unlink()
        # What is there is whole, and is what it is to be; nothing that was there is lost.
        part = dump(db)
        assert all({*table} <= rows[name] for name, table in part.items() if name not in ("meta", "skipped"))
        reports = {row[0] for row in part["reports"]}
        for name in ("sections", "observations", "statements", "keywords", "summaries"):
            assert {*part[name]} == {row for row in rows[name] if row[0] in reports}
        assert len(reports) >= finished
        finished = len(reports)
    assert 0 < finished < 200
    done = run("batch", str(killed / "reports"), "--db", str(db))
    assert f"{200 - finished} reports read, {finished} unchanged" in done.stderr.decode()
    assert dump(db) == whole


def test_an_interrupt_keeps_what_was_read(tmp_path):
    write_towns(tmp_path / "reports", 200)
    db = tmp_path / "reports.duckdb"
    note = tmp_path / "note"
    with subprocess.Popen(
        [*HOSTILE, "batch", str(tmp_path / "reports"), "--db", str(db), "--jobs", "2"],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"HOSTILE_SECONDS": "0.05", "HOSTILE_NOTE": str(note)},
        start_new_session=True,
    ) as process:
        _wait_for(note.exists)
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to the workers too
        assert process.stderr is not None
        told = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in told
    read = int(re.search(r"interrupted: (\d+) reports were read, the same command goes on from there\n$", told)[1])
    assert 0 < read < 200
    assert read <= counts(db)["reports"] <= read + 2


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only where /proc tells of processes")
def test_workers_killed_from_without_cost_the_files_that_they_were_at(tmp_path):
    write_towns(tmp_path / "reports", 60)
    db, note = tmp_path / "reports.duckdb", tmp_path / "note"
    command = ["batch", str(tmp_path / "reports"), "--db", str(db), "--jobs", "2"]
    with subprocess.Popen(
        [*HOSTILE, *command],
        stderr=subprocess.PIPE,
        env=os.environ | {"HOSTILE_SECONDS": "0.1", "HOSTILE_NOTE": str(note)},
    ) as process:
        _wait_for(note.exists)
        workers = _workers_of(process.pid)
        assert len(workers) == 2
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        process.communicate()
    assert process.returncode == 6
    skipped = dump(db)["skipped"]
    assert 1 <= len(skipped) <= 2
    assert {row[1] for row in skipped} == {"the process that read it died (signal SIGKILL)"}
    assert counts(db)["reports"] + len(skipped) == 60
    run(*command)
    assert (counts(db)["reports"], counts(db)["skipped"]) == (60, 0)


def _workers_of(pid):
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def _wait_for(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def towns(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_towns(Path("towns"), 3)
    return tmp_path


@pytest.mark.usefixtures("towns")
def test_what_was_done_is_told_in_a_line():
    assert run("batch", "towns", "--db", "a.duckdb").stderr == b"a.duckdb: 3 reports read, 0 unchanged\n"
    assert run("batch", "towns", "--db", "a.duckdb").stderr == b"a.duckdb: 0 reports read, 3 unchanged\n"
    assert run("batch", "towns", "--db", "a.duckdb", "--quiet").stderr == b""
    next(Path("towns").iterdir()).unlink()
    done = run("batch", "towns", "--db", "a.duckdb", "--prune")
    assert done.stderr == b"a.duckdb: 0 reports read, 2 unchanged, 1 files gone\n"
    assert done.stdout == b""


@pytest.mark.usefixtures("towns")
def test_the_first_bad_file_ends_a_strict_run():
    Path("towns/0.txt").write_bytes(b"")
    done = run("batch", "towns", "--db", "a.duckdb", "--strict", code=3)
    assert done.stderr.decode() == ("error: towns/0.txt: the file is empty\nGive a file with a report's text in it.\n")
    assert run("batch", "towns", "--db", "a.duckdb", code=6).stderr.endswith(
        b"3 reports read, 0 unchanged, 1 files skipped\n"
    )


def test_what_names_nothing_is_told_and_the_others_go_on(towns):
    done = run("batch", "towns", "nowhere", "--db", "a.duckdb", "--prune", code=6)
    assert b"error: nowhere: no such file or folder\n" in done.stderr
    assert counts(towns / "a.duckdb")["reports"] == 3
    assert run("batch", "nowhere", "--db", "b.duckdb", code=3).stdout == b""
    assert not (towns / "b.duckdb").exists()
    Path("towns/only.txt").write_bytes(b"")
    run("batch", "towns/only.txt", "--db", "a.duckdb", code=3)


def test_patterns_choose_files(towns):
    write_towns(Path("towns/deep"), 2, first=10)
    run("batch", "towns", "--db", "a.duckdb", "--include", "*deep/*", "--include", "town-0001*")
    assert {source for source, _ in dump(towns / "a.duckdb")["sources"]} == {
        "towns/deep/town-0010.txt",
        "towns/deep/town-0011.txt",
        "towns/town-0001.txt",
    }
    run("batch", "towns", "--db", "b.duckdb", "--exclude", "*deep/*", "--exclude", "town-0001.txt")
    assert counts(towns / "b.duckdb")["sources"] == 2
    assert b"leave none of 5 files" in run("batch", "towns", "--db", "c.duckdb", "--include", "x", code=3).stderr


def test_names_of_files_are_read_by_a_pattern(towns):
    Path("towns/京口-2023.txt").write_text("全年完成一般公共预算收入1.2亿元，增长8%。\n", encoding="utf-8")
    pattern = r"(?P<place>[^/]+)-(?P<year>\d{4})\.txt"
    run("batch", "towns/京口-2023.txt", "--db", "a.duckdb", "--name-pattern", pattern)
    assert [(row[6], row[8]) for row in dump(towns / "a.duckdb")["reports"]] == [("京口", 2023)]
    assert b"no regular expression" in run("batch", "towns", "--db", "a.duckdb", "--name-pattern", "(", code=4).stderr


def test_a_path_that_is_no_utf_8_is_a_source_too(towns):
    path = os.fsencode(towns) + b"/towns/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(Path("towns/town-0000.txt").read_bytes())
    except OSError:
        pytest.skip("this file system has no such names")
    for _ in range(2):
        run("batch", "towns", "--db", "a.duckdb", "--prune")
        assert {source for source, _ in dump(towns / "a.duckdb")["sources"]} == {
            "towns/\\udcff.txt",
            *(f"towns/town-000{number}.txt" for number in range(3)),
        }


def test_a_lexicon_may_come_through_a_pipe(towns):
    own = "indicators: {农业: {油茶产量: {units: [吨], polarity: up}}}"
    Path("towns/town.txt").write_text("2023年全县油茶产量1.2万吨。\n", encoding="utf-8")
    command = f"{sys.executable} -m reportcli batch towns --db a.duckdb --lexicon <(echo '{own}')"
    subprocess.run(["bash", "-c", command], check=True)
    assert "油茶产量" in {row[5] for row in dump(towns / "a.duckdb")["observations"]}


@pytest.mark.usefixtures("towns")
def test_a_database_that_cannot_be_used_is_told():
    Path("text.duckdb").write_text("no database", encoding="utf-8")
    done = run("batch", "towns", "--db", "text.duckdb", code=5)
    assert done.stderr.decode() == (
        "error: text.duckdb: this is no DuckDB database, or a damaged one\n"
        "Name another file; this one is left as it is.\n"
    )
    assert run("batch", "-", "--db", "a.duckdb", code=2).stdout == b""


@pytest.mark.usefixtures("towns")
def test_a_terminal_shows_a_bar_that_goes_away():
    write_towns(Path("towns"), 40)
    shown = on_terminal("batch", "towns", "--db", "a.duckdb")
    assert re.search(r"\d+/40 \d+\.\d a second", re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", shown))
    assert shown.endswith("a.duckdb: 40 reports read, 0 unchanged\n")


@pytest.mark.usefixtures("towns")
def test_a_pipe_gets_a_line_now_and_then():
    write_towns(Path("towns"), 40)
    done = hostile("batch", "towns", "--db", "a.duckdb", "--jobs", 1, HOSTILE_SECONDS="0.2")
    first, *_, last = done.stderr.splitlines()
    assert re.fullmatch(r"\d+ of 40 reports, \d\.\d a second, 0:\d\d left", first)
    assert last == "a.duckdb: 40 reports read, 0 unchanged"
