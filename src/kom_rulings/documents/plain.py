"""An outline as plain text, for reading in a terminal and for comparing with a golden file."""

from __future__ import annotations

from collections.abc import Iterator

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
    Runs,
    TableBlock,
)


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
