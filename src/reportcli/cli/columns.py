"""The columns of rows that a user asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

ColumnsOption = Annotated[
    str | None, typer.Option(metavar="A,B,C", help="Only these columns, in this order.", show_default=False)
]


def split_columns(wanted: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """The names in what `--columns` says; raises BadParameter for one that is not `known`."""
    names = tuple(name.strip() for name in wanted.split(",")) if wanted else ()
    if unknown := [name for name in names if name not in known]:
        raise typer.BadParameter(f"no column {', '.join(unknown)}; there are {', '.join(known)}")
    return names
