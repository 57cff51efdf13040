import csv
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook
from test_commands import run
from towns_on_disk import write_towns

from reportcli.cli.export import TableName
from reportcli.rendering.labels import ZH
from reportcli.store import EXPORTS

EVIL = "云溪乡2024年工作总结\n\n=SUM(A1)工程建设\n2024年全乡完成投资1.50亿元，增长-3.0%。\n@某公司完成产值2亿元。\n"


@pytest.fixture
def db(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_towns(Path("towns"), 5)
    Path("towns/evil.txt").write_text(EVIL, encoding="utf-8")
    Path("towns/empty.txt").write_bytes(b"")
    run("batch", "towns", "--db", "a.duckdb", "--jobs", "1", code=6)
    return "a.duckdb"


@pytest.mark.parametrize("format", ["csv", "tsv", "jsonl"])
@pytest.mark.parametrize("table", ["observations", "keywords"])
def test_rows_are_those_of_the_other_commands(db, format, table):
    command = {"observations": "extract", "keywords": "keywords"}[table]
    reports = sorted(str(path) for path in Path("towns").glob("*.txt") if path.stat().st_size)
    expected = run(command, *reports, "--format", format).stdout
    assert run("export", "--db", db, "--table", table, "--format", format).stdout == expected
    output = f"a.{format}"
    assert run("export", "--db", db, "--table", table, "--output", output).stdout == ""
    assert Path(output).read_text(encoding="utf-8") == expected


def test_each_table_is_exported(db):
    assert tuple(TableName) == EXPORTS
    for table in TableName:
        rows = [*csv.DictReader(io.StringIO(run("export", "--db", db, "--table", table).stdout))]
        assert rows, table
        assert next(iter(rows[0])) == "source"
        assert [row["source"] for row in rows] == sorted(row["source"] for row in rows)
    assert rows == [
        {
            "source": "towns/empty.txt",
            "problem": "the file is empty",
            "remedy": "Give a file with a report's text in it.",
            "sha256": rows[0]["sha256"],
        }
    ]


def test_goals_and_achievements_are_the_observations(db):
    def lines(table):
        return run("export", "--db", db, "--table", table).stdout.splitlines()[1:]

    assert sorted(lines("goals") + lines("achievements")) == sorted(lines("observations"))


def test_a_csv_may_begin_with_a_mark_for_excel(db):
    run("export", "--db", db, "--table", "goals", "--output", "a.csv", "--bom", "--lang", "zh")
    content = Path("a.csv").read_bytes()
    assert content.startswith("\ufeff来源,地区,年份,章节,类型,指标,".encode())


def test_text_is_no_formula(db):
    rows = csv.DictReader(io.StringIO(run("export", "--db", db, "--table", "statements").stdout))
    texts = [row["text"] for row in rows if row["source"] == "towns/evil.txt"]
    assert "'@某公司完成产值2亿元。" in texts
    assert not [text for text in texts if text[0] in "=+-@"]


def test_a_workbook_has_a_sheet_a_table_with_numbers(db):
    run("export", "--db", db, "--output", "a.xlsx", "--lang", "zh")
    book = load_workbook("a.xlsx")
    tables = [table for table in TableName if table not in ("goals", "achievements", "latest")]
    assert book.sheetnames == [ZH.tables[table] for table in tables]
    heading, *rows = book["数据"].iter_rows(values_only=True)
    found = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [row["数值"] for row in found if row["来源"] == "towns/evil.txt"] == [1.5, -3, 2]
    assert all(isinstance(row["行"], int) for row in found)
    assert any(row["句子"] and "固定资产投资" in row["句子"] for row in found)
    run("export", "--db", db, "--table", "goals", "--table", "latest", "--output", "b.xlsx", "--lang", "en")
    assert load_workbook("b.xlsx").sheetnames == ["goals", "latest"]


def test_parquet_has_typed_columns(db):
    run("export", "--db", db, "--table", "observations", "--output", "a.parquet")
    rows = duckdb.sql("SELECT value, year, headline FROM 'a.parquet' WHERE source = 'towns/evil.txt'").fetchall()
    assert rows[0] == (Decimal("1.5"), 2024, False)
    run("export", "--db", db, "--table", "goals", "--output", "b.parquet", "--lang", "zh")
    assert duckdb.sql("SELECT * FROM 'b.parquet'").columns[:3] == ["来源", "地区", "年份"]


def test_numbers_are_written_digit_by_digit(db):
    line = run("export", "--db", db, "--table", "observations", "--format", "jsonl").stdout.splitlines()[0]
    assert '"value":1.50,' in line
    assert json.loads(line)["source"] == "towns/evil.txt"


def test_what_cannot_be_is_told(db, monkeypatch):
    assert "name it with --table" in run("export", "--db", db, "--output", "a.csv", code=2).output
    assert "no text" in run("export", "--db", db, "--format", "xlsx", code=2).output
    assert "no text" in run("export", "--db", db, "--table", "goals", "--format", "parquet", code=2).output
    assert "add --format" in run("export", "--db", db, "--table", "goals", "--output", "a.doc", code=2).output
    assert "--bom" in run("export", "--db", db, "--table", "goals", "--format", "jsonl", "--bom", code=2).output
    assert "is one of the inputs" in str(
        run("export", "--db", db, "--format", "xlsx", "--output", db, code=1).exception
    )
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert "needs the library xlsxwriter" in str(run("export", "--db", db, "--output", "a.xlsx", code=1).exception)
    assert {path.suffix for path in Path().iterdir()} == {"", ".duckdb"}


def test_a_file_that_was_there_stays_where_the_new_one_fails(db, monkeypatch):
    Path("a.xlsx").write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reportcli.rendering.xlsx._write_sheet", fail)
    assert "No space left" in str(run("export", "--db", db, "--output", "a.xlsx", code=1).exception)
    assert Path("a.xlsx").read_text(encoding="utf-8") == "old"
    assert not [path for path in Path().iterdir() if "part" in path.name]
