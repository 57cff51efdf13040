"""The value types: what goes into the program, what comes out, and what is handed on between.

All are frozen. Report and what it holds are the output contract (schema 1): their fields, in this order, are the keys
of the JSON. Offsets are code-point offsets into `Document.text`, end exclusive, so `text[start:end]` gives the quoted
words verbatim; `line` is 1-based.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

DocType = Literal["work_report", "news", "communique", "other"]
Role = Literal["review", "plan", "mixed", "other"]
Kind = Literal["goal", "achievement"]
StatementKind = Literal["goal", "achievement", "problem"]
Measure = Literal["level", "growth", "rank", "completion", "gap"]
Bound = Literal["=", ">=", "<=", "~"]
Scope = Literal["place", "project", "policy", "firm", "base", "context"]
Rate = Literal["yoy", "average", "cumulative"]

SCHEMA = 1


class Locator(Struct, frozen=True, gc=False):
    """Where a person finds what begins at `start` of a document's text: `page 3`, `table 2 row 4 column 3`."""

    start: int
    name: str


class TableCell(Struct, frozen=True, gc=False):
    """A cell of a table: `text[start:end]` is what stands in it, which may be nothing.

    `row` and `column` are its first, 1-based; a merged cell covers `rows` and `columns` of them.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Table(Struct, frozen=True):
    """A table of figures at `text[start:end]`, its caption with it, its cells row by row.

    `above` are its caption and the short lines before it, in order.
    """

    start: int
    end: int
    cells: tuple[TableCell, ...]
    above: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """A text and where it came from.

    `text` is what every offset points into: of a text file the decoded file without its byte order mark, nothing else
    changed; of any other the text that was extracted. `source` is the path as given, `-` for standard input, None for a
    text that came from no file; `sha256` is that of the bytes read.

    `locators`, in the order of the text, tell where its parts stand in the file. `tables` are what is read as a table
    and not as sentences; `markup` are spans that are read as nothing: the marks of Markdown.
    """

    text: str
    source: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    locators: tuple[Locator, ...] = ()
    tables: tuple[Table, ...] = ()
    markup: tuple[tuple[int, int], ...] = ()

    @property
    def unread(self) -> tuple[tuple[int, int], ...]:
        """The spans of the text that hold no sentences, in order."""
        return tuple(sorted([*self.markup, *((table.start, table.end) for table in self.tables)]))


class Passage(Struct, frozen=True):
    """A run of clean text in which every character knows its place in the source.

    `offsets[i]` is the offset in `Document.text` of `text[i]`; both have the same length, which is never 0, and offsets
    rise strictly. They are a `range` where nothing was left out.
    """

    text: str
    offsets: Sequence[int]

    @property
    def start(self) -> int:
        """Where the passage begins in `Document.text`."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """Where it ends there, exclusive."""
        return self.offsets[-1] + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets into `Document.text` of `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


class Paragraph(Passage, frozen=True):
    """A paragraph of content: broken lines are joined, noise is left out, widths of digits and letters are folded."""


class Sentence(Passage, frozen=True, gc=False):
    """A sentence of one paragraph: it ends with its 。！？； or with the paragraph; `opens` if it is the first."""

    opens: bool = False


class Quantity(Struct, frozen=True, gc=False):
    """A number as it stands in a sentence: `start` and `end` are indices into the sentence's text, unit included.

    `value` and `upper` (the second end of a range) are in `unit` as written; `bound` is what the words around it make
    of it. Chinese numerals are digits here, 三成 is 3 with unit 成, 1.5万亿元 is 1.5 with unit 万亿元.
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: Bound


class Period(Struct, frozen=True, gc=False, order=True):
    """A time measured, from `first` to `last`, both SDMX reporting periods: `2023`, `2024-S1`, `2024-Q3`, `2024-05`."""

    first: str
    last: str

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


class Observation(Struct, frozen=True, gc=False):
    """A number by which a place says what it reached or means to reach."""

    kind: Kind
    indicator: str
    canonical: str | None
    measure: Measure
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: Bound
    period: str | None
    region: str | None
    region_code: str | None
    quote: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    line: int
    locator: str | None
    headline: bool
    scope: Scope
    rate: Rate | None
    base_period: str | None
    basis: str | None
    commitment: str | None
    estimated: bool
    among: str | None


class Statement(Struct, frozen=True, gc=False):
    """A sentence that states a goal, an achievement or a problem; `indicator` is what it sets a goal for in words."""

    kind: StatementKind
    indicator: str | None
    canonical: str | None
    period: str | None
    region: str | None
    region_code: str | None
    text: str
    start: int
    end: int
    line: int
    locator: str | None


class Keyword(Struct, frozen=True, gc=False):
    """A term that a specialist would index the text by; the weights of one list fall and the first is 1."""

    text: str
    weight: float


class SummarySentence(Struct, frozen=True, gc=False):
    """A sentence of the text that tells what it is about."""

    text: str
    start: int
    end: int


class Section(Struct, frozen=True):
    """A part of the report: a place's part of it, or one under a heading.

    Sections are flat, in the order of the text, and partition it. `level` is 0 for the text before the first heading,
    1 and 2 for headings and those under them.
    """

    title: str | None
    region: str | None
    region_code: str | None
    role: Role
    level: int
    start: int
    end: int
    line: int
    keywords: tuple[Keyword, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    observations: tuple[Observation, ...] = ()
    statements: tuple[Statement, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """All that was read out of one document."""

    schema: int = SCHEMA
    source: str | None
    sha256: str | None
    encoding: str | None
    doc_type: DocType
    title: str | None
    place: str | None
    place_code: str | None
    year: int | None
    published: str | None
    keywords: tuple[Keyword, ...]
    summary: tuple[SummarySentence, ...]
    sections: tuple[Section, ...]


class Record(Struct, frozen=True, gc=False):
    """An observation, and the report that it is of: what is compared across reports.

    `sentence` is the text of its sentence.
    """

    source: str | None
    place: str | None
    place_code: str | None
    year: int | None
    published: str | None
    sentence: str | None
    observation: Observation


class Mention(Struct, frozen=True, gc=False):
    """A place that a report speaks of, and a kind and time that it tells figures of there.

    `region` is the place's name there, `place` that of the report's own. `kind` is None where the report has a part on
    the place, whether it tells figures of it or not.
    """

    source: str | None
    place: str | None
    place_code: str | None
    year: int | None
    region: str | None
    region_code: str | None
    kind: Kind | None = None
    period: str | None = None


class Outline(Struct, frozen=True, kw_only=True):
    """What a document is before its figures are read: its header's facts and its sections, without their content.

    `elapsed` is how many months of `year` were over when the report looked back on them; 0 unless it is about a part of
    the year, such as its first half. `over` is how many months were over when news was published.
    """

    doc_type: DocType
    title: str | None
    place: str | None
    place_code: str | None = None
    year: int | None
    published: str | None
    elapsed: int = 0
    over: int = 0
    sections: tuple[Section, ...]


class Skipped(Struct, frozen=True):
    """An input that was not read, and why."""

    source: str
    problem: str
    remedy: str


Cell = str | int | float | bool | Decimal | None


class Rows(Struct, frozen=True):
    """Named columns for any renderer: each row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
