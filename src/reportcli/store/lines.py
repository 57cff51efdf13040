"""A report as JSON lines, a line a row of each table: what is loaded into the database in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from reportcli.model import Keyword, Report, Section, SummarySentence
from reportcli.store.tables import KEYWORDS, OBSERVATIONS, REPORTS, SECTIONS, STATEMENTS, SUMMARIES

# Digit by digit: as a JSON number a decimal would pass through a float.
_ENCODER = msgspec.json.Encoder(decimal_format="string")
_OF_SECTION = ("title", "region", "region_code", "role", "level", "start", "end", "line")
_OF_REPORT = ("sha256", "schema", "encoding", "doc_type", "title", "place", "place_code", "year", "published")


class Lines(Struct, frozen=True):
    """The rows of one report, by table: `tables[name]` are lines of JSON, each with its line end."""

    sha256: str
    tables: dict[str, bytes]


def lines_of(report: Report, made_with: str) -> Lines:
    """The rows of a report that has a hash; `made_with` is the hash of what they depend on besides its content."""
    sha256 = report.sha256
    if sha256 is None:
        raise ValueError("a report without a hash has no name in the database")
    tables = {
        REPORTS.name: [_ENCODER.encode(_fields(report, _OF_REPORT) | {"made_with": made_with})],
        SECTIONS.name: [
            _row(sha256, {"number": number} | _fields(section, _OF_SECTION))
            for number, section in enumerate(report.sections)
        ],
        OBSERVATIONS.name: [*_observations(sha256, report.sections)],
        STATEMENTS.name: [*_statements(sha256, report.sections)],
        KEYWORDS.name: [*_lists(sha256, report.keywords, (section.keywords for section in report.sections))],
        SUMMARIES.name: [*_lists(sha256, report.summary, (section.summary for section in report.sections))],
    }
    return Lines(sha256, {name: b"".join(line + b"\n" for line in lines) for name, lines in tables.items()})


def _observations(sha256: str, sections: Iterable[Section]) -> Iterator[bytes]:
    number = first = 0
    for at, section in enumerate(sections):
        statements: dict[int, int] = {}
        for of_report, statement in enumerate(section.statements, start=first):
            statements.setdefault(statement.start, of_report)
        for found in section.observations:
            statement_number = statements.get(found.sentence_start)
            yield _row(sha256, {"section": at, "number": number, "statement": statement_number}, found)
            number += 1
        first += len(section.statements)


def _statements(sha256: str, sections: Iterable[Section]) -> Iterator[bytes]:
    number = 0
    for at, section in enumerate(sections):
        for found in section.statements:
            yield _row(sha256, {"section": at, "number": number}, found)
            number += 1


def _lists(
    sha256: str,
    whole: Iterable[Keyword | SummarySentence],
    of_sections: Iterable[Iterable[Keyword | SummarySentence]],
) -> Iterator[bytes]:
    for section, items in ((None, whole), *enumerate(of_sections)):
        for number, item in enumerate(items):
            yield _row(sha256, {"section": section, "number": number}, item)


def _fields(record: Struct, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(record, name) for name in names}


def _row(sha256: str, where: dict[str, object], record: Struct | None = None) -> bytes:
    """A line with its report, what is in `where`, and the fields of `record`."""
    opening = _ENCODER.encode({"report": sha256} | where)
    return opening if record is None else opening[:-1] + b"," + _ENCODER.encode(record)[1:]
