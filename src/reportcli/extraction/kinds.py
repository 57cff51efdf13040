"""Goal, achievement or neither: what a sentence states, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reportcli.extraction.periods import Time, last_month
from reportcli.model import Kind, Role
from reportcli.patterns import regex

# Words by which a clause sets a goal.
_GOAL = regex(
    r"力争|继续(?:办好|抓好|做好|推进|实施)|(?:[往向]前[走看]|下一程)[：，]|目标(?:只有一个|不变|一致|依旧|照旧|(?:也|也?(?:很|十分|非常))(?:明确|清晰|直接))[，：]?|(?:底线|奋斗|保底)目标(?=[\d增下])|(?<!全力)确保|争取|计划(?:生产|地区|新|完成|招|建|实|全|总(?!投资[下增同比较])|投|引|培|推|到|今|在|安排|开工|固定|规模|一般|社会|工业)|(?<!完成)(?<!完成..)预期(?:增长)?目标(?!的?\d|增幅|任务的)|努力(?=培[植育]|打造|建[设成]|实现|完成|构建|争创|把)|(?<![即行必可])将(?![军来领士近帅])|(?:^|[，：、；]|我们|上下|全[区市县省镇]|必须|就|还|都|今年|明年)要(?![求素闻点塞件道地害案职紧位旨领是不])|(?<![需只主重首想不紧简概纪摘提])要(?=突破|达到|完成|实现|增长|保持在|控制在|新增|建成|超过|不[低少]于)|冲刺|拟(?!人|定了)|打算|目标定|锚定(?=[^，。]{2,30}目标)|提出.{0,3}要|希望|接下来，|下一步，|下一阶段，"
)
_SO_FAR = ("以来", "头", "前", "上半年，全", "1月", "1—", "1-", "1至")
# What was done up to now, inside of what is meant to be done.
_DONE = regex(
    r"(?<![项题科课])目前|(?<![实体出呈])现(?:有(?=[^，；。]{0,10}\d)|已)|已经?(?:累计)?(?:建成|完成|实现|达|有|签约|引进|开工|落地|入驻|培育|发展|新增)"
)
# 年度计划投资23.5亿元，|累计完成投资17.9亿元: a result beside what was planned
_DONE_OF_PLAN = regex(r"计划总?投资[^；。]{2,16}，(?P<done>(?:目前|现|截至目前)?已?(?:累计|实际)已?完成)")
_ESTIMATES = regex("预计[^；。]{0,20}$")  # 预计到12月底，国税收入|将达到130万元
# 今年一季度，…克服不利影响，工业增加值增长9.6%: told in a plan, it is over
_SINCE_JANUARY = regex(r"今年(?:以来|一季度|上半年|[前头][一二两三四五六七八九\d]个月|1月?份?[-—–至]\d{1,2}月)")
_TOLD = regex("同比|克服|良好开局|逆势|向好|回升|反馈|统计|打下|势头")
_MEANT = regex("[要将拟]|力争|确保|争取|努力|计划|目标")
_PLAN_NAMES = frozenset('“"十')  # “十一五”期间，引进企业12家
_FROM_JANUARY = ("01/", "S1", "Q1")
_BRACKETS = regex("（[^（）]*）")
_WEAK = {"冲刺", "确保", "争取", "希望"}
# 年初定下的“净增300家”的目标 · 比年初“8%左右”的预期目标: a goal of an earlier time, quoted.
_QUOTED_GOAL = regex(r"[“‘\"']([^“”‘’\"']{2,40})[”’\"']的?(?:预期|年度|既定|工作)?(?:目标|任务)(?!书)")
# 投资增长11%的目标，实际增长12.4%: the same without quotes
_EARLIER_GOAL = regex(
    r"((?:(?:年初|年度|原)?计划|[^，；\d]{2,12}任务)[^，；\d]{0,14}[\d.]+[^，；\d]{1,6})(?=，实际)"
    r"|([^，；]{4,30}[\d.]+[^，；\d]{1,6}?)的(?:预期|年度|既定|年初)?目标"
    r"(?=，(?:实际|最终|完成)|虽?(?:没有|未能|未(?:完成|实现|达到))|如期|超额|圆满|提前|顺利|全面|基本)"
)
# 年初定的产值增长10%、签约200亿元两个目标: what was set at the start of the year
_SET_GOAL = regex(
    r"年初(?:确定|定|提出|承诺|下达)[下了]?的?([^；。]{2,40}?[\d.]+[^，；\d]{1,10}?)(?:的|[两三四五六]个|等)?(?:目标|任务)"
    r"|年初(?:确定|定|提出|承诺)[下了]?的?([^；。，]{2,30}?[\d.]+[^，；\d]{1,6}?)(?:没有|未能?|没)(?:完成|实现|达到)"
    r"|(?:年初|原来|原先|当初|去年)(?:我们)?(?:提出|确定|定|说要?|承诺|要求)[下了的]?是?([^；。，]{2,30}?[\d.]+[^，；\d]{1,6}?)"
    r"(?=，(?:结果|(?:去年|全年)?实际|最终|到?年底|半年|交[出卷]))"
    r"|(?:提前|如期|超额|圆满)[^，；]{0,6}(?:完成|实现|达到)了?([^，；]{2,24}?[\d.]+[^，；\d]{1,6}?)的(?:目标|任务)"
    r"|年初[^，；\d]{0,6}(?:承诺|确定|定|提出)[下了]?的(\d+[件项个][^，；\d]{0,8}?)(?=已?(?:办结|办成|办完|完成|兑现)了?\d)"
    r"|年初(?:提出|确定|定|说|承诺)[下了]?的?[“‘]([^”’]{2,30})[”’](?:，|已)"
)
# 完成年度任务63亿元的66.2%: a goal that a result is a share of; 年初任务是4500万元
_MEASURED_BY = regex(
    r"(?:占|为|是|达到?|完成)了?(?:全年|年度|年初|年|[省市州区县镇]里?)*(?:下达|定)?的?(?:目标|任务|计划|预算|投资)*"
    r"([\d.]+[^，；\d]{1,4}?)(?:目标|任务|计划|预算)*的(?=[\d.]+%|[一二三四五六七八九]成)"
    r"|控制在(?:[省市州县区]里?)?(?:下达|确定|要求)的?([\d.]+[^，；\d]{1,3}?)(?:的?(?:指标|目标|任务))?(?:以内|之内)"
    r"|控制在([\d.]+[^，；\d]{1,3}?)的(?:年度|全年|年初|预期|既定|控制|计划|调控)*(?:指标|目标|任务|计划)(?:以|之)?内"
    r"|，(?:年初|年度|全年)?(?:计划|预期)(?:目标|增长)?(?:分别)?[为是]((?:增长|下降)?[\d.]+[^，；。]{1,16})"
    r"|（(?:年初|全年)?(?:预期|年度|计划)?目标(?:任务)?[是为：]?([^（）]{2,30})）"
    r"|（年初(?:预期|计划|目标)([^（）]{2,30})）"
    r"|年初(?:确定|定|提出)的?(?:目标|任务)(?:是|为)([\d.]+[^，；。\d]{1,4})"
    r"|(?:离|距|距离)([^，；]{2,24}?[\d.]+[^，；\d]{1,4}?)的目标"
    r"|(?:年初|年度|全年|(?:[省市州县区镇]里|上级)(?:给我们|下达)?的)(?:任务|目标|计划|指标)(?:数|值)?[是为]([\d.]+[^，；。\d]{1,4})"
)
# 比“十五”计划目标3000亿元超过1070亿元, 高于年初人代会12%的目标14.4个百分点: a goal that a result is held against
_AIMS = regex("目标|任务|计划|预算|年初|原来|原先|当初|控制在.{0,3}(?:下达|确定|要求)")
_SURPASSED = regex(
    r"(?:比|较|高于|低于|超过?)[^，；\d]{0,14}(?:目标|计划)[^，；\d]{0,3}?([\d.]+[^，；\d]{1,3}?)(?=[超高多低少差])"
    r"|(?:比|较)年初[^，；\d]{0,8}定的?([\d.]+[^，；\d]{1,4}?)(?=[超高多低少差])"
    r"|[与同和](?:年初|全年|年度)[^，；\d]{0,8}([\d.]+[^，；\d]{1,4}?)的(?:目标|要求|预期)"
    r"|(?:比|较|高于|低于|好于|优于|超过?)[^，；\d]{0,14}?([\d.]+[^，；\d]{1,4}?)的(?:预期|预定|年度|既定|年初|控制|调控|计划)*(?:目标|计划|任务|预期)"
    r"|(?:未能?|没有?)(?:达到|完成|实现)[^，；\d]{0,14}?([\d.]+[^，；\d]{1,4}?)的(?:预期|预定|年度|既定|年初|控制)*(?:目标|计划|任务)"
)
# Procedure, salutation, background: sentences that state nothing done and nothing meant to be done.
_NEUTRAL_OPENING = regex(
    r"""各位|同志们|现在，?我|谢谢|编者按|□|■|通讯员|来源|（[^）]*(?:）。?)?$|注释?：|\[\d|以上报告
      |问：|责任编辑|我(?:坚信|相信|们坚信|们相信)|让我们|根据《|《[^》]+》(?:贯彻|细化|提出|明确|共)
      |发布(?:时间|日期)：|联系电话|备案号|这些成绩的取得[，是]
      |(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|昨日)[^。]{0,40}?(?:召开|举行|通报|发布|启动)(?!.*(?:提出|明确|强调|要求|宣布))[^。]*。?$
      |(?:召开|举行)[^，。]{0,30}(?:会|会议|大会|仪式)[”"]?[^，]{0,6}。?$""",
    re.VERBOSE,
)
_NEUTRAL_WORDS = regex(
    r"""出席[^，]{0,10}(?:会议|活动)|召开[^。]{0,20}会议?，听取|主持(?:会议|大会)|作[^，。]{0,6}讲话|请予审议|提出意见|报告如下|摘登如下|提请大会审[查议]
      |表示(?:衷心|诚挚|崇高)|致以[^，]{0,8}(?:敬意|感谢|问候|祝福)|崇高敬意|衷心(?:感谢|的感谢)|不会忘记
      |时期是[^，。]{2,40}(?:之年|的一年|的(?:关键)?(?:时期|五年|一年))[，。](?!.*(?:将|力争|确保))
      |年是[^，。]{2,40}(?:之年|的一年|的(?:关键)?(?:时期|五年|一年))[，。](?!.*(?:将|力争|确保))
      |抓好(?:以下|如下)?[一二三四五六七八九十]+个?方面(?:的?工作)?[：。]$
      |做好(?:以下|如下)?[一二三四五六七八九十]+个?方面(?:的?工作)?[：。]$
      |报告(?:以下|如下)?[一二三四五六七八九十]+个?方面(?:的?工作)?[：。]$
      |习近平总书记(?:亲自)?[^，。]{0,12}(?:领航掌舵|擘画|掌舵领航|把脉)|深刻(?:领悟|把握)“两个确立”""",
    re.VERBOSE,
)
_NEUTRAL_END = ("?", "？", "说。", "道。", "讲。")
# What is told beside the report: who met, who spoke, what a picture shows.
_ASIDE = regex(
    r"^(?:[^。]{0,20}应到[^，。]{0,6}\d+[名人]|[^。]{0,6}天气|会上，?\d|会后，|图为|本[报网](?![^。]*?\d(?:%|[万亿]*元))|记者(?!了解|从|获悉|看到)|责任编辑)"
)
_QUOTED_REMARK = regex(r"^[“‘](?!.*\d)[^”’，]{2,12}(?:，[^”’，]{2,12})?[。！]?$")
_PROBLEM = regex(
    r"""清醒(?:地)?(?:看到|认识到)|也(?:要)?看到|困难和?(?:问题|挑战)|存在(?:着)?(?:一些|不少|许多|的)?[^，。]{0,12}(?:问题|不足|短板|差距)|
        (?:不够|不足|不强|不高|不优|不平衡|不充分|薄弱|滞后|偏低|偏慢|偏弱|短板|压力(?:较|依然|仍然|加)大|矛盾突出|任务艰巨)(?:[，；。、]|$)|未(?:能)?(?:如期)?(?:完成|完工|实现|达到|达标|兑现)|(?:没有|未)达到?[^，；。]{0,4}预期|[仍还](?:然|有)?[一-龥]{0,3}差距|滞后于|形势(?:依然|仍然|更加)?严峻|仍有差距|有待(?:进一步)?(?:提高|加强|改善|提升)""",
    re.VERBOSE,
)
# A shortcoming that was or is to be made good: 补齐了农村供水短板.
_MADE_GOOD = regex("(?:补齐|补上|补足|弥补)[^，。；]{0,12}(?:短板|不足|差距)")
_HEADING = regex(
    r"^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分|\d{1,2}[.．、](?!\d)|[●◆■▲★])"
)

# A title has no comma and no number but that of a year or a note.
_FIGURE = regex(r"[，；]|\d(?![\d年月日]|\])")


class Switch(Struct, frozen=True, gc=False):
    """From `start` on, the sentence states what `kind` says."""

    start: int
    kind: Kind


def quoted_goals(text: str) -> list[tuple[int, int]]:
    """Where goals of an earlier time are quoted beside their results, as (start, end) in `text`."""
    if not _AIMS.search(text):
        return []
    return [
        match.span(match.lastindex or 0)
        for pattern in (_QUOTED_GOAL, _EARLIER_GOAL, _SET_GOAL, _MEASURED_BY, _SURPASSED)
        for match in pattern.finditer(text)
    ]


def is_problem(text: str) -> bool:
    """Whether the sentence admits a problem, a shortcoming or a failure."""
    return _PROBLEM.search(_MADE_GOOD.sub("", text)) is not None


def is_aside(text: str) -> bool:
    """Whether the sentence tells something beside the report, whose numbers measure nothing."""
    return _ASIDE.match(text) is not None


def is_neutral(text: str, *, opens: bool) -> bool:
    """Whether the sentence is a title, a heading, a salutation or procedure; `opens` if it opens a paragraph."""
    if is_aside(text) or _NEUTRAL_OPENING.match(text) or text.endswith(_NEUTRAL_END):
        return True
    if _NEUTRAL_WORDS.search(text) or _QUOTED_REMARK.match(text):
        return True
    if _HEADING.match(text) and opens and len(text) <= 40:
        return True
    return text[-1] not in "。！？；：”’" and len(text) < 60 and not _FIGURE.search(text)


class Context(Struct, frozen=True, gc=False):
    """What tells what a sentence states besides its own words.

    `year` is the year that the report's plan is for; where `elapsed` months of it are looked back on, they and what is
    said of no time are results. `over` is how many months of it were over when the text was published, `state` what the
    section was stating before the sentence, `goes_on` whether a ；joins the sentence to the one before.
    """

    role: Role
    year: int
    state: Kind | None
    elapsed: int = 0
    over: int = 0
    goes_on: bool = False


def switches(text: str, times: Sequence[Time], context: Context) -> list[Switch]:
    """What the sentence states, from where on; empty where nothing is known. What stands in brackets holds in them."""
    found = _switches(text, times, context)
    for aside in _BRACKETS.finditer(text) if len(found) > 1 else ():
        before = kind_at(found, aside.start())
        if before is not None and kind_at(found, aside.end()) != before and kind_at(found, aside.end() - 1) != before:
            found = sorted([*found, Switch(aside.end(), before)], key=lambda switch: switch.start)
    return found


def _switches(text: str, times: Sequence[Time], context: Context) -> list[Switch]:
    role, year, state = context.role, context.year, context.state
    if context.elapsed and role != "plan":
        found = _switches_within(text, times, context)
        return [] if role == "other" and len(found) == 1 else found
    if role == "review":
        found = [Switch(0, "achievement")]
        found += [
            Switch(t.start, "goal")
            for t in times
            if t.kind in {"year", "span"}
            and not t.base
            and t.last > year
            and _GOAL.search(text, t.start)
            and (t.until or t.kind == "span")
        ]
        return found
    found = [Switch(0, "goal")] if role == "plan" else [Switch(0, state)] if state else []
    events: list[tuple[int, Kind]] = []
    ends = [t.start for t in times[1:] if not t.base] + [len(text)]
    for index, t in enumerate(times):
        if t.kind == "part" and context.over and not t.base and role != "plan":
            past_part = (t.first or year) == year and last_month(t.part) <= context.over
            dated = index > 0 and times[index - 1].kind == "year" and times[index - 1].end == t.start
            if past_part and (t.first or (dated and times[index - 1].first == year)):
                until = next((end for end in ends if end > t.start), len(text))
                if not _GOAL.search(text, t.start, until):
                    events.append((t.start, "achievement"))
            continue
        if t.base or t.kind not in {"year", "span"}:
            told = t.kind == "part" and role == "mixed" and not t.base and t.part.startswith(_FROM_JANUARY)
            until = next((end for end in ends if end > t.start), len(text))
            if told and "同比" in text[t.end : until] and not _GOAL.search(text, t.start, until):
                events.append((t.start, "achievement"))  # 今年1—8月，全区完成…，同比增长9%
            continue
        until = next(end for end in ends if end > t.start)
        ahead = t.last > year or (t.last == year and not text.startswith(_SO_FAR, t.end))
        kind: Kind = "goal" if ahead else "achievement"
        if (
            role == "plan"
            and kind == "achievement"
            and ((t.kind == "span" and text[t.start] not in _PLAN_NAMES) or _GOAL.search(text, t.start, until))
        ):
            continue
        events.append((t.start, kind))
    done: list[tuple[int, Kind]] = [(match.start(), "achievement") for match in _DONE.finditer(text)]
    if role != "plan":
        done += _done_of_plan(text)
    elif since := _SINCE_JANUARY.match(text):
        meant = _MEANT.search(text, since.end())
        if _TOLD.search(text, since.end(), meant.start() if meant else len(text)):
            done.append((since.end(), "achievement"))
    events += done
    if role != "plan" or done:
        past = [start for start, kind in events if kind == "achievement"]
        quoted = quoted_goals(text)
        for match in _GOAL.finditer(text):
            if match.group() in _WEAK and (state == "achievement" or any(start < match.start() for start in past)):
                continue  # 去年经过最后冲刺，完成了…
            if any(a <= match.start() <= b + 8 for a, b in quoted):
                continue
            events.append((match.start(), "goal"))
    return found + [Switch(start, kind) for start, kind in sorted(events)]


def _switches_within(text: str, times: Sequence[Time], context: Context) -> list[Switch]:
    """The same where a report looks back on the first `elapsed` months of `year` and ahead on the rest."""
    year, state, elapsed = context.year, context.state, context.elapsed
    events: list[tuple[int, Kind]] = []
    for t in times:
        if t.base:
            continue
        if t.kind == "part":
            events.append((t.start, "achievement" if last_month(t.part) <= elapsed else "goal"))
        elif (t.kind == "whole" and elapsed < last_month("Q4")) or (t.kind in {"year", "span"} and t.last > year):
            events.append((t.start, "goal"))
        elif t.kind in {"year", "span"} and t.last < year:
            events.append((t.start, "achievement"))
    quoted = quoted_goals(text)
    for match in _GOAL.finditer(text):
        estimated = match.group() == "将" and _ESTIMATES.search(text, 0, match.start())
        if not estimated and not any(a <= match.start() <= b + 8 for a, b in quoted):
            events.append((match.start(), "goal"))
    events += _done_of_plan(text)
    holds = state is not None and (context.goes_on or any(kind == state for _, kind in events[:1]))
    first: Kind = state if state and holds else "achievement"
    return [Switch(0, first)] + [Switch(start, kind) for start, kind in sorted(events)]


def _done_of_plan(text: str) -> list[tuple[int, Kind]]:
    return [(match.start("done"), "achievement") for match in _DONE_OF_PLAN.finditer(text)]


def kind_at(found: Sequence[Switch], place: int) -> Kind | None:
    """What is stated at `place`, or None."""
    kind: Kind | None = None
    for switch in found:
        if switch.start > place:
            break
        kind = switch.kind
    return kind
