"""Reports and rows as JSON and as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from reportcli.model import Cell, Report
from reportcli.patterns import regex

_ENCODER = msgspec.json.Encoder(decimal_format="number")

# Raw in JSON these are allowed, but a terminal acts on the controls, and a reader that splits lines as Unicode does
# splits at the separators: U+0080 to U+009F, U+2028, U+2029, and the marks of direction.
_UNSAFE = regex("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def encode(value: object) -> str:
    """`value` as one line of JSON; a Decimal is a number, digit by digit as it is written."""
    text = _ENCODER.encode(value).decode()
    return text if text.isprintable() else _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def array(items: Iterable[object]) -> Iterator[str]:
    """`items` as one indented array, an item a chunk."""
    opening = "["
    for item in items:
        yield f"{opening}\n{msgspec.json.format(encode(item), indent=2)}"
        opening = ","
    yield "\n]\n" if opening == "," else "[]\n"


def lines(items: Iterable[object]) -> Iterator[str]:
    """`items` one a line."""
    for item in items:
        yield encode(item) + "\n"


def objects(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[dict[str, object]]:
    """Each row as an object with the columns' names as its keys, none left out."""
    return (dict(zip(columns, row, strict=True)) for row in rows)


def contract() -> str:
    """The JSON Schema of a report, indented."""
    return msgspec.json.format(encode(report_schema()), indent=2) + "\n"


def report_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of one report as `json` and `jsonl` print it.

    msgspec describes what it reads; what is written is narrower: a Decimal is always a number, no key is ever left out
    and none is added.
    """

    def written(node: Any) -> Any:
        match node:
            case {"type": "string", "format": "decimal"}:
                return {"type": "number"}
            case {"type": "object", "properties": dict(properties), "description": str(description)}:
                return {
                    **node,
                    "description": " ".join(description.split()),
                    "properties": {key: written(value) for key, value in properties.items()},
                    "required": [*properties],
                    "additionalProperties": False,
                }
            case dict():
                return {key: written(value) for key, value in node.items() if key != "default"}
            case list():
                return [written(item) for item in node]
            case _:
                return node

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **written(msgspec.json.schema(Report))}
