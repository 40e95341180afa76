"""Packages of Office files unpacked within bounds, whatever they hold and whatever they say of their size."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from kom_rulings.errors import DocumentNotRead, DocumentTooLarge
from kom_rulings.wording import N_, Phrase

#: How a package begins, and how an entry in its list of contents does.
ZIP: Final = b"PK"
_ENTRY: Final = b"PK\x01\x02"
#: Office writes no other; the rest unpack without any bound.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: Packages inside the package have lists of their own.
_INNER: Final = 10
#: For what is a package on the outside only.
DAMAGED: Final = N_("it is damaged, or not built as Word documents are.")
_LARGE: Final = N_("unpacked, it is larger than what is read.")


@dataclass(frozen=True)
class Bounds:
    """What is unpacked at most: how many parts, and how many bytes of one and of all."""

    parts: int
    part_bytes: int
    all_bytes: int


def unpacked(content: bytes, bounds: Bounds) -> dict[str, bytes]:
    """The parts of a package by their names.

    Raises ``DocumentTooLarge`` when they are beyond the bounds, ``DocumentNotRead`` when there is no sound package.
    """
    if content.count(_ENTRY) > bounds.parts * _INNER:
        raise DocumentTooLarge(reason=Phrase(_LARGE))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = [one for one in package.infolist() if not one.is_dir()]
            _check(entries, bounds)
            return {one.filename: _read(package, one) for one in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise DocumentNotRead(reason=Phrase(DAMAGED)) from error


def _check(entries: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    sizes = [one.file_size for one in entries]
    if len(sizes) > bounds.parts or sum(sizes) > bounds.all_bytes or max(sizes, default=0) > bounds.part_bytes:
        raise DocumentTooLarge(reason=Phrase(_LARGE))
    if any(one.compress_type not in _METHODS for one in entries):
        raise DocumentNotRead(reason=Phrase(DAMAGED))


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part. No more is unpacked than it says it has, and a part that has more fails its checksum."""
    with package.open(entry) as part:
        return part.read(entry.file_size) + part.read(1)
