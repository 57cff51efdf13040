"""Which element of a web page is its main text.

It is the innermost that holds most of what the page says outside of links, and every figure of it, so what is left out
is the page around the report; what is still furniture is left to layout, as that of text files is.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from reportcli.patterns import regex

# The main text is sought as far inwards as this much of the page's words stays together, with every figure and all but
# so many sentences: those of a copyright notice.
_MAIN, _NOTICES = 0.8, 3
CELLS = ("td", "th")
INLINE = regex(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|o:p|q|rp|rt|ruby|s|samp|small|span"
    r"|st1:chsdate|strike|strong|sub|sup|time|tt|u|ucaptitle|var|wbr"
)
# What is a line or a table of the text, and not the text.
_TEXT = regex(r"p|h[1-6]|ul|ol|li|table|tbody|tr")
_FIGURE = regex(r"\d\s?(?:[%％‰亿万元]|个百分点)")
_NUMBER = regex(r"\s*[-+−]?\d[\d,.]*\s*")
_HAN = regex(r"[\u4e00-\u9fff]")


class _Said(NamedTuple):
    """How much an element says outside of links: Chinese characters, sentences, figures."""

    characters: int = 0
    sentences: int = 0
    figures: int = 0

    def plus(self, text: str | None, *, is_cell: bool = False) -> _Said:
        """With what `text` says too, in a table's cell or elsewhere."""
        if not text or text.isspace():
            return self
        figures = len(_FIGURE.findall(text)) + (is_cell and _NUMBER.fullmatch(text) is not None)
        return _Said(
            self.characters + len(_HAN.findall(text)), self.sentences + text.count("。"), self.figures + figures
        )


def find_main(root: Any) -> Any:
    """The innermost element that holds what `root` says outside of links: most of it, and every figure."""
    said: dict[Any, _Said] = {}
    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        links += (element.tag == "a") * (1 if event == "start" else -1)
        if event == "start":
            said[element] = _Said() if links else _Said().plus(element.text, is_cell=element.tag in CELLS)
        elif element is not root:
            parent = element.getparent()
            both = _Said(*map(sum, zip(said[parent], said[element], strict=True)))
            said[parent] = both if links else both.plus(element.tail)
    main = root
    while True:
        inner = next((each for each in main if _is_main(said[each], said[main])), None)
        if inner is None or _TEXT.fullmatch(inner.tag) or INLINE.fullmatch(inner.tag):
            return main
        main = inner


def _is_main(inner: _Said, outer: _Said) -> bool:
    """Whether what an element says is the report, and the rest of what is around it the page."""
    return (
        inner.characters >= max(1, _MAIN * outer.characters)
        and inner.figures == outer.figures
        and inner.sentences >= outer.sentences - _NOTICES
    )
