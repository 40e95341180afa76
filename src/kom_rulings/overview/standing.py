"""The cases that an overview shows on a date to an audience, and how each stands then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.counting import Status, existing_positions, exists_from, may_exist, status
from kom_rulings.dates import PartialDate
from kom_rulings.records import Case, CriminalCase, Register, Ruling

Audience = Literal["public", "partner", "internal"]

_SHOWN: Final = {
    "public": frozenset({"public"}),
    "partner": frozenset({"public", "partner"}),
    "internal": frozenset({"public", "partner", "internal"}),
}


@dataclass(frozen=True)
class Shown:
    """A case with the rulings that exist on the date; ``undated`` where none of them can be dated."""

    case: Case
    rulings: tuple[Ruling, ...]
    status: Status | None

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
    """The rulings that exist, and of a case that cannot be dated those that may exist."""
    existing = set(existing_positions(case.rulings, as_of))
    counted = status(case, as_of) if isinstance(case, CriminalCase) else None
    cannot_be_dated = not existing_positions(case.rulings, dt.date.max)
    if counted.state == "not_counted" if counted else cannot_be_dated:
        existing |= {
            n for n, day in enumerate(exists_from(case.rulings)) if day is None and may_exist(case.rulings[n], as_of)
        }
    return Shown(case, tuple(case.rulings[n] for n in sorted(existing)), counted)
