"""Tables: a caption with a number, widths that agree in every program, rows that stay whole and headers that repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.documents.outline import Outline, Run, TableBlock
from kom_rulings.documents.word.captions import caption
from kom_rulings.documents.word.inlines import Inlines
from kom_rulings.documents.word.markup import NOTHING, escaped, run

#: A table of numbers with up to so many rows stays on one page.
_ROWS_ON_A_PAGE: Final = 30
#: The bits of the old form of ``tblLook``: header row, first column, no bands of rows, none of columns; the total row.
_LOOK, _LOOK_TOTAL = 0x0020 | 0x0080 | 0x0200 | 0x0400, 0x0040


def table(outline: Outline, block: TableBlock, inlines: Inlines, width: int, *, explained: bool) -> tuple[str, str]:
    """The caption and the table; ``width`` in twips, ``explained`` when a paragraph about the table follows it."""
    widths = [width * share // sum(block.widths) for share in block.widths]
    rows = "".join(_rows(block, inlines, widths, explained=explained))
    return caption(outline, block, inlines), f"<w:tbl>{_frame(block, inlines, widths)}{rows}</w:tbl>"


def _frame(block: TableBlock, inlines: Inlines, widths: Sequence[int]) -> str:
    """Style, fixed layout, title and description for those who hear the table, and the grid."""
    look = _LOOK | (_LOOK_TOTAL if block.total else 0)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{inlines.style("KOM Table")}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="{int(block.total)}" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(block.caption)}"/>'
        f'<w:tblDescription w:val="{escaped(block.description)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _rows(block: TableBlock, inlines: Inlines, widths: Sequence[int], *, explained: bool) -> Iterator[str]:
    rows: list[Sequence[Sequence[Run]]] = [tuple((Run(head),) for head in block.heads), *block.rows]
    whole = block.numeric > 0 and len(rows) <= _ROWS_ON_A_PAGE
    last = len(rows) - 1
    for n, cells in enumerate(rows):
        # The header stays with the first row, a table of numbers stays whole, and its end with what is said under it.
        kept = explained if n == last else n == 0 or whole
        columns = zip(cells, widths, strict=True)
        numeric = len(cells) - block.numeric
        inside = "".join(
            _cell(runs, inlines, width, _style(kept=kept, number=at >= numeric))
            for at, (runs, width) in enumerate(columns)
        )
        header = "<w:tblHeader/>" if n == 0 else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{inside}</w:tr>"


def _style(*, kept: bool, number: bool) -> str:
    return f"KOM Table {'Number' if number else 'Text'}{' Kept' if kept else ''}"


def _cell(runs: Sequence[Run], inlines: Inlines, width: int, style: str) -> str:
    inside = inlines.runs(runs) or run(NOTHING)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inlines.paragraph(style, inside)}</w:tc>'
