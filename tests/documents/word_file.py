"""A Word file read back: its parts, its body, and what its paragraphs say."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Block, Heading, Outline

TITLE = "Rettsavgjørelser om menneskehandel"


def outline(*blocks: Block, **changes: Any) -> Outline:
    """A document with a title and these blocks."""
    about = {
        "title": TITLE,
        "author": "Koordineringsenheten mot menneskehandel (KOM)",
        "subject": "Oversikt per 31. desember 2021",
        "language": "nb",
        "as_of": "2021-12-31",
        **changes,
    }
    return numbered(Outline(**about, blocks=(Heading(1, TITLE, "title"), *blocks)))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def body(content: bytes) -> Any:
    return parse_xml(parts(content)["word/document.xml"]).body


def values(element: Any, name: str, attribute: str = "w:val") -> list[str]:
    """The attribute of every element of this name, in the order of the document."""
    return [one.get(qn(attribute)) for one in element.iter(qn(name))]


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """Style and words of each paragraph outside tables."""
    return [(one.style.name, one.text) for one in opened(content).paragraphs]


def repacked(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The package with parts changed, added, or taken out where None is given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in {**parts(content), **changes}.items():
            if part is not None:
                package.writestr(name, part)
    return stream.getvalue()
