"""Sections written as lines, so that a test shows the words that it is about."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from reportcli.model import Observation, Section, Sentence, Statement

# 【一般公共预算收入】完成[9.2亿元]: an observation of the indicator, a goal where the line begins with G, a result
# where with A; a main figure where ! follows the letter, a standard indicator where * does.
FIGURE = re.compile(r"【([^】]+)】([^\[【]*)\[([^\]]+)\]")
Part = tuple[Section, list[Sentence], str]


@pytest.fixture
def make_section() -> Callable[..., Part]:
    """Makes a section, its sentences and the text, whose lines begin with what they state: G, A, B for both, N."""

    def make(*lines: str, title: str | None = None, region: str | None = None, start: int = 0) -> Part:
        sentences, observations, statements = [], [], []
        text = ""
        if title:
            text = title + "\n"
            sentences.append(Sentence(title, range(start, start + len(title))))
        for line in lines:
            label, marked = line.split(" ", 1)
            plain = FIGURE.sub(r"\1\2\3", marked)
            at = start + len(text)
            sentence = Sentence(plain, range(at, at + len(plain)))
            sentences.append(sentence)
            kinds = {"G": ("goal",), "A": ("achievement",), "B": ("goal", "achievement"), "N": ()}[label[0]]
            for kind in kinds:
                statements.append(Statement(kind, None, None, None, region, None, plain, at, sentence.end, 1, None))
            for match in FIGURE.finditer(marked):
                number = at + len(FIGURE.sub(r"\1\2\3", marked[: match.end()])) - len(match[3])
                canonical = match[1] if "*" in label else None
                observations.append(
                    make_observation(match, kinds[0], canonical, number, sentence, headline="!" in label)
                )
            text += plain + "\n"
        section = Section(
            title,
            region,
            None,
            "mixed",
            1,
            start,
            start + len(text),
            1,
            observations=tuple(observations),
            statements=tuple(statements),
        )
        return section, sentences, text

    return make


def make_observation(match, kind, canonical, number, sentence, *, headline) -> Observation:
    return Observation(
        kind=kind,
        indicator=match[1],
        canonical=canonical,
        measure="level",
        value=Decimal(1),
        upper=None,
        unit="",
        bound="=",
        period=None,
        region=None,
        region_code=None,
        quote=match[3],
        start=number,
        end=number + len(match[3]),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        line=1,
        locator=None,
        headline=headline,
        scope="place",
        rate=None,
        base_period=None,
        basis=None,
        commitment=None,
        estimated=False,
        among=None,
    )
