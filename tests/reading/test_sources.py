"""What arguments stand for."""

import os
from pathlib import Path

import pytest

from reportcli.reading import find_sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [
        "b.txt",
        "a.txt",
        "notes.MD",
        "table.xlsx",
        "sub/d.PDF",
        "sub/e.docx",
        "sub/f.htm",
        ".hidden.txt",
        "sub/c.text",
        ".git/d.txt",
        "[2024].txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("税收", encoding="utf-8")
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("a.txt", ["a.txt"]),
        ("table.xlsx", ["table.xlsx"]),
        ("-", ["-"]),
        (".", ["[2024].txt", "a.txt", "b.txt", "notes.MD", "sub/c.text", "sub/d.PDF", "sub/e.docx", "sub/f.htm"]),
        ("*.txt", ["[2024].txt", "a.txt", "b.txt"]),
        ("**/*.text", ["sub/c.text"]),
        ("s*", ["sub/c.text", "sub/d.PDF", "sub/e.docx", "sub/f.htm"]),
        ("[2024].txt", ["[2024].txt"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_argument_is_a_file_a_folder_a_pattern_or_a_dash(argument: str, found: list[str]) -> None:
    sources, skipped = find_sources([argument])
    assert [Path(source).as_posix() for source in sources] == found
    assert not skipped


@pytest.mark.parametrize(
    ("argument", "said"), [("zzz.txt", "no such file"), ("none", "holds no report"), ("*.zzz", "matches")]
)
@pytest.mark.usefixtures("folder")
def test_an_argument_that_stands_for_nothing_is_skipped_with_its_reason(argument: str, said: str) -> None:
    sources, (skipped,) = find_sources([argument, "a.txt"])
    assert sources == ("a.txt",)
    assert skipped.source == argument
    assert said in skipped.problem
    assert skipped.remedy


def test_a_file_is_read_once_by_whatever_name(folder: Path) -> None:
    os.symlink(folder / "a.txt", folder / "link.txt")
    sources, _ = find_sources(["a.txt", "./a.txt", str(folder / "a.txt"), "link.txt", "-", "-"])
    assert sources == ("a.txt", "-")


def test_a_pipe_is_a_source(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert find_sources([str(pipe)]) == ((str(pipe),), ())
