"""The cases behind the numbers: every number of a table leads to the list of its cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Block, Heading, Paragraph, Run
from kom_rulings.formats import number_text
from kom_rulings.names import CaseId
from kom_rulings.tables import Cell, Row, Table
from kom_rulings.wording import N_, Language, wording


@dataclass(frozen=True)
class _List:
    """The cases of a number, where their list stands, and the columns that it is the list of."""

    anchor: str
    columns: tuple[int, ...]
    cell: Cell


class Behind:
    """Makes the numbers of the tables into links, and writes the lists that they lead to.

    ``names`` are the titles of the cases that may be shown, linked to their places; of the others only how many they
    are is said.
    """

    def __init__(self, names: Mapping[CaseId, Run], language: Language) -> None:
        self._names, self._language, self._say = names, language, wording(language)
        self._tables: list[tuple[str, Table]] = []

    def number(self, anchor: str, row: Row, column: int) -> Run:
        """The number of a cell, linked to its list; nought leads nowhere."""
        count = number_text(row.cells[column].count, self._language)
        place = next((one.anchor for one in _lists(anchor, row) if column in one.columns), None)
        return Run(count, link=f"#{place}" if place else None)

    def remember(self, anchor: str, table: Table) -> None:
        """Note a table whose lists are to be written; ``anchor`` is its own."""
        self._tables.append((anchor, table))

    def chapter(self) -> Iterator[Block]:
        """The lists of every table that was noted, each number once."""
        if not self._tables:
            return
        yield Heading(2, self._say(N_("The cases behind the numbers")), "behind", new_page=True)
        message = N_("For each number above nought in the tables: the cases that were counted.")
        yield Paragraph((Run(self._say(message)),))
        for anchor, table in self._tables:
            yield Heading(3, self._say(table.title), f"{anchor}-behind")
            said = partial(self._say, N_("The numbers stand in {part0}."))
            yield Paragraph(sentence(said, Run("", mention=anchor)), "note")
            for row in (*table.rows, table.total):
                yield from self._row(anchor, table, row)

    def _row(self, anchor: str, table: Table, row: Row) -> Iterator[Block]:
        for one in _lists(anchor, row):
            heads = ", ".join(self._say(table.columns[column]) for column in one.columns)
            label = f"{self._say(row.label)} – {heads} ({one.cell.count}): "
            yield Paragraph((Run(label, bold=True), *self._cases(one.cell)), anchor=one.anchor)

    def _cases(self, cell: Cell) -> Iterator[Run]:
        shown = [self._names[case] for case in cell.cases if case in self._names]
        for n, name in enumerate(shown):
            yield from ((Run("; "), name) if n else (name,))
        if hidden := cell.count - len(shown):
            said = self._say.plural("{n} case that may not be shown", "{n} cases that may not be shown", hidden)
            yield Run(f"; {said}" if shown else said)


def _lists(anchor: str, row: Row) -> list[_List]:
    """The lists of a row: one for every set of cases, so that equal numbers share theirs."""
    columns: dict[Cell, list[int]] = {}
    for column, cell in enumerate(row.cells):
        if cell.count:
            columns.setdefault(cell, []).append(column)
    return [_List(f"{anchor}-{row.key}-{at[0]}", tuple(at), cell) for cell, at in columns.items()]
