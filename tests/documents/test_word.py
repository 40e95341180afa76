"""The Word document read back: styles, links, tables, fields, properties, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from kom_rulings.documents.outline import (
    Bullets,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    TableBlock,
    text,
)
from kom_rulings.documents.package import bookmark_name
from kom_rulings.documents.word import REQUIRED_STYLES, TEMPLATE, render
from kom_rulings.errors import TemplateUnusable

TABLE = TableBlock(
    caption="Domfellelser",
    description="Én rad per år.",
    heads=("År", "Antall"),
    rows=((text("2017"), text("6")), (text("Totalt"), text("6"))),
    widths=(70, 30),
    numeric=1,
    total=True,
)
OUTLINE = Outline(
    title="Rettsavgjørelser om menneskehandel",
    author="Koordineringsenheten mot menneskehandel (KOM)",
    subject="Oversikt per 31. desember 2021",
    language="nb",
    as_of="2021-12-31",
    blocks=(
        Heading(1, "Rettsavgjørelser om menneskehandel", "title"),
        Contents("Innhold"),
        Heading(2, "Tall", "numbers", new_page=True),
        Paragraph((Run("Se "), Run("straffeloven § 257", link="https://lovdata.no/lov/2005-05-20-28/§257"), Run("."))),
        Bullets((text("én"), text("to"))),
        TABLE,
        Paragraph(text("Tallet er usikkert."), "source"),
        Landscape(),
        Heading(2, "Saker", "cases"),
        Paragraph((Run("Til "), Run("tallene", link="#numbers"))),
        Portrait(),
        Paragraph(text("Slutt \x0b\x00med styretegn"), "note"),
    ),
)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(OUTLINE)


@pytest.fixture(scope="module")
def document(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def test_the_same_outline_gives_the_same_bytes(content: bytes) -> None:
    assert render(OUTLINE) == content


def test_no_file_in_the_package_has_a_time_or_a_system(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {(info.date_time, info.create_system) for info in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_properties_name_title_author_and_language_and_nothing_is_left_of_the_library(content: bytes) -> None:
    properties = Document(io.BytesIO(content)).core_properties
    assert properties.title == OUTLINE.title
    assert properties.author == properties.last_modified_by == OUTLINE.author
    assert properties.language == "nb-NO"
    assert properties.comments == ""
    assert properties.created == dt.datetime(2021, 12, 31, tzinfo=dt.UTC)
    everything = b"".join(parts(content).values()).lower()
    assert b"python-docx" not in everything
    assert not [name for name in parts(content) if "thumbnail" in name or "customXml" in name]


def test_headings_carry_their_style_and_a_bookmark(document: Any) -> None:
    headings = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert [(one.style.name, one.text) for one in headings] == [
        ("Heading 1", "Rettsavgjørelser om menneskehandel"),
        ("Heading 2", "Tall"),
        ("Heading 2", "Saker"),
    ]
    assert headings[1]._p.find(qn("w:bookmarkStart")).get(qn("w:name")) == bookmark_name("numbers")


def test_the_contents_are_written_as_links_in_a_field_and_ask_for_no_update(content: bytes, document: Any) -> None:
    entries = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("KOM Contents 1")]
    assert [entry._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for entry in entries] == [
        bookmark_name("numbers"),
        bookmark_name("cases"),
    ]
    assert b"updateFields" not in parts(content)["word/settings.xml"]
    assert b"w:dirty" not in parts(content)["word/document.xml"]


def test_every_field_is_begun_separated_and_ended(content: bytes) -> None:
    xml = parts(content)["word/document.xml"].decode()
    kinds = [re.findall(rf'fldCharType="{kind}"', xml) for kind in ("begin", "separate", "end")]
    assert len(kinds[0]) == len(kinds[1]) == len(kinds[2]) == 2


def test_an_internal_link_leads_to_a_bookmark_that_is_there(content: bytes) -> None:
    xml = parts(content)["word/document.xml"].decode()
    anchors, names = re.findall(r'w:anchor="([^"]+)"', xml), re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', xml)
    assert anchors
    assert set(anchors) <= set(names)


def test_a_table_repeats_its_header_keeps_rows_whole_and_tells_what_it_holds(document: Any) -> None:
    table = document.tables[0]._tbl
    rows = table.findall(qn("w:tr"))
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Domfellelser"
    assert table.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "Én rad per år."


def test_a_table_has_fixed_widths_that_agree(document: Any) -> None:
    table = document.tables[0]._tbl
    grid = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
    for row in table.findall(qn("w:tr")):
        assert [
            int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w"))) for cell in row.findall(qn("w:tc"))
        ] == grid
    assert sum(grid) == int(table.tblPr.find(qn("w:tblW")).get(qn("w:w")))


def test_numbers_stand_to_the_right(document: Any) -> None:
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in document.tables[0].rows]
    assert styles == [["KOM Table Text", "KOM Table Number"]] * 3


def test_no_paragraph_is_empty(document: Any) -> None:
    assert [paragraph.style.name for paragraph in document.paragraphs if not paragraph.text.strip()] == []


def test_pages_turn_across_and_back(document: Any) -> None:
    assert [section.page_width > section.page_height for section in document.sections] == [False, True, False]


def test_control_characters_are_left_out(document: Any) -> None:
    assert document.paragraphs[-1].text == "Slutt med styretegn"


def test_the_english_edition_says_so() -> None:
    english = Outline("Title", "KOM", "Subject", "en", "2021-12-31", (Heading(1, "Title", "title"),))
    assert b'w:val="en-GB"' in parts(render(english))["word/styles.xml"]


def test_a_template_without_a_style_is_refused_with_its_name(tmp_path: Path) -> None:
    template = Document(str(TEMPLATE))
    template.styles["KOM Note"].delete()
    template.save(str(tmp_path / "own.docx"))
    with pytest.raises(TemplateUnusable) as error:
        render(OUTLINE, tmp_path / "own.docx")
    assert error.value.params["reason"] == "KOM Note"


@pytest.mark.parametrize("content", [b"", b"no word file", b"PK\x03\x04broken"])
def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own.docx").write_bytes(content)
    with pytest.raises(TemplateUnusable):
        render(OUTLINE, tmp_path / "own.docx")


def test_the_template_has_every_style_and_the_languages_of_norway() -> None:
    template = Document(str(TEMPLATE))
    assert set(REQUIRED_STYLES) <= {style.name for style in template.styles}
    settings = parts(TEMPLATE.read_bytes())["word/settings.xml"].decode()
    assert 'w:decimalSymbol w:val=","' in settings
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)


def test_long_names_of_places_fit_and_stay_apart() -> None:
    names = {bookmark_name(f"case-{'x' * 60}-{n}") for n in range(50)}
    assert len(names) == 50
    assert max(map(len, names)) == 40


def test_a_table_of_numbers_stays_on_one_page(document: Any) -> None:
    rows = document.tables[0]._tbl.findall(qn("w:tr"))
    kept = [all(paragraph.pPr.find(qn("w:keepNext")) is not None for paragraph in row.iter(qn("w:p"))) for row in rows]
    assert kept == [True, True, False]
