"""Point 19 in the PDF: tagged, in its language, its title shown, with bookmarks, fonts, header cells and texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from kom_rulings.documents.accessibility.failures import Failure, in_pdf
from kom_rulings.documents.pdf_structure import Pdf


def check_pdf(content: bytes, title: str, language: str) -> list[Failure]:
    """Check a PDF that was made of a document with this title and language (nb, or nb-NO).

    Raises ``DocumentNotRead`` when it is no PDF.
    """
    pdf = Pdf(content)
    if pdf.locked:
        return [Failure("pdf-locked", in_pdf())]
    return [*_whole(pdf, title, language), *_parts(pdf)]


def _whole(pdf: Pdf, title: str, language: str) -> Iterator[Failure]:
    if not pdf.tagged:
        yield Failure("pdf-untagged", in_pdf())
    if not f"{pdf.language.lower()}-".startswith(f"{language.lower()}-"):
        yield Failure("pdf-language", in_pdf(), {"found": pdf.language or "–", "language": language})
    if pdf.title != title:
        yield Failure("pdf-title", in_pdf(), {"found": pdf.title or "–", "title": title})
    if not pdf.shows_title:
        yield Failure("pdf-title-hidden", in_pdf())
    if not pdf.says_ua:
        yield Failure("pdf-ua", in_pdf())
    if not pdf.bookmarks:
        yield Failure("pdf-bookmarks", in_pdf())


def _parts(pdf: Pdf) -> Iterator[Failure]:
    for font in pdf.fonts_not_embedded:
        yield Failure("pdf-font", in_pdf(), {"font": font})
    numbers = {"Table": count(1), "Figure": count(1)}
    codes = {"Table": "pdf-table", "Figure": "pdf-picture"}
    for tag in pdf.tags:
        n = next(numbers[tag.kind])
        if not tag.sound:
            yield Failure(codes[tag.kind], in_pdf(), {"n": n})
