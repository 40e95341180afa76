"""The gate: a Word file, and the PDF made of it, go through all twenty points before they leave the house."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kom_rulings.documents.accessibility.contrast import check_contrast
from kom_rulings.documents.accessibility.document import Document
from kom_rulings.documents.accessibility.failures import Failure, in_document
from kom_rulings.documents.accessibility.headings import check_contents, check_headings
from kom_rulings.documents.accessibility.languages import check_language, check_passages
from kom_rulings.documents.accessibility.layout import check_edges, check_spacing, check_text
from kom_rulings.documents.accessibility.leftovers import check_author, check_fonts, check_protection, check_title
from kom_rulings.documents.accessibility.links import check_links
from kom_rulings.documents.accessibility.package import q, read_package
from kom_rulings.documents.accessibility.pdf_tags import check_pdf
from kom_rulings.documents.accessibility.pictures import check_captions, check_descriptions, check_places
from kom_rulings.documents.accessibility.tables import (
    check_cells,
    check_first_columns,
    check_header_rows,
    check_rows_and_titles,
)
from kom_rulings.errors import NotAccessible

#: What looks into a Word file for each point, by its number.
CHECKS: Final[dict[int, Callable[[Document], Iterable[Failure]]]] = {
    1: check_title,
    2: check_language,
    3: check_passages,
    4: check_headings,
    5: check_contents,
    6: check_header_rows,
    7: check_first_columns,
    8: check_cells,
    9: check_rows_and_titles,
    10: check_captions,
    11: check_descriptions,
    12: check_places,
    13: check_links,
    14: check_contrast,
    15: check_spacing,
    16: check_text,
    17: check_edges,
    18: check_protection,
    19: check_fonts,
    20: check_author,
}
#: A Word file with a password is no zip file, but one of Office's older containers.
_LOCKED: Final = bytes.fromhex("d0cf11e0a1b11ae1")


def check_docx(content: bytes) -> list[Failure]:
    """Every failure of a Word file, in the order of the points; empty when all twenty hold.

    Raises ``DocumentNotRead`` when it is no Word file.
    """
    if content.startswith(_LOCKED):
        return [Failure("locked", in_document())]
    document = Document(read_package(content))
    return [failure for check in CHECKS.values() for failure in check(document)]


def require_accessible(docx: bytes, pdf: bytes | None = None) -> None:
    """Raise ``NotAccessible`` with all that fails in a Word file, and in the PDF that was made of it."""
    failures = check_docx(docx)
    if pdf is not None and not any(failure.code == "locked" for failure in failures):
        document = Document(read_package(docx))
        core = document.package.xml(document.package.first("", "core-properties"))
        title = "" if core is None else (core.findtext(q("dc:title")) or "").strip()
        failures += check_pdf(pdf, title, document.language)
    if failures:
        raise NotAccessible(failures)
