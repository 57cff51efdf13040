"""What there is to do: which files hold which report, and which of these are in the database as they would come out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from reportcli.batch.versions import made_with
from reportcli.errors import InputError
from reportcli.model import Skipped
from reportcli.reading import check_regular, hash_file
from reportcli.segmentation.file_names import named_by
from reportcli.store import Database, Unread


class Job(Struct, frozen=True):
    """A report to read: the content `sha256`, which is in the file `path`.

    `sources` are all files with this content, as the database calls them. The path of one of them, `named`, says the
    place and year that the text may be silent of.
    """

    sha256: str
    path: str
    named: str
    sources: tuple[str, ...]
    made_with: str


class Plan(Struct, frozen=True):
    """What to do: reports to read, and what is known without reading any.

    `held` are the files whose report is in the database, `gone` those to forget, `unread` those without content;
    `unchanged` counts the reports that would come out as they are there.
    """

    jobs: tuple[Job, ...]
    held: dict[str, str]
    gone: tuple[str, ...]
    unread: tuple[Unread, ...]
    unchanged: int


class Making(Struct, frozen=True):
    """What reports are made with: hashes of the extraction and of the settings, and the pattern of files' names."""

    extraction: str
    settings: str
    name_pattern: str | None = None


def make_plan(paths: Iterable[str], database: Database, making: Making, pruned: Sequence[str] = ()) -> Plan:
    """The plan for the files `paths`; what is not there any more under the folders `pruned` is to be forgotten.

    A report that is in several files takes what names say from the first of them, whichever was read first, so that
    the order of reading changes nothing.
    """
    folder = _Folder(database.path)
    contents, unread = _hash_files(paths, folder)
    found = {source: sha256 for sha256, sources in contents.items() for source in sources}
    found |= {each.skipped.source: "" for each in unread}
    recorded = database.sources()
    lost = {source for source in recorded if source not in found and not folder.holds(source)}
    elsewhere: dict[str, list[str]] = {}
    for source, sha256 in recorded.items():
        if source not in found and source not in lost:
            elsewhere.setdefault(sha256, []).append(source)
    made = database.reports()
    jobs: list[Job] = []
    for sha256, sources in contents.items():
        first = min([*sources, *elsewhere.get(sha256, ())])
        named = sources.get(first) or folder.locate(first)
        key = made_with(making.extraction, making.settings, named_by(named, making.name_pattern))
        if made.get(sha256) != key:
            jobs.append(Job(sha256, sources[min(sources)], named, tuple(sources), key))
    gone = {source for source in lost if recorded[source] in contents}
    gone |= {source for source in lost if folder.is_under(source, pruned)}
    gone |= {
        source
        for source in database.skipped()
        if source not in found and folder.is_under(source, pruned) and not folder.holds(source)
    }
    return Plan(
        tuple(jobs),
        {source: sha256 for source, sha256 in found.items() if sha256 in made},
        tuple(sorted(gone)),
        unread,
        len(contents) - len(jobs),
    )


class _Folder:
    """The folder that the database is in: files in it are called by their path from there, so both can be moved."""

    def __init__(self, database: os.PathLike[str]) -> None:
        self._path = os.path.dirname(os.path.abspath(database))

    def name(self, path: str) -> str:
        """What the database calls a file; the bytes of a path need not be UTF-8, but what is written must be."""
        absolute = os.path.abspath(path)
        inside = os.path.join(self._path, "")
        name = PurePath(absolute.removeprefix(inside)).as_posix()
        return name.encode("utf-8", "backslashreplace").decode()

    def locate(self, source: str) -> str:
        """Where the file is that the database calls so."""
        return os.path.join(self._path, source)

    def holds(self, source: str) -> bool:
        """Whether that file is there."""
        return os.path.exists(self.locate(source))

    def is_under(self, source: str, folders: Collection[str]) -> bool:
        """Whether it is one of `folders`, or anywhere in them."""
        path = self.locate(source)
        return any(
            path == folder or path.startswith(os.path.join(folder, "")) for folder in map(os.path.abspath, folders)
        )


def _hash_files(paths: Iterable[str], folder: _Folder) -> tuple[Mapping[str, Mapping[str, str]], tuple[Unread, ...]]:
    """By the hash of their content, what the database calls the files with it and where each is; those with none."""
    contents: dict[str, dict[str, str]] = {}
    unread: list[Unread] = []
    for path in paths:
        source = folder.name(path)
        try:
            check_regular(path)
            contents.setdefault(hash_file(path), {})[source] = path
        except InputError as error:
            unread.append(Unread(reason(source, path, error), None))
    return contents, tuple(unread)


def reason(source: str, path: str, error: InputError) -> Skipped:
    """Why `source` is skipped: what an error says of `path`, without the path."""
    return Skipped(source, error.problem.removeprefix(f"{path}: "), error.remedy)
