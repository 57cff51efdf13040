"""Which observations and statements a user asks for."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from reportcli.model import Observation, Statement


class Selection(Struct, frozen=True):
    """What is wanted of each field: any of the values, and everything where there is none."""

    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    headline: bool = False

    def takes_observation(self, found: Observation) -> bool:
        """Whether an observation is wanted."""
        return (
            self.takes_statement(found)
            and (not self.scopes or found.scope in self.scopes)
            and (found.headline or not self.headline)
        )

    def takes_statement(self, found: Observation | Statement) -> bool:
        """Whether a statement is wanted; it has neither scope nor headline, and is not judged by them.

        A region is wanted by a part of its name, a period by its code, and a year stands for all that lies in it. An
        indicator is wanted by its standard name or what that is also called (GDP); any other word is a part of names.
        """
        return (
            (not self.kinds or found.kind in self.kinds)
            and is_named(self.regions, found.region)
            and (not self.indicators or any(_measures(found, indicator) for indicator in self.indicators))
            and (not self.periods or any(_within(found.period, period) for period in self.periods))
        )


def is_named(wanted: Collection[str], *names: str | None) -> bool:
    """Whether any of `names` has a part that is wanted; any name will do where nothing is."""
    return not wanted or any(part in (name or "") for part in wanted for name in names)


def _measures(found: Observation | Statement, indicator: str) -> bool:
    from reportcli.lexicon import is_called  # heavy, and --help does without it

    return is_called(indicator, found.canonical, found.indicator)


def _within(period: str | None, wanted: str) -> bool:
    if period is None:
        return False
    first, _, last = period.partition("/")
    return period == wanted or (first.startswith(f"{wanted}-") and last.startswith(wanted if last else ""))
