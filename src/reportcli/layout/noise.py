"""Which lines are not the report's: furniture of the page, by its words and by what stands beside it.

No line that states a figure of the report is dropped for what stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportcli.layout.furniture import Furniture, name_all_furniture
from reportcli.layout.lines import Line
from reportcli.patterns import regex

# The longest value of a page's fact, and the longest title of another page.
_LONGEST: dict[Furniture | None, int] = {Furniture.LABEL: 12, Furniture.NEIGHBOUR: 60}
# The longest name of a link, beside a bar and above the way to the page.
_LINK, _CHANNEL = 12, 8
# So many lines like names in a row, before a page's foot, are its links.
_LINKS, _NAME = 5, 20
# A line that stands so often beside a page number is a running header.
_RUNNING, _HEADER = 3, 40
# A page describes itself so often at most.
_DESCRIPTIONS = 3
# The shortest line that counts as the report's prose.
_PROSE = 15

_SENTENCE = regex(r"[。；！!]")
_CLAUSES = regex(r"[。；！!：:]")
_WORDS_ONLY = regex(r"[^\d，。、；：！？,;:!?“”%]+")
_FIGURE = regex(r"\d\s*(?:[%‰亿万元家个户人项亩吨座所倍]|平方|公里|百分)")
_REPORT = regex(r"报告|公报|总结|要点")


def drop_noise(lines: Sequence[Line]) -> list[Line]:
    """The lines that belong to the report, in order."""
    named = name_all_furniture([line.text for line in lines])
    if not any(named):
        return list(lines)
    noise = {i for i, kind in enumerate(named) if kind not in (None, Furniture.LIKELY, Furniture.LIST)}
    noise.update(_values(lines, named))
    noise.update(_links(lines, named))
    noise.update(_running_headers(lines, named))
    noise.update(_likely(named, noise))
    noise.update(_foot(lines, named, noise))
    return [line for i, line in enumerate(lines) if i not in noise]


def _values(lines: Sequence[Line], named: Sequence[Furniture | None]) -> Iterator[int]:
    """The lines that are the value of the label before them: 来源： / 临江日报"""
    for i, kind in enumerate(named[:-1]):
        text = lines[i + 1].text
        # After 来源： with nothing behind it may come the report's title.
        title = kind is Furniture.LABEL and _REPORT.search(text)
        if kind in _LONGEST and len(text) <= _LONGEST[kind] and not _SENTENCE.search(text) and not title:
            yield i + 1


def _links(lines: Sequence[Line], named: Sequence[Furniture | None]) -> Iterator[int]:
    """The links on both sides of a bar, and those above the way to the page."""
    for i, kind in enumerate(named):
        if kind is Furniture.BAR:
            yield from (j for j in (i - 1, i + 1) if 0 <= j < len(lines) and _is_name(lines[j].text, _LINK))
    if Furniture.CRUMBS in named:
        top = range(named.index(Furniture.CRUMBS))
        yield from (i for i in top if _is_name(lines[i].text, _CHANNEL) and not _REPORT.search(lines[i].text))


def _running_headers(lines: Sequence[Line], named: Sequence[Furniture | None]) -> Iterator[int]:
    """The lines that stand beside page after page number, but for the title above the first sentence."""
    beside = [
        j
        for i, kind in enumerate(named)
        if kind is Furniture.PAGE
        for j in (i - 1, i + 1)
        if 0 <= j < len(lines) and len(lines[j].text) <= _HEADER and not _SENTENCE.search(lines[j].text)
    ]
    often = {text for text, count in Counter(lines[j].text for j in beside).items() if count >= _RUNNING}
    if often:
        prose = next((i for i, line in enumerate(lines) if _is_prose(line.text)), len(lines))
        first = next((i for i in range(prose) if lines[i].text in often), None)
        yield from (i for i, line in enumerate(lines) if i != first and line.text in often)


def _likely(named: Sequence[Furniture | None], noise: set[int]) -> Iterator[int]:
    """The lines that are furniture beside furniture, whichever side it is on."""
    for order, step in ((range(len(named)), -1), (range(len(named) - 1, -1, -1), 1)):
        last = None
        for i in order:
            certain = i in noise and named[i] is not Furniture.PAGE
            if certain or (named[i] is Furniture.LIKELY and last == i + step):
                last = i
                yield i


def _foot(lines: Sequence[Line], named: Sequence[Furniture | None], noise: set[int]) -> Iterator[int]:
    """The lines after the last sentence from the first furniture on, and the row of links before it."""
    furniture = [i for i, kind in enumerate(named) if kind not in (None, Furniture.PAGE, Furniture.LIKELY)]
    prose = [i for i, line in enumerate(lines) if i not in noise and _is_prose(line.text)]
    # Beneath its foot a page may describe itself in the report's own first sentences.
    for _ in range(_DESCRIPTIONS):
        if len(prose) > 1 and any(prose[-2] < i < prose[-1] for i in furniture) and _is_said(lines, prose):
            yield prose.pop()
    if not prose:
        return
    above = prose[-1] + 1
    first = next((i for i in furniture if i >= above), None)
    if first is None:
        return
    yield from (i for i in range(first, len(lines)) if not _FIGURE.search(lines[i].text))
    row = first
    while row > above and _is_name(lines[row - 1].text, _NAME):
        row -= 1
    if first - row >= _LINKS:
        yield from range(row, first)


def _is_said(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Whether the last of the lines `prose` says what one of the others said before."""
    *before, last = (lines[i].text for i in prose)
    sentences = [part for part in _CLAUSES.split(last) if len(part) >= _PROSE]
    return any(sentence in text for sentence in sentences for text in before)


def _is_name(text: str, longest: int) -> bool:
    return len(text) <= longest and _WORDS_ONLY.fullmatch(text) is not None


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and _SENTENCE.search(text) is not None
