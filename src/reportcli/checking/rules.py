"""The rules of `check`: the one place where each has its name, its weight and its words."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from reportcli.checking.contradictions import find_contradictions
from reportcli.checking.distributions import find_unequal_counts
from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Finding, Oddity, Severity
from reportcli.checking.gaps import find_goals_without_result, find_results_without_goal
from reportcli.checking.magnitudes import find_slips_of_ten_thousand
from reportcli.checking.names import find_two_names
from reportcli.checking.parts import find_parts_above_whole, find_parts_in_other_unit
from reportcli.checking.structures import find_broken_structures
from reportcli.checking.titles import find_other_place, find_other_year
from reportcli.checking.trends import find_goals_below_result, find_growth_against_levels, find_jumps
from reportcli.errors import SettingsError
from reportcli.model import Record
from reportcli.settings import RuleName, Settings

Language = Literal["zh", "en"]


class Words(Struct, frozen=True):
    """The same in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """In one of them."""
        return self.zh if language == "zh" else self.en


class Rule(Struct, frozen=True):
    """A rule: `about` is what it looks for, `message` what it says, with places for an oddity's facts.

    `usual` tells whether it is on unless switched off. `in_one` looks at one report, `in_all` at the figures of all.
    """

    name: RuleName
    severity: Severity
    usual: bool
    about: Words
    message: Words
    in_one: Callable[[Draft], Iterable[Oddity]] | None = None
    in_all: Callable[[Sequence[Record]], Iterable[Oddity]] | None = None


RULES = (
    Rule(
        "unequal-counts",
        "error",
        True,
        Words("“分别”前后项数不等", "分别 with more names than numbers, or fewer"),
        Words("“分别”前有{0}项,后有{1}个数", "分别 has {0} names before it and {1} numbers after it"),
        in_one=find_unequal_counts,
    ),
    Rule(
        "structure-sum",
        "error",
        True,
        Words("三次产业结构合计不为100", "a structure of the three sectors that does not add to 100"),
        Words("三次产业结构合计为{0},不是100", "the three sectors add to {0}, not to 100"),
        in_one=find_broken_structures,
    ),
    Rule(
        "part-above-whole",
        "error",
        True,
        Words("“其中”之数大于总数", "其中: a part larger than its whole"),
        Words("其中“{2}”{3},大于“{0}”{1}", "{2} is part of {0}, but {3} is more than {1}"),
        in_one=find_parts_above_whole,
    ),
    Rule(
        "part-unit",
        "error",
        True,
        Words(
            "“其中”之数与总数相差千倍以上,似将万与亿混淆",
            "其中: a part thousands of times off its whole, as if 万 and 亿 were mixed up",
        ),
        Words(
            "其中“{2}”{3},与“{0}”{1}相差千倍以上,单位疑误",
            "{2} is part of {0}, but {3} is thousands of times off {1}: the unit",
        ),
        in_one=find_parts_in_other_unit,
    ),
    Rule(
        "two-values",
        "warning",
        True,
        Words("同一指标、同一时期有两个数", "one indicator with two values for the same time"),
        Words("“{0}”({1})有两个数:{2}、{3}", "{0} has two values for {1}: {2} and {3}"),
        in_one=find_contradictions,
    ),
    Rule(
        "ten-thousand",
        "warning",
        True,
        Words(
            "与其他年份相差上千倍,似将万与亿混淆",
            "a level thousands of times that of other years, as if 万 and 亿 were mixed up",
        ),
        Words("“{0}”{3}年为{4},{1}年为{2},单位疑误", "{0} is {4} in {3}, but {2} in {1}: the unit"),
        in_all=find_slips_of_ten_thousand,
    ),
    Rule(
        "title-place",
        "warning",
        True,
        Words("标题与正文地名不一", "title and body name different places"),
        Words("标题为{0},正文为{1}", "the title says {0}, the text {1}"),
        in_one=find_other_place,
    ),
    Rule(
        "title-year",
        "warning",
        True,
        Words("标题与正文年份不一", "title and body name different years"),
        Words("标题为{0}年,正文安排的是{1}年", "the title says {0}, the text plans for {1}"),
        in_one=find_other_year,
    ),
    Rule(
        "two-names",
        "warning",
        True,
        Words("同一事物有两种说法(列统入库、入库列统)", "one thing named two ways (列统入库, 入库列统)"),
        Words("“{0}”与“{1}”说法不一", "{0} and {1} seem to be the same"),
        in_one=find_two_names,
    ),
    Rule(
        "goal-without-result",
        "info",
        False,
        Words("有目标而无实绩", "a main target without a result"),
        Words("“{0}”有目标{1},未见实绩", "{0} has the goal {1} and no result"),
        in_one=find_goals_without_result,
    ),
    Rule(
        "result-without-goal",
        "info",
        False,
        Words("有实绩而无目标", "a main result without a goal"),
        Words("“{0}”有实绩{1},未见目标", "{0} has the result {1} and no goal"),
        in_one=find_results_without_goal,
    ),
    Rule(
        "growth-against-levels",
        "warning",
        False,
        Words("增速与两年数值不符", "a growth that is not that of the levels of two years"),
        Words("“{0}”由{1}到{2},按两数为{3},文中为{4}", "{0} from {1} to {2} is {3}, the text says {4}"),
        in_all=find_growth_against_levels,
    ),
    Rule(
        "goal-below-result",
        "warning",
        False,
        Words("目标低于上年实绩", "a goal below last year's result"),
        Words("“{0}”{3}年目标{4},不及{1}年实绩{2}", "{0}: the goal {4} for {3} is below the result {2} of {1}"),
        in_all=find_goals_below_result,
    ),
    Rule(
        "off-trend",
        "warning",
        False,
        Words("与历年走势相差很远", "a level far off those of the years before"),
        Words("“{0}”{1}年为{2},{3}年为{4},与历年走势不符", "{0} is {2} in {1} and {4} in {3}, unlike the other years"),
        in_all=find_jumps,
    ),
)


def choose_rules(settings: Settings, *, every: bool = False, info: bool = False) -> tuple[Rule, ...]:
    """The usual rules, with those that the settings switch on and without those that they switch off.

    `every` switches on all that is not for information only, `info` what is. Raises SettingsError for a name that is
    no rule's.
    """
    for name in (*settings.rules, *settings.no_rules):
        if name not in {rule.name for rule in RULES}:
            raise SettingsError(f"no rule {name}", nearest_rule(name))

    def is_on(rule: Rule) -> bool:
        asked = info if rule.severity == "info" else every
        return (rule.usual or asked or rule.name in settings.rules) and rule.name not in settings.no_rules

    return tuple(filter(is_on, RULES))


def nearest_rule(name: str) -> str:
    """A remedy for a name that is no rule's."""
    names = [rule.name for rule in RULES]
    near = difflib.get_close_matches(name, names, 1)
    return f"Did you mean {near[0]!r}?" if near else f"There are {', '.join(names)}."


def write_message(finding: Finding, language: Language) -> str:
    """The sentence that says what is odd, with the numbers in it."""
    rule = next(rule for rule in RULES if rule.name == finding.rule)
    return rule.message.of(language).format(*finding.oddity.facts)


def run_rules(rules: Iterable[Rule], drafts: Iterable[Draft]) -> Iterator[Finding]:
    """What the rules find, in the order of the text: report by report, then what only several reports show."""
    rules = tuple(rules)
    records: list[Record] = []
    order: dict[str | None, int] = {}
    for draft in drafts:
        order.setdefault(draft.document.source, len(order))
        records += (record for record in draft.records if record.observation.canonical)
        yield from _sort(order, ((rule, rule.in_one(draft)) for rule in rules if rule.in_one))
    yield from _sort(order, ((rule, rule.in_all(records)) for rule in rules if rule.in_all))


def _sort(order: Mapping[str | None, int], found: Iterable[tuple[Rule, Iterable[Oddity]]]) -> list[Finding]:
    findings = (Finding(rule.name, rule.severity, oddity) for rule, oddities in found for oddity in oddities)
    return sorted(findings, key=lambda each: (order[each.oddity.first.source], each.oddity.first.start))
