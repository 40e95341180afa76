"""An outline as a Word document: styles from the template, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

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
    TableBlock,
)
from kom_rulings.documents.package import without_times
from kom_rulings.documents.word.charts import chart
from kom_rulings.documents.word.clearing import clear, write_language, write_properties
from kom_rulings.documents.word.contents import contents
from kom_rulings.documents.word.inlines import Inlines
from kom_rulings.documents.word.markup import NOTHING, ending_a_section, says_something, spoken
from kom_rulings.documents.word.relations import Relations
from kom_rulings.documents.word.running_heads import write_running_heads
from kom_rulings.documents.word.tables import table
from kom_rulings.documents.word.template import TEMPLATE, Template, open_template

_PARAGRAPH_STYLES: Final = {
    "body": "Normal",
    "closing": "KOM Closing",
    "subtitle": "Subtitle",
    "note": "KOM Note",
    "lead": "KOM Lead",
    "source": "KOM Source",
}
#: Directly under a table a paragraph keeps some distance.
_STYLES_UNDER_TABLES: Final = {"body": "KOM After Table", "closing": "KOM After Table Closing"}
#: The styles of paragraphs that speak of the table above them.
_EXPLAINING: Final = {"source"}


def render(outline: Outline, template: Path = TEMPLATE, pages: Mapping[str, int] | None = None) -> bytes:
    """Make the document.

    ``outline`` comes from ``numbering.numbered``. ``pages`` tells the page of each heading by its anchor; without it
    the contents have no page numbers. Raises ``TemplateUnusable`` when the template is no Word file or lacks a style.
    """
    opened = open_template(template)
    clear(opened.document)
    write_properties(opened.document, outline)
    write_language(opened.document, outline)
    write_running_heads(opened, outline)
    _write_body(outline, opened, pages)
    stream = io.BytesIO()
    opened.document.save(stream)
    return without_times(stream.getvalue())


def _write_body(outline: Outline, template: Template, pages: Mapping[str, int] | None) -> None:
    """The body as one text, parsed once, with the sections put where they end."""
    sections = _Writer(outline, template, pages).sections()
    markup = "".join(part for _, parts in sections for part in parts)
    # The whole part is new: to move a large body into the template's document takes time with its square.
    root = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp', 'a')}><w:body>{markup}</w:body></w:document>")
    turned = [across for across, _ in sections] or [False]
    made = [template.pages.section(first=n == 0, across=across) for n, across in enumerate(turned)]
    for place, section in zip(list(root.iter(qn("w:sectPr"))), made, strict=False):
        place.getparent().replace(place, section)
    root.body.append(made[-1])
    template.document.part._element = root


class _Writer:
    """Writes block after block; bookmarks and relations run through the document."""

    def __init__(self, outline: Outline, template: Template, pages: Mapping[str, int] | None) -> None:
        self._outline, self._template, self._pages = outline, template, pages
        self._relations = Relations(template.document.part)
        self._inlines = Inlines(template.styles, self._relations, outline.language)

    def sections(self) -> list[tuple[bool, list[str]]]:
        """The sections that hold anything, each with how its pages lie and the markup of its blocks."""
        written = [(across, list(self._written(blocks, across=across))) for across, blocks in _turns(self._outline)]
        sections = [(across, parts) for across, parts in written if parts]
        for _, parts in sections[:-1]:
            parts[-1] = ending_a_section(parts[-1])
        return sections

    def _written(self, blocks: Sequence[Block], *, across: bool) -> Iterator[str]:
        width = self._template.pages.text_width(across=across)
        ending: TableBlock | None = None
        for block, following in zip_longest(blocks, blocks[1:]):
            parts = list(self._block(block, following, width, under_table=ending is not None))
            yield from parts
            if parts:
                ending = block if isinstance(block, TableBlock) else None
        if ending is not None:
            # Word ends sections and documents in a paragraph only.
            words = next(filter(says_something, (ending.description, ending.caption)), NOTHING)
            yield self._inlines.paragraph("KOM Source", self._inlines.words(words))

    def _block(self, block: Block, following: Block | None, width: int, *, under_table: bool) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield from self._paragraph(block, under_table=under_table)
            case Bullets(items, keep):
                style = "KOM Rulings" if keep else "List Bullet"
                insides = (self._inlines.runs(item) for item in items)
                yield from (self._inlines.paragraph(style, inside) for inside in insides if inside)
            case Contents():
                yield from contents(self._outline, block, self._inlines, self._template, self._pages, width)
            case TableBlock():
                explained = isinstance(following, Paragraph) and following.style in _EXPLAINING
                yield from table(self._outline, block, self._inlines, width, explained=explained)
            case ChartBlock():
                yield from chart(self._outline, block, self._inlines, self._relations, width, self._template.font)

    def _heading(self, block: Heading) -> str:
        properties = "<w:pageBreakBefore/>" if block.new_page else ""
        if block.level in self._template.signs and not block.number:
            properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        words = self._inlines.words(spoken(block.text), block.language)
        return self._inlines.paragraph(
            f"Heading {block.level}", self._inlines.bookmarked(block.anchor, words), properties
        )

    def _paragraph(self, block: Paragraph, *, under_table: bool) -> Iterator[str]:
        style = _PARAGRAPH_STYLES[block.style]
        if under_table:
            style = _STYLES_UNDER_TABLES.get(block.style, style)
        if inside := self._inlines.runs(block.runs):
            yield self._inlines.paragraph(style, self._inlines.bookmarked(block.anchor, inside))


def _turns(outline: Outline) -> list[tuple[bool, list[Block]]]:
    """The blocks by how their pages lie; a turn that nothing follows, or that turns back at once, is none."""
    turns: list[tuple[bool, list[Block]]] = []
    across = False
    for block in outline.blocks:
        match block:
            case Landscape() | Portrait():
                across = isinstance(block, Landscape)
            case _ if turns and turns[-1][0] == across:
                turns[-1][1].append(block)
            case _:
                turns.append((across, [block]))
    return turns
