import csv
import io
import json
from decimal import Decimal

import msgspec
import pytest
from built_reports import LOTUS, NEWS, Part, Sentence, build, figure, reached
from jsonschema import Draft202012Validator

from reportcli.model import Observation, Report, Rows, Section
from reportcli.rendering.formats import Format, Page
from reportcli.rendering.json import contract
from reportcli.rendering.labels import EN, ZH
from reportcli.rendering.report_formats import render_reports
from reportcli.rendering.row_formats import render_rows

ROWS = Rows(
    ("indicator", "value", "headline", "line"),
    (("收入", Decimal("8.0"), True, 3), ("=cmd()|x\ty", Decimal("-3.20"), False, None)),
)


def rows_as(format: Format, rows: Rows = ROWS) -> str:
    return "".join(render_rows(rows, format, Page(labels=ZH)))


def reports_as(format: Format, *reports: Report) -> str:
    return "".join(render_reports(reports or (NEWS,), format, Page(labels=EN)))


@pytest.mark.parametrize("format", Format)
def test_every_format_writes_rows_and_reports(format):
    assert "收入" in rows_as(format)
    assert "实际利用外资" in reports_as(format)
    assert rows_as(format).endswith("\n")
    assert reports_as(format).endswith("\n")


@pytest.mark.parametrize("format", Format)
def test_every_format_writes_no_rows(format):
    nothing = rows_as(format, Rows(("indicator", "line"), ()))
    assert "收入" not in nothing
    assert nothing.strip() or format is Format.JSONL


def test_rows_as_json_are_objects():
    assert rows_as(Format.JSONL) == (
        '{"indicator":"收入","value":8.0,"headline":true,"line":3}\n'
        '{"indicator":"=cmd()|x\\ty","value":-3.20,"headline":false,"line":null}\n'
    )
    assert json.loads(rows_as(Format.JSON)) == [json.loads(line) for line in rows_as(Format.JSONL).splitlines()]
    assert json.loads(rows_as(Format.JSON, Rows(("a",), ()))) == []


def test_rows_as_csv_and_tsv():
    assert rows_as(Format.CSV) == "indicator,value,headline,line\n收入,8.0,true,3\n'=cmd()|x y,-3.20,false,\n"
    assert rows_as(Format.TSV) == "indicator\tvalue\theadline\tline\n收入\t8.0\ttrue\t3\n'=cmd()|x y\t-3.20\tfalse\t\n"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("+cmd", "'+cmd"),
        ("-1+2", "'-1+2"),
        ("@sum", "'@sum"),
        ("=1", "'=1"),
        ("\t=1", "'=1"),
        ("\u2028=1", "'=1"),
        # the bound, and what a spreadsheet takes for a number
        ("=", "="),
        (">=", ">="),
        ("+3.8%", "+3.8%"),
        ("-50", "-50"),
        ("+2.4个百分点", "'+2.4个百分点"),
    ],
)
def test_no_text_is_a_formula(text, field):
    assert rows_as(Format.TSV, Rows(("a",), ((text,),))) == f"a\n{field}\n"
    assert next(csv.reader(io.StringIO(rows_as(Format.CSV, Rows(("a",), ((text,),)))[2:]))) == [field]


def test_csv_fields_survive_quotes_and_commas():
    text = '推进"三大"改造,新建3所'
    assert [*csv.reader(io.StringIO(rows_as(Format.CSV, Rows(("a", "b"), ((text, 1),)))))][1] == [text, "1"]


def test_rows_as_a_table_have_headings_in_the_language_and_numbers_at_the_right():
    table = rows_as(
        Format.TABLE, Rows(("kind", "indicator", "line"), (("goal", "收入", 3), ("achievement", "投资", 12)))
    )
    assert table == "类型  指标  行\n--------------\n目标  收入   3\n实绩  投资  12\n"
    english = "".join(render_rows(Rows(("kind", "line"), (("goal", 3),)), Format.TABLE, Page(labels=EN)))
    assert english == "kind  line\n----------\ngoal     3\n"


def test_rows_as_markdown():
    assert rows_as(Format.MARKDOWN, Rows(("indicator", "line"), (("a|b", 3),))) == (
        "| 指标 | 行 |\n| --- | ---: |\n| a\\|b | 3 |\n"
    )


def test_json_reports_keep_every_key_in_the_order_of_the_contract():
    (report,) = json.loads(reports_as(Format.JSON))
    assert [*report] == [*Report.__struct_fields__]
    section = report["sections"][2]
    assert [*section] == [*Section.__struct_fields__]
    assert [*section["observations"][0]] == [*Observation.__struct_fields__]


def test_jsonl_gives_a_report_a_line_whatever_splits_lines():
    odd = build(Part("甲\u2028乙\x85丙\x0b", (Sentence("目标\x1b[2J。", kinds=("goal",)),)))
    lines = reports_as(Format.JSONL, odd, NEWS).splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["sections"][0]["title"] == "甲\u2028乙\x85丙\x0b"
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in lines[0])


def test_numbers_are_written_as_in_the_report():
    found = reached("1.32亿元、8.0%、0.10家", figure("1.32亿元", "a"), figure("8.0%", "b"), figure("0.10家", "c"))
    written = reports_as(Format.JSONL, build(Part(None, (found,))))
    assert [value in written for value in ('"value":1.32,', '"value":8.0,', '"value":0.10,')] == [True] * 3


def test_json_is_what_the_model_reads_back():
    assert msgspec.json.decode(reports_as(Format.JSONL), type=Report) == NEWS


SCHEMA = json.loads(contract())


@pytest.mark.parametrize("report", [NEWS, build(), build(LOTUS, year=None, place=None, source=None)])
def test_json_reports_fulfil_the_published_schema(report):
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(reports_as(Format.JSONL, report)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sections", 0, "observations", 0, "value"), "2.4"),
        (("sections", 0, "observations", 0, "bound"), ">"),
        (("sections", 0, "observations", 0, "more"), 1),
        (("sections", 0, "role"), "unknown"),
        (("year",), "2024"),
        (("more",), 1),
    ],
)
def test_the_schema_refuses_what_is_no_report(path, value):
    report = json.loads(reports_as(Format.JSONL, build(LOTUS)))
    target = report
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert not Draft202012Validator(SCHEMA).is_valid(report)


def test_the_schema_asks_for_every_key():
    report = json.loads(reports_as(Format.JSONL, build(LOTUS)))
    for name in ("schema", "keywords", "place_code"):
        assert not Draft202012Validator(SCHEMA).is_valid({key: report[key] for key in report if key != name})
    del report["sections"][0]["statements"]
    assert not Draft202012Validator(SCHEMA).is_valid(report)


def test_the_schema_says_what_each_type_is():
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        assert "\n" not in definition["description"], name
