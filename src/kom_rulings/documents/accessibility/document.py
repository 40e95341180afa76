"""The text of a Word document as the checks need it: paragraphs with runs, tables with cells, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from kom_rulings.documents.accessibility.failures import Place, in_paragraph, in_table
from kom_rulings.documents.accessibility.package import Package, is_on, q, value
from kom_rulings.documents.accessibility.styles import Format, Layout, Styles, layout_of, shade_of

#: The bits of a table's look, where it is written as one number.
_LOOK_BITS: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "noHBand": 0x200, "noVBand": 0x400}
_SIGNS: Final = {q("w:tab"): "\t", q("w:br"): "\n", q("w:cr"): "\n", q("w:noBreakHyphen"): "‑"}
_TEXT, _RUN, _PARAGRAPH = q("w:t"), q("w:r"), q("w:p")
_LINK, _SIMPLE_FIELD, _FIELD_PART = q("w:hyperlink"), q("w:fldSimple"), q("w:fldChar")
_INSIDE_PARAGRAPH: Final = frozenset({_PARAGRAPH, q("w:body"), q("w:hdr"), q("w:ftr")})


@dataclass(slots=True)
class Stretch:
    """A run of text: its words (tab and line break as signs), its link, whether a field made it, and how it looks."""

    text: str
    properties: Any
    link: Any = None
    by_field: bool = False
    look: Format | None = None


@dataclass(slots=True)
class Cell:
    """A cell of a table: place from 1, and the parts of the table style that hold for it."""

    table: Table
    row: int
    column: int
    element: Any
    parts: tuple[str, ...]


@dataclass(slots=True)
class Words:
    """A paragraph: its number in its part, its style and its runs; ``part`` is empty in the text itself."""

    n: int
    part: str
    element: Any
    style: str
    layout: Layout
    runs: list[Stretch] = field(default_factory=list)
    cell: Cell | None = None
    text: str = ""

    @property
    def place(self) -> Place:
        """Where it stands, as a reader finds it."""
        if self.cell is not None:
            return self.cell.table.place(self.cell.row, self.cell.column)
        return in_paragraph(self.n, self.text, self.part)


@dataclass(slots=True)
class Table:
    """A table: its number from 1, its rows and the properties that it gives."""

    n: int
    element: Any
    rows: list[Any]
    nested: bool

    @property
    def properties(self) -> Any:
        """The element with its properties, or None."""
        return self.element.find(q("w:tblPr"))

    @property
    def title(self) -> str:
        """Its title for those who hear it."""
        return value(self.properties, "w:tblCaption") or ""

    @property
    def style(self) -> str:
        """The id of its style."""
        return value(self.properties, "w:tblStyle") or ""

    def look(self, part: str) -> bool:
        """Tell whether a part of its style, such as firstRow, is switched on."""
        look = None if self.properties is None else self.properties.find(q("w:tblLook"))
        if look is None:
            return False
        if (said := look.get(q(f"w:{part}"))) is not None:
            return said in {"1", "true", "on"}
        return bool(int(look.get(q("w:val"), "0"), 16) & _LOOK_BITS[part])

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Where it stands, or its row or cell."""
        return in_table(self.n, self.title or _words_of(self.element), row, column)


class Document:
    """A Word document, read once from the first part to the last."""

    def __init__(self, package: Package) -> None:
        main = package.main
        self.package = package
        self.root = package.xml(main)
        self.styles = Styles(package.xml(package.first(main, "styles")), package.xml(package.first(main, "theme")))
        self.settings = package.xml(package.first(main, "settings"))
        self.tables: list[Table] = []
        self._looks: dict[object, Format] = {}
        self._cells: dict[Any, Cell] = {}
        for n, element in enumerate(self.root.iter(q("w:tbl")), start=1):
            self.tables.append(self._table(n, element))
        self.text = list(self._paragraphs(self.root, ""))
        self.edges = [words for name in self._edge_parts() for words in self._paragraphs(package.xml(name), name)]

    @property
    def everything(self) -> Iterator[Words]:
        """Every paragraph, those of headers and footers last."""
        yield from self.text
        yield from self.edges

    @cached_property
    def language(self) -> str:
        """The language of the document, such as nb-NO, as its styles give it; empty where they do not."""
        style = self.styles.text(self.styles.default_paragraph)
        return style.language or self.styles.defaults.language or ""

    @cached_property
    def bookmarks(self) -> dict[str, Any]:
        """The names of places in the document, each with the paragraph that holds it; of two alike the first counts."""
        marks = list(self.root.iter(q("w:bookmarkStart")))
        return {one.get(q("w:name"), ""): one.getparent() for one in reversed(marks)}

    @cached_property
    def headings(self) -> list[tuple[int, Words]]:
        """The headings with their levels, from 1, in order."""
        return [(level, words) for words in self.text if (level := self.level(words))]

    def level(self, words: Words) -> int:
        """The level of a heading, from 1; 0 where the paragraph is none."""
        outline = words.layout.outline
        return outline + 1 if outline is not None and outline < len("123456789") else 0

    def look(self, words: Words, run: Stretch) -> Format:
        """How a run looks, all told: its own word first, then its style, the paragraph's, the table's, the defaults."""
        if run.look is None:
            table, parts = (words.cell.table.style, words.cell.parts) if words.cell else ("", ())
            own = () if run.properties is None else tuple((one.tag, *one.attrib.values()) for one in run.properties)
            key = (words.style, table, parts, own)
            if key not in self._looks:
                self._looks[key] = self._look(words.style, table, parts, run.properties)
            run.look = self._looks[key]
        return run.look

    def _look(self, style: str, table: str, parts: tuple[str, ...], properties: Any) -> Format:
        styles = self.styles
        character = styles.text(value(properties, "w:rStyle") or "")
        text = styles.format_of(properties).over(character).over(styles.text(style))
        return text.over(styles.table(table, parts)).over(styles.defaults)

    def _edge_parts(self) -> list[str]:
        relations = self.package.relations(self.package.main).values()
        kinds = {"header", "footer", "footnotes", "endnotes"}
        return sorted({one.target for one in relations if one.kind in kinds and not one.external})

    def _table(self, n: int, element: Any) -> Table:
        rows = list(_children(element, q("w:tr")))
        table = Table(n, element, rows, nested=next(element.iterancestors(q("w:tc")), None) is not None)
        for y, row in enumerate(rows):
            cells = list(_children(row, q("w:tc")))
            for x, cell in enumerate(cells):
                parts = _parts(table, y, x, len(rows), len(cells))
                self._cells[cell] = Cell(table, y + 1, x + 1, cell, parts)
        return table

    def _paragraphs(self, root: Any, part: str) -> Iterator[Words]:
        for n, element in enumerate(() if root is None else root.iter(_PARAGRAPH), start=1):
            properties = element.find(q("w:pPr"))
            style = value(properties, "w:pStyle") or self.styles.default_paragraph
            layout = layout_of(properties).over(self.styles.paragraph(style))
            words = Words(n, part.rpartition("/")[2], element, style, layout, cell=self._cell(element))
            words.runs = list(_stretches(element))
            words.text = "".join(run.text for run in words.runs)
            yield words

    def _cell(self, element: Any) -> Cell | None:
        parent = element.getparent()
        return self._cells.get(parent) if parent.tag != q("w:body") else None


def cells_of(row: Any) -> list[Any]:
    """The cells of a row, those within content controls too."""
    return list(_children(row, q("w:tc")))


def cell_shade(cell: Cell) -> str | None:
    """The shade that a cell gives itself."""
    return shade_of(cell.element.find(q("w:tcPr")))


def repeats(row: Any) -> bool:
    """Tell whether a row is a header that is repeated on every page."""
    return is_on(row.find(q("w:trPr")), "w:tblHeader")


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The children of a kind, looking through content controls and the like, not into other tables."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {q("w:sdt"), q("w:sdtContent"), q("w:customXml"), q("w:ins"), q("w:smartTag")}:
            yield from _children(child, tag)


def _parts(table: Table, y: int, x: int, rows: int, cells: int) -> tuple[str, ...]:
    """The parts of the table style that hold for a cell, in the order in which they are laid on."""
    given = (
        ("band1Horz", not table.look("noHBand") and (y - table.look("firstRow")) % 2 == 0),
        ("band2Horz", not table.look("noHBand") and (y - table.look("firstRow")) % 2 == 1),
        ("firstCol", x == 0 and table.look("firstColumn")),
        ("firstRow", y == 0 and table.look("firstRow")),
        ("lastRow", y == rows - 1 and table.look("lastRow")),
    )
    return tuple(name for name, holds in given if holds and cells)


def _stretches(paragraph: Any) -> Iterator[Stretch]:
    """The runs of a paragraph. Between the mark that separates a field and the one that ends it, the field wrote."""
    depth, results = 0, 0
    for run in paragraph.iter(_RUN):
        text = []
        for child in run:
            if child.tag == _TEXT:
                text.append(child.text or "")
            elif child.tag in _SIGNS:
                text.append(_SIGNS[child.tag])
            elif child.tag == _FIELD_PART:
                kind = child.get(q("w:fldCharType"))
                depth += {"begin": 1, "end": -1}.get(kind, 0)
                results = max(0, results + {"separate": 1, "end": -1}.get(kind, 0))
        link, simple = _around(run)
        if text:
            yield Stretch("".join(text), run.find(q("w:rPr")), link, by_field=results > 0 or simple)


def _around(run: Any) -> tuple[Any, bool]:
    """The link that a run stands in, and whether it stands in a simple field."""
    link, simple, parent = None, False, run.getparent()
    while parent is not None and parent.tag not in _INSIDE_PARAGRAPH:
        link = parent if parent.tag == _LINK else link
        simple = simple or parent.tag == _SIMPLE_FIELD
        parent = parent.getparent()
    return link, simple


def _words_of(element: Any) -> str:
    return " ".join(one.text or "" for _, one in zip(range(8), element.iter(_TEXT), strict=False))
