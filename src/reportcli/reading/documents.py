"""One input to one Document."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from reportcli.errors import InputError
from reportcli.model import Document
from reportcli.reading.encodings import decode
from reportcli.reading.formats import name_format

STDIN = "-"

# A report is some 100 kB; what is this large is something else, and would only fill the memory.
MAX_BYTES = 50 * 1024 * 1024


def read(path: str | Path, encoding: str | None = None) -> Document:
    """The document at `path`, `-` for standard input, in `encoding` or the one that its bytes show.

    Raises InputError where there is no text to be had: a missing, empty, too large or binary file, a folder, bytes that
    are text in no known encoding.
    """
    source = str(path)
    data = _read_bytes(source)
    if kind := name_format(data):
        raise InputError(f"{source}: this is {kind}, not a text file", "Save its text as a .txt file and read that.")
    text, name = decode(data, source, encoding)
    if not text.strip():
        raise InputError(f"{source}: the file is empty", "Give a file with a report's text in it.")
    return Document(text=text, source=source, sha256=hashlib.sha256(data).hexdigest(), encoding=name)


def hash_file(path: str | Path) -> str:
    """The `sha256` that the document at `path` has; raises InputError where its bytes cannot be read."""
    return hashlib.sha256(_read_bytes(str(path))).hexdigest()


def _read_bytes(source: str) -> bytes:
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with open(source, "rb") as file:
                data = file.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            return data
        problem = f"larger than {MAX_BYTES // 1024**2} MB, the most that is read"
        remedy = "Split the file into one file a report."
    except FileNotFoundError:
        problem, remedy = "no such file", "Check the spelling and the folder you are in."
    except IsADirectoryError:
        problem, remedy = "this is a folder", "Name a file in it."
    except PermissionError:
        # Windows says so of a folder too.
        folder = os.path.isdir(source)
        problem = "this is a folder" if folder else "you may not read this file"
        remedy = "Name a file in it." if folder else "Ask for the right to read it, or copy it."
    except (OSError, ValueError) as error:
        problem, remedy = f"cannot be read ({error})", "Check that the name is right and the file can be opened."
    raise InputError(f"{source}: {problem}", remedy)
