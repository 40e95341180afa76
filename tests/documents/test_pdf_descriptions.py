"""Texts put into a PDF for pictures that have none."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from kom_rulings.documents.pdf_descriptions import described
from kom_rulings.errors import PdfNotMade


def tag(kind: str, *below: Any, words: str | None = None) -> DictionaryObject:
    made = DictionaryObject({NameObject("/S"): NameObject(kind)})
    made[NameObject("/K")] = ArrayObject(below) if below else NumberObject(0)
    if words is not None:
        made[NameObject("/Alt")] = TextStringObject(words)
    return made


def pdf(*tags: DictionaryObject) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    root = DictionaryObject({NameObject("/K"): ArrayObject([writer._add_object(one) for one in tags])})
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(root)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def texts(content: bytes) -> list[str]:
    """The texts of the pictures at the first two levels."""
    root: Any = PdfReader(io.BytesIO(content)).root_object["/StructTreeRoot"]
    found = [one.get_object() for one in root["/K"]]
    below = [one for outer in found if isinstance(outer["/K"], list) for one in outer["/K"]]
    return [str(one.get("/Alt")) for one in (*found, *below) if one["/S"] == "/Figure"]


def test_pictures_get_their_texts_in_the_order_of_the_document() -> None:
    made = pdf(tag("/P"), tag("/Figure"), tag("/Sect", tag("/Figure")))
    assert texts(described(made, ["Søylediagram én", "Søylediagram to"])) == ["Søylediagram én", "Søylediagram to"]


def test_a_picture_that_has_a_text_keeps_it() -> None:
    assert texts(described(pdf(tag("/Figure", words="Logo"), tag("/Figure")), ["Tall"])) == ["Logo", "Tall"]


def test_what_was_there_keeps_its_bytes() -> None:
    made = pdf(tag("/Figure"))
    assert described(made, ["Tall"]).startswith(made)
    assert described(made, []) == made


@pytest.mark.parametrize("content", [pdf(tag("/P")), pdf(tag("/Figure"), tag("/Figure")), b"%PDF-1.6\nhalf", b""])
def test_other_pictures_than_the_charts_of_the_document_are_told(content: bytes) -> None:
    with pytest.raises(PdfNotMade):
        described(content, ["Tall"])
