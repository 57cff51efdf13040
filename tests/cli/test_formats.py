"""Documents of all formats, as a user gives them to the commands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from reportcli.cli.app import app

PAGE = Path(__file__).parent.parent.parent / "samples" / "page-2023.html"
TOWN = ("桥头镇2023年工作总结", "一、2023年工作情况", "全年完成一般公共预算收入1.2亿元，增长8%。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents: two that are read, three that are not and why."""
    word = Document()
    for text in TOWN:
        word.add_paragraph(text)
    word.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.html").write_bytes(PAGE.read_bytes())
    scan = Canvas(str(tmp_path / "c.pdf"))
    scan.rect(0, 0, 100, 100)
    scan.showPage()
    scan.save()
    (tmp_path / "d.docx").write_bytes((tmp_path / "a.docx").read_bytes()[:2000])
    (tmp_path / "e.pdf").write_bytes(b"%PDF-1.7\n")
    return tmp_path


def run(*arguments: str, code: int = 0):
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code == code, result.output
    return result


def test_what_cannot_be_read_is_told_and_the_others_go_on(folder: Path) -> None:
    result = run("extract", str(folder), "--format", "jsonl", code=6)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {Path(each["source"]).name for each in found} == {"a.docx", "b.html"}
    told = result.stderr.splitlines()
    assert [line.split(": ", 2)[2] for line in told[:6:2]] == [
        "this PDF document is scanned: its pages are pictures",
        "this is a damaged zip archive or Office document",
        "this PDF document is damaged (Failed to load document (PDFium: Data format error).)",
    ]
    assert told[6] == "3 of 5 inputs skipped"


def test_offsets_point_into_the_text_that_the_program_prints(folder: Path) -> None:
    for name in ("a.docx", "b.html"):
        path = str(folder / name)
        text = run("text", path).stdout
        for line in run("extract", path, "--format", "jsonl").stdout.splitlines():
            each = json.loads(line)
            assert text[each["start"] : each["end"]] == each["quote"]
            assert each["quote"] in text.splitlines()[each["line"] - 1]
            assert each["locator"]


def test_people_see_where_a_record_stands(folder: Path) -> None:
    shown = run("extract", str(folder / "a.docx"), "--format", "table", "--lang", "zh").stdout
    assert "paragraph 3" in shown
    assert "位置" in shown.splitlines()[0]


def test_a_document_may_come_from_a_pipe(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportcli", "text", "-"],
        input=(folder / "a.docx").read_bytes(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "".join(f"{text}\n" for text in TOWN)
