"""One input to one Document."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from reportcli.errors import InputError
from reportcli.model import Document
from reportcli.reading.encodings import decode
from reportcli.reading.formats import Format, find_format

STDIN = "-"

if TYPE_CHECKING:
    from reportcli.reading.blocks import Content

# A report is some 100 kB; what is this large is something else, and would only fill the memory.
MAX_BYTES = 50 * 1024 * 1024

# What the extra `documents` installs.
_LIBRARIES = ("lxml", "pypdfium2")
_INSTALL = 'pip install "reportcli[documents]"'


def read(path: str | Path, encoding: str | None = None) -> Document:
    """The document at `path`, `-` for standard input, in `encoding` or the one that its bytes show.

    Raises InputError where there is no text to be had: a missing, empty, too large or binary file, a folder, bytes that
    are text in no known encoding, a damaged or encrypted document, one of pictures, one that needs what is not
    installed.
    """
    source = str(path)
    data = _read_bytes(source)
    kind = find_format(data, source)
    if kind in (Format.TEXT, Format.MARKDOWN):
        document = _read_text(data, source, encoding, kind)
    else:
        document = _read_document(data, source, encoding, kind)
    if not document.text.strip():
        raise InputError(f"{source}: the file is empty", "Give a file with a report's text in it.")
    return structs.replace(document, source=source, sha256=hashlib.sha256(data).hexdigest())


def _read_text(data: bytes, source: str, encoding: str | None, kind: Format) -> Document:
    text, name = decode(data, source, encoding)
    if kind is Format.TEXT:
        return Document(text, encoding=name)
    from reportcli.reading.markdown import find_markup, find_tables  # noqa: PLC0415 - most files are no Markdown

    tables, locators = find_tables(text, source)
    return Document(text, encoding=name, locators=locators, tables=tables, markup=find_markup(text))


def _read_document(data: bytes, source: str, encoding: str | None, kind: Format) -> Document:
    """A document whose text is extracted, with a library that is loaded only here."""
    name = None
    try:
        if kind is Format.HTML:
            text, name = decode(data, source, encoding)
            content = _extract_html(text, source)
        else:
            content = _extract_docx(data, source) if kind is Format.DOCX else _extract_pdf(data, source)
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise InputError(
            f"{source}: this is {kind}, and what reads it is not installed ({error.name})", f"Install it: {_INSTALL}"
        ) from error
    return Document(content.text, encoding=name, locators=content.locators, tables=content.tables)


def _extract_html(text: str, source: str) -> Content:
    from reportcli.reading.html import extract_html  # noqa: PLC0415 - with lxml

    return extract_html(text, source)


def _extract_docx(data: bytes, source: str) -> Content:
    from reportcli.reading.docx import extract_docx  # noqa: PLC0415 - with lxml

    return extract_docx(data, source)


def _extract_pdf(data: bytes, source: str) -> Content:
    from reportcli.reading.pdf import extract_pdf  # noqa: PLC0415 - with pypdfium2

    return extract_pdf(data, source)


def check_regular(path: str) -> None:
    """Raise InputError where there is something else than a file at `path`: a pipe would be waited for without end."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise InputError(f"{path}: this is no regular file", "Save what it gives as a text file.")


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
