"""A file to a connection: what is no database of ours is told as a StoreError."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import duckdb

from reportcli.errors import StoreError
from reportcli.patterns import regex
from reportcli.store.migrations import founding, migrating
from reportcli.store.tables import VERSION

# Nothing is ever loaded from the network.
_Configuration = dict[str, str | bool | int | float | list[str]]
_READING: _Configuration = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# Who writes has other processes at work on the other cores, and takes no more memory for a larger file. Checkpoints are
# costly, and what waits for one is as safe in the log.
_WRITING: _Configuration = {**_READING, "memory_limit": "128MB", "threads": 1, "checkpoint_threshold": "64MB"}
_HOLDER = regex(r"\(PID (\d+)\)")


def open_to_write(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the database at `path`, which is made where there is none, and brought up to date."""
    connection = _connect(path, read_only=False)
    try:
        tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        if not tables:
            run(connection, founding())
        elif (version := _version_of(connection, path)) < VERSION:
            run(connection, migrating(version))
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the database at `path` that several processes can have at once; it is brought up to date."""
    if not path.exists():
        raise StoreError(f"{path}: no such database", "Make it with reportcli batch, or check the path.")
    connection = _connect(path, read_only=True)
    try:
        current = _version_of(connection, path) == VERSION
    except BaseException:
        connection.close()
        raise
    if current:
        return connection
    connection.close()
    open_to_write(path).close()
    return _connect(path, read_only=True)


def run(connection: duckdb.DuckDBPyConnection, statements: Iterable[str]) -> None:
    """Run the statements in one transaction: all of them are done or none."""
    connection.begin()
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(os.path.abspath(path), read_only=read_only, config=_READING if read_only else _WRITING)
    except duckdb.Error as error:
        raise _explain(path, str(error), read_only=read_only) from error


def _explain(path: Path, message: str, *, read_only: bool) -> StoreError:
    """What DuckDB says of a file that it does not open, with what to do about it."""
    if "Could not set lock" in message or "used by another process" in message:
        holder = _HOLDER.search(message)
        who = f"process {holder[1]}" if holder else "another process"
        return StoreError(f"{path}: {who} has this database open", "Wait until it is done, or end it.")
    if "newer version of DuckDB" in message:
        return StoreError(f"{path}: written by a newer version of DuckDB", "Install a newer duckdb.")
    if path.is_dir():
        return StoreError(f"{path}: this is a folder", "Name a file in it.")
    if not path.parent.is_dir():
        return StoreError(f"{path}: there is no folder {path.parent}", "Name a file in a folder that exists.")
    if path.is_file() and not os.access(path, os.R_OK if read_only else os.R_OK | os.W_OK):
        right = "read" if read_only else "write"
        return StoreError(f"{path}: you may not {right} this file", "Ask for the right to, or name another file.")
    if path.is_file():
        return StoreError(
            f"{path}: this is no DuckDB database, or a damaged one", "Name another file; this one is left as it is."
        )
    return StoreError(f"{path}: cannot be opened ({message.splitlines()[0]})", "Name another file.")


def _version_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    try:
        found = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except duckdb.Error:
        found = None
    if found is None or not str(found[0]).isdigit():
        raise StoreError(f"{path}: holds other tables than those of reports", "Name another file after --db.")
    version = int(found[0])
    if version > VERSION:
        raise StoreError(
            f"{path}: written by a newer version of reportcli (tables {version}, known here are {VERSION})",
            "Install the newer version, or name another file.",
        )
    return version
