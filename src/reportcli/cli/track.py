"""The `track` command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reportcli.cli.columns import ColumnsOption, split_columns
from reportcli.cli.evidence import (
    DatabaseOption,
    Evidence,
    run_on_evidence,
    split_aliases,
)
from reportcli.cli.options import (
    AliasOption,
    Common,
    EncodingOption,
    FormatOption,
    IndicatorOption,
    LanguageOption,
    LexiconOption,
    MaybePaths,
    OutputOption,
    PeriodOption,
    QuietOption,
    RegionOption,
    VerboseOption,
    names_of,
)
from reportcli.cli.outputs import choose_target
from reportcli.cli.selection import Selection, is_named
from reportcli.model import Record
from reportcli.rendering.formats import Format

if TYPE_CHECKING:
    from reportcli.comparison.places import Places
    from reportcli.comparison.tracks import Track
    from reportcli.store import Database

EPILOG = """\b
Examples:
  reportcli track reports/
  reportcli track reports/ --indicator GDP --indicator 固定资产投资
  reportcli track reports/ --summary --format csv
  reportcli track --db reports.duckdb --period 2024"""


def track(
    paths: MaybePaths = None,
    db: DatabaseOption = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="A row a place and year: how many of the goals for it were met.")
    ] = False,
    open: Annotated[
        bool, typer.Option("--open", help="Only goals that the report on their time tells nothing of.")
    ] = False,
    all: Annotated[bool, typer.Option("--all", help="Also results of what no goal was ever set for.")] = False,
    region: RegionOption = None,
    indicator: IndicatorOption = None,
    period: PeriodOption = None,
    alias: AliasOption = None,
    columns: ColumnsOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show each goal beside the result that was reported for its time.

    Reports of several years are needed: the goal for a year stands in one, its result mostly in the next. A goal is
    beside a result only where place, standard indicator, time, measure, unit, rate and basis are the same; whether it
    was met depends on its bound and on whether more or less of the indicator is better. Results that were revised later
    have rows of their own.
    """
    from reportcli.comparison.track_rows import SUMMARY_COLUMNS, TRACK_COLUMNS, WORDED_COLUMNS

    known = SUMMARY_COLUMNS if summary else (*TRACK_COLUMNS, *WORDED_COLUMNS)
    if summary and (open or all):
        raise typer.BadParameter("--summary counts the open goals too: leave out --open and --all")
    track_paths(
        Evidence(paths or (), db, split_aliases(alias)),
        Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon)),
        Selection(indicators=tuple(indicator or ()), periods=tuple(period or ())),
        regions=region or (),
        columns=split_columns(columns, known),
        summary=summary,
        only_open=open,
        unplanned=all,
    )


def track_paths(
    evidence: Evidence,
    common: Common,
    selection: Selection,
    *,
    regions: Sequence[str],
    columns: Sequence[str],
    summary: bool,
    only_open: bool,
    unplanned: bool,
) -> None:
    """Write a row for each track in the reports, or for each place and year of them."""
    from reportcli.comparison.formats import render_comparison
    from reportcli.comparison.series import MEASURES
    from reportcli.comparison.track_rows import WORDED_COLUMNS, lay_tracks, summary_rows, track_objects, track_rows
    from reportcli.comparison.tracks import SCOPES, find_tracks
    from reportcli.rendering.row_formats import render_rows
    from reportcli.rendering.rows import pick_columns

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    laid = not summary and not columns and target.format in {Format.TABLE, Format.MARKDOWN}

    def select(database: Database, _: Places) -> Iterator[Record]:
        return database.records(
            canonical=_standard_names(selection.indicators),
            measures=MEASURES,
            scopes=SCOPES,
            standard=True,
            planned=not unplanned,
            sentences=laid or not {*columns}.isdisjoint(WORDED_COLUMNS),
        )

    def render(records: Sequence[Record], places: Places) -> Iterable[str]:
        found = [
            track
            for track in find_tracks(records, places, unplanned=unplanned)
            if _is_wanted(track, selection)
            and is_named(regions, *track.place.names)
            and (track.outcome == "open" or not only_open)
        ]
        if summary:
            rows = summary_rows(found)
            return render_rows(pick_columns(rows, columns or rows.columns), target.format, target.page)
        if columns:
            return render_rows(track_rows(found, columns), target.format, target.page)
        blocks = lay_tracks(found, target.page.labels)
        return render_comparison(partial(track_rows, found), blocks, target.format, target.page, track_objects(found))

    run_on_evidence(evidence, common, target, select, render)


def _standard_names(indicators: Sequence[str]) -> list[str] | None:
    """The standard names of the indicators asked for; None where one of them has none, or none is asked for."""
    from reportcli.lexicon import find_canonical

    names = [find_canonical(each) for each in indicators]
    return [name for name in names if name] if names and all(names) else None


def _is_wanted(track: Track, selection: Selection) -> bool:
    record = track.goal or track.result
    return record is not None and selection.takes_observation(record.observation)
