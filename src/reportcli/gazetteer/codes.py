"""The official codes of the places in a report: of the one that reports, and of each that has a part in it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportcli.gazetteer.divisions import Division, parents
from reportcli.gazetteer.evidence import (
    Divisions,
    Evidence,
    area_of_most,
    narrow,
    narrow_in_section,
    speaks_against,
    speaks_for,
)
from reportcli.gazetteer.forms import meanings
from reportcli.gazetteer.words import stem_of
from reportcli.model import Document, Outline

log = logging.getLogger("reportcli")

# So many places settle where a report is from that does not name its own, and one whose place is in no list.
_FEW, _SEVERAL = 2, 3
_COUNTY = 6
# So much of a text is asked for what tells where its places are; the longest reports are shorter.
_ENOUGH = 200_000
# Of so many divisions of one name it is said where they are.
_TOLD = 5


class Codes(Struct, frozen=True):
    """The code of the reporting place and those of the regions by their names; None where it is not known."""

    place: str | None
    regions: Mapping[str, str | None]


class _Asked(Struct, frozen=True):
    """A report whose places are asked for; `sections` are the texts on each region besides the place itself."""

    document: Document
    outline: Outline
    aliases: Mapping[str, str]
    sections: Mapping[str, str]

    def meanings(self, name: str, area: str = "") -> Divisions:
        """What a name can mean in an area."""
        return meanings(name, area, self.aliases, self.outline.year)


def find_codes(document: Document, outline: Outline, aliases: Mapping[str, str]) -> Codes:
    """The codes of a report's place and regions; why one is left out is told to the logger `reportcli` as an info.

    `aliases` are the user's: what a name stands for, a code or an official name.
    """
    asked = _Asked(document, outline, aliases, _texts_by_region(document, outline))
    evidence = Evidence(document.text[:_ENOUGH], outline.title or "", document.source or "")
    candidates = asked.meanings(outline.place) if outline.place else ()
    if len(candidates) != 1:
        evidence = replace(evidence, regions=tuple(asked.meanings(name) for name in asked.sections))
    place = _find_place(asked, evidence, outline.place, candidates) if outline.place else None
    if place:
        found = {name: _find_in_place(asked, evidence, name, place) for name in asked.sections}
    else:
        area = area_of_most(evidence.regions, _SEVERAL if outline.place else _FEW)
        found = {name: _find_in_area(asked, evidence, name, area) for name in asked.sections}
    codes = {name: each.code if each else None for name, each in found.items()}
    code = place.code if place else None
    return Codes(code, {outline.place: code, **codes} if outline.place else codes)


def _texts_by_region(document: Document, outline: Outline) -> dict[str, str]:
    texts: dict[str, str] = {}
    for section in outline.sections:
        if section.region and section.region != outline.place:
            texts[section.region] = texts.get(section.region, "") + document.text[section.start : section.end]
    return texts


def _find_place(asked: _Asked, evidence: Evidence, name: str, candidates: Divisions) -> Division | None:
    """The division that reports."""
    if not candidates and (area := area_of_most(evidence.regions, _FEW)):
        candidates = asked.meanings(name, area)  # 经开区 over towns that are known
    if len(candidates) == 1 and candidates[0].level == "town" and speaks_against(candidates[0], name, evidence):
        return _leave_out(asked, name, f"the report names another place over it than {_written(candidates[0])} has")
    return _only(asked, name, narrow(candidates, name, evidence))


def _find_in_place(asked: _Asked, evidence: Evidence, name: str, place: Division) -> Division | None:
    """The division that a part of a report of that place is on: one in it, or one that it lies in."""
    found = asked.meanings(name, place.code)
    if not found and place.level == "town":
        found = asked.meanings(name, place.code[:_COUNTY])
    if found:
        return _only(asked, name, _prefer_ministry(narrow_in_section(found, name, asked.sections[name], evidence)))
    # 江苏省 in a report of 镇江市, 镇江 too
    above = [each for each in (place, *parents(place.code)) if name in (each.name, stem_of(each.name))]
    return above[0] if above else _leave_out(asked, name, f"no division of that name in {_written(place)}")


def _find_in_area(asked: _Asked, evidence: Evidence, name: str, area: str) -> Division | None:
    """The division that a part of a report is on whose place is not known; `area` is where its other parts lie."""
    if area and (found := asked.meanings(name, area)):
        return _only(asked, name, _prefer_ministry(narrow_in_section(found, name, asked.sections[name], evidence)))
    found = asked.meanings(name)
    # Where the report is from is in no list, or elsewhere: a town in one may well be another of the same name.
    is_doubtful = len(found) == 1 and (area or asked.outline.place) and found[0].level == "town"
    if is_doubtful and not speaks_for(found[0], name, evidence):
        return _leave_out(asked, name, f"nothing in the report tells that it is {_written(found[0])}")
    return _only(asked, name, _prefer_ministry(narrow(found, name, evidence)))


def _prefer_ministry(candidates: Divisions) -> Divisions:
    """Without a town's second entry, which the statisticians' list has under a zone of the same city: 丁卯街道."""
    official = tuple(each for each in candidates if each.list == "MCA2025")
    return official if len(official) == 1 and len({each.code[:4] for each in candidates}) == 1 else candidates


def _only(asked: _Asked, name: str, candidates: Divisions) -> Division | None:
    """The one division that is left; None, and the reason told, where there are several or none."""
    if len({each.code for each in candidates}) == 1:
        return candidates[0]
    if not candidates:
        return _leave_out(asked, name, "no division of that name is known")
    where = ", ".join(map(_written, candidates[:_TOLD])) + (" …" if len(candidates) > _TOLD else "")
    return _leave_out(asked, name, f"{len(candidates)} divisions of that name, and nothing tells which: {where}")


def _leave_out(asked: _Asked, name: str, reason: str) -> Division | None:
    log.info("%s: no code for %s: %s", asked.document.source or "-", name, reason)
    return None


def _written(division: Division) -> str:
    """A division with what it lies in: 镇江市润州区金山街道 321111005000."""
    above = [each.name for each in reversed(parents(division.code))]
    return "".join([*above[-2:], division.name]) + f" {division.code}"
