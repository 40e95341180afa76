"""Pages of udiregelverk.no, the collection of sources of law of the Directorate of Immigration (UDI).

Judgments and decisions give a draft, also judgments in criminal cases; circulars, guidelines and practice notes are no
decisions and give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.pages.page import SavedPage
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind, Reference, find_references
from kom_rulings.sources.draft import Draft
from kom_rulings.sources.immigration.courts import COURT_KINDS, court_of, kind_told
from kom_rulings.sources.immigration.criminal import criminal_draft
from kom_rulings.sources.immigration.decision_dates import date_in
from kom_rulings.sources.immigration.drafting import ImmigrationDraft
from kom_rulings.sources.immigration.lists import listed_drafts
from kom_rulings.sources.immigration.shared_facts import Identity
from kom_rulings.sources.immigration.sites import is_of_udiregelverk
from kom_rulings.sources.immigration.taken_apart import TakenApart, take_apart

_UNE_DECISION: Final = re.compile(
    r"^UNE[ -]?\d|UNE-(?:avgjørelse|vedtak)|avgjørelser fra UNE|vedtak frå UNE", re.IGNORECASE
)
_UDI_DECISION: Final = re.compile(r"UDI-?(?:avgjørelse|vedtak)|vedtak fra UDI", re.IGNORECASE)
_OPENING: Final = 3


def recognises(page: SavedPage) -> bool:
    """Whether a page is of udiregelverk.no."""
    return is_of_udiregelverk(page)


def drafts(page: SavedPage, tables: Tables) -> list[Draft]:
    """The decision that a page holds or tells of, or the decisions that it lists."""
    apart = take_apart(page)
    reference, said = next(_references(page, apart), (None, ""))
    date, date_said = _date(apart)
    if reference is not None and reference.kind in COURT_KINDS:
        court, instance = court_of(reference, tables)
        identity = Identity("udiregelverk", reference, said, court, instance, date, date_said)
        criminal = kind_told(_opening(apart)) == "criminal"
        return [criminal_draft(apart, identity) if criminal else ImmigrationDraft(apart, identity, tables).draft()]
    sort = " ".join(one.value for one in apart.labels.all("id", "document_type"))
    if reference is not None or _UNE_DECISION.search(f"{sort}\n{apart.collection}"):
        identity = Identity("udiregelverk", reference, said or sort, "Utlendingsnemnda", "une", date, date_said)
        return [ImmigrationDraft(apart, identity, tables).draft()]
    if _UDI_DECISION.search(f"{sort}\n{apart.collection}"):
        identity = Identity("udiregelverk", None, sort, "Utlendingsdirektoratet", "udi", date, date_said)
        return [ImmigrationDraft(apart, identity, tables).draft()]
    return [] if apart.labels.first("id") else listed_drafts("udiregelverk", apart, tables)


def _references(page: SavedPage, apart: TakenApart) -> Iterator[tuple[Reference, str]]:
    """The reference of a label; only where there is none, that of the address or of the heading."""
    ids = apart.labels.all("id")
    address = (page.address or "").rstrip("/").rpartition("/")[2]
    for text, said in (*((one.value, one.said) for one in ids), *(() if ids else ((address, page.address or ""),))):
        for found in find_references(text, typed=True):
            if found.reference.kind in COURT_KINDS or found.reference.kind is Kind.UNE_PRACTICE:
                yield found.reference, said


def _date(apart: TakenApart) -> tuple[PartialDate | None, str]:
    for label in apart.labels.all("date"):
        if date := date_in(label.value):
            return date, label.said
    return None, ""


def _opening(apart: TakenApart) -> str:
    """Heading, keywords and the first paragraphs, which tell the kind of case."""
    keywords = [one.value for one in apart.labels.all("keywords", "matter", "provisions")]
    return "\n".join([apart.heading, *keywords, *(one.text for one in apart.passages[:_OPENING])])
