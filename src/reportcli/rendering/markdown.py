"""Blocks and rows as Markdown: headings, pipe tables, lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportcli.patterns import regex
from reportcli.rendering.blocks import Block, Heading, Labelled, Note, Quotes, Table, Terms
from reportcli.rendering.legible import readable

# What Markdown or the HTML in it would act on.
_ACTIVE = regex(r"([\\`*_{}\[\]<>#|~&])")


def write_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """`blocks` as Markdown, a chunk a block, with an empty line between them."""
    for at, block in enumerate(blocks):
        yield ("\n" if at else "") + _write_one(block)


def _write_one(block: Block) -> str:
    match block:
        case Heading():
            aside = f" ({_escape(block.aside)})" if block.aside else ""
            return f"{'#' * (block.level + 1)} {_escape(block.text)}{aside}\n"
        case Labelled():
            return f"**{block.label}:** {_escape(block.text)}\n"
        case Terms():
            return f"**{block.label}:** {_escape('; '.join(block.terms))}\n"
        case Quotes():
            quotes = (f"- {_escape(sentence)} ({line})\n" for line, sentence in block.sentences)
            return f"**{block.label}**\n\n" + "".join(quotes)
        case Table():
            rule = tuple("---:" if column.figures else "---" for column in block.columns)
            headings = tuple(column.heading for column in block.columns)
            rows = (tuple(map(_escape, row)) for row in block.rows)
            return "".join(map(_write_row, (headings, rule, *rows)))
        case Note():
            return f"{_escape(block.text)}\n"


def _write_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escape(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", readable(text))
