"""Reports with a slip planted into each: it is found, and nothing is where there is none."""

from pathlib import Path

import msgspec
import pytest
import yaml

from reportcli import analyze
from reportcli.checking import Finding, choose_rules, read_draft, run_rules
from reportcli.model import Document
from reportcli.settings import Settings

PLANTED = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
REPORTS: dict[str, str] = PLANTED["reports"]
# The least share of slips that has to be found; those marked `known` are not.
RECALL = 0.9


class Slip(msgspec.Struct, rename={"old": "from", "new": "to"}, forbid_unknown_fields=True):
    of: list[str]
    rule: str
    old: str
    new: str
    also: list[str] = []
    known: str | None = None


SLIPS = msgspec.convert(PLANTED["slips"], list[Slip])


class Trap(msgspec.Struct, forbid_unknown_fields=True):
    of: str
    text: str
    known: str | None = None


TRAPS = msgspec.convert(PLANTED["traps"], list[Trap])


def findings(texts: dict[str, str]) -> list[Finding]:
    settings = Settings(keywords=0, sentences=0)
    documents = [Document(text, source=name) for name, text in texts.items()]
    return [
        *run_rules(
            choose_rules(settings), (read_draft(document, analyze(document, settings)) for document in documents)
        )
    ]


def planted(slip: Slip) -> dict[str, str]:
    """The reports with the slip in the one that has its words, which must stand there once."""
    assert sum(REPORTS[name].count(slip.old) for name in slip.of) == 1, slip.old
    return {name: REPORTS[name].replace(slip.old, slip.new) for name in slip.of}


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_found_in_a_report_without_slips(name: str):
    assert findings({name: REPORTS[name]}) == []


def test_nothing_is_found_in_reports_of_one_place_without_slips():
    assert findings(REPORTS) == []


@pytest.mark.parametrize(
    "slip",
    [
        pytest.param(slip, marks=pytest.mark.xfail(reason=slip.known, strict=True) if slip.known else ())
        for slip in SLIPS
    ],
    ids=lambda slip: f"{slip.rule}: {slip.new}",
)
def test_a_planted_slip_is_found_by_its_rule_and_nothing_else_is(slip: Slip):
    texts = planted(slip)
    found = findings(texts)
    assert {finding.rule for finding in found} == {slip.rule, *slip.also}
    for finding in found:
        for quote in filter(None, (finding.oddity.first, finding.oddity.second)):
            assert texts[quote.source][quote.start : quote.end] == quote.text
            assert texts[quote.source][: quote.start].count("\n") + 1 == quote.line


@pytest.mark.parametrize(
    "trap",
    [
        pytest.param(trap, marks=pytest.mark.xfail(reason=trap.known, strict=True) if trap.known else ())
        for trap in TRAPS
    ],
    ids=lambda trap: trap.text,
)
def test_what_only_looks_like_a_slip_is_left_alone(trap: Trap):
    assert findings({trap.of: REPORTS[trap.of] + trap.text + "\n"}) == []


def test_most_slips_are_found():
    assert sum(slip.known is None for slip in SLIPS) / len(SLIPS) >= RECALL
    assert len(SLIPS) >= 30


def test_the_last_report_is_known_under_the_old_name_of_a_place():
    texts = {
        "2022": "柳塘县2022年政府工作报告\n一、2021年工作回顾\n2021年，全县社会消费品零售总额完成84.2亿元。",
        "2023": "柳塘区2023年政府工作报告\n一、2022年工作回顾\n2022年，全区社会消费品零售总额完成88.6万元。",
    }
    assert [finding.rule for finding in findings(texts)] == ["ten-thousand"]
    apart = {"2022": texts["2022"], "2023": texts["2023"].replace("柳塘区", "白石区")}
    assert findings(apart) == []
