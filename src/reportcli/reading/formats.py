"""What a file is: by its first bytes, and where these are those of any text by its name's ending."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from pathlib import PurePath

from reportcli.errors import InputError


class Format(StrEnum):
    """What is read, in words that follow "this is"."""

    TEXT = "a text file"
    MARKDOWN = "a Markdown file"
    HTML = "a web page"
    DOCX = "a Word document"
    PDF = "a PDF document"


# What is taken from a folder. A file that is named is read whatever its ending is.
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")

_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
# A PDF may have something before its mark (ISO 32000-1, annex H.3.4.1).
_PDF_WITHIN = 1024
_ZIP = b"PK\x03\x04"
_AS_TEXT = "Save its text as a .txt file and read that."
_AS_DOCX = "Open it in Word or WPS, save it as .docx, and read that."
_AS_PDF = "Export it as PDF, or save its text as a .txt file, and read that."
_AS_HTML = "Save the page as .html, or its text as .txt, and read that."
_RECOGNISED = "Run it through text recognition (OCR), or find the report as text."
_UNPACKED = "Unpack it and read the files in it."

_UNREAD = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .wps) or an encrypted one", _AS_DOCX),
    (b"{\\rtf", "an RTF document", _AS_DOCX),
    (b"MIME-Version:", "a web archive (.mht)", _AS_HTML),
    (b"From: <Saved by", "a web archive (.mht)", _AS_HTML),
    (b"\x89PNG\r\n", "a PNG image", _RECOGNISED),
    (b"\xff\xd8\xff", "a JPEG image", _RECOGNISED),
    (b"GIF8", "a GIF image", _RECOGNISED),
    (b"II*\x00", "a TIFF image", _RECOGNISED),
    (b"MM\x00*", "a TIFF image", _RECOGNISED),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACKED),
    (b"\x1f\x8b", "a gzip archive", _UNPACKED),
)
_ZIPPED = (
    ("xl/", "an Excel workbook", _AS_TEXT),
    ("ppt/", "a PowerPoint presentation", _AS_PDF),
    ("OFD.xml", "an OFD document", _AS_PDF),
    ("content.xml", "an OpenDocument file", _AS_DOCX),
)

# The first tag of a page, or of what was saved of one.
_TAG = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|center|article|section|main|span|h[1-6]|font)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEGINNING = 4096


def find_format(data: bytes, source: str) -> Format:
    """What `data` is; raises InputError where it is nothing that is read. `source` is its path."""
    if data.startswith(_ZIP):
        return _look_into_zip(data, source)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    for magic, name, remedy in _UNREAD:
        if data.startswith(magic):
            raise InputError(f"{source}: this is {name}, not a text file", remedy)
    beginning = data[:_BEGINNING]
    wide = any(beginning.startswith(mark) for mark in _MARKS)
    ending = PurePath(source).suffix.lower()
    if _TAG.match(beginning.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"") if wide else beginning):
        return Format.HTML
    if ending in _HTML and b"<" in data:
        return Format.HTML
    return Format.MARKDOWN if ending in _MARKDOWN else Format.TEXT


def _look_into_zip(data: bytes, source: str) -> Format:
    import zipfile  # noqa: PLC0415 - text files do without

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise InputError(
            f"{source}: this is a damaged zip archive or Office document", "Get the file again, or save it anew."
        ) from error
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    for part, name, remedy in _ZIPPED:
        if any(each.startswith(part) for each in names):
            raise InputError(f"{source}: this is {name}, not a text file", remedy)
    raise InputError(f"{source}: this is a zip archive, not a text file", _UNPACKED)
