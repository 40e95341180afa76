"""Which source a saved page is of, and the functions that read the pages of each source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kom_rulings.errors import PageNotRecognised
from kom_rulings.pages.page import SavedPage
from kom_rulings.records.case import Source
from kom_rulings.records.tables import Tables
from kom_rulings.sources import hudoc, lovdata, overview, udiregelverk, une
from kom_rulings.sources.draft import Draft


@dataclass(frozen=True)
class PageReaders:
    """What a source offers: whether a page is of it, and what is understood of the page."""

    recognises: Callable[[SavedPage], bool]
    drafts: Callable[[SavedPage, Tables], list[Draft]]


def readers() -> Mapping[Source, PageReaders]:
    """The functions of every source, in the order in which they are asked."""
    return {
        "hudoc": PageReaders(hudoc.recognises, hudoc.drafts),
        "lovdata": PageReaders(lovdata.recognises, lovdata.drafts),
        "une": PageReaders(une.recognises, une.drafts),
        "udiregelverk": PageReaders(udiregelverk.recognises, udiregelverk.drafts),
        "overview": PageReaders(overview.recognises, overview.drafts),
    }


def recognised(page: SavedPage, wanted: Source | None = None) -> Source:
    """The source of a page, which must be the one that is wanted, if any; else raises ``PageNotRecognised``."""
    for source, one in readers().items():
        if wanted in {None, source} and one.recognises(page):
            return source
    raise PageNotRecognised(file=page.file)


def drafts(page: SavedPage, source: Source, tables: Tables) -> list[Draft]:
    """What is understood of a page of a source."""
    return readers()[source].drafts(page, tables)
