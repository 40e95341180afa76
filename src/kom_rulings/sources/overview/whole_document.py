"""An overview as a whole: whether a page is one, of which date, and in which language."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.pages.page import Block, Grid, SavedPage
from kom_rulings.sources.overview.columns import columns_of
from kom_rulings.sources.overview.dating import dates_in
from kom_rulings.sources.overview.own_lines import is_own_line
from kom_rulings.wording import Language

_TITLE = re.compile(
    r"(?:rettsavgjørels|rettsavgjerd|dommer|dommar|domfell|rulings|judgments|court decisions"
    r"|case law)\w*\b[^.]{0,60}\b(?:menneskehand(?:el|len)|human trafficking)|"
    r"menneskehandel\b[^.]{0,40}(?:oversikt|dommer|rettsavgjørelser)|(?:oversikt"
    r"|overview)\b[^.]{0,60}(?:menneskehandel|human trafficking)",
    re.IGNORECASE,
)
_KOM = re.compile(r"\bKOM\b|koordinerings?eininga|koordineringsenhet\w*|coordinating unit", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:oppdatert|à jour|ajour|per|pr\.?|as of|updated|sist endret|sist endra|status)\b", re.IGNORECASE
)
_HEAD: Final = 25
_ENGLISH = re.compile(r"\b(?:the|and|of|human trafficking|criminal cases)\b", re.IGNORECASE)
_NORWEGIAN = re.compile(r"\b(?:og|av|menneskehandel|straffesaker|frå|fra|som)\b", re.IGNORECASE)
_OTHER_SITES: Final = ("hudoc.echr.coe.int", "lovdata.no", "udiregelverk.no", "une.no", "domstol.no")


def recognises(page: SavedPage) -> bool:
    """Whether a page is an overview: its title says so and it is KOM's, or it holds the lines that we write."""
    if any(site in (page.address or "") for site in _OTHER_SITES):
        return False
    if any(isinstance(part, Block) and is_own_line(part) for part in page.parts):
        return True
    head = _head(page)
    titled = any(_TITLE.search(text) for text in (page.title, *head))
    whose = any(_KOM.search(text) for text in (*head, page.title, *page.metadata.values()))
    kinds = sum(
        bool(re.match(r"(?:\d\.? )?(?:straffesaker|utlendingssaker|criminal cases)", block.text, re.IGNORECASE))
        for block in page.blocks
    )
    table = any(isinstance(part, Grid) and columns_of(part.rows) is not None for part in page.parts)
    return titled and (whose or bool(kinds) or table)


def as_of_date(page: SavedPage) -> PartialDate | None:
    """The date that an overview gives of itself in its first lines."""
    for text in (*_head(page), page.metadata.get("subject", "")):
        found = dates_in(text) if _AS_OF.search(text) else []
        if found:
            return found[0].date
    return None


def language_of(page: SavedPage) -> Language:
    """The language of an overview; nynorsk is kept with bokmål."""
    text = " ".join(block.text for block in list(page.blocks)[:200])
    return "en" if len(_ENGLISH.findall(text)) > 2 * len(_NORWEGIAN.findall(text)) else "nb"


def _head(page: SavedPage) -> list[str]:
    return [block.text for block in page.blocks][:_HEAD]
