"""The views: what a person would ask the database for. They hold no data, so they are made anew when they change."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.store.tables import OBSERVATIONS

_OWN = {"report", "section", "number", "statement"}
_OBSERVATION = ", ".join(f'o."{column.name}"' for column in OBSERVATIONS.columns if column.name not in _OWN)

# Of a report that several files hold, the first is told.
FILES = "SELECT sha256 AS report, min(source) AS source FROM sources GROUP BY sha256"

_FIGURES = f"""
    SELECT f.source, r.place, r.place_code, r.year, r.published, s.title AS section, {_OBSERVATION},
           t.text AS sentence, o.report, o.section AS section_number, o.number
    FROM observations o
    JOIN reports r ON r.sha256 = o.report
    JOIN ({FILES}) f ON f.report = o.report
    JOIN sections s ON s.report = o.report AND s.number = o.section
    LEFT JOIN statements t ON t.report = o.report AND t.number = o.statement
"""

# The last year of a period, so that 2021/2025 and 2024-Q3 have their place among years.
_LAST_YEAR = "try_cast(left(split_part(period, '/', -1), 4) AS INTEGER)"

VIEWS = {
    "figures": ("each observation with its file, place, year and section", _FIGURES),
    "goals": ("the figures that are aimed at", "SELECT * FROM figures WHERE kind = 'goal'"),
    "achievements": ("the figures that were reached", "SELECT * FROM figures WHERE kind = 'achievement'"),
    "latest": (
        "of each place, standard indicator, measure and kind the figure of the last period, as the last report has it",
        f"""
        SELECT * FROM figures WHERE canonical IS NOT NULL AND scope = 'place'
        QUALIFY row_number() OVER (
            PARTITION BY place, region, canonical, measure, kind
            ORDER BY {_LAST_YEAR} DESC NULLS LAST, period DESC, year DESC NULLS LAST, headline DESC, source, number
        ) = 1
        """,
    ),
}


def creating_views() -> Iterator[str]:
    """The statements that make the views, in place of older ones."""
    for name, (comment, query) in VIEWS.items():
        yield f"CREATE OR REPLACE VIEW {name} AS {query}"
        yield f"COMMENT ON VIEW {name} IS '{comment}'"
