"""The ledger of an edition: how each case was counted when it was published, so that later changes can be told."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import json
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Discriminator, Field

from kom_rulings.counting import (
    Category,
    CourtLevel,
    Minors,
    cannot_be_counted,
    exploitation_category,
    status,
    with_minors,
)
from kom_rulings.dates import PartialDate, Tertial
from kom_rulings.errors import NotADate
from kom_rulings.names import CaseId, is_case_id
from kom_rulings.records import Case, CriminalCase, EchrCase, EchrRuling, ImmigrationCase, Register, Ruling
from kom_rulings.records.case import Instance, Part, Visibility
from kom_rulings.records.echr import FindingOutcome
from kom_rulings.standing import positions_shown
from kom_rulings.tallies.echr import gravest, latest_echr
from kom_rulings.tallies.immigration import immigration_result, on_merits

#: A case whose last word has no date is in no number.
NOT_COUNTED: Final = "not_counted"
#: What of an entry is no figure.
_NO_FIGURES: Final = frozenset({"visibility", "rulings"})


def _checked_date(text: str) -> str:
    try:
        return text if text == "unknown" else str(PartialDate.parse(text))
    except NotADate as error:
        raise ValueError(text) from error


def _checked_case(text: str) -> CaseId:
    if not is_case_id(text):
        raise ValueError(text)
    return CaseId(text)


class LedgerRuling(Part):
    """A ruling that an edition had: enough to know it again. ``date`` is as exact as it was known."""

    instance: Instance
    date: Annotated[str, AfterValidator(_checked_date)]
    references: tuple[str, ...]

    @property
    def when(self) -> PartialDate | None:
        """The date, where one was known."""
        return None if self.date == "unknown" else PartialDate.parse(self.date)


class _Entry(Part):
    """How a case was counted. A restricted case may be named to nobody."""

    visibility: Visibility | Literal["restricted"]
    rulings: tuple[LedgerRuling, ...]

    @property
    def figures(self) -> dict[str, object]:
        """What the edition said of the case, by name."""
        return self.model_dump(exclude=set(_NO_FIGURES))


class CriminalEntry(_Entry):
    """A criminal case: its state, and what the tables count it under."""

    kind: Literal["criminal"]
    state: Literal["convicted", "acquitted", "undecided", "not_counted"]
    final: bool | None
    year: int | None
    court_level: CourtLevel | None
    exploitation: Category
    minors: Minors


class EchrEntry(_Entry):
    """A case before the Court in Strasbourg by its gravest finding."""

    kind: Literal["echr"]
    finding: FindingOutcome | Literal["not_counted"]


class ImmigrationEntry(_Entry):
    """An immigration case by its result."""

    kind: Literal["immigration"]
    result: Literal["granted", "rejected", "invalid", "valid", "dismissed", "unknown", "not_counted"]


EditionEntry = CriminalEntry | EchrEntry | ImmigrationEntry


class Ledger(Part):
    """What an edition counted: every case that had begun, by its id."""

    tertial: Annotated[str, Field(pattern=r"^\d{4}-[123]$")]
    as_of: dt.date
    program: str
    cases: Mapping[Annotated[CaseId, AfterValidator(_checked_case)], Annotated[EditionEntry, Discriminator("kind")]]


def ledger_of(register: Register, as_of: dt.date, tertial: Tertial) -> Ledger:
    """The ledger of a register on a date; cases of which nothing exists by then are not in it."""
    ordered = sorted(register.cases, key=lambda case: case.id)
    entries = {case.id: entry for case in ordered if (entry := entry_of(case, as_of))}
    program = f"kom-rulings {importlib.metadata.version('kom-rulings')}"
    return Ledger(tertial=str(tertial), as_of=as_of, program=program, cases=entries)


def ledger_bytes(ledger: Ledger) -> bytes:
    """The file of a ledger: the same bytes for the same ledger."""
    return (json.dumps(ledger.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def entry_of(case: Case, as_of: dt.date) -> EditionEntry | None:
    """How a case is counted on a date; ``None`` where nothing of it exists by then."""
    match case:
        case CriminalCase():
            return _criminal(case, as_of)
        case EchrCase():
            finding = _finding(case, as_of)
            return EchrEntry.model_validate({**_common(case, as_of), "finding": finding}) if finding else None
        case ImmigrationCase():
            undated = cannot_be_counted(case.rulings, on_merits(case), as_of)
            result = NOT_COUNTED if undated else immigration_result(case, as_of)
            return ImmigrationEntry.model_validate({**_common(case, as_of), "result": result}) if result else None


def _criminal(case: CriminalCase, as_of: dt.date) -> CriminalEntry | None:
    counted = status(case, as_of)
    if counted.state == "not_begun":
        return None
    standing = counted.standing
    return CriminalEntry.model_validate(
        {
            **_common(case, as_of),
            "state": counted.state,
            "final": standing.final if standing else None,
            "year": standing.year if standing else None,
            "court_level": standing.court_level if standing else None,
            "exploitation": exploitation_category(case),
            "minors": with_minors(case),
        }
    )


def _finding(case: EchrCase, as_of: dt.date) -> str | None:
    if cannot_be_counted(case.rulings, [True] * len(case.rulings), as_of):
        return NOT_COUNTED
    latest = latest_echr(case, as_of)
    return gravest(latest.findings) if latest else None


def _common(case: Case, as_of: dt.date) -> dict[str, object]:
    """What entries of all kinds hold."""
    rulings = tuple(_ruling(case.rulings[n]) for n in positions_shown(case, as_of))
    return {
        "kind": case.kind,
        "visibility": "restricted" if case.restriction else case.visibility,
        "rulings": rulings,
    }


def _ruling(ruling: Ruling) -> LedgerRuling:
    own = (ruling.ecli, ruling.item) if isinstance(ruling, EchrRuling) else ()
    references = (*ruling.references, *(reference for reference in own if reference))
    return LedgerRuling(instance=ruling.instance, date=str(ruling.date), references=tuple(map(str, references)))
