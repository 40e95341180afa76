"""Tables as frozen data, for terminal, Word, web and CSV alike; a table that does not sum cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kom_rulings.errors import TableDoesNotSum
from kom_rulings.names import CaseId


@dataclass(frozen=True)
class Cell:
    """A number with the cases behind it."""

    cases: tuple[CaseId, ...]

    @property
    def count(self) -> int:
        """The number."""
        return len(self.cases)

    def as_json(self, *, explain: bool) -> object:
        """The number alone, or with ``explain`` the number and its cases."""
        return {"count": self.count, "cases": list(self.cases)} if explain else self.count


@dataclass(frozen=True)
class Row:
    """A row: its key, its label (a catalogue key, or text as it stands) and its cells."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with its column heads, rows and a total that every column must add up to.

    ``title``, ``head`` and the columns are catalogue keys. Raises ``TableDoesNotSum`` when a column's cells differ
    from the total, be it in number or in the cases behind it.
    """

    key: str
    title: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    not_counted: Cell = Cell(())
    #: The column that holds all cases of a row; the others hold parts of it.
    whole: int = 0

    def __post_init__(self) -> None:
        for n, total in enumerate(self.total.cells):
            cases = sorted(case for row in self.rows for case in row.cells[n].cases)
            if cases != sorted(total.cases):
                raise TableDoesNotSum(table=self.title, cells=len(cases), total=total.count)


_Item = TypeVar("_Item")


def grouped(
    items: Iterable[_Item], case_of: Callable[[_Item], CaseId], key_of: Callable[[_Item], str]
) -> dict[str, Cell]:
    """Put items into cells by a key, in the order in which keys first appear."""
    groups: dict[str, list[CaseId]] = {}
    for item in items:
        groups.setdefault(key_of(item), []).append(case_of(item))
    return {key: Cell(tuple(cases)) for key, cases in groups.items()}


def rows_for(labels: Mapping[str, str], columns: Sequence[Mapping[str, Cell]]) -> tuple[Row, ...]:
    """One row per label with a cell from each column; a row of zeros is shown too."""
    return tuple(
        Row(key, label, tuple(column.get(key, Cell(())) for column in columns)) for key, label in labels.items()
    )


def shown(cells: Mapping[str, Cell], *, explain: bool) -> dict[str, object]:
    """Cells as plain data, with or without their cases."""
    return {key: cell.as_json(explain=explain) for key, cell in cells.items()}
