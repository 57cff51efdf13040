"""Findings and rules as rows."""

from __future__ import annotations

from collections.abc import Iterable

from reportcli.checking.findings import Finding, Quote
from reportcli.checking.rules import Language, Rule, write_message
from reportcli.model import Cell, Rows

FINDING_COLUMNS = (
    *("rule", "severity", "message"),
    *("source", "line", "start", "end", "quote"),
    *("other_source", "other_line", "other_start", "other_end", "other_quote"),
)
_RULE_COLUMNS = ("rule", "severity", "usual", "about")


def finding_rows(findings: Iterable[Finding], language: Language) -> Rows:
    """A row a finding: the rule, the sentence that says what is odd, and both quotes with their places."""
    return Rows(
        FINDING_COLUMNS,
        tuple(
            (
                finding.rule,
                finding.severity,
                write_message(finding, language),
                *_cells(finding.oddity.first),
                *_cells(finding.oddity.second),
            )
            for finding in findings
        ),
    )


def rule_rows(rules: Iterable[Rule], language: Language) -> Rows:
    """A row a rule, whether it is on unless switched off, and what it looks for."""
    return Rows(_RULE_COLUMNS, tuple((rule.name, rule.severity, rule.usual, rule.about.of(language)) for rule in rules))


def _cells(quote: Quote | None) -> tuple[Cell, ...]:
    if quote is None:
        return (None,) * 5
    return quote.source, quote.line, quote.start, quote.end, quote.text
