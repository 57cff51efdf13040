"""What the words before a number say: the name, the measure, the bound, and what it is compared with."""

from __future__ import annotations

from typing import Any

import pytest

from reportcli.extraction.cues import cues
from reportcli.extraction.predicates import Left, read_left

NOTHING = Left("")


def read(text: str, *, percent: bool = False, rank: bool = False) -> dict[str, Any]:
    """What is told of a number that `text` stands before, as the fields that differ from nothing told."""
    left = read_left(text, cues(), percent=percent, rank=rank)
    fields = {field: getattr(left, field) for field in Left.__struct_fields__}
    return {field: value for field, value in fields.items() if value != getattr(NOTHING, field)}


AMOUNTS: dict[str, dict[str, Any]] = {
    "一般公共预算收入完成": {"name": "一般公共预算收入", "measure": "level", "predicate": "完成"},
    "完成一般公共预算收入": {"name": "完成一般公共预算收入"},
    "总产值达到": {"name": "总产值", "measure": "level", "predicate": "达到"},
    "总产值力争达到": {"name": "总产值", "measure": "level", "predicate": "达到"},
    "达到“": {"measure": "level", "predicate": "达到"},
    "总产值突破": {"name": "总产值", "bound": ">="},
    "总产值首次突破": {"name": "总产值", "bound": ">="},
    "存款余额近": {"name": "存款余额", "bound": "~"},
    "到位资金约": {"name": "到位资金", "bound": "~"},
    "新增企业不少于": {"name": "新增企业", "bound": ">="},
    "开办时间不到": {"name": "开办时间", "bound": "<="},
    "项目签约": {"name": "项目签约"},  # 签约 is no 约
    "总产值迈上": {"name": "总产值", "measure": "level", "predicate": "迈上"},  # 迈上 is no 上
    "新增就业累计达到": {"name": "新增就业", "measure": "level", "predicate": "累计达到", "cumulative": True},
    "财政收入较2006年增加": {"name": "财政收入", "measure": "growth", "predicate": "增加", "compared": "较2006年"},
    "库存压减": {"name": "库存", "measure": "growth", "predicate": "压减", "sign": -1},
    "养老金标准从": {"name": "养老金标准", "measure": "level", "predicate": "从", "base": True},
    "人均": {"name": "人均"},  # 均 inside a word
    "A、B均达到": {"items": "A、B", "each": True, "measure": "level", "predicate": "达到"},
    "A、B分别完成": {"items": "A、B", "respectively": True, "measure": "level", "predicate": "完成"},
}

SHARES: dict[str, dict[str, Any]] = {
    "较预期目标低": {"measure": "gap", "sign": -1},
    "增速力争高于全省": {"name": "增速", "measure": "gap"},
    "地区生产总值增长": {"name": "地区生产总值", "measure": "growth", "predicate": "增长"},
    "工业增加值同比增长": {"name": "工业增加值", "measure": "growth", "predicate": "增长", "yearly": True},
    "税收比上年增长": {"name": "税收", "measure": "growth", "predicate": "增长", "compared": "比上年", "yearly": True},
    "投资年均增长": {"name": "投资", "measure": "growth", "predicate": "增长", "average": True},
    "单位能耗下降": {"name": "单位能耗", "measure": "growth", "predicate": "下降", "sign": -1},
    "失业率控制在": {"name": "失业率", "bound": "<="},
    "增长不低于": {"measure": "growth", "predicate": "增长", "bound": ">="},
    "提高到": {"measure": "level", "predicate": "提高到"},
    "降幅收窄至": {"measure": "growth", "predicate": "降幅收窄至", "sign": -1},
    "扣除退税因素后增长": {"measure": "growth", "predicate": "增长"},
    "城乡居民人均可支配收入分别增长": {
        "items": "城乡居民人均可支配收入",
        "respectively": True,
        "measure": "growth",
        "predicate": "增长",
    },
    "占年任务的": {"measure": "completion"},
    "投资完成全年任务的": {"name": "投资", "measure": "completion"},
    "完成全年投资任务的": {"name": "投资", "measure": "completion"},
    "财政收入超年度任务": {"name": "财政收入", "measure": "completion", "predicate": "超"},
    "超额完成任务": {"measure": "completion", "predicate": "超"},
    "工业增加值高于全国": {"name": "工业增加值", "measure": "gap"},
    "低于全省平均水平": {"measure": "gap", "sign": -1},
    "比全市平均水平高": {"measure": "gap"},
    "森林覆盖率比上年提高": {
        "name": "森林覆盖率",
        "measure": "growth",
        "predicate": "提高",
        "compared": "比上年",
        "yearly": True,
    },
}

RANKS: dict[str, dict[str, Any]] = {
    "居全市": {"measure": "rank", "among": "全市"},
    "增速位居全省": {"name": "增速", "measure": "rank", "among": "全省"},
    "列西部地区": {"measure": "rank", "among": "西部地区"},
    "总量排名全市各区（新区）": {"name": "总量", "measure": "rank", "among": "全市各区（新区）"},
    "综合实力进入全国": {"name": "综合实力", "measure": "rank", "among": "全国"},
    "A、B均居全市": {"items": "A、B", "each": True, "measure": "rank", "among": "全市"},
    "A、B分别位居全市": {"items": "A、B", "respectively": True, "measure": "rank", "among": "全市"},
    "由全市": {"measure": "rank", "base": True, "among": "全市"},
    "在全省产业园区综合评价中排名": {"name": "全省产业园区综合评价", "measure": "rank"},
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_before_an_amount(text: str, expected: dict[str, Any]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARES.items())
def test_before_a_share(text: str, expected: dict[str, Any]) -> None:
    assert read(text, percent=True) == expected


@pytest.mark.parametrize(("text", "expected"), RANKS.items())
def test_before_a_rank(text: str, expected: dict[str, Any]) -> None:
    assert read(text, rank=True) == expected


@pytest.mark.parametrize("text", ["占年任务的", "完成全年投资任务的", "超年度任务"])
def test_only_a_share_tells_how_much_of_a_target_was_reached(text: str) -> None:
    assert read(text).get("measure") != "completion"
