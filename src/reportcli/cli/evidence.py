"""Where the commands that compare have their records and places from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from reportcli.cli.options import Common
from reportcli.cli.outputs import Target
from reportcli.cli.run import run_on_reports
from reportcli.model import Record, Report
from reportcli.settings import Settings

if TYPE_CHECKING:
    from reportcli.comparison.places import Places
    from reportcli.comparison.records import Mention

Render = Callable[[Sequence[Record], "Places"], Iterable[str]]


def run_on_records(
    paths: list[str], common: Common, target: Target, aliases: Mapping[str, str], render: Render
) -> None:
    """Write to `target` what `render` makes of the records in the reports that `paths` name, and of their places."""
    from reportcli.comparison.places import find_places  # with the lexicon, which --help does without
    from reportcli.comparison.records import mention_of, mentions_of, records_of

    settings = Settings(keywords=0, sentences=0, aliases=dict(aliases))

    def collect(reports: Iterable[Report]) -> Iterable[str]:
        records: list[Record] = []
        mentions: list[Mention] = []
        for report in reports:
            mentions += mentions_of(report)
            records += records_of(report)
        mentions += map(mention_of, records)
        return render(records, find_places(mentions, settings.aliases))

    run_on_reports(paths, common, target, collect, settings)


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
