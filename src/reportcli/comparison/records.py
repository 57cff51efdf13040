"""What is compared across reports: the figures in them, and the places that they speak of, with figures or without."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.model import Mention, Record, Report


def records_of(report: Report) -> Iterator[Record]:
    """The observations of a report, in the order of its text."""
    for section in report.sections:
        sentences = {statement.start: statement.text for statement in section.statements}
        for found in section.observations:
            yield Record(
                source=report.source,
                place=report.place,
                place_code=report.place_code,
                year=report.year,
                published=report.published,
                sentence=sentences.get(found.sentence_start),
                observation=found,
            )


def mentions_of(report: Report) -> Iterator[Mention]:
    """The places that a report has parts on; its own place where it has parts on no other."""
    parts = dict.fromkeys((each.region, each.region_code) for each in report.sections)
    others: list[tuple[str | None, str | None]]
    others = [(name, code) for name, code in parts if name not in {None, report.place}]
    for name, code in others or [(report.place, report.place_code)]:
        yield Mention(report.source, report.place, report.place_code, report.year, name, code)


def mention_of(record: Record) -> Mention:
    """The place that a record is of, and its kind and time."""
    found = record.observation
    region, code = region_of(record)
    return Mention(record.source, record.place, record.place_code, record.year, region, code, found.kind, found.period)


def region_of(record: Record) -> tuple[str | None, str | None]:
    """The name and the code of the place that a record is of."""
    found = record.observation
    region = found.region or record.place
    return region, found.region_code or (record.place_code if region == record.place else None)
