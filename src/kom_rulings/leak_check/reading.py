"""A finished file as its texts, by its ending: the bytes that leave are looked at, not what they were made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kom_rulings.errors import DocumentNotRead
from kom_rulings.leak_check.office_files import office_pieces
from kom_rulings.leak_check.pdf_files import pdf_pieces
from kom_rulings.leak_check.piece import IN_FILE_NAME, Piece, Spot, Use
from kom_rulings.leak_check.plain_files import (
    citation_pieces,
    data_pieces,
    markdown_pieces,
    table_pieces,
    text_pieces,
)
from kom_rulings.leak_check.web_pages import web_page_pieces
from kom_rulings.wording import N_

#: What reads a file, by how its name ends.
READERS: Final[Mapping[str, Callable[[bytes], Iterator[Piece]]]] = {
    ".docx": office_pieces,
    ".xlsx": office_pieces,
    ".pdf": pdf_pieces,
    ".html": web_page_pieces,
    ".md": markdown_pieces,
    ".csv": table_pieces,
    ".json": data_pieces,
    ".ris": citation_pieces,
    ".txt": text_pieces,
}
_WHOLE: Final = Spot(N_("the whole file"))


def pieces_of(name: str, content: bytes) -> Iterator[Piece]:
    """The texts of a file, its name first. What cannot be read is told as such, for it may hold anything."""
    yield Piece(name, IN_FILE_NAME, Use.NAME)
    reader = next((reader for ending, reader in READERS.items() if name.lower().endswith(ending)), None)
    if reader is None:
        yield Piece(name, _WHOLE, Use.NOT_READ)
        return
    try:
        yield from reader(content)
    except (DocumentNotRead, ValueError, RecursionError):
        yield Piece(name, _WHOLE, Use.NOT_READ)
