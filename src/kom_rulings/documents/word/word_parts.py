"""The parts of a Word file, read as what it may be: any bytes at all, damaged, or made to do harm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kom_rulings.documents.unpacking import DAMAGED, ZIP, Bounds, unpacked
from kom_rulings.errors import DocumentNotRead
from kom_rulings.wording import N_, Phrase

#: How a file begins that Word has encrypted, or saved in its format of before 2007.
_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0"
TYPES: Final = "[Content_Types].xml"
DOCUMENT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS: Final = b"macroEnabled"
_PROJECT: Final = "vbaproject.bin"

_OLD: Final = N_("it is protected by a password, or saved in the old Word format (.doc).")
_NOT_WORD: Final = N_("it is no Word document (.docx) and no Word template (.dotx).")
_WITH_MACROS: Final = N_("it can hold macros. Save it as .docx or .dotx.")


def word_parts(content: bytes, bounds: Bounds) -> dict[str, bytes]:
    """The parts by their names. Raises ``DocumentNotRead`` with a sentence of the catalogue as its reason."""
    if content.startswith(_OLD_FORMAT):
        raise DocumentNotRead(reason=Phrase(_OLD))
    if not content.startswith(ZIP):
        raise DocumentNotRead(reason=Phrase(_NOT_WORD))
    parts = unpacked(content, bounds)
    _check(parts)
    return parts


def _check(parts: Mapping[str, bytes]) -> None:
    types = parts.get(TYPES, b"")
    if _MACROS in types or any(name.lower().endswith(_PROJECT) for name in parts):
        raise DocumentNotRead(reason=Phrase(_WITH_MACROS))
    if DOCUMENT not in types and TEMPLATE not in types:
        raise DocumentNotRead(reason=Phrase(_NOT_WORD))
    # No Office program writes a document type; it is there to make entities grow.
    if any(b"<!DOCTYPE" in part for name, part in parts.items() if name.endswith((".xml", ".rels"))):
        raise DocumentNotRead(reason=Phrase(DAMAGED))
