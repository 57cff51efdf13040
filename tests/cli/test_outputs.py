import os
import stat
from pathlib import Path

import pytest

from reportcli.cli.options import Common
from reportcli.cli.outputs import Target, check_target, choose_target, write
from reportcli.errors import OutputError
from reportcli.rendering.formats import Format


def to(path: Path) -> Target:
    return Target(path, Format.JSON)


def test_a_file_is_written_with_the_usual_rights(tmp_path):
    path = tmp_path / "out.json"
    write(["收入\n", "目标\n"], to(path))
    assert path.read_bytes() == "收入\n目标\n".encode()
    (tmp_path / "usual").touch()
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path):
    path = tmp_path / "out.json"
    path.write_text("old")
    path.chmod(0o600)
    write(["new"], to(path))
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def broken():
    yield "half"
    raise ZeroDivisionError


@pytest.mark.parametrize("old", [None, "old"])
def test_what_fails_half_way_leaves_all_as_it_was(tmp_path, old):
    path = tmp_path / "out.json"
    if old is not None:
        path.write_text(old)
    with pytest.raises(ZeroDivisionError):
        write(broken(), to(path))
    assert [file.read_text() for file in tmp_path.iterdir()] == ([] if old is None else [old])


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    write(["new"], to(tmp_path / "link.json"))
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_device_is_written_to_not_replaced():
    write(["x"], to(Path(os.devnull)))
    assert not Path(os.devnull).is_file()


def test_an_input_is_not_written_over(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("目标")
    (tmp_path / "link.txt").symlink_to(path)
    for target in (path, tmp_path / "link.txt"):
        with pytest.raises(OutputError, match="is one of the inputs"):
            check_target(to(target), ["-", str(path)])
    check_target(to(tmp_path / "other.txt"), [str(path)])
    check_target(Target(None, Format.JSON), [str(path)])


def test_where_no_file_can_be_is_told_before_any_work(tmp_path):
    with pytest.raises(OutputError, match="is a folder"):
        check_target(to(tmp_path), [])
    with pytest.raises(OutputError, match="there is no folder"):
        check_target(to(tmp_path / "no" / "out.json"), [])


@pytest.mark.parametrize(
    ("name", "asked", "format"),
    [
        ("out.json", None, Format.JSON),
        ("out.JSONL", None, Format.JSONL),
        ("out.csv", None, Format.CSV),
        ("out.md", None, Format.MARKDOWN),
        ("out.txt", None, Format.TSV),
        ("out.csv", Format.JSON, Format.JSON),
    ],
)
def test_a_files_ending_chooses_the_format_unless_one_is_asked_for(name, asked, format):
    common = Common(format=asked, output=Path(name))
    assert choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV).format is format
