"""What a report was made with: if it is the same, so is what comes out."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

import reportcli
from reportcli.lexicon import Contents
from reportcli.segmentation.file_names import Named
from reportcli.settings import Settings

_PACKAGE = Path(reportcli.__file__).parent
# What comes out depends on these, and on the tables' rows that are made of it.
_MODULES = ("model.py", "pipeline.py", "store/lines.py")
_PACKAGES = ("data", "reading", "layout", "text", "lexicon", "gazetteer", "segmentation", "extraction", "digest")
_LIBRARIES = ("rjieba", "jieba", "snownlp", "lxml", "pypdfium2")


@cache
def extraction_version() -> str:
    """A hash of the code and the data that make a report of a file: nobody can forget to raise it."""
    parts = [f"{path.relative_to(_PACKAGE).as_posix()} {_hash(path.read_bytes())}" for path in extraction_files()]
    parts += [f"{name} {_version_of(name)}" for name in _LIBRARIES]
    return _hash("\n".join(parts).encode())


def extraction_files() -> list[Path]:
    """The files of the package that a report depends on."""
    files = [*map(_PACKAGE.joinpath, _MODULES)]
    for name in _PACKAGES:
        files += (path for path in _PACKAGE.joinpath(name).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sorted(files)


def settings_version(settings: Settings, lexicon: Contents, encoding: str | None) -> str:
    """A hash of the settings that a report depends on; of the lexicon's files it is the content that counts."""
    files = [_hash(content) for _, content in lexicon]
    counting = msgspec.structs.replace(
        settings, lexicon=(), aliases=dict(sorted(settings.aliases.items())), rules=(), no_rules=()
    )
    return _hash(msgspec.json.encode([counting, files, encoding]))


def made_with(extraction: str, settings: str, named: Named) -> str:
    """A hash of all that a report depends on besides its content."""
    return _hash(msgspec.json.encode([extraction, settings, named]))


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
