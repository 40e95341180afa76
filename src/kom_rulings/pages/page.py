"""A saved page as plain parts: whatever it was saved as, its readers see headings, paragraphs and tables of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kom_rulings.dates import PartialDate


@dataclass(frozen=True)
class Link:
    """An address that a text leads to; only http and https are kept."""

    text: str
    address: str


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item of a list.

    ``text`` is never empty, and tidied: composed signs, plain spaces, no soft hyphens, a line break where the page had
    one. ``level`` is that of a heading, from 1, and 0 for all else. ``number`` is what the page's own numbering puts
    before the text without writing it (``<ol>``, Word), as it is shown: “3.”, “b)”, “2.1”. ``styles`` are class names
    or the name of a Word style, in small letters: they change from page to page and are hints only. ``inside`` are the
    names of what encloses the block, from the outside in: ids as ``#documentBody``, and ``main``, ``article``,
    ``header``, ``footer``, ``aside``, ``ol``, ``ul``, ``blockquote``.
    """

    text: str
    level: int = 0
    number: str = ""
    bold: bool = False
    italic: bool = False
    centred: bool = False
    styles: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the text, each without spaces around it; empty ones are left out."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]


@dataclass(frozen=True)
class Grid:
    """A table of short cells, or a list of terms as two columns. Tables that only lay out the page are none."""

    rows: tuple[tuple[str, ...], ...]
    inside: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class SavedPage:
    """What is known of a page once its markup is gone.

    ``file`` is its name as the reader gave it, ``sha256`` that of its bytes, ``address`` where it was saved from, and
    ``retrieved`` when, as far as the page or the file tells. ``metadata`` are its meta elements or Word properties, by
    name in small letters. ``remarks`` are catalogue messages on what was left out or mended while it was read.
    """

    file: str
    sha256: str
    form: Literal["html", "docx"]
    parts: tuple[Block | Grid, ...]
    title: str = ""
    language: str = ""
    address: str | None = None
    retrieved: PartialDate | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def blocks(self) -> Iterator[Block]:
        """The parts that are no tables, in their order."""
        return (part for part in self.parts if isinstance(part, Block))

    @property
    def grids(self) -> Iterator[Grid]:
        """The tables, in their order."""
        return (part for part in self.parts if isinstance(part, Grid))
