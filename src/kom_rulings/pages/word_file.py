"""Saved Word documents read into a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from kom_rulings.documents.word.reading import WordLink, WordParagraph, WordTable, read_word
from kom_rulings.errors import DocumentNotRead, PageNotRead
from kom_rulings.pages.guarding import NO_TEXT, refuse_size
from kom_rulings.pages.page import Block, Grid, Link, SavedPage
from kom_rulings.pages.tidying import one_line, tidy
from kom_rulings.wording import N_, Phrase

_NOTES: Final = N_("Footnotes were left out.")
_PICTURES: Final = N_("Pictures, text boxes and embedded documents were left out.")
_HIDDEN: Final = N_("Text that the page does not show was left out.")
_DELETED: Final = N_("Text whose deletion is tracked was left out, and what was added was kept.")
_OUTSIDE: Final = N_("The document asks for files outside itself, such as a template or a picture. None was fetched.")
_Part = WordParagraph | WordTable


def read_word_page(content: bytes, file: str) -> SavedPage:
    """Read a Word file. Raises ``PageNotRead`` where it is none, or is made to do harm."""
    refuse_size(content, file)
    try:
        word = read_word(content)
    except DocumentNotRead as error:
        raise PageNotRead(file=file, reason=error.params["reason"]) from error
    parts = tuple(_parts(word.parts))
    if not parts:
        raise PageNotRead(file=file, reason=Phrase(NO_TEXT))
    metadata = {name: one_line(text) for name, text in word.properties.items()}
    left_out = (
        (_NOTES, word.notes),
        (_PICTURES, word.pictures),
        (_HIDDEN, word.hidden),
        (_DELETED, word.deleted),
        (_OUTSIDE, word.outside),
    )
    return SavedPage(
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        form="docx",
        parts=parts,
        title=metadata.get("title", ""),
        language=metadata.get("language", "").lower(),
        metadata=metadata,
        remarks=tuple(remark for remark, applies in left_out if applies),
    )


def _parts(parts: list[_Part] | tuple[_Part, ...]) -> Iterator[Block | Grid]:
    for part in parts:
        if isinstance(part, WordTable):
            yield from _table(part)
        elif text := tidy(part.text):
            yield _block(part, text)


def _block(paragraph: WordParagraph, text: str) -> Block:
    return Block(
        text,
        level=paragraph.level,
        number=paragraph.number,
        bold=paragraph.bold,
        italic=paragraph.italic,
        centred=paragraph.centred,
        styles=(paragraph.style,) if paragraph.style else (),
        inside=(("ol" if paragraph.number else "ul"),) if paragraph.listed else (),
        links=_links(paragraph.links),
    )


def _table(table: WordTable) -> Iterator[Block | Grid]:
    """A grid, or its contents one after the other where it only lays out the page."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) <= 1 or any(_is_laid_out(part) for cell in cells for part in cell):
        for cell in cells:
            yield from _parts(cell)
        return
    rows = tuple(tuple(_words(cell) for cell in row) for row in table.rows)
    links = tuple(link for cell in cells for part in cell for link in _part_links(part))
    if any(any(row) for row in rows):
        yield Grid(tuple(row for row in rows if any(row)), links=links)


def _is_laid_out(part: _Part) -> bool:
    return isinstance(part, WordTable) or part.level > 0


def _words(cell: tuple[_Part, ...]) -> str:
    return "\n".join(filter(None, (tidy(part.text) for part in cell if isinstance(part, WordParagraph))))


def _part_links(part: _Part) -> tuple[Link, ...]:
    return _links(part.links) if isinstance(part, WordParagraph) else ()


def _links(links: tuple[WordLink, ...]) -> tuple[Link, ...]:
    """Links to web pages; all others are left."""
    return tuple(
        Link(one_line(link.text), one_line(link.address))
        for link in links
        if link.address.strip().lower().startswith(("http://", "https://"))
    )
