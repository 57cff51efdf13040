import importlib.util
from pathlib import Path

import pytest

from reportcli import lexicon
from reportcli.digest.words import load_vocabulary, load_words

TOOL = Path(__file__).parents[2] / "tools/build_words.py"


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("企业", "n"),
        ("创新", "n"),
        ("治理", "v"),
        ("推动", "x"),
        ("全市", "x"),
        ("圈", "k"),
        ("书记", "t"),
        ("全面", "x"),
    ],
)
def test_the_part_of_a_word(word, part):
    assert load_words().parts[word] == part


def test_common_words_are_less_rare():
    rarities = load_words().rarities
    assert rarities["企业"] < rarities["资源"] < rarities["乡镇"]


def test_the_table_is_small_and_all_of_known_parts():
    table = lexicon.DATA / "words.txt"
    assert table.stat().st_size < 400_000
    assert {line.split(" ", 1)[0] for line in table.read_text(encoding="utf-8").splitlines()} == set("nsax")


def test_no_word_of_a_list_stands_there_twice():
    vocabulary = load_vocabulary()
    for name in vocabulary.__struct_fields__:
        listed = getattr(vocabulary, name).split()
        assert len(listed) == len(set(listed)), name


def test_the_table_is_what_the_tool_makes(tmp_path, monkeypatch):
    pytest.importorskip("jieba")
    spec = importlib.util.spec_from_file_location("build_words", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    monkeypatch.setattr(tool, "TARGET", tmp_path / "words.txt")
    tool.main()
    assert (tmp_path / "words.txt").read_bytes() == (lexicon.DATA / "words.txt").read_bytes()
