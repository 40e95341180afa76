"""From the numbers of an edition to those of the next: each difference with its cases, and a sum that must be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import Final, Literal

from kom_rulings.changes.ledger import CriminalEntry, EchrEntry, EditionEntry, Ledger
from kom_rulings.errors import TableDoesNotSum
from kom_rulings.names import CaseId
from kom_rulings.tables import Cell
from kom_rulings.wording import N_

Group = Literal["criminal", "others"]

#: What is reconciled for criminal cases, by key. The keys are those of the data; the labels fit a line of a letter.
CRIMINAL: Final[Mapping[str, str]] = {
    "convictions": N_("Convicted, all"),
    "convictions_final": N_("Convicted, final"),
    "convictions_with_minors": N_("Convicted, with minors"),
    "convictions_sexual": N_("Convicted: sexual services"),
    "convictions_labour": N_("Convicted: labour/services"),
    "convictions_both": N_("Convicted: both forms"),
    "convictions_other": N_("Convicted: other forms"),
    "convictions_form_unknown": N_("Convicted: form not known"),
    "convictions_tingrett": N_("Convicted, District Court"),
    "convictions_lagmannsrett": N_("Convicted, Court of Appeal"),
    "convictions_hoyesterett": N_("Convicted, Supreme Court"),
    "convictions_level_unknown": N_("Convicted, court not known"),
    "acquittals": N_("Acquitted, all"),
    "acquittals_final": N_("Acquitted, final"),
    "undecided": N_("Without a standing ruling"),
    "criminal_not_counted": N_("Criminal, no date known"),
}
#: And for the others.
OTHERS: Final[Mapping[str, str]] = {
    "echr": N_("ECtHR, all cases"),
    "echr_violation": N_("ECtHR: violation"),
    "echr_no_violation": N_("ECtHR: no violation"),
    "echr_inadmissible": N_("ECtHR: inadmissible"),
    "echr_struck_out": N_("ECtHR: struck out"),
    "echr_unknown": N_("ECtHR: finding not known"),
    "echr_not_counted": N_("ECtHR, no date known"),
    "immigration": N_("Immigration, all cases"),
    "immigration_granted": N_("Immigration: granted"),
    "immigration_rejected": N_("Immigration: rejected"),
    "immigration_invalid": N_("Immigration: found invalid"),
    "immigration_valid": N_("Immigration: found valid"),
    "immigration_dismissed": N_("Immigration: dismissed"),
    "immigration_unknown": N_("Immigration: not known"),
    "immigration_not_counted": N_("Immigration, no date known"),
}
MEASURES: Final[Mapping[Group, Mapping[str, str]]] = {"criminal": CRIMINAL, "others": OTHERS}


@dataclass(frozen=True)
class Reconciliation:
    """One number: what the edition said, what changed it, and what it is now, each with its cases.

    ``late`` and ``corrected_in`` have come to the day of the edition since it was published, ``corrected_out`` has left
    it; ``new`` and ``no_longer`` are what the time between has changed. Raises ``TableDoesNotSum`` when previous + late
    + corrected in − corrected out + new − no longer differs from now, be it in number or in the cases.
    """

    key: str
    label: str
    previous: Cell
    late: Cell
    corrected_in: Cell
    corrected_out: Cell
    new: Cell
    no_longer: Cell
    now: Cell

    def __post_init__(self) -> None:
        came = [case for cell in (self.previous, *self.added) for case in cell.cases]
        stayed_or_went = [case for cell in (self.now, *self.taken) for case in cell.cases]
        if sorted(came) != sorted(stayed_or_went):
            total = len(stayed_or_went) - sum(cell.count for cell in self.taken)
            raise TableDoesNotSum(table=self.label, cells=len(came) - len(stayed_or_went) + total, total=total)

    @property
    def added(self) -> tuple[Cell, ...]:
        """What the number grew by."""
        return (self.late, self.corrected_in, self.new)

    @property
    def taken(self) -> tuple[Cell, ...]:
        """What it shrank by."""
        return (self.corrected_out, self.no_longer)

    @property
    def differs(self) -> bool:
        """Whether anything came or went, even where the number is the same."""
        return any(cell.count for cell in (*self.added, *self.taken))

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The cells by name, in the order of the sum."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in ("key", "label")}


def reconcile(
    edition: Ledger, before: Ledger, now: Ledger, late: AbstractSet[CaseId]
) -> Mapping[Group, Sequence[Reconciliation]]:
    """Every number: what the edition said, the records of today on the same day, and on the day now.

    ``late`` are the cases of which something was added late: what came to the day of the edition by them is told apart
    from what was corrected.
    """
    days = [_by_measure(ledger) for ledger in (edition, before, now)]
    return {
        group: tuple(_one(key, label, [day.get(key, set()) for day in days], late) for key, label in measures.items())
        for group, measures in MEASURES.items()
    }


def measures_of(entry: EditionEntry) -> frozenset[str]:
    """The numbers that a case is counted in."""
    if isinstance(entry, CriminalEntry):
        return frozenset(_criminal(entry))
    if isinstance(entry, EchrEntry):
        return _with_total("echr", entry.finding)
    return _with_total("immigration", entry.result)


def _criminal(entry: CriminalEntry) -> set[str]:
    if entry.state == "undecided":
        return {"undecided"}
    if entry.state == "not_counted":
        return {"criminal_not_counted"}
    if entry.state == "acquitted":
        return {"acquittals", *(["acquittals_final"] if entry.final else [])}
    form = "form_unknown" if entry.exploitation == "unknown" else entry.exploitation
    level = "level_unknown" if entry.court_level in (None, "unknown") else entry.court_level
    parts = {f"convictions_{form}", f"convictions_{level}"}
    parts |= {"convictions_final"} if entry.final else set()
    return {"convictions", *parts, *(["convictions_with_minors"] if entry.minors == "yes" else [])}


def _with_total(kind: str, result: str) -> frozenset[str]:
    part = f"{kind}_{result}"
    return frozenset({part} if result == "not_counted" else {kind, part})


def _by_measure(ledger: Ledger) -> dict[str, set[CaseId]]:
    found: dict[str, set[CaseId]] = {}
    for case, entry in ledger.cases.items():
        for key in measures_of(entry):
            found.setdefault(key, set()).add(case)
    return found


def _one(key: str, label: str, days: Sequence[set[CaseId]], late: AbstractSet[CaseId]) -> Reconciliation:
    edition, before, now = days
    came = before - edition
    return Reconciliation(
        key=key,
        label=label,
        previous=_cell(edition),
        late=_cell(came & late),
        corrected_in=_cell(came - late),
        corrected_out=_cell(edition - before),
        new=_cell(now - before),
        no_longer=_cell(before - now),
        now=_cell(now),
    )


def _cell(cases: AbstractSet[CaseId]) -> Cell:
    return Cell(tuple(sorted(cases)))
