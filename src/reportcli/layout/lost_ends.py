"""Where the ends of lines were lost: title, salutation and headings of a report in one line with its text."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcli.model import Paragraph
from reportcli.patterns import regex

_SALUTATION = regex("各位(?:代表|委员)[：:]")
# A salutation with so much before it or so much after it was a line of its own.
_LEAST, _FURTHEST = 60, 300
_NUMERAL = "[一二三四五六七八九十]"
_END = regex(
    rf"""
      (?<=工作报告)(?=[—－-]|[（(]\d|\d{{4}}年)                     # 政府工作报告|——2010年2月2日在…
    | (?={_SALUTATION.pattern}) | (?<=各位(?:代表|委员)[：:])
    | (?<=[。！])(?={_NUMERAL}、|[（(]{_NUMERAL}[）)])                # …。|一、2009年工作回顾
    | (?<=[。！见])(?=\d{{4}}年工作回顾) | (?<=\d年工作回顾)(?=\d{{4}}年|过去)
    """,
    re.VERBOSE,
)


def cut(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraphs that `paragraph` was before its line ends were lost; itself alone where it kept them."""
    text = paragraph.text
    found = _SALUTATION.search(text, 0, _FURTHEST)
    if found is None or len(text) - found.end() < _LEAST:
        return [paragraph]
    ends = [0, *(match.start() for match in _END.finditer(text) if match.start()), len(text)]
    return [Paragraph(text[a:b], paragraph.offsets[a:b]) for a, b in pairwise(ends) if text[a:b].strip()]
