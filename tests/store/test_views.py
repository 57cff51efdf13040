import duckdb
import pytest
from towns import TOWN, report_of

from reportcli.store import Changes, lines_of


@pytest.fixture
def ask(database):
    reports = [
        report_of(TOWN),
        report_of(TOWN.replace("2025", "2026").replace("2024", "2025").replace("1.20亿", "1.35亿"), "later.txt"),
    ]
    for report in reports:
        database.write(Changes([lines_of(report, "made")], {report.source: report.sha256}), {})
    database.close()
    with duckdb.connect(str(database.path), read_only=True) as connection:
        yield lambda query: connection.execute(query).fetchall()


def test_goals_and_achievements_are_figures_with_their_file_place_and_year(ask):
    assert ask("SELECT source, place, year, indicator, measure, value::DOUBLE, period FROM goals ORDER BY ALL") == [
        ("later.txt", "桥头镇", 2026, "一般公共预算收入", "growth", 7, "2026"),
        ("later.txt", "桥头镇", 2026, "固定资产投资", "growth", 10, "2026"),
        ("town.txt", "桥头镇", 2025, "一般公共预算收入", "growth", 7, "2025"),
        ("town.txt", "桥头镇", 2025, "固定资产投资", "growth", 10, "2025"),
    ]
    assert ask("SELECT count(*) FROM achievements") == [(10 - 2,)]


def test_latest_is_the_last_figure_of_each_indicator(ask):
    assert ask("SELECT canonical, measure, kind, value::DOUBLE, period FROM latest ORDER BY ALL") == [
        ("一般公共预算收入", "growth", "achievement", 7, "2025"),
        ("一般公共预算收入", "growth", "goal", 7, "2026"),
        ("一般公共预算收入", "level", "achievement", 1.35, "2025"),
        ("固定资产投资", "growth", "goal", 10, "2026"),
    ]
