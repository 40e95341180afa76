"""The contents, and what leads from place to place in the Word document: page numbers, links, mentions."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from documents.outlines import CHART, SAMPLE, TABLE
from documents.word_file import body, outline, paragraphs, parts, values
from kom_rulings.documents.outline import Contents, Heading, Paragraph, Run, TableBlock, text
from kom_rulings.documents.package import bookmark_name
from kom_rulings.documents.word import render
from kom_rulings.documents.word.relations import readable_address

HEADINGS = (
    Heading(2, "Tall", "numbers"),
    Heading(3, "Etter år", "years"),
    Heading(4, "2017", "y"),
    Heading(2, "Kilder", "s"),
)


def entries(content: bytes) -> list[tuple[str, str]]:
    return [(style, words) for style, words in paragraphs(content) if style.startswith("toc")]


def test_the_entries_are_links_with_the_numbers_that_word_gives_the_headings() -> None:
    content = render(outline(Contents("Innhold"), *HEADINGS))
    assert entries(content) == [("toc 2", "1 Tall"), ("toc 3", "1.1 Etter år"), ("toc 2", "2 Kilder")]
    assert values(body(content), "w:hyperlink", "w:anchor") == [
        bookmark_name(name) for name in ("numbers", "years", "s")
    ]


def test_without_pages_there_is_neither_tab_nor_page_number() -> None:
    content = render(outline(Contents("Innhold"), *HEADINGS))
    assert values(body(content), "w:tab") == []
    assert b"PAGEREF" not in parts(content)["word/document.xml"]


def test_with_pages_each_entry_ends_in_a_tab_and_the_page_inside_its_link() -> None:
    content = render(outline(Contents("Innhold"), *HEADINGS), pages={"numbers": 3, "years": 4, "s": 12, "y": 5})
    assert entries(content) == [("toc 2", "1 Tall\t3"), ("toc 3", "1.1 Etter år\t4"), ("toc 2", "2 Kilder\t12")]
    instructions = [one.text.strip() for one in body(content).iter(qn("w:instrText"))]
    assert instructions[1:] == [rf"PAGEREF {bookmark_name(name)} \h" for name in ("numbers", "years", "s")]
    assert {one.getparent().getparent().tag for one in body(content).xpath("//w:r/w:tab")} == {qn("w:hyperlink")}


def test_a_heading_whose_page_is_not_known_has_none() -> None:
    content = render(outline(Contents("Innhold"), *HEADINGS), pages={"numbers": 3})
    assert [words for _, words in entries(content)] == ["1 Tall\t3", "1.1 Etter år", "2 Kilder"]


def test_the_styles_of_the_entries_have_a_dotted_tab_to_the_edge_of_the_text() -> None:
    content = render(outline(Contents("Innhold"), *HEADINGS), pages={"numbers": 3})
    assert b'w:leader="dot"' in parts(content)["word/styles.xml"]
    assert b'w:leader="dot"' not in parts(content)["word/document.xml"]


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_one_field_spans_the_entries_and_names_their_levels(depth: int) -> None:
    content = render(outline(Contents("Innhold", depth), *HEADINGS))
    assert [one.text for one in body(content).iter(qn("w:instrText"))] == [rf' TOC \o "2-{depth}" \h \z ']
    assert len(entries(content)) == depth


def test_contents_of_nothing_are_a_heading_alone() -> None:
    content = render(outline(Contents("Innhold")))
    assert ("KOM Contents Heading", "Innhold") in paragraphs(content)
    assert values(body(content), "w:fldChar", "w:fldCharType") == []


def test_an_entry_in_another_language_says_so() -> None:
    content = render(outline(Contents("Innhold"), Heading(2, "Siliadin v. France", "siliadin", language="en")))
    assert values(body(content), "w:lang") == ["en-GB", "en-GB"]


def test_every_link_in_a_whole_document_leads_to_a_place_that_is_there() -> None:
    found = body(render(SAMPLE))
    assert set(values(found, "w:hyperlink", "w:anchor")) - {None} <= set(values(found, "w:bookmarkStart", "w:name"))


def test_a_mention_is_a_reference_field_to_the_words_of_the_caption() -> None:
    mention = Paragraph((Run("Se "), Run("", mention="table-year"), Run(" og "), Run("", mention="figure-year")))
    content = render(outline(mention, TABLE, CHART))
    assert ("Normal", "Se Tabell 1 og Figur 1") in paragraphs(content)
    instructions = [one.text.strip() for one in body(content).iter(qn("w:instrText"))]
    assert instructions[:2] == [rf"REF {bookmark_name('table-year')} \h", rf"REF {bookmark_name('figure-year')} \h"]


@pytest.mark.parametrize(("block", "label"), [(TABLE, "Tabell 1"), (CHART, "Figur 1")], ids=["table", "chart"])
def test_the_place_of_a_table_or_chart_is_its_label(block: TableBlock, label: str) -> None:
    start = next(body(render(outline(block))).iterchildren()).getparent().xpath("w:p/w:bookmarkStart")[-1]
    words = ""
    for following in start.itersiblings():
        if following.tag == qn("w:bookmarkEnd"):
            break
        words += "".join(one.text for one in following.iter(qn("w:t")))
    assert (start.get(qn("w:name")), words) == (bookmark_name(block.anchor), label)


def test_captions_count_tables_and_charts_apart_in_fields() -> None:
    content = render(outline(TABLE, CHART, TABLE))
    captions = [words for style, words in paragraphs(content) if style == "Caption"]
    assert captions == [f"Tabell 1. {TABLE.caption}", f"Figur 1. {CHART.caption}", f"Tabell 2. {TABLE.caption}"]
    instructions = [one.text.strip() for one in body(content).iter(qn("w:instrText"))]
    assert instructions == [rf"SEQ {word} \* ARABIC" for word in ("Tabell", "Figur", "Tabell")]


def test_a_number_in_a_table_can_lead_to_its_cases() -> None:
    found = body(render(outline(TABLE, Heading(2, "Saker", "cases"))))
    cell = found.findall(f".//{qn('w:tc')}")[5]
    assert values(cell, "w:hyperlink", "w:anchor") == [bookmark_name("cases")]
    assert values(cell, "w:pStyle") == ["KOMTableNumberKept"]


def test_an_address_that_stands_in_many_places_is_kept_once() -> None:
    linked = Paragraph((Run("a", link="https://lovdata.no/a"), Run("b", link="https://lovdata.no/a")))
    found = body(render(outline(linked, linked)))
    assert len(values(found, "w:hyperlink", "r:id")) == 4
    assert len(set(values(found, "w:hyperlink", "r:id"))) == 1


ADDRESSES = {
    "https://lovdata.no/lov/2005-05-20-28/§257": "https://lovdata.no/lov/2005-05-20-28/%C2%A7257",
    "https://lovdata.no/%C2%A7257": "https://lovdata.no/%C2%A7257",
    'https://hudoc.echr.coe.int/eng#{"itemid":["001-1"]}': "https://hudoc.echr.coe.int/eng#%7B%22itemid%22:%5B%22001-1%22%5D%7D",
    "https://a.no/b c\n": "https://a.no/b%20c",
    "mailto:kom@example.org": "mailto:kom@example.org",
    "http://[": None,
    "https://a.no:port/": None,
    "https://": None,
    "javascript:alert(1)": None,
    "file:///etc/passwd": None,
    "lovdata.no": None,
    "": None,
}


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_an_address_is_written_so_that_word_can_read_it_or_not_at_all(address: str, expected: str | None) -> None:
    assert readable_address(address) == expected
    content = render(outline(Paragraph((Run("kilden", link=address or "x"),))))
    assert ("Normal", "kilden") in paragraphs(content)
    assert (len(values(body(content), "w:hyperlink", "r:id")) == 1) == (expected is not None)


ANCHORS = ["a-b", "a_b", "A-b", "a b", "a", "A", "æ", "ø", "x" * 38, "x" * 39, "x" * 60, "", "\ud800", "a²"]


def test_names_of_places_never_meet_even_where_word_sees_no_capitals() -> None:
    names = [bookmark_name(anchor) for anchor in [*ANCHORS, *(f"case-{'x' * 60}-{n}" for n in range(50))]]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) == 40
    assert all(name.replace("_", "").isalnum() and name.isascii() for name in names)


def test_text_around_a_table_keeps_its_distance_by_style() -> None:
    content = render(
        outline(
            TABLE,
            Paragraph(text("Under."), "body"),
            Paragraph(text("Neste.")),
            TABLE,
            Paragraph(text("Kilde."), "source"),
        )
    )
    styles = [style for style, _ in paragraphs(content)]
    assert styles == ["Heading 1", "Caption", "KOM After Table", "Normal", "Caption", "KOM Source"]
