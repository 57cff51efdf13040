"""Where the output goes: standard output as it comes, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from reportcli.cli.options import Common, Language, locale_language
from reportcli.errors import OutputError
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.labels import EN, ZH, Labels

_LABELS = {Language.ZH: ZH, Language.EN: EN}

_BY_SUFFIX = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
}


class Target(Struct, frozen=True):
    """A place to write to, None for standard output, and what to write there."""

    path: Path | None
    format: Format
    page: Page = Page()


def labels_in(language: Language | None) -> Labels:
    """The words of headings in a language, None for that of the locale."""
    return _LABELS[language or locale_language()]


def choose_target(common: Common, *, on_terminal: Format, in_pipe: Format) -> Target:
    """Where `common` wants the output: in the format asked for, else that of the file's ending, else the usual one."""
    if common.output is not None:
        usual = _BY_SUFFIX.get(common.output.suffix.lower(), in_pipe)
    else:
        usual = on_terminal if sys.stdout.isatty() else in_pipe
    drawn = common.output is None and sys.stdout.isatty()
    page = Page(
        width=shutil.get_terminal_size().columns if drawn else None,
        colour=drawn and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        labels=labels_in(common.language),
    )
    return Target(common.output, common.format or usual, page)


def check_target(target: Target, sources: Iterable[str]) -> None:
    """Raise OutputError where the target is one of the inputs or cannot be a file, before any work is done."""
    path = target.path
    if path is None:
        return
    if path.is_dir() or not path.parent.is_dir():
        problem = "is a folder" if path.is_dir() else f"there is no folder {path.parent}"
        raise OutputError(f"{path}: {problem}", "Name a file in a folder that exists after --output.")
    if path.exists() and any(_is_same(source, path) for source in sources):
        raise OutputError(f"{path}: is one of the inputs", "Name another file after --output.")


def _is_same(source: str, path: Path) -> bool:
    """Whether an input is the file at `path`; `-` is what standard input comes from."""
    from reportcli.reading.documents import STDIN  # which --help does without

    if source == STDIN:
        try:
            return os.path.samestat(os.fstat(sys.stdin.fileno()), path.stat())
        except (OSError, ValueError):  # closed, or none of the system's
            return False
    return os.path.exists(source) and os.path.samefile(source, path)


def write(chunks: Iterable[str], target: Target) -> None:
    """Write `chunks` to the target; a file that was there before is replaced only when all is written."""
    if target.path is None:
        _write_stdout(chunks)
        return
    with _explaining(target.path):
        _write_file(chunks, Path(os.path.realpath(target.path)))


def write_binary(path: Path, fill: Callable[[Path], None]) -> None:
    """Have `fill` write a file, and put it at `path` when it is whole."""
    with _explaining(path), _replacing(Path(os.path.realpath(path))) as temporary:
        fill(temporary)


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror})", "Name a file in a folder that you may write to."
        ) from error


def _write_stdout(chunks: Iterable[str]) -> None:
    try:
        for chunk in chunks:
            sys.stdout.write(chunk)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer cannot be written either, and must not be tried at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"standard output: cannot be written ({error.strerror})", "Write to a file: --output FILE."
        ) from error


def _write_file(chunks: Iterable[str], path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a named pipe is no file to be replaced.
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        return
    with _replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        file.writelines(chunks)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end of the block; on an error nothing is left of it."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
