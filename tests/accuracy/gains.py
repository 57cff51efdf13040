"""What a change of the program gained and lost on annotated reports, record by record."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scoring import Annotated, Outcome, read_reports, score

_ROOT = Path(__file__).parents[2]
_GOOD = "right"


def changed_since(revision: str) -> bool:
    """Whether the program differs from that of the git revision; False where there is no git to ask."""
    asked = subprocess.run(
        ["git", "diff", "--quiet", revision, "--", "src"], cwd=_ROOT, capture_output=True, check=False
    )
    return asked.returncode == 1


@contextmanager
def source_of(revision: str) -> Iterator[Path]:
    """The folder with the program's code as of a git revision; it is gone afterwards. SystemExit where git has none."""
    packed = subprocess.run(["git", "archive", revision, "src"], cwd=_ROOT, capture_output=True, check=False)
    if packed.returncode:
        raise SystemExit(f"no program of {revision!r} to compare with: {packed.stderr.decode().strip()}")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
        yield Path(folder, "src")


def outcomes_then(documents: Sequence[Annotated], source: Path) -> list[Outcome]:
    """The outcomes of the program whose code lies in `source`."""
    return score(documents, read_reports(documents, source)).outcomes


def compare(then: Sequence[Outcome], now: Sequence[Outcome]) -> tuple[list[str], list[str]]:
    """The gains and the losses, a line each: what was wrong and is right, what was right and is not.

    What is said without being annotated is a loss where it is new, a gain where it is gone; so is a further field.
    """
    before, after = _by_key(then), _by_key(now)
    gains, losses = [], []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        was, is_now = old is None or old.verdict == _GOOD, new is None or new.verdict == _GOOD
        shown = new if new is not None and not is_now else old if old is not None and not was else None
        if was == is_now or shown is None:
            continue
        line = f"{shown.document}  {shown.sort}: {shown.verdict}  {shown.about}"
        (gains if is_now else losses).append(line)
    return gains, losses


def _by_key(outcomes: Sequence[Outcome]) -> dict[tuple[str, str, str, int], Outcome]:
    """The outcomes by what they are about; several on the same characters are counted."""
    seen = Counter[tuple[str, str, str]]()
    found = {}
    for outcome in outcomes:
        key = (outcome.document, outcome.sort, outcome.key)
        found[*key, seen[key]] = outcome
        seen[key] += 1
    return found
