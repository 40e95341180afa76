"""The numbers on immigration cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.counting import cannot_be_counted, existing_positions
from kom_rulings.labels import PERMIT
from kom_rulings.records.immigration import ImmigrationCase
from kom_rulings.records.values import UNKNOWN
from kom_rulings.tables import Cell, Row, Table, grouped, rows_for, shown
from kom_rulings.wording import N_

RESULT: Final = {
    "granted": N_("Granted"),
    "rejected": N_("Rejected"),
    "invalid": N_("The rejection found invalid by a court"),
    "valid": N_("The rejection found valid by a court"),
    "dismissed": N_("Dismissed"),
    "unknown": N_("Not known"),
}


@dataclass(frozen=True)
class ImmigrationTally:
    """Cases by result, and for each permit asked for the cases by result."""

    total: Cell
    by_result: dict[str, Cell]
    by_permit: dict[str, dict[str, Cell]]
    not_counted: Cell

    @classmethod
    def of(cls, cases: Sequence[ImmigrationCase], as_of: dt.date) -> ImmigrationTally:
        """Count the cases with a decision on or before the date by their latest one on the merits."""
        ordered = sorted(cases, key=lambda case: case.id)
        undated = [case for case in ordered if cannot_be_counted(case.rulings, on_merits(case), as_of)]
        dated = [case for case in ordered if case not in undated]
        counted = [(case, result) for case in dated if (result := immigration_result(case, as_of))]
        by_result = grouped(counted, lambda pair: pair[0].id, lambda pair: pair[1])
        return cls(
            total=Cell(tuple(case.id for case, _ in counted)),
            by_result={key: by_result.get(key, Cell(())) for key in RESULT},
            by_permit=_by_permit(counted),
            not_counted=Cell(tuple(case.id for case in undated)),
        )

    def table(self) -> Table:
        """The table of cases by result."""
        total = Row("total", N_("Total"), (self.total,))
        rows = rows_for(RESULT, (self.by_result,))
        title, head, columns = N_("Immigration cases by result"), N_("Result"), (N_("Cases"),)
        return Table("immigration", title, head, columns, rows, total, self.not_counted)

    def as_json(self, *, explain: bool) -> dict[str, object]:
        """The numbers as plain data."""
        return {
            "total": self.total.as_json(explain=explain),
            "by_result": shown(self.by_result, explain=explain),
            "by_permit": {key: shown(cells, explain=explain) for key, cells in self.by_permit.items()},
            "not_counted": self.not_counted.as_json(explain=explain),
        }


def immigration_result(case: ImmigrationCase, as_of: dt.date) -> str | None:
    """The result of a case on a date: its latest decision on the merits; ``None`` before the first decision."""
    existing = existing_positions(case.rulings, as_of)
    if not existing:
        return None
    decided = [case.rulings[n].outcome for n in existing if case.rulings[n].outcome in RESULT]
    return decided[-1] if decided else "unknown"


def on_merits(case: ImmigrationCase) -> list[bool]:
    """Which rulings of an immigration case decide on the merits, with a result that is known."""
    return [ruling.outcome in RESULT and ruling.outcome != "unknown" for ruling in case.rulings]


def _by_permit(counted: Sequence[tuple[ImmigrationCase, str]]) -> dict[str, dict[str, Cell]]:
    """For each permit the cases by result; a case that asked for two stands under both."""
    found: dict[str, list[tuple[ImmigrationCase, str]]] = {}
    for case, result in counted:
        permits = ("unknown",) if case.permits is UNKNOWN else case.permits
        for permit in permits:
            found.setdefault(str(permit), []).append((case, result))
    return {
        permit: grouped(found[permit], lambda pair: pair[0].id, lambda pair: pair[1])
        for permit in PERMIT
        if permit in found
    }
