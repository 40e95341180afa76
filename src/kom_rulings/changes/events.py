"""What happened in a tertial: rulings given, standing changed, legal force gained – from its first day to its last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kom_rulings.changes.ledger import CriminalEntry, EditionEntry, Ledger
from kom_rulings.counting import Force, existing_positions, exists_from, forces, status
from kom_rulings.dates import PartialDate
from kom_rulings.names import CaseId
from kom_rulings.records import Case, CriminalCase, Register


@dataclass(frozen=True)
class Given:
    """A ruling that exists now and did not before, by its place in the case.

    ``counts_from`` is the day from which it counts, where its own day is not known and may lie before the tertial.
    """

    case: CaseId
    position: int
    counts_from: dt.date | None = None


@dataclass(frozen=True)
class StandingChanged:
    """A case that is counted otherwise than before; one that is new, or has only become final, is told elsewhere."""

    case: CaseId
    before: EditionEntry
    after: EditionEntry


@dataclass(frozen=True)
class ForceGained:
    """A standing ruling, by its place in the case, that is final now and was not before."""

    case: CaseId
    position: int
    force: Force


def rulings_given(register: Register, before: dt.date, now: dt.date) -> list[Given]:
    """The rulings that exist now and did not before; one that has no date and can have none is not among them."""
    found = [(case, given) for case in register.cases for given in _given(case, before, now)]
    first = {case.id: exists_from(case.rulings)[given.position] for case, given in reversed(found)}
    return [given for _, given in sorted(found, key=lambda one: (str(first[one[0].id]), one[0].id, one[1].position))]


def standing_changed(before: Ledger, now: Ledger) -> list[StandingChanged]:
    """The cases that were counted before and are counted otherwise now."""
    return [
        StandingChanged(case, earlier, entry)
        for case, entry in now.cases.items()
        if (earlier := before.cases.get(case)) is not None and _otherwise(earlier, entry)
    ]


def force_gained(register: Register, before: dt.date, now: dt.date) -> list[ForceGained]:
    """The standing rulings that have gained legal force, in the order of the days."""
    found = [gained for case in register.criminal if (gained := _gained(case, before, now))]
    return sorted(found, key=lambda one: (one.force.day, one.case))


def _given(case: Case, before: dt.date, now: dt.date) -> Iterator[Given]:
    known = set(existing_positions(case.rulings, before))
    for position in existing_positions(case.rulings, now):
        if position not in known:
            yield Given(case.id, position, _counts_from(case, position, before))


def _counts_from(case: Case, position: int, before: dt.date) -> dt.date | None:
    date = case.rulings[position].date
    surely_later = isinstance(date, PartialDate) and date.first_day > before
    return None if surely_later else exists_from(case.rulings)[position]


def _otherwise(before: EditionEntry, now: EditionEntry) -> bool:
    """Whether figures differ, by more than that the same standing ruling has become final."""
    if isinstance(before, CriminalEntry) and isinstance(now, CriminalEntry) and not before.final:
        return before.figures != {**now.figures, "final": before.final}
    return before.figures != now.figures


def _gained(case: CriminalCase, before: dt.date, now: dt.date) -> ForceGained | None:
    standing, earlier = status(case, now).standing, status(case, before).standing
    if standing is None or not standing.final:
        return None
    if earlier is not None and earlier.final and earlier.position == standing.position:
        return None
    # Of two that give force on one day, one that tells how says more.
    force = min(forces(case.rulings, standing.position), key=lambda force: (force.day, force.how == "unknown"))
    return ForceGained(case.id, standing.position, force)
