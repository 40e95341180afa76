"""The template: opened, checked for all that the document needs of it, and told by what its styles are called."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kom_rulings.documents.outline import Heading
from kom_rulings.documents.unpacking import DAMAGED
from kom_rulings.documents.word.chapter_numbers import OddNumbers, signs_after_numbers
from kom_rulings.documents.word.pages import Pages, last_section
from kom_rulings.documents.word.safe_package import safe_package
from kom_rulings.errors import TemplateLacksStyles, TemplateUnusable
from kom_rulings.wording import N_, Phrase

TEMPLATE: Final = Path(__file__).parents[2] / "data" / "overview.docx"
_STYLES: Final = {
    "paragraph": (
        *("Normal", "Header", "Footer", "Subtitle", "Caption", "List Bullet", "TOC 2", "TOC 3"),
        *("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5"),
        *("KOM Closing", "KOM Note", "KOM Lead", "KOM Source", "KOM Rulings", "KOM Contents Heading", "KOM Chart"),
        *("KOM After Table", "KOM After Table Closing"),
        *("KOM Table Text", "KOM Table Text Kept", "KOM Table Number", "KOM Table Number Kept"),
    ),
    "character": ("Hyperlink", "Strong", "Emphasis"),
    "table": ("KOM Table",),
}
#: The names of the styles that a template must have.
REQUIRED_STYLES: Final = tuple(name for names in _STYLES.values() for name in names)
#: The narrowest text, in twips, in which a table of convictions can still be read: nine centimetres.
_NARROWEST: Final = 5100

_NARROW = N_("its page leaves too little room for text between the margins.")
_ODD_NUMBERS = N_("it numbers the styles Heading 2 and Heading 3 in another way than 1 and 1.1.")


@dataclass(frozen=True)
class Template:
    """An opened template.

    ``styles`` are the ids of its styles by name, ``right_tabs`` the names of those that bring their own tab to the
    right edge, ``signs`` what it writes after the numbers of the headings that it numbers, by their level.
    """

    document: WordDocument
    styles: Mapping[str, str]
    right_tabs: frozenset[str]
    signs: Mapping[int, str]
    pages: Pages
    font: str

    def chapter_number(self, heading: Heading) -> str:
        """The number that Word shows before a heading; empty where the template numbers none."""
        numbered = heading.number and heading.level in self.signs
        return f"{heading.number}{self.signs[heading.level]}" if numbered else ""


def open_template(file: Path) -> Template:
    """Open and check a template. Raises ``TemplateUnusable``, or ``TemplateLacksStyles`` with all that are missing."""
    content = safe_package(file)
    try:
        # The file may hold anything, and the library then fails in any way.
        return _opened(file, Document(io.BytesIO(content)))
    except TemplateUnusable:
        raise
    except OddNumbers as error:
        raise TemplateUnusable(file=file, reason=Phrase(_ODD_NUMBERS)) from error
    except Exception as error:
        raise TemplateUnusable(file=file, reason=Phrase(DAMAGED)) from error


def _opened(file: Path, document: WordDocument) -> Template:
    # Word does not tell capitals from small letters in the names of styles.
    there = {(style.type.name.lower(), (style.name or "").lower()): style.element for style in document.styles}
    wanted = {name: (kind, name.lower()) for kind, names in _STYLES.items() for name in names}
    if missing := [name for name, key in wanted.items() if key not in there]:
        raise TemplateLacksStyles(file=file, styles=", ".join(missing))
    styles = {name: there[key] for name, key in wanted.items()}
    _ = document.settings.odd_and_even_pages_header_footer  # Settings of another shape fail here, not while writing.
    pages = Pages(last_section(document))
    if pages.text_width(across=False) < _NARROWEST:
        raise TemplateUnusable(file=file, reason=Phrase(_NARROW))
    return Template(
        document=document,
        styles={name: style.get(qn("w:styleId")) for name, style in styles.items()},
        right_tabs=frozenset(name for name, style in styles.items() if _has_right_tab(style)),
        signs=signs_after_numbers(document, {2: styles["Heading 2"], 3: styles["Heading 3"]}),
        pages=pages,
        font=_font(styles["Normal"], document),
    )


def _has_right_tab(style: Any) -> bool:
    return any(tab.get(qn("w:val")) == "right" for tab in style.iter(qn("w:tab")))


def _font(normal: Any, document: WordDocument) -> str:
    """The font of the text, for the charts; without one they take that of the theme."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    return next(_named_fonts([normal, *([] if defaults is None else [defaults])]), "+mn-lt")


def _named_fonts(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        for fonts in element.iter(qn("w:rFonts")):
            if name := fonts.get(qn("w:ascii")):
                yield name
