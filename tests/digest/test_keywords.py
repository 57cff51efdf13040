import pytest

from reportcli.digest.contents import lay_out
from reportcli.digest.keywords import make_keywords, pick_terms
from reportcli.digest.term_finding import find_terms
from reportcli.digest.terms import Term, merge_terms


def terms_of(section, sentences, *places):
    [found] = find_terms([lay_out(section, sentences)], places, 10, "rjieba")
    return {term.text: term for term in found}


def pick_keywords(*arguments):
    return make_keywords(pick_terms(*arguments))


def texts(keywords):
    return [keyword.text for keyword in keywords]


def test_no_keyword_is_inside_another():
    terms = [Term("工业投资", 0, 1.2), Term("工业", 0, 1.1), Term("新区工业投资", 5, 1.0), Term("技改投资", 9, 0.9)]
    assert texts(pick_keywords(terms, {}, [], 10)) == ["工业投资", "技改投资"]


def test_two_names_of_one_indicator_are_one_keyword():
    terms = [Term("地区生产总值", 0, 1.2, canonical="地区生产总值"), Term("GDP", 5, 1.1, canonical="地区生产总值")]
    assert texts(pick_keywords(terms, {}, [], 10)) == ["地区生产总值"]


def test_weights_fall_from_one():
    keywords = pick_keywords([Term("脐橙产业", 0, 0.8), Term("出口总额", 3, 1.2), Term("营商环境", 6, 0.6)], {}, [], 2)
    assert texts(keywords) == ["出口总额", "脐橙产业"]
    assert keywords[0].weight == 1 > keywords[1].weight > 0


def test_what_says_little_is_no_keyword():
    assert pick_keywords([Term("热潮", 0, 0.3)], {}, [], 10) == ()


def test_of_equal_terms_the_earlier_is_first():
    terms = [Term("港区更新", 9, 1.0), Term("冷链物流", 4, 1.0), Term("渔业总产值", 4, 1.0)]
    assert texts(pick_keywords(terms, {}, [], 2)) == ["冷链物流", "渔业总产值"]


def test_the_place_itself_is_no_keyword():
    terms = [Term("临江新区", 0, 1.0), Term("临江", 1, 1.0), Term("临江港", 2, 1.0)]
    assert texts(pick_keywords(terms, {}, ["临江新区"], 10)) == ["临江港"]


def test_what_other_sections_have_too_says_less():
    terms = [Term("民生实事", 0, 0.7), Term("羊肚菌基地", 5, 0.68)]
    assert texts(pick_keywords(terms, {}, [], 10)) == ["民生实事", "羊肚菌基地"]
    assert texts(pick_keywords(terms, {"民生实事": 4}, [], 10)) == ["羊肚菌基地", "民生实事"]


def test_an_indicator_with_a_result_and_a_goal_is_above_one_without():
    terms = [
        Term("工业投资", 0, 1.1, is_indicator=True, achieved=True),
        Term("出口总额", 5, 1.1, is_indicator=True, achieved=True, aimed=True),
    ]
    assert texts(pick_keywords(terms, {}, [], 10)) == ["出口总额", "工业投资"]


def test_a_term_of_two_places_is_merged():
    (term,) = merge_terms(
        [Term("工业投资", 7, 1.0, 1, True, achieved=True), Term("工业投资", 3, 1.3, 2, True, aimed=True)]
    )
    assert (term.start, term.weight, term.mentions, term.achieved, term.aimed) == (3, 1.3, 3, True, True)


def test_terms_are_indicators_quotations_and_phrases(make_section):
    section, sentences, _ = make_section(
        "A* 全年【实际利用外资】完成[3亿美元]。",
        "G 实施“链主强基”行动，持续优化营商环境。",
        "N 会场内暖意融融，参加“联欢晚会”的有各界代表。",
        title="石桥镇：打造山水康养小镇",
    )
    found = terms_of(section, sentences)
    assert found["实际利用外资"].is_indicator
    assert {"链主强基", "营商环境"} <= found.keys()
    assert "联欢晚会" not in found
    assert any(text.endswith("康养小镇") for text in found)


def test_figures_of_speech_and_numbers_in_quotation_marks_are_no_terms(make_section):
    section, sentences, _ = make_section("G 交出“成绩单”，落实“1335”工作思路，打响“海上渔都”品牌。")
    found = terms_of(section, sentences)
    assert "海上渔都" in found
    assert not found.keys() & {"成绩单", "1335"}


@pytest.mark.parametrize(
    "said", ["创新", "城市", "十大", "九五", "八个必须", "两学一做", "不一样的", "压舱石", "越是艰险越向前"]
)
def test_what_every_report_puts_in_quotation_marks_is_no_term(make_section, said):
    section, sentences, _ = make_section(f"G 落实“{said}”，打响“海上渔都”品牌。")
    assert {"海上渔都"} == terms_of(section, sentences).keys() & {said, "海上渔都"}


def test_a_phrase_ends_at_the_name_of_the_place(make_section):
    section, sentences, _ = make_section("G 加快石桥高新区建设，打造石桥镇生态文化街区。", region="石桥镇")
    found = terms_of(section, sentences, "石桥镇", "石桥")
    assert {"高新区建设", "生态文化街区"} <= found.keys()
    assert not [text for text in found if "桥" in text]


def test_one_quotation_of_many_says_less(make_section):
    listed, sentences, _ = make_section("G 形成“红帆领航”“益家人”“邻里荟”等一批做法。")
    alone, others, _ = make_section("G 打造“红帆领航”品牌。")
    assert terms_of(listed, sentences)["红帆领航"].weight < terms_of(alone, others)["红帆领航"].weight


def test_with_names_enough_no_phrases_are_looked_for_but_the_headings(make_section):
    names = "、".join(f"【第{number}水库蓄水量】[{number}万方]" for number in "一二三四五六七八九十")
    section, sentences, _ = make_section(f"A {names}。", "G 持续优化营商环境。", title="打造山水康养小镇")
    found = terms_of(section, sentences)
    assert "营商环境" not in found
    assert "山水康养小镇" in found


def test_a_section_that_states_nothing_has_terms_all_the_same(make_section):
    section, sentences, _ = make_section("N 老年课堂开设智能手机应用课程。")
    assert "智能手机应用课程" in terms_of(section, sentences)
