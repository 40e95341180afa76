"""The cases that an overview shows on a date to an audience, and how each stands then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.counting import Status, existing_positions, exists_from, may_exist, status
from kom_rulings.dates import PartialDate
from kom_rulings.records import Case, CriminalCase, CriminalRuling, Register, Ruling

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
        dates = [ruling.date for ruling in self.rulings if isinstance(ruling.date, PartialDate)]
        return dates[-1].year if dates else None


def may_see(case: Case, audience: Audience) -> bool:
    """Whether a case is shown to an audience; of a restricted one nothing is shown but its count (§ 130)."""
    return case.restriction is None and case.visibility in _SHOWN[audience]


def shown_cases(register: Register, as_of: dt.date, audience: Audience) -> list[Shown]:
    """The cases to show, in stable order: those with a ruling by the date, and those that have none with a date."""
    shown = [_shown(case, as_of) for case in register.cases if may_see(case, audience)]
    return [one for one in shown if one.rulings]


def by_year(cases: Sequence[Shown]) -> dict[int | None, list[Shown]]:
    """Cases by year, the newest first, those of unknown year last."""
    years = sorted({one.year for one in cases if one.year is not None}, reverse=True)
    groups: dict[int | None, list[Shown]] = {year: [one for one in cases if one.year == year] for year in years}
    undated = [one for one in cases if one.year is None]
    return {**groups, None: undated} if undated else groups


def _shown(case: Case, as_of: dt.date) -> Shown:
    positions = set(existing_positions(case.rulings, as_of))
    counted = status(case, as_of) if isinstance(case, CriminalCase) else None
    days = exists_from(case.rulings)
    undated = [n for n, day in enumerate(days) if day is None and may_exist(case.rulings[n], as_of)]
    if not any(days) or (counted is not None and counted.state == "not_counted"):
        positions.update(undated)
    rulings = tuple(_as_of(case.rulings[n], as_of) for n in sorted(positions))
    complete = rulings == case.rulings
    return Shown(case, rulings, counted, complete)


def _as_of(ruling: Ruling, as_of: dt.date) -> Ruling:
    """A ruling without the legal force that it gained later."""
    force = ruling.legal_force if isinstance(ruling, CriminalRuling) else None
    if force is None or not isinstance(force.date, PartialDate) or force.date.last_day <= as_of:
        return ruling
    return ruling.model_copy(update={"legal_force": None})
