"""Which observations and statements a user asks for."""

from __future__ import annotations

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

        A region or indicator is wanted by a part of its name, an indicator also by its standard name; a period by its
        code, and a year stands for all that lies in it.
        """
        return (
            (not self.kinds or found.kind in self.kinds)
            and _names(self.regions, found.region)
            and (_names(self.indicators, found.indicator) or found.canonical in self.indicators)
            and (not self.periods or any(_within(found.period, period) for period in self.periods))
        )


def _names(wanted: tuple[str, ...], name: str | None) -> bool:
    return not wanted or any(part in (name or "") for part in wanted)


def _within(period: str | None, wanted: str) -> bool:
    if period is None:
        return False
    first, _, last = period.partition("/")
    return period == wanted or (first.startswith(f"{wanted}-") and last.startswith(wanted if last else ""))
