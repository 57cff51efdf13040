"""What a name can mean in an area."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.gazetteer.forms import meanings
from reportcli.gazetteer.words import stem_of

ZHENJIANG, NANTONG, LINYI, DALIAN, SUZHOU = "3211", "3206", "3713", "2102", "3205"


def codes(name: str, area: str = "", year: int | None = None, **aliases: str) -> list[str]:
    return [division.code for division in meanings(name, area, aliases, year)]


@pytest.mark.parametrize(
    ("name", "area", "code"),
    [
        ("金山街道", ZHENJIANG, "321111005000"),
        ("象山街道(大禹山)", ZHENJIANG, "321102006000"),
        ("象山街道（大禹山）", ZHENJIANG, "321102006000"),
        # a county that became a district or a city, with its name or another
        ("清苑县", "", "130608"),
        ("徐水县", "", "130609"),
        ("监利县", "", "421088"),
        ("赣县", "", "360704"),
        ("蓟县", "", "120119"),
        ("襄樊市", "", "4206"),
        ("保山地区", "", "5305"),
        ("坪山新区", "", "440310"),
        # short for several peoples, for a province
        ("红河州", "", "5325"),
        ("玉屏县", "", "520622"),
        ("积石山县", "", "622927"),
        ("莫力达瓦旗", "", "150722"),
        ("内蒙古", "", "15"),
        ("新疆", "", "65"),
        ("江苏", "", "32"),
        ("上海", "", "31"),
        # zones
        ("镇江经开区", ZHENJIANG, "321171"),
        ("临沂高新区", LINYI, "371371"),
        ("临沂高新区", "", "371371"),
        ("高新区", LINYI, "371371"),
        ("南通开发区", NANTONG, "320671"),
        ("如皋高新区", NANTONG, "320682401000"),
        ("高新区", "320682", "320682401000"),
        ("苏州工业园", SUZHOU, "320576"),
        ("新民洲", ZHENJIANG, "321102401000"),
        # without what it is, where its province or city is known
        ("荆门", "42", "4208"),
        ("丹徒", ZHENJIANG, "321112"),
        # a town that was of another kind, in its county
        ("丁岗街道", "321102", "321102100000"),
        ("河东乡", "230183", "230183211000"),
    ],
)
def test_a_name_has_one_meaning(name: str, area: str, code: str):
    assert codes(name, area) == [code]


@pytest.mark.parametrize(
    ("name", "area"),
    [
        # zones without a code
        ("高新区", DALIAN),
        ("经开区", DALIAN),
        ("自贸片区", DALIAN),
        ("经开区", SUZHOU),
        # ordinary words, outside of a county
        ("街道", ""),
        ("街道", "13"),
        ("开发区", ""),
        ("林场", ""),
        ("高新区", ""),
        ("发展乡", ""),
        # another place is named alike
        ("江北县", ""),
        ("莱芜市", ""),
        ("滨湖新区", ""),
        # stems are not safe, kinds of towns change only in their county
        ("和平", ""),
        ("丁岗街道", ZHENJIANG),
        ("金山", ZHENJIANG),
        ("澜溪县", ""),
        ("某某村", "321102100000"),
        ("", ""),
        ("（）", ""),
    ],
)
def test_a_name_has_no_meaning(name: str, area: str):
    assert codes(name, area) == []


def test_an_ambiguous_name_has_all_its_meanings():
    assert codes("朝阳区") == ["110105", "220104"]
    assert codes("丁卯街道", ZHENJIANG) == ["321102007000", "321171001000"]
    assert codes("东乡县") == ["622926"]


def test_another_name_of_a_place_is_one_in_its_area_only():
    assert codes("巴州", "65") == ["6528"]
    assert codes("巴州", "5119") == ["511902"]
    assert codes("镇江经开区", "3706") == []


def test_a_city_that_was_of_county_rank_is_that_until_its_year():
    assert codes("铜仁市", year=2009) == ["520602"]
    assert codes("铜仁市", year=2013) == codes("铜仁市") == ["5206"]


def test_an_abolished_division_stands_back_behind_one_that_is_there():
    assert codes("忠义镇", "5120") == ["512021124000"]
    assert codes("睢城镇", "320324") == ["320324601000"]


def test_an_alias_goes_before_all_else():
    assert codes("新民洲", 新民洲="321102") == ["321102"]
    assert codes("城里", 城里="京口区") == ["321102"]
    assert codes("城里", "3706", 城里="莱山区") == ["370613"]
    assert codes("金山街道", ZHENJIANG, 金山街道="321102006") == ["321102006000"]
    assert codes("滨江新城", 滨江新城="320199") == ["320199"]  # in no list, yet the user says so
    assert codes("老城", 老城="新城", 新城="清苑县") == ["130608"]
    assert codes("老城", 老城="新城", 新城="老城") == []
    assert codes("清苑县", 清苑县="清苑县") == []  # kept apart from what it became
    assert codes("京口区", 京口区="京口区") == ["321102"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("镇江市", "镇江"),
        ("易县", "易县"),
        ("红河哈尼族彝族自治州", "红河"),
        ("鄂温克族自治旗", "鄂温克"),
        ("东乡族自治县", "东乡"),
        ("内蒙古自治区", "内蒙古"),
        ("阿克苏地区", "阿克苏"),
        ("锡林郭勒盟", "锡林郭勒"),
    ],
)
def test_stems(name: str, stem: str):
    assert stem_of(name) == stem


@given(
    st.text(alphabet="镇江金山街道区县市州乡族自治经开高新（）\t\n0", max_size=12),
    st.sampled_from(["", "32", "3211", "321102"]),
)
def test_whatever_the_name_its_meanings_lie_in_the_area(name: str, area: str):
    assert all(code.startswith(area) for code in codes(name, area))
