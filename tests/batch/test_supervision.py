"""Each task has its outcome, whatever becomes of the process that was at it."""

import multiprocessing
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import hostile
import pytest

from reportcli.batch import supervision
from reportcli.batch.supervision import Failure, supervise
from reportcli.errors import WorkersError

GOOD = [f"task {number}" for number in range(20)]


def outcomes(tasks, jobs=2, timeout=60.0):
    return [each for each in supervise(hostile.work, tasks, jobs=jobs, timeout=timeout) if each is not None]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_each_task_is_done_once(jobs):
    done = outcomes(GOOD, jobs)
    assert sorted(done) == sorted((task, task.upper()) for task in GOOD)
    assert multiprocessing.active_children() == []


def test_without_tasks_there_is_nothing_to_wait_for():
    assert [*supervise(hostile.work, [], jobs=2, timeout=1)] == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_the_task_s_own_failure(jobs):
    bad = {
        "kill": "the process that read it died (signal SIGKILL)",
        "exit 3": "the process that read it died (exit code 3)",
        "hang": "it takes longer than 1.5 seconds",
        "spin": "it takes longer than 1.5 seconds",
        "fail": "reportcli failed on it (ValueError: no such town; hostile.py:",
    }
    done = dict(outcomes([*GOOD[:10], *bad, *GOOD[10:]], jobs, timeout=1.5))
    for task, problem in bad.items():
        failure = done.pop(task)
        assert isinstance(failure, Failure)
        assert failure.problem.startswith(problem)
        assert (failure.trace is not None) is (task == "fail")
    assert done == {task: task.upper() for task in GOOD}


def test_tasks_that_all_kill_their_worker_all_fail():
    done = outcomes(["kill"] * 7, jobs=2)
    assert len(done) == 7
    assert all(isinstance(result, Failure) for _, result in done)


@pytest.mark.parametrize("end", [sys.exit, time.sleep])
def test_workers_that_never_come_up_are_told(monkeypatch, end):
    monkeypatch.setattr(supervision, "_COMING_UP", 1.0)
    with pytest.raises(WorkersError, match="no worker process comes up"):
        [*supervise(hostile.Stillborn(end), GOOD, jobs=2, timeout=60)]
    assert multiprocessing.active_children() == []


def test_who_waits_is_told_now_and_then_that_there_is_nothing():
    told = [*supervise(hostile.work, ["wait 0.5"], jobs=1, timeout=60, tick=0.1)]
    assert told.count(None) > 3
    assert told[-1] == ("wait 0.5", "WAIT 0.5")


def test_closing_it_ends_the_processes():
    with closing(supervise(hostile.work, ["task", "hang", "spin"], jobs=3, timeout=60)) as running:
        assert next(each for each in running if each is not None)[0] == "task"
        assert len(multiprocessing.active_children()) == 3
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only where /proc tells of processes")
def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    note = tmp_path / "pid"
    with subprocess.Popen([sys.executable, hostile.__file__, str(note)]) as parent:
        _wait_until(lambda: note.exists() and note.read_text(encoding="utf-8"))
        worker = int(note.read_text(encoding="utf-8"))
        parent.send_signal(signal.SIGKILL)
    _wait_until(lambda: not _is_alive(worker))


def _is_alive(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


def _wait_until(holds):
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
