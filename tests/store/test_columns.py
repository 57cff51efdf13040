"""The tables hold the contract, and say so themselves."""

import duckdb
import pytest

from reportcli.model import Keyword, Observation, Report, Section, Statement, SummarySentence
from reportcli.rendering.labels import ZH
from reportcli.store import EXPORTS
from reportcli.store.tables import BY_NAME, TABLES
from reportcli.store.views import VIEWS

LISTS = {"keywords", "summary", "sections", "observations", "statements"}


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("reports", Report),
        ("sections", Section),
        ("observations", Observation),
        ("statements", Statement),
        ("keywords", Keyword),
        ("summaries", SummarySentence),
    ],
)
def test_each_field_of_the_contract_has_a_column(table, record):
    columns = {column.name for column in BY_NAME[table].columns}
    assert {*record.__struct_fields__} - LISTS - {"source"} <= columns


def test_each_table_view_and_column_has_its_comment(database):
    database.close()
    with duckdb.connect(str(database.path), read_only=True) as connection:
        columns = connection.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
        views = connection.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
    comments = {(table, column): comment for table, column, comment in columns}
    for table in TABLES:
        for column in table.columns:
            assert comments[table.name, column.name] == column.comment
    assert dict(views) == {name: comment for name, (comment, _) in VIEWS.items()}


def test_what_is_exported_has_names_in_chinese_that_differ(database):
    for table in EXPORTS:
        columns, _ = database.rows(table)
        names = [ZH.columns[column] for column in columns]
        assert len({*names}) == len(names), table
        assert table in ZH.tables
