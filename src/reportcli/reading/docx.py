"""Word documents (.docx): paragraphs and tables in the order of the document.

The parts are taken out of the archive by their names, so a file whose other parts are damaged is read all the same.
What was deleted under tracked changes is left out, what was inserted is in; so are text boxes, after the paragraph
that they are anchored in. Numbers that Word gives to paragraphs by itself (一、, （一）, 1.) are written out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from reportcli.errors import InputError
from reportcli.reading.blocks import Content, Grid, GridCell, Text, assemble
from reportcli.reading.numbering import Numbering

# A report of 200 pages is 5 MB of XML; an archive that is made to fill the memory is told by what it would become.
MAX_EXPANDED = 100 * 1024 * 1024
# The most columns that Word gives a table.
_WIDEST = 63
# What has more digits is no number of columns.
_DIGITS = 9
_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The strict form of the format (ISO/IEC 29500-1) has a name of its own for the same elements.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_P, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_TEXT = {f"{_W}t"}
_BREAKS = {f"{_W}br", f"{_W}cr"}
_MARKS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_BOX = f"{_W}txbxContent"
# What holds no text of the document, or says again what another part says.
_SKIPPED = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_W}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def extract_docx(data: bytes, source: str) -> Content:
    """The text and tables of a Word document.

    Raises InputError where it is damaged, or larger than a report can be; `source` is what the message calls it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, numbering, styles = (_read_part(archive, part, source) for part in (_BODY, _NUMBERING, _STYLES))
        if body is None:
            raise _damaged(source, f"without {_BODY}")
        main = body.find(f"{_W}body")
        if main is None:
            raise _damaged(source, "without a body")
        return assemble(_blocks(main, Numbering.read(numbering, styles)), source)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise _damaged(source, " ".join(str(error).split())) from error
    except RuntimeError as error:  # so zipfile says that a part is encrypted
        raise InputError(f"{source}: this Word document is encrypted", "Save it without a password.") from error


def _damaged(source: str, problem: str) -> InputError:
    return InputError(
        f"{source}: this Word document is damaged ({problem})", "Open it in Word and save it again, or as .txt."
    )


def _read_part(archive: zipfile.ZipFile, name: str, source: str) -> Any:
    """The root element of a part, None where there is none of that name."""
    try:
        part = archive.open(name)
    except KeyError:
        return None
    with part:
        xml = part.read(MAX_EXPANDED + 1)  # how large a part is said to be may be a lie
    if len(xml) > MAX_EXPANDED:
        raise InputError(
            f"{source}: this Word document expands to more than {MAX_EXPANDED // 1024**2} MB, the most that is read",
            "Split it into one file a report.",
        )
    return etree.fromstring(
        xml.replace(_STRICT, _W.strip("{}").encode()), etree.XMLParser(resolve_entities=False, no_network=True)
    )


def _blocks(container: Any, numbering: Numbering) -> Iterator[Text | Grid]:
    """The paragraphs and tables in an element, in order, and those inside controls that are wrapped around them."""
    for child in container:
        if child.tag == _P:
            yield Text(numbering.label(child) + _text_of(child))
            for box in _boxes(child):
                yield from _blocks(box, numbering)
        elif child.tag == _TABLE:
            yield Grid(tuple(_cells(child, numbering)))
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child, numbering)


def _boxes(paragraph: Any) -> list[Any]:
    """The text boxes that are anchored in a paragraph, each once, outer ones only."""
    return [box for box in _walk(paragraph) if box.tag == _BOX]


def _walk(element: Any) -> Iterator[Any]:
    """The elements under an element, in order, without what is skipped and what is in a text box."""
    todo = list(reversed(element))
    while todo:
        each = todo.pop()
        if each.tag in _SKIPPED:
            continue
        yield each
        if each.tag != _BOX:
            todo.extend(reversed(each))


def _text_of(paragraph: Any) -> str:
    pieces = []
    for each in _walk(paragraph):
        if each.tag in _TEXT:
            pieces.append(each.text or "")
        elif each.tag in _BREAKS:
            pieces.append("\n")
        elif each.tag in _MARKS:
            pieces.append(_MARKS[each.tag])
    return "".join(pieces)


def _cells(table: Any, numbering: Numbering) -> list[GridCell]:
    """The cells of a table, row by row; one that is merged over rows is as many rows high."""
    found: list[GridCell] = []
    open_cells: dict[int, int] = {}  # by column: where in `found` the cell is that the rows below may continue
    for row, element in enumerate(_nested(table, _ROW), 1):
        column = 1 + _number(element, "trPr/gridBefore")
        for cell in _nested(element, _CELL):
            width = max(1, _number(cell, "tcPr/gridSpan", 1))
            merge = cell.find(_path("tcPr/vMerge"))
            above = open_cells.get(column)
            if merge is not None and merge.get(f"{_W}val") != "restart" and above is not None:
                old = found[above]
                found[above] = GridCell(old.text, old.row, old.column, row - old.row + 1, old.columns)
            else:
                text = "\n".join(line for block in _blocks(cell, numbering) for line in _lines(block))
                open_cells[column] = len(found)
                found.append(GridCell(text, row, column, 1, width))
            column += width
    return found


def _lines(block: Text | Grid) -> list[str]:
    """The lines of what stands in a cell; a table in it is read as its cells."""
    return [block.text] if isinstance(block, Text) else [cell.text for cell in block.cells]


def _nested(element: Any, tag: str) -> Iterator[Any]:
    """The children with a tag, also those inside content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}:
            yield from _nested(child, tag)


def _path(names: str) -> str:
    return "/".join(f"{_W}{name}" for name in names.split("/"))


def _number(element: Any, names: str, default: int = 0) -> int:
    """The number that an element's property is set to."""
    found = element.find(_path(names))
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), _WIDEST) if value.isdecimal() and len(value) < _DIGITS else default
