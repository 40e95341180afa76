"""The Word document read back: properties, headings, paragraphs, sections, header, footer, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from documents.outlines import CHART, SAMPLE, TABLE
from documents.word_file import TITLE, body, opened, outline, paragraphs, parts, values
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    text,
)
from kom_rulings.documents.package import bookmark_name
from kom_rulings.documents.word import render

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NOTE = Paragraph(text("Merk."), "source")


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(SAMPLE)


@pytest.fixture(scope="module")
def document(content: bytes) -> Any:
    return opened(content)


def test_the_same_outline_gives_the_same_bytes(content: bytes) -> None:
    assert render(SAMPLE) == content


def test_another_process_in_another_time_zone_and_locale_gives_the_same_bytes(content: bytes, tmp_path: Path) -> None:
    program = (
        "import pathlib, sys; sys.path.insert(0, sys.argv[1]); from documents.outlines import SAMPLE; "
        "from kom_rulings.documents.word import render; pathlib.Path(sys.argv[2]).write_bytes(render(SAMPLE))"
    )
    target = tmp_path / "other.docx"
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", program, str(Path(__file__).parents[1]), str(target)], env=elsewhere, check=True
    )
    assert target.read_bytes() == content


def test_no_file_in_a_package_has_a_time_a_system_or_a_way_of_packing(content: bytes) -> None:
    workbook = parts(content)["word/embeddings/Workbook1.xlsx"]
    for one in (content, workbook):
        with zipfile.ZipFile(io.BytesIO(one)) as package:
            told = {(info.date_time, info.create_system, info.compress_type) for info in package.infolist()}
            assert told == {((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED)}


def test_every_part_is_sound_xml_has_a_type_and_leads_to_parts_that_are_there(content: bytes) -> None:
    files = parts(content)
    types = parse_xml(files["[Content_Types].xml"])
    named = {one.get("PartName") or one.get("Extension") for one in types}
    for name, part in files.items():
        assert f"/{name}" in named or name.rpartition(".")[2] in named, name
        if name.endswith(".rels"):
            folder = Path("/" + name).parent.parent
            for relation in parse_xml(part).iter(RELATIONS):
                if relation.get("TargetMode") != "External":
                    target = (folder / relation.get("Target")).resolve().as_posix().lstrip("/")
                    assert target in files, f"{name} leads to {target}"
        elif name.endswith(".xml"):
            parse_xml(part)


def test_properties_name_title_author_and_language_and_nothing_is_left_of_the_library(content: bytes) -> None:
    properties = opened(content).core_properties
    assert properties.title == SAMPLE.title
    assert properties.author == properties.last_modified_by == SAMPLE.author
    assert properties.language == "nb-NO"
    assert properties.created == properties.modified == dt.datetime(2021, 12, 31, tzinfo=dt.UTC)
    everything = b"".join(parts(content).values()).lower()
    assert b"python-docx" not in everything
    assert not [name for name in parts(content) if "thumbnail" in name or "customXml" in name or "custom.xml" in name]


def test_headings_carry_style_and_bookmark_and_no_number_is_typed(document: Any) -> None:
    headings = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert [(one.style.name, one.text) for one in headings] == [
        ("Heading 1", TITLE),
        ("Heading 2", "Tall"),
        ("Heading 3", "Etter domstol"),
        ("Heading 2", "Saker"),
        ("Heading 2", "Sammendrag"),
        ("Heading 4", "Siliadin v. France"),
    ]
    assert values(headings[1]._p, "w:bookmarkStart", "w:name") == [bookmark_name("numbers")]


def test_a_heading_that_has_no_number_in_the_outline_has_none_in_word() -> None:
    plain = Outline(TITLE, "K", "S", "nb", "2021-12-31", (Heading(1, TITLE, "title"), Heading(2, "Uten tall", "plain")))
    assert values(body(render(plain)), "w:numId") == ["0"]
    assert values(body(render(outline(Heading(2, "Med tall", "numbered")))), "w:numId") == []


def test_level_five_has_a_style_and_sizes_are_graded(content: bytes) -> None:
    assert ("Heading 5", "Lime-saken") in paragraphs(render(outline(Heading(5, "Lime-saken", "lime"))))
    sizes = [opened(content).styles[f"Heading {level}"].font.size.pt for level in range(1, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5
    assert sizes[-1] > opened(content).styles.element.xpath("w:docDefaults//w:sz")[0].val.pt


@pytest.mark.parametrize(
    ("language", "other", "marked"), [("nb", "en", "en-GB"), ("en", "nb", "nb-NO")], ids=["in Norwegian", "in English"]
)
def test_text_in_the_other_language_says_so(language: str, other: Any, marked: str) -> None:
    blocks: tuple[Block, ...] = (
        Heading(5, "Rantsev v. Cyprus and Russia", "rantsev", language=other),
        Paragraph((Run("servitude", language=other), Run("her", language=language))),  # type: ignore[arg-type]
    )
    content = render(outline(*blocks, language=language))
    assert values(body(content), "w:lang") == [marked, marked]
    assert f'w:lang w:val="{marked}"' not in parts(content)["word/styles.xml"].decode()


def test_the_english_edition_says_so() -> None:
    content = render(outline(language="en"))
    assert b'w:val="en-GB"' in parts(content)["word/styles.xml"]
    assert b'themeFontLang w:val="en-GB"' in parts(content)["word/settings.xml"]
    assert opened(content).sections[0].footer.paragraphs[0].text == "Page 1 of 1"


def test_an_anchored_paragraph_is_a_place_that_links_lead_to() -> None:
    content = render(outline(Paragraph(text("Ikke regnet med: 7"), anchor="missing")))
    assert bookmark_name("missing") in values(body(content), "w:bookmarkStart", "w:name")


def test_bold_and_italic_are_styles_and_only_what_a_second_style_would_say_is_direct() -> None:
    runs = (Run("a", bold=True), Run("b", italic=True), Run("c", bold=True, italic=True))
    linked = Run("d", bold=True, link="#title")
    content = render(outline(Paragraph((*runs, linked))))
    found = [
        (one.xpath("string(w:rPr/w:rStyle/@w:val)"), [part.tag.rpartition("}")[2] for part in one.rPr[1:]])
        for one in body(content).xpath("w:p[last()]//w:r")
    ]
    assert found == [("Strong", []), ("Emphasis", []), ("Strong", ["i", "iCs"]), ("Hyperlink", ["b", "bCs"])]


def test_no_paragraph_formats_itself_where_a_style_can(content: bytes) -> None:
    allowed = {"pStyle", "pageBreakBefore", "sectPr"}
    found = {child.tag.rpartition("}")[2] for one in body(content).iter(qn("w:pPr")) for child in one}
    assert found <= allowed


def test_no_paragraph_is_empty(content: bytes) -> None:
    for paragraph in body(content).iter(qn("w:p")):
        said = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        assert said.strip() or paragraph.find(f".//{qn('w:drawing')}") is not None


@pytest.mark.parametrize(
    "nothing",
    [Paragraph(()), Paragraph(text("")), Paragraph(text(" \x00 ")), Bullets(()), Bullets((text(""), ())), Landscape()],
)
def test_blocks_that_say_nothing_are_not_written(nothing: Block) -> None:
    assert paragraphs(render(outline(nothing))) == [("Heading 1", TITLE)]


def sections(content: bytes) -> list[bool]:
    return [section.page_width > section.page_height for section in opened(content).sections]


TURNS = (
    ("there and back", (Landscape(), NOTE, Portrait(), NOTE), [False, True, False]),
    ("to the end", (Landscape(), NOTE), [False, True]),
    ("back with nothing after", (Landscape(), NOTE, Portrait()), [False, True]),
    ("turned and turned back at once", (Landscape(), Portrait(), NOTE), [False]),
    ("with nothing to be seen on it", (Landscape(), Paragraph(()), Portrait(), NOTE), [False, False]),
    ("turned twice", (Landscape(), NOTE, Landscape(), NOTE), [False, True]),
)


@pytest.mark.parametrize(("blocks", "expected"), [turn[1:] for turn in TURNS], ids=[turn[0] for turn in TURNS])
def test_pages_turn_across_and_back(blocks: tuple[Block, ...], expected: list[bool]) -> None:
    assert sections(render(outline(*blocks))) == expected


def test_a_table_at_the_end_of_a_section_or_document_is_followed_by_its_description() -> None:
    content = render(outline(Landscape(), TABLE, Portrait(), NOTE, TABLE))
    assert sections(content) == [False, True, False]
    assert paragraphs(content).count(("KOM Source", TABLE.description)) == 2
    assert body(content).xpath("name(*[last() - 1])") == "w:p"


def test_only_the_first_section_has_a_title_page_and_all_share_header_and_footer() -> None:
    found = opened(render(outline(Landscape(), NOTE, Portrait(), NOTE))).sections
    assert [section.different_first_page_header_footer for section in found] == [True, False, False]
    assert [section.header.is_linked_to_previous for section in found] == [False, True, True]


def test_header_and_footer_are_fields_with_their_results(content: bytes) -> None:
    section = opened(content).sections[0]
    assert section.header.paragraphs[0].text == f"{TITLE} – Oversikt per 31. desember 2021"
    assert section.footer.paragraphs[0].text == "Side 1 av 1"
    instructions = [
        one.text.strip() for part in (section.header, section.footer) for one in part._element.iter(qn("w:instrText"))
    ]
    assert instructions == ["TITLE", "SUBJECT", "PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", ["word/document.xml", "word/header1.xml", "word/footer1.xml"])
def test_every_field_is_begun_separated_and_ended_in_turn(content: bytes, name: str) -> None:
    depth, kinds = [], values(parse_xml(parts(content)[name]), "w:fldChar", "w:fldCharType")
    for kind in kinds:
        if kind == "begin":
            depth.append("result to come")
        elif kind == "separate":
            assert depth.pop() == "result to come"
            depth.append("result")
        else:
            assert depth.pop() == "result"
    assert kinds
    assert depth == []


def test_nothing_asks_to_be_updated(content: bytes) -> None:
    assert b"updateFields" not in parts(content)["word/settings.xml"]
    assert b"w:dirty" not in b"".join(parts(content).values())


def test_numbers_of_places_and_drawings_are_never_given_twice() -> None:
    twice = outline(Heading(2, "A", "same"), Heading(2, "B", "same"), CHART, CHART, TABLE, TABLE)
    found = body(render(twice))
    for name, attribute in (("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")):
        given = [one.get(qn(attribute) if ":" in attribute else attribute) for one in found.iter(qn(name))]
        assert len(given) == len(set(given)) > 1


def test_the_chain_of_a_case_keeps_heading_rulings_and_note_together(content: bytes) -> None:
    kept = {style.name for style in opened(content).styles if style.element.find(f".//{qn('w:keepNext')}") is not None}
    assert {"Heading 5", "KOM Rulings", "KOM Note", "KOM Closing", "Caption", "KOM Table Text Kept"} <= kept


def test_four_times_as_many_cases_take_four_times_as_many_steps() -> None:
    def steps(cases: int) -> int:
        """How many calls of functions it takes: a measure that no other program on the machine can disturb."""
        entry = (Heading(5, "Sak", "case"), Bullets((text("Tingrett"),), keep=True), NOTE, Paragraph(text("Tekst")))
        linked = tuple(Paragraph((Run("ref", link=f"https://lovdata.no/{n}"),)) for n in range(cases))
        document = outline(*entry * cases, *linked, TABLE)
        calls = 0

        def count(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        sys.setprofile(count)
        try:
            render(document)
        finally:
            sys.setprofile(None)
        return calls

    assert steps(600) < 4.5 * steps(150)
