"""The lexicon's files are read with exact errors and a harmless cache; a name finds the indicator it means."""

import os
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from reportcli import lexicon
from reportcli.errors import SettingsError
from reportcli.lexicon.files import read_yaml
from reportcli.model import Measure


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    size: int
    words: tuple[str, ...] = ()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("REPORTCLI_CACHE", str(folder))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text("size: 2\nwords: [增长, 下降]\n", encoding="utf-8")
    return path


def test_a_file_is_the_same_from_its_yaml_and_from_the_cache(
    file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = read_yaml(file, Words)
    assert len(list(cache.iterdir())) == 1

    def parse_nothing(*_: object) -> None:
        raise AssertionError("the YAML was parsed again")

    monkeypatch.setattr("reportcli.lexicon.files.parse_yaml", parse_nothing)
    assert read_yaml(file, Words) == parsed == Words(2, ("增长", "下降"))


def test_a_changed_file_is_read_anew(file: Path) -> None:
    read_yaml(file, Words)
    file.write_text("size: 3\n", encoding="utf-8")
    assert read_yaml(file, Words) == Words(3)


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\x01\x02\x03", b"\x81\xa4size\xa3two"])
def test_a_damaged_entry_is_not_believed(file: Path, cache: Path, damage: bytes) -> None:
    expected = read_yaml(file, Words)
    [entry] = cache.iterdir()
    entry.write_bytes(damage)
    assert read_yaml(file, Words) == expected
    assert entry.read_bytes() != damage


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(file: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert read_yaml(file, Words) == Words(2, ("增长", "下降"))


def test_an_entry_that_cannot_be_put_in_place_leaves_nothing_behind(
    file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("another process has it open")

    monkeypatch.setattr(os, "replace", refuse)
    assert read_yaml(file, Words) == Words(2, ("增长", "下降"))
    assert list(cache.iterdir()) == []


def test_many_readers_at_once_leave_one_whole_entry(file: Path, cache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda _: read_yaml(file, Words), range(32)))
    assert set(read) == {Words(2, ("增长", "下降"))}
    [entry] = cache.iterdir()
    assert msgspec.msgpack.decode(entry.read_bytes(), type=Words) == read[0]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("size: two\n", "Expected `int`, got `str` - at `$.size`"),
        ("size: 2\nwords: [增长, 5]\n", "Expected `str`, got `int` - at `$.words[1]`"),
        ("size: 2\nword: [增长]\n", "unknown field `word`"),
        ("words: [增长]\n", "missing required field `size`"),
        ("size: 2\nwords: [增长\n", "words.yaml:3:1: not YAML"),
        ("size: 2\nwords: []\nsize: 3\n", "words.yaml:3:1: not YAML: size is there twice"),
        ("size: 2\nwords: 2024-02-31\n", "not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place(file: Path, yaml: str, said: str) -> None:
    file.write_text(yaml, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_yaml(file, Words)
    assert str(file) in caught.value.problem
    assert said in caught.value.problem


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.yaml"):
        read_yaml(tmp_path / "gone.yaml", Words)


def test_every_lexicon_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = lexicon.indicators()
    monkeypatch.setattr("reportcli.lexicon.files.DATA", Path(os.devnull))
    assert lexicon.indicators() is first


def test_no_name_is_said_of_two_indicators_that_are_counted_alike() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for each in lexicon.indicators():
        for name in (each.name, *each.aliases):
            for unit in each.units:
                found = lexicon.find_canonical(name, "level", unit)
                named[name].add(f"{found}")
                assert found == each.name, f"{name} in {unit} is {found}, not {each.name}"
        for name in each.growth_aliases:
            assert lexicon.find_canonical(name, "growth", "%") == each.name
            assert lexicon.find_canonical(name, "level", each.units[0]) is None, f"{name} is a growth only"
    shared = {name for name, found in named.items() if len(found) > 1}
    assert shared == {"优良天数", "空气优良天数", "空气质量优良天数"}  # in days, and as a share of the days in %


def test_every_standard_name_is_there_once_and_can_be_asked_for() -> None:
    names = [each.name for each in lexicon.indicators()]
    assert len(names) == len(set(names))
    assert all(lexicon.indicator(each.name) is each for each in lexicon.indicators())
    with pytest.raises(KeyError):
        lexicon.indicator("幸福指数")


def test_the_headline_indicators_are_known_for_what_they_are() -> None:
    gdp = lexicon.indicator("地区生产总值")
    assert (gdp.group, gdp.polarity, gdp.real) == ("综合", "up", True)
    assert not lexicon.indicator("一般公共预算收入").real
    assert lexicon.indicator("城镇登记失业率").polarity == "down"
    assert lexicon.indicator("居民消费价格").polarity == "none"
    assert lexicon.indicator("城镇化率").measure == "level"


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("生产总值", "地区生产总值"),
        ("国内生产总值（GDP）", "地区生产总值"),
        ("ＧＤＰ", "地区生产总值"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("规模工业增加值", "规上工业增加值"),
        ("入统工业增加值", "规上工业增加值"),
        ("固定资产投资（不含农户）", "固定资产投资"),
        ("固定资产投资总额", "固定资产投资"),
        ("城镇以上固定资产投资", "城镇固定资产投资"),
        ("地方财政一般预算收入", "一般公共预算收入"),
        ("公共财政预算收入", "一般公共预算收入"),
        ("全部财政收入", "财政总收入"),
        ("社零", "社会消费品零售总额"),
        ("限额以上单位消费品零售额", "限上社会消费品零售额"),
        ("实际使用外资", "实际利用外资"),
        ("外贸进出口", "进出口总额"),
        ("第三产业增加值占地区生产总值的比重", "第三产业增加值占比"),
        ("三产占GDP比例", "第三产业增加值占比"),
        ("城镇常住居民人均可支配收入", "城镇居民人均可支配收入"),
        ("农村居民人均纯收入", "农民人均纯收入"),
        ("全县新增城镇就业人数", "城镇新增就业"),
        ("年末全市常住人口", "常住人口"),
        ("研究与试验发展（R&D）经费投入强度", "研发经费投入强度"),
        ("全社会研发投入占地区生产总值", "研发经费投入强度"),
        ("全社会研发投入", "研发经费"),
        ("国家级专精特新“小巨人”企业", "专精特新“小巨人”企业"),
        ("净增国家高新技术企业数量", "净增高新技术企业"),
        ("新增规模以上工业企业", "新增规上工业企业"),
        ("四上 企业", "“四上”企业"),
        ("细颗粒物（PM2.5）平均浓度", "PM2.5平均浓度"),
        ("万元GDP能耗", "单位地区生产总值能耗"),
        ("新（改）建高标准农田", "新建和改造高标准农田"),
        ("游客接待量", "接待游客"),
        ("旅游总花费", "旅游收入"),
    ],
)
def test_a_name_as_reports_write_it_finds_its_indicator(name: str, canonical: str) -> None:
    assert lexicon.find_canonical(name) == canonical


@pytest.mark.parametrize(
    "name",
    [
        "收入",
        "人均收入",
        "总产值",
        "投资",
        "企业",
        "新增床位",
        "人均财政收入",
        "规上工业",  # of a level: the firms, their output or what they add
        "税收分成收入",
        "某镇接待游客",
        "中欧班列（某市）",
        "年均新增城镇就业",
        "全市",
        "增长",
        "",
        "比重",
    ],
)
def test_what_only_resembles_an_indicator_is_none(name: str) -> None:
    assert lexicon.find_canonical(name, "level") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("税收收入", "财政收入"),
        ("规上工业增加值", "规上工业总产值"),
        ("规上工业企业", "规上工业增加值"),
        ("地区生产总值", "人均地区生产总值"),
        ("高新技术企业", "新增高新技术企业"),
        ("新增高新技术企业", "净增高新技术企业"),
        ("固定资产投资", "城镇固定资产投资"),
        ("城镇登记失业率", "城镇调查失业率"),
        ("农民人均纯收入", "农村居民人均可支配收入"),
        ("一般公共预算收入", "财政总收入"),
        ("本外币存款余额", "人民币存款余额"),
        ("存款余额", "贷款余额"),
        ("农业总产值", "农林牧渔业总产值"),
        ("城镇化率", "户籍人口城镇化率"),
        ("合同利用外资", "实际利用外资"),
        ("新增公办学位", "新增学位"),
    ],
)
def test_indicators_that_look_alike_are_kept_apart(one: str, other: str) -> None:
    assert lexicon.find_canonical(one) == one
    assert lexicon.find_canonical(other) == other


@pytest.mark.parametrize(
    ("name", "measure", "unit", "canonical"),
    [
        ("经济增长", "growth", "%", "地区生产总值"),
        ("经济增长", "level", "%", None),
        ("经济增长", "growth", "家", None),
        ("GDP增速", "growth", "%", "地区生产总值"),
        ("GDP增速", "rank", "", None),  # the order of the growths is not that of the amounts
        ("GDP", "rank", "", "地区生产总值"),
        ("GDP", "gap", "个百分点", "地区生产总值"),
        ("规上工业增加值增速", "growth", "个百分点", None),  # the growth of the growth
        ("地区生产总值", "level", "万亿元", "地区生产总值"),
        ("地区生产总值", "level", "%", None),
        ("地区生产总值", "completion", "%", "地区生产总值"),
        ("城镇化率", "growth", "个百分点", "城镇化率"),
        ("固定资产投资", "growth", "个百分点", None),
        ("固定资产投资", "growth", "倍", "固定资产投资"),
        ("财政收入", "growth", "亿元", "财政收入"),
        ("常住人口", "level", "万", "常住人口"),
        ("常住人口", "level", "户", None),
        ("粮食总产量", "level", "亿斤", "粮食产量"),
        ("三次产业结构", "level", "", "三次产业结构"),
        ("三产比重", "level", "%", "第三产业增加值占比"),
        ("空气质量优良天数", "level", "天", "空气质量优良天数"),
        ("空气质量优良天数", "level", "%", "空气质量优良天数比率"),
        ("空气质量优良天数", None, None, None),
        ("研发投入", "level", "亿元", "研发经费"),
        ("研发投入", "level", "%", None),
        ("居民收入", "growth", "%", "居民人均可支配收入"),
        ("居民收入", "level", "元", None),
    ],
)
def test_measure_and_unit_have_their_say(
    name: str, measure: Measure | None, unit: str | None, canonical: str | None
) -> None:
    assert lexicon.find_canonical(name, measure, unit) == canonical
