"""The `check` command."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from reportcli.cli.configured import NO_DIGEST, files_read, settings_for
from reportcli.cli.options import (
    Common,
    EncodingOption,
    FormatOption,
    LanguageOption,
    LexiconOption,
    MaybePaths,
    OutputOption,
    QuietOption,
    VerboseOption,
    locale_language,
    names_of,
)
from reportcli.cli.outputs import Target, choose_target, write
from reportcli.cli.run import SKIPPED, run_on_documents
from reportcli.model import Document
from reportcli.rendering.formats import Format
from reportcli.settings import Settings

if TYPE_CHECKING:
    from reportcli.checking import Finding, Rule

FOUND = 1

EPILOG = """\b
Exit code: 1 where an error or a warning was found, else 0.

\b
Examples:
  reportcli check report.txt
  reportcli check reports/ --rule growth-against-levels --format csv"""

RuleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rule", metavar="NAME", help="Switch on this rule too; may be given several times.", show_default=False
    ),
]
NoRuleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--no-rule", metavar="NAME", help="Switch off this rule; may be given several times.", show_default=False
    ),
]


def check(
    paths: MaybePaths = None,
    rule: RuleOption = None,
    no_rule: NoRuleOption = None,
    all: Annotated[bool, typer.Option("--all", help="Switch on every rule that warns.")] = False,
    info: Annotated[bool, typer.Option("--info", help="Show what is for information only too.")] = False,
    list: Annotated[bool, typer.Option("--list", help="List the rules instead.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Query what a careful editor would before printing.

    Contradictions and slips in each report, and between reports of one place where several are given.
    """
    common = Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon))
    if list:
        list_rules(common)
        return
    if not paths:
        raise typer.BadParameter("missing PATH, or --list")
    _check_names(*(rule or ()), *(no_rule or ()))
    settings = settings_for(common, rules=rule, no_rules=no_rule, **NO_DIGEST)
    check_paths(paths, settings, common, every=all, info=info)


def check_paths(paths: Iterable[str], settings: Settings, common: Common, *, every: bool, info: bool) -> None:
    """Write a row for each finding in the reports that `paths` name, and exit with FOUND where one is worth a query."""
    from reportcli.checking import choose_rules
    from reportcli.lexicon import using

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    rules = choose_rules(settings, every=every, info=info)
    found: list[Finding] = []

    def render(documents: Iterable[Document]) -> Iterator[str]:
        found.extend(find(documents, settings, rules))
        return _render(found, target, common)

    skipped = False
    with using(settings.lexicon):  # what compares figures looks names up too
        try:
            run_on_documents(paths, common, target, render, files_read(settings))
        except typer.Exit as end:
            if end.exit_code != SKIPPED:
                raise
            skipped = True
    errors, warnings = (sum(each.severity == severity for each in found) for severity in ("error", "warning"))
    if not common.quiet:
        print(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", file=sys.stderr)
    if errors or warnings:
        raise typer.Exit(FOUND)
    if skipped:
        raise typer.Exit(SKIPPED)


def find(documents: Iterable[Document], settings: Settings, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What the rules find in documents, each of which is read when its turn comes."""
    from reportcli.checking import read_draft, run_rules
    from reportcli.pipeline import analyze

    return run_rules(rules, (read_draft(document, analyze(document, settings)) for document in documents))


def list_rules(common: Common) -> None:
    """Write a row for each rule."""
    from reportcli.checking import RULES
    from reportcli.checking.rows import rule_rows
    from reportcli.rendering.row_formats import render_rows

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TABLE)
    write(render_rows(rule_rows(RULES, _language(common)), target.format, target.page), target)


def _render(found: Sequence[Finding], target: Target, common: Common) -> Iterator[str]:
    from reportcli.checking.pages import lay_findings
    from reportcli.checking.rows import finding_rows
    from reportcli.rendering.markdown import write_markdown
    from reportcli.rendering.row_formats import render_rows

    language, page = _language(common), target.page
    match target.format:
        case Format.TABLE:
            from reportcli.rendering.terminal import draw  # rich, only where something is drawn

            return draw(lay_findings(found, language, page.labels), page.width, colour=page.colour)
        case Format.MARKDOWN:
            return write_markdown(lay_findings(found, language, page.labels))
        case _:
            return render_rows(finding_rows(found, language), target.format, page)


def _language(common: Common) -> Literal["zh", "en"]:
    return (common.language or locale_language()).value


def _check_names(*names: str) -> None:
    from reportcli.checking import RULES
    from reportcli.checking.rules import nearest_rule

    for name in names:
        if name not in {rule.name for rule in RULES}:
            raise typer.BadParameter(f"no rule {name}. {nearest_rule(name)}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
