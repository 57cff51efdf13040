"""A user's own YAML adds to the lexicon, for the call that names it alone; a mistake in it is told at its place."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from typing import Literal

import pytest

from reportcli import analyze, lexicon
from reportcli.digest.words import chief_indicators
from reportcli.errors import SettingsError
from reportcli.lexicon import additions
from reportcli.lexicon.comparability import comparability, sizes
from reportcli.settings import Settings

TEXT = "云溪县政府工作报告\n一、2023年工作回顾\n本级财力达到3亿元，油茶籽产量1.2万吨，安装钢架30榀。"
OWN_NAMES = """
indicators:
  农业:
    油茶产量: {units: [吨], polarity: up, aliases: [油茶籽产量]}
  财政金融:
    一般公共预算收入: {aliases: [本级财力]}
"""
OWN_UNITS = "units: {families: {count: [榀]}}\n"
SHIPPED = [("本级财力", None), ("油茶籽产量", None)]
WITH_NAMES = [("本级财力", "一般公共预算收入"), ("油茶籽产量", "油茶产量")]


def written(folder: Path, content: str, name: str = "own.yaml") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def names(*files: str, text: str = TEXT) -> list[tuple[str, str | None]]:
    report = analyze(text, Settings(keywords=0, sentences=0, lexicon=files))
    return [(o.indicator, o.canonical) for section in report.sections for o in section.observations]


def keywords(text: str, *files: str) -> set[str]:
    return {keyword.text for keyword in analyze(text, Settings(lexicon=files)).keywords}


def test_names_and_units_are_added(tmp_path: Path):
    assert names(written(tmp_path, OWN_NAMES + OWN_UNITS)) == [*WITH_NAMES, ("安装钢架", None)]


def test_several_files_add_one_after_the_other(tmp_path: Path):
    one, other = written(tmp_path, OWN_NAMES, "one.yaml"), written(tmp_path, OWN_UNITS, "other.yaml")
    more = written(tmp_path, "indicators: {农业: {油茶产量: {aliases: [山茶油料产量]}}}", "more.yaml")
    assert names(one, other) == [*WITH_NAMES, ("安装钢架", None)]
    assert names(one, more, text=TEXT.replace("油茶籽", "山茶油料"))[1] == ("山茶油料产量", "油茶产量")


def test_nothing_of_what_is_shipped_is_lost(tmp_path: Path):
    shipped = lexicon.indicators()
    with lexicon.using([written(tmp_path, OWN_NAMES)]):
        added = lexicon.indicators()
        for before in shipped:
            now = lexicon.indicator(before.name)
            assert now.aliases[: len(before.aliases)] == before.aliases
            assert (now.group, now.units, now.polarity) == (before.group, before.units, before.polarity)
    assert len(added) == len(shipped) + 1
    assert lexicon.indicators() is shipped


def test_a_growth_alias_and_a_unit_are_added_to_a_standard_indicator(tmp_path: Path):
    content = "indicators: {农业: {粮食产量: {units: [公升], growth_aliases: [粮产]}}}"
    with lexicon.using([written(tmp_path, content)]):
        assert lexicon.find_canonical("粮产", "growth", "%") == "粮食产量"
        assert lexicon.find_canonical("粮产", "level", "吨") is None
        assert lexicon.find_canonical("粮食产量", "level", "公升") == "粮食产量"
        assert lexicon.find_canonical("粮食产量", "level", "万吨") == "粮食产量"
    assert lexicon.find_canonical("粮食产量", "level", "公升") is None


def test_what_a_period_adds_to_an_own_stock_is_an_indicator(tmp_path: Path):
    content = "indicators: {企业: {雏鹰企业: {units: [家], polarity: up, additions: true, aliases: [雏鹰计划企业]}}}"
    with lexicon.using([written(tmp_path, content)]):
        assert lexicon.find_canonical("新增雏鹰计划企业", "level", "家") == "新增雏鹰企业"


def test_words_of_the_other_parts_are_added(tmp_path: Path):
    content = """
        headings: {review: [足迹]}
        place_words: {suffixes: {zone: [慢城]}}
        cues: {predicates: [{measure: level, words: [攒下]}]}
        noise: {controls: [听一听]}
    """
    own = written(tmp_path, content)
    text = "听一听\n云溪县政府工作报告\n一、2023年足迹\n全县攒下粮食产量3万吨。\n"
    with_own, without = analyze(text, Settings(lexicon=(own,))), analyze(text)
    assert [s.role for s in with_own.sections if s.title == "一、2023年足迹"] == ["review"]
    assert [s.role for s in without.sections if s.title == "一、2023年足迹"] != ["review"]
    assert (with_own.title, without.title) == ("云溪县政府工作报告", "云溪县政府工作报告")
    places = "各区亮点\n高岗慢城\n全年完成固定资产投资3亿元。\n青石镇\n全年完成固定资产投资5亿元。\n"
    assert "高岗慢城" in {s.region for s in analyze(places, Settings(lexicon=(own,))).sections}
    assert "高岗慢城" not in {s.region for s in analyze(places).sections}


def test_what_compares_is_added_to(tmp_path: Path):
    content = """
        comparability:
          sizes: {亩: {垧: 15, 分: 0.1}}
          bases: {same_coverage: [老口径]}
          upgrades: {屯: [村]}
    """
    with lexicon.using([written(tmp_path, content)]):
        assert sizes()["垧"] == (Decimal(15), "亩")
        assert sizes()["分"] == (Decimal("0.1"), "亩")
        assert sizes()["公顷"] == (Decimal(15), "亩")
        assert "老口径" in comparability().bases.same_coverage
        assert comparability().upgrades["屯"] == ("村",)
    assert "垧" not in sizes()


def test_words_of_terms_are_a_list_or_stand_between_spaces(tmp_path: Path):
    for own in ("[油茶产量, 油桐产量]", "油茶产量 油桐产量"):
        with lexicon.using([written(tmp_path, f"terms: {{chief: {own}}}")]):
            assert {"油茶产量", "油桐产量", "地区生产总值"} <= chief_indicators()
    assert "油茶产量" not in chief_indicators()


OWN_WORDS = (
    "一、2023年工作回顾\n办好“油茶节”，建成羊肚菌种植基地3个，羊肚菌种植基地产值达到2亿元。\n推进数智田园综合体建设。\n"
)


@pytest.mark.parametrize("tokenizer", ["rjieba", "jieba"])
def test_an_own_keyword_is_kept_whole_and_comes_first(tmp_path: Path, tokenizer: Literal["rjieba", "jieba"]):
    pytest.importorskip(tokenizer)

    def found(*files: str) -> list[str]:
        report = analyze(OWN_WORDS, Settings(tokenizer=tokenizer, lexicon=files))
        assert all(keyword.text in OWN_WORDS for keyword in report.keywords)
        return [keyword.text for keyword in report.keywords]

    own = written(tmp_path, "keywords: [智田园综合, 菌种植基, 节]")  # no tokenizer cuts so
    assert not {"智田园综合", "菌种植基"} & {*found()}
    assert {*found(own)[:3]} == {"智田园综合", "菌种植基", "节"}
    assert not [keyword for keyword in found(own)[3:] if any(word in keyword for word in found(own)[:3])]


@pytest.mark.parametrize("tokenizer", ["rjieba", "jieba"])
def test_a_stopword_never_is_a_keyword(tmp_path: Path, tokenizer: Literal["rjieba", "jieba"]):
    pytest.importorskip(tokenizer)
    own = written(tmp_path, "keywords: [油茶节]\nstopwords: [油茶节, 羊肚菌种植基地, 田园综合体]")
    report = analyze(OWN_WORDS, Settings(tokenizer=tokenizer, lexicon=(own,)))
    found = {keyword.text for part in (report, *report.sections) for keyword in part.keywords}
    assert not {"油茶节", "羊肚菌种植基地", "田园综合体"} & found
    assert not [keyword for keyword in found if "田园综合体" in keyword or "油茶节" in keyword]


def test_a_standard_indicator_may_hold_a_stopword(tmp_path: Path):
    text = "一、2023年工作回顾\n全县财政总收入达到3亿元，门票收入2000万元。\n"
    found = keywords(text, written(tmp_path, "stopwords: [收入]"))
    assert "财政总收入" in found
    assert "门票收入" not in found
    assert "财政总收入" not in keywords(text, written(tmp_path, "stopwords: [财政总收入]"))


def test_an_own_keyword_may_name_the_place(tmp_path: Path):
    text = "云溪县政府工作报告\n一、2023年工作回顾\n打响云溪白茶品牌，全县茶叶产量达到2000吨。\n"
    assert "云溪白茶" not in keywords(text)
    assert "云溪白茶" in keywords(text, written(tmp_path, "keywords: [云溪白茶]"))


def test_an_own_word_with_a_space_in_it_does_no_harm(tmp_path: Path):
    assert keywords(OWN_WORDS, written(tmp_path, 'keywords: ["建设。\\n一", "油 茶"]')) == keywords(OWN_WORDS)


def test_a_stopword_is_no_keyword_and_ends_one(tmp_path: Path):
    text = "一、2023年工作回顾\n办好“油茶节”，建成羊肚菌种植基地3个，羊肚菌种植基地产值达到2亿元。\n"
    assert "油茶节" in keywords(text)
    assert any("羊肚菌" in keyword for keyword in keywords(text))
    found = keywords(text, written(tmp_path, "stopwords: [油茶节, 羊肚菌种植基地]"))
    assert not {"油茶节", "羊肚菌种植基地"} & found
    assert "油茶节" in keywords(text)


def test_what_is_added_is_in_force_for_one_call_only(tmp_path: Path):
    own = written(tmp_path, OWN_NAMES)
    assert names() == SHIPPED
    assert names(own) == WITH_NAMES
    assert names() == SHIPPED


def test_two_lexicons_take_turns(tmp_path: Path):
    one = written(tmp_path, OWN_NAMES, "one.yaml")
    other = written(tmp_path, "indicators: {财政金融: {财政总收入: {aliases: [本级财力]}}}", "other.yaml")
    for _ in range(2):
        assert names(one)[0] == ("本级财力", "一般公共预算收入")
        assert names(other)[0] == ("本级财力", "财政总收入")


def test_threads_have_each_their_own(tmp_path: Path):
    own = written(tmp_path, OWN_NAMES)
    gate = Barrier(4)

    def ask(files: tuple[str, ...]) -> list[list[tuple[str, str | None]]]:
        gate.wait()
        return [names(*files) for _ in range(8)]

    asked: list[tuple[str, ...]] = [(own,), (), (own,), ()]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, asked)) == [[WITH_NAMES] * 8, [SHIPPED] * 8] * 2


def test_a_changed_file_is_another_lexicon(tmp_path: Path):
    own = written(tmp_path, OWN_UNITS)
    assert names(own)[0] == SHIPPED[0]
    written(tmp_path, OWN_NAMES)
    assert names(own) == WITH_NAMES


def test_within_a_block_of_the_same_files_they_are_not_read_again(tmp_path: Path):
    own = written(tmp_path, OWN_NAMES)
    with lexicon.using([own]):
        Path(own).unlink()
        assert names(own) == WITH_NAMES


def test_of_many_lexicons_the_oldest_are_forgotten(tmp_path: Path):
    with lexicon.using([written(tmp_path, OWN_NAMES)]):
        assert lexicon.find_canonical("本级财力") == "一般公共预算收入"
        first = weakref.ref(additions._in_force.get())
    for number in range(additions._KEPT):
        with lexicon.using([written(tmp_path, f"stopwords: [油茶节{number}]")]):
            pass
    gc.collect()
    assert first() is None


def test_a_file_without_anything_adds_nothing(tmp_path: Path):
    for content in ("", "# nothing yet\n", "indicators:\n", "indicators: {农业: }", "cues: {topics: }", "stopwords:"):
        assert names(written(tmp_path, content)) == SHIPPED


def test_any_word_is_taken_as_it_stands(tmp_path: Path):
    """No word is a pattern: where one is, it is an error of the compiler, or finds what is not there."""
    odd = '["[(", "#a", "^]", "(?P<a>", "a|b", "*", "+?"]'
    content = f"""
        units: {{families: {{odd: {odd}}}}}
        cues: {{actions: {odd}, inner: {odd}, bounds_after: {{"~": {odd}}}}}
        headings: {{review: {odd}, part: {odd}, communique: {odd}}}
        place_words: {{suffixes: {{village: {odd}}}, longer: {{"(": {odd}}}, pointers: {odd}, openers: {odd}}}
        noise: {{fields: {odd}, footers: {odd}, openers: {odd}}}
        terms: {{openers: {odd}, closers: {odd}}}
        stopwords: {odd}
    """
    own = written(tmp_path, content)
    assert names(own) == SHIPPED
    assert keywords(TEXT, own) == keywords(TEXT)


@pytest.mark.parametrize(
    ("content", "place", "problem", "remedy"),
    [
        ("\nindicaters: {}", "2: indicaters", "unknown key", "'indicators'"),
        ("stopwords: []\ncues:\n  topics: []\n  opners: [在]", "4: cues.opners", "unknown key", "'openers'"),
        ("zzz: {}", "1: zzz", "unknown key", "Known are indicators, units"),
        (
            "indicators:\n  农业:\n    油茶产量:\n      units: [吨]\n      polarty: up",
            "5: indicators.农业.油茶产量.polarty",
            "unknown key",
            "'polarity'",
        ),
        ("units: {magnitude: [百]}", "1: units.magnitude", "unknown key", "families, abstract, vague, making"),
        ("place_words:\n  suffixes: {hamlet: [屯]}", "2: place_words.suffixes.hamlet", "unknown key", "village"),
        ("cues: {bounds_before: {约: [大概]}}", "1: cues.bounds_before.约", "unknown key", "<="),
        ("- 一", "1", "expected a mapping", "indicators"),
        ("cues: [在]", "1: cues", "expected a mapping, got ['在']", "key: value"),
        ("cues:\n  openers: 在", "2: cues.openers", "expected a list, got '在'", "[one, other]"),
        ("stopwords: {一: 二}", "1: stopwords", "expected a list", "[one, other]"),
        ("stopwords:\n  - 一\n  - 2024", "3: stopwords", "expected a word, got 2024", "quotes"),
        ("noise: {footers: [yes]}", "1: noise.footers", "expected a word, got true", "quotes"),
        ('cues: {actions: [""]}', "1: cues.actions", "expected a word, got ''", "quotes"),
        ("terms: {heads: 5}", "1: terms.heads", "expected a list, got 5", "[one, other]"),
        (
            "indicators: {农业: {油茶产量: {units: [吨], polarity: sideways}}}",
            "1: indicators.农业.油茶产量.polarity",
            "expected down or none or up, got 'sideways'",
            "Known are down, none, up",
        ),
        ("cues: {predicates: [{measure: levle, words: [得]}]}", "1: cues.predicates.measure", "'levle'", "'level'"),
        ("cues: {predicates: [{measure: level, words: [得], base: 1}]}", "predicates.base", "true or false", "Write"),
        ("cues: {predicates: [{measure: level, words: [得], sign: -}]}", "predicates.sign", "a whole number", "Write"),
        (
            "comparability: {sizes: {亩: {垧: many}}}",
            "comparability.sizes.亩.垧",
            "a number, got 'many'",
            "without quotes",
        ),
        ("comparability: {sizes: {亩: {公里: 2}}}", "sizes.亩.公里", "stands under '米'", "Write it there"),
        # What is new lacks something; or it is not meant to be new, and its name is written otherwise.
        ("indicators: {农业: {油茶产量: }}", "农业.油茶产量", "units and polarity missing", "A new entry needs units"),
        ("indicators: {财政金融: {一般公共预算收人: {aliases: [财力]}}}", "收人", "missing", "'一般公共预算收入'"),
        # What is shipped would be lost.
        ("indicators:\n 财政: {财政收入: {aliases: [财力]}}", "2: indicators.财政.财政收入", "'财政金融'", "there"),
        ("indicators: {财政金融: {财政收入: {polarity: down}}}", "财政收入.polarity", "is 'up'", "Leave it out"),
        ("indicators: {财政金融: {财政收入: {real: true}}}", "财政收入.real", "is false", "Leave it out"),
        ("units: {families: {count: [亩]}}", "1: units.families.count", "'亩' stands under 'area'", "there"),
        ("cues: {bounds_before: {~: [不到]}}", "1: cues.bounds_before", "unknown key", "<="),
        ('cues: {bounds_before: {"~": [不到]}}', "cues.bounds_before.~", "'不到' stands under '<='", "there"),
        ("cues: {predicates: [{measure: level, words: [增长]}]}", "cues.predicates", "'growth'", "Leave it out"),
        # A name is another's.
        (
            "indicators:\n  农业:\n    油茶产值:\n      units: [元]\n      polarity: up\n      aliases:\n"
            "        - 油茶业产值\n        - ＧＤＰ",
            "8: indicators.农业.油茶产值.aliases",
            "'ＧＤＰ' is a name of '地区生产总值'",
            "leave it out",
        ),
        (
            "indicators: {农业: {全市GDP: {units: [元], polarity: up}}}",
            "农业.全市GDP",
            "'地区生产总值'",
            "leave it out",
        ),
        (
            "indicators: {财政金融: {财政收入: {growth_aliases: [经济增长]}}}",
            "1: indicators.财政金融.财政收入.growth_aliases",
            "'经济增长' is a name of '地区生产总值'",
            "leave it out",
        ),
        (
            "indicators:\n 农业:\n  甲: {units: [吨], polarity: up, aliases: [丙]}\n"
            "  乙: {units: [吨], polarity: up, aliases: [丙]}",
            "3: indicators.农业.甲.aliases",
            "'丙' is a name of '乙'",
            "leave it out",
        ),
        (
            "indicators: {企业: {甲企业: {units: [家], polarity: up, additions: true, aliases: [高新企业]}}}",
            "甲企业.aliases",
            "'高新企业' is a name of '高新技术企业'",
            "leave it out",
        ),
        (
            "indicators: {企业: {新增高新技术企业: {units: [家], polarity: up}}}",
            "1: indicators.企业.新增高新技术企业",
            "is an indicator already",
            "Leave it out",
        ),
        ("a: [", "2:1", "not YAML", "there"),
        ("a: 1\na: 2", "2:1", "a is there twice", "there"),
        ("? [a]\n: b", "1:3", "not YAML", "there"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, content: str, place: str, problem: str, remedy: str):
    path = written(tmp_path, content)
    with pytest.raises(SettingsError) as caught:
        names(path)
    assert caught.value.problem.startswith(f"{path}:")
    assert place in caught.value.problem
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert len(str(caught.value).splitlines()) == 2


def test_of_several_files_the_one_with_the_mistake_is_told(tmp_path: Path):
    good, bad = written(tmp_path, OWN_NAMES, "good.yaml"), written(tmp_path, "cues: {opners: [在]}", "bad.yaml")
    with pytest.raises(SettingsError, match=r"bad\.yaml:1: cues\.opners"):
        names(good, bad)


def test_a_name_may_be_shared_by_what_is_counted_otherwise(tmp_path: Path):
    content = "indicators: {农业: {粮食总价: {units: [元], polarity: up, aliases: [粮食产量]}}}"
    with lexicon.using([written(tmp_path, content)]):
        assert lexicon.find_canonical("粮食产量", "level", "万吨") == "粮食产量"
        assert lexicon.find_canonical("粮食产量", "level", "亿元") == "粮食总价"


def test_a_mistake_is_told_also_where_its_part_is_not_needed(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"terms\.hedas"):
        names(written(tmp_path, "terms: {hedas: 油茶}"), text="")


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path):
    path = tmp_path / "own.yaml"
    path.write_bytes("stopwords: [油茶]".encode("gb18030"))
    with pytest.raises(SettingsError) as caught:
        names(str(path))
    assert "own.yaml: not YAML" in caught.value.problem
    assert str(caught.value).splitlines()[1:] == ["Save it as UTF-8."]


def test_a_missing_file_is_told():
    with pytest.raises(SettingsError, match=r"nowhere\.yaml: cannot be read"):
        names("nowhere.yaml")


BOMB = "indicators:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (BOMB, "not YAML: more than 200000 values"),
        ("keywords: &a [*a]", "stands for nothing before it"),
        ("keywords: " + "[" * 100, "nested too deeply"),
        ("keywords: " + "[" * 100_000, "depth|deeply"),
        ("keywords: !!python/object/apply:os.getcwd []", "could not determine a constructor"),
        ("# " + "x" * 4 * 1024**2, "larger than 4 MB"),
    ],
)
def test_a_file_that_stands_for_more_than_can_be_read_is_told(tmp_path, content, problem):
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=problem):
        analyze("目标", Settings(lexicon=(str(own),)))


def test_an_alias_stands_for_what_it_names(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("keywords: &words [油茶小镇]\nstopwords: *words\n", encoding="utf-8")
    analyze("目标", Settings(lexicon=(str(own),)))
