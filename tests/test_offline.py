"""Nothing is ever sent anywhere: the whole way of every format without a socket, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
# Whatever opens a connection or asks for a name raises one of these events (the standard library's table of them); what
# is written in C and does not cannot find a way out without them.
PROGRAM = """
import sys
def refuse(event, arguments):
    # The processes of batch speak to each other through sockets of this machine: their family, or a path as address.
    if event.startswith("socket.") and (arguments[1] == 1 or isinstance(arguments[-1], (str, bytes))):
        return
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "telnetlib.")):
        raise SystemExit(f"went out: {event} {arguments}")
sys.addaudithook(refuse)
from reportcli.cli import main
main()
"""
OUT = "http://127.0.0.1:9/out"


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=cwd, capture_output=True, check=False)


@pytest.fixture
def reports(tmp_path):
    """Reports in every format, with all that could lead a reader out."""
    sys.path.append(str(Path(__file__).parent / "reading"))
    from made_documents import REPORT, TABLE, make_docx, make_pdf  # noqa: PLC0415

    body = "".join(f"<p>{line}</p>" for line in REPORT)
    links = f'<link rel=stylesheet href="{OUT}"><img src="{OUT}"><iframe src="{OUT}"></iframe><script src="{OUT}">'
    page = f'<!DOCTYPE html SYSTEM "{OUT}"><html><base href="{OUT}"><body>{links}</script>{body}&out;</body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    declared = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY out SYSTEM "{OUT}">]><html><body>{body}&out;</body></html>'
    )
    (tmp_path / "declared.html").write_text(declared, encoding="utf-8")
    (tmp_path / "a.md").write_text(f"![x]({OUT})\n\n" + "\n\n".join(REPORT), encoding="utf-8")
    (tmp_path / "a.txt").write_text("\n".join(REPORT), encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(make_pdf(REPORT, table=TABLE))
    (tmp_path / "a.docx").write_bytes(_with_links(make_docx(REPORT, table=TABLE)))
    return tmp_path


def _with_links(data: bytes) -> bytes:
    """A Word document whose text declares an entity, and whose parts name a template, that lie elsewhere."""
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(
                    b"?>", f'?><!DOCTYPE a SYSTEM "{OUT}" [<!ENTITY % o SYSTEM "{OUT}"> %o;]>'.encode(), 1
                )
            new.writestr(name, content)
        relation = f'<Relationship Id="r1" Type="attachedTemplate" Target="{OUT}" TargetMode="External"/>'
        new.writestr("word/_rels/settings.xml.rels", f"<Relationships>{relation}</Relationships>")
    return packed.getvalue()


def test_no_format_and_no_command_goes_out(reports):
    paths = sorted(path.name for path in reports.iterdir())
    assert len(paths) == 6
    done = run("summarize", *paths, cwd=reports)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    for name in paths:
        assert "一般公共预算收入" in run("extract", name, cwd=reports).stdout.decode(), name
    for command in ("keywords", "check", "compare", "track"):
        assert run(command, *paths, cwd=reports).returncode in {0, 1}
    for arguments in (
        ("batch", ".", "--db", "a.duckdb", "--jobs", "1"),
        ("export", "--db", "a.duckdb", "--output", "a.xlsx"),
    ):
        done = run(*arguments, cwd=reports)
        assert done.returncode == 0, done.stderr.decode()


def test_what_goes_out_is_seen(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM.replace("from reportcli.cli import main\nmain()", "import socket; socket.socket()"),
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert b"went out: socket" in done.stderr
