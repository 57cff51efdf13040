"""The `compare` command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import structs

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
    LanguageOption,
    LexiconOption,
    MaybePaths,
    OutputOption,
    QuietOption,
    RegionOption,
    VerboseOption,
    names_of,
)
from reportcli.cli.outputs import choose_target
from reportcli.cli.selection import is_named
from reportcli.model import Record
from reportcli.rendering.formats import Format

if TYPE_CHECKING:
    from reportcli.comparison.places import Places
    from reportcli.comparison.questions import Question
    from reportcli.store import Database
    from reportcli.store.records import Filters

EPILOG = """\b
Examples:
  reportcli compare streets.txt
  reportcli compare streets.txt --kind goal --all
  reportcli compare reports/ --indicator GDP --measure growth --period 2024
  reportcli compare --db reports.duckdb --kind goal --period 2024"""


class FigureKind(StrEnum):
    """The kinds that `--kind` takes."""

    GOAL = "goal"
    ACHIEVEMENT = "achievement"


class MeasureName(StrEnum):
    """The measures that `--measure` takes."""

    LEVEL = "level"
    GROWTH = "growth"
    RANK = "rank"
    COMPLETION = "completion"
    GAP = "gap"


def compare(
    paths: MaybePaths = None,
    db: DatabaseOption = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Rank the places by this indicator, by its standard name or another (GDP), or a part of names; of "
            "several show the matrix.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        FigureKind | None,
        typer.Option(help="Results or goals; by default results, where there are any.", show_default=False),
    ] = None,
    measure: Annotated[
        MeasureName | None,
        typer.Option(
            help="Only figures of this measure; by default all in the matrix, and for a ranking the one that most "
            "places give.",
            show_default=False,
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar="PERIOD",
            help="The time: 2024, 2024-S1, 2026/2030; by default the one that most places have figures for.",
            show_default=False,
        ),
    ] = None,
    all: Annotated[
        bool,
        typer.Option(
            "--all",
            help="All indicators that any place gives; by default the 12 standard ones that most places give, and at "
            "least two.",
        ),
    ] = False,
    region: RegionOption = None,
    alias: AliasOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show places side by side, and who gave no figure for what.

    Without --indicator a matrix of places and indicators, gaps marked; with one indicator the places ranked by it,
    units converted and figures shown as they are written. Only the places' own figures count. Of several for one cell
    the latest report's is taken; of these one in the sentence of main targets or results, a final one, an exact one,
    the first in the text.
    """
    from reportcli.comparison.questions import Question  # with the lexicon, which --help does without

    if indicator and all:
        raise typer.BadParameter("--all is for the matrix of all indicators: leave out --indicator")
    question = Question(
        kind=None if kind is None else kind.value,
        measure=None if measure is None else measure.value,
        period=period,
        indicators=tuple(indicator or ()),
        every=all,
    )
    common = Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon))
    evidence = Evidence(paths or (), db, split_aliases(alias))
    compare_places(evidence, common, question, region or ())


def compare_places(evidence: Evidence, common: Common, question: Question, regions: Sequence[str]) -> None:
    """Write what the places in the reports say to the question, of them those named by `regions`."""
    from reportcli.comparison.formats import render_comparison
    from reportcli.comparison.matrix import find_matrix
    from reportcli.comparison.matrix_rows import lay_matrix, matrix_rows
    from reportcli.comparison.questions import Told, settle
    from reportcli.comparison.ranking import find_ranking
    from reportcli.comparison.ranking_rows import lay_ranking, ranking_rows
    from reportcli.lexicon import find_canonical

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    labels, width = target.page.labels, target.page.width

    def wanted_of(places: Places) -> Places:
        return structs.replace(places, every=tuple(each for each in places.every if is_named(regions, *each.names)))

    def select(database: Database, places: Places) -> Iterator[Record]:
        names = {each: find_canonical(each) for each in question.indicators}
        filters: Filters = {
            "canonical": [name for name in names.values() if name] if names else None,
            "parts": [each for each, name in names.items() if not name],
            "measures": None if question.measure is None else [question.measure],
            "scopes": ["place"],
            "standard": not question.indicators and not question.every,
        }
        asked = question
        if len(question.indicators) != 1:  # a ranking's kind and time depend on its measure too
            wanted = {*wanted_of(places).every}
            found = ((places.of_mention(each), each) for each in database.told(**filters))
            asked = settle(question, (Told(place, each.kind, each.period) for place, each in found if place in wanted))
        filters["kinds"] = None if asked.kind is None else [asked.kind]
        filters["periods"] = None if asked.period is None else [asked.period]
        return database.records(**filters)

    def render(records: Sequence[Record], places: Places) -> Iterable[str]:
        wanted = wanted_of(places)
        members = {*wanted.every}
        figures = [record for record in records if places.of(record) in members]
        if len(question.indicators) == 1:
            ranking = find_ranking(question, figures, wanted)
            rows, blocks = partial(ranking_rows, ranking), lay_ranking(ranking, labels)
        else:
            matrix = find_matrix(question, figures, wanted)
            rows, blocks = partial(matrix_rows, matrix), lay_matrix(matrix, labels, width)
        return render_comparison(rows, blocks, target.format, target.page)

    run_on_evidence(evidence, common, target, select, render)
