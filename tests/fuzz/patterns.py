"""Hunt for patterns whose time grows faster than their text: `make patterns`.

Every pattern that the program compiles on its way through the samples and the tests' documents is searched for in texts
that repeat a piece of what it is made of, or two, at three lengths. A line a finding: how the time grew when the length
doubled (2 is linear, 4 is quadratic), the seconds at the longest, the piece, the pattern and where it was compiled. A
pattern that is only ever used on short texts may stand there: what a document can trigger is told by `make bench` and
`make fuzz`.
"""

from __future__ import annotations

import random
import re
import re._constants as codes
import re._parser as parser
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LENGTHS = (2000, 4000, 8000)
SLOW, PATIENCE = 0.02, 0.5  # seconds that make a growth worth measuring, and that are too many
GROWTH = 3.0
MOST_PIECES, PAIRS = 25, 25

_found: dict[tuple[str, int], str] = {}
_compile = re.compile


def _record(pattern: Any, flags: int = 0) -> Any:
    made = _compile(pattern, flags)
    if isinstance(made.pattern, str):
        frame = sys._getframe(1)
        if "reportcli" in frame.f_code.co_filename:
            place = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
            _found.setdefault((made.pattern, made.flags), place)
    return made


def collect() -> dict[tuple[str, int], str]:
    """The patterns with their flags, and where each is compiled."""
    re.compile = _record  # type: ignore[assignment]
    for module in [name for name in sys.modules if name.startswith("reportcli")]:
        del sys.modules[module]
    from typer.testing import CliRunner  # noqa: PLC0415

    from reportcli.cli.app import app  # noqa: PLC0415

    samples = sorted(map(str, Path("samples").glob("*.[thm][xtd]*")))
    for command in ("summarize", "check", "compare", "track", "keywords"):
        CliRunner().invoke(app, [command, *samples, "--quiet"])
    sys.path.append("tests/reading")
    from made_documents import REPORT, TABLE, make_docx, make_pdf  # noqa: PLC0415

    from reportcli.reading.docx import extract_docx  # noqa: PLC0415
    from reportcli.reading.pdf import extract_pdf  # noqa: PLC0415

    extract_docx(make_docx(REPORT, table=TABLE), "a")
    extract_pdf(make_pdf(REPORT, table=TABLE), "a")
    re.compile = _compile
    return dict(_found)


def _pieces(parsed: Any) -> Iterator[str]:
    """The words and characters that a pattern is made of."""
    word = ""
    for code, value in parsed:
        if code is codes.LITERAL:
            word += chr(value)
            yield chr(value)
            continue
        if word:
            yield word
            word = ""
        match code:
            case codes.IN:
                for kind, inner in value:
                    if kind is codes.LITERAL:
                        yield chr(inner)
                    elif kind is codes.RANGE:
                        yield chr(inner[0])
                    elif kind is codes.CATEGORY:
                        yield {codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " "}.get(inner, "好")
                if value and value[0][0] is codes.NEGATE:
                    yield "字"
            case codes.ANY | codes.NOT_LITERAL:
                yield "字"
            case codes.BRANCH:
                for branch in value[1]:
                    yield from _pieces(branch)
            case codes.SUBPATTERN:
                yield from _pieces(value[-1])
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                yield from _pieces(value[2])
            case codes.ASSERT | codes.ASSERT_NOT:
                yield from _pieces(value[1])
            case codes.ATOMIC_GROUP:
                yield from _pieces(value)
    if word:
        yield word


class _Late(Exception):
    pass


def _late(*_: object) -> None:
    raise _Late


def _taken(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        for _match in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
    except _Late:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def main() -> None:
    """Print a line a finding."""
    signal.signal(signal.SIGVTALRM, _late)
    chance = random.Random(1)
    patterns = collect()
    findings = 0
    for (source, flags), place in patterns.items():
        pattern = _compile(source, flags)
        pieces = [*dict.fromkeys(_pieces(parser.parse(source, flags)))]
        chosen = sorted(pieces, key=lambda piece: (len(piece) > 1, chance.random()))[:MOST_PIECES]
        chosen += ["".join(chance.choices(pieces, k=2)) for _ in range(PAIRS)] if pieces else []
        worst = None
        for piece in dict.fromkeys(chosen):
            times = [_taken(pattern, piece * (LENGTHS[0] // len(piece) + 1) + "\n\0")]
            if times[0] * 16 > SLOW:
                times += [_taken(pattern, piece * (n // len(piece) + 1) + "\n\0") for n in LENGTHS[1:]]
                growth = times[-1] / max(times[-2], 1e-9)
                if times[-1] > SLOW and (growth > GROWTH or times[-1] >= PATIENCE):
                    worst = max(worst or (0, 0, ""), (times[-1], growth, piece))
        if worst is not None:
            findings += 1
            seconds, growth, piece = worst
            print(f"{growth:5.1f} {seconds:7.3f} s  {piece!r:20} {place:28} {source[:160]!r}", flush=True)
    print(f"{findings} of {len(patterns)} patterns", file=sys.stderr)


if __name__ == "__main__":
    main()
