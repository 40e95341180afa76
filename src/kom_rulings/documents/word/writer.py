"""An outline as a Word document: styles from the template, the same bytes each time. The only importer of docx."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kom_rulings.documents.outline import (
    Bullets,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    TableBlock,
)
from kom_rulings.documents.package import bookmark_name, clean, without_times
from kom_rulings.errors import TemplateUnusable
from kom_rulings.wording import N_, wording

TEMPLATE: Final = Path(__file__).parents[2] / "data" / "overview.docx"
_PARAGRAPH_STYLES: Final = {
    "body": "Normal",
    "closing": "KOM Closing",
    "subtitle": "Subtitle",
    "note": "KOM Note",
    "lead": "KOM Lead",
    "source": "KOM Source",
}
REQUIRED_STYLES: Final = (
    *_PARAGRAPH_STYLES.values(),
    *("Heading 1", "Heading 2", "Heading 3", "Heading 4", "List Bullet", "Caption", "Hyperlink"),
    *(
        "KOM Contents Heading",
        "KOM Contents 1",
        "KOM Contents 2",
        "KOM Rulings",
        "KOM Table",
        "KOM Table Text",
        "KOM Table Number",
    ),
)
_LANGUAGES: Final = {"nb": "nb-NO", "en": "en-GB"}


def render(outline: Outline, template: Path = TEMPLATE) -> bytes:
    """Make the document. Raises ``TemplateUnusable`` when the template is no Word file or lacks a style."""
    document = _open(template)
    _Writer(outline, document).write()
    stream = io.BytesIO()
    document.save(stream)
    return without_times(stream.getvalue())


def _open(template: Path) -> WordDocument:
    try:
        document = Document(str(template))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise TemplateUnusable(file=template, reason=str(error)) from error
    there = {style.name for style in document.styles}
    if missing := [name for name in REQUIRED_STYLES if name not in there]:
        raise TemplateUnusable(file=template, reason=", ".join(missing))
    return document


class _Writer:
    """Writes block after block; numbers of bookmarks and captions run through the document."""

    def __init__(self, outline: Outline, document: WordDocument) -> None:
        self.document = document
        self._outline = outline
        self._say = wording(outline.language)
        self._bookmarks = 0
        self._tables = 0

    def write(self) -> None:
        self._properties()
        self._language()
        self._header_and_footer()
        for block in self._outline.blocks:
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph(runs, style):
                    self._runs(self.document.add_paragraph(style=_PARAGRAPH_STYLES[style]), runs)
                case Bullets(items, keep):
                    for item in items:
                        self._runs(self.document.add_paragraph(style="KOM Rulings" if keep else "List Bullet"), item)
                case Contents():
                    self._contents(block)
                case TableBlock():
                    self._table(block)
                case Landscape() | Portrait():
                    self._turn(across=isinstance(block, Landscape))

    def _properties(self) -> None:
        properties = self.document.core_properties
        properties.title, properties.author = self._outline.title, self._outline.author
        properties.subject, properties.language = self._outline.subject, _LANGUAGES[self._outline.language]
        properties.last_modified_by, properties.comments = self._outline.author, ""
        properties.revision = 1
        moment = dt.datetime.combine(dt.date.fromisoformat(self._outline.as_of), dt.time())
        properties.created = properties.modified = moment

    def _language(self) -> None:
        styles, settings = self.document.styles.element, self.document.settings.element
        for element in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
            element.set(qn("w:val"), _LANGUAGES[self._outline.language])

    def _header_and_footer(self) -> None:
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = f"{self._outline.title} – {self._outline.subject}"
        section.header.paragraphs[0].style = self.document.styles["Header"]
        footer = section.footer.paragraphs[0]
        footer.style = self.document.styles["Footer"]
        before, between = self._say(N_("Page {page} of {pages}"), page="|", pages="|").split("|")[:2]
        footer.add_run(before)
        _field(footer, "PAGE", "1")
        footer.add_run(between)
        _field(footer, "NUMPAGES", "1")

    def _heading(self, block: Heading) -> None:
        paragraph = self.document.add_paragraph(style=f"Heading {block.level}")
        paragraph.paragraph_format.page_break_before = block.new_page or None
        self._bookmarked(paragraph, block.anchor, block.text)

    def _bookmarked(self, paragraph: Any, anchor: str, words: str) -> None:
        self._bookmarks += 1
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (begin, end):
            element.set(qn("w:id"), str(self._bookmarks))
        begin.set(qn("w:name"), bookmark_name(anchor))
        paragraph._p.append(begin)
        paragraph.add_run(clean(words))
        paragraph._p.append(end)

    def _contents(self, block: Contents) -> None:
        """A contents field with its entries already written as links, so that nothing asks to be updated."""
        self.document.add_paragraph(style="KOM Contents Heading").add_run(block.heading)
        entries = list(self._outline.headings(block.depth))
        for n, heading in enumerate(entries):
            paragraph = self.document.add_paragraph(style=f"KOM Contents {heading.level - 1}")
            if n == 0:
                _begin_field(paragraph, rf'TOC \o "2-{block.depth}" \h \z')
            self._runs(paragraph, [Run(heading.text, link=f"#{heading.anchor}")])
            if n == len(entries) - 1:
                _field_part(paragraph, "end")

    def _runs(self, paragraph: Any, runs: Iterable[Run]) -> None:
        for run in runs:
            words = paragraph.add_run(clean(run.text))
            words.bold, words.italic = run.bold or None, run.italic or None
            if run.link:
                words.style = self.document.styles["Hyperlink"]
                self._link(paragraph, words, run.link)

    def _link(self, paragraph: Any, run: Any, link: str) -> None:
        element = OxmlElement("w:hyperlink")
        if link.startswith("#"):
            element.set(qn("w:anchor"), bookmark_name(link[1:]))
        else:
            relation = self.document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element.set(qn("r:id"), relation)
        paragraph._p.append(element)
        element.append(run._r)

    def _table(self, block: TableBlock) -> None:
        """Caption, then the rows built directly: the library's way to a cell is quadratic in the rows."""
        self._caption(block.caption)
        widths = [self._text_width() * share // sum(block.widths) for share in block.widths]
        table = _table_frame(block, widths)
        self.document.element.body.insert(len(self.document.element.body) - 1, table)
        rows = [tuple((Run(head),) for head in block.heads), *block.rows]
        for n, cells in enumerate(rows):
            table.append(self._row(cells, block, widths, header=n == 0))
        # A table of numbers stays on one page; of a long one the last row stays with what is said under it.
        for row in table.findall(qn("w:tr"))[:-1] if block.total else table.findall(qn("w:tr"))[-1:]:
            for paragraph in row.iter(qn("w:p")):
                paragraph.get_or_add_pPr().append(OxmlElement("w:keepNext"))

    def _caption(self, words: str) -> None:
        self._tables += 1
        paragraph = self.document.add_paragraph(style="Caption")
        label = self._say(N_("Table"))
        paragraph.add_run(f"{label} ")
        _field(paragraph, f"SEQ {label} \\* ARABIC", str(self._tables))
        paragraph.add_run(f". {clean(words)}")

    def _row(self, cells: Sequence[Sequence[Run]], block: TableBlock, widths: Sequence[int], *, header: bool) -> Any:
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if header:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        for n, (runs, width) in enumerate(zip(cells, widths, strict=True)):
            numeric = n >= len(cells) - block.numeric
            row.append(self._cell(runs, width, "KOM Table Number" if numeric else "KOM Table Text"))
        return row

    def _cell(self, runs: Sequence[Run], width: int, style: str) -> Any:
        cell = OxmlElement("w:tc")
        properties = OxmlElement("w:tcPr")
        properties.append(_measure("w:tcW", width))
        cell.append(properties)
        paragraph = self.document.add_paragraph(style=style)
        self._runs(paragraph, runs)
        cell.append(paragraph._p)
        return cell

    def _text_width(self) -> int:
        section = self.document.sections[-1]
        page, left, right = (int(edge or 0) for edge in (section.page_width, section.left_margin, section.right_margin))
        return (page - left - right) // 635

    def _turn(self, *, across: bool) -> None:
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._without_empty_paragraph()
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        section.different_first_page_header_footer = False

    def _without_empty_paragraph(self) -> None:
        """The library ends a section in a paragraph of its own; let the one before it end the section."""
        ending = self.document.element.body.findall(qn("w:p"))[-1]
        before = ending.getprevious()
        if before is not None and before.tag == qn("w:p"):
            before.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
            ending.getparent().remove(ending)


def _table_frame(block: TableBlock, widths: Sequence[int]) -> Any:
    """The empty table: style, fixed layout, caption and description for those who hear it, and the grid."""
    table, properties, grid = (OxmlElement(name) for name in ("w:tbl", "w:tblPr", "w:tblGrid"))
    style = OxmlElement("w:tblStyle")
    style.set(qn("w:val"), "KOMTable")
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    look = OxmlElement("w:tblLook")
    for name, value in (
        ("firstRow", 1),
        ("lastRow", int(block.total)),
        ("firstColumn", 1),
        ("noHBand", 1),
        ("noVBand", 1),
    ):
        look.set(qn(f"w:{name}"), str(value))
    caption, description = OxmlElement("w:tblCaption"), OxmlElement("w:tblDescription")
    caption.set(qn("w:val"), block.caption)
    description.set(qn("w:val"), block.description)
    properties.extend([style, _measure("w:tblW", sum(widths)), layout, look, caption, description])
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    table.extend([properties, grid])
    return table


def _measure(name: str, twips: int) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:w"), str(twips))
    element.set(qn("w:type"), "dxa")
    return element


def _field(paragraph: Any, instruction: str, result: str) -> None:
    """A field with its result already written."""
    _begin_field(paragraph, instruction)
    paragraph.add_run(result)
    _field_part(paragraph, "end")


def _begin_field(paragraph: Any, instruction: str) -> None:
    _field_part(paragraph, "begin")
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)
    _field_part(paragraph, "separate")


def _field_part(paragraph: Any, kind: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)
