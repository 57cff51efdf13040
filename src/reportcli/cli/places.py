"""The `places` command."""

from __future__ import annotations

from typing import Annotated

import typer

from reportcli.cli.configured import files_read, settings_for
from reportcli.cli.options import Common, FormatOption, LanguageOption, LexiconOption, OutputOption, names_of
from reportcli.cli.outputs import check_target, choose_target, write
from reportcli.errors import UnknownPlaceError
from reportcli.rendering.formats import Format

EPILOG = """\b
Examples:
  reportcli places 金山街道 --in 镇江
  reportcli places 321102
  reportcli places --in 京口区 --format csv"""


def places(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A name, part of a name, or a code.", show_default=False)
    ] = "",
    area: Annotated[
        str | None,
        typer.Option(
            "--in", metavar="PLACE", help="Only what lies in it; all of it without QUERY.", show_default=False
        ),
    ] = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Look up a place and its official code, with what it lies in.

    It is how to find out what to write for a name in the settings, and what the codes in the output stand for.
    """
    if not query and not area:
        raise typer.BadParameter("name a place, or an area after --in")
    list_places(query, area, Common(format, output, lang, lexicon=names_of(lexicon)))


def list_places(query: str, area: str | None, common: Common) -> None:
    """Write a row for each place that `query` can mean; raises UnknownPlaceError where there is none."""
    from reportcli.gazetteer.lookup import find_areas, look_up  # with the tables, which --help does without
    from reportcli.lexicon import using
    from reportcli.rendering.place_rows import READABLE_PLACE, place_rows
    from reportcli.rendering.row_formats import render_rows
    from reportcli.rendering.rows import pick_columns

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    settings = settings_for(common)
    check_target(target, files_read(settings))
    with using(settings.lexicon):
        areas = find_areas(area) if area else ()
        found = look_up(query, areas) if areas or not area else ()
    if not found:
        name, where = (area or "", "") if area and not areas else (query, f" in {area}" if area else "")
        raise UnknownPlaceError(
            f"{name}: no place of that name or code{where}", "Give a part of its name, or the first 2, 4 or 6 digits."
        )
    rows = place_rows(found)
    if target.format in {Format.TABLE, Format.MARKDOWN}:
        rows = pick_columns(rows, READABLE_PLACE)
    write(render_rows(rows, target.format, target.page), target)
