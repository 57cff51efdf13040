"""What the commands that give rows share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reportcli.cli.options import Common
from reportcli.cli.outputs import choose_target
from reportcli.cli.run import run_on_reports
from reportcli.model import Report, Rows
from reportcli.rendering.formats import Format
from reportcli.rendering.rows import pick_columns, pick_readable
from reportcli.settings import Settings

# Rows of figures, statements and sections need no digest, and without it no tokenizer is loaded.
NO_DIGEST = Settings(keywords=0, sentences=0)


def list_rows(
    paths: list[str],
    common: Common,
    make_rows: Callable[[Iterable[Report]], Rows],
    columns: Sequence[str] = (),
    *,
    readable: Sequence[str] = (),
    settings: Settings = NO_DIGEST,
) -> None:
    """Write the rows of the reports that `paths` name: a table on a terminal, tsv in a pipe.

    Formats for programs have `columns`, those for people `readable` ones; without names there are all columns.
    """
    from reportcli.rendering.render import render_rows  # with all that summaries need, which --help does without

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)

    def render(reports: Iterable[Report]) -> Iterator[str]:
        rows = make_rows(reports)
        if target.format in {Format.TABLE, Format.MARKDOWN}:
            rows = pick_readable(rows, readable) if readable else rows
        elif columns:
            rows = pick_columns(rows, columns)
        return render_rows(rows, target.format, target.page)

    run_on_reports(paths, common, target, render, settings)
