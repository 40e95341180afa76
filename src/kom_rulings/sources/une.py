"""Pages of the practice base of the Immigration Appeals Board (UNE), which are its own summaries of its decisions.

A page that tells of no single decision – a practice note, a search, a description of routines – gives no draft.
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
from kom_rulings.sources.immigration.decision_dates import date_in, date_of_address
from kom_rulings.sources.immigration.drafting import ImmigrationDraft
from kom_rulings.sources.immigration.lists import listed_drafts
from kom_rulings.sources.immigration.shared_facts import OF_ADDRESS, Identity
from kom_rulings.sources.immigration.sites import is_of_une
from kom_rulings.sources.immigration.taken_apart import TakenApart, take_apart
from kom_rulings.wording import N_

_BOARD: Final = "Utlendingsnemnda"
_NO_DECISION: Final = re.compile(
    r"praksisnotat|landnotat|landinformasjon|rutinebeskrivelse|rutineskildring|retningslinje|temanotat|rundskriv|veileder|"
    r"rettleiar|årsrapport|prosedyre",
    re.IGNORECASE,
)
_SUMMARY: Final = re.compile(r"Sam(?:men|an)drag\s*:\s*", re.IGNORECASE)
_OWN_SUMMARY: Final = N_("The text is UNE's own summary of the decision, not the decision itself.")


def recognises(page: SavedPage) -> bool:
    """Whether a page is of une.no."""
    return is_of_une(page)


def drafts(page: SavedPage, tables: Tables) -> list[Draft]:
    """The decision that a page tells of, or the decisions that it lists."""
    apart = take_apart(page)
    reference, said = next(_references(page, apart), (None, ""))
    if reference is None and (listed := listed_drafts("une", apart, tables)):
        return listed
    if not _tells_of_a_decision(apart, reference):
        return []
    date, date_said, guess = _date(page, apart)
    identity = Identity("une", reference, said or "UNE", _BOARD, "une", date, date_said, guess)
    return [ImmigrationDraft(apart, identity, tables).draft((_OWN_SUMMARY,))]


def _references(page: SavedPage, apart: TakenApart) -> Iterator[tuple[Reference, str]]:
    """The number of the decision: of a label, of the heading, or of the address, where it is in small letters."""
    labels = [(one.value, one.said) for one in apart.labels.all("id", "case_number")]
    address = (page.address or "").rstrip("/").rpartition("/")[2]
    for text, said in (
        *labels,
        (apart.heading, apart.heading),
        (page.title, page.title),
        (address.upper(), page.address),
    ):
        for found in find_references(text):
            if found.reference.kind is Kind.UNE_PRACTICE:
                yield found.reference, said or ""


def _date(page: SavedPage, apart: TakenApart) -> tuple[PartialDate | None, str, str]:
    """The date of a label, as exact as it is; else the month under which the page lies, which is a guess."""
    for label in apart.labels.all("date"):
        if date := date_in(label.value):
            return date, label.said, ""
    date = date_of_address(page.address or "")
    return date, (page.address or "") if date else "", OF_ADDRESS if date else ""


def _tells_of_a_decision(apart: TakenApart, reference: Reference | None) -> bool:
    kind = apart.labels.first("document_type")
    if _NO_DECISION.search(f"{kind.value if kind else ''} {apart.heading} {apart.collection}"):
        return False
    labels = apart.labels
    told = labels.first("outcome") or (labels.first("date") and labels.first("country"))
    return bool(reference or told or _SUMMARY.match(apart.heading))
