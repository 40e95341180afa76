"""Header and footer: the template's own where it has any, ours where it has none."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kom_rulings.documents.outline import Outline
from kom_rulings.documents.word.fields import field
from kom_rulings.documents.word.markup import paragraph, run
from kom_rulings.documents.word.template import Template
from kom_rulings.wording import N_, wording

#: What shows that a header or footer says something: words, pictures, fields.
_CONTENT: Final = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object", "instrText", "fldSimple"))
_SUBJECT: Final = "SUBJECT"


def write_running_heads(template: Template, outline: Outline) -> None:
    """Write the header (title and date) and the footer (page x of y).

    A header or footer of the template stays as it is, with one exception: a paragraph that holds the field SUBJECT
    tells the date of the overview, and is written anew, so that an earlier overview can be the template. A template
    without any header or footer gets ours, and a title page without.
    """
    document = template.document
    section = document.sections[0]
    if not _has_any(section):
        section.different_first_page_header_footer = True
    for header in (section.header, *([section.even_page_header] if _differ(document) else [])):
        _fill(header._element, template.styles["Header"], _header(outline))
    for footer in (section.footer, *([section.even_page_footer] if _differ(document) else [])):
        _fill(footer._element, template.styles["Footer"], _footer(outline))
    for header in (section.first_page_header, section.first_page_footer):
        if not header.is_linked_to_previous:
            _renew(header._element, _header(outline))


def _has_any(section: Any) -> bool:
    return any(element.tag in {qn("w:headerReference"), qn("w:footerReference")} for element in section._sectPr)


def _differ(document: WordDocument) -> bool:
    return bool(document.settings.odd_and_even_pages_header_footer)


def _header(outline: Outline) -> str:
    return field("TITLE", outline.title) + run(" – ") + field(_SUBJECT, outline.subject)


def _footer(outline: Outline) -> str:
    # The signs cut the sentence where the numbers stand.
    before, between, after = wording(outline.language)(N_("Page {page} of {pages}"), page="\0", pages="\0").split("\0")
    return run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + run(after)


def _fill(element: Any, style: str, inside: str) -> None:
    if _says_something(element):
        _renew(element, inside)
        return
    for child in list(element):
        element.remove(child)
    element.append(_parsed(paragraph(style, inside)))


def _renew(element: Any, inside: str) -> None:
    """Write the paragraphs that tell the date anew; their looks stay."""
    for old in list(element.iter(qn("w:p"))):
        if any(_SUBJECT in (words.text or "") for words in old.iter(qn("w:instrText"))):
            for child in list(old)[1 if old.pPr is not None else 0 :]:
                old.remove(child)
            old.extend(list(_parsed(paragraph("", inside)))[1:])


def _says_something(element: Any) -> bool:
    words = "".join(part.text or "" for part in element.iter(qn("w:t")))
    return bool(words.strip()) or any(True for _ in element.iter(*_CONTENT))


def _parsed(markup: str) -> Any:
    return parse_xml(markup.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
