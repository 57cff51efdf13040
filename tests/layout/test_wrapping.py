"""Broken lines are joined, and nothing else is."""

import re

import pytest

from reportcli.layout import find_paragraphs

REPORT = [
    "2023年清河县国民经济和社会发展情况",
    "（2024年3月5日）",
    "一、经济运行",
    "全年实现地区生产总值318.6亿元，按不变价格计算，比上年增长6.2%。其中，第一产业增加值41.3亿元，增长3.9%；第二产业增加值127.8亿元，"
    "增长7.4%；第三产业增加值149.5亿元，增长5.8%。人均地区生产总值58210元，增长6.5%。",
    "全年规模以上工业增加值增长8.3%，产品销售率97.1%，规模以上工业企业实现利润总额12.4亿元，下降2.6%，亏损面收窄1.5个百分点。",
    "二、人民生活",
    "居民收入稳步提高，城镇居民人均可支配收入39870元，增长5.1%；农村居民人均可支配收入20145元，增长7.3%，城乡收入比缩小到1.98。",
    "全年城镇新增就业5210人，失业人员再就业1830人，城镇登记失业率控制在3.2%以内，零就业家庭保持动态清零，劳务品牌带动增收效果明显。",
]


def wrap(text: str, width: int, indent: str) -> list[str]:
    """The lines of a page of `width` columns: numbers and what marks follow a character are not broken."""
    lines, line = [], indent
    for word in re.findall(r"(?:[\dA-Za-z.%]+|.)[，。；：、！？）”]*", text):
        if len((line + word).encode("gbk")) > width and line.strip():
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


def texts_of(text: str) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(text)]


@pytest.mark.parametrize("width", [36, 44, 56, 70, 84])
@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_page_of_fixed_width_gives_its_sentences_back(width: int, indent: str, apart: str) -> None:
    page = apart.join("\n".join(wrap(paragraph, width, indent)) for paragraph in REPORT)
    sentences = [part for text in texts_of(page) for part in re.split(r"(?<=[。；])", text) if part]
    assert sentences == [part for text in REPORT for part in re.split(r"(?<=[。；])", text) if part]


def test_a_page_end_with_its_number_and_running_header_breaks_no_sentence() -> None:
    paragraphs = [paragraph.replace("1", digit) for digit in "489" for paragraph in REPORT]
    lines = [line for paragraph in paragraphs for line in wrap(paragraph, 56, "")]
    whole = texts_of("\n".join(lines))
    paged = [
        line
        for i, line in enumerate(lines)
        for line in ([line, "", f"- {i} -", "清河县统计公报"] if i % 9 == 8 else [line])
    ]
    assert [text for text in texts_of("\n".join(paged)) if text != "清河县统计公报"] == whole


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # a paragraph broken by a column's end: it has sentences, so it is no heading
        (["全年引进项目31个。新城镇加快建设，吸引一批成长性好、具有上市潜", "", "力的企业落户。"], 1),
        (["2月18日,石桥街道召开动员会,以争先进位的姿态统一思想、凝聚共识、鼓足干劲,切", "", "实把目标变为现实。"], 1),
        (["新增国家级专精特新。获评省级", "", '"小巨人"企业9家。'], 1),
        # an end that only continues, a decimal broken at its point, a number and its unit
        (["税收增长12.5", "%，列全市第二位。"], 1),
        (["进出口总额下降1.", "8%；利用外资增长。"], 1),
        (["新增绿地，面积扩大到", "35万平方米。"], 1),
        (["大会对工作报告提出意", "", "见。"], 2),
        (["请予审议，并请各位委员提出意", "", "见。"], 1),
        # a term and what is said of it
        (["知名商标", "", "发展到13个。"], 1),
        (["石桥街道", "完成税收3亿元。"], 2),
        # open quotation marks and brackets
        (["深入推进“百千", "万工程”建设。"], 1),
        # headings, titles, bylines, lists, captions are not joined
        (["石桥街道 打造新地标", "2月18日,石桥街道召开动员会。"], 2),
        (["奋力谱写现代化新篇章", "各地新春第一会集中亮相"], 2),
        (["一、坚持创新驱动发展，加快构建产业体系，综合实力更强", "全年新增企业31家。"], 2),
        (["本报记者 林小溪", "孙大川 李平", "本报通讯员 吴文"], 3),
        (["图为新城直播基地，主播正在推介年货。 本报记者 李平 摄", "", "2023年，新城区完成税收3亿元。"], 2),
        (["全年完成税收3亿元。新增企业31家", "", "石桥街道"], 2),
        (["全年完成税收3亿元。新增企业31家", "（二）项目建设提速"], 2),
        (["今年重点抓好“四个创新”——", "", "思维创新,突出善突破。"], 2),
        (["主要目标是：", "地区生产总值增长6%。"], 2),
        (["地区生产总值 亿元 512.3 6.5", "第一产业 亿元 32.1 4.2"], 2),
    ],
)
def test_lines_are_joined_where_a_sentence_goes_on(lines: list[str], joined: int) -> None:
    assert len(texts_of("\n".join(lines))) == joined


def test_a_term_on_lines_of_its_own_is_put_back_into_its_sentences() -> None:
    page = """三、民主

法治

建设进一步加强。坚持依法行政，推进政府

法治

工作，严格执法。

四、自身建设

推进政府工作

法治

化、规范化，努力完成任务。"""
    assert texts_of(page) == [
        "三、民主法治建设进一步加强。坚持依法行政，推进政府法治工作，严格执法。",
        "四、自身建设",
        "推进政府工作法治化、规范化，努力完成任务。",
    ]


def test_between_two_latin_words_the_line_end_is_a_space() -> None:
    (paragraph,) = find_paragraphs("引进项目（TOD，Transit\nOriented Development）3个。")
    assert paragraph.text == "引进项目（TOD，Transit Oriented Development）3个。"
    assert isinstance(paragraph.offsets, range)


def test_a_sentence_that_ends_with_its_full_line_is_followed_by_the_next_where_paragraphs_are_indented() -> None:
    lines = [
        "　　全年完成固定资产投资八十八亿元，增速居全市前列。",
        "新开工项目一百二十个，竣工九十个，全部按期投入使用。",
        "工业投资占比过半，民间投资占比稳步提高，结构持续优化",
        "，后劲明显增强。",
        "　　全年居民收入继续增长，社会保障水平稳步提高。",
    ]
    assert [len(text) for text in texts_of("\n".join(lines))] == [sum(map(len, lines[:4])) - 2, len(lines[4]) - 2]
    assert len(texts_of("\n".join(line.strip("　") for line in lines))) == 4


@pytest.mark.parametrize(
    ("first", "after"),
    [
        (
            "全年粮食播种面积十二万亩，早稻略减，晚稻略增，总量持平；",
            "秋粮播种面积八万亩，增长两成，单产水平高于上年；油料稳",
        ),
        (
            "全年农作物总播种面积二十一万亩，种植结构继续得到优化。",
            "其中，粮食作物十二万亩，油料作物四万亩，蔬菜三万亩，瓜",
        ),
    ],
)
def test_a_list_goes_on_after_a_full_line(first: str, after: str) -> None:
    rest = ["果一万亩，其余为药材和花卉苗木，品种结构进一步向优质高", "效集中，农民种植收益增加。"]
    assert len(texts_of("\n".join([first, after, *rest]))) == 1
