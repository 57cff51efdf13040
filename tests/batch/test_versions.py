"""Whatever a report depends on is in the hash of what it was made with."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportcli
from reportcli.batch import versions
from reportcli.batch.versions import extraction_files, extraction_version, made_with, settings_version
from reportcli.segmentation.file_names import Named
from reportcli.settings import Settings

PACKAGE = Path(reportcli.__file__).parent
# These make nothing of a text; defaults of the settings are hashed with their values.
ELSEWHERE = {"__init__.py", "errors.py", "patterns.py", "settings.py"}
CODE = """
import sys, reportcli
reportcli.analyze("桥头镇2024年工作总结。")
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("reportcli")))
"""


def test_all_code_and_data_of_the_analysis_count():
    loaded = subprocess.run([sys.executable, "-c", CODE], capture_output=True, encoding="utf-8", check=True).stdout
    used = {Path(file).relative_to(PACKAGE) for file in loaded.split()}
    used |= {path.relative_to(PACKAGE) for path in PACKAGE.joinpath("data").iterdir()}
    counted = {path.relative_to(PACKAGE) for path in extraction_files()}
    assert {str(path) for path in used - counted} == ELSEWHERE


@pytest.mark.parametrize("changed", ["data/cues.yaml", "model.py", "extraction/grammar.py", "data/stopwords.txt"])
def test_a_change_in_any_is_another_version(tmp_path, monkeypatch, changed):
    extraction_version.cache_clear()
    shutil.copytree(PACKAGE, tmp_path / "reportcli")
    before = extraction_version()
    monkeypatch.setattr(versions, "_PACKAGE", tmp_path / "reportcli")
    extraction_version.cache_clear()
    assert extraction_version() == before
    with (tmp_path / "reportcli" / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    extraction_version.cache_clear()
    assert extraction_version() != before
    extraction_version.cache_clear()


def test_a_change_of_what_else_counts_is_another_hash():
    hashes = [
        settings_version(Settings(), (), None),
        settings_version(Settings(keywords=3), (), None),
        settings_version(Settings(), (("a", b"stopwords: []"),), None),
        settings_version(Settings(), (("a", b"stopwords: [b]"),), None),
        settings_version(Settings(), (), "gb18030"),
        made_with("a", "b", Named()),
        made_with("a", "c", Named()),
        made_with("a", "b", Named("京口区", 2023)),
    ]
    assert len({*hashes}) == len(hashes)
