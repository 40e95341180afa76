"""The web page: one file that all can read, that loads and runs nothing, and that no text from a record can break."""

from __future__ import annotations

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from documents.outlines import SAMPLE, nasty_outlines
from documents.page_reading import HEADINGS, PAGE, assert_sound, first, of, read, words
from kom_rulings.documents.cleaning import joined, one_line
from kom_rulings.documents.html import STYLES, page
from kom_rulings.documents.outline import (
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Outline,
    Paragraph,
    TableBlock,
    text,
)


class Reading(HTMLParser):
    """What a browser's way of reading makes of the page: elements and texts, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_page_reads_as_its_golden_text(snapshot: Callable[[str, str], None]) -> None:
    style = STYLES.read_text(encoding="utf-8")
    written = page(SAMPLE).decode().replace(style, "").replace(hash_of(style), "HASH")
    snapshot("document-sample.html", written)


def test_it_is_utf_8_with_plain_line_ends_and_the_same_each_time() -> None:
    content = page(SAMPLE)
    assert content.startswith(b"<!DOCTYPE html>\n")
    assert b"\r" not in content
    assert "Høyesterett" in page(of(Paragraph(text("Høyesterett")))).decode("utf-8")
    assert page(SAMPLE) == content


@pytest.mark.parametrize(("language", "skip"), [("nb", "Hopp til teksten"), ("en", "Skip to the text")])
def test_it_names_its_language_and_speaks_it(language: str, skip: str) -> None:
    read = ET.fromstring(page(replace(SAMPLE, language=language)))  # type: ignore[arg-type]
    assert read.get("lang") == language
    assert words(first(read, "body")[0]) == skip


def test_the_head_tells_title_author_and_what_it_is() -> None:
    assert words(first(PAGE, "head/title")) == f"{SAMPLE.title} – {SAMPLE.subject}"
    named = {one.get("name"): one.get("content") for one in PAGE.iter("meta") if one.get("name")}
    assert named["author"] == SAMPLE.author
    assert named["description"] == SAMPLE.subject
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert PAGE.find("head/meta[@charset='utf-8']") is not None


def test_without_a_subject_the_title_stands_alone() -> None:
    assert words(first(ET.fromstring(page(replace(SAMPLE, subject=""))), "head/title")) == SAMPLE.title


def hash_of(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def test_its_policy_forbids_everything_but_its_own_style() -> None:
    policy = first(PAGE, "head/meta[@http-equiv='Content-Security-Policy']").get("content")
    style = first(PAGE, "head/style").text or ""
    assert policy == f"default-src 'none'; style-src 'sha256-{hash_of(style)}'; base-uri 'none'; form-action 'none'"
    assert style.strip()


def test_the_policy_stands_before_what_it_rules() -> None:
    tags = [(one.tag, one.get("http-equiv")) for one in first(PAGE, "head")]
    assert tags[:2] == [("meta", None), ("meta", "Content-Security-Policy")]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    tags = {one.tag.rpartition("}")[2] for one in PAGE.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "image", "use", "base", "form", "audio"}
    names = {name for one in PAGE.iter() for name in one.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"src", "srcset", "style", "action"}]
    assert not re.search(r"url\(|@import|expression", STYLES.read_text(encoding="utf-8"))


def test_the_landmarks_stand_in_order_after_a_link_past_them() -> None:
    body = first(PAGE, "body")
    assert [one.tag for one in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].get("href") == f"#{first(body, 'main').get('id')}"
    assert first(body, "main").get("tabindex") == "-1"
    assert SAMPLE.author in words(first(body, "footer"))


def test_the_header_holds_the_title_and_what_stands_under_it() -> None:
    header = first(PAGE, "body/header")
    assert [(one.tag, one.get("class")) for one in header] == [("h1", None), ("p", "subtitle")]


def test_there_is_one_heading_of_the_first_level_and_no_level_is_skipped_that_the_outline_has() -> None:
    levels = [int(one.tag[1]) for one in PAGE.iter() if one.tag in HEADINGS]
    assert levels == [1, 2, 2, 3, 2, 2, 4]
    assert [words(one) for one in PAGE.iter("h1")] == [SAMPLE.title]


def test_a_document_without_a_heading_of_the_first_level_takes_its_title() -> None:
    read = ET.fromstring(page(replace(SAMPLE, blocks=(Heading(2, "Tall", "numbers"),))))
    assert [words(one) for one in read.iter("h1")] == [SAMPLE.title]


def test_a_second_heading_of_the_first_level_is_a_chapter() -> None:
    tree = read(Heading(1, "Enda en tittel", "second"))
    assert [words(one) for one in tree.iter("h1")] == ["Tittel"]
    assert [words(one) for one in tree.iter("h2")] == ["Enda en tittel"]


def test_headings_carry_their_numbers_and_places() -> None:
    found = {one.get("id"): words(one) for one in PAGE.iter() if one.tag in HEADINGS and one.get("id")}
    assert found["courts"] == "1.1 Etter domstol"
    assert found["cases"] == "2 Saker"


def test_contents_are_nested_lists_of_links_under_a_name() -> None:
    nav = first(PAGE, "body/nav")
    assert words(first(PAGE, f".//*[@id='{nav.get('aria-labelledby')}']")) == "Innhold"
    top = [words(first(item, "a")) for item in first(nav, "ol")]
    assert top == ["1 Tall", "2 Saker", "3 Sammendrag"]
    assert [words(one) for one in nav.iterfind("ol/li/ol/li/a")] == ["1.1 Etter domstol"]
    assert [one.get("href") for one in nav.iter("a")] == ["#numbers", "#courts", "#cases", "#summaries"]


def test_contents_bear_a_level_that_is_skipped_and_one_that_comes_before_its_chapter() -> None:
    headings = [Heading(3, "a", "a"), Heading(2, "b", "b"), Heading(4, "c", "c"), Heading(3, "d", "d")]
    nav = first(read(Contents("Innhold", depth=4), *headings), "body/nav")
    assert [words(one) for one in nav.iter("a")] == ["a", "b", "c", "d"]
    assert [words(one) for one in nav.iterfind("ol/li/a")] == ["a", "b"]


def test_contents_that_come_later_stand_in_their_place() -> None:
    assert [one.tag for one in first(read(Paragraph(text("a")), Contents("Innhold")), "body/main")] == ["p", "nav"]


def texts_of(outline: Outline) -> Iterator[tuple[str, str]]:
    """Kind of element and text, as the outline says them."""
    for block in outline.blocks:
        match block:
            case Heading(level):
                yield f"h{level}", one_line(f"{block.number} {block.text}").strip()
            case Paragraph(runs):
                yield "p", joined(runs)
            case Bullets(items):
                yield from (("li", joined(item)) for item in items)
            case TableBlock():
                yield "caption", f"Tabell {block.number}."
                yield from (("th", one_line(head).strip()) for head in block.heads)
                for row in block.rows:
                    yield from (("th" if n == 0 else "td", joined(cell)) for n, cell in enumerate(row))
            case ChartBlock():
                yield "figcaption", one_line(f"Figur {block.number}. {block.caption}").strip()
            case _:
                pass


def texts_in(tree: ET.Element) -> Iterator[tuple[str, str]]:
    kinds = (*HEADINGS, "p", "li", "caption", "th", "td", "figcaption")
    for part in ("header", "main"):
        for one in first(tree, f"body/{part}").iter():
            if one.tag == "caption":
                yield "caption", words(one).split(" ")[0] + " " + words(one).split(" ")[1]
            elif one.tag in kinds:
                yield one.tag, one_line(words(one)).strip()


@given(nasty_outlines())
@settings(deadline=None)
def test_no_text_breaks_the_page(outline: Outline) -> None:
    content = page(outline)
    tree = ET.fromstring(content)
    assert list(texts_in(tree)) == list(texts_of(outline))
    assert_sound(tree)


@given(nasty_outlines())
@settings(deadline=None)
def test_a_reader_of_html_and_a_reader_of_xml_see_the_same_page(outline: Outline) -> None:
    content = page(outline).decode()
    reading = Reading()
    reading.feed(content)
    tree = ET.fromstring(content)
    assert reading.elements == [one.tag.rpartition("}")[2].lower() for one in tree.iter()]
    assert "".join(reading.texts).strip() == "".join(tree.itertext()).strip()
