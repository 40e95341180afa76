"""A Word file read as paragraphs and tables of text; what it links to, and what was deleted in it, is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kom_rulings.documents.accessibility.package import Package, is_on, q, value
from kom_rulings.documents.unpacking import DAMAGED, Bounds
from kom_rulings.documents.word.list_numbers import ListNumbers, whole
from kom_rulings.documents.word.read_styles import ReadStyle, ReadStyles, switched
from kom_rulings.documents.word.word_parts import word_parts
from kom_rulings.errors import DocumentNotRead, DocumentTooLarge
from kom_rulings.wording import N_, Phrase

#: An overview of 150 pages that was edited in Word unpacks to 5 MB, and has some 300,000 tags.
_BOUNDS: Final = Bounds(parts=2_000, part_bytes=50_000_000, all_bytes=100_000_000)
_MOST_TAGS: Final = 800_000
_MEDIA: Final = "word/media/"
_PROPERTIES: Final = (
    *("title", "subject", "creator", "keywords", "description"),
    *("category", "language", "created", "modified"),
)
#: What only encloses text: insertions, and what Word marks in a text for other programs.
_AROUND: Final = frozenset(
    map(q, ("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:fldSimple", "w:dir", "w:bdo"))
)
_DELETED: Final = frozenset(map(q, ("w:del", "w:moveFrom")))
_PICTURES: Final = frozenset({"drawing", "pict", "object", "AlternateContent"})
_NOTES: Final = frozenset(map(q, ("w:footnoteReference", "w:endnoteReference")))
_SIGNS: Final = {q("w:tab"): " ", q("w:br"): "\n", q("w:cr"): "\n", q("w:noBreakHyphen"): "-"}
#: What a cell may span, how far to the right spans are heeded, and levels of headings.
_WIDEST, _MOST_COLUMNS, _LEVELS = 63, 1_000, 9

_LARGE: Final = N_("unpacked, it is larger than what is read.")


@dataclass(frozen=True)
class WordLink:
    """A link with its text and the address as it stands in the file."""

    text: str
    address: str


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph. ``level`` is that of a heading, from 1; ``style`` the name of its style, in small letters.

    ``number`` is what Word numbers it with, as shown. ``listed`` tells that it is an item with a number or a bullet.
    """

    text: str
    style: str = ""
    level: int = 0
    number: str = ""
    listed: bool = False
    bold: bool = False
    italic: bool = False
    centred: bool = False
    links: tuple[WordLink, ...] = ()


@dataclass(frozen=True)
class WordTable:
    """A table: in every cell paragraphs and tables. Cells that another spans are empty."""

    rows: tuple[tuple[tuple[WordParagraph | WordTable, ...], ...], ...]


@dataclass
class WordFile:
    """What was read of a Word file, and what of it was left: ``properties`` are its core properties by name.

    ``outside`` tells that it asks for files outside itself, such as a template or a picture; none was fetched.
    """

    parts: list[WordParagraph | WordTable] = field(default_factory=list)
    properties: Mapping[str, str] = field(default_factory=dict)
    notes: bool = False
    pictures: bool = False
    hidden: bool = False
    deleted: bool = False
    outside: bool = False


def read_word(content: bytes) -> WordFile:
    """Read a Word file.

    Raises ``DocumentNotRead`` where it is none, is damaged or is made to do harm, with a sentence of the catalogue as
    its reason.
    """
    parts = word_parts(content, _BOUNDS)
    if sum(part.count(b"<") for name, part in parts.items() if not name.startswith(_MEDIA)) > _MOST_TAGS:
        raise DocumentTooLarge(reason=Phrase(_LARGE))
    try:
        return _Reader(Package(parts)).read()
    except DocumentNotRead as error:
        raise DocumentNotRead(reason=Phrase(DAMAGED)) from error


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = ReadStyles(package.xml(package.first(package.main, "styles")))
        self._numbers = ListNumbers(package.xml(package.first(package.main, "numbering")))
        self._relations = package.relations(package.main)
        self._file = WordFile()

    def read(self) -> WordFile:
        root = self._package.xml(self._package.main)
        body = None if root is None else root.find(q("w:body"))
        if body is None:
            raise DocumentNotRead(reason=Phrase(DAMAGED))
        self._file.parts = list(self._parts(body))
        self._file.properties = _properties(self._package)
        self._file.outside = any(_asks_outside(self._package.xml(name)) for name in self._package.names if _tells(name))
        return self._file

    def _parts(self, container: Any) -> Iterator[WordParagraph | WordTable]:
        for child in container:
            if child.tag == q("w:p"):
                yield self._paragraph(child)
            elif child.tag == q("w:tbl"):
                yield WordTable(tuple(self._row(row) for row in _members(child, "w:tr") if not _is_deleted(row)))
            elif child.tag in _AROUND:
                yield from self._parts(child)
            elif child.tag == q("w:altChunk"):
                self._file.pictures = True

    def _row(self, row: Any) -> tuple[tuple[WordParagraph | WordTable, ...], ...]:
        cells: list[tuple[WordParagraph | WordTable, ...]] = []
        for cell in _members(row, "w:tc"):
            about = cell.find(q("w:tcPr"))
            merged = value(about, "w:vMerge")
            cells.append(() if merged is not None and merged != "restart" else tuple(self._parts(cell)))
            across = min(whole(value(about, "w:gridSpan"), 1), _WIDEST) if len(cells) < _MOST_COLUMNS else 1
            cells.extend([()] * (across - 1))
        return tuple(cells)

    def _paragraph(self, element: Any) -> WordParagraph:
        about = element.find(q("w:pPr"))
        style = self._styles.style(value(about, "w:pStyle") or self._styles.usual)
        gathered = _Gathered()
        self._gather(element, style, gathered)
        number, listed = self._number(about, style)
        return WordParagraph(
            text="".join(text for text, _, _ in gathered.pieces),
            style=style.name,
            level=self._level(about, style),
            number=number,
            listed=listed,
            bold=gathered.all_bold,
            italic=gathered.all_italic,
            centred=(value(about, "w:jc") or style.alignment) == "center",
            links=tuple(gathered.links),
        )

    def _gather(self, element: Any, style: ReadStyle, into: _Gathered) -> None:
        """The text of the runs of a paragraph, through links, fields and what was inserted."""
        for child in element:
            tag = child.tag
            if tag == q("w:r"):
                self._run(child, style, into)
            elif tag in _DELETED:
                self._file.deleted = True
            elif tag == q("w:hyperlink"):
                before = len(into.pieces)
                self._gather(child, style, into)
                relation = self._relations.get(child.get(q("r:id"), ""))
                if relation is not None and relation.external:
                    text = "".join(piece for piece, _, _ in into.pieces[before:])
                    into.links.append(WordLink(text, relation.target))
            elif tag in _AROUND:
                self._gather(child, style, into)

    def _run(self, run: Any, style: ReadStyle, into: _Gathered) -> None:
        about = run.find(q("w:rPr"))
        if is_on(about, "w:vanish"):
            self._file.hidden = True
            return
        own = self._styles.style(value(about, "w:rStyle") or "")
        bold = _decided(switched(about, "w:b"), own.bold, style.bold)
        italic = _decided(switched(about, "w:i"), own.italic, style.italic)
        for child in run:
            if child.tag == q("w:t"):
                into.pieces.append((child.text or "", bold, italic))
            elif child.tag in _SIGNS:
                into.pieces.append((_SIGNS[child.tag], bold, italic))
            elif child.tag in _NOTES:
                self._file.notes = True
            elif isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _PICTURES:
                self._file.pictures = True

    def _number(self, about: Any, style: ReadStyle) -> tuple[str, bool]:
        own = None if about is None else about.find(q("w:numPr"))
        list_id, level = style.list_id, style.list_level
        if own is not None:
            list_id = value(own, "w:numId") or list_id
            level = whole(value(own, "w:ilvl"), level)
        if list_id in {"", "0"}:
            return "", False
        number, bullet = self._numbers.of(list_id, level)
        return number, bullet or bool(number)

    def _level(self, about: Any, style: ReadStyle) -> int:
        outline = value(about, "w:outlineLvl")
        level = whole(outline, _LEVELS) + 1 if outline else style.level
        return level if level <= _LEVELS else 0


@dataclass
class _Gathered:
    """The text of a paragraph while it is read: pieces with whether they are bold and italic."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    links: list[WordLink] = field(default_factory=list)

    @property
    def all_bold(self) -> bool:
        seen = [bold for text, bold, _ in self.pieces if text.strip()]
        return bool(seen) and all(seen)

    @property
    def all_italic(self) -> bool:
        seen = [italic for text, _, italic in self.pieces if text.strip()]
        return bool(seen) and all(seen)


def _members(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, which content controls may enclose."""
    for child in element:
        if child.tag == q(name):
            yield child
        elif child.tag in _AROUND:
            yield from _members(child, name)


def _tells(name: str) -> bool:
    """Whether a part tells what others point to."""
    return name.endswith(".rels")


def _asks_outside(relations: Any) -> bool:
    """Whether something is to be fetched from outside; a link only leads there when a reader follows it."""
    outside = (one for one in relations.iter(q("rel:Relationship")) if one.get("TargetMode") == "External")
    return any(not one.get("Type", "").endswith("/hyperlink") for one in outside)


def _decided(*told: bool | None) -> bool:
    """What the nearest tells that tells anything."""
    return next((one for one in told if one is not None), False)


def _is_deleted(row: Any) -> bool:
    about = row.find(q("w:trPr"))
    return about is not None and about.find(q("w:del")) is not None


def _properties(package: Package) -> dict[str, str]:
    root = package.xml(package.first("", "core-properties"))
    found = (
        {} if root is None else {one.tag.rpartition("}")[2]: one.text or "" for one in root if isinstance(one.tag, str)}
    )
    return {name: found[name] for name in _PROPERTIES if found.get(name)}
