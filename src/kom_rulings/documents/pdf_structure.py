"""A PDF taken apart: its properties, bookmarks, fonts and tags. The only importer of pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
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

    def texts(self) -> Iterator[str]:
        """The text of each page, in lines as they are laid out."""
        try:
            for page in self._reader.pages:
                yield page.extract_text()
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    @cached_property
    def information(self) -> Mapping[str, str]:
        """The properties by their names: Title, Author, Producer and whatever else there is."""
        return {name.lstrip("/"): str(value) for name, value in (self._reader.metadata or {}).items()}

    @cached_property
    def metadata(self) -> str:
        """The metadata as XML; empty where there are none."""
        metadata = _value(self._root, "/Metadata")
        return "" if metadata is None else metadata.get_data().decode("utf-8", "replace")

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The addresses that links lead to, and the places within the document by their names."""
        found = [target for note in self._annotations() for target in _targets(note)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What stands in remarks and in the fields of forms, with who wrote it."""
        texts = (_value(note, key) for note in self._annotations() for key in ("/Contents", "/T", "/TU", "/V", "/Subj"))
        return tuple(dict.fromkeys(str(text) for text in texts if isinstance(text, str)))

    @cached_property
    def descriptions(self) -> tuple[str, ...]:
        """The texts for pictures and links among the tags."""
        tags = list(self._walk(_value(_value(self._root, "/StructTreeRoot"), "/K")))
        texts = (tag.get(key) for tag in tags for key in ("/Alt", "/ActualText", "/E", "/T"))
        return tuple(dict.fromkeys(str(text) for text in texts if text))

    @cached_property
    def attachments(self) -> tuple[str, ...]:
        """The names of the files that lie inside."""
        try:
            return tuple(self._reader.attachments)
        except _DAMAGE as error:
            raise DocumentNotRead(reason=f"PDF: {error}") from error

    def _annotations(self) -> Iterator[Any]:
        for page in self._reader.pages:
            yield from (_resolved(one) for one in _value(page, "/Annots") or ())

    def _walk(self, tag: Any) -> Iterator[Any]:
        """Every tag, without recursion."""
        waiting = [tag]
        while waiting:
            one = _resolved(waiting.pop())
            if isinstance(one, ArrayObject):
                waiting.extend(reversed(one))
            elif isinstance(one, DictionaryObject):
                yield one
                waiting.append(one.get("/K"))

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


def _targets(note: Any) -> Iterator[str]:
    action = _value(note, "/A")
    for target in (_value(action, "/URI"), _value(action, "/F"), _value(action, "/D"), _value(note, "/Dest")):
        if isinstance(target, str):
            yield str(target)


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
