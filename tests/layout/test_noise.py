"""Page furniture goes, content stays."""

import pytest

from reportcli.layout import find_paragraphs

BODY = "2023年，东川区实现地区生产总值512.3亿元，增长6.5%。"
MORE = "2024年，全区地区生产总值预期增长6%左右，新增规模以上企业31家。"


def texts_of(text: str) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(text)]


@pytest.mark.parametrize(
    "line",
    [
        "网站首页",
        "首页 | 走进东川 | 新闻中心 | 政务公开",
        "您当前的位置：首页 > 政务公开 > 政府工作报告",
        "发布时间：2024-01-30 08:45    来源：东川区人民政府    浏览次数：2173",
        "2024-01-30 来源：东川日报 作者：王一山",
        "来源:东川区政府网 2024-01-18",
        "字号：[ 大 中 小 ]    打印    关闭",
        "【字体：大 中 小】【打印】【关闭窗口】",
        "索引号：000014349/2024-00017    发布机构：东川区政府办",
        "责任编辑：李小川",
        "（责任编辑：李小川）",
        "上一篇：东川区召开安全生产会议",
        "扫一扫在手机打开当前页",
        "分享到：微信 微博 QQ空间",
        "主办：东川区人民政府    承办：东川区政务服务数据管理局",
        "东ICP备10000001号-2    东公网安备 10000000000001号    网站标识码：1000000001",
        "联系电话：0000-8000123    建议使用1024×768以上分辨率浏览",
        "免责声明：本文仅代表作者观点，不代表本站立场。",
        "（相关报道见A03版）",
        "（下转第二版）",
        "（资料图片）",
        "- 3 -",
        "第3页 共12页",
        "3/12",
        "-----------",
        "* * *",
        "阅读 1.2万 赞 86 在看 41",
    ],
)
def test_a_line_of_furniture_is_dropped(line: str) -> None:
    assert texts_of(f"{BODY}\n{line}\n{MORE}") == [BODY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "政务公开",
        "打印机产量3万台",
        "来源：财政收入12亿元；上级补助3亿元。",
        "下载量突破100万次",
        "分享经济规模达到30亿元",
        "阅读量1.2万次",
        "3亿元",
        "2024",
        "2024年1月18日",
        "时间就是效率",
        "更多群众住上新房",
        "建成门户网站12个，访问量超过300万人次。",
        "大力发展中小企业",
        "图为城关镇新貌。王一山 摄",
        "本报记者 王一山",
        "附件：名词解释",
        "声明全区上下要一条心",
    ],
)
def test_a_line_of_content_stays(line: str) -> None:
    assert texts_of(f"{BODY}\n{line}\n{MORE}") == [BODY, line, MORE]


def test_navigation_with_a_link_a_line_goes_with_its_unknown_names() -> None:
    page = "东川网\n长者模式\n|\n繁体\n|\n乡音\n首页\n走进东川\n政务公开\n当前位置：\n首页\n>>\n区情\n>>\n公报\n" + BODY
    assert texts_of(page)[-1] == BODY
    assert not {"乡音", "走进东川", "政务公开", "区情", "|", ">>"} & set(texts_of(page))


def test_a_label_takes_its_value_from_the_next_line_but_no_title() -> None:
    page = f"来源：\n东川日报\n阅读：\n299\n作者：\n东川区2024年工作报告\n{BODY}\n下一篇：\n东川区召开会议，部署防汛"
    assert texts_of(page) == ["东川区2024年工作报告", BODY]


def test_the_list_of_links_under_the_article_goes() -> None:
    cities = "\n".join(f"{name}市" for name in ["东川", "西川", "南川", "北川", "中川", "上川"])
    page = f"{BODY}\n{cities}\n相关文章\n03-30\n西川区2024年政府工作报告\n标签云\n政府\n2025年\n东ICP备10000001号"
    assert texts_of(page) == [BODY]


def test_a_signature_and_a_figure_under_the_last_sentence_stay() -> None:
    page = f"{BODY}\n东川区人民政府\n2024年1月18日\n打印\n税收增长5%\n西川区召开会议"
    assert texts_of(page) == [BODY, "东川区人民政府", "2024年1月18日", "税收增长5%"]


def test_a_description_of_the_page_beneath_its_foot_goes() -> None:
    assert texts_of(f"报告如下：\n{BODY}\n谢谢各位对工作的大力支持和帮助！\n打印本页\n各位代表：{BODY}东川区") == [
        "报告如下：",
        BODY,
        "谢谢各位对工作的大力支持和帮助！",
    ]
