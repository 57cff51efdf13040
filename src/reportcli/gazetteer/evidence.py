"""What in a report tells which of several divisions of one name is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from reportcli.gazetteer.divisions import Division, inside, parents
from reportcli.gazetteer.words import stem_of

Divisions = tuple[Division, ...]

# So many characters of a text are its header: title, salutation, who speaks where.
_HEADER = 400
# So often what lies in or over a place must be named, and so many times as often as for any other of its name.
_OFTEN, _CLEARLY = 2, 2
_HAN_BEFORE = 12
_POINTERS = "全我各该本"


class Evidence(Struct, frozen=True):
    """What is known of the report that a name stands in.

    `text` is the whole of it, `title` and `source` (the path of its file) are its own, `regions` are for each other
    place that has a part in it what its name can mean in the nation.
    """

    text: str
    title: str = ""
    source: str = ""
    regions: tuple[Divisions, ...] = ()

    @property
    def header(self) -> str:
        """What stands above the report's content."""
        return f"{self.title}\n{self.text[:_HEADER]}"


def narrow(candidates: Divisions, name: str, evidence: Evidence) -> Divisions:
    """Those of the divisions that the strongest evidence speaks for, all of them where none does."""
    if len(candidates) > 1:
        candidates = _by_name_before(candidates, name, f"{evidence.title}\n{evidence.text}")
    for ask in (_by_header, _by_regions, _by_places_inside, _by_places_above):
        if len(candidates) > 1:
            candidates = ask(candidates, name, evidence)
    return candidates


def narrow_in_section(candidates: Divisions, name: str, section: str, evidence: Evidence) -> Divisions:
    """Those of the divisions of one city that the section on them, or the text, names together with their county."""
    for text in (section, evidence.text):
        if len(candidates) > 1:
            candidates = _by_name_before(candidates, name, text)
    if len(candidates) > 1:
        candidates = _most(candidates, lambda each: any(p.name in section for p in parents(each.code)))
    return candidates


def speaks_against(division: Division, name: str, evidence: Evidence) -> bool:
    """Whether the header names another place right before a town: 澜溪县梅桥镇 is no town of 蚌埠市."""
    before = re.findall(rf"([一-鿿]{{1,{_HAN_BEFORE}}}[省市县区旗州盟])(?={re.escape(name)})", evidence.header)
    named = [each for each in before if each[-2:-1] not in _POINTERS]
    over = [stem_of(each.name) for each in parents(division.code)]
    return bool(named) and not any(stem in each for each in named for stem in over)


def speaks_for(division: Division, name: str, evidence: Evidence) -> bool:
    """Whether the header or the file's path names a place that the division lies in."""
    return bool(_named_above(division, name, evidence))


def _by_name_before(candidates: Divisions, name: str, text: str) -> Divisions:
    """Those that a place they lie in stands right before: 绵阳市游仙区魏城镇, 镇江金山街道."""
    return _most(candidates, lambda each: _names_before(each, name, text))


def _by_header(candidates: Divisions, name: str, evidence: Evidence) -> Divisions:
    return _most(candidates, lambda each: len(_named_above(each, name, evidence)))


def _by_regions(candidates: Divisions, _name: str, evidence: Evidence) -> Divisions:
    """The place in which most of the report's other places lie."""
    return _most(
        candidates,
        lambda each: sum(any(r.code.startswith(each.code) for r in region) for region in evidence.regions),
    )


def _by_places_inside(candidates: Divisions, name: str, evidence: Evidence) -> Divisions:
    """The place whose towns and counties the text names."""
    return _clearly_most(
        candidates,
        lambda each: sum(p in evidence.text for p in {part.name for part in inside(each.code)} if p not in name),
    )


def _by_places_above(candidates: Divisions, name: str, evidence: Evidence) -> Divisions:
    """The place whose county, city or province the text names."""
    text = evidence.text.replace(name, "")
    return _clearly_most(
        candidates,
        lambda each: sum(text.count(stem_of(p.name) if p.level == "province" else p.name) for p in parents(each.code)),
    )


def _names_before(division: Division, name: str, text: str) -> bool:
    """Whether a place that the division lies in stands right before its name."""
    return any(f"{word}{name}" in text for p in parents(division.code) for word in (p.name, stem_of(p.name)))


def _named_above(division: Division, name: str, evidence: Evidence) -> set[str]:
    """The codes of what the division lies in that the header or the path name; counties by their full names."""
    header, path = evidence.header.replace(name, ""), evidence.source.replace(name, "")
    return {
        p.code
        for p in parents(division.code)
        if p.name in header or stem_of(p.name) in path or (p.level != "county" and stem_of(p.name) in header)
    }


def _most(candidates: Divisions, count: Callable[[Division], int]) -> Divisions:
    """Those of which there is most; all where there is none."""
    counts = [count(each) for each in candidates]
    return tuple(each for each, n in zip(candidates, counts, strict=True) if n == max(counts))


def _clearly_most(candidates: Divisions, count: Callable[[Division], int]) -> Divisions:
    """The one of which there is clearly more than of any other; all where there is none."""
    counts = sorted((count(each), each) for each in candidates)
    (second, _), (most, best) = counts[-2:]
    return (best,) if most >= _OFTEN and most >= _CLEARLY * second else candidates


def area_of_most(regions: Sequence[Divisions], least: int) -> str:
    """The code of the lowest area in which nearly all of several places lie that are named together, empty for none.

    There must be `least` of them in it, and fewer in any other area of its kind.
    """
    known = [region for region in regions if region]
    best, most = "", 0
    for length in (2, 4, 6):  # a county only where it has as many of them as the city
        counts = Counter(
            area for region in known for area in {each.code[:length] for each in region if len(each.code) > length}
        )
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < max(least, most if length > 4 else 0) or 3 * ranked[0][1] < 2 * len(known):
            continue
        if len(ranked) == 1 or ranked[1][1] < ranked[0][1]:
            best, most = ranked[0]
    return best
