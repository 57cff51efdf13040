"""Goals that an indicator is set in words: only of names that the lexicon knows."""

from __future__ import annotations

import pytest

from reportcli.extraction.aims import find_aims
from reportcli.extraction.cues import cues

AIMS = {
    "居民收入增长与经济增长同步。": ["居民收入"],
    "居民人均可支配收入增长和经济增长基本同步，": ["居民人均可支配收入"],
    "全县城镇居民人均可支配收入高于全国平均水平。": ["城镇居民人均可支配收入"],
    "进出口总额稳定增长。": ["进出口总额"],
    "居民消费价格保持基本稳定。": ["居民消费价格"],
    "外贸进出口实现正增长，固定资产投资稳步增长。": ["外贸进出口", "固定资产投资"],
    "粮食产量只增不减。": ["粮食产量"],
    "规上工业增加值增速高于全省平均水平；": ["规上工业增加值"],
    "单位地区生产总值能耗降低完成省下达任务。": ["单位地区生产总值能耗"],
    "城镇调查失业率低于全国平均水平。": ["城镇调查失业率"],
    "地区生产总值、财政收入稳步增长。": ["地区生产总值", "财政收入"],
    "城镇登记失业率控制在省定目标以内。": ["城镇登记失业率"],
    "营商环境持续改善。": [],  # no indicator
    "城乡面貌稳步提升。": [],
    "地区生产总值增长6%。": [],  # a goal with a number
    "完成各项任务。": [],
    "同步推进。": [],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), AIMS.items())
def test_the_indicators_that_goals_are_set_for_in_words(text: str, expected: list[str]) -> None:
    assert [name for name, _ in find_aims(text, ("云溪县",), cues())] == expected


def test_each_has_its_canonical_name() -> None:
    found = dict(find_aims("GDP增速高于全市平均水平，社零总额稳步增长。", (), cues()))
    assert found == {"GDP": "地区生产总值", "社零总额": "社会消费品零售总额"}
