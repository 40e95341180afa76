"""Page numbers for the contents, as LibreOffice lays the document out; the only importer of pypdf beside the gate."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kom_rulings.documents.outline import Heading, Outline
from kom_rulings.documents.pdf import to_pdf
from kom_rulings.documents.word import render
from kom_rulings.errors import PdfNotMade
from kom_rulings.wording import N_, Phrase

#: So often are numbers put in and pages counted anew: writing a number may push a heading to the next page.
_ROUNDS: Final = 4
_OTHER_HEADINGS = N_("its bookmarks are not the headings of the document")
_NEVER_STILL = N_("the page numbers change each time they are put in")


def paginated(outline: Outline, template: Path, office: Path) -> bytes:
    """The document with the page of each heading in its contents.

    Raises ``PdfNotMade`` where LibreOffice fails, or where the numbers never hold.
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
    """The page, from 1, of each of ``count`` headings, by the bookmarks that LibreOffice makes of them in order."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        pages = [page for page in _pages(reader, reader.outline) if page is not None]
    except PyPdfError as error:
        raise PdfNotMade(reason=str(error)) from error
    if len(pages) != count:
        raise PdfNotMade(reason=Phrase(_OTHER_HEADINGS))
    return [page + 1 for page in pages]


def _pages(reader: PdfReader, entries: Sequence[Any]) -> Iterator[int | None]:
    """The pages of bookmarks and of those below them, in the order of the document."""
    for entry in entries:
        if isinstance(entry, list):
            yield from _pages(reader, entry)
        else:
            yield reader.get_destination_page_number(entry)
