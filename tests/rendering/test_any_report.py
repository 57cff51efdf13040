"""Whatever a text holds, its report can be written in every format, and fits the terminal."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reportcli.pipeline import analyze
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.labels import ZH
from reportcli.rendering.report_formats import render_reports
from reportcli.rendering.row_formats import render_rows
from reportcli.rendering.rows import keyword_rows, observation_rows, section_rows, statement_rows
from reportcli.rendering.wide import wide_rows

PIECES = [
    *(
        "一、2023年工作回顾",
        "二、2024年工作计划",
        "（一）抓项目",
        "荷塘街道 筑新城",
        "桥头镇",
        "\n",
        "\n\n",
        "。",
        "；",
        "，",
        "、",
        "其中",
    ),
    *(
        "完成一般公共预算收入",
        "1.32亿元",
        "增长15%",
        "下降3.2%",
        "固定资产投资",
        "突破",
        "左右",
        "以上",
        "全市第3位",
        "5%-6%",
        "翻一番",
    ),
    *(
        "主要预期目标是",
        "2024年",
        "到2027年",
        "要办好民生实事",
        "还存在不少短板",
        "“1171”",
        "\x1b[31m",
        "|",
        "=1+1",
        "\t",
        "１２．５％",
        "\u2028",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map("".join)


@settings(max_examples=60)
@given(TEXTS, st.booleans())
def test_any_report_can_be_written(text, full):
    report = analyze(text)
    for format in Format:
        drawn = "".join(render_reports([report], format, Page(80, labels=ZH, full=full)))
        assert "\x1b" not in drawn
        if format is Format.TABLE:
            assert all(cell_len(line) <= 80 for line in drawn.splitlines())
        if format is Format.JSON:
            assert json.loads(drawn)[0]["schema"] == 1
    for rows in (
        observation_rows([report]),
        statement_rows([report]),
        section_rows([report]),
        keyword_rows([report]),
        wide_rows([report], lambda _: True),
    ):
        for format in Format:
            written = "".join(render_rows(rows, format, Page(labels=ZH)))
            assert "\x1b" not in written
        tsv = "".join(render_rows(rows, Format.TSV, Page()))
        assert {line.count("\t") for line in tsv.split("\n")[:-1]} == {len(rows.columns) - 1}
