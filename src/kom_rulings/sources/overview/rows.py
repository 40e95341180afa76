"""The rows of a table of convictions, each as what it tells of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kom_rulings.pages.page import Grid
from kom_rulings.records.case import Kind
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind as Series
from kom_rulings.sources.draft import Understood, Value
from kom_rulings.sources.overview.columns import Column, columns_of
from kom_rulings.sources.overview.courts import court_by_name, courts_in
from kom_rulings.sources.overview.dating import date_of, dates_in
from kom_rulings.sources.overview.exploitation import forms_in
from kom_rulings.sources.overview.finality import finality_in
from kom_rulings.sources.overview.lengths import sentences_in
from kom_rulings.sources.overview.ruling_lines import read_line
from kom_rulings.sources.overview.sums import says_none, sums_in
from kom_rulings.sources.overview.told import Told, ToldRuling
from kom_rulings.sources.overview.victims import Persons, persons_in
from kom_rulings.wording import N_

Cells = Mapping[Column, str]
_SILENT: Final = frozenset(
    {"", "-", "–", "—", "?", "ukjent", "ikke kjent", "ikkje kjent", "ikke oppgitt", "not known", "unknown"}
)
NOT_FINAL: Final = N_("The page says that the case was not final then; a record holds only the day of legal force.")


def rows_of(grid: Grid, tables: Tables, *, own: bool, convicts: bool) -> list[Told] | None:
    """What the rows of a table tell; ``None`` where it is no table of cases."""
    read = columns_of(grid.rows)
    if read is None:
        return None
    head, columns = read
    joined = _joined(grid.rows[head + 1 :], columns, grid.rows[head])
    return [_Row(cells, tables, own=own).told(convicts=convicts) for cells in joined]


def _joined(rows: Sequence[Sequence[str]], columns: Sequence[Column], head: Sequence[str]) -> list[dict[Column, str]]:
    """The cells of each case by column: rows whose first cells a merged cell spans go on with the case before."""
    found: list[dict[Column, str]] = []
    for row in rows:
        filled = [cell for cell in row if cell.strip()]
        if tuple(row) == tuple(head) or len(filled) < 2:  # noqa: PLR2004 - a row with one cell groups those below it
            continue
        cells: dict[Column, str] = {}
        for column, cell in zip(columns, row, strict=False):
            if cell.strip():
                cells[column] = f"{cells[column]}\n{cell}" if column in cells else cell
        if found and not ({"case", "rulings", "number"} & set(cells)):
            _go_on(found[-1], cells)
        else:
            found.append(cells)
    return found


def _go_on(before: dict[Column, str], cells: Cells) -> None:
    for column, cell in cells.items():
        before[column] = f"{before[column]}\n{cell}" if column in before else cell


class _Row:
    def __init__(self, cells: Cells, tables: Tables, *, own: bool) -> None:
        self._cells, self._tables, self._own = cells, tables, own
        self._left: list[str] = []
        self._remarks: list[str] = []

    def told(self, *, convicts: bool) -> Told:
        rulings, name = self._rulings()
        facts, of_ruling = list(self._facts()), list(self._of_ruling(len(rulings)))
        if other := self._cell("other"):
            self._left.append(other)
        return Told(
            kind=_kind_of(rulings),
            name=name,
            rulings=tuple(rulings),
            own=self._own,
            convicts=convicts,
            facts=tuple(facts),
            ruling_facts=tuple(of_ruling),
            left_over=tuple(" / ".join(one.split("\n")) for one in self._left),
            remarks=tuple(self._remarks),
        )

    def _cell(self, column: Column) -> str:
        cell = self._cells.get(column, "").strip()
        return "" if cell.lower().strip(" .") in _SILENT else cell

    def _rulings(self) -> tuple[list[ToldRuling], str]:
        """The rulings of a row, and what the case is called in it; in our own overview its entry has them all."""
        case, cited = self._cell("case"), self._cell("rulings")
        if self._own:
            return [], case
        lines = read_line("\n".join(filter(None, (case, cited))), self._tables)
        rulings = list(lines.rulings)
        if not rulings and (self._cell("court") or self._cell("date")):
            rulings = [ToldRuling("")]
        self._with_courts(rulings)
        self._with_dates(rulings)
        cells = (case, cited, self._cell("court"), self._cell("date"))
        said = _said("\n".join(filter(None, cells)))
        return [replace(one, said=said) for one in rulings], lines.name

    def _with_courts(self, rulings: list[ToldRuling]) -> None:
        cell = self._cell("court")
        named = courts_in(cell, self._tables)
        if not named and cell and "\n" not in cell and len(rulings) == 1 and not rulings[0].court:
            rulings[0] = replace(
                rulings[0], court=court_by_name(cell, self._tables)[0], instance=court_by_name(cell, self._tables)[1]
            )
            return
        if len(named) == len(rulings):
            for n, one in enumerate(named):
                agree = not rulings[n].court or rulings[n].court_guess or one.name in {"", rulings[n].court}
                if agree:
                    court = one.name or rulings[n].court
                    rulings[n] = replace(rulings[n], court=court, instance=one.instance, court_guess="")
                else:
                    self._left.append(cell)
        elif cell:
            self._left.append(cell)

    def _with_dates(self, rulings: list[ToldRuling]) -> None:
        """Dates by their lines where a row has several rulings; else the one date of the cell."""
        cell = self._cell("date")
        dates = [one.date for one in dates_in(cell)] or [date for line in cell.split("\n") if (date := date_of(line))]
        if len(dates) == len(rulings):
            for n, date in enumerate(dates):
                rulings[n] = replace(rulings[n], date=rulings[n].date or date)
        elif cell:
            self._left.append(cell)

    def _facts(self) -> Iterator[Understood]:
        if cell := self._cell("exploitation"):
            forms = forms_in(cell)
            if forms:
                yield Understood(("exploitation",), list(forms), _said(cell))
            else:
                self._left.append(cell)
        yield from self._persons("victims", "victims")
        if (cell := self._cell("minors")) and (
            persons := persons_in(f"{cell} mindreårige", self._tables)
        ).minors is not None:
            yield Understood(("victims", "minors"), persons.minors, _said(cell))
        if cell := self._cell("countries"):
            yield from self._countries("victims", cell)
        yield from self._persons("charged", "charged")
        if cell := self._cell("charged_countries"):
            yield from self._countries("charged", cell)
        if (cell := self._cell("convicted")) and self._own:
            self._left.append(f"Domfelte: {cell}")

    def _persons(self, column: Column, group: str) -> Iterator[Understood]:
        cell = self._cell(column)
        persons = persons_in(cell, self._tables) if cell else Persons()
        values: list[tuple[str, Value | None]] = [
            ("count", persons.count),
            ("countries", list(persons.countries) or None),
        ]
        if group == "victims":
            values += [("approximate", "yes" if persons.approximate else None), ("minors", persons.minors)]
        for name, value in values:
            if value is not None and not (persons.approximate and group != "victims"):
                yield Understood((group, name), value, _said(cell))
        self._left.extend(persons.rest)

    def _countries(self, group: str, cell: str) -> Iterator[Understood]:
        countries = persons_in(cell, self._tables).countries
        if countries:
            yield Understood((group, "countries"), list(countries), _said(cell))
        else:
            self._left.append(cell)

    def _of_ruling(self, rulings: int) -> Iterator[Understood]:
        if cell := self._cell("sentence"):
            yield from self._sentences(cell, rulings)
        if cell := self._cell("redress"):
            yield from self._sums(cell)
        if cell := self._cell("final"):
            yield from self._finality(cell)
        if cell := self._cell("outcome"):
            self._left.append(cell)

    def _sentences(self, cell: str, rulings: int) -> Iterator[Understood]:
        """The defendants by their sentences; the highest sentence of our own table names no defendant."""
        found = [] if self._own else sentences_in(cell)
        one_each = rulings > 1 and len(found) == rulings and not all(one.label for one in found)
        if not found or one_each:
            self._left.append(f"Høyeste straff: {cell}" if self._own else cell)
            return
        alone = len(found) == 1
        yield Understood(
            ("defendants",),
            [
                {
                    "label": one.label or ("domfelt" if alone else f"domfelt {n}"),
                    "outcome": "convicted" if alone else "unknown",
                    "imprisonment": dict(one.length),
                    **({"suspended": dict(one.suspended)} if one.suspended else {}),
                }
                for n, one in enumerate(found, start=1)
            ],
            _said(cell),
        )

    def _sums(self, cell: str) -> Iterator[Understood]:
        found = sums_in(cell)
        if found:
            values: list[dict[str, Value]] = [
                {"type": one.kind or "redress", "amount": one.amount, **({"to": one.to} if one.to else {})}
                for one in found
            ]
            yield Understood(("compensation",), values, _said(cell))
        elif not says_none(cell):
            self._left.append(cell)

    def _finality(self, cell: str) -> Iterator[Understood]:
        """Legal force; our own table says of a conviction that it is final, but not since when."""
        read = finality_in(cell)
        if read.state == "final" and not self._own:
            yield Understood(("legal_force",), {"date": str(read.date or "unknown"), "how": read.how}, _said(cell))
        elif read.state == "not_final":
            self._remarks.append(NOT_FINAL)


def _kind_of(rulings: Sequence[ToldRuling]) -> Kind:
    series = {reference.kind for ruling in rulings for reference in ruling.references}
    return (
        "echr"
        if series & {Series.APPLICATION, Series.ECLI}
        else "immigration"
        if Series.UNE_PRACTICE in series
        else "criminal"
    )


def _said(cell: str) -> str:
    return " / ".join(cell.split("\n"))
