"""WordprocessingML as text: the only place where words are cleaned and escaped.

Markup is written as text and parsed once: in a large document that is many times faster than element by element.
"""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.documents.package import clean

_BREAKS: Final = re.compile("(\r\n|[\n\r\x85\u2028\u2029]|\t)")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

#: What stands where the outline says nothing: nobody can hear an empty cell.
NOTHING: Final = "–"


def escaped(words: str) -> str:
    """Words for the inside of an element or attribute, on one line."""
    return _BREAKS.sub(" ", clean(words)).translate(_ESCAPES)


def text(words: str) -> str:
    """The inside of a run: its words, with line breaks and tabs as Word writes them."""
    parts = _BREAKS.split(clean(words))
    return "".join(_piece(part, is_break=n % 2 == 1) for n, part in enumerate(parts) if part)


def _piece(part: str, *, is_break: bool) -> str:
    if is_break:
        return "<w:tab/>" if part == "\t" else "<w:br/>"
    return f'<w:t xml:space="preserve">{part.translate(_ESCAPES)}</w:t>'


def run(words: str, properties: str = "") -> str:
    """A run of text; nothing where nothing can be written."""
    inside = text(words)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>" if inside else ""


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of the style with this id; ``properties`` are those that no style can give."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def says_something(words: str) -> bool:
    """Whether anything can be seen of the words."""
    return not clean(words).isspace() and bool(clean(words))


def spoken(words: str) -> str:
    """The words, or a dash where there is nothing to be seen of them: a heading that is empty cannot be found."""
    return words if says_something(words) else NOTHING


def ending_a_section(markup: str) -> str:
    """The paragraph as the last one of its section; what the section is like is filled in later."""
    return markup.replace("</w:pPr>", "<w:sectPr/></w:pPr>", 1)
