"""What hostile texts are made of: words of the lexicon, sentences of the samples and the cases, marks, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reportcli.lexicon.files import DATA

ROOT = Path(__file__).parent.parent.parent
# What the words of the lexicon stand between.
MARKS = (
    *"，。；：、（）()【】[]〔〕《》“”‘’\"'<>|!！?？%％‰+-−–—~～·.…*#`_=@&/\\ \t\r\n\u3000\xa0\u200b\ufeff\ufffd\0\x1b",
    *"0123456789０９①⑩ⅠⅩ一二三四五六七八九十百千万亿〇零两半第",
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "第一章",
        "一是",
        "——",
        "……",
        "&nbsp;",
        "<br>",
        "| --- | --- |",
        "[1]",
        "http://",
    ),
    *(
        "1万",
        "1亿元",
        "3.2%",
        "-3.2",
        "5—6",
        "1:",
        "2:1",
        "1/2",
        "1,000",
        "10^9",
        "2023年",
        "2023-01-02",
        "1月",
        "分别",
    ),
    *(
        "增长5%，",
        "增长5%，增长",
        "分别增长5%、6%和7%",
        "到2025年",
        "达到1亿元，",
        "项目5个、",
        "“十四五”",
        "其中：",
        "位居全省第1",
    ),
    *(
        "金山街道",
        "白沙镇",
        "发展乡",
        "云溪县",
        "经开区",
        "表1 单位：亿元\n",
        "指标\t2023年\t增长\n",
        "发布时间：2024-01-18",
    ),
)


def find_words() -> list[str]:
    """The words of the lexicon, each once, and what they stand between."""
    found = dict.fromkeys(MARKS)
    for path in sorted(DATA.glob("*.yaml")):
        found.update(dict.fromkeys(_strings(yaml.safe_load(path.read_text(encoding="utf-8")))))
    return [*found]


def find_texts() -> list[str]:
    """The paragraphs of the samples and the texts of the cases."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "samples").glob("*.*")):
        if path.suffix in {".txt", ".md", ".html"} and "gb18030" not in path.name:
            found.update(dict.fromkeys(path.read_text(encoding="utf-8").splitlines(keepends=True)))
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        for cases in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            found.update(dict.fromkeys(case["text"] for case in cases or ()))
    return [text for text in found if text.strip()]


def _strings(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict():
            for key, value in data.items():
                yield from _strings(key)
                yield from _strings(value)
        case list():
            for item in data:
                yield from _strings(item)
