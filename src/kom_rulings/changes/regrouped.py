"""Cases that were renamed, merged or split since an edition: known again by the ids that the records keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kom_rulings.changes.ledger import EditionEntry, Ledger
from kom_rulings.names import CaseId
from kom_rulings.records import Register


@dataclass(frozen=True)
class Joined:
    """A case of the edition that has been merged into another one."""

    case: CaseId
    into: CaseId
    was: EditionEntry


@dataclass(frozen=True)
class Divided:
    """A case that was part of another one in the edition."""

    case: CaseId
    origin: CaseId


def with_new_names(edition: Ledger, register: Register, now: Ledger) -> Ledger:
    """The ledger with the names that cases bear today: by the ids that they had, else by a reference they share."""
    names = _renamed(edition, register)
    names.update(_known_by_reference(edition, register, now, set(names.values())))
    if not names:
        return edition
    cases = {names.get(case, case): entry for case, entry in edition.cases.items()}
    return edition.model_copy(update={"cases": dict(sorted(cases.items()))})


def joined(register: Register, edition: Ledger) -> list[Joined]:
    """The cases of the edition, by their names of today, that are part of another one now."""
    found = ((case, _successor(register, case), was) for case, was in edition.cases.items())
    return [Joined(case, into, was) for case, into, was in found if into is not None]


def divided(register: Register, edition: Ledger, now: Ledger) -> list[Divided]:
    """The cases of today that are not in the edition, because they were part of one that is."""
    found = ((case, _origin(register, case)) for case in now.cases if case not in edition.cases)
    return [Divided(case, origin) for case, origin in found if origin is not None and origin in edition.cases]


def families(register: Register, edition: Ledger, now: Ledger) -> Mapping[CaseId, CaseId]:
    """For every case merged or split, of the edition or of today, the one whose rulings are to be held against its."""
    parts = {one.case: one.origin for one in divided(register, edition, now)}
    parts |= {one.case: one.into for one in joined(register, edition)}
    return {case: _root(case, parts) for case in parts}


def _root(case: CaseId, parts: Mapping[CaseId, CaseId]) -> CaseId:
    seen = {case}
    while (outer := parts.get(case)) is not None and outer not in seen:
        seen.add(case := outer)
    return case


def _renamed(edition: Ledger, register: Register) -> dict[CaseId, CaseId]:
    """Old names and new; where several cases of the edition are one now, the first of them is the renamed one."""
    names: dict[CaseId, CaseId] = {}
    for case in edition.cases:
        new = _successor(register, case)
        if new is not None and new not in edition.cases and new not in names.values():
            names[case] = new
    return names


def _known_by_reference(
    edition: Ledger, register: Register, now: Ledger, taken: set[CaseId]
) -> Iterator[tuple[CaseId, CaseId]]:
    new: Mapping[CaseId, set[str]] = {
        case: _references(entry)
        for case, entry in now.cases.items()
        if case not in edition.cases and case not in taken and _origin(register, case) is None
    }
    for case, entry in edition.cases.items():
        if case not in register.by_id and _successor(register, case) is None:
            likely = [name for name, references in new.items() if references & _references(entry)]
            if len(likely) == 1:
                yield case, likely[0]


def _successor(register: Register, case: CaseId) -> CaseId | None:
    """The approved case that has had this id, where none has it now."""
    found = register.by_former_id.get(case)
    return found.id if found is not None and found.id in register.by_id and case not in register.by_id else None


def _origin(register: Register, case: CaseId) -> CaseId | None:
    """The case that this one was split from, by its name of today."""
    recorded = register.by_id.get(case)
    if recorded is None or recorded.split_from is None:
        return None
    origin = CaseId(recorded.split_from)
    return origin if origin in register.by_id else _successor(register, origin)


def _references(entry: EditionEntry) -> set[str]:
    return {reference for ruling in entry.rulings for reference in ruling.references}
