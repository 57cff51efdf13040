"""The `keywords` command."""

from __future__ import annotations

from reportcli.cli.configured import settings_for
from reportcli.cli.listing import list_rows
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
    TokenizerOption,
    VerboseOption,
    names_of,
)
from reportcli.rendering.rows import KEYWORD_COLUMNS, READABLE_KEYWORD, keyword_rows, pick_columns
from reportcli.settings import Settings

EPILOG = """\b
Example:
  reportcli keywords report.txt --keywords 5 --format json"""


def keywords(
    paths: Paths,
    keywords: KeywordsOption = None,
    tokenizer: TokenizerOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the keywords of each report and section."""
    common = Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon))
    list_keywords(paths, settings_for(common, keywords=keywords, sentences=0, tokenizer=tokenizer), common)


def list_keywords(paths: list[str], settings: Settings, common: Common) -> None:
    """Write a row for each of the keywords that the settings ask for of the reports that `paths` name."""
    list_rows(
        paths,
        common,
        lambda reports, columns: pick_columns(keyword_rows(reports), columns),
        KEYWORD_COLUMNS,
        readable=READABLE_KEYWORD,
        settings=settings,
    )
