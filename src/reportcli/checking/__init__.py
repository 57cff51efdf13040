"""What a careful editor would query before printing: contradictions, slips and gaps in one report or several."""

from reportcli.checking.drafts import Draft, read_draft
from reportcli.checking.findings import Finding, Oddity, Quote, Severity
from reportcli.checking.rules import RULES, Language, Rule, choose_rules, run_rules, write_message

__all__ = [
    "RULES",
    "Draft",
    "Finding",
    "Language",
    "Oddity",
    "Quote",
    "Rule",
    "Severity",
    "choose_rules",
    "read_draft",
    "run_rules",
    "write_message",
]
