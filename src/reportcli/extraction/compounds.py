"""Names made of others: of a whole and its part, of a thing and what is measured of it, of the pieces of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcli.extraction.cues import Cues
from reportcli.extraction.indicators import TRIM, has_head, leading_verb, without_verb
from reportcli.patterns import regex

# More characters than an indicator has: what is named after it stands for itself.
_LONGEST = 40
_LEAST = 2  # characters of a name
_SHORT = 4  # characters of what only tells one kind from another (国家级, 国地联合)
_ALIKE = 6  # characters of a short thing that a list of two kinds has in common
_TRADE = frozenset({"出口", "进口"})
_FOREIGN = frozenset({"", "外贸", "海关", "对外", "对外贸易"})
_TRADE_END = regex("(?<=..)(?:产业(?:集群|链)(?:营收|总?产值|增加值|营业收入|销售收入)?|产业(?:营收)?)$")
_EMITTED = ("排放总量", "排放量")
_TELLS = regex("(?<=..)(?:面向|向|被|获|入选|入围|纳入)[一-龥]{2}")
_BEGUN = regex("(?<=项目|工程)(?:新?(?:开工|竣工|投产)|(?:列入|纳入)[^，]*)$")  # 更新项目|新开工|9个，完成投资156亿元
_DEED = regex("(?:在|被|获|入选|入围|进入|列入|面向)[一-龥]{2}")
_COVERAGE = frozenset({"参合率", "参保率"})
_SCHEME = regex("新型农村合作医疗|新农合|新农保|[^，、]{0,8}?(?:医疗|养老|失业|工伤)保险|[^，、]{0,4}?医保")
_ADDED = regex("^[新净]增(?=..)")  # 新增企业2家，总数达6家
_INSTITUTIONS = ("医院", "卫生院", "小学", "中学", "初中", "高中", "大学", "幼儿园", "中心", "银行")
_OPERATORS = ("企业", "公司", "工商户", "个体户", "合作社")
_PERSONS = ("士", "员", "师", "生", "者", "工", "科", "户", "人才")
_STANDS = regex("业(?:增加值|产值|投资)$")  # 制造业投资 is of no other industry
_YIELDS = frozenset({"总产", "单产", "亩产"})  # 粮食生产…，总产71万吨
_WHOLE = frozenset({"项目", "企业", "产值", "面积"})
_EACH = frozenset({"人均", "户均", "村均", "亩均"})
_COUNTED = frozenset({"案件", "警情", "用地", "用户", "床位", "学位"})  # 查处案件760宗，涉案金额190万元
_OVER = regex("[超过逾破][十百千万亿\\d]+元?")
_HERDS = frozenset({"存栏", "出栏"})
_OWNERS = frozenset("业区园")  # what has a profit or an output: an industry, a zone
_INDUSTRY = regex("(?:产|行|制造)?业")  # what a compound head takes of the name before it
_AMOUNTS = frozenset("量额数")
_KINDS = ("级", "类", "型", "亿元", "的")
_OF_KIND = regex("(?<=.)等(?P<kind>[一-龥]{2,8})$")
_LEVEL = regex(r"^[国省市区县]?家?级(?:以上|及以上)?")
_REMARK = regex(r"（[^（）]{2,8}）$")
# Two things in one word.
_PAIRS = {
    "城、乡": ("城镇", "农村"),
    "城乡低保标准": ("城市低保标准", "农村低保标准"),
    "城乡居民最低生活保障": ("城市居民最低生活保障", "农村居民最低生活保障"),
    "城乡": ("城镇", "农村"),
    "存、贷款": ("存款", "贷款"),
    "存贷款": ("存款", "贷款"),
    "财政收支": ("财政收入", "财政支出"),
    "预算收支": ("预算收入", "预算支出"),
}
_INDUSTRIES = regex("三次产业|第?一二三次?产业|一二三产")
_NTH = regex("第?[一二三](?![一二三])")
# A conjunction that is no part of a word (普及率, 饱和, 参与).
_AND = regex(r"以及|(?<![普涉])及(?![格时])|(?<![共平温饱总缓])和(?![谐平睦])|(?<![参给])与(?!会)")
_LIST_MARK = regex("(?<![省市区县乡镇])、|、(?![省市区县乡镇村])|，|" + _AND.pattern)  # but not 市、区人大代表
_RISKS = ("养老", "医疗", "失业", "工伤", "生育")
_INSURED = regex(f"(?:{'|'.join(_RISKS)})保险")
_INSURED_PEOPLE = regex("城乡居民|城镇居民|农村居民|城镇职工|城乡")
_N_KINDS = regex(r"(?:[两二三四五六七八九十]|\d{1,2})(?:[大个]|项指标)(?=.{2,20}$)|[两二三四五六七八九十]项指标$")


def attach(subject: str, name: str, cues: Cues) -> str:
    """The full name of a dependent name: of 脐橙种植面积 and 产量, 脐橙产量; none is longer than a name can be."""
    if not subject or (subject.endswith("率") and subject in cues.dependent.words):
        return name  # 参考率100%，优秀率98%
    if subject.endswith(name):
        return subject  # 群众满意度98%，满意度居全市第一
    if len(subject) > _LONGEST:
        return name
    if (at := subject.find(name)) >= _LEAST and name not in _WHOLE:
        return subject[: at + len(name)]  # 出口创汇企业25家，创汇1100万美元
    subject = _BEGUN.sub("", subject)
    if subject.endswith("项目"):
        name = name.removeprefix("项目")
    if name in {"总量", "总数", "数量", "总规模", "位次", "总数位次"}:
        return subject if name in {"位次", "总数位次"} else _ADDED.sub("", subject)
    if name.endswith("总里程"):
        # 新增高速公路194公里，通车总里程3000公里; 新增高速公路通车里程268公里，总里程412公里
        return _ADDED.sub("", subject).removesuffix("里程") + name
    if name == "总额":
        return subject + name
    if name in _EACH:
        return name + without_verb(subject, cues)  # 果园面积50万亩，人均3.1亩
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
    verb = leading_verb(subject, cues)
    if verb in cues.empty.words and len(verb) + _LEAST <= len(subject):
        subject = subject[len(verb) :]  # 实施重点项目105个，完成投资86亿元
    if name in _COVERAGE and (scheme := _SCHEME.match(subject)):
        return scheme.group() + name  # 新农合人均补助提高到200元，参合率97%
    stem = subject.removesuffix("生产") if name in _YIELDS else subject
    if head and head not in _COUNTED and len(head) < len(subject) and cues.heads.at_end(name):
        stem = subject[: len(subject) - len(head)] + ("业" if head[0] == "业" else "")
        stem = stem.rstrip("的")
    if name.endswith(("率", "数", "均", "存栏", "出栏")):
        stem = without_verb(stem, cues)
    return stem.removesuffix(name.removesuffix("率")) + name  # 本科上线682人，上线率72%


def complete_child(child: str, parent: str, cues: Cues, *, counted: bool) -> str:
    """The full name of a part (其中夏粮, 其中50亿元以上项目) from the name of its whole."""
    if child in _TRADE and "进出口" in parent:  # 外贸进出口总额137亿元，其中出口92亿元; 货物进出口总额…
        return child if parent[: parent.index("进出口")] in _FOREIGN else parent.replace("进出口", child)
    head = cues.heads.at_end(parent)
    if counted and len(child) <= _SHORT and head in _HERDS:
        return child + head  # 牲畜存栏168万头，其中肉牛9.6万头
    if not counted and parent.startswith("新增") and has_head(child, cues) and not leading_verb(child, cues):
        return "新增" + child  # 新增高效农业面积3000亩，其中设施农业面积800亩
    if counted:
        verb = leading_verb(parent, cues)
        if child.endswith("以上"):  # 引进亿元以上项目23个，其中10亿元以上3个
            return verb + child + without_verb(parent, cues).rpartition("以上")[2]
        if (over := _OVER.match(child)) and (size := _OVER.search(parent)):
            whole = parent[: size.start()] + over.group() + parent[size.end() :]
            return whole[len(cues.empty.at_start(whole)) :]  # 产值超千万的企业37家，其中超亿元的12家
        if child.endswith(_PERSONS) and child not in cues.actions.words:
            return verb + child  # 引进人才86人，其中博士27人
        if child.endswith(_OPERATORS) and parent.endswith("主体"):
            return verb + child  # 新登记经营主体1.9万户，其中企业5230户
        if child.endswith(_INSTITUTIONS) and parent.endswith(("机构", "学校", "单位")):
            return verb + child  # 卫生机构2156个，其中医院86个
        if child.endswith(_KINDS) or (len(child) <= _SHORT and child[-2:] not in parent and not has_head(child, cues)):
            child = child.rstrip("的") + _LEVEL.sub("", without_verb(parent, cues))
        if _DEED.match(child):
            return without_verb(parent, cues) + child  # 形成制度成果420项，其中29项|在全国推广
        says = _TELLS.search(child) is not None or leading_verb(child, cues) != ""  # 其中3个改革项目|面向全国推广
        return verb + child if verb and not says else child
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
    text = text.strip(TRIM)
    if count == 2 and (pair := next((p for p in _PAIRS if p in text), "")) and not (pair == "城乡" and "、" in text):
        return [text.replace(pair, word, 1) for word in _PAIRS[pair]]
    if count == 3 and (industries := _INDUSTRIES.search(text)):
        return [text[: industries.start()] + f"第{n}产业" + text[industries.end() :] for n in "一二三"]
    text = text.replace("”“", "”、“")
    pieces = [piece for piece in re.split(r"[、，]", text) if piece.strip(TRIM)]
    if len(pieces) == count and (kind := _OF_KIND.search(pieces[-1])):  # “命案”、“两抢”等|警情
        return [piece.strip(TRIM) + kind["kind"] for piece in (*pieces[:-1], pieces[-1][: kind.start()])]
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
    return share_head([piece.strip(TRIM) for piece in pieces], cues)


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
    return [piece for piece in _LIST_MARK.split(text) if piece.strip(TRIM)]


def _is_function(piece: str, tail: str) -> bool:
    """Whether a name of a list is what money is spent on: 社会保障和就业、医疗卫生|支出."""
    return tail.endswith("支出") and piece.endswith("就业")


def _share_end(pieces: Sequence[str], cues: Cues) -> list[str]:
    """The names of a list with what the last says of all: 产业, 排放总量, 产值占工业的比重; none where it does not."""
    *others, last = pieces
    if not others:
        return []
    trade = _TRADE_END.search(last)
    if trade and not any(has_head(piece, cues) or piece[-1:] in "业群链" for piece in others):
        return [*(piece + trade.group() for piece in others), last]  # 生物和新能源汽车产业, 新材料、食品产业集群营收
    held, share, of = last.partition("占")
    if share and has_head(held, cues) and not any(share in piece for piece in others):
        return [name + share + of for name in share_head([*others, held], cues)]  # A产业、B产业产值占工业的比重
    emitted = next((word for word in _EMITTED if last.endswith(word)), "")  # 化学需氧量、二氧化硫排放总量
    return [*(p if p.endswith(emitted) else p + emitted for p in others), last] if emitted else []


def _shared_tail(pieces: Sequence[str], cues: Cues) -> str:
    """The end of the last name that the names before it have too: a head, 案件发案数, 工业增加值, 设施率."""
    *others, last = pieces
    tail = cues.heads.at_end(last) or cues.shares.at_end(last)
    if not tail and len({len(piece) for piece in others}) == 1 and len(pieces[0]) + 2 <= len(last) <= _ALIKE:
        tail = last[len(pieces[0]) :] if len(pieces[0]) <= _LEAST else ""  # 刑事、治安案件
    if others and (at := last.find("案件")) > 0:
        tail = last[at:]  # 刑事、治安案件发案数
    if tail == "率" or (not tail and last[-1:] in _AMOUNTS):
        tail = last[-3:]
    if tail.startswith("业") and last[: -len(tail)].endswith("工") and not any(p.endswith("业") for p in others):
        tail = f"工{tail}"  # 煤炭、电力工业增加值
    return tail


def share_head(pieces: list[str], cues: Cues) -> list[str]:
    """Gives each piece the head of the last one where it has none, and the prefix of the first (规上, 万元)."""
    last = pieces[-1]
    if remark := _REMARK.search(last):  # 批发业、零售业销售额（营业额）
        return [name + remark.group() for name in share_head([*pieces[:-1], last[: remark.start()]], cues)]
    if len(pieces) > 1 and _INSURED.search(last) and all(piece.endswith(_RISKS) for piece in pieces[:-1]):
        whose = _INSURED_PEOPLE.match(pieces[0])  # 城乡居民养老、医疗保险|参保率
        last = whose.group() + last if whose and not _INSURED_PEOPLE.match(last) else last
        pieces = [*(f"{piece}保险" for piece in pieces[:-1]), last]  # 基本养老、医疗保险|参保人数
    many = _N_KINDS.search(last)
    if many:
        kind = last[many.end() :]
        pieces = [*(p if p.endswith(kind) else p + kind for p in pieces[:-1]), last[: many.start()] + kind]
        last = pieces[-1]
    if len(pieces) > 1 and "级" in last and all(piece.endswith("级") for piece in pieces[:-1]):  # 新增国家级、省级|企业
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
    if shared := _share_end(pieces, cues):
        return shared
    verb = leading_verb(pieces[0], cues)
    if verb and all(p[-2:] == last[-2:] and not leading_verb(p, cues) and not has_head(p, cues) for p in pieces[1:]):
        pieces = [pieces[0], *(verb + piece for piece in pieces[1:])] if pieces[0][-2:] == last[-2:] else pieces
        last = pieces[-1]
    tail = _shared_tail(pieces, cues)
    first_head = max(cues.heads.at_end(pieces[0]), cues.dependent.at_end(pieces[0]), key=len)
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
            and pieces[0] not in cues.dependent.words  # 办结率、满意率
            and (bare in cues.heads.words or bare in cues.dependent.words)
            and not whole
            and not _STANDS.search(bare)
        ):
            name = stem + name
        if (
            index < len(pieces) - 1
            and tail
            and not (stacked and piece.endswith((tail, "率")))
            and (
                stacked
                or _is_function(piece, tail)
                or not has_head(piece, cues)
                or (tail.endswith("率") and piece.endswith("用地"))  # 农用地和建设用地安全利用率
            )
        ):
            overlap = next((n for n in range(min(len(piece), len(tail) - 1), 0, -1) if piece.endswith(tail[:n])), 0)
            name = name + tail[overlap:]
        if index and prefix and not cues.prefixes.at_start(name):
            name = prefix + name
        full.append(name)
    return full
