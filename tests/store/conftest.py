import pytest
from towns import TOWN, report_of

from reportcli.store import Database, lines_of


@pytest.fixture
def report():
    return report_of(TOWN)


@pytest.fixture
def lines(report):
    return lines_of(report, "made")


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "reports.duckdb", write=True) as opened:
        yield opened
