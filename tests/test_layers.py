"""Imports go one way: a module imports lower levels or its own folder, and a heavy library has one importer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "kom_rulings"

#: The levels, lowest first, as the docstring of the package draws them.
LEVELS = (
    ("wording", "errors", "names", "dates", "references", "privacy_codes", "problem_codes", "problems", "settings"),
    ("files",),
    ("records", "labels", "formats", "describing"),
    ("counting", "sentences"),
    ("checks", "standing", "privacy"),
    ("tables",),
    ("tallies", "index", "documents"),
    ("changes", "pages"),
    ("sources",),
    ("overview", "importing", "editing"),
    ("workspace",),
    ("leak_check",),
    ("exports", "search_session"),
    ("releases",),
    ("cli", "__main__"),
)
LEVEL_OF = {name: n for n, names in enumerate(LEVELS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))

ONE_IMPORTER = {
    "babel": {"formats.py", "wording.py"},  # wording only where the catalogue was not compiled
    "bs4": {"pages/markup.py"},
    "click": {"cli"},
    "docx": {"documents/word"},
    "filelock": {"index/refresh.py"},
    "lxml": {"documents/accessibility/package.py"},
    "markdown_it": {"overview/prose.py"},
    "pypdf": {"documents/pdf_structure.py"},
    "rich": {"cli"},
    "ruamel": {"files/styling.py", "files/writing.py"},
    "rapidfuzz": {"index/spelling.py"},
    "simplemma": {"index/lemmas.py"},
    "stdnum": {"privacy"},
    "sqlite3": {"index/catalogue.py"},
    "subprocess": {"documents/pdf.py"},
    "whoosh": {"index/whoosh_engine.py"},
    "xlsxwriter": {"documents/word/charts.py", "documents/workbook.py"},
    "yaml": {"files/layout.py", "files/reading.py", "files/yaml_text.py"},
    "pydantic": {"records", "tallies/published.py", "changes/ledger.py", "changes/editions.py"},
    "pydantic_core": {"records"},
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def area(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_lower_levels_or_its_own_folder(path: Path) -> None:
    own = area(path)
    if own == "__init__":
        return
    for module in imports(path):
        if module.startswith("kom_rulings."):
            other = module.split(".")[1]
            assert other == own or LEVEL_OF[other] <= LEVEL_OF[own], f"{own} imports {other}"


def test_every_module_has_a_level() -> None:
    assert {area(path) for path in MODULES} - {"__init__"} == set(LEVEL_OF)


@pytest.mark.parametrize(("library", "allowed"), ONE_IMPORTER.items())
def test_a_heavy_library_has_one_importer(library: str, allowed: set[str]) -> None:
    for path in MODULES:
        name = path.relative_to(PACKAGE).as_posix()
        if any(module.split(".")[0] == library for module in imports(path)):
            assert any(name == one or name.startswith(f"{one}/") for one in allowed), f"{name} imports {library}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "a module says what it is"
    assert docstring.splitlines()[0].rstrip().endswith((".", ":")), docstring.splitlines()[0]


def test_case_files_are_changed_by_one_module_only() -> None:
    users = [path.name for path in MODULES if "kom_rulings.files.replacing" in set(imports(path))]
    derived = {"leaks.py", "placing.py", "publishing.py", "stamp.py"}
    assert set(users) - derived == {"moving.py", "starting.py", "writing.py"}
