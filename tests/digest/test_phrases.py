import pytest

from reportcli.digest.phrases import LONGEST, cut_lines, find_phrases


def phrases(*texts, least=2):
    return [phrase.text for phrase in find_phrases(cut_lines(texts, [], "rjieba"), 0, len(texts), least)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快建设长三角北翼枢纽城市。", ["长三角北翼枢纽城市"]),
        ("不断提升基层治理效能，确保走在全市前列。", ["基层治理效能"]),
        ("持续优化营商环境，让企业进得来、留得住。", ["营商环境"]),
        ("大力发展先进装备制造产业", ["先进装备制造产业"]),
        ("推动老旧厂区提质增效", ["老旧厂区提质增效"]),
        ("坚定不移走好发展之路", []),
        ("2024年，5G、365。", []),
        ("", []),
    ],
)
def test_a_phrase_is_a_term_and_no_fragment(text, found):
    assert phrases(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "镇党委书记欧阳雪梅介绍，今年抓好三件事。",
        "县长 高志远表示，答卷已经写好。",
        "本报记者林晓岚、通讯员周子昂报道。",
    ],
)
def test_offices_and_names_of_persons_are_no_phrases(text):
    assert phrases(text, least=1) == []


def test_a_long_run_is_cut_at_its_beginning():
    (phrase,) = phrases("国家级现代农业产业园区优质蔬菜生产基地项目")
    assert len(phrase) <= LONGEST
    assert "国家级现代农业产业园区优质蔬菜生产基地项目".endswith(phrase)


def test_a_run_without_end_takes_no_time_without_end():
    (phrase,) = phrases("优质高端产业项目" * 20_000)
    assert len(phrase) <= LONGEST


def test_each_phrase_tells_its_line():
    lines = cut_lines(["推进老旧小区改造。", "没有短语的一句", "办好民生实事\n打造岭南城市客厅", ""], [], "rjieba")
    assert [phrase.line for phrase in find_phrases(lines, 0, 4, 2)] == [0, 2, 2]
    assert [phrase.line for phrase in find_phrases(lines, 1, 3, 2)] == [2, 2]
    assert not list(find_phrases(lines, 3, 4, 1))


def test_names_of_places_end_a_phrase():
    lines = cut_lines(["岭南城市客厅，岭南市城市客厅"], ["岭南市", "岭南"], "rjieba")
    assert [phrase.text for phrase in find_phrases(lines, 0, 1, 2)] == ["城市客厅", "城市客厅"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x1c", "\u2028"])
def test_what_ends_a_line_elsewhere_ends_none_here(end):
    lines = cut_lines([f"优化{end}营商环境{end}", "办好民生实事"], [], "rjieba")
    assert [(phrase.text, phrase.line) for phrase in find_phrases(lines, 0, 2, 2)] == [("营商环境", 0), ("民生实事", 1)]
