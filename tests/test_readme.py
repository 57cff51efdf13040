import typer
from readme import CONSOLE, PYTHON, README, commands, update

from reportcli.cli.app import app

TEXT = README.read_text(encoding="utf-8")
SESSIONS = [command for block in CONSOLE.finditer(TEXT) for command in commands(block["session"])]


def test_examples_print_what_the_readme_says():
    assert len(SESSIONS) > 5
    assert len(PYTHON.findall(TEXT)) == 1
    assert update(TEXT) == TEXT, "if the program is right, run make readme"


def test_every_command_has_an_example():
    for name in typer.main.get_group(app).commands:
        assert any(f"reportcli {name} " in f"{command} " for command in SESSIONS), name
