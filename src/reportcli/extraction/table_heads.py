"""What the heads over a column of a table say together, and what it takes over from the columns to its left."""

from __future__ import annotations

from msgspec.structs import replace

from reportcli.extraction.grids import Shape
from reportcli.extraction.heads import Caption, Head, read_head
from reportcli.extraction.periods import OPEN, Frame


def read_heads(shape: Shape, caption: Caption, time: tuple[int, int]) -> dict[int, Head]:
    """What the heads of each column of figures say together.

    A growth, a share or a rank without a name or a time of its own is of the amount to its left; what the caption says
    is measured (涨跌幅度) holds where no column says it. `time` is the report's year and that which is meant where none
    is named.
    """
    found: dict[int, Head] = {}
    amounts: list[Head] = []
    for before, column in zip((None, *shape.columns), shape.columns, strict=False):
        head = Head("")
        for text in column.heads:
            head = _join(head, read_head(text, *time))
        if before is None or before.names != column.names:
            amounts = []
        is_amount = head.measure in (None, "level") and not head.share
        if amounts and not is_amount:
            left = amounts[-1]
            seen = [each.frame.year for each in amounts if each.frame.year]
            if head.measure == "completion":
                left = next((each for each in reversed(amounts) if not each.is_goal), replace(left, is_goal=False))
            head = replace(head, name=head.name or left.name, is_goal=head.is_goal or left.is_goal)
            if head.rate == "average" and len(seen) > 1:
                head = replace(head, frame=Frame(span=(min(seen) + 1, max(seen))))
            elif head.frame == OPEN:
                head = replace(head, frame=left.frame)
        found[column.index] = head
        if is_amount:
            amounts.append(head)
    if caption.head.measure and not any(head.measure or head.unit not in ("", "%") for head in found.values()):
        measured = caption.head
        return {
            index: replace(head, measure=measured.measure, rate=measured.rate, share=measured.share, sign=measured.sign)
            for index, head in found.items()
        }
    return found


def _join(above: Head, head: Head) -> Head:
    """What two heads over each other say."""
    return Head(
        name=above.name + head.name,
        measure=head.measure or above.measure,
        unit=head.unit or above.unit,
        frame=above.frame if head.frame == OPEN else head.frame,
        rate=head.rate or above.rate,
        base=head.base or above.base,
        sign=head.sign * above.sign,
        share=head.share or above.share,
        in_amount=head.in_amount or above.in_amount,
        is_goal=head.is_goal or above.is_goal,
        is_estimate=head.is_estimate or above.is_estimate,
    )
