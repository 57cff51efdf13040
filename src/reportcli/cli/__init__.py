"""The command line: the only code that prints or exits."""

from __future__ import annotations

import io
import signal
import sys

from reportcli.errors import InputError, ReportcliError, SettingsError, StoreError

INTERRUPTED = 130


def main() -> None:
    """Run the command that the arguments name, and exit with its code.

    An error with a remedy is two lines on standard error; a bug keeps its traceback. When the reader of a pipe has seen
    enough the program ends without a word, as others do.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A path may hold bytes that are no UTF-8; they are shown escaped.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        from reportcli.cli.app import app  # the streams must speak UTF-8 first

        app(prog_name="reportcli")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except ReportcliError as error:
        from reportcli.rendering.plain import clean  # a run without an error does without

        print(f"error: {clean(error.problem)}\n{clean(error.remedy)}", file=sys.stderr)
        sys.exit(_exit_code(error))


def _exit_code(error: ReportcliError) -> int:
    match error:
        case InputError():
            return 3
        case SettingsError():
            return 4
        case StoreError():
            return 5
        case _:
            return 2
