"""Numbers that can measure something, with unit and bound; and numbers that cannot."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.extraction.quantities import Figure, find_quantities


def written(text: str) -> list[str]:
    """The figures of `text`, each as its bound, value, unit and the words that it was read from."""
    return [_write(text, figure) for figure in find_quantities(text)]


def _write(text: str, f: Figure) -> str:
    number = f"{f.value}" if f.upper is None else f"{f.value}..{f.upper}"
    form = "" if f.form == "amount" else f" {f.form}"
    return f"{f.bound} {number} {f.unit}".strip() + f" ({text[f.start : f.end]}){form}"


AMOUNTS = {
    "收入1.32亿元，": ["= 1.32 亿元 (1.32亿元)"],
    "公路1,080公里": ["= 1080 公里 (1,080公里)"],
    "粮食12,345,678吨": ["= 12345678 吨 (12,345,678吨)"],
    "突破三百亿元": ["= 300 亿元 (三百亿元)"],
    "达到一万五千亿元": ["= 15000 亿元 (一万五千亿元)"],
    "财政收入两千零五万元": ["= 2005 万元 (两千零五万元)"],
    "达1.5万亿元": ["= 1.5 万亿元 (1.5万亿元)"],
    "9千元和3百户": ["= 9 千元 (9千元)", "= 3 百户 (3百户)"],
    "跑了9千米": ["= 9 千米 (9千米)"],
    "装机40万千瓦": ["= 40 万千瓦 (40万千瓦)"],
    "农田3万多亩": [">= 3 万亩 (3万多亩)"],
    "企业20余家": [">= 20 家 (20余家)"],
    "资金4700多亿元": [">= 4700 亿元 (4700多亿元)"],
    "企业百余家": [">= 100 家 (百余家)"],
    "企业近百家": ["= 100 家 (百家)"],
    "占全市1/5，": ["= 0.2 (1/5) fraction"],
    "缩短三分之二": ["= 0.6667 (三分之二) fraction"],
    "装机300MW，": ["= 300 MW (300MW)"],
    "预期寿命78.6岁，": ["= 78.6 岁 (78.6岁)"],
    "占比六成": ["= 6 成 (六成)"],
    "增长2.4倍": ["= 2.4 倍 (2.4倍)"],
    "下降3.6‰": ["= 3.6 ‰ (3.6‰)"],
    "提高1.2个百分点": ["= 1.2 个百分点 (1.2个百分点)"],
    "浓度28微克/立方米": ["= 28 微克/立方米 (28微克/立方米)"],
    "吞吐60万标箱": ["= 60 万标箱 (60万标箱)"],
    "幸福河湖8条（个）": ["= 8 条（个） (8条（个）)"],
    "指数降到6以下": ["<= 6 (6)"],
    "开办时间压缩到0.5天，": ["= 0.5 天 (0.5天)"],
}

BOUNDS = {
    "上千亿元": [">= 1000 亿元 (上千亿元)"],
    "迈上千亿元": ["= 1000 亿元 (千亿元)"],
    "企业十余家": [">= 10 家 (十余家)"],
    "60家以上": [">= 60 家 (60家)"],
    "90%及以上": [">= 90 % (90%)"],
    "5%左右": ["~ 5 % (5%)"],
    "300万人次上下": ["~ 300 万人次 (300万人次)"],
    "4%以内": ["<= 4 % (4%)"],
    "200张以下": ["<= 200 张 (200张)"],
}

SIGNS = {
    "增长-2.6%": ["= -2.6 % (-2.6%)"],
    "增长−2.6%": ["= -2.6 % (−2.6%)"],
    "同比+3%": ["= 3 % (+3%)"],
}

RANGES = {
    "增长5%-6%": ["= 5..6 % (5%-6%)"],
    "增长6%—6.5%": ["= 6..6.5 % (6%—6.5%)"],
    "增长2.5～3%": ["= 2.5..3 % (2.5～3%)"],
    "提高5至6个百分点": ["= 5..6 个百分点 (5至6个百分点)"],
    "项目8至10个": ["= 8..10 个 (8至10个)"],
    "农田2万至3万亩": ["= 2..3 万亩 (2万至3万亩)"],
    "增长百分之五至百分之六": ["= 5..6 % (百分之五至百分之六)"],
}

FIXED = {
    "增长百分之十五": ["= 15 % (百分之十五)"],
    "增长百分之六点五": ["= 6.5 % (百分之六点五)"],
    "实现翻一番": ["= 100 % (翻一番) doubling"],
    "翻了一番多": [">= 100 % (翻了一番) doubling"],
    "翻两番": ["= 300 % (翻两番) doubling"],
    "居全市第三": ["= 3 (第三) rank"],
    "列第17位": ["= 17 (第17位) rank"],
    "排名第十二名": ["= 12 (第十二名) rank"],
    "进入全省前十": ["<= 10 (前十) rank"],
    "进入前50位": ["<= 50 (前50位) rank"],
    "居全市首位": ["= 1 (首位) rank"],
    "位居榜首": ["= 1 (榜首) rank"],
    "产业结构6.2:41.5:52.3": ["= 6.2 (6.2) ratio", "= 41.5 (41.5) ratio", "= 52.3 (52.3) ratio"],
    "粮经比45:55": ["= 45 (45) ratio", "= 55 (55) ratio"],
    "收入比1.58:1": ["= 1.58 (1.58:1) ratio"],
}

NOTHING = [
    "2024年",
    "2019—2020年",
    "2024年3月18日",
    "上午9:30",
    "上午9点",
    "“1171”工作布局",
    "C919大型客机",
    "5G基站",
    "PM2.5浓度",
    "S206公路",
    "30万吨级码头",
    "第三产业",
    "第14届运动会",
    "15分钟生活圈",
    "365天不打烊",
    "五大战略",
    "三个代表",
    "一批项目",
    "百件实事",
    "千亿产业",
    "出台“21条”",
    "60周岁老人",
    "国发〔2023〕15号文件",
    "318国道线",
    "首位度",
    "双第一",
    "世界500强",
    "7×24小时，",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    (AMOUNTS | BOUNDS | SIGNS | RANGES | FIXED).items(),
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert written(text) == expected


KNOWN_FAILURES = {
    "1,08公里": [],  # a number is not begun in its middle
    "四六分": [],
}


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES.items())
def test_numbers_that_are_misread(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_measures_nothing(text: str) -> None:
    assert written(text) == []


def test_figures_are_in_order_and_apart() -> None:
    text = "完成8.6亿元、增长5%，居全市第二，占比六成，农田2万至3万亩，粮经比45:55，翻一番。"
    found = find_quantities(text)
    assert len(found) == 8
    assert all(one.after <= other.start for one, other in itertools.pairwise(found))
    assert all(f.start < f.end <= f.after for f in found)


def test_what_belongs_to_a_number_ends_after_its_bound() -> None:
    [figure] = find_quantities("增长5%左右，")
    assert (figure.end, figure.after) == (4, 6)


NUMBERS = st.decimals("0.01", "99999", places=2, allow_nan=False, allow_infinity=False).map(
    lambda d: f"{d.normalize():f}"
)
UNITS = st.sampled_from(
    ["亿元", "万美元", "家", "%", "个百分点", "万人次", "平方公里", "吨标准煤", "微克/立方米", "户", "倍"]
)


@given(NUMBERS, UNITS, st.sampled_from(["，", "。", "以上，", "左右；", "、"]))
def test_any_number_with_a_unit_is_read_as_written(number: str, unit: str, after: str) -> None:
    text = f"全县主要指标达到{number}{unit}{after}"
    [figure] = find_quantities(text)
    assert (f"{figure.value:f}", figure.unit, text[figure.start : figure.end]) == (number, unit, number + unit)


@given(st.text("0123456789.,，:%-—至一二百千万亿元家个第前位翻番百分之点余多成倍年“”ACG ", max_size=40))
def test_any_text_gives_figures_at_their_places(text: str) -> None:
    place = 0
    for figure in find_quantities(text):
        assert place <= figure.start < figure.end <= figure.after <= len(text)
        assert figure.value.is_finite()
        place = figure.end
