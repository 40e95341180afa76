"""Where the files of a workspace lie, and the walk through them in a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kom_rulings.names import CaseId

KINDS = ("criminal", "immigration", "echr")
SUFFIX = ".yaml"
TEXT_SUFFIX = ".txt"
#: The folder of the tables that a workspace adds to ours.
TABLES = "tables"
FIGURES_FILE = "published-figures.yaml"
TABLE_FILES = ("courts.yaml", "provisions.yaml", "countries.yaml")
#: The lists of words that searching uses; they lie among the tables.
WORD_LIST_FILES = ("word_families.yaml", "thesaurus.yaml", "compounds.yaml")
#: Public names that the privacy check is silent about; it lies among the tables.
KNOWN_NAMES_FILE = "known_names.yaml"


def rulings_folder(root: Path) -> Path:
    """The folder of the records."""
    return root / "rulings"


def find_root(start: Path) -> Path | None:
    """Return the nearest folder from ``start`` upward that holds ``rulings/``, or ``None``."""
    for folder in (start, *start.parents):
        if rulings_folder(folder).is_dir():
            return folder
    return None


def case_files(root: Path) -> Iterator[Path]:
    """Walk the case files, kind by kind, by name."""
    for kind in KINDS:
        yield from _sorted_files(rulings_folder(root) / kind, SUFFIX)


def text_files(root: Path) -> Iterator[Path]:
    """Walk the full texts beside the records."""
    for kind in KINDS:
        yield from _sorted_files(rulings_folder(root) / kind, TEXT_SUFFIX)


def case_of_text(path: Path) -> CaseId:
    """The case that a full text (``CASE.REFERENCE.txt``) lies beside."""
    return CaseId(path.name.partition(".")[0])


def texts_by_case(root: Path) -> dict[CaseId, list[Path]]:
    """The full texts of every case that has some."""
    found: dict[CaseId, list[Path]] = {}
    for path in text_files(root):
        found.setdefault(case_of_text(path), []).append(path)
    return found


def unexpected(root: Path) -> Iterator[Path]:
    """Walk what lies among the records and is read by nobody: other endings, folders, tables of unknown name."""
    yield from _unexpected_inside(root)
    yield from (path for path in _sorted_files(rulings_folder(root), SUFFIX) if path.name != FIGURES_FILE)


def _unexpected_inside(root: Path) -> Iterator[Path]:
    folders = [(rulings_folder(root) / kind, (SUFFIX, TEXT_SUFFIX)) for kind in KINDS]
    tables = (*TABLE_FILES, *WORD_LIST_FILES, KNOWN_NAMES_FILE)
    for folder, endings in [*folders, (rulings_folder(root) / TABLES, tables)]:
        if folder.exists() and not folder.is_dir():
            yield folder
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not path.name.startswith((".", "~")) and not path.name.endswith(tuple(endings)):
                yield path


def table_files(root: Path) -> Iterator[Path]:
    """Walk the tables that the workspace adds."""
    yield from _sorted_files(rulings_folder(root) / TABLES, SUFFIX)


def case_id(path: Path) -> CaseId:
    """The case that a file records; the name may still be unfit, which reading reports."""
    return CaseId(path.name.removesuffix(SUFFIX))


def relative(path: Path, root: Path) -> str:
    """A path as it is shown to people, the same on every system: ``criminal/lime-saken.yaml``."""
    folder = f"{rulings_folder(root).as_posix()}/"
    name = path.as_posix()
    if not name.startswith(folder):
        raise ValueError(name)
    return name.removeprefix(folder)


def _sorted_files(folder: Path, suffix: str) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.name.endswith(suffix) and path.name[0] != ".")
