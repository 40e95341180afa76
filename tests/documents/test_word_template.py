"""A template of KOM's own: its styles, logo and page are kept, its text and its people are not, and any file is met."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.outlines import CHART, SAMPLE, TABLE
from documents.word_file import TITLE, body, opened, outline, paragraphs, parts, repacked, values
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    Contents,
    Heading,
    Landscape,
    Paragraph,
    ParagraphStyle,
    Portrait,
    Run,
    text,
)
from kom_rulings.documents.word import REQUIRED_STYLES, TEMPLATE, render
from kom_rulings.errors import TemplateLacksStyles, TemplateUnusable
from kom_rulings.wording import wording

NUMBERED = outline(Contents("Innhold"), Heading(2, "Tall", "numbers"), Heading(3, "Etter år", "years"))
PICTURE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>logo</w:t></w:drawing>'
)
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.docx"


def changed(own: Path, name: str, before: str, after: str) -> Path:
    """The program's template with a text of one of its parts replaced."""
    content = TEMPLATE.read_bytes()
    part = parts(content)[name].decode()
    assert re.search(before, part), f"{before} is in {name}"
    own.write_bytes(repacked(content, {name: re.sub(before, after, part).encode()}))
    return own


def test_an_overview_can_be_the_template_of_the_next_and_nothing_old_remains(own: Path) -> None:
    own.write_bytes(render(SAMPLE))
    later = outline(Heading(2, "Nytt", "news"), subject="Oversikt per 30. april 2022", as_of="2022-04-30")
    assert render(later, own) == render(later)


def test_a_style_of_the_template_is_used(own: Path) -> None:
    template = Document(str(TEMPLATE))
    template.styles["Heading 2"].font.name = "Georgia"
    template.save(str(own))
    assert opened(render(NUMBERED, own)).styles["Heading 2"].font.name == "Georgia"


def test_a_norwegian_word_gives_its_styles_other_ids(own: Path) -> None:
    content = TEMPLATE.read_bytes()
    changes = {
        name: part.replace(b'"Heading2"', b'"Overskrift2"').replace(b'"KOMTable"', b'"KOM-tabell"')
        for name, part in parts(content).items()
    }
    own.write_bytes(repacked(content, dict(changes)))
    styles = values(body(render(SAMPLE, own)), "w:pStyle")
    assert "Overskrift2" in styles
    assert "Heading2" not in styles
    assert values(body(render(SAMPLE, own)), "w:tblStyle") == ["KOM-tabell", "KOM-tabell"]


def test_names_of_styles_may_differ_in_capitals(own: Path) -> None:
    changed(own, "word/styles.xml", 'w:val="toc 2"', 'w:val="TOC 2"')
    assert ("TOC 2", "1 Tall") in paragraphs(render(NUMBERED, own))


def test_what_the_template_says_is_left_out_and_so_are_its_people_pictures_and_locks(own: Path) -> None:
    template = Document(str(TEMPLATE))
    template.add_paragraph("Hemmelig utkast")
    template.add_comment(template.paragraphs[0].runs, "Fra Ola", author="Ola Nordmann")
    template.part.relate_to("https://intern.example/", "http://example.org/hyperlink", is_external=True)
    about = template.core_properties
    about.author, about.category, about.keywords, about.last_modified_by = ("Ola Nordmann",) * 4
    for name in ("documentProtection", "trackRevisions", "updateFields"):
        template.settings.element.append(parse_xml(f'<w:{name} xmlns:w="{qn("w:p")[1:-2]}"/>'))
    template.save(str(own))
    own.write_bytes(repacked(own.read_bytes(), {"docProps/thumbnail.jpeg": b"picture"}))
    content = render(NUMBERED, own)
    everything = b"".join(parts(content).values())
    for leftover in (b"Hemmelig", b"Nordmann", b"intern.example", b"Protection", b"trackRevisions", b"updateFields"):
        assert leftover not in everything
    assert parts(content).keys() == parts(render(NUMBERED)).keys()


def test_the_page_and_its_margins_are_those_of_the_template(own: Path) -> None:
    template = Document(str(TEMPLATE))
    template.sections[0].left_margin = Cm(5)
    template.save(str(own))
    turned = outline(Landscape(), Paragraph(text("Tvers.")), Portrait(), SAMPLE.blocks[6], CHART)
    sections = opened(render(turned, own)).sections
    assert {round(section.left_margin.cm, 2) for section in sections} == {5}
    width = int(values(body(render(turned, own)), "w:tblW", "w:w")[0])
    assert width <= 11906 - 1417 - 2835


def test_a_page_without_size_is_a4_with_margins(own: Path) -> None:
    changed(own, "word/document.xml", "<w:sectPr>.*</w:sectPr>", "<w:sectPr/>")
    assert opened(render(SAMPLE, own)).sections[0].page_width.cm == pytest.approx(21, abs=0.01)


def own_header(own: Path, words: str = "Politidirektoratet", *, picture: bool = False) -> Path:
    template = Document(str(TEMPLATE))
    paragraph = template.sections[0].header.paragraphs[0]
    run = paragraph.add_run(words)
    if picture:
        run._r.append(parse_xml(PICTURE))
    template.save(str(own))
    return own


@pytest.mark.parametrize(("words", "picture"), [("Politidirektoratet", False), ("", True)], ids=["words", "a logo"])
def test_a_header_with_words_or_a_logo_stays_and_an_empty_footer_gets_the_pages(
    own: Path, words: str, picture: bool
) -> None:
    section = opened(render(SAMPLE, own_header(own, words, picture=picture))).sections[0]
    assert section.header.paragraphs[0].text == words
    assert TITLE not in "".join(section.header._element.itertext())
    assert section.footer.paragraphs[0].text == "Side 1 av 1"
    assert not section.different_first_page_header_footer


def test_the_date_in_a_header_is_never_that_of_an_earlier_overview(own: Path) -> None:
    template = opened(render(SAMPLE))
    template.sections[0].header.paragraphs[0].insert_paragraph_before("Politidirektoratet")
    template.save(str(own))
    later = outline(subject="Oversikt per 30. april 2022")
    header = opened(render(later, own)).sections[0].header
    assert [one.text for one in header.paragraphs] == ["Politidirektoratet", f"{TITLE} – Oversikt per 30. april 2022"]


def test_left_and_right_pages_that_differ_both_get_the_pages(own: Path) -> None:
    template = Document(str(TEMPLATE))
    template.settings.odd_and_even_pages_header_footer = True
    template.save(str(own))
    section = opened(render(SAMPLE, own)).sections[0]
    assert section.even_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text == "Side 1 av 1"


NUMBERINGS = (
    ("a full stop", '"%1"', '"%1."', ["1. Tall", "1.1 Etter år"]),
    ("no numbers at all", '<w:numPr><w:ilvl w:val="."/><w:numId w:val="2"/></w:numPr>', "", ["Tall", "Etter år"]),
    ("no numbers on parts", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>', "", ["1 Tall", "Etter år"]),
    ("the number of no list", '<w:numId w:val="2"/>', '<w:numId w:val="0"/>', ["Tall", "Etter år"]),
)


@pytest.mark.parametrize(
    ("before", "after", "expected"), [one[1:] for one in NUMBERINGS], ids=[n[0] for n in NUMBERINGS]
)
def test_the_contents_show_the_numbers_that_the_template_gives(
    own: Path, before: str, after: str, expected: list[str]
) -> None:
    changed(own, "word/numbering.xml" if "%" in before else "word/styles.xml", before, after)
    assert [words for style, words in paragraphs(render(NUMBERED, own)) if style.startswith("toc")] == expected


ODD = (
    ("word/numbering.xml", 'w:numFmt w:val="decimal"', 'w:numFmt w:val="upperRoman"'),
    ("word/numbering.xml", '"%1.%2"', '"%2"'),
    ("word/numbering.xml", '"%1"', '"Kapittel %1"'),
    ("word/numbering.xml", '<w:start w:val="1"/>', '<w:start w:val="3"/>'),
    ("word/numbering.xml", '<w:num w:numId="2">.*?</w:num>', ""),
    ("word/styles.xml", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', ""),
)


@pytest.mark.parametrize("odd", ODD, ids=[one[2] or one[1] for one in ODD])
def test_numbers_that_the_contents_cannot_show_are_refused(own: Path, odd: tuple[str, str, str]) -> None:
    with pytest.raises(TemplateUnusable, match="Heading 2 and Heading 3"):
        render(NUMBERED, changed(own, *odd))


def test_a_template_whose_entries_have_no_tab_gets_one_where_there_are_page_numbers(own: Path) -> None:
    changed(own, "word/styles.xml", "<w:tabs>.*?</w:tabs>", "")
    assert values(body(render(NUMBERED, own)), "w:leader") == []
    assert values(body(render(NUMBERED, own, pages={"numbers": 3})), "w:tab", "w:pos")[0] == str(11906 - 2 * 1417)


def test_all_missing_styles_are_named(own: Path) -> None:
    template = Document(str(TEMPLATE))
    for name in ("KOM Note", "Heading 5", "KOM Table"):
        template.styles[name].delete()
    template.save(str(own))
    with pytest.raises(TemplateLacksStyles) as error:
        render(SAMPLE, own)
    assert error.value.params["styles"] == "Heading 5, KOM Note, KOM Table"


def test_a_style_of_another_kind_is_missing(own: Path) -> None:
    changed(own, "word/styles.xml", 'w:type="character"( [^>]*w:styleId="Hyperlink")', r'w:type="paragraph"\1')
    with pytest.raises(TemplateLacksStyles, match="Hyperlink"):
        render(SAMPLE, own)


def test_the_styles_that_are_asked_for_are_those_that_documents_take() -> None:
    """A template must not be refused for want of a style that nothing uses."""
    kinds = [Paragraph(text("Tekst."), style) for style in get_args(ParagraphStyle)]
    headings = [Heading(level, "Overskrift", f"h{level}") for level in range(2, 6)]
    under: list[Block] = [TABLE, kinds[0], TABLE, kinds[1], replace(TABLE, total=False, rows=TABLE.rows * 2)]
    runs = Paragraph((Run("a", bold=True), Run("b", italic=True), Run("c", link="#title")))
    lists = [Bullets((text("a"),)), Bullets((text("b"),), keep=True)]
    content = render(outline(Contents("Innhold"), *headings, *kinds, *lists, *under, runs, CHART))
    xml = "".join(part.decode() for name, part in parts(content).items() if re.match("word/(doc|head|foot)", name))
    names = {style.style_id: style.name for style in opened(content).styles}
    taken = {names[key].lower() for key in re.findall('<w:(?:p|r|tbl)Style w:val="([^"]+)"', xml)}
    assert taken == {name.lower() for name in REQUIRED_STYLES}


WITH_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOTX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def with_type(kind: bytes) -> bytes:
    content = TEMPLATE.read_bytes()
    name = "[Content_Types].xml"
    return repacked(content, {name: parts(content)[name].replace(DOCUMENT, kind)})


def test_a_word_template_file_can_be_used(own: Path) -> None:
    own.write_bytes(with_type(DOTX))
    assert render(SAMPLE, own) == render(SAMPLE)


def a_zip_of_noughts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("noughts.xml", b"\0" * 201 * 1024 * 1024)
    return stream.getvalue()


@cache
def bad_files() -> dict[str, tuple[bytes, str]]:
    good = TEMPLATE.read_bytes()
    document = parts(good)["word/document.xml"]
    return {
        "empty": (b"", "verken"),
        "text": (b"no word file", "verken"),
        "begins like a zip": (b"PK\x03\x04broken", "skadet"),
        "cut off": (good[: len(good) // 2], "skadet"),
        "a changed byte": (good.replace(b"<w:sectPr>", b"<w:sectPR>"), "skadet"),
        "another zip": (repacked(good, {"[Content_Types].xml": None}), "verken"),
        "a workbook": (
            with_type(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            "verken",
        ),
        "macros": (with_type(WITH_MACROS), "makroer"),
        "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "passord"),
        "unpacks to very much": (a_zip_of_noughts(), "for stor"),
        "very large": (b"PK" + b"\0" * 21 * 1024 * 1024, "for stor"),
        "entities": (repacked(good, {"word/document.xml": BOMB}), "skadet"),
        "no XML": (repacked(good, {"word/document.xml": b"<w:document"}), "skadet"),
        "no body": (repacked(good, {"word/document.xml": re.sub(b"<w:body>.*</w:body>", b"", document)}), "skadet"),
        "no document": (repacked(good, {"word/document.xml": None}), "skadet"),
        "no styles": (repacked(good, {"word/styles.xml": b"<a/>"}), "skadet"),
        "no room": (
            repacked(good, {"word/document.xml": document.replace(b'w:left="1417"', b'w:left="9000"')}),
            "plass",
        ),
    }


@pytest.mark.parametrize("kind", bad_files())
def test_a_file_that_cannot_be_the_template_is_refused_with_the_reason_in_norwegian(own: Path, kind: str) -> None:
    content, reason = bad_files()[kind]
    own.write_bytes(content)
    with pytest.raises(TemplateUnusable) as error:
        render(SAMPLE, own)
    assert reason in wording("nb")(error.value.message, **error.value.params)


@pytest.mark.parametrize("name", ["nowhere.docx", ".", "a\0b"])
def test_a_template_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateUnusable):
        render(SAMPLE, tmp_path / name)


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_template_spoiled_anywhere_is_used_or_refused_and_nothing_else(own: Path, data: st.DataObject) -> None:
    content = TEMPLATE.read_bytes()
    name = data.draw(st.sampled_from(sorted(parts(content))))
    part = bytearray(parts(content)[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=3))
    own.write_bytes(repacked(content, {name: bytes(part)}))
    try:
        made = render(SAMPLE, own)
    except TemplateUnusable:
        return
    assert len(opened(made).paragraphs) > 5
