"""Documents that the tests make: a report of our own composition as Word, PDF and web page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from reportcli import analyze
from reportcli.model import Document as Read
from reportcli.settings import Settings

TITLE = "临江县2024年政府工作报告"
REPORT = (
    TITLE,
    "——2024年1月16日在临江县第十八届人民代表大会第三次会议上",
    "各位代表：",
    "现在，我代表县人民政府向大会报告工作，请予审议。",
    "一、2023年工作回顾",
    "2023年，全县地区生产总值完成212.6亿元，增长6.3%；一般公共预算收入13.42亿元，增长8.1%；固定资产投资增长9.5%；"
    "社会消费品零售总额86.3亿元，增长7.2%；城镇和农村居民人均可支配收入分别达到43120元和22860元，增长5.6%和7.4%。",
    "产业发展提质增效。新增规模以上工业企业14家，规上工业增加值增长8.8%。新建高标准农田3.2万亩，粮食总产量达到31.5万吨。"
    "全年接待游客412万人次，实现旅游综合收入38.6亿元，增长21.5%。",
    "民生福祉持续改善。城镇新增就业6230人，改造老旧小区17个，新建幼儿园3所，新增学位1260个。县人民医院新院区建成投用，"
    "新增床位480张。",
    "二、2024年工作安排",
    "2024年全县经济社会发展主要预期目标是：地区生产总值增长6.5%左右，一般公共预算收入增长6%，固定资产投资增长10%以上，"
    "社会消费品零售总额增长8%，居民人均可支配收入增长6.5%，城镇新增就业6000人以上。",
    "（一）做强产业支撑。实施亿元以上项目42个，完成投资65亿元，新增规模以上工业企业12家，新增高新技术企业8家。",
    "（二）增进民生福祉。新建农村公路86公里，改造老旧小区12个，新增养老床位300张，城乡居民基本医疗保险参保率稳定在95%以上。",
)
TABLE = (
    ("指标", "2023年（亿元）", "比上年增长（%）"),
    ("地区生产总值", "212.6", "6.3"),
    ("一般公共预算收入", "13.42", "8.1"),
    ("进出口总额", "7.8", "-3.2"),
)
# The first that no line begins with.
_CLOSING = "，。；：、）%"
_FONT = "STSong-Light"  # every PDF reader knows it, so no file of a font is needed


def figures(document: Read | str) -> list[tuple[object, ...]]:
    """All that the observations of a document say, without where they stand."""
    report = analyze(document, Settings(keywords=0, sentences=0))
    return [
        (s.title, o.kind, o.indicator, o.measure, o.value, o.unit, o.bound, o.period, o.region, o.headline, o.rate)
        for s in report.sections
        for o in s.observations
    ]


def make_docx(paragraphs: Sequence[str] = REPORT, table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document of these paragraphs and, under them, a table."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text, style="Heading 1" if text.startswith(("一、", "二、")) else None)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return save(document)


def save(document: object) -> bytes:
    """The file of a python-docx document."""
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def zipped(**parts: str) -> bytes:
    """A zip archive of parts under word/."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def make_pdf(
    paragraphs: Sequence[str] = REPORT, columns: int = 1, *, table: Sequence[Sequence[str]] = (), password: str = ""
) -> bytes:
    """A PDF with a header and a number on each page, its lines broken at the width of a column."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), encrypt=StandardEncryption(password) if password else None)
    size, pitch, left, gutter = 10.5, 18.0, 72.0, 30.0
    width = {1: 40, 2: 18, 3: 12}[columns]
    lines = [line for text in paragraphs[1:] for line in _wrap(text, width)]
    page = 0
    while lines or page == 0:
        page += 1
        _draw_frame(canvas, page)
        top = 760.0
        if page == 1:
            canvas.setFont(_FONT, 20)
            canvas.drawCentredString(297, 750, paragraphs[0])
            top = 715.0
        canvas.setFont(_FONT, size)
        for column in range(columns):
            here, lines = lines[:16], lines[16:]
            for at, line in enumerate(here):
                canvas.drawString(left + column * (width * size + gutter), top - at * pitch, line)
        for at, row in enumerate(table if not lines else ()):
            for column, text in enumerate(row):
                canvas.drawString(left + column * 160, 380 - at * pitch, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def make_scan() -> bytes:
    """A PDF whose pages hold drawings and no text."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(3):
        canvas.rect(100, 100, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def make_latin_pdf() -> bytes:
    """A PDF whose text layer says nothing in Chinese, as one whose fonts do not tell their characters."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(3):
        for line in range(40):
            canvas.drawString(72, 800 - 18 * line, "%)+ 2 0 1 , *&^ ; = ( ) 3 0 % , + + / 4 5 ~")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_frame(canvas: Canvas, page: int) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawString(72, 800, "临江县第十八届人民代表大会第三次会议文件")
    canvas.drawCentredString(297, 40, f"— {page} —")


def _wrap(text: str, width: float) -> list[str]:
    """The lines of a paragraph whose first is indented; `width` is in Chinese characters."""
    lines = [""]
    room = width
    for char in "　　" + text:
        needed = 1 if ord(char) > 127 else 0.5
        if needed > room and char not in _CLOSING:
            lines.append("")
            room = width
        lines[-1] += char
        room -= needed
    return lines
