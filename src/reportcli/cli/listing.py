"""What the commands that give rows share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reportcli.cli.configured import NO_DIGEST, settings_for
from reportcli.cli.options import Common
from reportcli.cli.outputs import choose_target
from reportcli.cli.run import run_on_reports
from reportcli.model import Report, Rows
from reportcli.rendering.formats import Format
from reportcli.rendering.rows import drop_needless
from reportcli.settings import Settings


def list_rows(
    paths: list[str],
    common: Common,
    make_rows: Callable[[Iterable[Report], Sequence[str]], Rows],
    columns: Sequence[str] = (),
    *,
    readable: Sequence[str] = (),
    settings: Settings | None = None,
) -> None:
    """Write the rows of the reports that `paths` name: a table on a terminal, tsv in a pipe.

    Rows are made with `columns`, for people with `readable` ones, and the source before them where there are several.
    The settings are by default those in force, without a digest.
    """
    from reportcli.rendering.row_formats import render_rows  # with the formats, which --help does without

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    for_people = target.format in {Format.TABLE, Format.MARKDOWN}

    def render(reports: Iterable[Report]) -> Iterator[str]:
        if for_people and readable:
            rows = drop_needless(make_rows(reports, ("source", *readable)))
        else:
            rows = make_rows(reports, columns)
        return render_rows(rows, target.format, target.page)

    run_on_reports(paths, common, target, render, settings or settings_for(common, **NO_DIGEST))
