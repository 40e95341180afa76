"""The package of a template, read as what it may be: any file at all, damaged, or made to do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final

from kom_rulings.errors import TemplateUnusable
from kom_rulings.wording import N_, Phrase

_MEGABYTE: Final = 1024 * 1024
#: A template with logos is far below these: size of the file, size unpacked, number of parts.
_LARGEST, _LARGEST_UNPACKED, _MOST_PARTS = 20 * _MEGABYTE, 200 * _MEGABYTE, 2000
#: How a file begins that Word has encrypted, or saved in its format of before 2007.
_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0"
_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS: Final = b"macroEnabled"

_NOT_THERE = N_("there is no such file, or it cannot be read.")
_LARGE = N_("it is too large for a template.")
_OLD = N_("it is protected by a password, or saved in the old Word format (.doc).")
_NOT_WORD = N_("it is no Word document (.docx) and no Word template (.dotx).")
_WITH_MACROS = N_("it can hold macros. Save it as .docx or .dotx.")
#: For what is a Word file on the outside only.
DAMAGED: Final = N_("it is damaged, or not built as Word documents are.")


def safe_package(file: Path) -> bytes:
    """The template as a Word document that can be opened. Raises ``TemplateUnusable`` with the reason."""
    content = _read(file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _parts(file, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        whole = content.startswith(b"PK")
        raise TemplateUnusable(file=file, reason=Phrase(DAMAGED if whole else _NOT_WORD)) from error
    _check(file, parts)
    return _packed(parts)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise TemplateUnusable(file=file, reason=Phrase(_LARGE))
        content = file.read_bytes()
    except (OSError, ValueError) as error:
        raise TemplateUnusable(file=file, reason=Phrase(_NOT_THERE)) from error
    if content.startswith(_OLD_FORMAT):
        raise TemplateUnusable(file=file, reason=Phrase(_OLD))
    return content


def _parts(file: Path, package: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts, unpacked; what a part says of its size is believed, since no more than that is unpacked of it."""
    found = package.infolist()
    if len(found) > _MOST_PARTS or sum(part.file_size for part in found) > _LARGEST_UNPACKED:
        raise TemplateUnusable(file=file, reason=Phrase(_LARGE))
    return {part.filename: package.read(part) for part in found if not part.is_dir()}


def _check(file: Path, parts: dict[str, bytes]) -> None:
    types = parts.get(_TYPES, b"")
    if _MACROS in types:
        raise TemplateUnusable(file=file, reason=Phrase(_WITH_MACROS))
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise TemplateUnusable(file=file, reason=Phrase(_NOT_WORD))
    # No Office program writes a document type; it is there to make entities grow.
    if any(b"<!DOCTYPE" in part for name, part in parts.items() if name.endswith((".xml", ".rels"))):
        raise TemplateUnusable(file=file, reason=Phrase(DAMAGED))


def _packed(parts: dict[str, bytes]) -> bytes:
    """The parts as one package, in which a template is a document."""
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DOCUMENT)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()
