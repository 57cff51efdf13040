"""The program as a user runs it: a process with its streams, its locale and its terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from reportcli.rendering.plain import columns_of

SAMPLES = Path(__file__).parent.parent.parent / "samples"
STREETS = str(SAMPLES / "streets-2024.txt")
PROGRAM = [sys.executable, "-m", "reportcli"]


def run(*arguments: str, code: int = 0, **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, check=False, env=os.environ | environment, stdin=subprocess.DEVNULL
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def on_terminal(*arguments: str, columns: int = 100, code: int = 0, **environment: str) -> str:
    """What the program writes to a terminal of so many columns."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    usual = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
    process = subprocess.Popen(
        [*PROGRAM, *arguments], stdin=child, stdout=child, stderr=child, env=usual | {"TERM": "xterm"} | environment
    )
    os.close(child)
    written = b""
    while select.select([parent], [], [], 60)[0]:
        try:
            chunk = os.read(parent, 65536)
        except OSError:  # Linux says so that the other side is closed
            break
        if not chunk:
            break
        written += chunk
    os.close(parent)
    assert process.wait(60) == code, written.decode()
    return written.decode().replace("\r\n", "\n")


def test_a_closed_pipe_ends_quietly():
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m reportcli extract {STREETS} | head -n 1"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"source\t")
    assert done.stderr == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK"])
def test_output_is_utf_8_whatever_the_locale_says(locale):
    done = run("sections", STREETS, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "街道" in done.stdout.decode("utf-8")


def test_a_path_that_is_no_utf_8_is_shown_escaped(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(Path(STREETS).read_bytes())
    except OSError:
        pytest.skip("this file system has no such names")
    for format in ("jsonl", "tsv", "table"):
        assert b"udcff.txt" in run("summarize", os.fsdecode(path), "--format", format).stdout


def test_an_error_with_a_remedy_is_two_lines(tmp_path):
    done = run("summarize", STREETS, "--output", str(tmp_path), code=2)
    assert done.stderr.decode() == (
        f"error: {tmp_path}: is a folder\nName a file in a folder that exists after --output.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a device that is full")
def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 2


def test_an_interrupt_ends_with_130_and_leaves_no_file(tmp_path):
    output = tmp_path / "out.json"
    with subprocess.Popen(
        [*PROGRAM, "summarize", "-", "--output", str(output)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1.5)  # until it waits for its input
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("columns", [80, 120])
def test_a_page_fits_the_terminal_and_has_colours(columns):
    page = on_terminal("summarize", STREETS, "--lang", "zh", columns=columns, NO_COLOR="1")
    assert "\x1b" not in page
    assert max(map(columns_of, page.splitlines())) <= columns
    assert "\x1b[1" in on_terminal("summarize", STREETS, "--lang", "zh", columns=columns)


def test_rows_on_a_terminal_are_a_table():
    assert on_terminal("sections", STREETS, "--lang", "en", NO_COLOR="1").splitlines()[1].startswith("-----")


def test_what_a_terminal_would_act_on_does_not_reach_it(tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text(
        "桥头镇\x1b]0;x\x07报告\n2024年收入增长8%。\x1b[2J\x9b1m[bold]要办好实事[/bold]。\n", encoding="utf-8"
    )
    for command in ("summarize", "extract", "sections", "keywords", "text"):
        shown = on_terminal(command, str(path), NO_COLOR="1")
        assert not set(shown) & {"\x1b", "\x07", "\x9b"}, command
    assert run("text", str(path)).stdout == path.read_bytes()


def test_a_progress_bar_is_shown_on_a_terminal_for_many_inputs(tmp_path):
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text("桥头镇2024年工作报告\n2024年收入增长8%。\n", encoding="utf-8")
    output = str(tmp_path / "out.jsonl")
    assert "100%" in on_terminal("summarize", str(tmp_path), "--output", output)
    assert on_terminal("summarize", str(tmp_path), "--output", output, "--quiet") == ""
    assert run("summarize", str(tmp_path), "--format", "jsonl").stderr == b""


def test_help_loads_no_more_than_it_needs():
    code = (
        "import sys, reportcli.cli\n"
        "sys.argv = ['reportcli', 'summarize', '--help']\n"
        "try:\n    reportcli.cli.main()\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")
    loaded = set(done.stderr.split())
    assert "typer" in loaded
    assert not loaded & {
        "rich.console",
        "rich.table",
        "reportcli.pipeline",
        "reportcli.lexicon",
        "rjieba",
        "jieba",
        "yaml",
    }
