"""Patterns that are compiled when they are first used.

The rules have some four hundred of them and a report needs about half, but to compile one takes as long as to read a
sentence or two.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that `re.compile` makes, to be used by its methods; an error in it is raised by its first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What a compiled pattern has under this name; its methods are ours from then on, and cost nothing more."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
