"""Every text of a PDF: its pages, properties, metadata, bookmarks, links, remarks and texts for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.documents.pdf_structure import Pdf
from kom_rulings.leak_check.piece import IN_ALTERNATIVE, IN_COMMENT, IN_LINK, Piece, Spot, Use, property_named
from kom_rulings.wording import N_

_MOMENT: Final = re.compile(r"D:\d+.*")
_BETWEEN_TAGS: Final = re.compile(r">([^<>]+)<|=\"([^\"]+)\"|<!--(.*?)-->", re.DOTALL)


def pdf_pieces(content: bytes) -> Iterator[Piece]:
    """The texts of a PDF. Raises ``DocumentNotRead`` when it is none, is damaged or locked.

    A page is looked at line by line, for a table's cells stand side by side, and once more as a whole for numbers and
    titles that go on from one line to the next.
    """
    pdf = Pdf(content)
    if pdf.locked:
        yield Piece("", Spot(N_("the document")), Use.NOT_READ)
        return
    for n, text in enumerate(pdf.texts(), start=1):
        spot = Spot(N_("page {n}"), {"n": n})
        yield from (Piece(line, spot, Use.LINE) for line in text.splitlines() if line.strip())
        yield Piece(" ".join(text.split()), spot, Use.RUNNING)
    for name, value in pdf.information.items():
        if not _MOMENT.fullmatch(value):
            yield Piece(value, property_named(name))
    for found in _BETWEEN_TAGS.finditer(pdf.metadata):
        if words := (found[1] or found[2] or found[3] or "").strip():
            yield Piece(words, property_named("XMP"), Use.TECHNICAL)
    yield from (Piece(mark.title, Spot(N_("bookmark"))) for mark in pdf.bookmarks)
    yield from (Piece(link, IN_LINK, Use.ADDRESS) for link in pdf.links)
    yield from (Piece(words, IN_COMMENT) for words in pdf.remarks)
    yield from (Piece(words, IN_ALTERNATIVE) for words in pdf.descriptions)
    yield from (
        Piece(name, Spot(N_("the attachment {name}"), {"name": name}), Use.NOT_READ) for name in pdf.attachments
    )
