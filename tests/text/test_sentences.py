"""Sentences cut a paragraph into pieces, in order, each at its place in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.model import Paragraph
from reportcli.text.sentences import find_sentences

PIECES = [
    "增长5%",
    "全县",
    "“",
    "”",
    "’",
    "」",
    '"',
    "'",
    " ",
    "\u3000",
    "\n",
    "。",
    "！",
    "？",
    "；",
    ";",
    "!",
    "，",
    "1.5",
    "A",
]


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40)))
    gaps = draw(st.lists(st.integers(1, 3), min_size=len(text), max_size=len(text)))
    offsets, place = [], draw(st.integers(0, 1000))
    for gap in gaps:
        place += gap
        offsets.append(place)
    return Paragraph(text, offsets)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in find_sentences(Paragraph(text, range(len(text))))]


@given(paragraphs())
def test_sentences_are_in_order_and_leave_out_only_space_and_closing_quotes(paragraph: Paragraph) -> None:
    index = {offset: i for i, offset in enumerate(paragraph.offsets)}
    place = 0
    for sentence in find_sentences(paragraph):
        start, end = index[sentence.start], index[sentence.end - 1] + 1
        assert set(paragraph.text[place:start]) <= set(" \u3000\n”’」\"'")
        assert sentence.text == paragraph.text[start:end]
        assert list(sentence.offsets) == list(paragraph.offsets[start:end])
        place = end
    assert set(paragraph.text[place:]) <= set(" \u3000\n”’」\"'")


@given(paragraphs())
def test_a_sentence_ends_with_its_mark_and_holds_none_before(paragraph: Paragraph) -> None:
    found = find_sentences(paragraph)
    for sentence in found:
        assert not re.search(r"[。！？；!?;]+[^。！？；!?;]", sentence.text)
        assert sentence.text == sentence.text.strip() != ""
    assert all(re.search(r"[。！？；!?;]$", sentence.text) for sentence in found[:-1])


@given(paragraphs())
def test_only_the_first_opens_the_paragraph(paragraph: Paragraph) -> None:
    opening: Sequence[bool] = [sentence.opens for sentence in find_sentences(paragraph)]
    assert opening == [i == 0 for i in range(len(opening))]


@given(paragraphs())
def test_a_sentence_is_the_only_one_of_itself(paragraph: Paragraph) -> None:
    for sentence in find_sentences(paragraph):
        assert [s.text for s in find_sentences(sentence)] == [sentence.text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5%。下降3%", ["增长5%。", "下降3%"]),
        ("一是增收；二是减支。", ["一是增收；", "二是减支。"]),
        ("他说：“实干！”大家鼓掌。", ["他说：“实干！", "大家鼓掌。"]),
        ("干得好！！再接再厉", ["干得好！！", "再接再厉"]),
        ("  全年完成。  \u3000", ["全年完成。"]),
        ("GDP增长5.2%，PM2.5下降。", ["GDP增长5.2%，PM2.5下降。"]),
        ("”。", ["。"]),
        (" \n”", []),
    ],
)
def test_sentences_of_reports(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
