"""What a page says twice counts once."""

from reportcli.layout import find_paragraphs

BODY = [
    "一、2023年工作回顾",
    "过去一年，全区实现地区生产总值512.3亿元，增长6.5%；一般公共预算收入32.1亿元，增长4.2%，主要指标好于预期。",
    "（一）项目建设提速",
    "全年新开工亿元以上项目52个，其中十亿元以上项目6个，完成投资128.4亿元；盘活闲置厂房21万平方米，新增规模以上企业31家。",
]


def texts_of(lines: list[str]) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs("\n".join(lines))]


def test_a_body_that_stands_twice_counts_once_with_its_headings() -> None:
    assert texts_of([*BODY, "手机版", *BODY]) == BODY


def test_the_first_of_two_bodies_is_kept() -> None:
    text = "\n".join([*BODY, *BODY])
    assert find_paragraphs(text)[-1].end == len("\n".join(BODY))


def test_a_short_line_may_be_said_again() -> None:
    lines = ["石桥街道", "全年完成税收2.1亿元。", "新城街道", "全年完成税收2.1亿元。"]
    assert texts_of(lines) == lines


def test_a_lead_that_is_cut_off_from_the_opening_goes() -> None:
    assert texts_of(["内容摘要：", "一、2023年工作回顾??过去一年，全区实现地区生产总值512.3......", *BODY]) == BODY


def test_a_sentence_that_trails_off_stays() -> None:
    lines = ["过去的一年，我们经历了许多难忘的日日夜夜……", *BODY]
    assert texts_of(lines) == lines
