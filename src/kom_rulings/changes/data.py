"""The changes as plain data for programs: each with its case, each number with its cases, nothing in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from kom_rulings.changes.comparing import Changes
from kom_rulings.changes.events import ForceGained, Given, StandingChanged
from kom_rulings.changes.ledger import EditionEntry
from kom_rulings.changes.reconciliation import Reconciliation
from kom_rulings.changes.regrouped import Divided, Joined
from kom_rulings.changes.revisions import AddedLate, Corrected
from kom_rulings.changes.telling import seen
from kom_rulings.names import CaseId
from kom_rulings.records import Case, EchrCase, EchrRuling, Register
from kom_rulings.standing import Audience
from kom_rulings.tables import Cell

Data = dict[str, object]


class _OfCase(Protocol):
    @property
    def case(self) -> CaseId: ...


_Change = TypeVar("_Change", bound=_OfCase)


def changes_data(changes: Changes, register: Register, audience: Audience) -> Data:
    """The shape that docs/changes.md promises; of cases that the audience may not see there is only their number."""
    return _Telling(changes, register, audience).data()


class _Telling:
    def __init__(self, changes: Changes, register: Register, audience: Audience) -> None:
        self._changes, self._register, self._audience = changes, register, audience

    def data(self) -> Data:
        changes, tertial = self._changes, self._changes.tertial
        return {
            "tertial": str(tertial),
            "as_of": changes.now.as_of.isoformat(),
            "audience": self._audience,
            "previous": {
                "tertial": str(tertial.previous),
                "as_of": changes.before.as_of.isoformat(),
                "on_record": changes.edition is not None,
            },
            "next_update": tertial.next.last_day.isoformat(),
            "rulings": self._listed(changes.rulings, self._given),
            "standing": self._listed(changes.standing, _standing),
            "legal_force": self._listed(changes.force, self._force),
            "added_late": self._listed(changes.late, self._late),
            "corrected": self._listed(changes.corrected, self._corrected),
            "merged": self._listed(changes.joined, _merged, lambda one: one.into),
            "split": self._listed(changes.divided, _split, lambda one: one.origin),
            "reconciliation": {row.key: self._sum(row) for rows in changes.reconciliation.values() for row in rows},
        }

    def _listed(
        self,
        found: Iterable[_Change],
        told: Callable[[_Change], Data],
        other: Callable[[_Change], CaseId] = lambda one: one.case,
    ) -> Data:
        """The changes that may be shown, as may the ``other`` case they name, and the number of cases that may not."""
        found = list(found)
        shown = [one for one in found if self._seen(one.case) and self._seen(other(one))]
        hidden = {one.case for one in found if one not in shown}
        return {
            "shown": [{**self._named(one.case), **told(one)} for one in shown],
            "hidden_cases": len(hidden),
        }

    def _named(self, case: CaseId) -> Data:
        recorded = self._register.by_id.get(case)
        return {"case": case, "title": recorded.title.model_dump() if recorded else None}

    def _given(self, one: Given) -> Data:
        counts_from = one.counts_from.isoformat() if one.counts_from else None
        return {"ruling": _ruling(self._register.by_id[one.case], one.position), "counts_from": counts_from}

    def _force(self, one: ForceGained) -> Data:
        force = one.force
        date = str(force.date) if force.date else "unknown"
        ruling = _ruling(self._register.by_id[one.case], one.position)
        return {"ruling": ruling, "date": date, "how": force.how, "counts_from": force.day.isoformat()}

    def _late(self, one: AddedLate) -> Data:
        case = self._register.by_id[one.case]
        rulings = [_ruling(case, position) for position in one.positions]
        counted = _entry(self._changes.before.cases[one.case])
        return {"whole_case": one.whole_case, "rulings": rulings, "counted": counted}

    def _corrected(self, one: Corrected) -> Data:
        return {
            "was": _entry(one.was),
            "now": _entry(one.now) if one.now else None,
            "removed": one.removed,
            "figures": [{"figure": figure.name, "was": figure.was, "now": figure.now} for figure in one.figures],
            "rulings_taken_out": [ruling.model_dump(mode="json") for ruling in one.taken_out],
        }

    def _sum(self, row: Reconciliation) -> Mapping[str, object]:
        return {name: self._cell(cell) for name, cell in row.cells.items()}

    def _cell(self, cell: Cell) -> Data:
        """A number with the cases behind it, as far as they may be shown."""
        return {"count": cell.count, "cases": [case for case in cell.cases if self._seen(case)]}

    def _seen(self, case: CaseId) -> bool:
        return seen(case, self._register, self._changes.edition, self._audience)


def _merged(one: Joined) -> Data:
    return {"into": one.into, "was": _entry(one.was)}


def _split(one: Divided) -> Data:
    return {"origin": one.origin}


def _standing(one: StandingChanged) -> Data:
    return {"before": _entry(one.before), "after": _entry(one.after)}


def _entry(entry: EditionEntry) -> Data:
    """How a case is counted."""
    return entry.figures


def _ruling(case: Case, position: int) -> Data:
    """A ruling as it is cited, with its outcome; for the Court in Strasbourg the finding under each article."""
    ruling = case.rulings[position]
    references = case.applications if isinstance(case, EchrCase) else ruling.references
    if isinstance(ruling, EchrRuling):
        outcome: object = [{"article": finding.article, "outcome": finding.outcome} for finding in ruling.findings]
    else:
        outcome = ruling.outcome
    return {
        "court": str(ruling.court),
        "instance": ruling.instance,
        "date": str(ruling.date),
        "references": [str(reference) for reference in references],
        "outcome": outcome,
    }
