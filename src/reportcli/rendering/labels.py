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

    outcomes: str
    verdicts: str
    gaps: str
    gap: str
    one_of: str
    other_indicators: str
    untold: str
    order: dict[bool, str]

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
    outcomes="目标{}项: 达成{} 未达成{} 无法判定{} 未再报告{} 无该期报告{}",
    verdicts="✓ 达成  ✗ 未达成  - 无法判定或无从比较",
    gaps="{}处 {}个指标 缺{}格",
    gap="-- 报告未给出数字",
    one_of="一处有多个数字时, 依次取: 最近的报告, 主要目标或总体实绩一句, 核定数, 确数, 文中在前者",
    other_indicators="另有{}个指标: --all",
    untold="另有{}处的报告未涉及该时期",
    order={True: "由高到低", False: "由低到高"},
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
        "setting": "设置",
        "field": "项目",
        "part": "词表",
        "word": "词",
        "words": "词",
        "meaning": "含义",
        "called": "词表所列名称",
        "growth_only": "仅指增速",
        "group": "类别",
        "units": "单位",
        "polarity": "方向",
        "growth": "增速口径",
        "aliases": "别名",
        "growth_aliases": "增速别名",
        "added": "新增",
        "origin": "出处",
        "file": "文件",
        "path": "路径",
        "found": "找到",
        "goal": "目标",
        "result": "实绩",
        "met": "达成",
        "difference": "差距",
        "missed": "未达成",
        "undecided": "无法判定",
        "open": "未再报告",
        "no_report": "无该期报告",
        "share": "达成率",
        "gaps": "缺",
        "rule": "规则",
        "severity": "程度",
        "usual": "默认",
        "about": "说明",
        "message": "问题",
        "code": "区划代码",
        "name": "名称",
        "county": "县级",
        "city": "地级",
        "province": "省级",
        "list": "名录",
        "abolished": "已撤销",
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
        "error": "错误",
        "warning": "疑误",
        "info": "提示",
        "province": "省级",
        "city": "地级",
        "county": "县级",
        "town": "乡级",
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
    outcomes="{} goals: {} met, {} missed, {} undecided, {} never reported on, {} without a report on that time",
    verdicts="✓ met  ✗ missed  - cannot be told",
    gaps="{} places, {} indicators, {} gaps",
    gap="-- no figure in the report",
    one_of="Of several figures for one cell: the latest report's, one in the sentence of main targets or results, a"
    " final one, an exact one, the first in the text",
    other_indicators="{} more indicators: --all",
    untold="{} more places, whose reports do not tell of that time",
    order={True: "largest first", False: "smallest first"},
    columns={},
    tables={},
    values={},
)
