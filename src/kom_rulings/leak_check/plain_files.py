"""Every text of files that are plain text: Markdown, the newsletter, tables with separators, data and citations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.leak_check.cells import number_as_text
from kom_rulings.leak_check.piece import IN_LINK, Piece, Spot, Use
from kom_rulings.problems import Path, dotted
from kom_rulings.wording import N_

_PARAGRAPH: Final = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_MARKDOWN_LINK: Final = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(<?([^)\s>]+)>?[^)]*\)")
_AUTOMATIC_LINK: Final = re.compile(r"<(https?:[^>\s]+)>")
_MARKS: Final = re.compile(r"\*\*|__|(?<!\\)[*_`](?=\S)|(?<=\S)(?<!\\)[*_`](?!\w)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_CHECKSUM: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SEPARATORS: Final = ";,\t"


def text_pieces(content: bytes) -> Iterator[Piece]:
    """The paragraphs of a text, each with the line that it begins on."""
    text = _decoded(content)
    line = start = 0
    for found in _PARAGRAPH.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        yield Piece(found[0], _line(line + 1))


def markdown_pieces(content: bytes) -> Iterator[Piece]:
    """The paragraphs of a Markdown text without its marks; rows of a table by their cells; where links lead."""
    for piece in text_pieces(content):
        for pattern, group in ((_MARKDOWN_LINK, 2), (_AUTOMATIC_LINK, 1)):
            yield from (Piece(link[group], IN_LINK, Use.ADDRESS) for link in pattern.finditer(piece.text))
        words = _MARKDOWN_LINK.sub(r"\1", piece.text)
        if words.lstrip().startswith("|"):
            cells = (cell for row in words.splitlines() for cell in re.split(r"(?<!\\)\|", row))
            yield from (Piece(_unmarked(cell), piece.spot) for cell in cells if cell.strip(" -:"))
        else:
            yield Piece(_unmarked(words), piece.spot)


def table_pieces(content: bytes) -> Iterator[Piece]:
    """The cells of a table, each with its row and the head of its column."""
    text = _decoded(content)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    heads: list[str] = []
    for n, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
        heads = heads or row
        for column, words in enumerate(row):
            head = heads[column] if column < len(heads) else str(column + 1)
            yield Piece(words, Spot(N_("row {n}, column “{column}”"), {"n": n, "column": head}))


def data_pieces(content: bytes) -> Iterator[Piece]:
    """Every name and value of data in JSON, with the way to it; checksums are no text."""
    waiting: list[tuple[Path, object]] = [((), json.loads(_decoded(content)))]
    while waiting:
        path, value = waiting.pop()
        spot = Spot(N_("the field {field}"), {"field": dotted(path)})
        if isinstance(value, dict):
            yield from (Piece(name, spot, Use.NAME) for name in value)
            waiting.extend(((*path, name), one) for name, one in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, n), one) for n, one in enumerate(value))
        elif isinstance(value, str) and not _CHECKSUM.fullmatch(value):
            yield Piece(value, spot, Use.ADDRESS if value.startswith(("http:", "https:")) else Use.READ)
        elif isinstance(value, int | float) and (digits := number_as_text(str(value))):
            yield Piece(digits, spot)


def citation_pieces(content: bytes) -> Iterator[Piece]:
    """The lines of citations in RIS, without the name of the field."""
    for n, line in enumerate(_decoded(content).splitlines(), start=1):
        words = line[6:] if line[2:6] == "  - " else line
        if words.strip():
            technical = words.startswith(("http:", "https:"))
            yield Piece(words, _line(n), Use.ADDRESS if technical else Use.READ)


def _unmarked(words: str) -> str:
    return _ESCAPED.sub(r"\1", _MARKS.sub("", words)).strip()


def _line(n: int) -> Spot:
    return Spot(N_("line {n}"), {"n": n})


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
