"""Records built by hand."""

import re
from decimal import Decimal
from typing import Any

from reportcli.model import Observation, Record


def figure(quote: str, **fields: Any) -> Observation:
    """A growth of 地区生产总值 reached in 2024, or what `fields` say; value and unit are read from the quote."""
    number = re.match(r"-?\d+(?:\.\d+)?", quote)
    assert number is not None
    usual: dict[str, Any] = {
        **{"kind": "achievement", "indicator": "地区生产总值", "canonical": "地区生产总值", "measure": "growth"},
        **{"value": Decimal(number[0]), "upper": None, "unit": quote[number.end() :], "bound": "=", "period": "2024"},
        **{"region": "甲县", "region_code": None, "quote": quote, "start": 0, "end": len(quote), "sentence_start": 0},
        **{"sentence_end": len(quote), "line": 1, "locator": None, "headline": False, "scope": "place", "rate": None},
        **{"base_period": None, "basis": None, "commitment": None, "estimated": False, "among": None},
    }
    return Observation(**(usual | fields))


def record(
    quote: str, *, source: str = "甲.txt", place: str | None = "甲县", year: int = 2025, **fields: Any
) -> Record:
    """The figure in a report on 2024 of its place."""
    own = {"region": place} | fields
    return Record(source, place, None, year, None, None, figure(quote, **own))
