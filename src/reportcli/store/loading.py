"""How JSON lines become rows of a table."""

from __future__ import annotations

from reportcli.store.tables import DECIMAL, PLACES, TEXT, Table


def inserting(table: Table, largest: int) -> str:
    """The statement that inserts the JSON lines of the file that is its parameter; `largest` is its longest line.

    Each column's key is there in each line.
    """
    given = {
        column.given or column.name: TEXT if column.given or column.type == DECIMAL else column.type
        for column in table.columns
    }
    types = ", ".join(f"\"{key}\": '{type}'" for key, type in given.items())
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(
        _exact(column.name) if column.type == DECIMAL else f'"{column.given or column.name}"'
        for column in table.columns
    )
    # Room for a line is set aside several times over, so no more is asked for than needed.
    size = max(largest + 1, 1 << 20)
    return (
        f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM read_json(?, '
        f"format = 'newline_delimited', maximum_object_size = {size}, columns = {{{types}}})"
    )


def _exact(digits: str) -> str:
    """The decimal that the text in a column stands for, null where it would be rounded; 1E-9 is 0.000000001."""
    fits = f"length(split_part(\"{digits}\", '.', 2)) <= {PLACES} AND \"{digits}\" NOT LIKE '%E-%'"
    return f'if({fits}, try_cast("{digits}" AS {DECIMAL}), NULL)'
