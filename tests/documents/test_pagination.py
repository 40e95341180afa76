"""Page numbers in the contents: the bookmarks of the PDF are the headings in order, and the numbers must hold."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfWriter

from documents.breaks import OUTLINE
from kom_rulings.documents import pagination
from kom_rulings.documents.accessibility import check_docx
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Contents, Heading, Outline, Paragraph, text
from kom_rulings.documents.pagination import heading_pages, paginated
from kom_rulings.documents.pdf import find_office, to_pdf
from kom_rulings.documents.pdf_structure import Pdf
from kom_rulings.documents.word import TEMPLATE
from kom_rulings.errors import PdfNotMade

OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
ANYWHERE = Path("soffice")


def with_bookmarks(*pages: tuple[str, int]) -> bytes:
    """A PDF with a bookmark for each heading; one that leads to the first page holds all that follow it."""
    writer = PdfWriter()
    for _ in range(max((page for _, page in pages), default=1)):
        writer.add_blank_page(100, 100)
    top = None
    for title, page in pages:
        made = writer.add_outline_item(title=title, page_number=page - 1, parent=top)
        top = top or made
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "pages",
    [
        (("Tittel", 1),),
        (("Tittel", 1), ("Tall", 3), ("Saker", 3), ("Kontakt", 7)),
        (("Tittel", 1), ("2021", 2), ("2021", 4), ("2021", 9)),
    ],
)
def test_headings_are_found_by_their_order_also_where_their_words_are_the_same(
    pages: tuple[tuple[str, int], ...],
) -> None:
    assert heading_pages(with_bookmarks(*pages), len(pages)) == [page for _, page in pages]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_more_or_fewer_bookmarks_than_headings_are_refused(count: int) -> None:
    with pytest.raises(PdfNotMade):
        heading_pages(with_bookmarks(("Tittel", 1), ("Tall", 2)), count)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PdfNotMade):
        heading_pages(b"no PDF", 1)


def contents_of(document: bytes) -> list[str]:
    """The entries of the contents, a tab before the page number."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        body = package.read("word/document.xml").decode()
    entries = re.findall(r'<w:pStyle w:val="Toc\d"/>.*?</w:p>', body)
    return ["".join(re.findall(r"<w:tab/>|(?<=<w:t xml:space=\"preserve\">)[^<]*", entry)) for entry in entries]


def laid_out_as(monkeypatch: pytest.MonkeyPatch, *rounds: tuple[int, ...]) -> list[int]:
    """Let each round of lay-out give these pages; the last stays. Returns the number of rounds that were asked for."""
    asked: list[int] = []
    coming: Iterator[tuple[int, ...]] = iter(rounds)
    last = rounds[-1]

    def lay_out(_document: bytes, _office: Path, _as_of: str) -> bytes:
        asked.append(len(asked) + 1)
        pages = next(coming, last)
        return with_bookmarks(*((f"{n}", page) for n, page in enumerate(pages)))

    monkeypatch.setattr(pagination, "to_pdf", lay_out)
    return asked


@pytest.mark.parametrize(
    ("rounds", "asked_for"),
    [(((1, 3, 5),), 2), (((1, 3, 4), (1, 3, 5)), 3), (((1, 3, 4), (1, 3, 5), (1, 4, 5)), 4)],
)
def test_pages_are_counted_anew_until_they_hold(
    monkeypatch: pytest.MonkeyPatch, rounds: tuple[tuple[int, ...], ...], asked_for: int
) -> None:
    asked = laid_out_as(monkeypatch, *rounds)
    document = paginated(OUTLINE, TEMPLATE, ANYWHERE)
    assert len(asked) == asked_for
    _, first, second = rounds[-1]
    assert [entry.rpartition("<w:tab/>")[2][-1] for entry in contents_of(document)] == [str(first), str(second)]


def test_numbers_that_never_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = laid_out_as(monkeypatch, (1, 3, 4), (1, 3, 5), (1, 3, 4), (1, 3, 5), (1, 3, 4))
    with pytest.raises(PdfNotMade):
        paginated(OUTLINE, TEMPLATE, ANYWHERE)
    assert len(asked) == 4


@needs_office
def test_the_pages_in_the_contents_are_those_that_libreoffice_lays_out() -> None:
    assert OFFICE is not None
    chapters = (
        block
        for n in range(12)
        for block in (
            Heading(2, "Saker fra 2021", f"c-{n}", new_page=n % 2 == 0),
            Paragraph(text("Ord om saken. " * 400)),
        )
    )
    outline: Outline = numbered(replace(OUTLINE, blocks=(*OUTLINE.blocks[:2], Contents("Innhold"), *chapters)))
    document = paginated(outline, TEMPLATE, OFFICE)
    pages = [bookmark.page for bookmark in Pdf(to_pdf(document, OFFICE, outline.as_of)).bookmarks][1:]
    said = [int(re.findall(r"\d+$", entry)[0]) for entry in contents_of(document)]
    assert said == pages
    assert len(set(pages)) > 6
    assert check_docx(document) == []
