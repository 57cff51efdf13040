"""A run brings the database to where the files are, whatever was there before and in whatever order they are read."""

import os
from contextlib import closing

import pytest
from dumping import counts, dump
from msgspec.structs import replace
from towns import expected, written
from towns_on_disk import compose, write_towns

from reportcli.batch import Request, fill, runs
from reportcli.errors import SettingsError
from reportcli.pipeline import analyze
from reportcli.reading import find_sources, read
from reportcli.settings import Settings
from reportcli.store import Database


def run(db, *paths, **options):
    """Fill the database from `paths`, and say how far the run came."""
    found, _ = find_sources(map(str, paths))
    with Database(db, write=True) as database:
        *_, done = fill(database, Request(found, **({"jobs": 1} | options)))
    return done


@pytest.fixture
def db(tmp_path):
    return tmp_path / "reports.duckdb"


@pytest.fixture
def towns(tmp_path):
    return write_towns(tmp_path / "towns", 6)


def test_parallel_equals_serial_record_by_record(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "_REPORTS", 7)  # so that a run is written in several transactions
    folder = tmp_path / "towns"
    write_towns(folder, 40)
    for jobs in (1, 2, 4):
        run(tmp_path / f"{jobs}.duckdb", folder, jobs=jobs)
    serial = dump(tmp_path / "1.duckdb")
    assert len(serial["reports"]) == 40
    assert dump(tmp_path / "2.duckdb") == serial
    assert dump(tmp_path / "4.duckdb") == serial
    with Database(tmp_path / "4.duckdb") as database:
        found = written(database.records())
    reports = [(path, analyze(read(path))) for path in sorted(folder.iterdir())]
    assert found == written(record for path, report in reports for record in expected(report, f"towns/{path.name}"))


def test_what_is_unchanged_is_not_read_again(db, towns):
    first = run(db, *towns)
    assert (first.read, first.unchanged) == (6, 0)
    before = dump(db)
    again = run(db, *towns)
    assert (again.read, again.unchanged) == (0, 6)
    assert dump(db) == before


@pytest.mark.parametrize(
    "options", [{"settings": Settings(keywords=3)}, {"encoding": "utf-8"}, {"lexicon": (("own", b"stopwords: [ab]"),)}]
)
def test_other_settings_are_a_reason_to_read_again(db, towns, options):
    if "lexicon" in options:
        options = options | {"settings": Settings(lexicon=("own",))}
    run(db, *towns)
    assert run(db, *towns, **options).read == 6
    assert run(db, *towns, **options).unchanged == 6
    assert counts(db)["reports"] == 6


def test_where_a_lexicon_lies_is_no_reason_to_read_again(db, towns):
    content = b"stopwords: [ab]"
    run(db, *towns, settings=Settings(lexicon=("a",)), lexicon=(("a", content),))
    assert run(db, *towns, settings=Settings(lexicon=("b",)), lexicon=(("b", content),)).unchanged == 6


def test_another_extraction_is_a_reason_to_read_again(db, towns, monkeypatch):
    run(db, *towns)
    monkeypatch.setattr(runs, "extraction_version", lambda: "next")
    assert run(db, *towns).read == 6
    assert counts(db)["reports"] == 6
    assert ("extraction", "next") in dump(db)["meta"]


def test_a_changed_file_replaces_its_rows(tmp_path, db, towns):
    run(db, *towns)
    towns[0].write_text(compose(77), encoding="utf-8")
    done = run(db, *towns)
    assert (done.read, done.unchanged) == (1, 5)
    run(tmp_path / "fresh.duckdb", *towns)
    assert dump(db) == dump(tmp_path / "fresh.duckdb")


def test_one_report_under_two_names_is_one_report_with_two_sources(tmp_path, db, towns):
    copy = tmp_path / "towns" / "a-copy.txt"
    copy.write_bytes(towns[0].read_bytes())
    assert run(db, tmp_path / "towns").read == 6
    assert (counts(db)["reports"], counts(db)["sources"]) == (6, 7)
    copy.write_bytes(towns[1].read_bytes())
    assert run(db, tmp_path / "towns").unchanged == 6
    assert (counts(db)["reports"], counts(db)["sources"]) == (6, 7)


def test_a_renamed_file_is_not_read_again(tmp_path, db, towns):
    run(db, *towns)
    moved = towns[0].rename(tmp_path / "towns" / "moved.txt")
    done = run(db, tmp_path / "towns")
    assert (done.read, done.unchanged, done.gone) == (0, 6, 1)
    assert f"towns/{moved.name}" in {source for source, _ in dump(db)["sources"]}
    assert counts(db)["sources"] == 6


def test_reports_of_files_that_are_gone_stay_until_they_are_pruned(tmp_path, db, towns):
    folder, other = tmp_path / "towns", write_towns(tmp_path / "others", 2, first=50)
    run(db, folder, tmp_path / "others")
    (folder / "bad.txt").write_bytes(b"")
    run(db, folder)
    assert counts(db)["skipped"] == 1
    for path in (towns[0], other[0], folder / "bad.txt"):
        path.unlink()
    assert run(db, folder).gone == 0
    assert (counts(db)["reports"], counts(db)["skipped"]) == (8, 1)
    assert run(db, folder, pruned=(str(folder),)).gone == 2
    assert (counts(db)["reports"], counts(db)["sources"], counts(db)["skipped"]) == (7, 7, 0)
    assert f"others/{other[0].name}" in {source for source, _ in dump(db)["sources"]}


def test_a_folder_that_is_moved_with_its_database_is_known(tmp_path):
    write_towns(tmp_path / "a" / "towns", 3)
    run(tmp_path / "a" / "reports.duckdb", tmp_path / "a" / "towns")
    (tmp_path / "a").rename(tmp_path / "b")
    done = run(tmp_path / "b" / "reports.duckdb", tmp_path / "b" / "towns")
    assert (done.read, done.unchanged) == (0, 3)
    assert counts(tmp_path / "b" / "reports.duckdb")["sources"] == 3


def test_a_name_says_place_and_year_where_the_text_is_silent(tmp_path, db):
    text = "全年完成一般公共预算收入1.2亿元，增长8%。\n"
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "2023_京口区.txt").write_text(text, encoding="utf-8")
    run(db, folder)
    assert [(row[6], row[8]) for row in dump(db)["reports"]] == [("京口区", 2023)]
    pattern = r"(?P<year>\d{4})_(?P<place>[^/])"
    assert run(db, folder, settings=Settings(name_pattern=pattern)).read == 1
    assert [(row[6], row[8]) for row in dump(db)["reports"]] == [("京", 2023)]
    # The same content under a name that comes first: it is that name that counts, whichever was read first.
    (folder / "2022_丹徒区.txt").write_text(text, encoding="utf-8")
    assert run(db, folder).read == 1
    assert [(row[6], row[8]) for row in dump(db)["reports"]] == [("丹徒区", 2022)]
    run(tmp_path / "fresh.duckdb", folder)
    assert dump(db) == dump(tmp_path / "fresh.duckdb")
    (folder / "2022_丹徒区.txt").rename(folder / "丹徒区2022.txt")
    assert run(db, folder).read == 1


def test_files_without_content_are_skipped_with_their_reasons(tmp_path, db):
    folder = tmp_path / "towns"
    write_towns(folder, 2)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "empty-too.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    done = run(db, folder)
    assert (done.read, done.skipped) == (2, 5)
    assert {(row[0], row[1]) for row in dump(db)["skipped"]} == {
        ("towns/empty.txt", "the file is empty"),
        ("towns/empty-too.txt", "the file is empty"),
        ("towns/picture.txt", "this is a PNG image, not a text file"),
        ("towns/pipe.txt", "this is no regular file"),
        ("towns/link.txt", "no such file"),
    }
    (folder / "empty.txt").write_text(compose(3), encoding="utf-8")
    assert run(db, folder).skipped == 4
    assert (counts(db)["reports"], counts(db)["skipped"]) == (3, 4)


def test_what_could_not_be_read_this_time_keeps_what_was_read_before(db, towns):
    run(db, *towns)
    towns[0].write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run(db, *towns).skipped == 1
    assert (counts(db)["reports"], counts(db)["skipped"]) == (6, 1)


def test_warnings_reach_the_caller(tmp_path, db):
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "town.txt").write_bytes(b"\xef\xbb\xbf" + compose(1).encode() + b"\xff\n")
    with Database(db, write=True) as database:
        told = [done.warnings for done in fill(database, Request((str(tmp_path / "towns" / "town.txt"),)))]
    assert [warning for warnings in told for warning in warnings if "bad bytes were replaced" in warning]


def test_a_mistake_in_the_lexicon_is_told_before_anything_is_written(db, towns):
    own = (("own.yaml", b"stopwords: {}"),)
    with pytest.raises(SettingsError, match=r"own\.yaml"):
        run(db, *towns, settings=Settings(lexicon=("own.yaml",)), lexicon=own)
    assert counts(db)["sources"] == 0


def test_what_was_read_is_written_when_the_run_is_broken_off(db, towns):
    request = Request(tuple(map(str, towns)), jobs=2)
    with Database(db, write=True) as database, closing(fill(database, request)) as running:
        done = next(done for done in running if done.read == 4)
    assert counts(db)["reports"] >= done.read
    assert run(db, *towns) == replace(run(db, *towns), read=2, to_read=2, unchanged=4)
