"""The PDF: which LibreOffice is taken, what goes wrong with it, and what the gate finds in the PDF that it makes."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from documents.breaks import OUTLINE
from kom_rulings.documents.accessibility import check_pdf, require_accessible
from kom_rulings.documents.outline import ChartBlock
from kom_rulings.documents.pdf import VARIABLE, find_office, office_version, to_pdf, without_moment
from kom_rulings.documents.pdf_structure import Pdf
from kom_rulings.documents.word import render
from kom_rulings.errors import DocumentNotRead, NotAccessible, PdfNotMade

OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="a script stands for LibreOffice")
CHARTS = [block.description for block in OUTLINE.blocks if isinstance(block, ChartBlock)]
TITLE = "Tittel"
XMP = b'<rdf:RDF xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:RDF>'


def named(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def tag(kind: str, *below: DictionaryObject, **entries: object) -> DictionaryObject:
    return named(S=NameObject(f"/{kind}"), K=ArrayObject(below), **entries)


def hand_made(change: Callable[[DictionaryObject, PdfWriter], object] = lambda _root, _writer: None) -> bytes:
    """A small PDF with all that is asked for, and one change: of its root, its tags (Document, Table) or its page."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    font = named(Subtype=NameObject("/TrueType"), BaseFont=NameObject("/Calibri"))
    font[NameObject("/FontDescriptor")] = named(FontFile2=DecodedStreamObject())
    page[NameObject("/Resources")] = named(Font=named(F1=font))
    writer.add_metadata({"/Title": TITLE})
    writer.add_outline_item(title="Kapittel", page_number=0)
    metadata = DecodedStreamObject()
    metadata.set_data(XMP)
    table = tag("Table", tag("TR", tag("Overskrift")), tag("TR", tag("TD")))
    tree = named(
        K=tag("Document", table, tag("Figure", Alt=TextStringObject("Et diagram"))),
        RoleMap=named(Overskrift=NameObject("/TH")),
    )
    writer.root_object.update(
        named(
            Lang=TextStringObject("nb-NO"),
            MarkInfo=named(Marked=BooleanObject(True)),
            ViewerPreferences=named(DisplayDocTitle=BooleanObject(True)),
            StructTreeRoot=tree,
            Metadata=writer._add_object(metadata),
        )
    )
    change(writer.root_object, writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def document_tag(root: Any) -> Any:
    return root["/StructTreeRoot"]["/K"]


BROKEN: dict[str, Callable[[DictionaryObject, PdfWriter], object]] = {
    "pdf-untagged": lambda root, _: root.pop("/MarkInfo"),
    "pdf-language": lambda root, _: root.update(named(Lang=TextStringObject("en-US"))),
    "pdf-title": lambda _, writer: writer.add_metadata({"/Title": "document.docx"}),
    "pdf-title-hidden": lambda root, _: root.pop("/ViewerPreferences"),
    "pdf-ua": lambda root, _: root.pop("/Metadata"),
    "pdf-bookmarks": lambda root, _: root.pop("/Outlines"),
    "pdf-font": lambda _, writer: writer.pages[0]["/Resources"]["/Font"]["/F1"].pop("/FontDescriptor"),  # type: ignore[index]
    "pdf-table": lambda root, _: root["/StructTreeRoot"].pop("/RoleMap"),  # type: ignore[attr-defined]
    "pdf-picture": lambda root, _: document_tag(root)["/K"][1].pop("/Alt"),
    "pdf-locked": lambda _, writer: writer.encrypt("hemmelig", algorithm="RC4-128"),
}


def test_a_pdf_with_all_that_is_asked_for_passes() -> None:
    assert check_pdf(hand_made(), TITLE, "nb") == check_pdf(hand_made(), TITLE, "nb-NO") == []


@pytest.mark.parametrize(("code", "change"), BROKEN.items(), ids=BROKEN)
def test_what_a_pdf_lacks_is_caught(code: str, change: Callable[[DictionaryObject, PdfWriter], object]) -> None:
    failures = check_pdf(hand_made(change), TITLE, "nb")
    assert [(failure.code, failure.point) for failure in failures] == [(code, 18 if code == "pdf-locked" else 19)]


def test_the_language_is_compared_as_a_whole() -> None:
    swapped = hand_made(lambda root, _: root.update(named(Lang=TextStringObject("nbx"))))
    assert [failure.code for failure in check_pdf(swapped, TITLE, "nb")] == ["pdf-language"]


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentNotRead):
        check_pdf(content, TITLE, "nb")


def test_pictures_are_given_their_texts_in_order_and_those_that_have_one_keep_it() -> None:
    def two(root: DictionaryObject, _: PdfWriter) -> None:
        document_tag(root)["/K"].append(tag("Figure"))

    made = Pdf(hand_made(two)).described(["Nummer to"])
    assert [picture.element["/Alt"] for picture in Pdf(made).tags if picture.kind == "Figure"] == [
        "Et diagram",
        "Nummer to",
    ]
    assert check_pdf(made, TITLE, "nb") == []


def test_no_text_is_put_in_where_it_is_not_known_whose_it_is() -> None:
    without = hand_made(BROKEN["pdf-picture"])
    made = Pdf(without).described(["Én", "To"])
    assert [failure.code for failure in check_pdf(made, TITLE, "nb")] == ["pdf-picture"]


def test_the_date_of_a_pdf_is_that_of_its_content() -> None:
    pdf = b"<xmp:CreateDate>2026-11-23T23:27:10Z</xmp:CreateDate>/CreationDate(D:20261123232710Z')\n%s"
    dated = [
        without_moment(pdf % end, "2021-12-31")
        for end in (b"/DocChecksum /" + sign * 32 + b"\n" for sign in (b"A", b"B"))
    ]
    assert dated[0] == dated[1]
    assert b"2021-12-31T00:00:00Z" in dated[0]
    assert b"(D:20211231000000Z')" in dated[0]
    assert len(dated[0]) == len(pdf % (b"/DocChecksum /" + b"A" * 32 + b"\n"))


def script(folder: Path, *lines: str) -> Path:
    """A program that stands for LibreOffice."""
    path = folder / "soffice"
    path.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@needs_shell
def test_the_libreoffice_that_is_named_is_taken_before_the_one_on_the_path(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    on_path, named_one = script(tmp_path / "bin", "exit 0"), script(tmp_path, "exit 0")
    assert find_office({"PATH": str(on_path.parent)}) == on_path
    assert find_office({"PATH": str(on_path.parent), VARIABLE: str(named_one)}) == named_one
    assert find_office({"PATH": str(on_path.parent), VARIABLE: str(tmp_path / "none")}) is None


@needs_shell
@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("LibreOffice 7.4.7.2 40(Build:2)", "LibreOffice 7.4.7.2"),
        ("LibreOffice 24.8.4.2 abcdef", "LibreOffice 24.8.4.2"),
    ],
)
def test_the_version_is_what_libreoffice_says(tmp_path: Path, said: str, version: str) -> None:
    assert office_version(script(tmp_path, f"echo '{said}'")) == version


@needs_shell
@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("exit 0",), "LibreOffice made no file"),
        (("echo 'source file could not be loaded' >&2", "exit 3"), "source file could not be loaded"),
        (("exit 77",), "77"),
        (("sleep 60 &", "wait"), "LibreOffice took too long"),
    ],
)
def test_a_libreoffice_that_fails_is_told_of_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], reason: str
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(PdfNotMade) as error:
        to_pdf(b"", script(tmp_path, *lines), "2021-12-31", patience=0.5)
    assert error.value.params["reason"] == reason
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_shell
def test_a_libreoffice_without_a_version_or_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(PdfNotMade, match="version"):
        office_version(script(tmp_path, "exit 0"))
    with pytest.raises(PdfNotMade):
        office_version(tmp_path / "none")


@needs_office
def test_the_pdf_of_a_sound_document_passes_the_gate_and_is_the_same_each_time_and_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert OFFICE is not None
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = render(OUTLINE)
    made = to_pdf(document, OFFICE, OUTLINE.as_of, CHARTS)
    require_accessible(document, made)
    for name, value in (("TZ", "Asia/Tokyo"), ("LC_ALL", "C"), ("LANGUAGE", "de")):
        monkeypatch.setenv(name, value)
    assert to_pdf(document, OFFICE, OUTLINE.as_of, CHARTS) == made
    assert list(tmp_path.iterdir()) == []


@needs_office
def test_a_pdf_of_libreoffice_that_lost_its_tags_or_its_texts_is_caught() -> None:
    assert OFFICE is not None
    document = render(OUTLINE)
    made = to_pdf(document, OFFICE, OUTLINE.as_of)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    del writer.root_object["/StructTreeRoot"]
    stream = io.BytesIO()
    writer.write(stream)
    assert [failure.code for failure in check_pdf(stream.getvalue(), OUTLINE.title, "nb")] == ["pdf-untagged"]
    with pytest.raises(NotAccessible) as caught:
        require_accessible(document, writer_with_other_title(made))
    assert "pdf-title" in [failure.code for failure in caught.value.failures]  # type: ignore[attr-defined]


def writer_with_other_title(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.add_metadata({"/Title": "document"})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
