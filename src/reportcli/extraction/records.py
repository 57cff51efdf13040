"""Readings and sentences as records of the contract, with their places in the source."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from reportcli.extraction.observations import Reading
from reportcli.extraction.owners import Region
from reportcli.lexicon import find_canonical
from reportcli.model import Document, Kind, Locator, Observation, Sentence, Statement, StatementKind
from reportcli.patterns import regex
from reportcli.text.lines import line_starts

_COMMITMENT = regex(r"力争|确保|争取|冲刺|预期性|约束性|预期|努力")
_BASIS = regex(
    r"按?(?:可比价格?|不变价格?|同口径|可比口径|现价)(?:计算)?"
    r"|(?:扣除|剔除)[^，]{2,14}(?:因素)?(?=后|，)|(?<=收入)实际(?=增长)|可比(?=增长)"
)
_HAS_BASIS = regex(r"可比|不变价|同口径|现价|扣除|剔除|实际")
_ESTIMATED = regex(r"预计|初步(?:核算|统计|测算|预计)|快报数")


class Source(Struct, frozen=True):
    """The text that offsets point into, where its lines begin, and where in the file it stands."""

    text: str
    lines: tuple[int, ...]
    locators: tuple[Locator, ...] = ()

    def locator(self, place: int) -> str | None:
        """Where a person finds an offset in the file that the text was extracted from."""
        at = bisect_right(self.locators, place, key=lambda locator: locator.start) - 1
        return (self.locators[at].name or None) if at >= 0 else None

    def line(self, place: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self.lines, place)


def source_of(document: Document) -> Source:
    """What tells the places of what is found in `document`."""
    return Source(document.text, line_starts(document.text), document.locators)


def observation_of(
    source: Source, sentence: Sentence, clean: str, r: Reading, kind: Kind, region: Region, *, headline: bool
) -> Observation:
    """The observation that a reading is; `clean` is the sentence's text as it was read.

    `region` is the place that the part of the report is about.
    """
    owner = r.owner or region
    start, end = sentence.span(r.figure.start, r.figure.end)
    clause = max(clean.rfind(mark, 0, r.figure.start) for mark in "，；：") + 1
    # 确保6%、力争7%: the last word before the number is the number's own.
    words = [match.group() for match in _COMMITMENT.finditer(clean, clause, r.figure.after)] if kind == "goal" else []
    basis = _BASIS.search(clean, _basis_from(clean, clause), r.figure.start) if _HAS_BASIS.search(clean) else None
    return Observation(
        kind=kind,
        indicator=r.name,
        canonical=find_canonical(r.name, r.measure, r.figure.unit),
        measure=r.measure,
        value=r.value,
        upper=r.upper,
        unit=_as_written(r.figure.unit, source.text[start:end]),
        bound=r.bound,
        period=None if r.period is None else str(r.period),
        region=owner.name,
        region_code=owner.code,
        quote=source.text[start:end],
        start=start,
        end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        line=source.line(start),
        locator=source.locator(start),
        headline=headline,
        scope=r.scope,
        rate=r.rate,
        base_period=r.base_period,
        basis=basis.group() if basis else None,
        commitment=words[-1] if words else None,
        estimated=kind == "achievement" and _ESTIMATED.search(clean, 0, r.figure.start) is not None,
        among=r.among,
    )


def _as_written(unit: str, quote: str) -> str:
    """A unit in brackets, as the report writes these: 台(套)."""
    return quote[-len(unit) :] if "（" in unit else unit


def _basis_from(clean: str, clause: int) -> int:
    """Where a basis of the clause may begin: in the clause before if that says nothing else (按可比价格计算，…)."""
    before = max(clean.rfind(mark, 0, max(0, clause - 1)) for mark in "，；：") + 1
    return before if _BASIS.match(clean, before) else clause


def statement_of(
    source: Source,
    sentence: Sentence,
    kind: StatementKind,
    year: int | None,
    region: Region,
    aim: tuple[str, str] | None = None,
) -> Statement:
    """The statement that a sentence makes, of the report's year if it is a goal, else of the year before.

    `aim` is the indicator that it sets a goal for in words, with its canonical name.
    """
    indicator, canonical = aim or (None, None)
    return Statement(
        kind=kind,
        indicator=indicator,
        canonical=canonical,
        period=str(year - (kind != "goal")) if year else None,
        region=region.name,
        region_code=region.code,
        text=source.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        line=source.line(sentence.start),
        locator=source.locator(sentence.start),
    )
