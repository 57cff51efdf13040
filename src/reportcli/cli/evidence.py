"""Where the commands that compare have their records and places from."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from reportcli.cli.configured import NO_DIGEST, files_read, settings_for
from reportcli.cli.options import Common
from reportcli.cli.outputs import Target, check_target, write
from reportcli.cli.run import listen_to_warnings, run_on_reports
from reportcli.errors import StoreError
from reportcli.model import Mention, Record, Report

if TYPE_CHECKING:
    from reportcli.comparison.places import Places
    from reportcli.store import Database

Render = Callable[[Sequence[Record], "Places"], Iterable[str]]
Select = Callable[["Database", "Places"], Iterator[Record]]

DatabaseOption = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The reports in a database that batch made.", show_default=False),
]


class Evidence(Struct, frozen=True):
    """Where records are from: the reports that `paths` name, or a database."""

    paths: Sequence[str]
    database: Path | None
    aliases: Mapping[str, str]


def run_on_evidence(evidence: Evidence, common: Common, target: Target, select: Select, render: Render) -> None:
    """Write to `target` what `render` makes of the records and of all places that the reports speak of.

    Of a database it gets the records that `select` takes out of it.
    """
    if bool(evidence.paths) == (evidence.database is not None):
        raise typer.BadParameter("name files or folders, or a database with --db FILE, one of the two")
    if evidence.database is None:
        _run_on_files(evidence, common, target, render)
    else:
        _run_on_database(evidence.database, evidence, common, target, select, render)


def _run_on_database(
    path: Path, evidence: Evidence, common: Common, target: Target, select: Select, render: Render
) -> None:
    from reportcli.comparison.places import find_places
    from reportcli.lexicon import using
    from reportcli.store import Database

    listen_to_warnings(common)
    settings = settings_for(common, aliases=evidence.aliases)
    check_target(target, [str(path), *files_read(settings)])
    with using(settings.lexicon), Database(path) as database, _without_collector():
        mentions = database.mentions()
        if not mentions:
            raise StoreError(f"{path}: holds no reports", "Fill it with reportcli batch.")
        places = find_places(mentions, settings.aliases)
        write(render([*select(database, places)], places), target)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Leave out the search for circles among objects: there are none among records, and many to look through."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _run_on_files(evidence: Evidence, common: Common, target: Target, render: Render) -> None:
    from reportcli.comparison.places import find_places  # with the lexicon, which --help does without
    from reportcli.comparison.records import mention_of, mentions_of, records_of

    settings = settings_for(common, aliases=evidence.aliases, **NO_DIGEST)

    def collect(reports: Iterable[Report]) -> Iterable[str]:
        records: list[Record] = []
        mentions: list[Mention] = []
        for report in reports:
            mentions += mentions_of(report)
            records += records_of(report)
        mentions += map(mention_of, records)
        return render(records, find_places(mentions, settings.aliases))

    run_on_reports(evidence.paths, common, target, collect, settings)


def split_aliases(values: list[str] | None) -> dict[str, str]:
    """The newer names by the older ones that `--alias` says; raises BadParameter for what is no OLD=NEW."""
    from reportcli.comparison.names import newest_name

    aliases: dict[str, str] = {}
    for value in values or ():
        old, equals, new = (part.strip() for part in value.partition("="))
        if not (old and equals and new):
            raise typer.BadParameter(f"{value!r} is no OLD=NEW, such as 坪山新区=坪山区")
        if aliases.setdefault(old, new) != new:
            raise typer.BadParameter(f"{old} is said to be both {aliases[old]} and {new}")
    for old, new in aliases.items():
        if old != new and newest_name(old, aliases) == old:
            raise typer.BadParameter(f"the new names of {old} lead back to it")
    return aliases
