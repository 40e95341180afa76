"""Which source a saved page is of, and the functions that read the pages of each source."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kom_rulings.errors import PageNotRecognised
from kom_rulings.pages.page import SavedPage
from kom_rulings.records.case import Source
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Draft


@dataclass(frozen=True)
class PageReaders:
    """What a source offers: whether a page is of it, and what is understood of the page."""

    recognises: Callable[[SavedPage], bool]
    drafts: Callable[[SavedPage, Tables], list[Draft]]


#: In the order in which they are asked.
SOURCES: Final[tuple[Source, ...]] = ("hudoc", "lovdata", "une", "udiregelverk", "overview")


def readers() -> Mapping[Source, PageReaders]:
    """The functions of every source, in the order in which they are asked."""
    found: dict[Source, PageReaders] = {}
    for source in SOURCES:
        try:
            module = importlib.import_module(f"kom_rulings.sources.{source}")
        except ModuleNotFoundError:
            continue
        if not hasattr(module, "recognises"):
            continue
        found[source] = PageReaders(module.recognises, module.drafts)
    return found


def recognised(page: SavedPage, wanted: Source | None = None) -> Source:
    """The source of a page, which must be the one that is wanted, if any; else raises ``PageNotRecognised``."""
    for source, one in readers().items():
        if wanted in {None, source} and one.recognises(page):
            return source
    raise PageNotRecognised(file=page.file)


def drafts(page: SavedPage, source: Source, tables: Tables) -> list[Draft]:
    """What is understood of a page of a source."""
    return readers()[source].drafts(page, tables)
