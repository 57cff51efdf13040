"""Reports built by hand, as the pipeline would give them for the text that is built along with them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from msgspec import Struct

from reportcli.model import Keyword, Observation, Report, Section, Statement, SummarySentence


class Sentence(Struct, frozen=True):
    """A line of the text with its figures and the kinds of statement that it makes."""

    text: str
    figures: tuple[dict[str, Any], ...] = ()
    kinds: tuple[str, ...] = ()
    indicator: str | None = None


class Part(Struct, frozen=True):
    """A heading and the sentences under it."""

    title: str | None
    sentences: tuple[Sentence, ...] = ()
    region: str | None = None
    role: str = "mixed"
    level: int = 1
    keywords: tuple[str, ...] = ()
    summary: tuple[int, ...] = ()


def figure(quote: str, indicator: str, **fields: Any) -> dict[str, Any]:
    """An observation's fields; value and unit are read from the quote."""
    number = re.match(r"-?\d+(?:\.\d+)?", quote)
    own = {"value": Decimal(number[0]), "unit": re.sub(r"[余多]", "", quote[number.end() :])} if number else {}
    return {"quote": quote, "indicator": indicator} | own | fields


def reached(text: str, *figures: dict[str, Any]) -> Sentence:
    """A sentence of results."""
    return Sentence(text, tuple({"kind": "achievement", "period": "2023"} | each for each in figures), ("achievement",))


def aimed(text: str, *figures: dict[str, Any], indicator: str | None = None) -> Sentence:
    """A sentence of goals."""
    return Sentence(text, tuple({"kind": "goal", "period": "2024"} | each for each in figures), ("goal",), indicator)


def build(*parts: Part, **header: Any) -> Report:
    """The report of `parts`, a line a heading or sentence."""
    sections, start, line = [], 0, 1
    for part in parts:
        section, start, line = _section(part, start, line, header.get("place", "浔安区"))
        sections.append(section)
    facts: dict[str, Any] = {
        "source": "report.txt",
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "doc_type": "news",
        "title": "各街道谋划新一年",
        "place": "浔安区",
        "place_code": None,
        "year": 2024,
        "published": None,
        "keywords": (),
        "summary": (),
    }
    return Report(**(facts | header | {"sections": tuple(sections)}))


def _section(part: Part, start: int, line: int, place: str) -> tuple[Section, int, int]:
    first, first_line = start, line
    if part.title is not None:
        start, line = start + len(part.title) + 1, line + 1
    observations: list[Observation] = []
    statements: list[Statement] = []
    summary: list[SummarySentence] = []
    region = part.region or place
    for at, sentence in enumerate(part.sentences):
        end = start + len(sentence.text)
        observations += [_observation(each, sentence.text, start, line, region) for each in sentence.figures]
        statements += [
            Statement(kind, sentence.indicator, None, None, region, None, sentence.text, start, end, line, None)  # type: ignore[arg-type]
            for kind in sentence.kinds
        ]
        if at in part.summary:
            summary.append(SummarySentence(sentence.text, start, end))
        start, line = end + 1, line + 1
    keywords = tuple(Keyword(text, 1.0) for text in part.keywords)
    section = Section(
        part.title,
        part.region,
        None,
        part.role,  # type: ignore[arg-type]
        part.level,
        first,
        start,
        first_line,
        keywords,
        tuple(summary),
        tuple(observations),
        tuple(statements),
    )
    return section, start, line


def _observation(fields: dict[str, Any], text: str, start: int, line: int, region: str) -> Observation:
    at = start + text.index(fields["quote"])
    usual: dict[str, Any] = {
        "canonical": None,
        "measure": "level",
        "value": Decimal(1),
        "upper": None,
        "unit": "",
        "bound": "=",
        "region": region,
        "region_code": None,
        "start": at,
        "end": at + len(fields["quote"]),
        "sentence_start": start,
        "sentence_end": start + len(text),
        "line": line,
        "locator": None,
        "headline": False,
        "scope": "place",
        "rate": None,
        "base_period": None,
        "basis": None,
        "commitment": None,
        "estimated": False,
        "among": None,
    }
    return Observation(**(usual | fields))


LOTUS = Part(
    "荷塘街道  筑新城 兴产业",
    (
        reached(
            "2023年,荷塘街道一般公共预算收入2.4亿元,增长12%;实际利用外资200万美元。",
            figure("2.4亿元", "一般公共预算收入"),
            figure("12%", "一般公共预算收入", measure="growth", rate="yoy"),
            figure("200万美元", "实际利用外资"),
        ),
        reached(
            "净增规模以上企业30家,列入市级项目9个,其中重大项目2个。",
            figure("30家", "净增规模以上企业"),
            figure("9个", "市级项目"),
            figure("2个", "重大项目"),
        ),
        reached("主要指标稳居全区第一方阵。"),
        aimed("街道提出要以旧城更新为牵引。"),
        aimed(
            "2024年目标是:一般公共预算收入2.5亿元,固定资产投资增长8%左右,实际利用外资100万美元,净增规模以上企业12家。",
            figure("2.5亿元", "一般公共预算收入", headline=True),
            figure("8%", "固定资产投资", measure="growth", bound="~", headline=True),
            figure("100万美元", "实际利用外资", headline=True),
            figure("12家", "净增规模以上企业", headline=True),
        ),
        Sentence("城市更新资金缺口较大。", kinds=("problem",)),
    ),
    region="荷塘街道",
    keywords=("一般公共预算收入", "旧城更新"),
)

SILENT = Part("杏花村街道", (aimed("要深化网格治理。"),), region="杏花村街道")

NEWS = build(Part(None, level=0, role="other"), Part("各街道", role="other"), LOTUS, SILENT)
