"""The package of a template, read as what it may be: any file at all, damaged, or made to do harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

from kom_rulings.documents.unpacking import Bounds
from kom_rulings.documents.word.word_parts import DOCUMENT, TEMPLATE, TYPES, word_parts
from kom_rulings.errors import DocumentNotRead, DocumentTooLarge, TemplateUnusable
from kom_rulings.wording import N_, Phrase

_MEGABYTE: Final = 1024 * 1024
#: A template with logos is far below these.
_LARGEST: Final = 20 * _MEGABYTE
_BOUNDS: Final = Bounds(parts=2000, part_bytes=200 * _MEGABYTE, all_bytes=200 * _MEGABYTE)

_NOT_THERE = N_("there is no such file, or it cannot be read.")
_LARGE = N_("it is too large for a template.")


def safe_package(file: Path) -> bytes:
    """The template as a Word document that can be opened. Raises ``TemplateUnusable`` with the reason."""
    content = _read(file)
    try:
        return _packed(word_parts(content, _BOUNDS))
    except DocumentTooLarge as error:
        raise TemplateUnusable(file=file, reason=Phrase(_LARGE)) from error
    except DocumentNotRead as error:
        raise TemplateUnusable(file=file, reason=error.params["reason"]) from error


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise TemplateUnusable(file=file, reason=Phrase(_LARGE))
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise TemplateUnusable(file=file, reason=Phrase(_NOT_THERE)) from error


def _packed(parts: dict[str, bytes]) -> bytes:
    """The parts as one package, in which a template is a document."""
    parts[TYPES] = parts[TYPES].replace(TEMPLATE, DOCUMENT)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()
