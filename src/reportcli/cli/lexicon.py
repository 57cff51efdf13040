"""The `lexicon` commands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportcli.cli.configured import settings_for
from reportcli.cli.options import Common, FormatOption, LanguageOption, LexiconOption, OutputOption, names_of
from reportcli.cli.outputs import Target, choose_target, write
from reportcli.cli.run import tell
from reportcli.errors import SettingsError, UnknownNameError
from reportcli.model import Rows, Skipped
from reportcli.rendering.formats import Format

if TYPE_CHECKING:
    from reportcli.lexicon.entries import Entry

MISTAKE = 4

app = typer.Typer(
    name="lexicon",
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    epilog="""\b
Examples:
  reportcli lexicon list cues
  reportcli lexicon explain 规上工业增加值
  reportcli lexicon check own.yaml""",
)


class Part(StrEnum):
    """The parts of the lexicon: files under `data/`, and lists of users' own."""

    INDICATORS = "indicators"
    UNITS = "units"
    CUES = "cues"
    HEADINGS = "headings"
    PLACE_WORDS = "place_words"
    GAZETTEER = "gazetteer"
    TERMS = "terms"
    NOISE = "noise"
    TABLES = "tables"
    COMPARABILITY = "comparability"
    KEYWORDS = "keywords"
    STOPWORDS = "stopwords"


@app.callback()
def lexicon(context: typer.Context) -> None:
    """Show what the lexicon knows, and check what you add to it.

    Without a command the standard indicators are listed.
    """
    if context.invoked_subcommand is None:
        list_part(Part.INDICATORS, Common())


@app.command("list")
def list_(
    part: Annotated[
        Part, typer.Argument(metavar="PART", help=f"Which part: {', '.join(Part)}.", show_default=True)
    ] = Part.INDICATORS,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """List the standard indicators, or the words of another part, with what your files add."""
    list_part(part, Common(format, output, lang, lexicon=names_of(lexicon)))


def list_part(part: Part, common: Common) -> None:
    """Write a row for each indicator, or each word of another part; for people one for each list of words."""
    from reportcli.lexicon import indicators, using  # heavy, and --help does without
    from reportcli.lexicon.entries import entries
    from reportcli.pipeline import check_lexicon
    from reportcli.rendering.lexicon_rows import READABLE_INDICATOR, entry_rows, indicator_rows, list_rows
    from reportcli.rendering.rows import pick_columns

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    with using(settings_for(common).lexicon):
        check_lexicon()
        if part is Part.INDICATORS:
            rows = indicator_rows(indicators())
            rows = pick_columns(rows, READABLE_INDICATOR) if _is_for_people(target) else rows
        else:
            rows = (list_rows if _is_for_people(target) else entry_rows)(entries(part))
    _write_rows(rows, target)


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as reports write it.", show_default=False)],
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Tell which standard indicator a name is, by which of its names, and where that stands.

    A name may stand for several, which their figures' units tell apart. Other lists that have the very word are told
    too.
    """
    explain_name(name, Common(format, output, lang, lexicon=names_of(lexicon)))


def explain_name(name: str, common: Common) -> None:
    """Write a row for each meaning of `name`; raises UnknownNameError where it has none."""
    from reportcli.lexicon import using
    from reportcli.lexicon.explaining import explain, find_entries, nearest_names
    from reportcli.pipeline import check_lexicon
    from reportcli.rendering.lexicon_rows import lay_meanings, meaning_rows

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    with using(settings_for(common).lexicon):
        check_lexicon()
        rows = meaning_rows(name, explain(name), find_entries(name))
        near = () if rows.rows else nearest_names(name)
    if not rows.rows:
        remedy = f"Did you mean {', '.join(near)}?" if near else "`reportcli lexicon list` shows all indicators."
        raise UnknownNameError(f"{name}: no standard indicator has that name, nor is it a word of the lexicon", remedy)
    if target.format is Format.TABLE:
        from reportcli.rendering.terminal import draw  # rich, only where something is drawn

        page = target.page
        write(draw(lay_meanings(rows, page.labels), page.width, colour=page.colour), target)
    elif target.format is Format.MARKDOWN:
        from reportcli.rendering.markdown import write_markdown

        write(write_markdown(lay_meanings(rows, target.page.labels)), target)
    else:
        _write_rows(rows, target)


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="YAML files that add to the lexicon; by default those that the settings name.",
            show_default=False,
        ),
    ] = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
) -> None:
    """Check files that add to the lexicon, and tell how many words each adds to which list.

    Each file is checked by itself, then all together. The first mistake in each part of a file is told, with its line;
    the exit code is then 4.
    """
    common = Common(format, output, lang)
    paths = names_of(files) or settings_for(common).lexicon
    if not paths:
        raise typer.BadParameter("missing FILE, and the settings name none")
    check_files(paths, common)


def check_files(paths: Sequence[str], common: Common) -> None:
    """Write a row for each list that a file adds to, or tell the mistakes and exit with MISTAKE."""
    from reportcli.lexicon.entries import added_entries
    from reportcli.rendering.lexicon_rows import addition_rows

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    added: list[tuple[str, list[Entry]]] = []
    mistakes = [mistake for path in paths for mistake in _mistakes_in([path])]
    if not mistakes and len(paths) > 1:
        mistakes = _mistakes_in(paths)
    if mistakes:
        for mistake in mistakes:
            tell(Skipped("", mistake.problem, mistake.remedy))
        raise typer.Exit(MISTAKE)
    for path in paths:
        added.append((path, added_entries(path)))
    _write_rows(addition_rows(added), target)


def _mistakes_in(paths: Sequence[str]) -> list[SettingsError]:
    from reportcli.lexicon import using
    from reportcli.pipeline import lexicon_mistakes

    try:
        with using(paths):
            return [*lexicon_mistakes()]
    except SettingsError as error:  # the file cannot be read, or names no part
        return [error]


def _is_for_people(target: Target) -> bool:
    return target.format in {Format.TABLE, Format.MARKDOWN}


def _write_rows(rows: Rows, target: Target) -> None:
    from reportcli.rendering.row_formats import render_rows

    write(render_rows(rows, target.format, target.page), target)
