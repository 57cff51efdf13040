"""What the rules look at in a document: its sentences, and not the rows of its tables."""

from pathlib import Path

from reportcli import analyze, read
from reportcli.checking.drafts import read_draft

PAGE = Path(__file__).parent.parent.parent / "samples" / "page-2023.html"


def test_the_rows_of_a_table_are_no_sentences():
    document = read(PAGE)
    draft = read_draft(document, analyze(document))
    assert any("190.6亿元" in sentence.text for sentence in draft.sentences)
    assert not any(
        table.start <= sentence.start < table.end for sentence in draft.sentences for table in document.tables
    )
    assert any(record.observation.locator == "table 1 row 2 column 2" for record in draft.records)
