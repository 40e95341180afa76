"""The runs of a paragraph put together again: Word splits a sentence wherever its look or its history changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kom_rulings.documents.accessibility.package import q
from kom_rulings.leak_check.piece import Piece, Spot
from kom_rulings.wording import N_

_PARAGRAPH, _DRAWN_PARAGRAPH = q("w:p"), q("a:p")
_SPACE: Final = frozenset({q("w:tab"), q("w:br"), q("w:cr"), q("w:noBreakHyphen"), q("a:br")})
_TEXT: Final = (q("w:t"), q("w:delText"), q("w:tab"), q("w:br"), q("w:cr"), q("a:t"), q("a:br"), q("w:noBreakHyphen"))
_HYPHEN: Final = q("w:noBreakHyphen")
_CHART_VALUE: Final = q("c:v")
_NOTE: Final = "{*}text"
_WORKBOOK: Final = "xl/"
_BODY: Final = "word/document.xml"


def joined_runs(root: Any, name: str, spot: Spot) -> Iterator[Piece]:
    """The paragraphs of a part, those of the body by their number, and the words and numbers of a chart."""
    for n, paragraph in enumerate(root.iter(_PARAGRAPH), start=1):
        if words := _words(paragraph):
            yield Piece(words, Spot(N_("paragraph {n}"), {"n": n}) if name == _BODY else spot)
    for paragraph in root.iter(_DRAWN_PARAGRAPH):
        if words := _words(paragraph):
            yield Piece(words, spot)
    for note in root.iter(_NOTE) if name.startswith(_WORKBOOK) else ():
        yield Piece("".join(part.text or "" for part in note.iter("{*}t")) or (note.text or ""), spot)
    for value in root.iter(_CHART_VALUE):
        yield Piece(value.text or "", spot)


def _words(paragraph: Any) -> str:
    parts = (_part(one) for one in paragraph.iter(_TEXT))
    return "".join(parts).strip()


def _part(element: Any) -> str:
    if element.tag in _SPACE:
        return "-" if element.tag == _HYPHEN else " "
    return element.text or ""
