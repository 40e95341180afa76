"""An outline as plain text: with all its marks for comparing with a golden file, and for pasting into a newsletter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.documents.cleaning import address_of, joined, one_line
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
from kom_rulings.wording import N_, wording

#: The widest line that a mail shows whole; a table beyond it is told row by row.
_LINE: Final = 76
_GAP: Final = "  "
_UNDERLINES: Final = {1: "=", 2: "-"}
#: Said where a form without pictures passes a chart.
LEFT_OUT: Final = N_("The figure is not shown here; its numbers stand in a table of the same part.")


def as_text(outline: Outline) -> str:
    """The outline as plain text, with its anchors and links, in the order of the document."""
    return "\n".join(line for block in outline.blocks for line in _lines(block)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words, anchor, new_page):
            number = f"{block.number} " if block.number else ""
            yield f"\n{'#' * level} {number}{words} {{#{anchor}}}{' (new page)' if new_page else ''}"
        case Paragraph(runs, style, anchor):
            place = f" {{#{anchor}}}" if anchor else ""
            yield f"{'' if style == 'body' else f'[{style}] '}{_plain(runs)}{place}"
        case Bullets(items):
            yield from (f"- {_plain(item)}" for item in items)
        case Contents(heading, depth):
            yield f"\n[contents: {heading}, {depth} levels]"
        case TableBlock():
            yield f"\n[table {block.number}] {block.caption} ({block.description}) {{#{block.anchor}}}"
            yield " | ".join(block.heads)
            yield from (" | ".join(_plain(cell) for cell in row) for row in block.rows)
        case ChartBlock():
            yield f"\n[chart {block.number}] {block.caption} ({block.description}) {{#{block.anchor}}}"
            yield " | ".join([block.category_title, *(series.name for series in block.series)])
            for n, category in enumerate(block.categories):
                yield " | ".join([category, *(str(series.values[n]) for series in block.series)])
        case Landscape() | Portrait():
            yield f"\n[{type(block).__name__.lower()}]"


def _plain(runs: Runs) -> str:
    return "".join(f"[{run.text}]({run.link})" if run.link else run.text for run in runs)


def newsletter(outline: Outline) -> str:
    """The outline as text to paste into a letter or a mail: no marks but the lines under headings.

    A paragraph is one line, however long: programs for mail and text break lines to their own width, and lines broken
    here would stand ragged in theirs. A link outward has its address after it, a link within the document is text.
    """
    parts = [part for block in outline.blocks for part in _readable(outline, block) if part]
    return "\n\n".join(parts) + "\n"


def _readable(outline: Outline, block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            title = one_line(f"{block.number} {words}").strip()
            yield f"{title}\n{_UNDERLINES.get(level, '') * min(len(title), _LINE)}".strip()
        case Paragraph(runs):
            yield _with_addresses(runs)
        case Bullets(items):
            lines = map(_with_addresses, items)
            yield "\n".join(f"– {line}" for line in lines if line)
        case TableBlock():
            yield one_line(f"{caption_label(outline, block)}. {block.caption}").strip()
            yield _readable_table(block)
        case ChartBlock():
            yield one_line(f"{caption_label(outline, block)}. {block.caption}").strip()
            yield one_line(f"{block.description} {wording(outline.language)(LEFT_OUT)}").strip()
        case Contents() | Landscape() | Portrait():
            return


def _with_addresses(runs: Runs) -> str:
    return joined(tuple(Run(_with_address(run)) for run in runs))


def _with_address(run: Run) -> str:
    """The text, and after it the address that it leads to, unless the text is the address."""
    address = (address_of(run) or "").removeprefix("mailto:")
    return f"{run.text} ({address})" if address and address != run.text.strip() else run.text


def _readable_table(block: TableBlock) -> str:
    """Columns under each other, the words of long heads too; row by row where the lines would be too long for that."""
    heads = [one_line(head).strip() for head in block.heads]
    rows = [[_with_addresses(cell) for cell in row] for row in block.rows]
    widths = [_width(column) for column in zip(heads, *rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > _LINE:
        return "\n\n".join(_row_by_row(heads, row) for row in rows)
    rule = ["-" * width for width in widths]
    first_number = len(heads) - block.numeric
    return "\n".join(_aligned(row, widths, first_number) for row in (*_broken(heads, widths), rule, *rows))


def _width(column: Sequence[str]) -> int:
    """As wide as the widest cell, or the longest word of the head."""
    head, *cells = column
    return max(1, *map(len, (*cells, *head.split(" "))))


def _broken(heads: Sequence[str], widths: Sequence[int]) -> Iterator[Sequence[str]]:
    """The heads in lines; those of fewer lines stand at the foot."""
    columns = [textwrap.wrap(head, width) for head, width in zip(heads, widths, strict=True)]
    height = max(map(len, columns), default=0)
    yield from zip(*([""] * (height - len(column)) + column for column in columns), strict=True)


def _aligned(cells: Sequence[str], widths: Sequence[int], first_number: int) -> str:
    return _GAP.join(
        cell.rjust(width) if n >= first_number else cell.ljust(width)
        for n, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ).rstrip()


def _row_by_row(heads: Sequence[str], row: Sequence[str]) -> str:
    """A row of a wide table: each cell after the name of its column."""
    return "\n".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=True))
