"""The outline of a document as pure data: headings, paragraphs, lists and tables, before any Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kom_rulings.wording import Language


@dataclass(frozen=True)
class Run:
    """A stretch of text; ``link`` is an address, or ``#anchor`` for a place in the document."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: Language | None = None


Runs = tuple[Run, ...]
ParagraphStyle = Literal["body", "closing", "subtitle", "note", "lead", "source"]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (the title, once) to 4; ``anchor`` is what links lead to."""

    level: int
    text: str
    anchor: str
    new_page: bool = False
    language: Language | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs
    style: ParagraphStyle = "body"


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

    The last ``numeric`` columns hold numbers; ``total`` tells whether the last row is the sum.
    """

    caption: str
    description: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    numeric: int = 0
    total: bool = False


@dataclass(frozen=True)
class Landscape:
    """What follows stands on pages laid across, up to the end of the document or the next ``Portrait``."""


@dataclass(frozen=True)
class Portrait:
    """What follows stands on upright pages again."""


Block = Heading | Paragraph | Bullets | Contents | TableBlock | Landscape | Portrait


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


def as_text(outline: Outline) -> str:
    """The outline as plain text, for reading and for comparing with a snapshot."""
    return "\n".join(line for block in outline.blocks for line in _lines(block)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words, anchor, new_page):
            yield f"\n{'#' * level} {words} {{#{anchor}}}{' (new page)' if new_page else ''}"
        case Paragraph(runs, style):
            yield f"{'' if style == 'body' else f'[{style}] '}{_plain(runs)}"
        case Bullets(items):
            yield from (f"- {_plain(item)}" for item in items)
        case Contents(heading, depth):
            yield f"\n[contents: {heading}, {depth} levels]"
        case TableBlock():
            yield f"\n[table] {block.caption} ({block.description})"
            yield " | ".join(block.heads)
            yield from (" | ".join(_plain(cell) for cell in row) for row in block.rows)
        case Landscape() | Portrait():
            yield f"\n[{type(block).__name__.lower()}]"


def _plain(runs: Runs) -> str:
    return "".join(f"[{run.text}]({run.link})" if run.link else run.text for run in runs)
