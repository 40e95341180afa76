"""The outline of a document as pure data: headings, paragraphs, lists, tables and charts, before any form of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kom_rulings.wording import Language


@dataclass(frozen=True)
class Run:
    """A stretch of text; ``link`` is an address, or ``#anchor`` for a place in the document.

    ``mention`` is the anchor of a table or chart that is spoken of: its text is then “Table 3”, written by
    ``numbering.numbered``. ``language`` is that of the text where it is not the document's.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: Language | None = None
    mention: str | None = None


Runs = tuple[Run, ...]
ParagraphStyle = Literal["body", "closing", "subtitle", "note", "lead", "source"]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (the title, once) to 5; ``anchor`` is what links lead to.

    ``number`` is that of the chapter, such as 6.2, written by ``numbering.numbered``; empty where there is none.
    """

    level: int
    text: str
    anchor: str
    new_page: bool = False
    language: Language | None = None
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; with an ``anchor`` links can lead to it."""

    runs: Runs
    style: ParagraphStyle = "body"
    anchor: str | None = None


@dataclass(frozen=True)
class Bullets:
    """A list; ``keep`` holds it on the page of what follows."""

    items: tuple[Runs, ...]
    keep: bool = False


@dataclass(frozen=True)
class Contents:
    """The place of the table of contents, which is made from the headings down to ``depth``."""

    heading: str
    depth: int = 3


@dataclass(frozen=True)
class TableBlock:
    """A table with its caption, a description for those who hear it, and widths in per cent.

    The first column names the row. The last ``numeric`` columns hold numbers; ``total`` tells whether the last row is
    the sum. ``number`` is the place among the tables, from 1, written by ``numbering.numbered``.
    """

    caption: str
    description: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    numeric: int = 0
    total: bool = False
    anchor: str = ""
    number: int = 0


@dataclass(frozen=True)
class Series:
    """One series of a chart: its name and a number for each category."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class ChartBlock:
    """A column chart, stacked where it has several series. Everything in it also stands in a table.

    ``description`` is the text for those who do not see it. ``number`` is the place among the charts, from 1, written
    by ``numbering.numbered``.
    """

    caption: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    category_title: str
    value_title: str
    anchor: str
    number: int = 0


@dataclass(frozen=True)
class Landscape:
    """What follows stands on pages laid across, up to the end of the document or the next ``Portrait``."""


@dataclass(frozen=True)
class Portrait:
    """What follows stands on upright pages again."""


Block = Heading | Paragraph | Bullets | Contents | TableBlock | ChartBlock | Landscape | Portrait


@dataclass(frozen=True)
class Outline:
    """A whole document: title, author and date for its properties, and its blocks."""

    title: str
    author: str
    subject: str
    language: Language
    as_of: str
    blocks: tuple[Block, ...]

    def headings(self, depth: int) -> Iterator[Heading]:
        """The headings for the table of contents, without the title."""
        for block in self.blocks:
            if isinstance(block, Heading) and 1 < block.level <= depth:
                yield block


def text(words: str) -> Runs:
    """Plain text as runs."""
    return (Run(words),)
