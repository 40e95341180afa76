"""Pages: upright and laid across, as sections that follow one another on new pages."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

#: A4 in twips, for a template that names no size, and Word's own margins.
_A4: Final = (11906, 16838)
_MARGIN: Final = 1440
#: What only the first section has: headers and footers go on from it, the title page and the first number do not.
_FIRST_ONLY: Final = ("w:headerReference", "w:footerReference", "w:titlePg", "w:pgNumType")
#: What stands before the kind of a section.
_BEFORE_KIND: Final = {qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")}


_REFERENCES: Final = (qn("w:headerReference"), qn("w:footerReference"))


def last_section(document: WordDocument) -> Any:
    """The last section of a template, with the headers, footers and title page that it has from those before it."""
    *before, last = document.sections
    for section in reversed(before):
        there = {_reference(one) for one in last._sectPr if one.tag in _REFERENCES}
        missing = [one for one in section._sectPr if one.tag in _REFERENCES and _reference(one) not in there]
        for one in reversed(missing):
            last._sectPr.insert(0, deepcopy(one))
    last.different_first_page_header_footer = document.sections[0].different_first_page_header_footer
    return last._sectPr


def _reference(element: Any) -> tuple[str, str]:
    return element.tag, element.get(qn("w:type"), "default")


class Pages:
    """The pages of a template, as its last section has them."""

    def __init__(self, section: Any) -> None:
        self._section = section
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        self._sides = sorted(_twips(size, name, edge) for name, edge in zip(("w", "h"), _A4, strict=True))
        self._margins = _twips(margins, "left", _MARGIN) + _twips(margins, "right", _MARGIN)
        self._margins += _twips(margins, "gutter", 0)

    def text_width(self, *, across: bool) -> int:
        """The width of the text on a page, in twips."""
        return self._sides[across] - self._margins

    def section(self, *, first: bool, across: bool) -> Any:
        """The properties of a section that begins on a new page."""
        section = deepcopy(self._section)
        for name in (*(() if first else _FIRST_ONLY), "w:type", "w:pgSz"):
            for element in section.findall(qn(name)):
                section.remove(element)
        width, height = self._sides[across], self._sides[not across]
        orient = ' w:orient="landscape"' if across else ""
        place = sum(element.tag in _BEFORE_KIND for element in section)
        section.insert(place, parse_xml(f'<w:pgSz {nsdecls("w")} w:w="{width}" w:h="{height}"{orient}/>'))
        section.insert(place, parse_xml(f'<w:type {nsdecls("w")} w:val="nextPage"/>'))
        return section


def _twips(element: Any | None, name: str, otherwise: int) -> int:
    value = None if element is None else element.get(qn(f"w:{name}"))
    return otherwise if value is None else int(value)
