"""Tables of a page: which of them hold facts and which only lay out the page, and their rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kom_rulings.pages.elements import Element, walk
from kom_rulings.pages.known_markup import HEADINGS
from kom_rulings.pages.look import is_hidden

_BLOCKS: Final = frozenset({"p", "div", "li", "blockquote", "pre"})
#: A cell that is longer than this is text that was laid out, unless a label stands before it.
_SHORT, _LABEL = 1_000, 60
#: What a cell may span, how far to the right spans are heeded, and how many cells a table of facts may have.
_WIDEST, _MOST_COLUMNS, _MOST_CELLS = 100, 1_000, 50_000


def is_grid(element: Element) -> bool:
    """Tell whether a table or a list of terms holds facts; one that lays out the page does not."""
    if element.holds & {"table", "dl"} or element.get("role") in {"presentation", "none"}:
        return False
    rows = list(_dl_rows(element) if element.name == "dl" else _rows(element))
    if not 1 < sum(len(row) for row in rows) <= _MOST_CELLS:
        return False
    if element.holds & HEADINGS:
        return False
    if element.name == "dl" or all(_is_labelled(row, alone=len(rows) == 1) for row in rows):
        return True
    return not any(_is_laid_out(cell) for row in rows for cell in row)


def rows_of(element: Element, words: Callable[[Element], str]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, cells that span others filled up with empty ones; rows without text are left out."""
    terms = element.name == "dl"
    found = [_term(row, words) for row in _dl_rows(element)] if terms else _filled(element, words)
    return tuple(tuple(row) for row in found if any(row))


def _rows(table: Element) -> Iterator[list[Element]]:
    """The cells of every row; one that is hidden is none, and the others stand where they are shown."""
    for row in table.outermost("tr"):
        cells = [one for one in row.children if isinstance(one, Element) and one.name in {"td", "th"}]
        shown = [one for one in cells if not is_hidden(one)]
        if shown and not is_hidden(row):
            yield shown


def _dl_rows(terms: Element) -> Iterator[list[Element]]:
    """A term with what is said of it; terms that share what is said come as one row."""
    row: list[Element] = []
    for one in terms.outermost("dt", "dd"):
        if is_hidden(one):
            continue
        if one.name == "dt" and any(other.name == "dd" for other in row):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _term(row: list[Element], words: Callable[[Element], str]) -> list[str]:
    sides = ("\n".join(filter(None, (words(one) for one in row if one.name == name))) for name in ("dt", "dd"))
    return list(sides)


def _is_labelled(row: list[Element], *, alone: bool) -> bool:
    """Whether a row begins with a label: words, not only a number. One that stands alone may be a menu beside text."""
    if len(row) > 2:  # noqa: PLR2004 - a label and what it labels
        return False
    label = " ".join(row[0].text.split())
    if row[0].name == "th" or (alone and not label.endswith(":")):
        return row[0].name == "th"
    return len(row) > 1 and len(label) <= _LABEL and any(sign.isalpha() for sign in label)


def _is_laid_out(cell: Element) -> bool:
    """Whether a cell holds several paragraphs or long text."""
    blocks = sum(1 for event, what in walk(cell) if event == "open" and isinstance(what, Element) and _full(what))
    return blocks > 1 or len(" ".join(cell.text.split())) > _SHORT


def _full(element: Element) -> bool:
    """Whether a paragraph has text of its own and is none that only encloses others."""
    return element.name in _BLOCKS and not element.holds & _BLOCKS and bool(element.text.strip())


def _filled(table: Element, words: Callable[[Element], str]) -> list[list[str]]:
    rows: list[list[str]] = []
    below: dict[int, int] = {}
    for cells in _rows(table):
        row: list[str] = []
        for cell in cells:
            _pass_spanned(row, below)
            across = _span(cell, "colspan") if len(row) < _MOST_COLUMNS else 1
            down = _span(cell, "rowspan") if len(row) < _MOST_COLUMNS else 1
            below.update({len(row) + n: down - 1 for n in range(across) if down > 1})
            row.extend([words(cell), *[""] * (across - 1)])
        _pass_spanned(row, below)
        rows.append(row)
    return rows


def _pass_spanned(row: list[str], below: dict[int, int]) -> None:
    """Go past the columns that a cell of a row above reaches down into."""
    while below.get(len(row), 0) > 0:
        below[len(row)] -= 1
        row.append("")


def _span(cell: Element, name: str) -> int:
    text = cell.get(name).strip()
    return min(max(int(text), 1), _WIDEST) if text.isascii() and text.isdecimal() and len(text) < 6 else 1  # noqa: PLR2004
