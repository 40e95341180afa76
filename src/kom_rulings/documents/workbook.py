"""Plain tables as an Excel workbook, ready to filter and to print, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter

from kom_rulings.documents.cells import Value, cell_text, within
from kom_rulings.documents.package import without_times
from kom_rulings.wording import N_, Language, Wording, wording

_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
#: Excel keeps this name for itself.
_RESERVED: Final = frozenset({"history"})
#: Excel's limit is 255 signs with what we write around the title; an ampersand counts twice.
_LONGEST_HEADER: Final = 100
#: Older versions of Excel show ##### for a longer text in a cell that is told to be text.
_LONGEST_AS_TEXT: Final = 255
#: So many signs of a row can be read across a printed page.
_SIGNS_ACROSS: Final = 260
_A4: Final = 9
_DAYS: Final[dict[Language, str]] = {"nb": "dd.mm.yyyy", "en": "yyyy-mm-dd"}
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_HEAD: Final = {**_CELL, "bold": True, "bg_color": "#E7E6E6", "font_color": "#000000"}


@dataclass(frozen=True)
class Sheet:
    """A table: the name of its sheet, one head per column, rows as long as the heads, widths in signs."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Properties:
    """What the file tells of itself; ``as_of`` stands for the day it was made."""

    title: str
    subject: str
    author: str
    as_of: dt.date
    language: Language


def workbook(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """Make the workbook, a sheet for each table. No text in it is ever read as a formula or a link.

    Text that is longer than a cell can hold is cut, and says so.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, dict(_OPTIONS))
    _tell(book, properties)
    writer = _Writer(book, properties)
    taken: set[str] = set()
    for sheet in sheets:
        writer.write(sheet, sheet_name(sheet.name, taken))
    book.close()
    return without_times(stream.getvalue())


def sheet_name(words: str, taken: set[str]) -> str:
    """A name that Excel takes for a sheet, unlike those ``taken``, to which it is added."""
    name = _NOT_IN_NAMES.sub(" ", cell_text(words)).strip("' ")[:_LONGEST_NAME].strip("' ") or "1"
    free, n = name, 1
    while free.casefold() in taken | _RESERVED:
        n += 1
        free = f"{name[: _LONGEST_NAME - len(f' {n}')]} {n}"
    taken.add(free.casefold())
    return free


def _tell(book: Any, properties: Properties) -> None:
    about = {"title": properties.title, "subject": properties.subject, "author": properties.author}
    midnight = dt.datetime.combine(properties.as_of, dt.time())
    book.set_properties({**{name: cell_text(words) for name, words in about.items()}, "created": midnight})


class _Writer:
    """Writes sheet after sheet with the same formats."""

    def __init__(self, book: Any, properties: Properties) -> None:
        self._book, self._properties = book, properties
        self._say: Wording = wording(properties.language)
        self._head = book.add_format(_HEAD)
        self._text = book.add_format({**_CELL, "num_format": "@"})
        self._long = book.add_format(_CELL)
        self._whole = book.add_format({**_CELL, "num_format": "0"})
        self._part = book.add_format({**_CELL, "num_format": "0.0"})
        self._day = book.add_format({**_CELL, "num_format": _DAYS[properties.language], "align": "left"})

    def write(self, sheet: Sheet, name: str) -> None:
        page = self._book.add_worksheet(name)
        self._set_up(page, len(sheet.heads), len(sheet.rows), sum(sheet.widths))
        for column, (head, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, cell_text(head), self._head)
        for n, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                self._cell(page, n, column, value)

    def _cell(self, page: Any, row: int, column: int, value: Value) -> None:
        match value:
            case str():
                words = within(cell_text(value), self._say(N_(" … (cut: the text is longer than a cell can hold)")))
                page.write_string(row, column, words, self._text if len(words) < _LONGEST_AS_TEXT else self._long)
            case dt.date():
                page.write_datetime(row, column, value, self._day)
            case int() | float():
                page.write_number(row, column, value, self._whole if value == int(value) else self._part)

    def _set_up(self, page: Any, columns: int, rows: int, signs: int) -> None:
        """The head stays in sight and stands on every page; the sheet is filtered, and printed across A4.

        A table too wide to be read on one page goes over several, each with the column that names the rows.
        """
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, rows, columns - 1)
        page.repeat_rows(0)
        page.repeat_columns(0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(-(-signs // _SIGNS_ACROSS), 0)
        title = cell_text(self._properties.title)[:_LONGEST_HEADER].replace("&", "&&")
        page.set_header(f"&L{title}")
        page.set_footer("&R" + self._say(N_("Page {page} of {pages}"), page="&P", pages="&N"))
