"""Pages in the structure of each site, each with what must be understood of it beside it; a new pair is a new test."""

from __future__ import annotations

from pathlib import Path

import pytest

from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.reading import page_of
from kom_rulings.records.case import Source
from kom_rulings.records.tables import Tables
from kom_rulings.sources.recognising import readers, recognised
from sources.rendering import rendered
from sources.word_files import docx_from

HERE = Path(__file__).parent
ENDINGS = (".windows-1252.html", ".docx.txt", ".html")
PAGES = sorted(path for path in HERE.glob("*/*") if path.name.endswith(ENDINGS) and path.parent.name in readers())
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(HERE).as_posix())


def page_at(path: Path) -> SavedPage:
    """The page as a user saved it; in git it is readable text."""
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(".docx.txt"):
        return page_of(docx_from(text), path.name.removesuffix(".txt"))
    return page_of(text.encode("windows-1252" if ".windows-1252." in path.name else "utf-8"), path.name)


def source_of(path: Path) -> Source:
    return next(source for source in readers() if source == path.parent.name)


def golden_of(path: Path) -> Path:
    ending = next(one for one in ENDINGS if path.name.endswith(one))
    return path.with_name(f"{path.name.removesuffix(ending)}.expected.txt")


@each_page
def test_what_is_understood_of_a_page_is_what_its_golden_file_says(
    path: Path, tables: Tables, request: pytest.FixtureRequest
) -> None:
    text = rendered(readers()[source_of(path)].drafts(page_at(path), tables))
    golden = golden_of(path)
    if request.config.getoption("--snapshot-update"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), f"{golden.name} differs; --snapshot-update writes it anew"


@each_page
def test_a_page_is_recognised_by_its_own_source_and_by_no_other(path: Path) -> None:
    page = page_at(path)
    assert [source for source, one in readers().items() if one.recognises(page)] == [path.parent.name]
    assert recognised(page) == path.parent.name
