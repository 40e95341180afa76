"""Files as they leave, and ways to plant words in every place of them where words can hide."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from documents.breaks import OUTLINE
from kom_rulings.documents.word import render

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY, CORE, APP, HEADER = "word/document.xml", "docProps/core.xml", "docProps/app.xml", "word/header1.xml"
LINKS, CHART, FOOTER = "word/_rels/document.xml.rels", "word/charts/chart1.xml", "word/footer1.xml"
LAST = "Slutten av oversikten."


def word_file() -> bytes:
    return render(OUTLINE)


def changed(package: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The package with the first match of a pattern in a part replaced."""
    parts = unpacked(package)
    text, n = re.subn(pattern, replacement, parts[part].decode("utf-8"), count=1, flags=re.DOTALL)
    assert n == 1, f"{pattern} is not in {part}"
    return packed({**parts, part: text.encode("utf-8")})


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    return packed({**unpacked(package), name: content})


def unpacked(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def with_paragraph(inside: str) -> bytes:
    """The document with one more paragraph."""
    return changed(word_file(), BODY, "(<w:p>(?:(?!<w:p>).)*Slutten av)", rf"<w:p>{inside}</w:p>\1")


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def pdf(**told: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    lines = told.get("text", "x").split("\n")
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream.set_data(f"BT /F1 12 Tf 10 300 Td {shown}ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    if "property" in told:
        writer.add_metadata({"/Author": told["property"]})
    if "own" in told:
        writer.add_metadata({"/Saksbehandler": told["own"]})
    if "bookmark" in told:
        writer.add_outline_item(title=told["bookmark"], page_number=0)
    if "link" in told:
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=told["link"]))
    if "remark" in told:
        writer.add_annotation(0, FreeText(text=told["remark"], rect=(0, 0, 9, 9)))
    if "xmp" in told:
        metadata = DecodedStreamObject()
        metadata.set_data(f"<x><creator>{told['xmp']}</creator></x>".encode())
        writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    if "attachment" in told:
        writer.add_attachment(told["attachment"], b"x")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
