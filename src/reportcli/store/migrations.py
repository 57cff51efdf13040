"""How a file of an older version of the tables becomes one of the version that is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportcli.store.tables import TABLES, VERSION, commenting, creating
from reportcli.store.views import creating_views

# What changes the tables of the version before into those of the version that it stands under.
MIGRATIONS: Mapping[int, Sequence[str]] = {
    2: (
        "ALTER TABLE skipped ADD COLUMN sha256 VARCHAR",
        # The sentence was there as text, with each of its figures.
        "ALTER TABLE observations ADD COLUMN statement INTEGER",
        """
        UPDATE observations o SET statement = s.number FROM (
            SELECT report, section, start, min(number) AS number FROM statements GROUP BY ALL
        ) s WHERE s.report = o.report AND s.section = o.section AND s.start = o.sentence_start
        """,
        "ALTER TABLE observations DROP COLUMN sentence",
        # Twelve places were too many to read.
        "ALTER TABLE observations ALTER value TYPE DECIMAL(38,6)",
        "ALTER TABLE observations ALTER upper TYPE DECIMAL(38,6)",
    ),
}


def founding() -> Iterator[str]:
    """The statements that make a new database."""
    for table in TABLES:
        yield from creating(table)
    yield from creating_views()
    yield f"INSERT INTO meta VALUES ('version', '{VERSION}')"


def migrating(version: int) -> Iterator[str]:
    """The statements that bring a database of an older version up to date."""
    for step in range(version + 1, VERSION + 1):
        yield from MIGRATIONS[step]
    for table in TABLES:
        yield from commenting(table)
    yield from creating_views()
    yield f"UPDATE meta SET value = '{VERSION}' WHERE key = 'version'"
