"""A saved judgment as plain lines, each with what tells a heading, a quotation and a numbered paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kom_rulings.pages.page import Block, Grid

NUMBER: Final = re.compile(r"([1-9]\d{0,3})\s?\.(?:\s*(?=\D)(.+))?", re.ASCII | re.DOTALL)
_ONLY_NUMBER: Final = re.compile(r"\(?\d{1,4}[.)]{0,2}", re.ASCII)
_ENUMERATED: Final = re.compile(
    r"(?:[IVXL]{1,6}|[A-Z]|\d{1,2}|[a-z]|\([a-z]{1,2}\)|\([ivx]{1,5}\))\s?[.)–-]*\s+[A-ZÀ-Þ“]"
)
_TRANSLATED: Final = re.compile(r"\((?:translation|traduction)\b.{0,40}\)", re.IGNORECASE)
_FULL_STOP: Final = (".", ";", ":", ",", "”", "»", '"', "?")
_HEADING_STYLES: Final = ("heading", "ju_h_", "dec_h_", "opi_h_", "title")
_LONGEST_HEADING: Final = 200
_ASIDE: Final = frozenset({"nav", "header", "footer", "aside"})


@dataclass(frozen=True)
class Line:
    """A line of the page. ``cells`` are those of a row of a table, and ``marked`` is bold, italic or centred text."""

    text: str
    style: str = ""
    level: int = 0
    marked: bool = False
    aside: bool = False
    indented: bool = False
    cells: tuple[str, ...] = ()

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper() and sum(sign.isalpha() for sign in self.text) > 1

    @property
    def is_heading(self) -> bool:
        """Whether it reads as a heading: short, no end of a sentence, and marked, numbered or in capitals."""
        if self.level or self.style.startswith(_HEADING_STYLES) or _TRANSLATED.fullmatch(self.text):
            return True
        if self.cells or len(self.text) > _LONGEST_HEADING or self.text.endswith(_FULL_STOP):
            return False
        return self.marked or self.is_upper or bool(_ENUMERATED.match(self.text))

    @property
    def number(self) -> int | None:
        """The number that it begins with, as paragraphs do."""
        match = NUMBER.fullmatch(self.text)
        return int(match[1]) if match else None

    @property
    def unnumbered(self) -> str:
        """The text without the number."""
        match = NUMBER.fullmatch(self.text)
        return (match[2] or "").strip() if match else self.text


def lines_of(parts: Iterable[Block | Grid]) -> Iterator[Line]:
    """The lines of a page in their order; a table gives one line for each row."""
    for part in parts:
        yield from _of_grid(part) if isinstance(part, Grid) else _of_block(part)


def _of_block(block: Block) -> Iterator[Line]:
    for n, text in enumerate(block.lines):
        yield Line(
            text=f"{block.number} {text}" if block.number and not n else text,
            style=block.styles[0] if block.styles else "",
            level=block.level,
            marked=block.bold or block.italic or block.centred,
            aside=bool(_ASIDE.intersection(block.inside)),
            indented="blockquote" in block.inside,
        )


def _of_grid(grid: Grid) -> Iterator[Line]:
    aside = bool(_ASIDE.intersection(grid.inside))
    for row in grid.rows:
        cells = tuple(" ".join(cell.split()) for cell in row)
        filled = [cell for cell in cells if cell]
        if filled:
            joint = " " if _ONLY_NUMBER.fullmatch(filled[0]) else " | "
            yield Line(joint.join(filled), aside=aside, cells=cells)
