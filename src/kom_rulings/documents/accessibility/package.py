"""A Word file taken apart into parts, XML and relations; hostile files are refused. The only importer of lxml."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from lxml import etree

from kom_rulings.documents.unpacking import Bounds, unpacked
from kom_rulings.errors import DocumentNotRead

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES: Final = {
    "w": WORD,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "app": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
#: Far above a document of 5,000 cases.
_BOUNDS: Final = Bounds(parts=2_000, part_bytes=256 * 1024 * 1024, all_bytes=512 * 1024 * 1024)
_OFF: Final = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True)
class Relation:
    """What a part points to: another part by its name, or an address outside; ``kind`` is such as “hyperlink”."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file. Each is read as XML once, when it is asked for."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._read: dict[str, Any] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        main = self.first("", "officeDocument")
        if main is None:
            raise DocumentNotRead(reason="officeDocument")
        self.main: str = main

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, such as word/document.xml."""
        return tuple(self._parts)

    def content(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._parts[name]

    def xml(self, name: str | None) -> Any:
        """The root element of a part, or None where there is no such part."""
        if name is None or name not in self._parts:
            return None
        if name not in self._read:
            self._read[name] = _parsed(name, self._parts[name])
        return self._read[name]

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part points to, by the ids that it uses; the empty name is the package itself."""
        if name not in self._relations:
            folder, file = posixpath.split(name)
            root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = () if root is None else root.iter(q("rel:Relationship"))
            self._relations[name] = {one.get("Id", ""): _relation(folder, one) for one in found}
        return self._relations[name]

    def first(self, name: str, kind: str) -> str | None:
        """The name of the first part of a kind that a part points to."""
        return next((one.target for one in self.relations(name).values() if one.kind == kind), None)

    def all(self, name: str, kind: str) -> tuple[str, ...]:
        """The names of all parts of a kind that a part points to, in the order of their names."""
        return tuple(sorted({one.target for one in self.relations(name).values() if one.kind == kind}))


def read_package(content: bytes) -> Package:
    """Take a Word file apart. Raises ``DocumentNotRead`` when it is none, or beyond the bounds."""
    return Package(unpacked(content, _BOUNDS))


def _parsed(name: str, content: bytes) -> Any:
    """No entity is resolved, nothing is fetched, and a document type is refused, for Word files have none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentNotRead(reason=f"{name}: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise DocumentNotRead(reason=f"{name}: DOCTYPE")
    return root


def _relation(folder: str, element: Any) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rpartition("/")[2], target, external)


@cache
def q(name: str) -> str:
    """The full name of an element or attribute from its short one: ``q("w:p")``."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def value(element: Any, child: str) -> str | None:
    """The ``w:val`` of a child of an element, the empty text where it has none; None where there is no such child."""
    found = None if element is None else element.find(q(child))
    return None if found is None else found.get(q("w:val"), "")


def is_on(element: Any, child: str) -> bool:
    """Tell whether a child that switches something on stands in an element and is not switched off."""
    found = value(element, child)
    return found is not None and found not in _OFF
