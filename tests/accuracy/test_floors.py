from pathlib import Path

from floors import Floors, below, cut, hash_reports, raise_floors, read_floors, write_floors


def test_floor_is_never_lowered():
    assert raise_floors({"records": 0.9, "sections": 0.5}, {"records": 0.8, "sections": 0.6789, "keywords": 0.4}) == {
        "records": 0.9,
        "sections": 0.678,
        "keywords": 0.4,
    }


def test_figure_passes_its_own_floor():
    for thousandths in range(1001):
        figure = thousandths / 1000
        assert cut(figure) == figure
    assert not below({"records": cut(2 / 3)}, {"records": 2 / 3})


def test_figure_below_its_floor_or_gone_is_named():
    assert below({"records": 0.9, "sections": 0.5, "keywords": 0.1}, {"records": 0.899, "sections": 0.5}) == [
        "records",
        "keywords",
    ]


def test_hash_notices_other_content_and_other_names(tmp_path: Path):
    report = tmp_path / "report.txt"
    report.write_text("目标8家", encoding="utf-8")
    before = hash_reports(tmp_path)
    assert hash_reports(tmp_path) == before
    report.write_text("目标9家", encoding="utf-8")
    changed = hash_reports(tmp_path)
    report.rename(tmp_path / "other.txt")
    assert len({before, changed, hash_reports(tmp_path)}) == 3


def test_floors_come_back_as_written(tmp_path: Path):
    floors = {"dev": Floors("0" * 64, {"records": 0.123, "sections": 1.0}), "reports": Floors("1" * 64, {})}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
