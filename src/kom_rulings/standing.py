"""The cases that an overview shows on a date to an audience, and how each stands then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.counting import Status, existing_positions, exists_from, may_exist, status
from kom_rulings.dates import PartialDate
from kom_rulings.records import Case, CriminalCase, CriminalRuling, Register, Ruling
from kom_rulings.records.case import Visibility

Audience = Literal["public", "partner", "internal"]

_SHOWN: Final = {
    "public": frozenset({"public"}),
    "partner": frozenset({"public", "partner"}),
    "internal": frozenset({"public", "partner", "internal"}),
}


@dataclass(frozen=True)
class Shown:
    """A case as of a date: the rulings that exist, or may exist where it cannot be dated, and how it is counted.

    ``complete`` tells that nothing is recorded of later days; only then does the summary, which tells the whole
    case, speak of no more than is known on the date.
    """

    case: Case
    rulings: tuple[Ruling, ...]
    status: Status | None
    complete: bool

    @property
    def year(self) -> int | None:
        """The year that the case stands under: that of the standing ruling, or of the latest one."""
        if self.status is not None and self.status.standing is not None:
            return self.status.standing.year
        if self.status is not None and self.status.state == "not_counted":
            return None
        dates = self._dates
        return dates[-1].year if dates else None

    @property
    def latest(self) -> dt.date:
        """The day from which the latest dated ruling counts, for putting cases in order; the first day of all else."""
        return max((date.last_day for date in self._dates), default=dt.date.min)

    @property
    def _dates(self) -> list[PartialDate]:
        return [ruling.date for ruling in self.rulings if isinstance(ruling.date, PartialDate)]


def may_see(case: Case, audience: Audience) -> bool:
    """Whether a case is shown to an audience; of a restricted one nothing is shown but its count (§ 130)."""
    return case.restriction is None and is_for(case.visibility, audience)


def is_for(visibility: Visibility, audience: Audience) -> bool:
    """Whether what is marked so is shown to an audience."""
    return visibility in _SHOWN[audience]


def shown_cases(register: Register, as_of: dt.date, audience: Audience) -> list[Shown]:
    """The cases to show, in stable order: those with a ruling by the date, and those that have none with a date."""
    shown = [_shown(case, as_of) for case in register.cases if may_see(case, audience)]
    return [one for one in shown if one.rulings]


def by_year(cases: Iterable[Shown]) -> dict[int | None, list[Shown]]:
    """Cases by year, the newest first, those of unknown year last; within a year the latest first."""
    found: dict[int | None, list[Shown]] = {}
    for one in sorted(cases, key=lambda one: (-(one.year or 0), -one.latest.toordinal(), one.case.id)):
        found.setdefault(one.year, []).append(one)
    return found


def positions_shown(case: Case, as_of: dt.date) -> list[int]:
    """The positions of the rulings to show: those that exist, and those that may where the case cannot be dated."""
    positions = set(existing_positions(case.rulings, as_of))
    days = exists_from(case.rulings)
    undated = [n for n, day in enumerate(days) if day is None and may_exist(case.rulings[n], as_of)]
    if undated and (not any(days) or (isinstance(case, CriminalCase) and status(case, as_of).state == "not_counted")):
        positions.update(undated)
    return sorted(positions)


def _shown(case: Case, as_of: dt.date) -> Shown:
    counted = status(case, as_of) if isinstance(case, CriminalCase) else None
    rulings = tuple(_as_of(case.rulings[n], as_of) for n in positions_shown(case, as_of))
    complete = rulings == case.rulings
    return Shown(case, rulings, counted, complete)


def _as_of(ruling: Ruling, as_of: dt.date) -> Ruling:
    """A ruling without the legal force that it gained later."""
    force = ruling.legal_force if isinstance(ruling, CriminalRuling) else None
    if force is None or not isinstance(force.date, PartialDate) or force.date.last_day <= as_of:
        return ruling
    return ruling.model_copy(update={"legal_force": None})
