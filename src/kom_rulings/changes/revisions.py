"""What has changed in the records about a day that an edition spoke of: added late, corrected, taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.changes.ledger import EditionEntry, Ledger, LedgerRuling
from kom_rulings.names import CaseId
from kom_rulings.records import Register
from kom_rulings.standing import positions_shown


@dataclass(frozen=True)
class AddedLate:
    """A case, or rulings of a case by their places in it, that existed on the day and were not in the edition."""

    case: CaseId
    positions: tuple[int, ...]
    whole_case: bool


@dataclass(frozen=True)
class Figure:
    """A figure of a case: what the edition said, and what the records say of the same day now."""

    name: str
    was: object
    now: object


@dataclass(frozen=True)
class Corrected:
    """A case of which an edition said something else than the records say now.

    ``now`` is ``None`` where the case is no longer counted on that day; ``removed`` tells that it has left the records
    altogether. ``taken_out`` are the rulings that the edition had and the records have no longer.
    """

    case: CaseId
    was: EditionEntry
    now: EditionEntry | None
    removed: bool
    taken_out: tuple[LedgerRuling, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that differ, where the case is still counted; of a case of another kind that alone."""
        if self.now is None:
            return ()
        was, now = self.was.figures, self.now.figures
        names = ["kind"] if self.was.kind != self.now.kind else list(was)
        return tuple(Figure(name, was[name], now[name]) for name in names if was[name] != now[name])


def added_late(register: Register, edition: Ledger, now: Ledger) -> list[AddedLate]:
    """What existed on the day of the edition, by the records of today, and was not in it."""
    return [
        AddedLate(case, positions, case not in edition.cases)
        for case, entry in now.cases.items()
        if (positions := _late_positions(register, edition, case, entry)) or case not in edition.cases
    ]


def corrected(register: Register, edition: Ledger, now: Ledger) -> list[Corrected]:
    """The cases of which the edition said something else than the records of today."""
    found = (_revised(register, case, was, now.cases.get(case)) for case, was in edition.cases.items())
    return [one for one in found if one.now is None or one.figures or one.taken_out]


def with_new_names(edition: Ledger, register: Register, now: Ledger) -> Ledger:
    """The ledger with the names that cases bear today, where a file was renamed: known by a reference they share."""
    names = dict(_renamed(edition, register, now))
    if not names:
        return edition
    cases = {names.get(case, case): entry for case, entry in edition.cases.items()}
    return edition.model_copy(update={"cases": dict(sorted(cases.items()))})


def _renamed(edition: Ledger, register: Register, now: Ledger) -> Iterator[tuple[CaseId, CaseId]]:
    new: Mapping[CaseId, set[str]] = {
        case: _references(entry) for case, entry in now.cases.items() if case not in edition.cases
    }
    for case, entry in edition.cases.items():
        if case not in register.by_id:
            likely = [name for name, references in new.items() if references & _references(entry)]
            if len(likely) == 1:
                yield case, likely[0]


def _references(entry: EditionEntry) -> set[str]:
    return {reference for ruling in entry.rulings for reference in ruling.references}


def _late_positions(register: Register, edition: Ledger, case: CaseId, entry: EditionEntry) -> tuple[int, ...]:
    was = edition.cases[case].rulings if case in edition.cases else ()
    late = set(_pairs(was, entry.rulings).unpaired_now)
    places = positions_shown(register.by_id[case], edition.as_of)
    return tuple(place for n, place in enumerate(places) if n in late)


def _revised(register: Register, case: CaseId, was: EditionEntry, now: EditionEntry | None) -> Corrected:
    left = _pairs(was.rulings, now.rulings).unpaired_was if now else ()
    return Corrected(case, was, now, case not in register.by_id, tuple(was.rulings[n] for n in left))


@dataclass(frozen=True)
class _Pairs:
    """The places of the rulings that have no counterpart, in the edition and now."""

    unpaired_was: tuple[int, ...]
    unpaired_now: tuple[int, ...]


def _pairs(was: Sequence[LedgerRuling], now: Sequence[LedgerRuling]) -> _Pairs:
    """Pair the rulings that are the same: first those that share a reference, then those alike in court and date."""
    left_was, left_now = list(range(len(was))), list(range(len(now)))
    for same in (_share_a_reference, _alike):
        for n in tuple(left_was):
            other = next((m for m in left_now if same(was[n], now[m])), None)
            if other is not None:
                left_was.remove(n)
                left_now.remove(other)
    return _Pairs(tuple(left_was), tuple(left_now))


def _share_a_reference(one: LedgerRuling, other: LedgerRuling) -> bool:
    return bool(set(one.references) & set(other.references))


def _alike(one: LedgerRuling, other: LedgerRuling) -> bool:
    """Of one level of court, and of dates that may be the same; without a date references must not tell them apart."""
    if one.instance != other.instance and "unknown" not in (one.instance, other.instance):
        return False
    if one.when is not None and other.when is not None:
        return one.when.may_be(other.when)
    return not (one.references and other.references)
