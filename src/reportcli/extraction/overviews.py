"""The overview of a report's results and its main targets, whose figures are its headlines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from reportcli.extraction.cues import cues
from reportcli.model import Kind, Observation, Section, Sentence
from reportcli.patterns import regex

# A section of main targets.
_TARGETS = regex(r"(?:主要|预期|总体|发展|奋斗)(?:预期|发展|奋斗|经济|社会|工作)*(?:目标|指标)(?:任务)?$")
_OVERVIEW = 3  # so many of the indicators by which a place is judged as a whole
_GROWTH = "地区生产总值"


def with_overview(
    section: Section, sentences: Sequence[Sentence], observations: list[Observation]
) -> list[Observation]:
    """The observations, those of the overview of results and of the main targets marked as headlines.

    An overview is the first paragraph that tells results of three of the indicators by which a place is judged as a
    whole, the main targets are the first sentences, joined by ；, that set them goals, the gross domestic product among
    them; in a section that is called 主要预期目标 any.
    """
    runs = [s.start for i, s in enumerate(sentences) if s.opens or not sentences[i - 1].text.endswith(("；", ";"))]
    starts = {"achievement": [sentence.start for sentence in sentences if sentence.opens], "goal": runs}
    passages: dict[tuple[Kind, int], list[int]] = {}
    for index, observation in enumerate(observations):
        place = bisect_right(starts[observation.kind], observation.start)
        passages.setdefault((observation.kind, place), []).append(index)
    looks_back = section.role in {"review", "mixed"} and section.level <= 1
    titled = _TARGETS.search(section.title or "") is not None
    found: set[Kind] = set()
    for (kind, _), indices in passages.items():
        told = {name for index in indices if (name := observations[index].canonical) in cues().overall}
        aimed = kind == "goal" and (titled or (len(told) >= _OVERVIEW and _GROWTH in told))
        if kind not in found and (aimed or (kind == "achievement" and looks_back and len(told) >= _OVERVIEW)):
            found.add(kind)
            for index in indices:
                observations[index] = structs.replace(observations[index], headline=True)
    return observations
