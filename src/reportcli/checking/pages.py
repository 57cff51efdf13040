"""Findings for people: under each report's name what is odd in it, with the words that show it and their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcli.checking.findings import Finding, Quote
from reportcli.checking.rules import Language, write_message
from reportcli.rendering.blocks import Block, Heading, Quotes
from reportcli.rendering.labels import Labels


def lay_findings(findings: Sequence[Finding], language: Language, labels: Labels) -> Iterator[Block]:
    """A heading and one or two quotes for each finding; the report's name where it is another than before."""
    source: str | None = None
    for finding in findings:
        first, second = finding.oddity.first, finding.oddity.second
        if first.source != source:
            source = first.source
            yield Heading(0, source or "")
        severity = labels.values.get(finding.severity, finding.severity)
        quotes = [_quoted(quote, source) for quote in (first, second) if quote is not None]
        yield Heading(2, write_message(finding, language))
        yield Quotes(f"{severity} {finding.rule}", tuple(quotes))


def _quoted(quote: Quote, source: str | None) -> tuple[int, str]:
    """The words of a quote with their line, and with their report where it is another one."""
    return quote.line, quote.text if quote.source == source else f"{quote.text} ({quote.source})"
