"""The names of what is measured: cut out of a clause, carried on from the one before, shared out over a list."""

from __future__ import annotations

import re

from reportcli.extraction.cues import Cues

_TRIM = " 　，、的：；（"
_ONE_OF_MANY = re.compile(r"(?:各类|各项|各种|各级|全部|一批|有关|相关)")
# ⑧ · 3. · （2） · （含江北园区） · 总体目标是
_MARK = re.compile(r"^(?:[①-⑳]|\d{1,2}[.．、]|（[^（）]{1,16}）)|^[^，]{0,8}目标(?:是|为)")
_SHORT = 4  # characters of what only tells one kind from another (国家级, 国地联合)
_ONE_NAMED = re.compile("[”A-Za-z]等")  # one thing that tells its kind: “购在龙江”等促消费活动
_ALIKE = 6  # characters of a short thing that a list of two kinds has in common
_VAGUE = 4  # characters of what says nothing without the examples before it (低保、救济等|各项资金)
_LEAST = 2  # characters of a name
_TRADE = frozenset({"出口", "进口"})
_ADDED = re.compile("^[新净]增(?=..)")  # 新增企业2家，总数达6家
_PERSONS = ("士", "员", "师", "生", "者", "工", "科", "户", "人才")
_STANDS = re.compile("业(?:增加值|产值|投资)$")  # 制造业投资 is of no other industry
_YIELDS = frozenset({"总产", "单产", "亩产"})  # 粮食生产…，总产71万吨
_HERDS = frozenset({"存栏", "出栏"})
_OWNERS = frozenset("业区园")  # what has a profit or an output: an industry, a zone
_INDUSTRY = re.compile("(?:产|行|制造)?业")  # what a compound head takes of the name before it
_AMOUNTS = frozenset("量额数")
_MEASURED = re.compile("[一-龥]{2}(?:(?<![质力能大海容])量|额|率)$")
_KINDS = ("级", "类", "型", "亿元", "的")
_OF_KIND = re.compile("(?<=.)等(?P<kind>[一-龥]{2,8})$")
_LEVEL = re.compile(r"^[国省市区县]?家?级(?:以上|及以上)?")
_NOUN_ENDS = frozenset("率量额值业者区站性地")
_JOINTS = frozenset("、和及与或并")
_LISTED = re.compile(r"[^等]{2,}等(?P<rest>[^等]{4,})")
# 东城区|区级项目: the place above, whose level the name has anyway
_HIGHER = re.compile(r"[一-龥]{2,3}[市区县省](?=[市区县省]级)")
_REMARK = re.compile(r"（[^（）]{2,8}）$")
_REACHED = re.compile(r"(?<=[一-龥]{2})(?:已经?)?(?:实现|完成)(?=[一-龥]{2})")  # 海工产业|实现|产值
_QUOTE = re.compile(r"[“”‘’《》\"]")
# Two things in one word.
_PAIRS = {
    "城、乡": ("城镇", "农村"),
    "城乡": ("城镇", "农村"),
    "存、贷款": ("存款", "贷款"),
    "存贷款": ("存款", "贷款"),
    "财政收支": ("财政收入", "财政支出"),
}
_INDUSTRIES = re.compile("三次产业|第?一二三次?产业|一二三产")
_NTH = re.compile("第?[一二三](?![一二三])")
# A conjunction that is no part of a word (普及率, 饱和, 参与).
_AND = re.compile(r"以及|(?<![普涉])及(?![格时])|(?<![共平温饱总缓])和(?![谐平睦])|(?<![参给])与(?!会)")
_LIST_MARK = re.compile("[、，]|" + _AND.pattern)
_MEANS = re.compile(r"[一-龥]{1,3}(?:要|打算|准备)")  # 城里要|拆除
# 经济总量|连续跨过两个千亿元大关|、超过3000亿元
_CROSSED = re.compile("(?:连续)?(?:跨[过越上]|迈[过上]|突破|[站登]上)[^，、]{1,8}(?:大关|台阶|关口)、?$")
_SINCE = re.compile(r"^[比较](?:上年|去年|年初|\d{4}年|同期|上期)末?(?=[净新]增)")
_UNDER = re.compile("^受[^，]{2,12}?(?:影响|冲击|拖累|制约)(?:较大|明显)?")  # 受疫情冲击|比上年下降4.6%
_OF_YEAR = re.compile("(?<=..)(?:全年|年度|年初|今年)的?(?:预期)?(?:目标|任务|计划)$")  # 规上工业增加值|全年目标
_VOID = frozenset({"情况", "任务", "目标", "计划"})
_AIM = re.compile("(?:预期)?(?P<pace>增[速长])目标$")
_OWN = re.compile("(?<=..)我[省市区县州旗镇乡](?=..|$)")  # 确定|我市|重点企业
_INCLUDING = re.compile("（(?:含|包括)[^（）]{3,}）")  # 农林牧渔业（包括辅助性活动）增加值
_IN_ALL = re.compile("(?<=..)累计(?=投入$)")
_TIMES = re.compile("^(?:先后|累计|共)?[两三四五六七八九十]+次(?=[对赴到向])")  # 先后四次对11家公司…
_NOTE = re.compile(r"（\d{1,2}）|\[\d{1,2}\]")  # a footnote's mark
_N_KINDS = re.compile(r"[两二三四五六七八九十](?:[大个]|项指标)(?=.{2,20}$)|[两二三四五六七八九十]项指标$")


def clean_name(text: str, cues: Cues, places: tuple[str, ...]) -> str:
    """The name without what opens its clause: conjunctions, empty verbs, adverbs, the reporting place itself."""
    text = _CROSSED.sub("", _MARK.sub("", text.replace("　", "").strip(" ，、的：；")))
    text = _MARK.sub("", balance(text.strip(_TRIM))).strip(_TRIM)
    text = _TIMES.sub("", _NOTE.sub("", _INCLUDING.sub("", text)))
    while text:
        if cues.whole.at_start(text):
            break
        if opener := cues.openers.at_start(text):
            rest = text[len(opener) :]
            if rest in {"在", "到", "于", "至"}:
                return ""  # 力争在|2025年…
            if (
                rest[:1] == "值"
                or (len(rest) == 1 and rest not in cues.generic)
                or len(cues.actions.at_start(text)) > len(opener)
            ):
                break
        else:
            end = _place_end(text, places)
            if not end:
                break
            rest = text[end:]
        text = rest.lstrip(_TRIM)
    if has_head(text, cues) and not cues.whole.at_start(text):
        text = _REACHED.sub("", text)
    if match := _HIGHER.match(text):
        text = text[match.end() :]
    if cues.pronouns.at_end(text) or text in _VOID:
        return ""
    text = _OWN.sub("", _AIM.sub(r"\g<pace>", _OF_YEAR.sub("", _UNDER.sub("", text))))
    if (match := _LISTED.fullmatch(text)) and ("、" in text or not _ONE_NAMED.search(text)):
        verb, rest = leading_verb(text, cues), match["rest"]
        vague = rest[:1] == "各" and len(rest) <= _VAGUE
        if not vague and not any(rest.startswith(word) for word in cues.generic):
            text = verb + rest
    if len(text) > 6 and not has_head(text, cues):
        text = _before_verb(text, cues)
    if match := _MEANS.match(text):
        text = text[match.end() :] if cues.actions.at_start(text, match.end()) else text
    if text[-1:] == "了" and text[:-1] in cues.actions.words:
        text = text[:-1]
    if text.endswith("完成投资") and text not in cues.whole.words:
        text = text[:-4] + "投资"
    while (inner := cues.inner.search(text, 1)) and len(text) - inner.end() > _LEAST and not text.startswith("每"):
        text = text[inner.end() :]
    text = _IN_ALL.sub("", _SINCE.sub("", text))
    verb = cues.actions.at_end(text)
    if verb in {"净增", "新增"} and len(text) > len(verb):
        thing = text[: -len(verb)]
        while adverb := cues.adverbs.at_end(thing):
            thing = thing[: -len(adverb)]
        text = verb + thing  # 企业|预计|净增20家
    return text.strip(_TRIM)


def _place_end(text: str, places: tuple[str, ...]) -> int:
    """Where the name of the reporting place that `text` begins with ends, a higher place before it or not; else 0."""
    for place in places:
        start = text.find(place, 0, len(place) + 6)
        end = start + len(place)
        other = (
            len(place) == 2 and text[end : end + 1] in "河湖山江港路站村镇乡城学医高铁大海湾岛"
        )  # 青山|河 is another name
        if start >= 0 and end < len(text) and not other and (start == 0 or text[start - 1] in "省市区县州旗盟镇"):
            return start + len(place)
    return 0


def _before_verb(text: str, cues: Cues) -> str:
    """The name without the clause that begins after it: 到位资金|要止跌回升."""
    for size in range(4, len(text) - 2):
        if text[size] in "要将已可仍" and cues.heads.at_end(text, size):
            return text[:size]
    return text


def balance(text: str) -> str:
    """The text without a quotation that opens in it and does not close, or closes without having opened."""
    if _QUOTE.search(text) is None:
        return text
    for opening, closing in (("“", "”"), ("‘", "’"), ("《", "》")):
        if text.count(opening) > text.count(closing):
            text = text[text.rindex(opening) + 1 :]
        elif text.count(closing) > text.count(opening):
            text = text.replace(closing, "", 1)
    return text.replace('"', "") if text.count('"') % 2 else text


def leading_verb(name: str, cues: Cues) -> str:
    """The verb of action that the name begins with, or ""."""
    size = 0
    while True:
        verb = cues.actions.at_start(name, size)
        if not verb or name[size + len(verb) : size + len(verb) + 1] in _NOUN_ENDS or size + len(verb) == len(name):
            break
        if len(cues.whole.at_start(name, size)) > len(verb):
            break  # 上市企业
        size += len(verb)
        if name[size : size + 1] in _JOINTS and cues.actions.at_start(name, size + 1):
            size += 1
    return name[:size].rstrip("、和及与或并")


def without_verb(name: str, cues: Cues) -> str:
    """The name without the verb that it begins with, and without 各类."""
    verb = leading_verb(name, cues)
    rest = name[len(verb) :] if len(name) > len(verb) else name
    match = _ONE_OF_MANY.match(rest)
    return rest[match.end() :] if match and match.end() < len(rest) else rest


def has_head(name: str, cues: Cues) -> bool:
    """Whether the name ends with what can be measured (收入, 增加值, 面积, anything that ends like 接待量)."""
    return bool(cues.heads.at_end(name)) or _MEASURED.search(name) is not None


def is_measured(name: str, cues: Cues) -> bool:
    """Whether the name ends with what can be measured, or with a share or a pace of that (…占比, …增速)."""
    return has_head(name, cues) or bool(cues.shares.at_end(name))


def depends(name: str, cues: Cues) -> bool:
    """Whether the name says nothing without what the clause before is about (产量, 占比, 占全市比重)."""
    return (
        name in cues.dependent.words
        or name.startswith(("占", "惠及", "涉及"))
        or name.removeprefix("项目") in cues.dependent.words
    )


def attach(subject: str, name: str, cues: Cues) -> str:
    """The full name of a dependent name: of 脐橙种植面积 and 产量, 脐橙产量."""
    if not subject or (subject.endswith("率") and subject in cues.dependent.words):
        return name  # 参考率100%，优秀率98%
    if subject.endswith("项目"):
        name = name.removeprefix("项目")
    if name in {"总量", "总数", "数量", "总规模", "位次", "总数位次"}:
        return _ADDED.sub("", subject) if name in {"总量", "总数", "数量"} else subject
    if name == "总额":
        return subject + name
    if name in {"新增", "净增"}:
        if "新增" in subject:
            return subject  # 城镇新增就业…，实际新增
        verb = leading_verb(subject, cues)
        return name + (subject[len(verb) :] or subject)
    if name.endswith("完成投资") and subject.endswith("投资"):
        return subject  # 固定资产投资年均增长23%，累计完成投资108亿元
    if name.startswith(("占", "惠及", "涉及")) or name in cues.shares.words:
        return subject.removesuffix(name) + name
    head = max(cues.dependent.at_end(subject), cues.heads.at_end(subject), key=len)
    stem = subject.removesuffix("生产") if name in _YIELDS else subject
    if head and len(head) < len(subject) and cues.heads.at_end(name):
        stem = subject[: len(subject) - len(head)] + ("业" if head[0] == "业" else "")
        stem = stem.rstrip("的")
    if name.endswith(("率", "数", "均", "存栏", "出栏")):
        stem = without_verb(stem, cues)
    return stem + name


def complete_child(child: str, parent: str, cues: Cues, *, counted: bool) -> str:
    """The full name of a part (其中夏粮, 其中50亿元以上项目) from the name of its whole."""
    if child in _TRADE and "进出口" in parent:
        return parent.replace("进出口", child)  # 进出口总额137亿元，其中出口92亿元
    head = cues.heads.at_end(parent)
    if counted and len(child) <= _SHORT and head in _HERDS:
        return child + head  # 牲畜存栏168万头，其中肉牛9.6万头
    if not counted and parent.startswith("新增") and has_head(child, cues) and not leading_verb(child, cues):
        return "新增" + child  # 新增高效农业面积3000亩，其中设施农业面积800亩
    if counted:
        verb = leading_verb(parent, cues)
        if child.endswith("以上"):  # 引进亿元以上项目23个，其中10亿元以上3个
            return verb + child + without_verb(parent, cues).rpartition("以上")[2]
        if child.endswith(_PERSONS):
            return verb + child  # 引进人才86人，其中博士27人
        if child.endswith(_KINDS) or (len(child) <= _SHORT and child[-2:] not in parent and not has_head(child, cues)):
            child = child.rstrip("的") + _LEVEL.sub("", without_verb(parent, cues))
        return verb + child if verb and not leading_verb(child, cues) else child
    if has_head(child, cues) or not parent:
        return child
    if parent.removesuffix("总量").endswith(("生产总值", "GDP")):
        return child + "增加值"
    if head.startswith("业") and child.endswith("业"):
        head = head[1:]
    if head == "总产量":
        head = "产量"  # 其中夏粮, but 其中农业 of 总产值
    return child + head


def common_thing(first: str, second: str) -> str:
    """What two names count kinds of: of 市级重点项目 and 区级重点项目, 重点项目; "" if they have little in common."""
    size = 0
    while size < min(len(first), len(second)) and first[-1 - size] == second[-1 - size]:
        size += 1
    return second[len(second) - size :].lstrip("级的") if size >= 4 else ""


def split_names(text: str, count: int, cues: Cues) -> list[str]:
    """The `count` names that a list holds, each complete: 城镇、农村居民人均可支配收入 gives 城镇居民…, 农村居民….

    Empty where the text does not hold that many.
    """
    text = text.strip(_TRIM)
    if count == 2 and (pair := next((p for p in _PAIRS if p in text), "")) and not (pair == "城乡" and "、" in text):
        return [text.replace(pair, word, 1) for word in _PAIRS[pair]]
    if count == 3 and (industries := _INDUSTRIES.search(text)):
        return [text[: industries.start()] + f"第{n}产业" + text[industries.end() :] for n in "一二三"]
    text = text.replace("”“", "”、“")
    pieces = [piece for piece in re.split(r"[、，]", text) if piece.strip(_TRIM)]
    if len(pieces) == count and (kind := _OF_KIND.search(pieces[-1])):  # “命案”、“两抢”等|警情
        return [piece.strip(_TRIM) + kind["kind"] for piece in (*pieces[:-1], pieces[-1][: kind.start()])]
    if len(pieces) < count:
        pieces = (
            [part for piece in pieces for part in _split_once(piece, cues)]
            if len(pieces) + 1 == count
            else split_all(text)
        )
    if len(pieces) > count:
        pieces = pieces[-count:]
    if len(pieces) != count:
        return []
    return share_head([piece.strip(_TRIM) for piece in pieces], cues)


def _split_once(piece: str, cues: Cues) -> list[str]:
    """The two names that 和 stands between; a 和 inside a name (软件和信息服务业收入) does not split it."""
    places = [m.start() for m in _AND.finditer(piece)]
    if not places:
        return [piece]
    for place in places:
        if has_head(piece[:place], cues):
            return [piece[:place], piece[place:].lstrip("和与及以")]
    place = places[-1]
    return [piece[:place], piece[place:].lstrip("和与及以")]


def split_all(text: str) -> list[str]:
    """The pieces of a list at every mark and every conjunction."""
    return [piece for piece in _LIST_MARK.split(text) if piece.strip(_TRIM)]


def share_head(pieces: list[str], cues: Cues) -> list[str]:
    """Gives each piece the head of the last one where it has none, and the prefix of the first (规上, 万元)."""
    last = pieces[-1]
    if remark := _REMARK.search(last):  # 批发业、零售业销售额（营业额）
        return [name + remark.group() for name in share_head([*pieces[:-1], last[: remark.start()]], cues)]
    many = _N_KINDS.search(last)
    if many:
        kind = last[many.end() :]
        pieces = [*(p if p.endswith(kind) else p + kind for p in pieces[:-1]), last[: many.start()] + kind]
        last = pieces[-1]
    if "级" in last and all(piece.endswith("级") for piece in pieces[:-1]):  # 新增国家级、省级|企业
        verb, noun = leading_verb(pieces[0], cues), last[last.index("级") + 1 :]
        return [pieces[0] + noun, *(verb + piece + noun for piece in pieces[1:-1]), verb + last]
    if _NTH.fullmatch(pieces[0]) and (nth := _NTH.match(last)):
        # 一、二、三产业增加值, 第一、三产业增加值
        ordinal = pieces[0][:1] if pieces[0][:1] == "第" else ""
        return [ordinal + (p + last[nth.end() :]).removeprefix(ordinal) for p in (*pieces[:-1], nth.group())]
    if len(pieces) == 2 and (verb := cues.actions.at_start(last)) and last[len(verb) :] in {"总量", "量", "数", "件数"}:
        kept = pieces[0].removesuffix(last[len(verb) :])  # 专利授权总量、|申请总量
        done = cues.actions.at_end(kept)
        if done and kept != pieces[0] and len(done) < len(kept):
            return [pieces[0], kept[: -len(done)] + last]
    verb = leading_verb(pieces[0], cues)
    if verb and all(p[-2:] == last[-2:] and not leading_verb(p, cues) and not has_head(p, cues) for p in pieces[1:]):
        pieces = [pieces[0], *(verb + piece for piece in pieces[1:])] if pieces[0][-2:] == last[-2:] else pieces
        last = pieces[-1]
    tail = cues.heads.at_end(last)
    if not tail and len({len(piece) for piece in pieces[:-1]}) == 1 and len(pieces[0]) + 2 <= len(last) <= _ALIKE:
        tail = last[len(pieces[0]) :] if len(pieces[0]) <= _LEAST else ""  # 刑事、治安案件
    if tail == "率" or (not tail and last[-1:] in _AMOUNTS):
        tail = last[-3:]
    first_head = cues.heads.at_end(pieces[0])
    stem = pieces[0][: len(pieces[0]) - len(first_head)] + (
        industry.group() if (industry := _INDUSTRY.match(first_head)) else ""
    )
    prefix = (
        cues.prefixes.at_start(pieces[0])
        if tail and (not first_head or tail in cues.shares.words or tail == "数量")
        else ""
    )
    stacked = tail in cues.shares.words and has_head(last[: len(last) - len(tail)], cues)
    owned = stem[-1:] in _OWNERS and all(piece in cues.heads.words for piece in pieces[1:])  # 工业产值、利润、税收
    full = []
    for index, piece in enumerate(pieces):
        name = piece
        bare = name.removesuffix(tail) if stacked and index == len(pieces) - 1 else name
        whole = bare in cues.complete and not (owned and bare in cues.soft)
        if (
            index
            and stem
            and first_head
            and (bare in cues.heads.words or bare in cues.dependent.words)
            and not whole
            and not _STANDS.search(bare)
        ):
            name = stem + name
        if index < len(pieces) - 1 and tail and (stacked or not has_head(piece, cues)):
            overlap = next((n for n in range(min(len(piece), len(tail) - 1), 0, -1) if piece.endswith(tail[:n])), 0)
            name = name + tail[overlap:]
        if index and prefix and not cues.prefixes.at_start(name):
            name = prefix + name
        full.append(name)
    return full
