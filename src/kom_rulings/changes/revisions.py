"""What has changed in the records about a day that an edition spoke of: added late, corrected, taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.changes.ledger import EditionEntry, Ledger, LedgerRuling
from kom_rulings.changes.regrouped import families, joined
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
    held, parts = _held(register, edition, now), families(register, edition, now)
    found = (
        AddedLate(
            case,
            _places(register, edition, case, held.late.get(case, set())),
            case not in edition.cases and case not in parts,
        )
        for case in now.cases
    )
    return [one for one in found if one.positions or one.whole_case]


def corrected(register: Register, edition: Ledger, now: Ledger) -> list[Corrected]:
    """The cases of which the edition said something else than the records of today; not those merged into others."""
    held, gone = _held(register, edition, now), {one.case for one in joined(register, edition)}
    found = (
        _revised(register, case, was, now.cases.get(case), held.gone.get(case, ()))
        for case, was in edition.cases.items()
        if case not in gone
    )
    return [one for one in found if one.now is None or one.figures or one.taken_out]


@dataclass(frozen=True)
class _Held:
    """The rulings held against each other: places of those that are new in a case, and those that a case lacks."""

    late: Mapping[CaseId, set[int]]
    gone: Mapping[CaseId, tuple[LedgerRuling, ...]]


def _held(register: Register, edition: Ledger, now: Ledger) -> _Held:
    """Rulings of cases that were merged or split are held against those of the whole family."""
    roots = families(register, edition, now)
    was, present = _by_family(edition, roots), _by_family(now, roots)
    late: dict[CaseId, set[int]] = {}
    gone: dict[CaseId, tuple[LedgerRuling, ...]] = {}
    for root in {**was, **present}:
        before, after = was.get(root, []), present.get(root, [])
        pairs = _pairs([one for *_, one in before], [one for *_, one in after])
        for n in pairs.unpaired_now:
            late.setdefault(after[n][0], set()).add(after[n][1])
        if after:
            gone[root] = tuple(before[n][2] for n in pairs.unpaired_was)
    return _Held(late, gone)


def _by_family(ledger: Ledger, roots: Mapping[CaseId, CaseId]) -> dict[CaseId, list[tuple[CaseId, int, LedgerRuling]]]:
    """The rulings of each family, with the case and the place that each stands at."""
    found: dict[CaseId, list[tuple[CaseId, int, LedgerRuling]]] = {}
    for case, entry in ledger.cases.items():
        family = found.setdefault(roots.get(case, case), [])
        family += [(case, n, ruling) for n, ruling in enumerate(entry.rulings)]
    return found


def _places(register: Register, edition: Ledger, case: CaseId, late: set[int]) -> tuple[int, ...]:
    places = positions_shown(register.by_id[case], edition.as_of)
    return tuple(place for n, place in enumerate(places) if n in late)


def _revised(
    register: Register, case: CaseId, was: EditionEntry, now: EditionEntry | None, gone: tuple[LedgerRuling, ...]
) -> Corrected:
    return Corrected(case, was, now, case not in register.by_id, gone if now else ())


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
