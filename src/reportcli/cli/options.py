"""The options that the commands share, each defined once."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from reportcli.rendering.formats import Format
from reportcli.settings import Settings, Summarizer, Tokenizer


class Language(StrEnum):
    """The language of a table's headings."""

    ZH = "zh"
    EN = "en"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders, patterns in quotes, or - for standard input.", show_default=False
    ),
]
MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH...]", help="Files, folders, patterns in quotes, or - for standard input.", show_default=False
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write it.", show_default=False),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.", show_default=False
    ),
]
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang", help="Language of the headings in tables; by default that of the locale.", show_default=False
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of the inputs, where it is not to be guessed.", show_default=False
    ),
]
LexiconOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="YAML file that adds indicators, names, units and words to the lexicon; may be given several times.",
        show_default=False,
    ),
]
_USUAL = Settings()
KeywordsOption = Annotated[
    int | None,
    typer.Option(
        "--keywords",
        metavar="N",
        min=0,
        help=f"At most so many keywords each; by default {_USUAL.keywords}.",
        show_default=False,
    ),
]
SentencesOption = Annotated[
    str | None,
    typer.Option(
        "--sentences",
        metavar="N|P%",
        help=f"At most so many sentences in a summary, or so many in a hundred: 5, 10%; by default {_USUAL.sentences}.",
        show_default=False,
    ),
]
TokenizerOption = Annotated[
    Tokenizer | None,
    typer.Option(
        "--tokenizer",
        help=f"What cuts words for the keywords; jieba is slower, and an extra; by default {_USUAL.tokenizer}.",
        show_default=False,
    ),
]
SummarizerOption = Annotated[
    Summarizer | None,
    typer.Option(
        "--summarizer",
        help="What chooses summary sentences; snownlp takes far longer, and is an extra; by default "
        f"{_USUAL.summarizer}.",
        show_default=False,
    ),
]
RegionOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only places with this in their name.", show_default=False)
]
IndicatorOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="Only this indicator, by its standard name or another (GDP); or all with this in their name.",
        show_default=False,
    ),
]
PeriodOption = Annotated[
    list[str] | None,
    typer.Option(metavar="PERIOD", help="Only this time: 2024, 2024-S1, 2026/2030.", show_default=False),
]
AliasOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="OLD=NEW",
        help="A place that was renamed: 坪山新区=坪山区. A name that is its own alias is never joined with another.",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings, no progress, no closing line.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say more on standard error.")]


class Common(Struct, frozen=True):
    """What the shared options say."""

    format: Format | None = None
    output: Path | None = None
    language: Language | None = None
    encoding: str | None = None
    quiet: bool = False
    verbose: bool = False
    lexicon: tuple[str, ...] = ()


def names_of(files: list[Path] | None) -> tuple[str, ...]:
    """The paths that an option names, as text."""
    return tuple(map(str, files or ()))


def sentences_of(written: str | None) -> int | float | None:
    """What `--sentences` says: `5` is a number of sentences, `10%` the share of them, as a fraction."""
    from reportcli.configuration import parse_sentences  # heavy, and --help does without

    try:
        return None if written is None else parse_sentences(written)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--sentences'") from error


def locale_language() -> Language:
    """Chinese where the environment's locale is Chinese, else English."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return Language.ZH if locale.lower().startswith("zh") else Language.EN
