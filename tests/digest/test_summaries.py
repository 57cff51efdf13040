from reportcli.digest.candidates import find_candidates
from reportcli.digest.contents import lay_out
from reportcli.digest.summaries import pick_abstract, pick_candidates


def pick(part, count):
    section, sentences, _ = part
    picked = pick_candidates(find_candidates(lay_out(section, sentences)), count)
    return [each.sentence.text for each in picked]


def test_a_summary_is_in_the_order_of_the_text(make_section):
    part = make_section(
        "A 培训农民[300人]次。",
        "A* 【地区生产总值】完成[82亿元]，增长稳定。",
        "G* 【地区生产总值】增长[6%]以上。",
        "G 建成公厕[3座]。",
    )
    assert pick(part, 2) == ["地区生产总值完成82亿元，增长稳定。", "地区生产总值增长6%以上。"]
    assert len(pick(part, 3)) == 3


def test_results_and_goals_are_both_told(make_section):
    part = make_section(
        "A 【出口总额】[9亿元]，【进口总额】[3亿元]，【工业投资】[8亿元]。",
        "A 【技改投资】[2亿元]，【民间投资】[7亿元]，【服务业投资】[4亿元]。",
        "A 【粮食总产量】[5万吨]，【蔬菜产量】[6万吨]，【水果产量】[1万吨]。",
        "G 新建口袋公园，改造背街小巷。",
    )
    assert "新建口袋公园，改造背街小巷。" in pick(part, 3)


def test_a_sentence_that_states_nothing_is_never_told(make_section):
    assert pick(make_section("N 现在，我代表镇人民政府报告工作。", "A 全年新建公厕。"), 4) == ["全年新建公厕。"]


def test_an_indicator_with_a_result_and_a_goal_comes_first(make_section):
    part = make_section(
        "A 【水产品交易量】[5万吨]。",
        "A 【民宿床位】[900张]。",
        "A 【渔业总产值】[48亿元]。",
        "G 【渔业总产值】[50亿元]。",
    )
    assert pick(part, 3) == ["水产品交易量5万吨。", "渔业总产值48亿元。", "渔业总产值50亿元。"]


def test_main_figures_come_before_long_lists(make_section):
    part = make_section(
        "A!* 【地区生产总值】完成[82亿元]，【一般公共预算收入】完成[9亿元]。",
        "A 新建【公厕】[3座]、【车位】[90个]、【公园】[4个]、【管网】[6公里]、【泵站】[2座]、【绿道】[7公里]。",
    )
    assert pick(part, 1) == ["地区生产总值完成82亿元，一般公共预算收入完成9亿元。"]


def test_resolve_and_procedure_come_last(make_section):
    part = make_section(
        "G 召开动员大会，贯彻会议精神，凝心聚力谱写新篇章。",
        "G 抓好冷链物流园建设。",
    )
    assert pick(part, 1) == ["抓好冷链物流园建设。"]


def test_a_section_with_nothing_to_tell_has_no_summary(make_section):
    assert pick(make_section("N 各位代表：", "N 请予审议。"), 4) == []


def test_many_candidates_are_compared_in_good_time(make_section):
    part = make_section(*(f"{'AG'[i % 2]} 【第{i}项投资】完成[{i}亿元]。" for i in range(3000)))
    assert len(pick(part, 4)) == 4


def test_an_abstract_tells_more_than_main_figures(make_section):
    section, sentences, _ = make_section(
        "A!* 【地区生产总值】完成[82亿元]。",
        "A!* 【固定资产投资】完成[30亿元]，【工业投资】完成[9亿元]。",
        "A 改造【老旧小区】[6个]，新建【口袋公园】[4个]，新增【停车位】[500个]。",
        "G!* 主要目标是：【地区生产总值】增长[6%]。",
        "G!* 【固定资产投资】增长[8%]，【工业投资】增长[9%]。",
        "G 新建【冷链仓库】[3座]，培育【加工企业】[5家]，新增【就业岗位】[300个]。",
    )
    picked = [each.sentence.text for each in pick_abstract(find_candidates(lay_out(section, sentences)), 4)]
    assert picked == [
        "地区生产总值完成82亿元。",
        "改造老旧小区6个，新建口袋公园4个，新增停车位500个。",
        "主要目标是：地区生产总值增长6%。",
        "新建冷链仓库3座，培育加工企业5家，新增就业岗位300个。",
    ]


def test_resolve_is_not_picked_only_to_have_a_goal(make_section):
    part = make_section(
        "A 改造【老旧小区】[6个]。",
        "A 硬化【村组道路】[9公里]。",
        "A 新建【冷链仓库】[3座]。",
        "G 深入贯彻落实会议精神，凝心聚力、砥砺奋进，谱写新篇章，为新征程作出新贡献。",
    )
    assert not [sentence for sentence in pick(part, 3) if "贯彻" in sentence]


def test_of_many_picked_each_is_picked_once_and_more_hold_the_fewer(make_section):
    lines = [f"{'AG'[i % 2]} 【指标{i % 7}】[{i}家]。" for i in range(30)] + ["G 深入贯彻落实决策部署，凝心聚力。"]
    part = make_section(*lines)
    picked = [pick(part, count) for count in range(32)]
    assert [len(each) for each in picked] == [*range(32)]
    assert picked[31] == [sentence.text for sentence in part[1]]
    assert lines[-1][2:] not in picked[30]
