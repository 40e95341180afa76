"""Which site a page was saved from: by its address, by what it calls itself, or by the labels that stand on it."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.pages.page import SavedPage
from kom_rulings.references import Kind, find_references
from kom_rulings.sources.immigration.labels import labelled

_UNE: Final = re.compile(r"(?:^|[/.])une\.no(?![\w.-])", re.IGNORECASE)
_UDIREGELVERK: Final = re.compile(r"(?:^|[/.])udiregelverk\.no(?![\w.-])", re.IGNORECASE)
_CALLED_UNE: Final = re.compile(r"(?:^|[|–»:•-] ?)(?:UNE|Utlendingsnemnda)(?: \(UNE\))?(?:\.no)?$", re.IGNORECASE)
_CALLED_UDIREGELVERK: Final = re.compile(r"(?:^|[|–»:•-] ?)(?:UDI ?regelverk|udiregelverk)(?:\.no)?\b", re.IGNORECASE)
_SITE_NAMES: Final = ("og:site_name", "application-name", "dc.publisher", "author")
_SUMMARY: Final = re.compile(r"Sam(?:men|an)drag ?: ?\S")


def is_of_udiregelverk(page: SavedPage) -> bool:
    """Whether a page is of udiregelverk.no."""
    if page.form != "html":
        return False
    if page.address:
        return bool(_UDIREGELVERK.search(page.address))
    if any(_CALLED_UDIREGELVERK.search(name) for name in _called(page)):
        return True
    found = labelled(page.parts)
    return bool(found.first("id") and found.first("date")) and not is_of_une(page)


def is_of_une(page: SavedPage) -> bool:
    """Whether a page is of the Immigration Appeals Board."""
    if page.form != "html":
        return False
    if page.address:
        return bool(_UNE.search(page.address))
    called = _called(page)
    if any(_CALLED_UDIREGELVERK.search(name) for name in called):
        return False
    return _has_number(page) or (any(_CALLED_UNE.search(name) for name in called) and _has_structure(page))


def _called(page: SavedPage) -> list[str]:
    """What a page calls its site."""
    names = (page.title, *(page.metadata.get(name, "") for name in _SITE_NAMES))
    return [name.strip() for name in names if name.strip()]


def _has_number(page: SavedPage) -> bool:
    """Whether a label gives a number of the practice base."""
    ids = labelled(page.parts).all("id", "case_number")
    return any(one.reference.kind is Kind.UNE_PRACTICE for label in ids for one in find_references(label.value))


def _has_structure(page: SavedPage) -> bool:
    found = labelled(page.parts)
    facts = found.all("id", "date", "country", "outcome", "matter", "keywords")
    return bool(facts) or any(block.level and _SUMMARY.match(block.text) for block in page.blocks)
