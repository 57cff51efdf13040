"""The words of tables and summaries for people, in Chinese and in English."""

from __future__ import annotations

from msgspec import Struct

from reportcli.model import Bound, StatementKind


class Labels(Struct, frozen=True, kw_only=True):
    """One language's words; those with braces are filled in with `str.format`."""

    indicator: str
    result: str
    result_of: str
    change: str
    goal: str
    goal_of: str
    later_goal: str
    against: str
    lines: str
    computed: str
    fewer: str
    more: str
    points: str
    same: str
    bounds: dict[Bound, str]
    of_these: str

    untitled: str
    lead: str
    year: str
    separator: str
    span: str
    line: str
    counts: str
    keywords: str
    summary: str
    worded: dict[StatementKind, str]
    nothing: str

    main_targets: str
    main_results: str
    other_results: str
    parts: str
    goals: str
    tasks: str
    more_parts: str
    totals: str
    rest: str

    columns: dict[str, str]
    tables: dict[str, str]
    values: dict[str, str]


ZH = Labels(
    indicator="指标",
    result="实绩",
    result_of="{}年实绩",
    change="同比",
    goal="目标",
    goal_of="{}年目标",
    later_goal="远期目标",
    against="较实绩*",
    lines="行",
    computed="* 由两数推算,非原文",
    fewer="少{}",
    more="多{}",
    points="个百分点",
    same="持平",
    bounds={"=": "{}", ">=": "至少{}", "<=": "至多{}", "~": "约{}"},
    of_these="其中:",
    untitled="(无标题)",
    lead="(导语)",
    year="{}年",
    separator=";",
    span="第{}-{}行",
    line="第{}行",
    counts="实绩{} 目标{}",
    keywords="关键词",
    summary="摘要",
    worded={"achievement": "实绩(无数字)", "goal": "目标(无数字)", "problem": "问题"},
    nothing="无目标、实绩",
    main_targets="主要目标",
    main_results="主要实绩",
    other_results="其他实绩",
    parts="工作安排",
    goals="目标",
    tasks="任务(举例)",
    more_parts="另有{}个部分",
    totals="实绩{}项, 目标{}项, 问题{}条, {}个章节",
    rest="全文共{}; 逐节列出: --all",
    columns={
        "source": "来源",
        "place": "地区",
        "year": "年份",
        "section": "章节",
        "title": "标题",
        "role": "类别",
        "level": "层级",
        "region": "地方",
        "region_code": "区划代码",
        "kind": "类型",
        "indicator": "指标",
        "canonical": "标准名称",
        "measure": "口径",
        "value": "数值",
        "upper": "上限",
        "unit": "单位",
        "bound": "界限",
        "period": "时期",
        "quote": "原文数字",
        "figure": "数字",
        "start": "起",
        "end": "止",
        "sentence_start": "句起",
        "sentence_end": "句止",
        "line": "行",
        "locator": "位置",
        "headline": "主要目标",
        "scope": "范围",
        "rate": "增速类型",
        "base_period": "基期",
        "basis": "计算口径",
        "commitment": "措辞",
        "estimated": "预计",
        "among": "排名范围",
        "sentence": "句子",
        "text": "句子",
        "goals": "目标",
        "achievements": "实绩",
        "rank": "序",
        "keyword": "关键词",
        "weight": "权重",
        "sha256": "内容哈希",
        "encoding": "编码",
        "doc_type": "文种",
        "place_code": "地区代码",
        "published": "发布日期",
        "problem": "问题",
        "remedy": "处理办法",
    },
    tables={
        "reports": "报告",
        "sources": "文件",
        "sections": "章节",
        "observations": "数据",
        "goals": "目标",
        "achievements": "实绩",
        "latest": "最新数据",
        "statements": "陈述",
        "keywords": "关键词",
        "summaries": "摘要",
        "skipped": "未读文件",
    },
    values={
        "goal": "目标",
        "achievement": "实绩",
        "problem": "问题",
        "review": "回顾",
        "plan": "计划",
        "mixed": "综合",
        "other": "其他",
    },
)

EN = Labels(
    indicator="Indicator",
    result="Result",
    result_of="Result {}",
    change="Change",
    goal="Goal",
    goal_of="Goal {}",
    later_goal="Later goal",
    against="Against result*",
    lines="Lines",
    computed="* computed from the two, not in the report",
    fewer="-{}",
    more="+{}",
    points=" points",
    same="the same",
    bounds={"=": "{}", ">=": "at least {}", "<=": "at most {}", "~": "about {}"},
    of_these="of these: ",
    untitled="(no title)",
    lead="(lead)",
    year="{}",
    separator="; ",
    span="lines {}-{}",
    line="line {}",
    counts="{} results, {} goals",
    keywords="Keywords",
    summary="Summary",
    worded={"achievement": "Results without number", "goal": "Goals without number", "problem": "Problems"},
    nothing="no goals or results",
    main_targets="Main targets",
    main_results="Main results",
    other_results="Other results",
    parts="Plan",
    goals="Goals",
    tasks="Tasks (examples)",
    more_parts="and {} more",
    totals="{} results, {} goals, {} problems in {} sections",
    rest="In all {}; section by section: --all",
    columns={},
    tables={},
    values={},
)
