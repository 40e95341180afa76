"""An outline as Markdown that can be pasted anywhere: CommonMark with pipe tables, no HTML, every sign as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kom_rulings.documents.cleaning import address_of, one_line
from kom_rulings.documents.numbering import caption_label
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    Runs,
    TableBlock,
)
from kom_rulings.documents.plain import LEFT_OUT
from kom_rulings.wording import wording

#: Signs that can begin something anywhere in a line.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&|~#$]")
#: An exclamation mark before a link would make it a picture.
_LAST_EXCLAMATION: Final = re.compile(r"!$")
#: What begins a list or a rule at the start of a line: a sign, or a number with a dot or a bracket.
_BEGINS_LINE: Final = re.compile(r"([-+=:])|(\d{1,9})([.)])")
_IN_ADDRESSES: Final = str.maketrans({"(": "%28", ")": "%29", "&": "&amp;"})
_DEEPEST: Final = 6


def markdown(outline: Outline) -> str:
    """The outline as Markdown; a chart is a sentence, since its numbers stand in a table.

    Links within the document are plain text: nothing of HTML survives where Markdown is pasted, names of headings are
    made in another way by each program, and a link that leads nowhere is worse than none. Contents are left out for the
    same reason.
    """
    return "\n\n".join(_Writer(outline).parts()) + "\n"


class _Writer:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._say = wording(outline.language)
        self._bullet = "-"

    def parts(self) -> Iterator[str]:
        """The blocks that have something to read, each without a line break at its end."""
        for block in self._outline.blocks:
            if parts := [part for part in self._block(block) if part]:
                yield from parts
                # A list right after a list takes the other sign, or the two would be read as one.
                self._bullet = "*" if isinstance(block, Bullets) and self._bullet == "-" else "-"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, words):
                written = _escaped(words)
                line = f"{block.number} {written}".strip() if block.number else _line(written)
                yield f"{'#' * min(level, _DEEPEST)} {line}"
            case Paragraph(runs):
                yield _line(_inline(runs))
            case Bullets(items):
                lines = (_line(_inline(item)) for item in items)
                yield "\n".join(f"{self._bullet} {line}" for line in lines if line)
            case TableBlock():
                yield self._caption(block)
                yield "\n".join(_table(block))
            case ChartBlock():
                yield self._caption(block)
                yield _line(_escaped(f"{block.description} {self._say(LEFT_OUT)}"))
            case Contents() | Landscape() | Portrait():
                return

    def _caption(self, block: TableBlock | ChartBlock) -> str:
        return f"**{caption_label(self._outline, block)}.** {_escaped(block.caption)}".strip()


def _table(block: TableBlock) -> Iterator[str]:
    first = len(block.heads) - block.numeric
    yield _row(_escaped(head) for head in block.heads)
    yield _row("---:" if n >= first else "---" for n, _ in enumerate(block.heads))
    yield from (_row(map(_inline, row)) for row in block.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


def _line(words: str) -> str:
    """One line that begins nothing but text."""
    line = words.strip()
    return _BEGINS_LINE.sub(_held_back, line, count=1) if _BEGINS_LINE.match(line) else line


def _held_back(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _inline(runs: Runs) -> str:
    """Runs with their links and emphasis; an emphasis that touches another is left out, since it would not be read."""
    written: list[str] = []
    touching = False
    for run in runs:
        words = _escaped(run.text)
        if not words:
            continue
        marks = "" if touching or not _can_be_marked(run) else "*" * (2 * run.bold + run.italic)
        touching = bool(marks)
        written.append(_linked(run, f"{marks}{words}{marks}"))
    return "".join(written)


def _can_be_marked(run: Run) -> bool:
    """Emphasis holds around letters and digits; beside spaces and other signs it may be read as asterisks."""
    words = one_line(run.text)
    return words[:1].isalnum() and words[-1:].isalnum()


def _linked(run: Run, words: str) -> str:
    address = address_of(run)
    return f"[{words}]({address.translate(_IN_ADDRESSES)})" if address and words.strip() else words


def _escaped(words: str) -> str:
    return _LAST_EXCLAMATION.sub(r"\\!", _SPECIAL.sub(r"\\\g<0>", one_line(words)))
