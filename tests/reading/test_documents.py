"""Files to documents."""

import hashlib
import io
import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import zipped

from reportcli.errors import InputError
from reportcli.reading import documents, read
from reportcli.reading.encodings import decode

TEXT = "石桥区2023年一般公共预算收入完成32.1亿元，增长4.2%。\r\n一、2024年全区主要目标：新增规模以上企业31家。\n"
TRADITIONAL = "2023年全市經濟發展總體平穩，產業項目建設加快推進，完成投資三億元，新增企業31個。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_a_text_is_read_in_its_encoding_unchanged(tmp_path: Path, codec: str, name: str) -> None:
    data = TEXT.encode(codec)
    path = tmp_path / "报告.txt"
    path.write_bytes(data)
    document = read(path)
    assert document.text == TEXT
    assert document.encoding == name
    assert document.source == str(path)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_traditional_characters_in_big5_are_not_taken_for_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TRADITIONAL * 40).encode("big5"))
    document = read(path)
    assert (document.text, document.encoding) == (TRADITIONAL * 40, "big5")


def test_text_of_another_language_is_left_to_the_guess_of_a_library(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Экономика города выросла на шесть процентов, доходы бюджета увеличились.\n".encode("cp1251") * 8)
    assert "Экономика" in read(path).text


def test_an_encoding_that_is_named_overrides(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("增长".encode("gbk"))
    assert read(path, encoding="gbk").text == "增长"
    assert read(path, encoding="GB2312").encoding == "gb18030"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_bad_bytes_are_replaced_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, codec: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT * 40).encode(codec) + b"\xff\n" + TEXT.encode(codec))
    with caplog.at_level(logging.WARNING, logger="reportcli"):
        document = read(path)
    assert document.encoding == codec
    assert document.text.count("\ufffd") == 1
    assert str(path) in caplog.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\xe3\x80\x80\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"From: <Saved by Blink>\n", "web archive"),
        (b"{\\rtf1", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x01\x02", "binary"),
        (bytes(range(128, 256)) * 8, "encoding"),
    ],
)
def test_what_is_no_text_is_told_in_two_lines(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read(path)
    assert said in error.value.problem
    assert error.value.problem.startswith(str(path))
    assert "\n" not in error.value.problem
    assert "\n" not in error.value.remedy


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for path, said in [(tmp_path / "none.txt", "no such file"), (tmp_path, "folder"), ("a\0b", "cannot be read")]:
        with pytest.raises(InputError, match=said):
            read(path)


def test_an_encoding_that_does_not_exist_or_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("gbk"))
    for encoding, said in [("utf-9", "utf-9"), ("hex", "hex"), ("utf-8", "encoding")]:
        with pytest.raises(InputError, match=said):
            read(path, encoding=encoding)


def test_a_stray_nul_byte_makes_no_binary_file_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for codec in ("utf-8", "gb18030"):
        path.write_bytes((TEXT * 20).encode(codec) + b"\0" + TEXT.encode(codec))
        assert read(path).text == TEXT * 20 + "\0" + TEXT


def test_wide_text_with_hardly_a_digit_is_known_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "全市经济发展总体平稳，产业项目建设加快推进，重点工程全面开工，民生保障持续改善。" * 30 + "\n"
    for codec in ("utf-16-le", "utf-16-be"):
        path.write_bytes(text.encode(codec))
        assert (read(path).text, read(path).encoding) == (text, "utf-16")


@pytest.mark.parametrize(
    ("library", "name", "data"),
    [
        ("lxml", "a.html", b"<html><body><p>1</p></body></html>"),
        ("lxml", "a.docx", zipped(document="<a/>")),
        ("pypdfium2", "a.pdf", b"%PDF-1.7"),
    ],
)
def test_without_the_extra_the_error_names_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str, data: bytes
) -> None:
    for module in [module for module in sys.modules if module.startswith(("reportcli.reading.", library))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        read(tmp_path / name)
    assert library in error.value.problem
    assert error.value.remedy == 'Install it: pip install "reportcli[documents]"'


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_BYTES", 20)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="larger"):
        read(path)


def test_a_dash_reads_the_bytes_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    document = read("-")
    assert (document.text, document.source, document.encoding) == (TEXT, "-", "gb18030")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_utf_8_comes_back_whatever_the_text(text: str) -> None:
    mark_or_wide = text.startswith("\ufeff") or "\0" in text
    if not mark_or_wide:
        assert decode(text.encode(), "a") == (text, "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    try:
        text, name = decode(data, "a")
    except InputError:
        return
    assert isinstance(text, str)
    assert name == name.lower()
