"""Which case on record a draft speaks of: by any spelling of a reference, or by the page that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kom_rulings.names import CaseId
from kom_rulings.records import Case, Register
from kom_rulings.references import NotAReference, Reference
from kom_rulings.sources.draft import Draft


def matches(draft: Draft, sha256: str, register: Register) -> list[Case]:
    """The cases, drafts among them, that a draft may be; several where its references belong to several."""
    everything = register.with_drafts
    found = {
        case.id: case
        for reference in read_references(draft.references)
        if (case := everything.by_reference.get(reference)) is not None
    }
    return list(found.values()) if found or draft.references else list(_from_page(draft, sha256, everything))


def near_matches(draft: Draft, register: Register) -> list[tuple[Reference, CaseId]]:
    """Recorded references of the same number but another last part, which may or may not be the same ruling."""
    everything = register.with_drafts
    return [
        (near, everything.by_reference[near].id)
        for reference in read_references(draft.references)
        for near in everything.nearest_to(reference)
        if near != reference
    ]


def read_references(texts: Iterable[str]) -> Iterator[Reference]:
    """Those of the texts that are references."""
    for text in texts:
        try:
            yield Reference.parse(text)
        except NotAReference:
            continue


def _from_page(draft: Draft, sha256: str, register: Register) -> Iterator[Case]:
    """Cases without a reference that were imported from this very page."""
    for case in register.cases:
        same_page = any(one.sha256 == sha256 for one in case.provenance)
        if same_page and case.kind == draft.kind and not case.references:
            yield case
