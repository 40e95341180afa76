"""Page numbers for the contents, as LibreOffice lays the document out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kom_rulings.documents.outline import Heading, Outline
from kom_rulings.documents.pdf import to_pdf
from kom_rulings.documents.pdf_structure import Pdf
from kom_rulings.documents.word import render
from kom_rulings.errors import DocumentNotRead, PdfNotMade
from kom_rulings.wording import N_, Phrase

#: So often are numbers put in and pages counted anew: writing a number may push a heading to the next page.
_ROUNDS: Final = 4
_OTHER_HEADINGS = N_("its bookmarks are not the headings of the document")
_NEVER_STILL = N_("the page numbers change each time they are put in")


def paginated(outline: Outline, template: Path, office: Path) -> bytes:
    """The document with the page of each heading in its contents, as they stand in the footer: the first page is 1.

    Raises ``PdfNotMade`` where LibreOffice fails, or where the numbers never hold: wrong ones would be worse than none.
    """
    headings = [block for block in outline.blocks if isinstance(block, Heading)]
    pages: dict[str, int] = {heading.anchor: 1 for heading in headings}
    for _ in range(_ROUNDS):
        document = render(outline, template, pages)
        laid_out = heading_pages(to_pdf(document, office, outline.as_of), len(headings))
        counted = dict(zip((heading.anchor for heading in headings), laid_out, strict=True))
        if counted == pages:
            return document
        pages = counted
    raise PdfNotMade(reason=Phrase(_NEVER_STILL))


def heading_pages(pdf: bytes, count: int) -> list[int]:
    """The page, from 1, of each of ``count`` headings, by the bookmarks that LibreOffice makes of them in order.

    The order tells which is which, for several headings may have the same words. Raises ``PdfNotMade`` where there are
    more or fewer, for then it would not.
    """
    try:
        pages = [bookmark.page for bookmark in Pdf(pdf).bookmarks]
    except DocumentNotRead as error:
        raise PdfNotMade(reason=str(error)) from error
    if len(pages) != count:
        raise PdfNotMade(reason=Phrase(_OTHER_HEADINGS))
    return pages
