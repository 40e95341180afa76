"""Pages on their way in: each read, its source known, and what it tells of as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kom_rulings.dates import PartialDate
from kom_rulings.errors import KomRulingsError
from kom_rulings.importing.origin import Origin
from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.reading import read_page
from kom_rulings.records.case import Source
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Draft
from kom_rulings.sources.recognising import drafts, recognised


@dataclass(frozen=True)
class Known:
    """What the person who imports knows of the pages and the pages do not tell."""

    source: Source | None = None
    address: str | None = None
    retrieved: PartialDate | None = None


@dataclass(frozen=True)
class ReadPage:
    """A page that was read, where it came from, and the cases that it tells of."""

    page: SavedPage
    origin: Origin
    drafts: Sequence[Draft]


def read_pages(files: Iterable[Path], known: Known, tables: Tables) -> tuple[list[ReadPage], list[KomRulingsError]]:
    """Read every page, each once however often it is named, and collect what went wrong with the others."""
    pages: dict[str, ReadPage] = {}
    errors: list[KomRulingsError] = []
    for file in files:
        try:
            page = read_page(file)
            if page.sha256 not in pages:
                pages[page.sha256] = _read(page, known, tables)
        except KomRulingsError as error:
            errors.append(error)
    return list(pages.values()), errors


def _read(page: SavedPage, known: Known, tables: Tables) -> ReadPage:
    source = known.source or recognised(page)
    retrieved = known.retrieved or page.retrieved
    origin = Origin(
        source=source,
        page=page.file,
        sha256=page.sha256,
        address=known.address or page.address,
        retrieved=str(retrieved) if retrieved else "unknown",
    )
    return ReadPage(page, origin, drafts(page, source, tables))
