from datetime import date

import pytest

from reportcli.segmentation.dates import find_day, years_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("（2024年1月16日在第四次会议上）", date(2024, 1, 16)),
        ("发布时间：2023-01-30 08:45", date(2023, 1, 30)),
        ("2026/2/7", date(2026, 2, 7)),
        ("2022.03.05", date(2022, 3, 5)),
        ("二〇〇三年一月十日", date(2003, 1, 10)),
        ("二○一二年十二月二十六日", date(2012, 12, 26)),
        ("一九九八年三月三十日", date(1998, 3, 30)),
        ("编号2024.13.45，2024年2月1日", date(2024, 2, 1)),
        ("2月19日上午", None),
        ("2024年2月30日", None),
        ("二〇〇三年十十月一日", None),
        ("电话12024-01-02", None),
    ],
)
def test_days(text, day):
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2003年到2026年", [2003, 2026]),
        ("二〇〇五年和一九九九年", [2005, 1999]),
        ("2024 年", [2024]),
        ("12024年、3024年、2024亿元", []),
    ],
)
def test_years(text, years):
    assert years_in(text) == years
