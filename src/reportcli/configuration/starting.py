"""A file of settings to begin with: every setting with its comment, none of them set."""

from __future__ import annotations

from pathlib import Path

from reportcli.errors import OutputError

COMMENTED = Path(__file__).with_name("commented.yaml")


def write_commented(path: Path) -> None:
    """Write the commented file to `path`; OutputError where there is one already, or it cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(COMMENTED.read_text(encoding="utf-8"))
    except FileExistsError as error:
        raise OutputError(f"{path}: is there already", "Edit it, or name another file after --init.") from error
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror})", "Name a file in a folder that you may write to."
        ) from error
