"""A PDF taken apart: its properties, bookmarks, fonts and tags. The only importer of pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from kom_rulings.errors import DocumentNotRead

_UA: Final = re.compile(rb"pdfuaid:part(?:>|=[\"'])\s*[12]")
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_DRAWN: Final = "/Type3"
#: What a damaged PDF makes the library raise.
_DAMAGE: Final = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError)


@dataclass(frozen=True)
class Bookmark:
    """A bookmark: its words, and the number of the page that it leads to, from 1; 0 where it leads nowhere."""

    title: str
    page: int


@dataclass
class Tag:
    """A table or picture (Table, Figure) among the tags: whether the table has header cells, the picture a text."""

    kind: str
    sound: bool
    element: Any


class Pdf:
    """A PDF as a reader's program sees it. Everything raises ``DocumentNotRead`` when it is no PDF, or damaged."""

    def __init__(self, content: bytes) -> None:
        try:
            self._reader = PdfReader(io.BytesIO(content))
            self.locked: bool = self._reader.is_encrypted
            self._root: Any = DictionaryObject() if self.locked else self._reader.root_object
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    @cached_property
    def title(self) -> str:
        """The title in its properties."""
        metadata = self._reader.metadata
        return str(metadata.title or "") if metadata else ""

    @cached_property
    def language(self) -> str:
        """The language of the whole, such as nb-NO; empty where none is given."""
        return str(self._root.get("/Lang", ""))

    @cached_property
    def shows_title(self) -> bool:
        """Tell whether the title, not the name of the file, stands on the window."""
        return bool(_value(_value(self._root, "/ViewerPreferences"), "/DisplayDocTitle"))

    @cached_property
    def tagged(self) -> bool:
        """Tell whether it is marked as tagged and has tags."""
        marked = _value(_value(self._root, "/MarkInfo"), "/Marked")
        return bool(marked) and bool(_value(_value(self._root, "/StructTreeRoot"), "/K"))

    @cached_property
    def says_ua(self) -> bool:
        """Tell whether it says of itself that it follows PDF/UA."""
        metadata = _value(self._root, "/Metadata")
        return metadata is not None and _UA.search(metadata.get_data()) is not None

    @cached_property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self._reader.pages)

    @cached_property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks in their order, whatever their level."""
        try:
            return tuple(self._bookmarks(self._reader.outline))
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    @cached_property
    def fonts_not_embedded(self) -> tuple[str, ...]:
        """The names of the fonts that are used and not embedded, in the order of the alphabet."""
        fonts = (font for page in self._reader.pages for font in _entries(_value(page, "/Resources"), "/Font"))
        try:
            return tuple(sorted({str(font.get("/BaseFont", "–")).lstrip("/") for font in fonts if not _embedded(font)}))
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The tables and pictures among the tags, in reading order."""
        try:
            return tuple(self._tags())
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    def described(self, descriptions: Sequence[str]) -> bytes:
        """The PDF with a text for each picture that has none, in their order; nothing else that is shown changes.

        Where more or fewer pictures lack one than there are ``descriptions``, none is put in, for it would be guessed.
        The file is written as a whole: appended changes would mix two kinds of cross-reference, which is not allowed.
        """
        lacking = [tag for tag in self.tags if tag.kind == "Figure" and not tag.sound]
        if len(lacking) == len(descriptions):
            for tag, description in zip(lacking, descriptions, strict=True):
                tag.element[NameObject("/Alt")] = TextStringObject(description)
        try:
            writer = PdfWriter(clone_from=self._reader)
            writer.pdf_header = self._reader.pdf_header
            stream = io.BytesIO()
            writer.write(stream)
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error
        return stream.getvalue()

    def _bookmarks(self, items: list[Any]) -> Iterator[Bookmark]:
        for item in items:
            if isinstance(item, list):
                yield from self._bookmarks(item)
            else:
                page = self._reader.get_destination_page_number(item)
                yield Bookmark(str(item.title), 0 if page is None else page + 1)

    def _tags(self) -> list[Tag]:
        """Walk the tree of tags without recursion, each with the table that it stands in."""
        tree = _value(self._root, "/StructTreeRoot")
        roles, found = _value(tree, "/RoleMap") or {}, list[Tag]()
        waiting: list[tuple[Any, Tag | None]] = [(_value(tree, "/K"), None)]
        while waiting:
            tag, table = waiting.pop()
            if isinstance(tag, ArrayObject):
                waiting.extend((_resolved(one), table) for one in reversed(tag))
            elif isinstance(tag, DictionaryObject):
                kind = str(roles.get(tag.get("/S"), tag.get("/S")))
                if kind == "/TH" and table is not None:
                    table.sound = True
                elif kind in {"/Table", "/Figure"}:
                    table = Tag(kind.lstrip("/"), sound=kind == "/Figure" and bool(tag.get("/Alt")), element=tag)
                    found.append(table)
                waiting.append((_value(tag, "/K"), table))
        return found


def _resolved(thing: Any) -> Any:
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def _value(holder: Any, key: str) -> Any:
    return _resolved(holder.get(key)) if isinstance(holder, DictionaryObject) else None


def _entries(holder: Any, key: str) -> Iterator[Any]:
    found = _value(holder, key)
    yield from (_resolved(one) for one in (found.values() if found else ()))


def _embedded(font: Any) -> bool:
    """Fonts drawn in the PDF itself hold their own signs; a compound font holds them with its descendant."""
    if font.get("/Subtype") == _DRAWN:
        return True
    descendants = _value(font, "/DescendantFonts")
    described = _value(_resolved(descendants[0]) if descendants else font, "/FontDescriptor")
    return described is not None and any(name in described for name in _FONT_FILES)
