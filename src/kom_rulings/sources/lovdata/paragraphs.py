"""The text of a ruling at Lovdata as its own numbered paragraphs, and the lines of its operative part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.pages.page import Block
from kom_rulings.sources.draft import TextPart

#: A paragraph begins with its number in brackets.
_NUMBER: Final = re.compile(r"\((\d{1,4})\)\s*")
#: What stands before the operative part, alone on its line or at the end of a paragraph.
_HEAD: Final = re.compile(
    r"(?:^|[\s:])(?:(?:doms|kjennelses|orskurds|beslutnings)?slutning|d\s?o\s?m|k\s?j\s?e\s?n\s?n\s?e\s?l\s?s\s?e|"
    r"(?:d\s?o\s?m\s?s\s?)?s\s?l\s?u\s?t\s?n\s?i\s?n\s?g|b\s?e\s?s\s?l\s?u\s?t\s?n\s?i\s?n\s?g|o\s?r\s?s\s?k\s?u\s?r\s?d)"
    r"\s*[:.]?\s*$",
    re.IGNORECASE,
)
#: Where a list that stands in one block goes on: “1. A frifinnes. 2. A tåler …”.
_NEXT_ITEM: Final = re.compile(r"(?<=[.:])\s+(?=\d{1,2}[.)]\s+[A-ZÆØÅ])")
_MOST_MISSING: Final = 3


@dataclass(frozen=True)
class Body:
    """The ruling, and the lines of its operative part."""

    text: TextPart
    operative: tuple[str, ...]


def body_parts(blocks: Sequence[Block]) -> Body:
    """The parts of the body of a page."""
    lines = [(one.level > 0, line) for one in blocks for line in _lines(one)]
    numbered = any(_NUMBER.match(line) for _, line in lines)
    operative = _operative([line for _, line in lines])
    text = _numbered(lines) if numbered else _unnumbered(lines)
    return Body(text, tuple(operative))


def _lines(block: Block) -> Iterator[str]:
    """The lines of a block that are paragraphs of their own: each that begins with a number, and what follows it."""
    current = f"{block.number} " if block.number and not _NUMBER.match(block.text) else ""
    for line in block.lines:
        if _NUMBER.match(line) and current.strip():
            yield current.strip()
            current = ""
        current += f"{line} "
    if current.strip():
        yield current.strip()


def _numbered(lines: Sequence[tuple[bool, str]]) -> TextPart:
    """Paragraphs by the ruling's own numbers; what has none goes on with the one before it, headings apart."""
    found: list[tuple[int, list[str]]] = []
    for heading, line in lines:
        match = _NUMBER.match(line)
        last = found[-1][0] if found else 0
        if match and last < int(match[1]) <= last + _MOST_MISSING:
            found.append((int(match[1]), [line[match.end() :]]))
        elif found and not heading:
            found[-1][1].append(line)
    return TextPart("", tuple((number, " ".join(parts)) for number, parts in found))


def _unnumbered(lines: Sequence[tuple[bool, str]]) -> TextPart:
    texts = [line for heading, line in lines if not heading]
    return TextPart("", tuple(enumerate(texts, start=1)), numbered=False)


def _operative(lines: Sequence[str]) -> list[str]:
    """What stands behind the last head of an operative part."""
    heads = [n for n, line in enumerate(lines) if _HEAD.search(line)]
    behind = lines[heads[-1] + 1 :] if heads else ()
    return [item for line in behind for item in _NEXT_ITEM.split(_NUMBER.sub("", line, count=1))]
