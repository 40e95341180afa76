"""A new workspace, and the files that a new record needs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kom_rulings.errors import FolderNotEmpty
from kom_rulings.files.paths import KINDS, SUFFIX, rulings_folder
from kom_rulings.files.refusals import writing
from kom_rulings.files.replacing import replace_file
from kom_rulings.names import CaseId
from kom_rulings.records.schema import SCHEMA_NAME, schema_text

START: Final = Path(__file__).parent.parent / "data" / "start"
#: What a file is called in a workspace that cannot bear that name among ours.
_NAMES: Final = {"gitignore": ".gitignore"}
#: A record that is begun without a name.
_NAMELESS: Final = "ny-sak"


def start(folder: Path) -> list[Path]:
    """Make a workspace in an empty folder and return its files; raises ``FolderNotEmpty`` with nothing written."""
    with writing(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderNotEmpty(folder=folder)
    files = contents()
    for name, content in files.items():
        _write(folder / name, content)
    return [folder / name for name in files]


def contents() -> Mapping[str, bytes]:
    """The files of a new workspace, by their names."""
    found = {
        path.relative_to(START).with_name(_NAMES.get(path.name, path.name)).as_posix(): path.read_bytes()
        for path in sorted(START.rglob("*"))
        if path.is_file()
    }
    return {**found, f"rulings/{SCHEMA_NAME}": schema_text().encode("utf-8")}


def add_case(root: Path, kind: str, name: CaseId, text: str) -> list[Path]:
    """Write a new record, and the schema beside it where there is none; nothing is written over."""
    path = case_path(root, kind, name)
    schema = rulings_folder(root) / SCHEMA_NAME
    _write(path, text.encode("utf-8"))
    if schema.exists():
        return [path]
    _write(schema, schema_text().encode("utf-8"))
    return [path, schema]


def case_path(root: Path, kind: str, name: CaseId) -> Path:
    """Where a case of a kind lies."""
    return rulings_folder(root) / kind / f"{name}{SUFFIX}"


def free_nameless(root: Path) -> CaseId:
    """A name for a record that has none yet."""
    names = (CaseId(_NAMELESS if n == 1 else f"{_NAMELESS}-{n}") for n in range(1, 10_000))
    return next(name for name in names if not any(case_path(root, kind, name).exists() for kind in KINDS))


def _write(path: Path, content: bytes) -> None:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
