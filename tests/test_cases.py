"""Texts and the records that must come of them, read from the files of `cases`.

A file is a topic with three lists: `built_on`, what a rule was made from; `bugs`, what was once read wrongly; and
`known_failures`, what is read wrongly today, as strict expected failures: who mends one moves it to the first list.

A case is a text of the report's own words and the full list of observations in it, one a line:

    kind | indicator | measure | number | period | details

The number is bound, value and unit (`>= 5..6 %` is a range), the period `?` where it is left open. The details are what
differs from the usual: `average`, `cumulative`, `base 2006`, `basis 可比价`, `commitment 力争`, `scope firm`,
`estimated`, `among 全市`; `canonical …`, `quote …` and `headline` or `no headline` are compared only where a case tells
them. A line that begins with `?` may be missing; of `甲 or 乙` in a column either will do. Where `statements` are told,
they are the full list too: `kind | text`, and the indicator of a goal without a number.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
import pytest
import yaml
from msgspec import Struct

from reportcli import analyze
from reportcli.model import Bound, Kind, Measure, Observation, Report

FOLDER = Path(__file__).parent / "cases"
# What stands before a case's text, by its role. `none` is a text that brings its own headings.
CONTEXTS = {
    "review": "云溪县政府工作报告\n一、{before}年工作回顾\n",
    "plan": "云溪县政府工作报告\n二、{year}年主要目标任务\n",
    "mixed": "云溪县各镇街{year}年“新春第一会”扫描\n（{year}年2月21日 云溪日报）\n"
    "白沙街道\n白沙街道将抓好项目建设。\n青石镇\n",
    "none": "",
}


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """`year` is the one that the report plans for; `why` says what general fact the case is about."""

    text: str
    expect: tuple[str, ...] = ()
    statements: tuple[str, ...] | None = None
    role: Literal["review", "plan", "mixed", "none"] = "review"
    year: int = 2024
    why: str = ""


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    built_on: tuple[Case, ...] = ()
    bugs: tuple[Case, ...] = ()
    known_failures: tuple[Case, ...] = ()


class Expected(Struct, frozen=True):
    """An observation as a case tells it.

    `columns` are what each of the first five columns may hold, `details` those that are always compared and `asked`
    those that are compared only where they are told.
    """

    columns: tuple[tuple[str, ...], ...]
    details: frozenset[str]
    asked: tuple[tuple[str, str], ...]
    optional: bool

    def fits(self, o: Observation) -> bool:
        return all(value in choice for value, choice in zip(_columns(o), self.columns, strict=True))


def _topics() -> Iterator[tuple[str, Topic]]:
    for path in sorted(FOLDER.glob("*.yaml")):
        yield path.stem, msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Topic)


def _cases() -> list[Any]:
    cases = []
    failing = pytest.mark.xfail(strict=True, raises=pytest.fail.Exception)
    for stem, topic in _topics():
        for origin in Topic.__struct_fields__:
            marks = [failing] if origin == "known_failures" else []
            for number, case in enumerate(getattr(topic, origin), 1):
                cases.append(pytest.param(case, marks=marks, id=f"{stem}-{origin}-{number}"))
    return cases


@pytest.mark.parametrize("case", _cases())
def test_a_text_gives_its_records_and_no_others(case: Case) -> None:
    before = CONTEXTS[case.role].format(before=case.year - 1, year=case.year)
    report = analyze(f"{before}{case.text}\n")
    problems = _compare_observations(case, report, len(before))
    if case.statements is not None:
        told = [" | ".join(part.strip() for part in line.split("|")) for line in case.statements]
        problems += _differences(told, _statements(report, len(before)))
    if problems:
        pytest.fail("\n".join([case.text, *problems]), pytrace=False)


def test_every_list_of_cases_says_why_where_the_program_was_or_is_wrong() -> None:
    topics = dict(_topics())
    unexplained = [c.text for t in topics.values() for c in (*t.bugs, *t.known_failures) if not c.why]
    assert not unexplained
    texts = [c.text for t in topics.values() for c in (*t.built_on, *t.bugs, *t.known_failures)]
    assert len(texts) == len(set(texts)) >= 150


def test_every_line_of_a_case_can_come_true() -> None:
    """A misspelt line among the known failures would fail for ever, whatever is mended."""
    kind, measure, bound = (f"(?:{'|'.join(get_args(t))})" for t in (Kind, Measure, Bound))
    period = r"\d{4}(?:-(?:S[12]|Q[1-4]|\d\d))?(?:/\d{4}(?:-\d\d)?)?|\?"
    columns = [kind, r"\S+", measure, rf"{bound} -?[\d.]+(?:\.\.[\d.]+)?(?: \S+)?", period]
    details = (
        r"average|cumulative|estimated|(?:no )?headline|(?:base|basis|commitment|scope|among|canonical|quote) \S.*"
    )
    for _, topic in _topics():
        for case in (*topic.built_on, *topic.bugs, *topic.known_failures):
            for line, item in zip(case.expect, map(_read, case.expect), strict=True):
                for pattern, choices in zip(columns, item.columns, strict=True):
                    assert all(re.fullmatch(pattern, choice) for choice in choices), line
                assert all(re.fullmatch(details, d) for d in item.details - {"yoy"}), line


def _compare_observations(case: Case, report: Report, start: int) -> list[str]:
    """The differences of the observations to those that a case expects, as lines; empty where there are none."""
    found = [o for section in report.sections for o in section.observations if o.start >= start]
    partners: dict[int, Expected] = {}
    wanted = []
    for item in map(_read, case.expect):
        partner = next((i for i, o in enumerate(found) if i not in partners and item.fits(o)), None)
        if partner is not None:
            partners[partner] = item
            wanted.append(_line(_columns(found[partner]), item.details, item.asked))
        elif not item.optional:
            wanted.append(_line([choice[0] for choice in item.columns], item.details, item.asked))
    lines = []
    for i, o in enumerate(found):
        asked = partners[i].asked if i in partners else ()
        lines.append(_line(_columns(o), _details(o), [(key, _tell(o, key)) for key, _ in asked]))
    return _differences(wanted, lines)


def _differences(wanted: list[str], found: list[str]) -> list[str]:
    """What is missing (-) and what is too much (+); what is alike stands between."""
    return [] if wanted == found else [line for line in difflib.ndiff(wanted, found) if line[0] != "?"]


def _read(line: str) -> Expected:
    *columns, last = (part.strip() for part in line.removeprefix("?").split("|"))
    rest = last.split(";") if len(columns) == 5 else []
    columns = columns if len(columns) == 5 else [*columns, last]
    details: set[str] = {"yoy"} if columns[2] == "growth" else set()
    asked: list[tuple[str, str]] = []
    for detail in (d.strip() for d in rest):
        key, _, value = detail.partition(" ")
        if key in {"canonical", "quote"}:
            asked.append((key, value))
        elif detail in {"headline", "no headline"}:
            asked.append(("headline", str(detail == "headline")))
        elif detail in {"average", "cumulative"}:
            details = details - {"yoy"} | {detail}
        else:
            details.add(detail)
    choices = tuple(tuple(column.split(" or ")) for column in columns)
    return Expected(choices, frozenset(details), tuple(asked), line.startswith("?"))


def _columns(o: Observation) -> tuple[str, ...]:
    value = f"{o.value}" if o.upper is None else f"{o.value}..{o.upper}"
    return o.kind, o.indicator, o.measure, f"{o.bound} {value} {o.unit}".strip(), o.period or "?"


def _details(o: Observation) -> frozenset[str]:
    pairs = {"base": o.base_period, "basis": o.basis, "commitment": o.commitment, "among": o.among}
    details = {f"{key} {value}" for key, value in pairs.items() if value is not None}
    details |= {o.rate} if o.rate else set()
    details |= {"estimated"} if o.estimated else set()
    return frozenset(details | ({f"scope {o.scope}"} if o.scope != "place" else set()))


def _tell(o: Observation, key: str) -> str:
    return str({"canonical": o.canonical, "quote": o.quote, "headline": o.headline}[key])


def _line(columns: Sequence[str], details: frozenset[str], asked: Sequence[tuple[str, str]]) -> str:
    unrated = columns[2] == "growth" and not details & {"yoy", "average", "cumulative"}
    extra = [*sorted(details - {"yoy"}), *(f"{key} {value}" for key, value in asked), *(["no rate"] if unrated else [])]
    return " | ".join([*columns, *(["; ".join(extra)] if extra else [])])


def _statements(report: Report, start: int) -> list[str]:
    return [
        " | ".join(part for part in (s.kind, s.text, s.indicator) if part)
        for section in report.sections
        for s in section.statements
        if s.start >= start
    ]
