"""Tracks as rows, as JSON objects and as tables for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct, defstruct, structs

from reportcli.comparison.tracks import Outcome, Track, last_year
from reportcli.model import Cell, Observation, Record, Rows
from reportcli.rendering.blocks import Block, Column, Heading, Note, drop_empty_columns
from reportcli.rendering.figures import write_figure
from reportcli.rendering.labels import Labels
from reportcli.rendering.periods import write_period
from reportcli.rendering.rows import pick_columns

_SUBJECT = ("region", "region_code", "canonical", "measure", "period")
_SIDES = ("goal", "result")
_OWN = ("source", *Observation.__struct_fields__)
_NOTHING = (None,) * len(_OWN)
_VERDICT = ("met", "difference")

# The objects of JSON: structs are written in half the time that dictionaries take.
_SIDE = defstruct("_SIDE", _OWN, gc=False)
_TRACK = defstruct("_TRACK", (*_SUBJECT, *_SIDES, *_VERDICT), gc=False)

TRACK_COLUMNS = (*_SUBJECT, *(f"{side}_{name}" for side in _SIDES for name in _OWN), *_VERDICT)
# The figures in words and their sentences are no fields of the contract; they may be asked for by name.
WORDED_COLUMNS = tuple(f"{side}_{name}" for side in _SIDES for name in ("figure", "sentence"))

SUMMARY_COLUMNS = ("region", "region_code", "year", "goals", "met", "missed", "undecided", "open", "no_report", "share")
_COUNTED: tuple[Outcome, ...] = ("met", "missed", "undecided", "open", "no_report")


def track_rows(tracks: Iterable[Track], columns: Sequence[str] = TRACK_COLUMNS) -> Rows:
    """A row a track, its goal and its result laid flat."""
    worded = not set(columns) <= set(TRACK_COLUMNS)
    flat = Rows(
        (*TRACK_COLUMNS, *WORDED_COLUMNS) if worded else TRACK_COLUMNS,
        tuple(_flat(track) + (_worded(track) if worded else ()) for track in tracks),
    )
    return flat if columns == TRACK_COLUMNS else pick_columns(flat, columns)


def track_objects(tracks: Iterable[Track]) -> Iterator[Struct]:
    """An object a track; its goal and its result are observations with the path of their report before them."""
    for track in tracks:
        yield _TRACK(*_subject(track), _nested(track.goal), _nested(track.result), *_verdict(track))


def summary_rows(tracks: Iterable[Track]) -> Rows:
    """A row a place and year: what came of the goals for it, each counted once.

    `share` is that of the met among the met and the missed, None where there are neither.
    """
    counts: dict[tuple[str | None, str | None, int], Counter[Outcome]] = {}
    for track in tracks:
        if track.goal is not None and track.counts:
            key = (track.place.name, track.place.code, last_year(track.period))
            counts.setdefault(key, Counter())[track.outcome] += 1
    order = {place: at for at, place in enumerate(dict.fromkeys(key[:2] for key in counts))}
    return Rows(
        SUMMARY_COLUMNS,
        tuple(
            (*key, counts[key].total(), *(counts[key][outcome] for outcome in _COUNTED), _share(counts[key]))
            for key in sorted(counts, key=lambda key: (order[key[:2]], key[2]))
        ),
    )


def lay_tracks(tracks: Iterable[Track], labels: Labels) -> Iterator[Block]:
    """A table a place, columns in which nothing would stand left out, and what has to be said of them."""
    told = False
    for place, grouped in groupby(tracks, key=lambda track: track.place):
        own = list(grouped)
        counts = Counter(track.outcome for track in own if track.goal is not None and track.counts)
        outcomes = labels.outcomes.format(counts.total(), *(counts[outcome] for outcome in _COUNTED))
        yield Heading(1, place.name or labels.untitled, outcomes)
        headings = {name: labels.columns.get(name, name) for name in ("indicator", "period", *_SIDES, *_VERDICT)}
        yield drop_empty_columns(
            (
                Column(headings["indicator"]),
                Column(headings["period"]),
                Column(headings["goal"], figures=True),
                Column(headings["result"], figures=True),
                Column(f"{headings['difference']}*", figures=True),
                Column(headings["met"]),
            ),
            [_lay(track, labels) for track in own],
        )
        told = True
    if told:
        yield Note(labels.verdicts)
        yield Note(labels.computed)


def _lay(track: Track, labels: Labels) -> tuple[str, ...]:
    return (
        track.canonical,
        write_period(track.period, labels),
        _figure(track.goal),
        _figure(track.result),
        _write_difference(track, labels),
        "-" if track.met is None else "✓" if track.met else "✗",
    )


def _figure(record: Record | None) -> str:
    return write_figure(record.observation, record.sentence) if record else ""


def _write_difference(track: Track, labels: Labels) -> str:
    """How far the result is from the goal, in the goal's unit: +2.5个百分点, -239亿元; at least that of 突破…."""
    if track.goal is None or track.result is None or track.difference is None:
        return ""
    unit = track.goal.observation.unit
    sign = "+" if track.difference > 0 else ""
    if not track.difference:
        return labels.bounds[track.result.observation.bound].format(labels.same)
    number = f"{sign}{track.difference.normalize():f}{labels.points if unit == '%' else unit}"
    return labels.bounds[track.result.observation.bound].format(number)


def _flat(track: Track) -> tuple[Cell, ...]:
    return *_subject(track), *_side(track.goal), *_side(track.result), *_verdict(track)


def _subject(track: Track) -> tuple[Cell, ...]:
    return track.place.name, track.place.code, track.canonical, track.measure, track.period


def _verdict(track: Track) -> tuple[Cell, ...]:
    return track.met, track.difference


def _side(record: Record | None) -> tuple[Cell, ...]:
    return _NOTHING if record is None else (record.source, *structs.astuple(record.observation))


def _worded(track: Track) -> tuple[Cell, ...]:
    sides = (track.goal, track.result)
    return tuple(cell for side in sides for cell in ((_figure(side), side.sentence) if side else (None, None)))


def _nested(record: Record | None) -> Struct | None:
    return None if record is None else _SIDE(record.source, *structs.astuple(record.observation))


def _share(counts: Counter[Outcome]) -> Decimal | None:
    decided = counts["met"] + counts["missed"]
    return round(Decimal(counts["met"]) / decided, 3) if decided else None
