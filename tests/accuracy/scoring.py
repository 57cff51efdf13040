"""How much of annotated reports the program reads right, as figures and as the outcome of every record."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from matching import (
    COMPARED,
    FURTHER,
    Record,
    is_at_number,
    is_same_indicator,
    is_same_name,
    is_same_place,
    is_same_term,
    wrong_fields,
    wrong_further,
)

_STATED = {"G": {"goal"}, "A": {"achievement"}, "B": {"goal", "achievement"}, "N": set[str]()}
_WHOLE = 0.9  # of a report's text must be annotated for its digest to be judged
_KEYWORDS, _SENTENCES = 10, 4
_NEAR = 3  # characters between a section's start as annotated and as found


class Annotated(NamedTuple):
    """An annotated report: its file, its text, the annotation."""

    path: Path
    text: str
    gold: dict[str, Any]


class Tally(NamedTuple):
    """Counts that add up: right, wrongly said, not said."""

    right: int = 0
    extra: int = 0
    lacking: int = 0

    def plus(self, other: Tally) -> Tally:
        """The counts of both."""
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where there was nothing to find."""
        total = 2 * self.right + self.extra + self.lacking
        return 2 * self.right / total if total else 0.0


class Outcome(NamedTuple):
    """What became of one thing annotated, or was said without being annotated.

    `sort` is which figure it counts for, `key` tells it from all others of its document, `verdict` is "right" or what
    is wrong, `about` shows a person what it is about.
    """

    document: str
    sort: str
    key: str
    verdict: str
    about: str


class Score(NamedTuple):
    """The figures by name, and the outcomes of all records, sentences and sections."""

    figures: dict[str, float]
    outcomes: list[Outcome]


def load(folder: Path) -> list[Annotated]:
    """The annotated reports of a folder, pairs of DOC.txt and DOC.txt.gold.json."""
    return [
        Annotated(path, path.read_bytes().decode(), json.loads(gold.read_text(encoding="utf-8")))
        for gold in sorted(folder.rglob("*.gold.json"))
        for path in [gold.with_name(gold.name.removesuffix(".gold.json"))]
    ]


def read_reports(
    documents: Sequence[Annotated], source: Path | None = None, options: Sequence[str] = ()
) -> dict[Path, dict[str, Any]]:
    """What the program prints of the documents, as a user gets it; `source` is the folder of its code if another."""
    paths = [document.path for document in documents]
    environment = os.environ | ({"PYTHONPATH": str(source)} if source else {})
    command = [sys.executable, "-m", "reportcli", "summarize", "--format", "jsonl", *options, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    if not reports:
        sys.exit(f"the program printed no report (exit code {done.returncode}): {done.stderr.decode()[-500:]}")
    return {Path(report["source"]): report for report in reports}


def score(documents: Sequence[Annotated], reports: dict[Path, dict[str, Any]]) -> Score:
    """The figures and outcomes of `reports` against the annotation."""
    counts: dict[str, Tally] = {}
    outcomes: list[Outcome] = []
    for document in documents:
        report = reports[document.path]
        for name, tally, outcome in _judge(document, report):
            counts[name] = counts.get(name, Tally()).plus(tally)
            outcomes += [outcome] if outcome else []
    return Score({name: tally.f1 for name, tally in counts.items()}, outcomes)


Judgement = tuple[str, Tally, Outcome | None]


def _judge(document: Annotated, report: dict[str, Any]) -> Iterator[Judgement]:
    windows = document.gold["windows"]

    def inside(each: Record) -> bool:
        return any(start <= each["start"] < end for start, end in windows)

    sections = [section for section in report["sections"] if inside(section)]
    observations = [o for section in report["sections"] for o in section["observations"] if inside(o)]
    statements = [s for section in report["sections"] for s in section["statements"] if inside(s)]
    yield from _judge_records(document, report["place"], observations)
    # In some only the observations were annotated, and perhaps the digests.
    if "sentences" in document.gold:
        yield from _judge_sentences(document, statements)
        yield from _judge_sections(document, report["place"], sections)
    if "digests" in document.gold and sum(end - start for start, end in windows) >= _WHOLE * len(document.text):
        yield from _judge_digests(document, report)


def _judge_records(document: Annotated, place: str | None, said: Sequence[Record]) -> Iterator[Judgement]:
    free = list(said)
    for wanted in document.gold["observations"]:
        about = f"{_around(document.text, wanted)}  {_brief(wanted)}"
        key = f"{wanted['start']} {wanted['indicator']} {wanted['measure']}"
        partners = [each for each in free if is_at_number(wanted, each)]
        if not partners:
            if not wanted["optional"]:
                yield "observation detection", Tally(lacking=1), None
                outcome = Outcome(document.path.name, "record", key, "missed", about)
                yield "observation record", Tally(lacking=1), outcome
            continue
        best = min(partners, key=lambda each: _distance(wanted, each, place))
        free.remove(best)
        if wanted["optional"]:
            continue
        wrong = wrong_fields(wanted, best, place)
        yield "observation detection", Tally(right=1), None
        for field in COMPARED:
            yield f"field {field}", _share(field not in wrong), None
        yield "field indicator_exact", _share(is_same_name(wanted["indicator"], best["indicator"])), None
        if "scope" in wanted:
            further = wrong_further(wanted, best)
            for field in FURTHER:
                yield f"field {field}", _share(field not in further), None
                if field in further:
                    said_of = f"{about}  {field}: {wanted[field]!r}, said {best[field]!r}"
                    yield (
                        f"field {field}",
                        Tally(),
                        Outcome(document.path.name, f"field {field}", key, "wrong", said_of),
                    )
        verdict = "wrong " + ", ".join(wrong) if wrong else "right"
        about += f"  SAID {_brief(best)}" if wrong else ""
        tally = Tally(extra=1, lacking=1) if wrong else Tally(right=1)
        yield "observation record", tally, Outcome(document.path.name, "record", key, verdict, about)
    for each in free:
        about = f"{_around(document.text, each)}  {_brief(each)}"
        yield "observation detection", Tally(extra=1), None
        outcome = Outcome(document.path.name, "record", f"{each['start']} {each['indicator']}", "not annotated", about)
        yield "observation record", Tally(extra=1), outcome


def _distance(wanted: Record, said: Record, place: str | None) -> int:
    wrong = wrong_fields(wanted, said, place)
    return len(wrong) + 3 * (not is_same_indicator(wanted["indicator"], said["indicator"]))


def _share(is_right: bool) -> Tally:
    """A field's count: its figure is the share that is right."""
    return Tally(right=1) if is_right else Tally(extra=1, lacking=1)


def _judge_sentences(document: Annotated, statements: Sequence[Record]) -> Iterator[Judgement]:
    observed = document.gold["observations"]
    for sentence in document.gold["sentences"]:
        start, end = sentence["start"], sentence["end"]
        stated = {s["kind"] for s in statements if s["start"] < end and s["end"] > start}
        kinds = {o["kind"] for o in observed if start <= o["start"] < end}
        wanted = _STATED[sentence["label"]]
        for kind, name in (("goal", "sentence goal"), ("achievement", "sentence achievement")):
            if kind not in wanted and kind in kinds:
                continue  # an earlier goal that a result quotes, say
            tally = Tally(kind in wanted and kind in stated, kind in stated - wanted, kind in wanted - stated)
            verdict = "right" if (kind in wanted) == (kind in stated) else "wrong"
            about = document.text[start:end].replace("\n", "⏎")
            yield name, tally, Outcome(document.path.name, name, str(start), verdict, f"{sentence['label']} {about}")


def _judge_sections(document: Annotated, place: str | None, found: Sequence[Record]) -> Iterator[Judgement]:
    text, left = document.text, list(found)
    for wanted in document.gold["sections"]:
        line = text.rfind("\n", 0, wanted["start"] + 1)

        def is_of_place(each: Record, region: str | None = wanted["region"]) -> bool:
            return is_same_place(region, each["region"] or place)

        near = [each for each in left if abs(each["start"] - wanted["start"]) <= _NEAR] or [
            each for each in left if text.rfind("\n", 0, each["start"] + 1) == line and is_of_place(each)
        ]
        hit = next(filter(is_of_place, near), near[0] if near else None)
        right = hit is not None and is_of_place(hit)
        outcome = Outcome(
            document.path.name, "section", str(wanted["start"]), "right" if right else "missed", wanted["title"]
        )
        yield "sections", Tally(right, hit is not None and not right, not right), outcome
        if hit is not None:
            left.remove(hit)
            yield "section role", _share(hit["role"] == wanted["role"]), None
    for each in left:
        if text[: each["start"]].strip():  # what stands before the first heading costs nothing
            outcome = Outcome(
                document.path.name, "section", str(each["start"]), "not annotated", each["title"] or "(no title)"
            )
            yield "sections", Tally(extra=1), outcome


def _judge_digests(document: Annotated, report: dict[str, Any]) -> Iterator[Judgement]:
    digests = document.gold["digests"]
    for wanted in digests:
        parts = [report] if len(digests) == 1 else _parts_on(wanted["region"], report["sections"])
        terms = dict.fromkeys(k["text"] for part in parts for k in part["keywords"] if 2 <= len(k["text"]) <= 12)
        yield "keywords at 10", _pair(wanted["keywords"], list(terms)[:_KEYWORDS], is_same_term), None
        spans = [(s["start"], s["end"]) for part in parts for s in part["summary"]]
        yield "key sentences", _pair(wanted["key_spans"], spans[:_SENTENCES], _overlap), None


def _parts_on(region: str, sections: Iterable[Record]) -> list[Record]:
    return [section for section in sections if section["region"] and is_same_place(region, section["region"])]


def _pair(wanted: Sequence[Any], said: Sequence[Any], alike: Callable[[Any, Any], bool]) -> Tally:
    """The counts where each thing wanted has a partner of its own among those said."""
    free = list(said)
    hits = 0
    for each in wanted:
        partner = next((other for other in free if alike(each, other)), None)
        if partner is not None:
            free.remove(partner)
            hits += 1
    return Tally(hits, len(free), len(wanted) - hits)


def _overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two spans share half of the stretch that they cover together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def _around(text: str, each: Record) -> str:
    return text[max(0, each["start"] - 24) : each["end"] + 10].replace("\n", "⏎")


def _brief(each: Record) -> str:
    upper = "" if each["upper"] is None else f"..{each['upper']}"
    number = f"{each['bound']}{each['value']}{upper}{each['unit'] or ''}"
    return f"[{each['kind']} {each['indicator']} {each['measure']} {number} {each['period']} {each['region']}]"
