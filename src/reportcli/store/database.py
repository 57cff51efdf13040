"""What is written into the database, and what is asked of it."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

import duckdb
import msgspec
from msgspec import Struct

from reportcli.errors import StoreError
from reportcli.model import Cell, Mention, Record, Skipped
from reportcli.store import exports, records
from reportcli.store.lines import Lines
from reportcli.store.loading import inserting
from reportcli.store.opening import open_to_read, open_to_write
from reportcli.store.records import Filters
from reportcli.store.tables import BY_NAME, REPORTS, SKIPPED, SOURCES, TABLES, Table

_ENCODER = msgspec.json.Encoder()
_OF_REPORT = tuple(table.name for table in TABLES if table.of_report)


class Unread(Struct, frozen=True):
    """A file that was skipped, and the hash of its bytes where they could be read."""

    skipped: Skipped
    sha256: str | None


class Changes(Struct, frozen=True):
    """What is written in one transaction: all of it is in the file afterwards, or nothing.

    `reports` replace those with the same hash; `sources` say which report is in which file; `unread` files are listed
    with their reasons until they can be read; `gone` are files to forget. A report that is in no file any more is
    removed.
    """

    reports: Sequence[Lines] = ()
    sources: Mapping[str, str] = {}
    unread: Sequence[Unread] = ()
    gone: Collection[str] = ()


class Database:
    """A database of reports; a context manager, after which it is closed.

    `Database(path)` reads and may be open in several processes at once; with `write` it is made where there is none,
    and no other process can open it. Raises StoreError where the file cannot be opened or is no database of ours.
    """

    def __init__(self, path: str | Path, *, write: bool = False) -> None:
        self.path = Path(path)
        self._connection = (open_to_write if write else open_to_read)(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def sources(self) -> dict[str, str]:
        """The hash of the report that is in each file."""
        return dict(self._connection.execute("SELECT source, sha256 FROM sources").fetchall())

    def skipped(self) -> set[str]:
        """The files that could not be read."""
        return {source for (source,) in self._connection.execute("SELECT source FROM skipped").fetchall()}

    def reports(self) -> dict[str, str]:
        """What each report was made with, by its hash."""
        return dict(self._connection.execute("SELECT sha256, made_with FROM reports").fetchall())

    def write(self, changes: Changes, meta: Mapping[str, str]) -> None:
        """Write `changes`, and what made them into the table meta."""
        try:
            self._write(changes, meta)
        except (duckdb.Error, OSError) as error:
            raise StoreError(
                f"{self.path}: cannot be written ({str(error).splitlines()[0]})",
                "Look whether the disk is full; what was written before is safe.",
            ) from error

    def _write(self, changes: Changes, meta: Mapping[str, str]) -> None:
        touched = [*changes.sources, *changes.gone]
        with tempfile.TemporaryDirectory(prefix="reportcli-") as folder:
            self._connection.begin()
            try:
                self._remove(_OF_REPORT, "report", [lines.sha256 for lines in changes.reports])
                self._remove([REPORTS.name], "sha256", [lines.sha256 for lines in changes.reports])
                self._remove([SOURCES.name], "source", touched)
                self._remove([SKIPPED.name], "source", [*touched, *(each.skipped.source for each in changes.unread)])
                for table, lines in _lines_by_table(changes).items():
                    self._load(BY_NAME[table], lines, Path(folder, f"{table}.jsonl"))
                if touched:
                    self._remove_orphans()
                for key, value in meta.items():
                    self._connection.execute("DELETE FROM meta WHERE key = ?", [key])
                    self._connection.execute("INSERT INTO meta VALUES (?, ?)", [key, value])
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise

    def _load(self, table: Table, lines: Sequence[bytes], path: Path) -> None:
        with path.open("wb") as file:
            file.writelines(lines)
        largest = max(len(line) for chunk in lines for line in chunk.splitlines())
        self._connection.execute(inserting(table, largest), [str(path)])

    def _remove(self, tables: Iterable[str], column: str, values: Sequence[str]) -> None:
        if values:
            for table in tables:
                self._connection.execute(
                    f'DELETE FROM "{table}" WHERE "{column}" IN (SELECT unnest(?::VARCHAR[]))', [list(values)]
                )

    def _remove_orphans(self) -> None:
        found = self._connection.execute(
            "SELECT sha256 FROM reports WHERE sha256 NOT IN (SELECT sha256 FROM sources)"
        ).fetchall()
        orphans = [sha256 for (sha256,) in found]
        self._remove(_OF_REPORT, "report", orphans)
        self._remove([REPORTS.name], "sha256", orphans)

    def records(self, *, sentences: bool = True, **filters: Unpack[Filters]) -> Iterator[Record]:
        """The observations asked for, each with its report, in the order of the files and their texts.

        Only what is asked for is read from the file; without `sentences` a third of it is not, and records have none.
        """
        return records.fetch(self._connection, filters, sentences=sentences)

    def mentions(self) -> list[Mention]:
        """The places that the reports have parts on, and those of their figures with the kinds and times of these."""
        return records.fetch_parts(self._connection) + self.told()

    def told(self, **filters: Unpack[Filters]) -> list[Mention]:
        """The places of the observations asked for, with the kinds and times of these."""
        return records.fetch_told(self._connection, filters)

    def rows(self, table: str) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
        """The columns of one of EXPORTS, and its rows, each with its file, place and year."""
        return exports.fetch(self._connection, table)

    def write_parquet(self, table: str, path: Path, names: Mapping[str, str]) -> None:
        """Write one of EXPORTS to a Parquet file; `names` are other names for its columns."""
        exports.copy(self._connection, table, path, names)


def _lines_by_table(changes: Changes) -> dict[str, list[bytes]]:
    """The JSON lines of all changes, by table, without tables that have none."""
    tables: dict[str, list[bytes]] = {}
    for report in changes.reports:
        for name, lines in report.tables.items():
            tables.setdefault(name, []).append(lines)
    tables[SOURCES.name] = [
        _ENCODER.encode({"source": source, "sha256": sha256}) + b"\n" for source, sha256 in changes.sources.items()
    ]
    tables[SKIPPED.name] = [
        _ENCODER.encode(msgspec.structs.asdict(each.skipped) | {"sha256": each.sha256}) + b"\n"
        for each in changes.unread
    ]
    return {name: lines for name, lines in tables.items() if any(lines)}
