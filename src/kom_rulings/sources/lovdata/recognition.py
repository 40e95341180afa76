"""Whether a saved page is a ruling at Lovdata: by its address, by its title, or by the labels above the ruling."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.pages.page import SavedPage
from kom_rulings.sources.lovdata.labels import labelled

_ADDRESS: Final = re.compile(r"^https?://(?:[\w-]+\.)?lovdata\.no(?:[/:]|$)", re.IGNORECASE)
_RULING: Final = re.compile(r"/(?:avgjorelse|avgjorelser|pro)\b|/dokument/(?:HR|RT|RG|L[ABEFGH]|T)", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:^|[–|-] ?)Lovdata(?: Pro)?\s*$", re.IGNORECASE)
#: Labels that together are on no other page.
_TELLING: Final = frozenset({"court", "published", "chain", "keywords", "summary", "parties"})
_ENOUGH: Final = 3


def recognises(page: SavedPage) -> bool:
    """Whether the page is a ruling at Lovdata; laws and other documents there are none."""
    if page.form != "html":
        return False
    if page.address:
        return bool(_ADDRESS.search(page.address)) and (bool(_RULING.search(page.address)) or _has_labels(page))
    return _has_labels(page) and (bool(_TITLE.search(page.title)) or not page.title or _has_body(page))


def _has_labels(page: SavedPage) -> bool:
    found = labelled(page).values.keys()
    return "court" in found and len(found & _TELLING) >= _ENOUGH


def _has_body(page: SavedPage) -> bool:
    return any("#documentBody".lower() in (name.lower() for name in block.inside) for block in page.blocks)
