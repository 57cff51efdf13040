"""Files of other versions, of other processes, and files that are no database."""

import subprocess
import sys
from contextlib import closing

import duckdb
import pytest
from dumping import dump
from towns import TOWN, report_of, written

from reportcli.errors import StoreError
from reportcli.store import Changes, Database, lines_of
from reportcli.store.tables import TABLES, VERSION

# The tables as version 1 had them, column by column.
FIRST_TABLES = """
CREATE TABLE reports (sha256 VARCHAR, made_with VARCHAR, schema INTEGER, encoding VARCHAR, doc_type VARCHAR,
    title VARCHAR, place VARCHAR, place_code VARCHAR, year INTEGER, published DATE);
CREATE TABLE sources (source VARCHAR, sha256 VARCHAR);
CREATE TABLE sections (report VARCHAR, number INTEGER, title VARCHAR, region VARCHAR, region_code VARCHAR, role VARCHAR,
    level INTEGER, start INTEGER, "end" INTEGER, line INTEGER);
CREATE TABLE observations (report VARCHAR, section INTEGER, number INTEGER, kind VARCHAR, indicator VARCHAR,
    canonical VARCHAR, measure VARCHAR, value DECIMAL(38,12), upper DECIMAL(38,12), value_text VARCHAR,
    upper_text VARCHAR, unit VARCHAR, bound VARCHAR, period VARCHAR, region VARCHAR, region_code VARCHAR, quote VARCHAR,
    start INTEGER, "end" INTEGER, sentence_start INTEGER, sentence_end INTEGER, line INTEGER, locator VARCHAR,
    headline BOOLEAN, scope VARCHAR, rate VARCHAR, base_period VARCHAR, basis VARCHAR, commitment VARCHAR,
    estimated BOOLEAN, among VARCHAR, sentence VARCHAR);
CREATE TABLE statements (report VARCHAR, section INTEGER, number INTEGER, kind VARCHAR, indicator VARCHAR,
    canonical VARCHAR, period VARCHAR, region VARCHAR, region_code VARCHAR, text VARCHAR, start INTEGER, "end" INTEGER,
    line INTEGER, locator VARCHAR);
CREATE TABLE keywords (report VARCHAR, section INTEGER, number INTEGER, text VARCHAR, weight DOUBLE);
CREATE TABLE summaries (report VARCHAR, section INTEGER, number INTEGER, text VARCHAR, start INTEGER, "end" INTEGER);
CREATE TABLE skipped (source VARCHAR, problem VARCHAR, remedy VARCHAR);
CREATE TABLE meta (key VARCHAR, value VARCHAR);
INSERT INTO meta VALUES ('version', '1');
INSERT INTO reports VALUES ('ab', 'made', 1, 'utf-8', 'other', '桥头镇总结', '桥头镇', NULL, 2024, '2024-01-05');
INSERT INTO sources VALUES ('town.txt', 'ab');
INSERT INTO sections VALUES ('ab', 0, NULL, '桥头镇', NULL, 'other', 0, 0, 20, 1);
INSERT INTO observations VALUES ('ab', 0, 0, 'goal', '收入', NULL, 'growth', 7, NULL, '7.0', NULL, '%', '=', '2024',
    '桥头镇', NULL, '7.0%', 10, 14, 5, 20, 1, NULL, true, 'place', 'yoy', NULL, NULL, NULL, false, NULL, '增长7.0%。');
INSERT INTO statements VALUES ('ab', 0, 0, 'goal', NULL, NULL, '2024', '桥头镇', NULL, '增长7.0%。', 5, 20, 1, NULL);
INSERT INTO skipped VALUES ('empty.txt', 'the file is empty', 'Fill it.');
"""

HOLD = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def first(tmp_path):
    path = tmp_path / "first.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(FIRST_TABLES)
    return path


@pytest.mark.parametrize("write", [False, True])
def test_a_file_of_version_1_is_brought_up_to_date(first, write):
    with Database(first, write=write) as database:
        assert [(each.observation.value, each.sentence) for each in database.records()] == [(7, "增长7.0%。")]
        assert [*database.rows("skipped")[1]] == [("empty.txt", "the file is empty", "Fill it.", None)]
    assert ("version", str(VERSION)) in dump(first)["meta"]
    new = first.with_name("new.duckdb")
    Database(new, write=True).close()
    assert shape(first) == shape(new)


def shape(path):
    """All tables, views and columns with their types and comments."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
        ).fetchall()


def test_a_file_brought_up_to_date_takes_reports(first):
    report = report_of(TOWN)
    with Database(first, write=True) as database:
        database.write(Changes([lines_of(report, "made")], {"town.txt": report.sha256}), {})
        assert len(written(database.records())) == 6


def test_a_file_of_a_newer_version_is_left_alone(tmp_path):
    path = tmp_path / "newer.duckdb"
    Database(path, write=True).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'version'")
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(StoreError, match=r"newer version of reportcli \(tables 99, known here are"):
            Database(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no database", b"\x00" * 20_000, "一、工作回顾\n".encode() * 900])
def test_a_file_that_is_no_database_is_left_alone(tmp_path, content):
    path = tmp_path / "block.txt"
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(StoreError, match="no DuckDB database"):
            Database(path, write=write)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE towns (name VARCHAR)")
    for write in (False, True):
        with pytest.raises(StoreError, match="other tables"):
            Database(path, write=write)


def test_what_cannot_be_a_database_is_told(tmp_path):
    with pytest.raises(StoreError, match="this is a folder"):
        Database(tmp_path, write=True)
    with pytest.raises(StoreError, match="there is no folder"):
        Database(tmp_path / "none" / "a.duckdb", write=True)
    with pytest.raises(StoreError, match="no such database"):
        Database(tmp_path / "none.duckdb")
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_another_process_holds_is_told(tmp_path):
    path = tmp_path / "held.duckdb"
    Database(path, write=True).close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        for write in (False, True):
            with pytest.raises(StoreError, match=f"process {holder.pid} has this database open"):
                Database(path, write=write)
        holder.communicate()
    Database(path, write=True).close()


def test_several_can_read_at_once(tmp_path):
    path = tmp_path / "read.duckdb"
    Database(path, write=True).close()
    code = "import sys; from reportcli.store import Database; Database(sys.argv[1])"
    with closing(Database(path)):
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_each_table_is_in_version_1_too(first):
    with duckdb.connect(str(first), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert tables == {table.name for table in TABLES}
