"""Paragraphs of whole texts: what holds for any text, and pages of the kinds that reports come in."""

import html

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportcli.layout import find_paragraphs
from reportcli.layout.folding import LEFT_OUT, fold

PIECES = [
    *"年市区增长完成，。；：！？、“”（）《》%. -—|>[]①²\u3000\u00a0\u200b\ufeff\n\r\f\t\u2028",
    *(
        "1",
        "２",
        "３．５",
        "％",
        "亿元",
        "GDP",
        "&nbsp;",
        "&amp;",
        "&#12288;",
        "??",
        "[2]",
        "...",
        "……",
        "\r\n",
        "\n\n",
    ),
    *(
        "首页",
        "来源：",
        "上一篇：",
        "第3页",
        "一、",
        "（二）",
        "●",
        "各位代表：",
        "2024年",
        "一般公共预算收入",
        "**",
        "# ",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def texts_of(text: str) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(text)]


@given(TEXTS)
@settings(max_examples=400)
@example("1 286.5 亿元\n[2]增长 4. 8 %")
def test_every_character_is_the_sources_own_at_a_rising_offset(text: str) -> None:
    last = -1
    for paragraph in find_paragraphs(text):
        assert len(paragraph.text) == len(paragraph.offsets) > 0
        assert paragraph.text.strip()
        for char, offset in zip(paragraph.text, paragraph.offsets, strict=True):
            assert last < offset < len(text)
            last = offset
            source = text[offset]
            entity = html.unescape(html.unescape(text[offset : offset + 16]))[:1]
            assert char in (source, fold(source), fold(entity)) or (char == " " and (source.isspace() or source == "?"))


@given(TEXTS)
@settings(max_examples=200)
def test_offsets_are_a_range_wherever_nothing_was_left_out(text: str) -> None:
    for paragraph in find_paragraphs(text):
        nothing_left_out = paragraph.end - paragraph.start == len(paragraph.text)
        assert isinstance(paragraph.offsets, range) is nothing_left_out


@given(TEXTS)
@settings(max_examples=200)
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_lines_end_at_every_kind_of_line_and_page_end() -> None:
    ends = ["\r\n", "\n", "\r", "\u2028", "\u2029", "\f", "\v", "\x85"]
    assert texts_of("".join(f"完成了第{i}项任务。{end}" for i, end in enumerate(ends))) == [
        f"完成了第{i}项任务。" for i in range(len(ends))
    ]


def test_widths_are_folded_and_chinese_punctuation_stays() -> None:
    assert texts_of("　　２０２３年ＧＤＰ增长９．５％，研发（Ｒ＆Ｄ）占比－２～３％。") == [
        "2023年GDP增长9.5%，研发（R&D）占比-2~3%。"
    ]


def test_what_cannot_be_seen_is_left_out() -> None:
    (paragraph,) = find_paragraphs("\ufeff税\u200b收3\u00ad亿\ufffd元")
    assert paragraph.text == "税收3亿元"
    assert list(paragraph.offsets) == [1, 3, 4, 6, 8]
    assert LEFT_OUT not in paragraph.text


def test_entities_become_what_they_mean() -> None:
    assert texts_of("&nbsp;&nbsp;三、&ldquo;两山&rdquo;转化&amp;nbsp;R&amp;D投入") == ["三、“两山”转化 R&D投入"]


def test_question_marks_left_of_spaces_go_and_real_ones_stay() -> None:
    assert texts_of("???各位代表，怎么办??\n区长?? 王一山????区人民政府") == [
        "各位代表，怎么办??",
        "区长 王一山 区人民政府",
    ]


def test_a_newspaper_page_keeps_its_lines_and_loses_the_page() -> None:
    text = """东川日报网
首页 | 要闻动态 | 数字报 | 视频新闻
当前位置：首页 > 要闻动态

各镇街晒出“成绩单”
——开年首会扫描

发布时间：2024-02-20 08:30    来源：东川日报    浏览次数：1290
【字号：大 中 小】  【打印】  【关闭】

本报记者 周一鸣

城关镇 稳字当头开新局

2023年，城关镇完成税收2.3亿元，同比增长8.1%；新增规模以上企业5家，总
数达到31家。

责任编辑：李小川
上一篇：东川区召开安全生产会议
（下转第三版）
主办：东川日报社    东ICP备10000001号
"""
    assert texts_of(text) == [
        "各镇街晒出“成绩单”",
        "——开年首会扫描",
        "本报记者 周一鸣",
        "城关镇 稳字当头开新局",
        "2023年，城关镇完成税收2.3亿元，同比增长8.1%；新增规模以上企业5家，总数达到31家。",
    ]
