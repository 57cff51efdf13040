"""Spaces and footnote marks within a paragraph."""

import pytest

from reportcli.layout import find_paragraphs


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # within numbers
        ("生产总值 1 286.5 亿元", "生产总值1286.5亿元"),
        ("物流总额 5\u2009370 亿元、 13 507.69 亿元", "物流总额5370亿元、13507.69亿元"),
        ("增长 4. 8 %，其中工业 11 .6 %", "增长4.8%，其中工业11.6%"),
        ("达到 1 286. 5 亿元", "达到1286.5亿元"),
        # not across them
        ("2019 2020 2021", "2019 2020 2021"),
        ("35 120 246 18", "35 120 246 18"),
        ("占比 5% 6%", "占比5% 6%"),
        ("1. 8个项目", "1. 8个项目"),
        ("完成三项任务。2. 8个项目开工", "完成三项任务。2. 8个项目开工"),
        # between numbers, Latin words and what they belong to
        ("2024 年 5 月，第 1 名", "2024年5月，第1名"),
        ("增长 6% 以上，下降\u00a0-2.6%", "增长6%以上，下降-2.6%"),
        ("万元 GDP 能耗，PM 2.5 浓度，装机 100 MW", "万元GDP能耗，PM2.5浓度，装机100MW"),
        ("建成T6 T7厂房，引进Smart City项目", "建成T6 T7厂房，引进Smart City项目"),
        # between words: a heading's parts stay apart, prose has none
        ("健康街道　打造新地标  提升首位度", "健康街道 打造新地标 提升首位度"),
        ('石桥市 "皋"歌猛进', '石桥市 "皋"歌猛进'),
        ("湖滨街道(新城) 勇当先锋", "湖滨街道(新城) 勇当先锋"),
        ("区长 韦 韬", "区长 韦 韬"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("一、综 合", "一、综合"),
        ("2 0 2 4 年 全 市 新 增 5 家", "2024年全市新增5家"),
        (
            "在 加快转型的同时，公务 员队伍建设取得进展，打响“好品东川 商行天下”品牌，全面落实各项改革任务，"
            "连续三年 较好地完成了年度计划，人民生活水平稳步提高。",
            "在加快转型的同时，公务员队伍建设取得进展，打响“好品东川 商行天下”品牌，全面落实各项改革任务，"
            "连续三年较好地完成了年度计划，人民生活水平稳步提高。",
        ),
        # columns of a table
        ("第一产业    亿元    32.1    4.2", "第一产业 亿元 32.1 4.2"),
        # marks
        ("生产总值[2]206亿元，城镇化率 [3]35%", "生产总值206亿元，城镇化率35%"),
        ("规模以上工业［4］［5］增加值〔6〕", "规模以上工业增加值"),
        ("地区生产总值①80亿元，收入³9亿元", "地区生产总值80亿元，收入9亿元"),
        ("面积5km²，发文〔3〕号", "面积5km²，发文〔3〕号"),
        ("[1]本公报数据为初步统计数", "[1]本公报数据为初步统计数"),
        ("办好实事：①修路。②建桥。", "办好实事：①修路。②建桥。"),
        # Markdown's
        ("## 二、2024年**主要**目标", "二、2024年主要目标"),
    ],
)
def test_spaces_and_marks_are_left_out_where_they_part_nothing(written: str, read: str) -> None:
    assert [paragraph.text for paragraph in find_paragraphs(written)] == [read]


def test_what_is_left_out_leaves_a_hole_in_the_offsets() -> None:
    (paragraph,) = find_paragraphs("增长 4. 8 %。")
    assert paragraph.text == "增长4.8%。"
    assert paragraph.offsets == (0, 1, 3, 4, 6, 8, 9)
    assert paragraph.span(2, 6) == (3, 9)
