"""Where the numbers of a chart stand in its workbook."""

from __future__ import annotations

import string
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartSheet:
    """A sheet with the categories in the first column and each series in a column after it, under its name."""

    name: str
    rows: int

    @property
    def categories(self) -> str:
        """The cells of the categories, as a formula."""
        return self._cells(0)

    def values_of(self, series: int) -> str:
        """The cells of the numbers of a series, the first of which is 0, as a formula."""
        return self._cells(series + 1)

    def name_of(self, series: int) -> str:
        """The cell of the name of a series, as a formula."""
        return f"{self._quoted}!${_letters(series + 1)}$1"

    def _cells(self, column: int) -> str:
        letters = _letters(column)
        return f"{self._quoted}!${letters}$2:${letters}${self.rows + 1}"

    @property
    def _quoted(self) -> str:
        return "'" + self.name.replace("'", "''") + "'"


def _letters(column: int) -> str:
    """The letters of a column, the first of which is 0: A, B … Z, AA."""
    more, last = divmod(column, 26)
    return (_letters(more - 1) if more else "") + string.ascii_uppercase[last]
