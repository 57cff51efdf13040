"""Measure the accuracy on annotated reports and hold each figure against its floor.

    python tests/accuracy/floors.py GOLD [--raise]

GOLD holds the scorer, score.py, and the annotated reports, dev/. A figure below its floor ends with status 1. `--raise`
writes the figures measured now as floors, where they are higher; no floor is ever lowered. The floors say by a hash
which annotated reports they were measured on: on others they are compared all the same, and the table says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FLOORS = Path(__file__).with_name("floors.json")
COMMAND = Path(sys.executable).with_name("reportcli")
STEPS = 1000  # floors are thousandths, as the table shows them


class Floors(NamedTuple):
    """The lowest figures that pass, by name, and the hash of the annotated reports that they were measured on."""

    gold_sha256: str
    floors: dict[str, float]


def read_floors(path: Path) -> Floors:
    """The floors in the file."""
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors to the file, one a line."""
    path.write_text(json.dumps(floors._asdict(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def hash_reports(folder: Path) -> str:
    """The hash of all files of the folder with their names, whatever order the file system lists them in."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def measure(gold: Path) -> dict[str, float]:
    """One figure a name: F1 where the scorer gives precision and recall, else the share that is right."""
    scored = subprocess.run(
        [sys.executable, gold / "score.py", "--gold", gold / "dev", "--command", f"'{COMMAND}'", "--json"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if scored.returncode:
        sys.exit(scored.returncode)  # the scorer has said why
    return {name: row["f1"] if "f1" in row else row["accuracy"] for name, row in json.loads(scored.stdout).items()}


def cut(figure: float) -> float:
    """The figure in whole thousandths, never more than it was: 0.9876 → 0.987."""
    return math.floor(figure * STEPS + 1e-9) / STEPS


def raise_floors(floors: dict[str, float], figures: dict[str, float]) -> dict[str, float]:
    """The floors with the figures in place of those that are lower."""
    return {name: max(floors.get(name, 0.0), cut(figures.get(name, 0.0))) for name in floors | figures}


def below(floors: dict[str, float], figures: dict[str, float]) -> list[str]:
    """The names of the figures that do not reach their floor, a figure that is not measured any more among them."""
    return [name for name, floor in floors.items() if figures.get(name, 0.0) < floor]


def main() -> int:
    """Print the table; 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--raise", action="store_true", dest="raising", help="raise the floors to what is measured")
    options = parser.parse_args()

    kept = read_floors(FLOORS)
    gold_sha256 = hash_reports(options.gold / "dev")
    figures = measure(options.gold)
    low = below(kept.floors, figures)
    if options.raising and not low:
        kept = Floors(gold_sha256, raise_floors(kept.floors, figures))
        write_floors(FLOORS, kept)

    print(f"{'accuracy':24}{'figure':>7}{'floor':>8}")
    for name in kept.floors | figures:
        figure, floor = figures.get(name, 0.0), kept.floors.get(name, 0.0)
        print(f"{name:24}{cut(figure):7.3f}{floor:8.3f}{'  BELOW ITS FLOOR' if name in low else ''}")
    if gold_sha256 != kept.gold_sha256:
        print("the annotated reports are not those that the floors were measured on:")
        print(f"  sha256 {gold_sha256}, floors of {kept.gold_sha256}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
