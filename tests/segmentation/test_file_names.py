import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.errors import SettingsError
from reportcli.model import Document
from reportcli.pipeline import analyze
from reportcli.segmentation.file_names import named_by
from reportcli.settings import Settings

SILENT = "全年完成一般公共预算收入1.2亿元，增长8%。\n"
SPEAKING = "沙河镇2021年工作报告\n\n一、2020年工作回顾\n全年完成一般公共预算收入1.2亿元，增长8%。\n"


@pytest.mark.parametrize(
    ("path", "place", "year"),
    [
        ("2023_京口区.txt", "京口区", 2023),
        ("京口区2023年政府工作报告.txt", "京口区", 2023),
        ("政府工作报告_镇江市京口区.2024.txt", "京口区", 2024),
        ("2023年度/大港街道.txt", "大港街道", 2023),
        ("镇江市/2023/工作报告.txt", "镇江市", 2023),
        ("镇江/2023/工作报告.txt", "镇江", 2023),
        ("2023/镇江/工作报告.txt", "镇江", 2023),
        # the file's own name before its folders'
        ("镇江市/2022/2023_京口区.txt", "京口区", 2023),
        # no place: a folder of reports, one that stands beside no year, one further up
        ("工作报告/2023/a.txt", None, 2023),
        ("镇江/a.txt", None, None),
        ("镇江市/a/b/c.txt", None, None),
        # no year: other numbers
        ("t12023.txt", None, None),
        ("文件2023/a.txt", None, None),
        ("t20240115_44.txt", None, 2024),
    ],
)
def test_what_a_path_says(path, place, year):
    found = named_by(f"/reports/{path}")
    assert (found.place, found.year) == (place, year)


@pytest.mark.parametrize("source", [None, "-"])
def test_what_comes_from_no_file_has_no_name(source):
    assert named_by(source) == named_by(None)
    assert (named_by(source).place, named_by(source).year) == (None, None)


def test_a_pattern_takes_the_rule_s_place():
    found = named_by("/r/江苏-京口区-2020.txt", r"/(?P<place>[^/-]+)-.*(?P<year>\d{4})")
    assert (found.place, found.year) == ("江苏", 2020)
    found = named_by("/r/2023_京口区.txt", r"(?P<year>x)")
    assert (found.place, found.year) == (None, None)


@pytest.mark.parametrize("pattern", ["(", r"\d{4}"])
def test_a_pattern_that_finds_nothing_is_told(pattern):
    with pytest.raises(SettingsError, match="name pattern"):
        named_by("/r/a.txt", pattern)


@given(st.text())
def test_any_path_is_read(path):
    named_by(path.replace("\0", ""))


def test_a_name_counts_where_the_text_is_silent():
    report = analyze(Document(SILENT, "/r/2023_京口区.txt"))
    assert (report.place, report.year) == ("京口区", 2023)
    assert {section.region for section in report.sections} == {"京口区"}
    report = analyze(Document(SPEAKING, "/r/2023_京口区.txt"))
    assert (report.place, report.year) == ("沙河镇", 2021)


def test_a_communique_without_a_year_has_that_of_its_name():
    report = analyze(Document("国民经济和社会发展统计公报\n全区生产总值增长8%。\n", "/r/京口区2023.txt"))
    assert (report.doc_type, report.place, report.year) == ("communique", "京口区", 2023)


def test_a_pattern_is_a_setting():
    settings = Settings(name_pattern=r"(?P<place>[^/]+)\.txt")
    assert analyze(Document(SILENT, "/r/京口.txt"), settings).place == "京口"
