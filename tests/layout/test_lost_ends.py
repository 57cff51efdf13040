from reportcli.layout import find_paragraphs

TEXT = (
    "政府工作报告——2010年2月2日在云岭镇第十届人民代表大会第三次会议上镇长王立各位代表：现在，我代表云岭镇人民政府"
    "向大会报告工作，请予审议。2009年工作回顾2009年，我镇产值达到8.2亿元，增长9%。一、产业发展。新建茶园3座，新增企业2家。"
    "二、民生改善。改造危房60户。"
)


def test_lines_that_lost_their_ends_are_cut():
    found = find_paragraphs(TEXT)
    assert [paragraph.text[:12] for paragraph in found] == [
        "政府工作报告",
        "——2010年2月2日在",
        "各位代表：",
        "现在，我代表云岭镇人民政",
        "2009年工作回顾",
        "2009年，我镇产值达到",
        "一、产业发展。新建茶园3",
        "二、民生改善。改造危房6",
    ]
    assert all(TEXT[p.start : p.end] == p.text for p in found)


def test_a_line_that_only_greets_is_left_alone():
    assert len(find_paragraphs("各位代表：大家好！")) == 1
