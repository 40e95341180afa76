"""Markdown read back by a parser: the same texts in the same structure, whatever signs the texts hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents.outlines import CHART, SAMPLE, TABLE, nasty_outlines
from kom_rulings.documents.cleaning import joined, one_line
from kom_rulings.documents.markdown import markdown
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Outline,
    Paragraph,
    Run,
    TableBlock,
    text,
)

#: A block as it is read: its kind, and its text or texts.
Read = tuple[str, str | list[str] | list[list[str]]]
INLINE = {"text", "strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close"}


def of(*blocks: Block) -> str:
    return markdown(numbered(replace(SAMPLE, blocks=blocks)))


def tokens(written: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(written)


def words(token: Token) -> str:
    """The text of an inline token, in which there may be nothing but text, emphasis and links."""
    children = token.children or []
    assert {child.type for child in children} <= INLINE, token.content
    return one_line("".join(child.content for child in children)).strip()


def read(written: str) -> Iterator[Read]:
    """The blocks of a Markdown text."""
    parts = iter(tokens(written))
    for token in parts:
        if token.type == "heading_open":
            yield token.tag, words(next(parts))
        elif token.type == "paragraph_open":
            yield "p", words(next(parts))
        elif token.type == "bullet_list_open":
            yield "ul", [words(one) for one in _until(parts, "bullet_list_close") if one.type == "inline"]
        elif token.type == "table_open":
            yield "table", list(_rows(_until(parts, "table_close")))
        else:
            assert token.type.endswith("_close"), token.type


def _until(parts: Iterator[Token], end: str) -> list[Token]:
    found = []
    for token in parts:
        if token.type == end:
            break
        found.append(token)
    allowed = {"list_item", "paragraph", "thead", "tbody", "tr", "th", "td", "inline"}
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in found} <= allowed
    return found


def _rows(parts: list[Token]) -> Iterator[list[str]]:
    row: list[str] = []
    for token in parts:
        if token.type == "inline":
            row.append(words(token))
        elif token.type == "tr_close":
            yield row
            row = []


def said(outline: Outline) -> Iterator[Read]:
    """What the Markdown of an outline is to be read as."""
    for block in outline.blocks:
        match block:
            case Heading(level):
                yield f"h{level}", one_line(f"{block.number} {block.text}").strip()
            case Paragraph(runs) if joined(runs):
                yield "p", joined(runs)
            case Bullets(items) if lines := [joined(item) for item in items if joined(item)]:
                yield "ul", lines
            case TableBlock():
                yield "p", one_line(f"Tabell {block.number}. {block.caption}").strip()
                heads = [one_line(head).strip() for head in block.heads]
                yield "table", [heads, *([joined(cell) for cell in row] for row in block.rows)]
            case ChartBlock():
                yield "p", one_line(f"Figur {block.number}. {block.caption}").strip()
                left_out = "Figuren vises ikke her. Tallene står i en tabell i samme del."
                yield "p", one_line(f"{block.description} {left_out}").strip()
            case _:
                pass


def test_a_document_reads_as_its_golden_text(snapshot: Callable[[str, str], None]) -> None:
    snapshot("document-sample.md", markdown(SAMPLE))


def test_the_sample_read_back_is_the_sample() -> None:
    assert list(read(markdown(SAMPLE))) == list(said(SAMPLE))


@given(nasty_outlines())
@settings(deadline=None)
def test_no_text_breaks_the_structure(outline: Outline) -> None:
    assert list(read(markdown(outline))) == list(said(outline))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# ikke overskrift", "\\# ikke overskrift"),
        ("1. ikke liste", "1\\. ikke liste"),
        ("1999) ikke liste", "1999\\) ikke liste"),
        ("- ikke punkt", "\\- ikke punkt"),
        ("+ ikke punkt", "\\+ ikke punkt"),
        ("---", "\\---"),
        ("    ikke kode", "ikke kode"),
        ("`ikke kode`", "\\`ikke kode\\`"),
        ("a | b", "a \\| b"),
        ("<script>", "\\<script\\>"),
        ("[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"),
        ("&lt;", "\\&lt;"),
        ("a\\", "a\\\\"),
        ("to\nlinjer", "to linjer"),
        ("per 1. juni 2021 – 10 % (§ 257)", "per 1. juni 2021 – 10 % (§ 257)"),
    ],
)
def test_signs_with_a_meaning_are_held_back_and_others_stay(words: str, written: str) -> None:
    assert of(Paragraph(text(words))) == f"{written}\n"


def test_a_heading_shows_its_number() -> None:
    assert of(Heading(2, "Tall", "numbers"), Heading(3, "1. halvår", "half")) == "## 1 Tall\n\n### 1.1 1. halvår\n"


def test_a_link_outward_is_kept_and_one_within_the_document_is_text() -> None:
    link, place = Run("a (b)", link="https://a.no/x_(y)?b=1&copy=2"), Run("saken", link="#case-a")
    written = of(Paragraph((link, Run(" og "), place)))
    assert written == "[a (b)](https://a.no/x_%28y%29?b=1&amp;copy=2) og saken\n"
    (opened,) = [one for one in tokens(written)[1].children or [] if one.type == "link_open"]
    assert opened.attrGet("href") == "https://a.no/x_%28y%29?b=1&copy=2"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a.no/a b", "data:x"])
def test_an_address_that_is_not_of_web_or_mail_is_text(link: str) -> None:
    assert of(Paragraph((Run("a", link=link),))) == "a\n"


def test_a_link_after_an_exclamation_mark_is_no_picture() -> None:
    written = of(Paragraph((Run("Se!"), Run("her", link="https://a.no"))))
    assert [one.type for one in tokens(written)[1].children or []] == ["text", "link_open", "text", "link_close"]


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ((Run("a", bold=True),), "**a**"),
        ((Run("a", italic=True),), "*a*"),
        ((Run("a", bold=True, italic=True),), "***a***"),
        ((Run("a", bold=True, link="https://a.no"),), "[**a**](https://a.no)"),
        ((Run("a", bold=True), Run("b", italic=True)), "**a**b"),
        ((Run("(a)", bold=True),), "(a)"),
        ((Run("a ", bold=True), Run("b")), "a b"),
    ],
)
def test_emphasis_is_written_where_it_will_be_read_as_such(runs: tuple[Run, ...], written: str) -> None:
    assert of(Paragraph(runs)) == f"{written}\n"


def test_a_table_has_its_caption_and_its_numbers_to_the_right() -> None:
    assert of(TABLE).splitlines() == [
        *("**Tabell 1.** Domfellelser etter år", ""),
        *("| År | Totalt | Rettskraftig |", "| --- | ---: | ---: |"),
        *("| 2016 | 2 | 1 |", "| 2017 | 1 | 1 |", "| **Totalt** | **3** | **2** |"),
    ]


def test_a_chart_is_told_in_words() -> None:
    assert of(CHART).splitlines() == [
        *("**Figur 1.** Domfellelser etter år og form", ""),
        f"{CHART.description} Figuren vises ikke her. Tallene står i en tabell i samme del.",
    ]


def test_lists_that_follow_each_other_stay_apart() -> None:
    one, two, three = (Bullets((text(words),)) for words in ("a", "b", "c"))
    assert of(one, two, three, Paragraph(text("d")), one) == "- a\n\n* b\n\n- c\n\nd\n\n- a\n"


def test_contents_and_empty_blocks_are_left_out() -> None:
    blocks = (Contents("Innhold"), Paragraph(text(" ")), Bullets((text("\x00"),)), Paragraph(text("a")))
    assert of(*blocks) == "a\n"
