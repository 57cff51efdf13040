"""Web pages as they are saved from government sites: their main text, what they say of themselves, their tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import REPORT, TABLE, TITLE, figures

from reportcli import analyze
from reportcli.errors import InputError
from reportcli.model import Document
from reportcli.reading import blocks, read
from reportcli.reading import html as reading_html
from reportcli.reading.html import extract_html
from reportcli.settings import Settings

HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>2024年政府工作报告_临江县人民政府</title>
<meta name="ArticleTitle" content="临江县2024年政府工作报告"><meta name="PubDate" content="2024-01-22 09:12">
<meta name="ContentSource" content="临江县人民政府办公室"><script>var a = "增长99%";</script></head>"""
MENU = (
    "<ul>"
    + "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "要闻动态", "政务公开", "政民互动"))
    + "</ul>"
)
FOOT = "<div class='foot'><p>主办：临江县人民政府办公室</p><p>网站标识码：3600000000 备案号：00000000号</p></div>"


def page(body: str, head: str = HEAD) -> str:
    return f"{head}<body><div>{MENU}</div><div class='main'><div class='text'>{body}</div></div>{FOOT}</body></html>"


def document(html: str) -> Document:
    found = extract_html(html, "a.html")
    return Document(found.text, locators=found.locators, tables=found.tables)


def table(rows: tuple[tuple[str, ...], ...] = TABLE) -> str:
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows) + "</table>"
    )


def test_a_page_says_what_its_text_says() -> None:
    body = "".join(f"<p>{text}</p>" for text in REPORT)
    assert figures(document(page(body))) == figures("\n".join(REPORT))


def test_a_page_tells_its_title_its_day_and_its_publisher() -> None:
    text = document(page("".join(f"<p>{text}</p>" for text in REPORT[3:]))).text
    assert text.splitlines()[:3] == [TITLE, "发布时间：2024-01-22", "来源：临江县人民政府办公室"]
    report = analyze(document(page("".join(f"<p>{text}</p>" for text in REPORT[3:]))))
    assert (report.title, report.published) == (TITLE, "2024-01-22")


def test_what_the_page_shows_of_itself_is_not_said_again() -> None:
    shown = f"<h1>{TITLE}</h1><p>来源：临江县融媒体中心　发布时间：2024年1月20日</p>"
    html = page("".join(f"<p>{text}</p>" for text in REPORT)).replace(
        "<div class='main'>", f"<div class='main'>{shown}"
    )
    lines = document(html).text.splitlines()
    assert lines.count(TITLE) == 1
    assert lines[0] == "来源：临江县融媒体中心　发布时间：2024年1月20日"
    assert "2024-01-22" not in document(html).text


def test_what_no_reader_sees_is_left_out() -> None:
    hidden = "<p style='display: none'>增长1%</p><p hidden>增长2%</p><!-- 增长3% --><script>增长4%</script>"
    text = document(page(hidden + "".join(f"<p>{text}</p>" for text in REPORT))).text
    assert not [n for n in range(1, 5) if f"增长{n}%" in text]
    assert "政务公开" not in text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>全县<b>税收</b>增长\n  <span>8%</span>。</p>", "全县税收增长 8%。\n"),
        ("<div>甲<br>乙<div>丙</div>丁</div>", "甲\n乙\n丙\n丁\n"),
        ("<p>&nbsp;&nbsp;增长&lt;8%&gt;</p>", "增长<8%>\n"),
        ("<p>甲<p>乙<li>丙", "甲\n乙\n丙\n"),
        ("<table><tr><td><table><tr><td><p>甲</p><p>乙</p></td></tr></table></td></tr></table>", "甲\n乙\n"),
        ('<?xml version="1.0" encoding="gb2312"?><html><body><p>甲</p></body></html>', "甲\n"),
        ("<svg><p>图</p></svg><p>甲</p>尾", "甲\n尾\n"),
    ],
)
def test_lines_are_those_that_are_seen(html: str, text: str) -> None:
    assert document(html).text == text


def test_a_table_is_read_with_its_merged_cells() -> None:
    rows = (
        "<tr><th rowspan=2>指标</th><th colspan=2>增长（%）</th></tr><tr><th>2022年</th><th>2023年</th></tr>"
        "<tr><td>地区生产总值</td><td>4.1</td><td>6.3</td></tr><tr><td>固定资产投资</td><td>-2</td><td>9.5</td></tr>"
    )
    found = document(page("".join(f"<p>{text}</p>" for text in REPORT[:2]) + f"<table>{rows}</table>"))
    said = [(f[2], f[3], str(f[4]), f[7]) for f in figures(found)]
    assert said == [
        ("地区生产总值", "growth", "4.1", "2022"),
        ("地区生产总值", "growth", "6.3", "2023"),
        ("固定资产投资", "growth", "-2", "2022"),
        ("固定资产投资", "growth", "9.5", "2023"),
    ]
    assert "table 1 row 4 column 3" in [locator.name for locator in found.locators]


SPAN = st.integers(1, 3)
CELL = st.sampled_from(
    ["", "指标", "2023年", "增长（%）", "8.1", "-3", "地区生产总值（亿元）", "柳林镇", "其中：", "全县"]
)


@given(st.lists(st.lists(st.tuples(CELL, SPAN, SPAN), max_size=4), min_size=2, max_size=5))
def test_any_table_with_merged_cells_is_read(rows: list[list[tuple[str, int, int]]]) -> None:
    cells = ["".join(f"<td rowspan={high} colspan={wide}>{text}" for text, high, wide in row) for row in rows]
    found = document("<p>临江县2023年统计公报</p><table><tr>" + "<tr>".join(cells) + "</table>")
    for section in analyze(found, Settings(keywords=0, sentences=0)).sections:
        for each in section.observations:
            assert found.text[each.start : each.end] == each.quote
            assert each.sentence_start <= each.start < each.end <= each.sentence_end


def test_a_page_is_known_by_its_first_bytes_in_any_encoding(tmp_path: Path) -> None:
    html = page("".join(f"<p>{text}</p>" for text in REPORT) + table())
    expected = figures(document(html))
    for name, encoding in [("a.html", "utf-8"), ("b.txt", "gb18030"), ("c.htm", "utf-8-sig"), ("d.html", "utf-16")]:
        (tmp_path / name).write_bytes(html.encode(encoding))
        found = read(tmp_path / name)
        assert figures(found) == expected
        assert found.encoding == encoding.removesuffix("-sig")


def test_a_fragment_and_a_page_whose_ending_tells_it_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('<p class="MsoNormal">税收增长8%。</p>', encoding="utf-8")
    (tmp_path / "b.html").write_text("税收增长8%。<br>出口增长3%。", encoding="utf-8")
    assert read(tmp_path / "a.txt").text == "税收增长8%。\n"
    assert read(tmp_path / "b.html").text == "税收增长8%。\n出口增长3%。\n"


@pytest.mark.parametrize("html", ["<html></html>", "<p> </p>", "<div>" * 100_000])
def test_a_page_without_text_is_told(tmp_path: Path, html: str) -> None:
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    with pytest.raises(InputError):
        read(tmp_path / "a.html")


def test_more_cells_than_a_report_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (blocks, reading_html):
        monkeypatch.setattr(module, "MAX_CELLS", 10)
    with pytest.raises(InputError, match="more than 10 cells"):
        document(page(table()))


@given(st.text(st.sampled_from("<>/ptdrabl =\"'&;!-增长8%\n"), max_size=80))
def test_any_page_is_text_or_an_error(html: str) -> None:
    try:
        found = extract_html(html, "a")
    except InputError:
        return
    for each in found.tables:
        for cell in each.cells:
            assert 0 <= cell.start <= cell.end <= len(found.text)
