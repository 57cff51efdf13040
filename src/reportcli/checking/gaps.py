"""Main indicators with a goal and no result, or a result and no goal."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure
from reportcli.model import Kind, Role
from reportcli.patterns import regex
from reportcli.rendering.figures import write_figure

_SPACE = regex(r"\s+")


def find_goals_without_result(draft: Draft) -> Iterator[Oddity]:
    """Each main target whose indicator is not spoken of where it looks back."""
    return _find_alone(draft, "goal", "achievement")


def find_results_without_goal(draft: Draft) -> Iterator[Oddity]:
    """Each main result whose indicator is not aimed at in the report, in words either."""
    return _find_alone(draft, "achievement", "goal")


def _find_alone(draft: Draft, kind: Kind, missing: Kind) -> Iterator[Oddity]:
    if {"goal", "achievement"} - {record.observation.kind for record in draft.records if record.observation.headline}:
        return  # without main targets, or without results, nothing is missing
    year = str((draft.report.year or 0) - (kind == "achievement"))
    there = {record.observation.canonical for record in draft.records if record.observation.kind == missing}
    there |= {each.canonical for part in draft.report.sections for each in part.statements if each.kind == missing}
    spoken = _SPACE.sub("", "".join(_texts(draft, "review" if missing == "achievement" else "plan")))
    told: set[str] = set()
    for record in draft.records:
        found = record.observation
        if (
            found.kind == kind
            and found.headline
            and found.scope == "place"
            and found.period == year
            and found.canonical is not None
            and found.unit  # no structure, whose parts are no goals
            and found.canonical not in told
            and not any(_covers(other, found.canonical) for other in there if other)
            and not any(name in spoken for name in (found.indicator, found.canonical))
        ):
            told.add(found.canonical)
            yield Oddity(quote_figure(record), None, (found.indicator, write_figure(found)))


def _texts(draft: Draft, role: Role) -> Iterator[str]:
    """The text of the parts that look back, or ahead."""
    return (
        draft.document.text[section.start : section.end]
        for section in draft.report.sections
        if section.role in {role, "mixed"}
    )


def _covers(other: str, name: str) -> bool:
    """Whether one indicator is the other's more, or less, exactly named: 居民人均可支配收入, 农村居民人均可支配收入."""
    return name.endswith(other) or other.endswith(name)
