"""Measure the accuracy on annotated reports and hold each figure against its floor.

    python tests/accuracy/floors.py [GOLD] [--raise] [--since REVISION]

Our own annotated reports lie in reports/ and, read when the rules stood, in the other folders beside this file
(OWN_REPORTS); GOLD is a folder with others, in dev/, left out where it does not exist. A figure below its floor ends
with status 1. `--raise` writes the figures measured now as floors, where they are higher; no floor is ever lowered. A
set's floors say by a hash which reports they were measured on: on others they are compared all the same, and the table
says so. What the program gained and lost against a git revision is told record by record: against HEAD where it
differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from gains import changed_since, compare, outcomes_then, source_of
from scoring import load, read_reports, score

FLOORS = Path(__file__).with_name("floors.json")
OWN_REPORTS = tuple(
    Path(__file__).with_name(name)
    for name in ("reports", "further", "varied", "everyday", "later", "pages", "genres", "recent", "fresh", "layouts")
)
STEPS = 1000  # floors are thousandths, as the table shows them


class Floors(NamedTuple):
    """The lowest figures that pass, by name, and the hash of the annotated reports that they were measured on."""

    sha256: str
    figures: dict[str, float]


def find_sets(gold: Path | None) -> dict[str, Path]:
    """The folders of annotated reports that are there, by the name of the set."""
    own = {folder.name: folder for folder in OWN_REPORTS}
    return {"dev": gold / "dev", **own} if gold and (gold / "dev").is_dir() else own


def read_floors(path: Path) -> dict[str, Floors]:
    """The floors in the file, by the name of the set of reports."""
    return {name: Floors(**floors) for name, floors in json.loads(path.read_text(encoding="utf-8")).items()}


def write_floors(path: Path, floors: dict[str, Floors]) -> None:
    """Write the floors to the file, one a line."""
    content = {name: kept._asdict() for name, kept in floors.items()}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def hash_reports(folder: Path) -> str:
    """The hash of all files of the folder with their names, whatever order the file system lists them in."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def cut(figure: float) -> float:
    """The figure in whole thousandths, never more than it was: 0.9876 → 0.987."""
    return math.floor(figure * STEPS + 1e-9) / STEPS


def raise_floors(floors: dict[str, float], figures: dict[str, float]) -> dict[str, float]:
    """The floors with the figures in place of those that are lower."""
    return {name: max(floors.get(name, 0.0), cut(figures.get(name, 0.0))) for name in floors | figures}


def below(floors: dict[str, float], figures: dict[str, float]) -> list[str]:
    """The names of the figures that do not reach their floor, a figure that is not measured any more among them."""
    return [name for name, floor in floors.items() if figures.get(name, 0.0) < floor]


def print_table(title: str, floors: dict[str, float], figures: dict[str, float]) -> None:
    """A line a figure, with its floor."""
    low = below(floors, figures)
    print(f"{title:24}{'figure':>7}{'floor':>8}")
    for name in floors | figures:
        mark = "  BELOW ITS FLOOR" if name in low else ""
        print(f"{name:24}{cut(figures.get(name, 0.0)):7.3f}{floors.get(name, 0.0):8.3f}{mark}")


def main() -> int:
    """Print the tables, then the gains and losses; 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("gold", type=Path, nargs="?", help="a folder with further annotated reports in dev/")
    parser.add_argument("--raise", action="store_true", dest="raising", help="raise the floors to what is measured")
    parser.add_argument("--since", metavar="REVISION", help="tell what was gained and lost since a git revision")
    options = parser.parse_args()

    since = options.since or ("HEAD" if changed_since("HEAD") else None)
    kept = read_floors(FLOORS)
    passed = True
    with ExitStack() as stack:
        source = stack.enter_context(source_of(since)) if since else None
        for title, reports in find_sets(options.gold).items():
            documents = load(reports)
            scored = score(documents, read_reports(documents))
            floors, sha256 = kept.get(title, Floors("", {})), hash_reports(reports)
            passed &= not below(floors.figures, scored.figures)
            if options.raising:
                floors = Floors(sha256, raise_floors(floors.figures, scored.figures))
                kept[title] = floors
            print_table(title, floors.figures, scored.figures)
            if sha256 != floors.sha256:
                print(
                    f"these are not the reports that the floors were measured on:\n  {sha256}, not\n  {floors.sha256}"
                )
            if source:
                print_gains(since or "", *compare(outcomes_then(documents, source), scored.outcomes))
            print()
    if options.raising:
        write_floors(FLOORS, kept)
    return 0 if passed else 1


def print_gains(since: str, gains: list[str], losses: list[str]) -> None:
    """A line each, and how many."""
    print(f"since {since}: {len(gains)} gained, {len(losses)} lost")
    for sign, lines in (("+", gains), ("-", losses)):
        for line in lines:
            print(f"  {sign} {line}")


if __name__ == "__main__":
    sys.exit(main())
