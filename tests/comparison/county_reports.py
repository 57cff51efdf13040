"""Three reports of one county, which became a district in between, and what of them is compared."""

from collections.abc import Iterable, Mapping

from reportcli import analyze
from reportcli.comparison.places import Places, find_places
from reportcli.comparison.records import mention_of, mentions_of, records_of
from reportcli.model import Document, Record, Report
from reportcli.settings import Settings

REPORTS = {
    "2021.txt": """2021年青岚县政府工作报告

一、2020年工作回顾
2020年，全县地区生产总值完成210.5亿元，增长4.1%；一般公共预算收入9.2亿元，增长3%。

二、2021年工作安排
2021年主要预期目标是：地区生产总值增长7%以上，一般公共预算收入增长确保6%、力争7%，固定资产投资增长8%左右，\
城镇登记失业率控制在4%以内，社会消费品零售总额达到0.9万亿元，粮食产量稳定在30万吨以上，常住人口达到52万人。
""",
    "2022.txt": """2022年青岚县政府工作报告

一、2021年工作回顾
2021年，预计全县地区生产总值增长8.2%。固定资产投资增长9.5%，城镇登记失业率3.4%，社会消费品零售总额8000亿元，\
常住人口50.5万人。年初提出的地区生产总值增长7%以上的目标顺利实现。一般公共预算收入同口径增长6.5%。

二、2022年工作安排
2022年主要预期目标是：地区生产总值增长6.5%左右，一般公共预算收入增长5%，规模以上工业增加值增长8%至10%，\
单位地区生产总值能耗下降3%以上，粮食产量稳定在30万吨以上。
""",
    "2023.txt": """2023年青岚区政府工作报告

一、2022年工作回顾
2022年，全区地区生产总值增长5.9%，一般公共预算收入增长5%，规模以上工业增加值增长12%，单位地区生产总值能耗下降3.4%。\
与2021年地区生产总值增长8.0%相比有所回落。

二、2023年工作安排
2023年主要预期目标是：地区生产总值增长6%。
""",
}


def read_reports(texts: Mapping[str, str]) -> list[Report]:
    """What is read out of the texts, whose names are their paths."""
    return [analyze(Document(text, source=name), Settings(keywords=0, sentences=0)) for name, text in texts.items()]


def gather(reports: Iterable[Report], aliases: Mapping[str, str] | None = None) -> tuple[list[Record], Places]:
    """The records of the reports and their places."""
    known = list(reports)
    records = [record for report in known for record in records_of(report)]
    mentions = [mention for report in known for mention in mentions_of(report)]
    return records, find_places([*mentions, *map(mention_of, records)], aliases or {})
