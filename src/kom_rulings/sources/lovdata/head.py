"""What the metadata of a ruling at Lovdata tell: its references, court, day and kind, and the chain it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from kom_rulings.dates import PartialDate
from kom_rulings.pages.page import SavedPage
from kom_rulings.records.case import Instance, Kind
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind as Series
from kom_rulings.references import Reference, find_references
from kom_rulings.sources.immigration.courts import court_of
from kom_rulings.sources.immigration.courts import kind_told as kind_by_words
from kom_rulings.sources.immigration.decision_dates import date_in
from kom_rulings.sources.lovdata.chain import DASHES, ChainLink, chain_in
from kom_rulings.sources.lovdata.court_names import court_named
from kom_rulings.sources.lovdata.kinds import kind_told
from kom_rulings.sources.lovdata.labels import Labelled
from kom_rulings.wording import N_

FROM_ADDRESS: Final = N_("from the collection that the address of the page names")
FROM_WORDS: Final = N_("from the words of the metadata")
#: Series whose name says that a ruling is a criminal one, as Lovdata's collections do: HRSTR, LBSTR, TRSTR.
_COLLECTION: Final = re.compile(r"/(?:HR|L[ABEFGH]|TR)(STR|SIV)/", re.IGNORECASE)
_OF_A_RULING: Final = frozenset(
    {Series.SUPREME_COURT, Series.RETSTIDENDE, Series.RETTENS_GANG, Series.COURT_OF_APPEAL, Series.DISTRICT_COURT}
)


@dataclass(frozen=True)
class Head:
    """The ruling of the page and its chain; ``at`` is the place of the ruling in the chain.

    ``kind_guess`` is a catalogue message that tells what the kind of the case was concluded from, empty where it is
    said.
    """

    references: tuple[Reference, ...]
    date: PartialDate | None
    chain: tuple[ChainLink, ...]
    at: int
    kind: Kind
    kind_guess: str

    @property
    def own(self) -> ChainLink:
        """The ruling of the page."""
        return self.chain[self.at]


def read_head(page: SavedPage, found: Labelled, tables: Tables) -> Head:
    """The head of a page; what it does not tell stays unknown."""
    references = tuple(_own_references(page, found))
    date = date_in(found["date"].translate(DASHES))
    own = _own_link(found, references, date, tables)
    chain, at = _joined(chain_in(found["chain"], tables), own)
    kind, guess = _kind(page, found)
    return Head(references, date, tuple(chain), at, kind, guess)


def _own_references(page: SavedPage, found: Labelled) -> Iterator[Reference]:
    """Those under “Publisert”, else the one in the title, else the one in the address."""
    last_step = urlsplit(page.address or "").path.rstrip("/").rpartition("/")[2].upper()
    for text in (found["published"], page.title, last_step):
        references = [one.reference for one in find_references(text) if one.reference.kind in _OF_A_RULING]
        if references:
            yield from dict.fromkeys(references)
            return


def _own_link(found: Labelled, references: Sequence[Reference], date: PartialDate | None, tables: Tables) -> ChainLink:
    written = re.split(r"\s[-–—]\s|\.\s*$|,", found["court"].strip())[0].strip()
    by_code = next((court_of(one, tables) for one in references), (None, "unknown"))
    known, named = tables.court(written), court_named(written, tables)
    instance: Instance = (
        by_code[1]
        if by_code[1] != "unknown"
        else known.instances[0]
        if known
        else named.instance
        if named
        else "unknown"
    )
    name = known.name.nb if known else written or by_code[0] or "unknown"
    if instance == "ankeutvalg" and by_code[0]:
        name = by_code[0]
    guessed = known is None and by_code[1] == "unknown"
    return ChainLink(name, instance, tuple(map(str, references)), str(date) if date else None, guessed)


def _joined(chain: Sequence[ChainLink], own: ChainLink) -> tuple[list[ChainLink], int]:
    """The chain with the ruling of the page in its place: the one that shares a reference, else at the end."""
    links = list(chain)
    for n, link in enumerate(links):
        if set(link.references) & set(own.references):
            merged = tuple(dict.fromkeys((*own.references, *link.references)))
            links[n] = replace(own, references=merged, date=own.date or link.date)
            return links, n
    same_court = [n for n, link in enumerate(links) if link.court == own.court and not link.references]
    if same_court:
        links[same_court[-1]] = own
        return links, same_court[-1]
    return [*links, own], len(links)


def _kind(page: SavedPage, found: Labelled) -> tuple[Kind, str]:
    """Criminal or immigration: as the chain and the parties say, else as the collection or the words tell."""
    said, _ = kind_told(f"{found['chain']} {found['parties']}")
    if said:
        return said, ""
    collection = _COLLECTION.search(page.address or "")
    words = kind_by_words(" ".join((found["keywords"], found["summary"], found["parties"])))
    if collection and collection[1].upper() == "STR":
        return "criminal", FROM_ADDRESS
    if collection:
        return "immigration", FROM_ADDRESS
    return ("immigration" if words == "immigration" else "criminal"), FROM_WORDS
