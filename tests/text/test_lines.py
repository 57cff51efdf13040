import pytest

from reportcli import analyze
from reportcli.model import Document

TEXT = (
    "澜溪县2024年政府工作报告{0}{0}一、2023年工作回顾{0}地区生产总值增长6.8%。{0}"
    "二、2024年工作安排{0}地区生产总值增长6.5%。"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_sections_and_figures_count_the_same_lines(end):
    sections = analyze(Document(TEXT.format(end))).sections
    assert [section.line for section in sections] == [1, 3, 5]
    assert [found.line for section in sections for found in section.observations] == [4, 6]
