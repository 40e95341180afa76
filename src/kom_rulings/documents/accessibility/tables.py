"""Points 6 to 9: tables with a header row and a first column that are heard, plain filled cells, and whole rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kom_rulings.documents.accessibility.document import Document, Table, cells_of, repeats
from kom_rulings.documents.accessibility.failures import Failure
from kom_rulings.documents.accessibility.package import is_on, q, value


def check_header_rows(document: Document) -> Iterator[Failure]:
    """Point 6: the first row is marked and repeated as header, and no row is so marked below the headers."""
    for table in document.tables:
        if not table.rows or not repeats(table.rows[0]):
            yield Failure("table-header", table.place())
        if not table.look("firstRow"):
            yield Failure("table-header-look", table.place())
        below = False
        for n, row in enumerate(table.rows, start=1):
            if repeats(row) and below:
                yield Failure("table-header-below", table.place(n))
            below = below or not repeats(row)


def check_first_columns(document: Document) -> Iterator[Failure]:
    """Point 7: the first column is marked as the one that names the row."""
    for table in document.tables:
        if not table.look("firstColumn"):
            yield Failure("table-first-column", table.place())


def check_cells(document: Document) -> Iterator[Failure]:
    """Point 8: every row has the cells of the grid, none merged, none empty, no table within a table."""
    for table in document.tables:
        if table.nested:
            yield Failure("table-nested", table.place())
        columns = len(table.element.findall(f"{q('w:tblGrid')}/{q('w:gridCol')}"))
        for y, row in enumerate(table.rows, start=1):
            cells = cells_of(row)
            if len(cells) != columns and not any(_merged(cell) for cell in cells):
                yield Failure("row-uneven", table.place(y), {"cells": len(cells), "columns": columns})
            for x, cell in enumerate(cells, start=1):
                if _merged(cell):
                    yield Failure("cell-merged", table.place(y, x))
                elif not _filled(cell):
                    yield Failure("cell-empty", table.place(y, x))


def check_rows_and_titles(document: Document) -> Iterator[Failure]:
    """Point 9: no row is divided between pages; the table has a title and a description for those who hear it."""
    for table in document.tables:
        for n, row in enumerate(table.rows, start=1):
            if not is_on(row.find(q("w:trPr")), "w:cantSplit"):
                yield Failure("row-splits", table.place(n))
        if not table.title.strip():
            yield Failure("table-title", table.place())
        if not _description(table).strip():
            yield Failure("table-description", table.place())


def _description(table: Table) -> str:
    return value(table.properties, "w:tblDescription") or ""


def _merged(cell: Any) -> bool:
    properties = cell.find(q("w:tcPr"))
    spanned = value(properties, "w:gridSpan")
    return (spanned or "1") != "1" or any(value(properties, name) is not None for name in ("w:vMerge", "w:hMerge"))


def _filled(cell: Any) -> bool:
    return (
        any((one.text or "").strip() for one in cell.iter(q("w:t")))
        or next(cell.iter(q("w:drawing")), None) is not None
    )
