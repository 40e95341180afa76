"""Charts as Word's own: a chart part, a workbook inside it for those who edit the numbers, and their place in the text.

The only importer of XlsxWriter among the Word modules.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, Final

from xlsxwriter import Workbook

from kom_rulings.documents.numbering import caption_label
from kom_rulings.documents.outline import ChartBlock, Outline
from kom_rulings.documents.package import clean, without_times
from kom_rulings.documents.word.captions import caption
from kom_rulings.documents.word.chart_markup import chart_height, chart_markup
from kom_rulings.documents.word.chart_sheet import ChartSheet
from kom_rulings.documents.word.inlines import WORD_LANGUAGES, Inlines
from kom_rulings.documents.word.markup import escaped
from kom_rulings.documents.word.relations import Relations
from kom_rulings.wording import N_, wording

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART_SPACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
#: The unit of drawings: so many in a twip. The width of the widest chart, in twips.
_EMU, _WIDEST = 635, 9640
#: The numbers of drawings begin above those that a header of the template may use.
_FIRST_DRAWING: Final = 1000
_LABEL_WIDTH, _NUMBER_WIDTH = 30, 16


def chart(
    outline: Outline, block: ChartBlock, inlines: Inlines, relations: Relations, width: int, font: str
) -> tuple[str, str]:
    """The caption and the paragraph with the chart; ``width`` of the text in twips."""
    sheet = ChartSheet(wording(outline.language)(N_("Numbers of the chart")), len(block.categories))
    key, inside = relations.part(f"{_RELATIONS}/chart", "/word/charts/chart%d.xml", _CHART_TYPE, b"")
    workbook, _ = inside.part(
        f"{_RELATIONS}/package", "/word/embeddings/Workbook%d.xlsx", _WORKBOOK_TYPE, _workbook(outline, block, sheet)
    )
    inside.write(chart_markup(block, sheet, WORD_LANGUAGES[outline.language], font, workbook))
    drawing = _drawing(outline, block, key, min(width, _WIDEST))
    return caption(outline, block, inlines), inlines.paragraph("KOM Chart", f"<w:r>{drawing}</w:r>")


def _drawing(outline: Outline, block: ChartBlock, key: str, width: int) -> str:
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * _EMU}" cy="{chart_height(block) * _EMU}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{_FIRST_DRAWING + block.number}" name="{escaped(caption_label(outline, block))}" '
        f'descr="{escaped(block.description)}" title="{escaped(block.caption)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_CHART_SPACE}">'
        f'<c:chart xmlns:c="{_CHART_SPACE}" r:id="{key}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _workbook(outline: Outline, block: ChartBlock, sheet: ChartSheet) -> bytes:
    """The numbers as a workbook, the same bytes each time; what looks like a formula stays text."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        moment = dt.datetime.combine(dt.date.fromisoformat(outline.as_of), dt.time(), dt.UTC)
        book.set_properties({"title": clean(block.caption), "author": clean(outline.author), "created": moment})
        _fill(book.add_worksheet(sheet.name), block)
    return without_times(stream.getvalue())


def _fill(page: Any, block: ChartBlock) -> None:
    page.set_column(0, 0, _LABEL_WIDTH)
    page.set_column(1, len(block.series), _NUMBER_WIDTH)
    page.ignore_errors({"number_stored_as_text": f"A1:A{len(block.categories) + 1}"})
    for row, words in enumerate((block.category_title, *block.categories)):
        page.write_string(row, 0, clean(words))
    for column, series in enumerate(block.series, start=1):
        page.write_string(0, column, clean(series.name))
        for row, value in enumerate(series.values, start=1):
            page.write_number(row, column, value)
