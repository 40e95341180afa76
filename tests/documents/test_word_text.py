"""Words that would break a Word document: it stays sound, and says what was meant."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.outlines import nasty_outlines, nasty_words
from documents.word_file import TITLE, body, opened, outline, paragraphs, parts, values
from kom_rulings.documents.outline import Heading, Outline, Paragraph, Run, text
from kom_rulings.documents.package import clean
from kom_rulings.documents.word import render

WRITTEN = {
    "Slutt \x0b\x00med styretegn": "Slutt med styretegn",
    "halv \ud83d surrogat": "halv  surrogat",
    "😀 og 👩‍👧": "😀 og 👩‍👧",
    "סחר בבני אדם": "סחר בבני אדם",
    "tallet \u202e7102\u202c snur": "tallet 7102 snur",
    "<w:t>&amp;]]>": "<w:t>&amp;]]>",
    "to  mellomrom ": "to  mellomrom ",
    "linje\nskift\r\nog\rog\u2028slutt": "linje\nskift\nog\nog\nslutt",
    "en\ttabulator": "en\ttabulator",
    "ikke\ufffe\uffff tegn": "ikke tegn",
    "\ufeffmerke": "merke",
    "fast\u00a0mellomrom og myk\u00adbindestrek": "fast\u00a0mellomrom og myk\u00adbindestrek",
}


@pytest.mark.parametrize(("words", "expected"), WRITTEN.items())
def test_words_read_back_as_they_were_meant(words: str, expected: str) -> None:
    assert paragraphs(render(outline(Paragraph(text(words)))))[1:] == [("Normal", expected)]


def test_a_run_of_one_space_between_words_stays() -> None:
    runs = (Run("a", bold=True), Run(" "), Run("b"))
    assert paragraphs(render(outline(Paragraph(runs))))[1:] == [("Normal", "a b")]


def test_a_paragraph_of_200_000_signs_is_written_whole() -> None:
    words = "Retten fant det bevist. " * 8400
    assert paragraphs(render(outline(Paragraph(text(words)))))[1:] == [("Normal", words)]


def test_titles_too_long_or_of_many_lines_for_a_property_are_cut_there_only() -> None:
    title = "Rettsavgjørelser\n" + "om menneskehandel " * 40
    content = render(Outline(title, "KOM\x00", "Per\tnå", "nb", "2021-12-31", (Heading(1, title, "title"),)))
    properties = opened(content).core_properties
    assert properties.title.startswith("Rettsavgjørelser om menneskehandel om")
    assert (len(properties.title), properties.author, properties.subject) == (255, "KOM", "Per nå")
    assert paragraphs(content)[0] == ("Heading 1", title)


@pytest.mark.parametrize("words", ["", " ", "\x00"])
def test_a_heading_that_says_nothing_has_a_dash_so_that_it_can_be_found(words: str) -> None:
    assert ("Heading 2", "–") in paragraphs(render(outline(Heading(2, words, "a"))))


@given(words=st.one_of(nasty_words, st.text()))
@settings(max_examples=150, deadline=None)
def test_any_words_give_a_document_that_says_them_cleaned(words: str) -> None:
    written = paragraphs(render(outline(Paragraph(text("a" + words + "b")))))[1][1]
    meant = clean(words).replace("\r\n", "\n")
    for sign in "\r\x85\u2028\u2029":
        meant = meant.replace(sign, "\n")
    assert written == f"a{meant}b"


@given(document=nasty_outlines())
@settings(max_examples=80, deadline=None)
def test_any_outline_gives_a_sound_document(document: Outline) -> None:
    content = render(document)
    assert opened(content).paragraphs
    for name, part in parts(content).items():
        if name.endswith((".xml", ".rels")):
            parse_xml(part)
    places = values(body(content), "w:bookmarkStart", "w:name")
    assert len(places) == len(set(places))
    kinds = values(body(content), "w:fldChar", "w:fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert all(one.xpath(".//w:t|.//w:drawing") for one in body(content).xpath(".//w:p")), TITLE
