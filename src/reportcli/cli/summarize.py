"""The `summarize` command."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec import structs

from reportcli.cli.configured import settings_for
from reportcli.cli.options import (
    Common,
    EncodingOption,
    FormatOption,
    KeywordsOption,
    LanguageOption,
    LexiconOption,
    OutputOption,
    Paths,
    QuietOption,
    SentencesOption,
    SummarizerOption,
    TokenizerOption,
    VerboseOption,
    names_of,
    sentences_of,
)
from reportcli.cli.outputs import choose_target
from reportcli.cli.run import run_on_reports
from reportcli.rendering.formats import Format
from reportcli.settings import Settings

EPILOG = """\b
Examples:
  reportcli summarize report.txt
  reportcli summarize reports/ --format jsonl > reports.jsonl"""


def summarize(
    paths: Paths,
    all: Annotated[bool, typer.Option("--all", help="Each section also of a long report, not its overview.")] = False,
    keywords: KeywordsOption = None,
    sentences: SentencesOption = None,
    tokenizer: TokenizerOption = None,
    summarizer: SummarizerOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what was reached and what is aimed at, in tables."""
    common = Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon))
    settings = settings_for(
        common, keywords=keywords, sentences=sentences_of(sentences), tokenizer=tokenizer, summarizer=summarizer
    )
    summarize_paths(paths, settings, common, full=all)


def summarize_paths(paths: list[str], settings: Settings, common: Common, *, full: bool) -> None:
    """Write the summary of each report that `paths` name; `full` lists each section also of a long one."""
    from reportcli.rendering.report_formats import render_reports  # with all that it needs, which --help does without

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TABLE)
    page = structs.replace(target.page, full=full)
    run_on_reports(paths, common, target, lambda reports: render_reports(reports, target.format, page), settings)
