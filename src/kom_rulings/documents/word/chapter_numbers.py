"""How a template numbers chapters: Word writes the numbers of headings itself, and the contents must agree with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

#: The numbers of a chapter and of a part of one, as a list of Word spells them; a full stop may follow.
_CHAPTER, _PART = "%{chapter}", "%{chapter}.%{part}"
_FULL_STOP: Final = "."
_LONGEST_CHAIN: Final = 20


class OddNumbers(Exception):
    """The template numbers chapters in a way that the contents cannot show."""


def signs_after_numbers(document: WordDocument, headings: Mapping[int, Any]) -> Mapping[int, str]:
    """What follows the number of a heading, a full stop or nothing, by level, for the levels that are numbered.

    ``headings`` are the styles of chapters and of their parts, by level. Raises ``OddNumbers`` where Word would write
    other numbers than 1 and 1.1.
    """
    found = {level: place for level, style in headings.items() if (place := _list_level(document, style)) is not None}
    chapter, part = sorted(headings)
    if not found:
        return {}
    if chapter not in found:
        raise OddNumbers
    places = {level: int(place.get(qn("w:ilvl"))) + 1 for level, place in found.items()}
    signs = {chapter: _sign(found[chapter], _CHAPTER.format(chapter=places[chapter]))}
    if part in found:
        if found[part].getparent() is not found[chapter].getparent() or places[part] != places[chapter] + 1:
            raise OddNumbers
        signs[part] = _sign(found[part], _PART.format(chapter=places[chapter], part=places[part]))
    return signs


def _sign(level: Any, expected: str) -> str:
    """What stands after the number; it must be a plain number that begins with 1."""
    spelled, form, start = (_value(level.find(qn(name))) for name in ("w:lvlText", "w:numFmt", "w:start"))
    sign = spelled.removeprefix(expected)
    if not spelled.startswith(expected) or sign not in {"", _FULL_STOP} or form != "decimal" or start != "1":
        raise OddNumbers
    return sign


def _list_level(document: WordDocument, style: Any) -> Any | None:
    """The level of the list that the style belongs to, or nothing where it is not numbered."""
    numbered = _numbered(document, style)
    if numbered is None or (number := _value(numbered.find(qn("w:numId")))) == "0":
        return None
    numbering = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    one = _with_id(numbering, "w:num", "w:numId", number)
    levels = _with_id(numbering, "w:abstractNum", "w:abstractNumId", _value(one.find(qn("w:abstractNumId"))))
    if one.find(qn("w:lvlOverride")) is not None:
        raise OddNumbers
    # Word finds the level of a style by the style that the level names; what the style says of it comes second.
    for level in levels.iter(qn("w:lvl")):
        if _value(level.find(qn("w:pStyle"))) == style.get(qn("w:styleId")):
            return level
    return _with_id(levels, "w:lvl", "w:ilvl", _value(numbered.find(qn("w:ilvl"))) or "0")


def _numbered(document: WordDocument, style: Any) -> Any | None:
    """The numbering of a style, its own or that of the style it is based on."""
    for _ in range(_LONGEST_CHAIN):
        for numbered in style.iter(qn("w:numPr")):
            if numbered.find(qn("w:numId")) is not None:
                return numbered
        base = _value(style.find(qn("w:basedOn")))
        if not base:
            return None
        style = _with_id(document.styles.element, "w:style", "w:styleId", base)
    return None


def _with_id(parent: Any, name: str, attribute: str, wanted: str) -> Any:
    for element in parent.iter(qn(name)):
        if element.get(qn(attribute)) == wanted:
            return element
    raise OddNumbers


def _value(element: Any | None) -> str:
    return "" if element is None else element.get(qn("w:val"), "")
