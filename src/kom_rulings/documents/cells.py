"""The values of a table's cells: text that every spreadsheet can hold, numbers and days."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kom_rulings.documents.cleaning import one_line

#: What a cell holds. A month or a year is text: a spreadsheet would make a day of it that nobody knows.
Value = str | int | float | dt.date

#: The longest text of a cell in Excel, in units of UTF-16.
LONGEST: Final = 32_767
_UNIT: Final = 2


def cell_text(words: str) -> str:
    """Text with its lines kept and all other controls gone; lines are parted by a single line feed."""
    return "\n".join(one_line(line).strip() for line in words.splitlines()).strip()


def within(words: str, mark: str) -> str:
    """The text, cut where Excel holds no more of it, with ``mark`` at the end telling so."""
    if _length(words) <= LONGEST:
        return words
    room = LONGEST - _length(mark)
    return words.encode("utf-16-le")[: room * _UNIT].decode("utf-16-le", "ignore") + mark


def _length(words: str) -> int:
    return len(words.encode("utf-16-le")) // _UNIT
