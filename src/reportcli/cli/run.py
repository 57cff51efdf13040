"""What every command that reads reports does: find the inputs, read each, write, say what was skipped."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

import typer
from msgspec import structs

from reportcli.cli.configured import files_read
from reportcli.cli.options import Common
from reportcli.cli.outputs import Target, check_target, write
from reportcli.errors import InputError
from reportcli.model import Document, Report, Skipped
from reportcli.rendering.plain import clean
from reportcli.settings import Settings

NO_INPUT, SKIPPED = 3, 6

# With fewer inputs than this a progress bar is gone before it is read.
MANY_INPUTS = 8


def run_on_reports(
    paths: Iterable[str],
    common: Common,
    target: Target,
    render: Callable[[Iterable[Report]], Iterable[str]],
    settings: Settings,
) -> None:
    """Analyse what `paths` name and write to `target` what `render` makes of the reports."""
    from reportcli.lexicon import using  # heavy, and --help does without it
    from reportcli.pipeline import analyze

    def render_documents(documents: Iterable[Document]) -> Iterable[str]:
        return render(analyze(each, settings) for each in documents)

    with using(settings.lexicon):  # what chooses and lays out rows looks names up too
        run_on_documents(paths, common, target, render_documents, files_read(settings))


def run_on_documents(
    paths: Iterable[str],
    common: Common,
    target: Target,
    render: Callable[[Iterable[Document]], Iterable[str]],
    also_read: Iterable[str] = (),
) -> None:
    """Read what `paths` name and write to `target`, which is none of these nor of `also_read`, what `render` makes.

    An input that cannot be read is told on standard error and the others go on. The exit code is then SKIPPED, or
    NO_INPUT where no input is left, and in that case nothing is written.
    """
    from reportcli.reading import find_sources

    listen_to_warnings(common)
    named = frozenset(paths := tuple(paths))
    sources, skipped = find_sources(paths)
    check_target(target, [*sources, *also_read])
    problems = list(skipped)
    for problem in skipped:
        tell(problem)
    shows_progress = len(sources) >= MANY_INPUTS and not common.quiet and sys.stderr.isatty()
    documents = _read_each(_with_progress(sources) if shows_progress else sources, named, common.encoding, problems)
    first = next(documents, None)
    if first is not None:
        chunks = render(chain([first], documents))
        # The bar and the output would write over each other on one terminal.
        write(list(chunks) if shows_progress and sys.stdout.isatty() else chunks, target)
    if problems:
        asked = len(sources) + len(skipped)
        if asked > 1 and not common.quiet:
            print(f"{len(problems)} of {asked} inputs skipped", file=sys.stderr)
        raise typer.Exit(NO_INPUT if first is None else SKIPPED)


def _read_each(
    sources: Iterable[str], named: Collection[str], encoding: str | None, problems: list[Skipped]
) -> Iterator[Document]:
    """The documents, each read when its turn comes; what cannot be read is told and added to `problems`.

    A pipe is read where it is `named` (`<(...)`), but not where a folder holds one: nobody may ever write into it.
    """
    from reportcli.reading import check_regular, read

    for source in sources:
        try:
            if source not in named:
                check_regular(source)
            document = read(source, encoding)
        except InputError as error:
            problems.append(Skipped(source, error.problem, error.remedy))
            tell(problems[-1])
            continue
        tables = f"{len(document.tables)} tables" if document.tables else None
        told = (f"{len(document.text)} characters", document.encoding, tables)
        logging.getLogger("reportcli").info("%s: %s", source, ", ".join(filter(None, told)))
        # The bytes of a path need not be UTF-8, but what is printed must be.
        yield structs.replace(document, source=source.encode("utf-8", "backslashreplace").decode())


def tell(skipped: Skipped) -> None:
    """Say on standard error what was skipped and why."""
    print(f"error: {clean(skipped.problem)}\n{clean(skipped.remedy)}", file=sys.stderr)


def _with_progress(sources: tuple[str, ...]) -> Iterator[str]:
    from rich.console import Console  # only where it is drawn
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(sources, description="")


def listen_to_warnings(common: Common) -> None:
    """Print what the package warns of on standard error, as far as `common` wants to know."""
    logger = logging.getLogger("reportcli")
    logger.handlers = [_StandardError()]
    logger.setLevel(logging.ERROR if common.quiet else logging.INFO if common.verbose else logging.WARNING)


class _StandardError(logging.Handler):
    """Prints `warning: message` on what standard error is at the time: a progress bar puts itself in its place."""

    def emit(self, record: logging.LogRecord) -> None:
        print(f"{record.levelname.lower()}: {clean(record.getMessage())}", file=sys.stderr)
