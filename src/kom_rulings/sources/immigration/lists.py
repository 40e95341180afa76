"""Pages that list several decisions: one draft for each item that begins with a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.pages.page import Block
from kom_rulings.records.case import Instance, Kind, Source
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind as ReferenceKind
from kom_rulings.references import Reference, find_references
from kom_rulings.sources.draft import Draft, Understood
from kom_rulings.sources.immigration.courts import COURT_KINDS, court_of, kind_told
from kom_rulings.sources.immigration.exploitation import exploitation_in
from kom_rulings.sources.immigration.shared_facts import OF_TEXT, Identity, ruling_fields, short
from kom_rulings.sources.immigration.taken_apart import TakenApart
from kom_rulings.wording import N_

_SEVERAL: Final = 2
_LISTED: Final = N_("The page only lists the decision; what it says of it was not taken over.")
#: What may stand before the reference of an item: a bullet, a number, the sort of document.
_BEFORE: Final = re.compile(r"[\s•–—*.\d)-]*(?:(?:dom|kjennelse|UNE|vedtak|se)[:,]? ?)?", re.IGNORECASE)


def listed_drafts(source: Source, page: TakenApart, tables: Tables) -> list[Draft]:
    """A draft for each decision that a page lists; empty where it lists fewer than two."""
    items = list(_items(page))
    if len({reference for reference, _ in items}) < _SEVERAL:
        return []
    found = {reference: _draft(source, reference, block, tables) for reference, block in reversed(items)}
    return list(reversed(found.values()))


def _items(page: TakenApart) -> Iterator[tuple[Reference, Block]]:
    """The items of lists that begin with a reference, also one that is written loosely: “Rt 2006-111”."""
    for block in page.listed:
        start = _BEFORE.match(block.text)
        begins = start.end() if start else 0
        for found in find_references(block.text, typed=True)[:1]:
            whole = found.reference.kind in COURT_KINDS or found.reference.kind is ReferenceKind.UNE_PRACTICE
            if whole and found.start <= begins:
                yield found.reference, block


def _draft(source: Source, reference: Reference, block: Block, tables: Tables) -> Draft:
    of_board = reference.kind is ReferenceKind.UNE_PRACTICE
    court, instance = _court(reference, tables)
    told = kind_told(block.text)
    kind: Kind = "immigration" if of_board or told == "immigration" else "criminal"
    identity = Identity(source, reference, short(block.text), court, instance, None)
    return Draft(
        source=source,
        kind=kind,
        title=str(reference),
        references=(str(reference),),
        fields=(*_exploitation(block), *ruling_fields(identity)),
        text_reference="",
        left_over=(short(block.text),),
        remarks=(_LISTED,),
    )


def _court(reference: Reference, tables: Tables) -> tuple[str | None, Instance]:
    if reference.kind is ReferenceKind.UNE_PRACTICE:
        return "Utlendingsnemnda", "une"
    return court_of(reference, tables)


def _exploitation(block: Block) -> Iterator[Understood]:
    told = exploitation_in(block.text)
    if told:
        yield Understood(("exploitation",), [one.form for one in told], ", ".join(one.said for one in told), OF_TEXT)
