"""Whole texts in the layouts of real reports, from `layouts.yaml`, against the outline that each has to give."""

from pathlib import Path

import pytest
import yaml

from reportcli.layout import find_paragraphs
from reportcli.model import Document
from reportcli.segmentation import outline

LAYOUTS = yaml.safe_load(Path(__file__).with_name("layouts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layout", [pytest.param(layout, id=layout["name"]) for layout in LAYOUTS])
def test_layout(layout):
    text = layout["text"]
    found = outline(Document(text), find_paragraphs(text))
    sections = [[s.level, s.role, s.region, s.title] for s in found.sections if s.level]
    assert sections == layout["sections"]
    for fact in ("doc_type", "title", "place", "year", "published"):
        if fact in layout:
            assert getattr(found, fact) == layout[fact], fact


def test_the_layouts_have_names_of_their_own():
    assert len({layout["name"] for layout in LAYOUTS}) == len(LAYOUTS) > 15
