"""Hold the engines that find keywords and choose summary sentences side by side, on annotated reports.

    python tests/accuracy/engines.py [GOLD]

GOLD is a folder with further annotated reports, in dev/.
"""

from __future__ import annotations

import sys
from pathlib import Path

from floors import find_sets
from scoring import load, read_reports, score

ENGINES = {
    "keywords, rjieba": ("keywords at 10", ("--tokenizer", "rjieba")),
    "keywords, jieba": ("keywords at 10", ("--tokenizer", "jieba")),
    "key sentences, own": ("key sentences", ("--summarizer", "own")),
    "key sentences, snownlp": ("key sentences", ("--summarizer", "snownlp")),
}


def main() -> None:
    """Print a line an engine: its F1 on each set."""
    sets = {name: load(folder) for name, folder in find_sets(Path(sys.argv[1]) if sys.argv[1:] else None).items()}
    sets = {name: reports for name, reports in sets.items() if any(report.gold.get("digests") for report in reports)}
    print(f"{'F1':24}" + "".join(f"{name:>10}" for name in sets))
    for engine, (figure, options) in ENGINES.items():
        scores = [score(documents, read_reports(documents, options=options)) for documents in sets.values()]
        print(f"{engine:24}" + "".join(f"{each.figures[figure]:10.3f}" for each in scores))


if __name__ == "__main__":
    main()
