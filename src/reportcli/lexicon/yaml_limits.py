"""What no file of settings has: aliases that stand for more than can be read, and nesting that leads nowhere.

PyYAML makes one value of all the places of an alias, so a small file can stand for more than fits into any memory. It
is told before anything is made of it, by what its parser reports (https://en.wikipedia.org/wiki/Billion_laughs_attack).
"""

from __future__ import annotations

from typing import Any

# The shipped lexicon has some ten thousand values and nests six deep.
MAX_VALUES = 200_000
DEEPEST = 40


def find_excess(content: bytes, loader: Any) -> tuple[str, Any] | None:
    """What is too much in a YAML text, with the mark of its place; None where nothing is.

    Raises yaml.YAMLError where it is no YAML.
    """
    import yaml  # noqa: PLC0415 - not needed where the cache holds the file

    sizes: dict[str, int] = {}  # by anchor: how many values it stands for
    open_anchors: list[str | None] = []
    counts = [0]  # of the values so far in each collection that is open
    for event in yaml.parse(content, Loader=loader):
        size = 1
        match event:
            case yaml.CollectionStartEvent():
                open_anchors.append(event.anchor)
                counts.append(1)
                if len(counts) > DEEPEST:
                    return "nested too deeply", event.start_mark
                continue
            case yaml.CollectionEndEvent():
                size, anchor = counts.pop(), open_anchors.pop()
            case yaml.ScalarEvent():
                anchor = event.anchor
            case yaml.AliasEvent():
                if event.anchor not in sizes:
                    return f"*{event.anchor} stands for nothing before it", event.start_mark
                size, anchor = sizes[event.anchor], None
            case _:
                continue
        if anchor is not None:
            sizes[anchor] = size
        counts[-1] += size
        if counts[-1] > MAX_VALUES:
            return f"more than {MAX_VALUES} values", event.start_mark
    return None
