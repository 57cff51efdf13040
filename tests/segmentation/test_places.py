import pytest

from reportcli.gazetteer.divisions import inside
from reportcli.segmentation.places import LEVELS, chain_at, institution_at, office_at, place_at, stem_of


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("泾县", "泾县", "county"),
        ("沙坪坝区去年地区生产总值", "沙坪坝区", "county"),
        ("市中区", "市中区", "county"),
        ("房山区", "房山区", "county"),
        ("梅桥镇党委", "梅桥镇", "town"),
        ("同里镇镇长", "同里镇", "town"),
        ("兴化市市长", "兴化市", "city"),
        ("桐庐县委书记", "桐庐县", "county"),
        ("梅村街道办事处", "梅村街道", "town"),
        # suffixes inside of names
        ("新乡市", "新乡市", "city"),
        ("新乡县", "新乡县", "county"),
        ("景德镇市", "景德镇市", "city"),
        ("津市市", "津市市", "city"),
        ("沙市区", "沙市区", "county"),
        ("城区街道", "城区街道", "town"),
        ("乌镇镇", "乌镇镇", "town"),
        ("贵州省", "贵州省", "province"),
        ("茂名市", "茂名市", "city"),
        ("西乡塘区", "西乡塘区", "county"),
        # names of several peoples
        ("东乡族自治县", "东乡族自治县", "county"),
        ("积石山保安族东乡族撒拉族自治县", "积石山保安族东乡族撒拉族自治县", "county"),
        ("塔什库尔干塔吉克自治县", "塔什库尔干塔吉克自治县", "county"),
        ("恩施土家族苗族自治州", "恩施土家族苗族自治州", "city"),
        ("内蒙古自治区", "内蒙古自治区", "province"),
        ("红河州", "红河州", "city"),
        ("达拉特旗", "达拉特旗", "county"),
        # zones
        ("蚌埠经开区召开", "蚌埠经开区", "zone"),
        ("苏州工业园区", "苏州工业园区", "zone"),
        ("泾县经济开发区", "泾县经济开发区", "zone"),
        ("高新区:向新而行", "高新区", "zone"),
        ("自贸片区累计", "自贸片区", "zone"),
        # the lowest of a chain
        ("蚌埠市蚌山区文昌街道", "文昌街道", "town"),
        ("泰州市兴化市", "兴化市", "city"),
        ("高新区东风街道", "东风街道", "town"),
        # an ordinary word that is a name here
        ("新建区", "新建区", "county"),
        ("发展乡", "发展乡", "town"),
    ],
)
def test_names(text, name, level):
    place = place_at(text)
    assert place is not None
    assert (place.name, place.level) == (name, level)
    assert text[place.start : place.end] == name


NO_NAMES = """
    全市 我省 本市 各县区 该镇 两区 四镇 全区上下 各街道 有关区县 看一个县 根据县 我代表县 名列全市 二〇二四年全市
    街道 开发区 园区 城区 中心城区 社区 小区 老旧小区 校区 灾区 特区 产业园区 城市 大城市 城镇 乡镇 返乡 小镇 特色小镇
    上市 市场 蚌埠市场 蚌埠市民 蚌埠部分街道 产业强市 旅游强县 推进乡镇 建设新区 发展乡村 高举旗帜
    地区生产总值 单位地区生产总值 去年地区
"""


@pytest.mark.parametrize("text", [*NO_NAMES.split(), ""])
def test_no_names(text):
    assert place_at(text) is None


def test_a_name_is_read_from_where_it_is_asked_for():
    text = "记者走进泾县经济开发区"
    assert place_at(text) is None
    assert place_at(text, text.index("泾县")).name == "泾县经济开发区"


def test_a_chain_has_every_place_above():
    assert [place.name for place in chain_at("蚌埠市淮上区梅桥镇人民政府")] == ["蚌埠市", "淮上区", "梅桥镇"]


def test_what_follows_a_name():
    assert office_at("桐庐县委书记", 3)
    assert office_at("高新区党工委书记", 3)
    assert not office_at("桐庐县产业", 3)
    assert institution_at("蚌山区统计局", 3)
    assert institution_at("蚌山区人民医院", 3)
    assert not institution_at("蚌山区去年完成", 3)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("南陵县", "南陵"),
        ("两江新区", "两江"),
        ("文昌街道", "文昌"),
        ("泾县", "泾县"),
        ("泰州市", "泰州"),
        ("蚌埠经开区", "蚌埠"),
    ],
)
def test_stems(name, stem):
    assert stem_of(name) == stem


def test_a_chain_of_places_ends():
    # A city in a city in a city … else every name in a line of them is followed to the line's end.
    assert len(chain_at("市" * 1000)) <= len(LEVELS)


# Ordinary words that are names too, and zones whose official names no report uses.
NOT_READ = {"城区", "郊区", "矿区", "老城区"}


def test_every_province_city_and_county_is_read_whole():
    official = {each.name for each in inside("") if each.list == "MCA2025"}
    misread = {name for name in official if (place := place_at(name)) is None or place.name != name}
    assert {name for name in misread if not name.endswith(("群岛", "海域", "委员会"))} == NOT_READ


def test_nearly_every_town_is_read_whole():
    towns = {each.name for province in inside("") if len(province.code) == 2 for each in inside(province.code)}
    towns = {name for name in towns if name.endswith(("镇", "乡", "街道"))}
    misread = [name for name in sorted(towns) if (place := place_at(name)) is None or place.name != name]
    assert len(misread) < 0.015 * len(towns), misread
