"""The `batch` command."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from reportcli.cli.configured import settings_for
from reportcli.cli.options import (
    Common,
    EncodingOption,
    LexiconOption,
    QuietOption,
    VerboseOption,
    names_of,
)
from reportcli.cli.progress import showing
from reportcli.cli.run import NO_INPUT, SKIPPED, listen_to_warnings, tell
from reportcli.errors import InputError, NoInputError
from reportcli.model import Skipped
from reportcli.rendering.plain import clean, clean_lines

if TYPE_CHECKING:
    from reportcli.batch import Done, Request

EPILOG = """\b
Examples:
  reportcli batch reports/ --db reports.duckdb
  reportcli batch reports/ --db reports.duckdb --exclude '*draft*' --prune"""

log = logging.getLogger("reportcli")


def batch(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders and patterns in quotes.", show_default=False),
    ],
    db: Annotated[
        Path,
        typer.Option("--db", metavar="FILE", help="The DuckDB file; made where there is none.", show_default=False),
    ],
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="How many to read at once; by default one a core.", show_default=False),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Give a report up after this.")] = 60,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Only files whose name or path fits: '*2024*'.", show_default=False),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="No files whose name or path fits.", show_default=False),
    ] = None,
    name_pattern: Annotated[
        str | None,
        typer.Option(
            metavar="REGEX",
            help="Where (?P<place>...) and (?P<year>...) stand in a path, for texts that do not say them.",
            show_default=False,
        ),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove reports whose file is gone from the folders named.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End at the first file that cannot be read.")] = False,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read many reports into a database, in parallel.

    The same command goes on after an interrupt, and takes up what is new or changed: what is unchanged is not read
    again. A file that cannot be read is in the table skipped, with the reason, and tried again each time.
    """
    common = Common(encoding=encoding, quiet=quiet, verbose=verbose, lexicon=names_of(lexicon))
    how = How(jobs or count_cores(), timeout, tuple(include or ()), tuple(exclude or ()), name_pattern, prune, strict)
    fill_database(paths, db, common, how)


class How(Struct, frozen=True):
    """What the options of the command say that it does not share with others."""

    jobs: int
    timeout: float
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    name_pattern: str | None = None
    prune: bool = False
    strict: bool = False


def fill_database(paths: Sequence[str], db: Path, common: Common, how: How) -> None:
    """Bring the database up to date with the reports that `paths` name, and say on standard error what was done."""
    from reportcli.batch import Done, fill  # heavy, and --help does without
    from reportcli.store import Database

    listen_to_warnings(common)
    request, missing = make_request(paths, common, how)
    done = Done()
    try:
        with (
            Database(db, write=True) as database,
            showing(quiet=common.quiet) as show,
            closing(fill(database, request)) as run,
        ):
            for done in run:
                show(done)
                tell_news(done, strict=how.strict)
    except KeyboardInterrupt:
        print(f"interrupted: {done.read} reports were read, the same command goes on from there", file=sys.stderr)
        raise
    if not common.quiet:
        print(f"{clean(str(db))}: {count(done)}", file=sys.stderr)
    if done.skipped or missing:
        raise typer.Exit(SKIPPED if done.read or done.unchanged else NO_INPUT)


def make_request(paths: Sequence[str], common: Common, how: How) -> tuple[Request, int]:
    """What is to be in the database, and how many of `paths` name nothing; these are told."""
    from reportcli.batch import Request, choose
    from reportcli.lexicon import read_files
    from reportcli.reading import find_sources

    found, missing = find_sources(paths)
    for each in missing:
        tell(each)
    if missing and (how.strict or not found):
        raise typer.Exit(NO_INPUT)
    chosen = choose(found, how.include, how.exclude)
    if "-" in chosen:
        raise typer.BadParameter("batch reads files, not standard input")
    if not chosen:
        raise NoInputError(
            f"--include and --exclude leave none of {len(found)} files",
            "A pattern is of the whole name or path: '*2024*'.",
        )
    settings = settings_for(common, name_pattern=how.name_pattern)
    request = Request(
        chosen,
        settings,
        read_files(settings.lexicon),
        common.encoding,
        how.jobs,
        how.timeout,
        find_folders(paths, missing) if how.prune else (),
    )
    return request, len(missing)


def find_folders(paths: Sequence[str], missing: Sequence[Skipped]) -> tuple[str, ...]:
    """The folders and files that `paths` name, from which files may be gone; not those that are missing as a whole."""
    from reportcli.reading import folder_of

    unknown = {each.source for each in missing}
    return tuple(path if os.path.exists(path) else folder_of(path) for path in paths if path not in unknown)


def tell_news(done: Done, *, strict: bool) -> None:
    """Say what was skipped since the last time, and what was warned of; InputError where that is to end the run."""
    for warning in done.warnings:
        log.warning("%s", warning)
    if done.trace:
        print(clean_lines(done.trace), end="", file=sys.stderr)
    for skipped in done.news:
        problem = f"{skipped.source}: {skipped.problem}"
        if strict:
            raise InputError(problem, skipped.remedy)
        tell(Skipped(skipped.source, problem, skipped.remedy))


def count(done: Done) -> str:
    """What a run came to, in words."""
    parts = [f"{done.read} reports read", f"{done.unchanged} unchanged"]
    parts += [f"{done.gone} files gone"] if done.gone else []
    parts += [f"{done.skipped} files skipped"] if done.skipped else []
    return ", ".join(parts)


def count_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
