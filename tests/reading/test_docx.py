"""Word documents: made by the tests, read in the order of the document."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document as Word
from docx.oxml.ns import nsdecls
from made_documents import REPORT, TABLE, figures, make_docx, save, zipped

from reportcli import analyze
from reportcli.errors import InputError
from reportcli.model import Document
from reportcli.reading import blocks, docx, read

BODY = f"<w:document {nsdecls('w')}><w:body>%s</w:body></w:document>"


def read_docx(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    return read(path)


def paragraph(xml: str) -> str:
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def test_a_word_document_says_what_its_text_says(tmp_path: Path) -> None:
    document = read_docx(tmp_path, make_docx())
    assert document.text == "".join(f"{text}\n" for text in REPORT)
    assert figures(document) == figures("\n".join(REPORT))
    assert document.encoding is None


def test_records_are_found_by_paragraph_and_by_cell(tmp_path: Path) -> None:
    report = analyze(read_docx(tmp_path, make_docx(table=TABLE)))
    observations = [each for section in report.sections for each in section.observations]
    statements = [each for section in report.sections for each in section.statements]
    assert {each.locator for each in statements} <= {f"paragraph {number}" for number in range(1, len(REPORT) + 1)}
    by_place = {each.locator: (each.indicator, each.quote) for each in observations}
    assert by_place["table 1 row 2 column 3"] == ("地区生产总值", "6.3")
    assert by_place["table 1 row 4 column 2"] == ("进出口总额", "7.8")


def test_the_quote_of_a_cell_is_its_number_and_the_sentence_its_row(tmp_path: Path) -> None:
    document = read_docx(tmp_path, make_docx(table=TABLE))
    for section in analyze(document).sections:
        for each in section.observations:
            assert document.text[each.start : each.end] == each.quote
            if (each.locator or "").startswith("table"):
                assert document.text[each.sentence_start : each.sentence_end].count("\t") == 2
                assert document.text.splitlines()[each.line - 1].split("\t")[0] == each.indicator


def test_tables_and_paragraphs_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    word = Word()
    word.add_paragraph("前")
    for row, texts in zip(word.add_table(4, 3).rows, TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    word.add_paragraph("后")
    text = read_docx(tmp_path, save(word)).text
    assert text.splitlines() == ["前", *("\t".join(row) for row in TABLE), "后"]


def test_merged_cells_stand_once(tmp_path: Path) -> None:
    word = Word()
    table = word.add_table(4, 4)
    for at, texts in enumerate(
        [["指标", "出口", "", "备注"], ["", "2022年", "2023年", ""], ["甲", "1.1亿元", "2.2亿元", ""]]
    ):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    table.cell(3, 0).text, table.cell(3, 1).text, table.cell(3, 2).text = "乙", "3亿元", "4亿元"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document = read_docx(tmp_path, save(word))
    (found,) = document.tables
    spans = {
        document.text[c.start : c.end]: (c.row, c.column, c.rows, c.columns) for c in found.cells if c.end > c.start
    }
    assert spans["指标"] == (1, 1, 2, 1)
    assert spans["出口"] == (1, 2, 1, 2)
    assert spans["2023年"] == (2, 3, 1, 1)


def test_the_lines_of_a_cell_are_one(tmp_path: Path) -> None:
    rows = (("指标", "比上年\n增长（%）"), ("地区生产\n总值", "6.3"), ("GDP\nper head", "1.2"))
    text = read_docx(tmp_path, make_docx(("主要指标",), rows)).text
    assert text.splitlines()[1:] == ["指标\t比上年增长（%）", "地区生产总值\t6.3", "GDP per head\t1.2"]


def test_a_table_without_figures_is_read_as_paragraphs(tmp_path: Path) -> None:
    tasks = (("序号", "任务", "单位"), ("1", "新建学校3所。", "教育局"), ("2", "改造老旧小区12个。", "住建局"))
    document = read_docx(tmp_path, make_docx(("一、2024年工作安排",), tasks))
    assert not document.tables
    assert [figure[2] for figure in figures(document)] == ["新建学校", "改造老旧小区"]
    assert [each.locator for s in analyze(document).sections for each in s.observations] == [
        "table 1 row 2 column 2",
        "table 1 row 3 column 2",
    ]


def test_what_was_deleted_is_left_out_and_what_was_inserted_is_in(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>税收增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6%</w:t></w:r></w:ins><w:r><w:br/><w:t>其二</w:t><w:tab/></w:r></w:p>"
    )
    assert read_docx(tmp_path, zipped(document=BODY % body)).text == "税收增长6%\n其二\t\n"


def test_text_boxes_and_controls_are_read(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('<w:t>框内</w:t>')}</w:txbxContent>"
    body = f"<w:sdt><w:sdtContent>{paragraph('<w:t>正文</w:t>' + box)}</w:sdtContent></w:sdt>"
    assert read_docx(tmp_path, zipped(document=BODY % body)).text == "正文\n框内\n"


def test_numbers_that_word_gives_are_written_out(tmp_path: Path) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2．"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )

    def item(text: str, level: int) -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = "".join([item("甲", 0), item("子", 1), item("丑", 1), item("点", 2), item("乙", 0), item("寅", 1)])
    text = read_docx(tmp_path, zipped(document=BODY % body, numbering=numbering)).text
    assert text.split() == ["一、甲", "1．子", "2．丑", "点", "二、乙", "1．寅"]


def test_the_strict_form_is_read_too(tmp_path: Path) -> None:
    xml = (BODY % paragraph("<w:t>严格</w:t>")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_docx(tmp_path, zipped(document=xml)).text == "严格\n"


def test_a_document_whose_other_parts_are_missing_is_read(tmp_path: Path) -> None:
    assert read_docx(tmp_path, zipped(document=BODY % paragraph("<w:t>正文</w:t>"))).text == "正文\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(styles="<a/>"), "damaged"),
        (zipped(document="<w:document"), "damaged"),
        (zipped(document="<a/>"), "without a body"),
        (make_docx()[:3000], "damaged"),
        (zipped(document=BODY % ""), "empty"),
        (zipped(document='<!DOCTYPE a [<!ENTITY b "増">]>' + BODY % paragraph("<w:t>&b;</w:t>")), "empty"),
    ],
)
def test_a_damaged_document_is_told_in_two_lines(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        read_docx(tmp_path, data)
    assert "\n" not in error.value.problem


def test_a_workbook_is_told_from_a_document(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(InputError, match="Excel"):
        read(path)


def test_an_archive_that_expands_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_EXPANDED", 1_000_000)
    with pytest.raises(InputError, match="expands to more"):
        read_docx(tmp_path, zipped(document=" " * 1_000_001))


def test_more_cells_than_a_report_has_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_CELLS", 10)
    with pytest.raises(InputError, match="more than 10 cells"):
        read_docx(tmp_path, make_docx(table=TABLE))


def test_a_cell_may_hold_a_table(tmp_path: Path) -> None:
    inner = "".join(f"<w:tr><w:tc>{paragraph(f'<w:t>{text}</w:t>')}</w:tc></w:tr>" for text in ("内一", "内二"))
    body = f"<w:tbl><w:tr><w:tc>{paragraph('<w:t>外</w:t>')}<w:tbl>{inner}</w:tbl></w:tc></w:tr></w:tbl>"
    assert read_docx(tmp_path, zipped(document=BODY % body)).text == "外\n内一\n内二\n"
