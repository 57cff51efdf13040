"""Web pages (.html): the main text, its title, day and publisher above it, and its tables.

What the page says of itself only in its head stands above the text as lines of the usual form (发布时间：2024-01-18).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as parser
from msgspec import Struct

from reportcli.errors import InputError
from reportcli.patterns import regex
from reportcli.reading.blocks import MAX_CELLS, Content, Grid, GridCell, Text, assemble
from reportcli.reading.main_text import CELLS, INLINE, find_main

# A page nests some 30 elements; what nests more than this would only take time.
_DEEPEST = 500
_WIDEST, _HIGHEST = 100, 1000
_LONGEST_FACT = 120

_DROPPED = regex(
    r"head|script|style|noscript|template|nav|footer|form|select|button|iframe|svg|object|embed|video|audio"
)
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION = regex(r"^\s*<\?xml[^>]*>")
# A line break in the source between Chinese characters is no space on the page.
_BREAK = regex(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7f])")
_SPACE = regex(r"[ \t\r\n\f]+")
_ANY_SPACE = regex(r"\s+")

# The names by which government sites' pages say what they are (《政府网站发展指引》 and what is older or general).
_TITLES = ("articletitle", "og:title", "title")
_DAYS = ("pubdate", "publishdate", "article:published_time", "publish_date", "others")
_SOURCES = ("contentsource", "source", "sitename", "og:site_name", "author")
_DAY = regex(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_FACT = regex(r"(?:来\s*源|发布(?:时间|日期|机构|单位)|发文(?:时间|日期|机关)|成文日期|日\s*期|时\s*间)\s*[:：]\s*\S")
_TITLE_PARTS = regex(r"[_|｜]|\s+[-–—]\s*|\s*[-–—]\s+")


class _Facts(Struct, frozen=True):
    """What a page says of itself."""

    title: str | None
    day: str | None
    publisher: str | None


def extract_html(text: str, source: str) -> Content:
    """The main text and the tables of a page whose decoded source is `text`.

    Raises InputError where there are none; `source` is what the message calls the page.
    """
    try:
        page = parser.document_fromstring(_DECLARATION.sub("", text).replace("\0", ""))
    except (etree.ParserError, ValueError) as error:
        raise InputError(
            f"{source}: this web page holds no text", "Save the page whole, or its text as .txt."
        ) from error
    if _depth(page) > _DEEPEST:
        raise InputError(f"{source}: this web page is nested too deeply", "Save its text as a .txt file and read that.")
    facts = _facts_of(page)
    _drop(page)
    body = page.find("body")
    root = body if body is not None else page
    main = find_main(root)
    blocks = list(_blocks(main, source))
    return assemble([*_header(facts, root, main, blocks), *blocks], source)


def _depth(page: Any) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _facts_of(page: Any) -> _Facts:
    named: dict[str, str] = {}
    for meta in page.iter("meta"):
        name, value = (meta.get("name") or meta.get("property") or "").lower(), meta.get("content") or ""
        if value.strip():
            named.setdefault(name, _ANY_SPACE.sub(" ", value).strip())
    whole = _ANY_SPACE.sub(" ", page.findtext(".//title") or "").strip()
    parts = [part.strip() for part in _TITLE_PARTS.split(whole) if part.strip()]
    title = next((named[name] for name in _TITLES if name in named), parts[0] if parts else None)
    days = (_DAY.search(named[name]) for name in _DAYS if name in named)
    publisher = next((named[name] for name in _SOURCES if name in named), parts[-1] if len(parts) > 1 else None)
    return _Facts(title, next((day.group() for day in days if day), None), publisher)


def _drop(page: Any) -> None:
    """Takes out what no reader of the page sees, and what leads around its site."""
    for element in list(page.iter()):
        hidden = isinstance(element.tag, str) and (
            _DROPPED.fullmatch(element.tag)
            or element.get("hidden") is not None
            or _HIDDEN.search(element.get("style") or "")
        )
        if (hidden or not isinstance(element.tag, str)) and element.getparent() is not None:
            element.drop_tree()


def _header(facts: _Facts, root: Any, main: Any, blocks: list[Text | Grid]) -> Iterator[Text]:
    """The lines above the main text that say what it is: those of the page, and of its head what they leave out."""
    top = "".join(_ANY_SPACE.sub("", block.text) for block in blocks[:5] if isinstance(block, Text))
    before = [] if main is root else list(_facts_before(root, main))
    if facts.title and _ANY_SPACE.sub("", facts.title) not in top:
        yield Text(facts.title)
    if not any(_DAY.search(line) for line in (*before, top)) and facts.day:
        yield Text(f"发布时间：{facts.day}")
    if not any("来源" in _ANY_SPACE.sub("", line) for line in (*before, top)) and facts.publisher:
        yield Text(f"来源：{facts.publisher}")
    yield from (Text(line) for line in before)


def _facts_before(root: Any, main: Any) -> Iterator[str]:
    """The short lines before the main text that name its day or its source."""
    for block in _blocks(root, "", stop=main):
        for line in block.text.splitlines() if isinstance(block, Text) else ():
            if len(line) <= _LONGEST_FACT and _FACT.search(line):
                yield line


def _blocks(root: Any, source: str, stop: Any = None) -> Iterator[Text | Grid]:
    """The lines and tables under `root`, up to the element `stop`."""
    pieces: list[str] = []

    def flush() -> Iterator[Text]:
        line = _SPACE.sub(" ", _BREAK.sub("", "".join(pieces))).strip()
        pieces.clear()
        if line:
            yield Text(line)

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is stop:
                break
            if not INLINE.fullmatch(element.tag):
                yield from flush()
            if element.tag == "table" and element is not root and _is_grid(element):
                yield Grid(tuple(_cells(element, source)))
                walk.skip_subtree()
            else:
                pieces.append(element.text or "")
        else:
            if not INLINE.fullmatch(element.tag):
                yield from flush()
            if element is not root:
                pieces.append(element.tail or "")
    yield from flush()


def _is_grid(table: Any) -> bool:
    """Whether a table has cells of its own and no table in it: that would lay out the page."""
    return table.find(".//table") is None and table.find(".//tr") is not None


def _cells(table: Any, source: str) -> Iterator[GridCell]:
    """The cells of a table, row by row, with the columns that those merged over rows leave free."""
    taken: dict[int, int] = {}  # by column: the last row that a cell above covers
    count = 0
    for row, element in enumerate(table.iter("tr"), 1):
        column = 1
        for cell in element:
            if cell.tag not in CELLS:
                continue
            if count > MAX_CELLS:
                return  # those so far are told to be too many
            count += 1
            while taken.get(column, 0) >= row:
                column += 1
            width, height = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _HIGHEST)
            text = "\n".join(block.text for block in _blocks(cell, source) if isinstance(block, Text))
            yield GridCell(text, row, column, height, width)
            if height > 1:
                taken.update((covered, row + height - 1) for covered in range(column, column + width))
            column += width


def _span(cell: Any, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(1, int(value)), most) if value.isascii() and value.isdigit() and len(value) < 6 else 1
