"""Run the examples in README.md; as a program, write what they print into it.

An example is a block ```console, in which each line that begins with `$ ` is a command and the lines after it are what
it prints, or a block ```python with a block ```text after it. All run in the project's folder.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BIN = Path(sys.executable).parent

CONSOLE = re.compile(r"^```console\n(?P<session>.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```\n\n```text\n.*?^```$", re.MULTILINE | re.DOTALL)


def update(readme: str) -> str:
    """The text with what its examples print now in place of what it says that they print."""
    (ROOT / "reports.duckdb").unlink(missing_ok=True)  # left by examples that were interrupted
    readme = CONSOLE.sub(lambda block: f"```console\n{replay(block['session'])}```", readme)
    return PYTHON.sub(
        lambda block: f"```python\n{block['code']}```\n\n```text\n{run([sys.executable, '-c', block['code']])}```",
        readme,
    )


def replay(session: str) -> str:
    """The commands of a session, each followed by what it prints."""
    return "".join(f"$ {command}\n{run(['bash', '-c', command])}" for command in commands(session))


def commands(session: str) -> list[str]:
    """The commands of a session."""
    return [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]


def run(arguments: list[str]) -> str:
    """What the program prints, on standard output and standard error, to a reader with an English locale."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "REPORTCLI"))}
    environment |= {"REPORTCLI_CONFIG": os.devnull}  # nobody's own settings
    environment |= {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        arguments,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    ).stdout


if __name__ == "__main__":
    README.write_text(update(README.read_text(encoding="utf-8")), encoding="utf-8")
