"""What the document part leads to outside itself: addresses, charts; found by key, where the library walks them all."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from kom_rulings.documents.package import clean

#: Signs that stand in an address as they are; all others are written as per cent and number.
_IN_ADDRESSES = ":/?#@!$&'()*+,;=%~"
_SCHEMES = {"http", "https", "mailto"}


class Relations:
    """The relations of one part of a package; an address that stands in many places is kept once."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._addresses: dict[str, str] = {}
        self._last = max((int(key[3:]) for key in part.rels if key[:3] == "rId" and key[3:].isdecimal()), default=0)

    def address(self, link: str) -> str | None:
        """The id of the relation to an address, or nothing where Word could not read the address."""
        target = readable_address(link)
        if target is None:
            return None
        if target not in self._addresses:
            self._addresses[target] = self._added(RELATIONSHIP_TYPE.HYPERLINK, target, is_external=True)
        return self._addresses[target]

    def write(self, content: bytes) -> None:
        """Give the part itself its content."""
        self._part._blob = content

    def part(self, kind: str, template: str, content_type: str, content: bytes) -> tuple[str, Relations]:
        """The id of the relation to a new part, and the relations of that part.

        ``template`` is the name of the part with %d for a number that is still free.
        """
        name = PackURI(self._part.package.next_partname(template))
        made = Part(name, content_type, content, self._part.package)
        return self._added(kind, made, is_external=False), Relations(made)

    def _added(self, kind: str, target: Any, *, is_external: bool) -> str:
        self._last += 1
        key = f"rId{self._last}"
        self._part.rels.add_relationship(kind, target, key, is_external)
        return key


def readable_address(link: str) -> str | None:
    """The address as a relation can hold it: Word refuses a whole document for one that is no address."""
    try:
        parts = urlsplit(clean(link).strip())
        good = parts.scheme in _SCHEMES and bool(parts.hostname or parts.scheme == "mailto")
        _ = parts.port
    except ValueError:
        return None
    return quote(parts.geturl(), safe=_IN_ADDRESSES) if good else None
