"""The tables of the overview: main targets, results, parts of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportcli.model import Observation, Section, Statement
from reportcli.patterns import regex
from reportcli.rendering.blocks import Column, Table, drop_empty_columns
from reportcli.rendering.figures import write_result
from reportcli.rendering.indicators import Years
from reportcli.rendering.labels import Labels
from reportcli.rendering.plain import columns_of, shorten
from reportcli.rendering.targets import Target

_TASKS = 2
# Of the line of a part of the plan: what its numbers and the gaps take, and the share of its title in the rest.
_NUMBERS, _TITLE_SHARE = 16, 0.44

# Where a heading may be cut (坚持创新驱动，加快建设), and what parts the clauses of a sentence.
_PAUSE = regex(r"[，,；;：:。]")
_CLAUSES = regex(r"[，,；;：:。、]")

Texts = Mapping[int, Statement]


def lay_targets(targets: Sequence[Target], texts: Texts, years: Years, labels: Labels) -> Table:
    """A row a target: the result before it, the goal, the goal for later."""
    ends = {(found.period or "").rpartition("/")[2][:4] for target in targets for found in target.later}
    return drop_empty_columns(
        (
            Column(labels.main_targets),
            Column(labels.result_of.format(years.result) if years.result else labels.result, figures=True),
            Column(labels.goal_of.format(years.goal) if years.goal else labels.goal, figures=True),
            Column(labels.goal_of.format(*ends) if len(ends) == 1 else labels.later_goal, figures=True),
            Column(labels.lines, figures=True),
        ),
        [
            (
                target.name,
                _tell(target.results, texts),
                _tell_worded(target.worded) if target.worded else _tell(target.goals, texts),
                _tell(target.later, texts),
                _lines((*target.results, *target.goals, *target.later), target.worded),
            )
            for target in targets
        ],
    )


def lay_results(
    results: Iterable[Sequence[Observation]], texts: Texts, years: Years, labels: Labels, *, others: bool
) -> Table:
    """A row an indicator: what was reached and how it changed; `others` tells that targets were told before."""
    rows: list[tuple[str, ...]] = []
    for figures in results:
        reached = [found for found in figures if found.measure != "growth"][:1]
        changed = [found for found in figures if found.measure == "growth"][:1]
        rows.append((figures[0].indicator, _tell(reached, texts), _tell(changed, texts), _lines((*reached, *changed))))
    return drop_empty_columns(
        (
            Column(labels.other_results if others else labels.main_results),
            Column(labels.result_of.format(years.result) if years.result else labels.result, figures=True),
            Column(labels.change, figures=True),
            Column(labels.lines, figures=True),
        ),
        rows,
    )


def lay_parts(parts: Sequence[Section], most: int, labels: Labels, width: int | None) -> Table:
    """A row a part of the plan: how many goals it has, and two of its tasks; each fits a line of `width` columns.

    Of more than `most` parts the others are only counted.
    """
    room = width - _NUMBERS if width else None
    title_room = round(room * _TITLE_SHARE) if room else None
    task_room = (room - title_room - 2) // _TASKS if room and title_room else None
    return Table(
        (
            Column(labels.parts),
            Column(labels.goals, figures=True),
            Column(labels.tasks),
            Column(labels.lines, figures=True),
        ),
        tuple(
            (
                _shorten_title(part.title or "", title_room),
                str(sum(found.kind == "goal" for found in part.observations)),
                "; ".join(_tasks(part, task_room)),
                str(part.line),
            )
            for part in parts[:most]
        )
        + ((labels.more_parts.format(len(parts) - most), "", "", ""),) * (len(parts) > most),
    )


def _tasks(part: Section, columns: int | None) -> list[str]:
    """Two tasks with their numbers, such as take at most so many columns; one longer one where there are none."""
    texts = {found.start: found for found in part.statements}
    tasks = dict.fromkeys(
        found.indicator + _tell([found], texts)
        for found in part.observations
        # The main targets were told, and a name of two characters says too little without its sentence.
        if found.kind == "goal" and found.scope == "place" and not found.headline and len(found.indicator) > 2
    )
    if columns is None:
        return [*tasks][:_TASKS]
    brief = [task for task in tasks if columns_of(task) <= columns]
    return brief[:_TASKS] or [task for task in tasks if columns_of(task) <= _TASKS * columns][:1]


def _tell(figures: Iterable[Observation], texts: Texts) -> str:
    """Figures in words, a growth that was reached as a signed one."""
    return "; ".join(
        write_result(found, texts[found.sentence_start].text if found.sentence_start in texts else None)
        for found in figures
    )


def _tell_worded(statement: Statement) -> str:
    """What a target without a number asks for: 与经济增长同步 of what it opens with, else the whole clause."""
    name = statement.indicator or ""
    clause = next((clause for clause in _CLAUSES.split(statement.text) if name in clause), statement.text)
    return clause.removeprefix(name) or clause


def _lines(figures: Iterable[Observation], statement: Statement | None = None) -> str:
    lines = {found.line for found in figures} | ({statement.line} if statement else set())
    return "/".join(map(str, sorted(lines)))


def _shorten_title(title: str, columns: int | None) -> str:
    """The heading, where it is too long up to a pause in it."""
    if columns is None or columns_of(title) <= columns:
        return title
    pause = _PAUSE.search(title)
    return shorten(title[: pause.start()] + "..." if pause else title, columns)
