"""The numbers on criminal cases: convictions or acquittals on a date, each with the cases behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kom_rulings.counting import Status, exploitation_category, status, with_minors
from kom_rulings.names import CaseId
from kom_rulings.records.criminal import CriminalCase
from kom_rulings.tables import Cell, Row, Table, grouped, rows_for, shown
from kom_rulings.wording import N_

EXPLOITATION: Final = {
    "sexual": N_("Prostitution or other sexual services"),
    "labour": N_("Forced labour or services"),
    "both": N_("Both forms"),
    "other": N_("Other forms"),
    "unknown": N_("Not known"),
}
#: The same as heads of columns.
SHORT_EXPLOITATION: Final = {
    "sexual": N_("Sexual services"),
    "labour": N_("Labour or services"),
    "both": N_("Both forms"),
    "other": N_("Other forms"),
    "unknown": N_("Not known"),
}
COURT_LEVEL: Final = {
    "tingrett": N_("District Court"),
    "lagmannsrett": N_("Court of Appeal"),
    "hoyesterett": N_("Supreme Court"),
    "unknown": N_("Not known"),
}
MINORS: Final = {"yes": N_("With minors"), "no": N_("Without minors"), "unknown": N_("Not known")}
UNKNOWN_YEAR: Final = "unknown"


@dataclass(frozen=True)
class Group:
    """The convictions or the acquittals on a date, with the cases that would belong but cannot be dated."""

    statuses: tuple[Status, ...]
    not_counted: Cell

    @cached_property
    def total(self) -> Cell:
        """All of them."""
        return cell_of(self.statuses)

    @cached_property
    def final(self) -> Cell:
        """Those with legal force on the date."""
        return cell_of([one for one in self.statuses if one.standing and one.standing.final])

    @cached_property
    def not_final(self) -> Cell:
        """Those that may still be changed on appeal."""
        return cell_of([one for one in self.statuses if one.standing and not one.standing.final])

    @cached_property
    def by_exploitation(self) -> dict[str, Cell]:
        """By form of exploitation; every category is there."""
        return _filled(EXPLOITATION, grouped(self.statuses, _id, lambda one: exploitation_category(one.case)))

    @cached_property
    def by_court_level(self) -> dict[str, Cell]:
        """By level of the court that gave the standing ruling; unknown only where it occurs."""
        cells = grouped(self.statuses, _id, _level)
        return {level: cells.get(level, Cell(())) for level in COURT_LEVEL if level != "unknown" or level in cells}

    @cached_property
    def by_minors(self) -> dict[str, Cell]:
        """With minors, without, or not known."""
        return _filled(MINORS, grouped(self.statuses, _id, lambda one: with_minors(one.case)))

    @cached_property
    def by_year(self) -> dict[str, Cell]:
        """By year of the standing ruling, oldest first, those of unknown year last."""
        cells = grouped(self.statuses, _id, _year)
        return {year: cells[year] for year in sorted(cells)}

    def as_json(self, *, explain: bool) -> dict[str, object]:
        """The numbers in the shape that ``tally --json`` promises."""
        return {
            "total": self.total.as_json(explain=explain),
            "final": self.final.as_json(explain=explain),
            "not_final": self.not_final.as_json(explain=explain),
            "with_minors": self.by_minors["yes"].as_json(explain=explain),
            "by_minors": shown(self.by_minors, explain=explain),
            "by_exploitation": shown(self.by_exploitation, explain=explain),
            "by_court_level": shown(self.by_court_level, explain=explain),
            "by_year": shown(self.by_year, explain=explain),
            "not_counted": self.not_counted.as_json(explain=explain),
        }

    def table(self, by: str, title: str) -> Table:
        """The table by ``year``, ``court-level``, ``exploitation`` or ``minors``: all, final, not final."""
        head, labels, cells = self._breakdown(by)
        final, open_ = set(self.final.cases), set(self.not_final.cases)
        columns = (cells, _only(cells, final), _only(cells, open_))
        total = Row("total", N_("Total"), (self.total, self.final, self.not_final))
        heads = (N_("Total"), N_("Final"), N_("Not final or not known"))
        return Table(by, title, head, heads, rows_for(labels, columns), total, self.not_counted)

    def table_of_forms(self, title: str) -> Table:
        """The table by year with a column for each form of exploitation."""
        columns = [_only(self.by_year, set(cell.cases)) for cell in self.by_exploitation.values()]
        labels = self._breakdown("year")[1]
        total = Row("total", N_("Total"), (*self.by_exploitation.values(), self.total))
        heads = (*SHORT_EXPLOITATION.values(), N_("Total"))
        rows = rows_for(labels, [*columns, self.by_year])
        return Table("year-form", title, N_("Year"), heads, rows, total, self.not_counted, whole=len(columns))

    def _breakdown(self, by: str) -> tuple[str, dict[str, str], dict[str, Cell]]:
        if by == "year":
            labels = {year: N_("Not known") if year == UNKNOWN_YEAR else year for year in self.by_year}
            return N_("Year"), labels, self.by_year
        if by == "court-level":
            return N_("Court"), {key: COURT_LEVEL[key] for key in self.by_court_level}, self.by_court_level
        if by == "minors":
            return N_("Victims under 18"), dict(MINORS), self.by_minors
        return N_("Form of exploitation"), dict(EXPLOITATION), self.by_exploitation


def statuses_on(cases: Sequence[CriminalCase], as_of: dt.date) -> list[Status]:
    """The status of every criminal case on a date, in the order of their ids."""
    return [status(case, as_of) for case in sorted(cases, key=lambda case: case.id)]


def group_of(statuses: Sequence[Status], state: str) -> Group:
    """The cases in one state, with those that would be in it if they could be dated."""
    would_be = [one for one in statuses if one.state == "not_counted" and one.would_be == state]
    return Group(tuple(one for one in statuses if one.state == state), cell_of(would_be))


def _id(one: Status) -> CaseId:
    return one.case.id


def cell_of(statuses: Sequence[Status]) -> Cell:
    """The cases of these statuses as a cell."""
    return Cell(tuple(one.case.id for one in statuses))


def _level(one: Status) -> str:
    return one.standing.court_level if one.standing else "unknown"


def _year(one: Status) -> str:
    return str(one.standing.year) if one.standing and one.standing.year else UNKNOWN_YEAR


def _filled(labels: dict[str, str], cells: dict[str, Cell]) -> dict[str, Cell]:
    return {key: cells.get(key, Cell(())) for key in labels}


def _only(cells: dict[str, Cell], wanted: set[CaseId]) -> dict[str, Cell]:
    return {key: Cell(tuple(case for case in cell.cases if case in wanted)) for key, cell in cells.items()}
