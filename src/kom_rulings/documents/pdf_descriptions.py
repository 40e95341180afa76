"""The texts of pictures put into a PDF: LibreOffice leaves those of charts out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from kom_rulings.errors import PdfNotMade
from kom_rulings.wording import N_, Phrase

_OTHER_PICTURES = N_("its pictures are not the charts of the document")


def described(pdf: bytes, descriptions: Sequence[str]) -> bytes:
    """The PDF, where the pictures without a text have these, in the order of the document.

    What was there keeps its bytes; the texts are appended. Raises ``PdfNotMade`` where there are not as many pictures.
    """
    if not descriptions:
        return pdf
    try:
        return _described(pdf, descriptions)
    except (PyPdfError, KeyError, ValueError) as error:
        raise PdfNotMade(reason=Phrase(_OTHER_PICTURES)) from error


def _described(pdf: bytes, descriptions: Sequence[str]) -> bytes:
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    pictures = [tag for tag in _tags(writer.root_object["/StructTreeRoot"]) if tag.get("/S") == "/Figure"]
    for picture, words in zip((one for one in pictures if "/Alt" not in one), descriptions, strict=True):
        picture[NameObject("/Alt")] = TextStringObject(words)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _tags(node: Any) -> Iterator[Any]:
    """Every tag below a node, in the order of the document, without recursion: a document is deep and long."""
    waiting: list[Any] = [node]
    while waiting:
        tag: Any = waiting.pop().get_object()
        if isinstance(tag, list):
            waiting.extend(reversed(tag))
        elif isinstance(tag, DictionaryObject):
            yield tag
            if "/K" in tag:
                waiting.append(tag.raw_get("/K"))
