"""The cells of a workbook by sheet and place, what no cell shows any longer, and numbers that may be somebody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kom_rulings.documents.accessibility.package import Package
from kom_rulings.leak_check.piece import Piece, Spot
from kom_rulings.wording import N_

_STRINGS: Final = "xl/sharedStrings.xml"
_SHEETS: Final = "xl/worksheets/"
#: An identity number or an account that was typed as a number; a first nought is gone then.
_DIGITS: Final = 11


def number_as_text(number: str) -> str:
    """The digits of a number that is long enough to be somebody's, with the nought that it may have lost; else nothing.

    >>> number_as_text("1039912345")
    '01039912345'
    """
    digits = number.strip().removesuffix(".0")
    return digits.zfill(_DIGITS) if digits.isdigit() and len(digits) in (_DIGITS - 1, _DIGITS) else ""


def cells(package: Package, inside: Spot | None) -> Iterator[Piece]:
    """The cells of every sheet; nothing where the package is no workbook."""
    strings = _strings(package)
    shown: set[int] = set()
    names = _sheet_names(package)
    for part in (name for name in package.names if name.startswith(_SHEETS) and name.endswith(".xml")):
        for cell in package.xml(part).iter("{*}c"):
            number = _shared(cell)
            if number is not None:
                shown.add(number)
            words = strings[number] if number is not None and number < len(strings) else _own_words(cell)
            if words:
                yield Piece(words, inside or _spot(cell.get("r", ""), names.get(part, part)))
    hidden = (words for n, words in enumerate(strings) if n not in shown)
    yield from (Piece(words, inside or Spot(N_("a text that no cell shows"))) for words in hidden)


def _strings(package: Package) -> Sequence[str]:
    root = package.xml(_STRINGS)
    return () if root is None else [_joined(item) for item in root.iter("{*}si")]


def _sheet_names(package: Package) -> dict[str, str]:
    """The name on the tab of each sheet, by the name of its part."""
    relations = package.relations(package.main)
    found: dict[str, str] = {}
    for sheet in package.xml(package.main).iter("{*}sheet"):
        relation = next((relations[value] for value in sheet.attrib.values() if value in relations), None)
        if relation is not None:
            found[relation.target] = sheet.get("name", "")
    return found


def _shared(cell: Any) -> int | None:
    value = cell.findtext("{*}v") or ""
    return int(value) if cell.get("t") == "s" and value.isdigit() else None


def _own_words(cell: Any) -> str:
    """What stands in the cell itself: words, what a formula gives, or a number."""
    if cell.get("t") == "inlineStr":
        return _joined(cell)
    value = cell.findtext("{*}v") or ""
    return value if cell.get("t") == "str" else number_as_text(value)


def _joined(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter("{*}t"))


def _spot(place: str, sheet: str) -> Spot:
    return Spot(N_("cell {cell} on the sheet “{sheet}”"), {"cell": place, "sheet": sheet})
