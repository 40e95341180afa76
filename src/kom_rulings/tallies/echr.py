"""The numbers on cases before the Court in Strasbourg."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kom_rulings.counting import cannot_be_counted, existing_positions
from kom_rulings.labels import FINDING
from kom_rulings.names import CaseId
from kom_rulings.records.echr import EchrCase, EchrRuling, Finding
from kom_rulings.records.values import UNKNOWN
from kom_rulings.tables import Cell, Row, Table, grouped, rows_for, shown
from kom_rulings.wording import N_


@dataclass(frozen=True)
class EchrTally:
    """Cases by finding, and for each article and state the cases in which it was found."""

    total: Cell
    by_finding: dict[str, Cell]
    by_article: dict[str, dict[str, Cell]]
    by_state: dict[str, dict[str, Cell]]
    not_counted: Cell

    @classmethod
    def of(cls, cases: Sequence[EchrCase], as_of: dt.date) -> EchrTally:
        """Count the cases with a ruling on or before the date by their latest ruling, so that a judgment of the
        Grand Chamber stands in place of the chamber's.
        """
        in_order = sorted(cases, key=lambda case: case.id)
        undated = [case for case in in_order if cannot_be_counted(case.rulings, [True] * len(case.rulings), as_of)]
        pairs = [(case, ruling) for case in in_order if case not in undated and (ruling := latest_echr(case, as_of))]
        by_finding = grouped(pairs, lambda pair: pair[0].id, lambda pair: gravest(pair[1].findings))
        return cls(
            total=Cell(tuple(case.id for case, _ in pairs)),
            by_finding={key: by_finding.get(key, Cell(())) for key in FINDING},
            by_article=_crossed(pairs, lambda _, finding: (finding.article,)),
            by_state=_crossed(pairs, _states),
            not_counted=Cell(tuple(case.id for case in undated)),
        )

    def table(self) -> Table:
        """The table of cases by finding."""
        total = Row("total", N_("Total"), (self.total,))
        title, head, columns = N_("Cases by finding, all articles"), N_("Finding"), (N_("Cases"),)
        return Table("echr", title, head, columns, rows_for(FINDING, (self.by_finding,)), total, self.not_counted)

    def as_json(self, *, explain: bool) -> dict[str, object]:
        """The numbers as plain data."""
        return {
            "total": self.total.as_json(explain=explain),
            "by_finding": shown(self.by_finding, explain=explain),
            "by_article": {key: shown(cells, explain=explain) for key, cells in self.by_article.items()},
            "by_state": {key: shown(cells, explain=explain) for key, cells in self.by_state.items()},
            "not_counted": self.not_counted.as_json(explain=explain),
        }


def latest_echr(case: EchrCase, as_of: dt.date) -> EchrRuling | None:
    """The latest ruling of a case that exists on the date."""
    existing = existing_positions(case.rulings, as_of)
    return case.rulings[existing[-1]] if existing else None


def gravest(findings: Iterable[Finding]) -> str:
    """One finding for a case: a violation outweighs no violation, that inadmissibility, and so on; else unknown."""
    outcomes = {finding.outcome for finding in findings}
    return next((outcome for outcome in FINDING if outcome in outcomes), "unknown")


def _states(case: EchrCase, finding: Finding) -> tuple[str, ...]:
    return case.respondents if finding.states is UNKNOWN else tuple(str(state) for state in finding.states)


def _crossed(
    pairs: Sequence[tuple[EchrCase, EchrRuling]], keys_of: Callable[[EchrCase, Finding], tuple[str, ...]]
) -> dict[str, dict[str, Cell]]:
    """For each article or state the cases by finding; a case stands once under each, with the gravest finding."""
    found: dict[str, dict[CaseId, list[Finding]]] = {}
    for case, ruling in pairs:
        for finding in ruling.findings:
            for key in keys_of(case, finding):
                found.setdefault(key, {}).setdefault(case.id, []).append(finding)
    return {key: _by_gravest(found[key]) for key in sorted(found, key=_numeric)}


def _by_gravest(findings: dict[CaseId, list[Finding]]) -> dict[str, Cell]:
    cells = grouped(findings.items(), lambda pair: pair[0], lambda pair: gravest(pair[1]))
    return {key: cells[key] for key in FINDING if key in cells}


def _numeric(key: str) -> tuple[int, str]:
    return (int(key), key) if key.isdigit() else (10_000, key)
