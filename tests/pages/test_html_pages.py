"""Saved HTML becomes plain headings, paragraphs and tables, whatever its markup is."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.pages.page import Block, Grid, SavedPage
from kom_rulings.pages.reading import page_of
from kom_rulings.pages.tidying import one_line, tidy


def page(markup: str) -> SavedPage:
    return page_of(markup.encode(), "side.html")


def texts(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks]


def only_block(markup: str) -> Block:
    (part,) = page(markup).parts
    assert isinstance(part, Block)
    return part


def only_grid(markup: str) -> Grid:
    (part,) = page(markup).parts
    assert isinstance(part, Grid)
    return part


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Menneske&shy;handel\u200b</p>", "Menneskehandel"),
        ("<p>§&nbsp;257&#8239;a\u2009b</p>", "§ 257 a b"),
        ("<p>2010&ndash;2012 — 3‐4 − 5</p>", "2010–2012 — 3‐4 − 5"),
        ("<p>fore\n   legges\t for</p>", "fore legges for"),
        ("<p>A\u030aseral</p>", "Åseral"),
        ("<p>&#8220;a&#8221; &#147;b&#148; &#150;</p>", "“a” “b” –"),
        ("<p>1 < 2 og 3 > 2 & 4</p>", "1 < 2 og 3 > 2 & 4"),
        ("<p>en<br>to <br/> tre</p>", "en\nto\ntre"),
        ("<p>før<!-- <p>inni</p> -->etter</p>", "føretter"),
        ("<p>før<![if !supportLists]>(1)<![endif]>etter<o:p></o:p></p>", "før(1)etter"),
        ("<p title=\"a > b\" class='x>y' data-x=it's>tekst</p>", "tekst"),
        ("<pre>a  b\nc</pre>", "a b\nc"),
        ("tekst uten noe rundt<b></b>", "tekst uten noe rundt"),
    ],
)
def test_text_is_tidied(markup: str, expected: str) -> None:
    assert texts(markup) == [expected]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>en<br><br>to<br> <br/>\n<br>tre</p>", ["en", "to", "tre"]),
        ("<p>en<p>to<div>tre</div>fire", ["en", "to", "tre", "fire"]),
        ("<p>en</p>to</p>tre", ["en", "to", "tre"]),
        ("<div>en<p>to</p>tre</div>", ["en", "to", "tre"]),
        ("<li>en<li>to", ["en", "to"]),
        ("<h2>en</h2>to<hr>tre", ["en", "to", "tre"]),
        ("<p>en<table><tr><td>to</table>", ["en", "to"]),
        ("<blockquote>en</blockquote><address>to</address>", ["en", "to"]),
        ("<span>en</span> <custom-tag>to</custom-tag>", ["en to"]),
    ],
)
def test_blocks_end_where_the_page_shows_that_they_do(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<script>skjult</script>",
        "<style>skjult { }</style>",
        "<noscript>skjult</noscript>",
        "<template><p>skjult</p></template>",
        "<svg><text>skjult</text></svg>",
        "<iframe>skjult</iframe>",
        "<object>skjult</object>",
        "<nav><a href=/>skjult</a></nav>",
        "<div role=navigation>skjult</div>",
        "<div role=dialog>skjult</div>",
        "<form><label>skjult</label><input value=skjult></form>",
        "<select><option>skjult</select>",
        "<button>skjult</button>",
        "<textarea>skjult</textarea>",
        "<!-- skjult -->",
        "<title>skjult</title>",
        "<p hidden>skjult</p>",
        "<p style='DISPLAY : none'>skjult</p>",
        "<div style='visibility:hidden'><p>skjult</div>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(markup: str) -> None:
    assert texts(f"<p>før</p>{markup}<p>etter</p>") == ["før", "etter"]


def test_a_form_around_the_whole_page_is_no_form_to_fill_in() -> None:
    assert texts("<form id=aspnetForm><h1>Sak</h1><p>tekst</p><input value=x></form>") == ["Sak", "tekst"]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>a<td>b<tr hidden><td>skjult<td>skjult</table>",
        "<table><tr><td>a<td style='display:none'>skjult<td>b</table>",
        "<dl><dt>a<dd>b<dd hidden>skjult<dt hidden>skjult</dl>",
        "<table><tr><td>a<td>b <span hidden>skjult</span></table>",
    ],
)
def test_what_a_table_hides_is_left_out_and_told(markup: str) -> None:
    assert only_grid(markup).rows == (("a", "b"),)
    assert page(markup).remarks == ("Text that the page does not show was left out.",)


def test_hidden_text_is_told() -> None:
    assert page("<p>x<p hidden>y").remarks == ("Text that the page does not show was left out.",)
    assert page("<p>x<p hidden> ").remarks == ()


def test_headings_have_their_level_and_all_else_none() -> None:
    blocks = page("<h1>a</h1><h2>b</h2><h6>c</h6><h7>d</h7>").blocks
    assert [(block.text, block.level) for block in blocks] == [("a", 1), ("b", 2), ("c", 6), ("d", 0)]


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<ol><li>x<li>x</ol>", ["1.", "2."]),
        ("<ol start=7><li>x<li value=10>x<li>x</ol>", ["7.", "10.", "11."]),
        ("<ol type=a start=26><li>x<li>x</ol>", ["z.", "aa."]),
        ("<ol type=I start=4><li>x<li>x</ol>", ["IV.", "V."]),
        ("<ol><li>x<ol type=i><li>x<li>x</ol><li>x</ol>", ["1.", "i.", "ii.", "2."]),
        ("<ol><li><p>x</p><p>x</p><li>x</ol>", ["1.", "", "2."]),
        ("<ul><li>x<li>x</ul>", ["", ""]),
        ("<ol start=99999999999999999999 type=!><li>x</ol>", ["1."]),
        ("<ol start=-3><li>x</ol>", ["-3."]),
    ],
)
def test_lists_number_their_items_as_they_show_them(markup: str, numbers: list[str]) -> None:
    assert [block.number for block in page(markup).blocks] == numbers


@pytest.mark.parametrize(
    ("markup", "look"),
    [
        ("<p><b>x</b> <strong>y</strong></p>", "bold"),
        ("<p><b>x</b> y</p>", ""),
        ("<p><b>x</b><br></p>", "bold"),
        ("<p style='font-weight:700'>x</p>", "bold"),
        ("<p><span style='font: bold 12px serif'>x</span></p>", "bold"),
        ("<b>x <span style='font-weight:normal'>y</span></b>", ""),
        ("<p><i>x</i></p>", "italic"),
        ("<p style='font-style:italic'>x</p>", "italic"),
        ("<p><em><b>x</b></em></p>", "bold italic"),
        ("<center>x</center>", "centred"),
        ("<p align=center>x</p>", "centred"),
        ("<div style='text-align: center !important'><p>x</p></div>", "centred"),
        ("<div align=center><p align=left>x</p></div>", ""),
        (
            "<style>.s1B2 { font-weight:bold } .s3,p.s4 {text-align:center}</style><p class=s4><span class=S1B2>x",
            "bold centred",
        ),
        ("<style>/* {x} */ .s1 { font-style:italic }</style><p class=s1>x", "italic"),
    ],
)
def test_the_look_is_that_of_the_whole_block(markup: str, look: str) -> None:
    block = only_block(markup)
    names = ("bold", "italic", "centred")
    assert " ".join(name for name in names if getattr(block, name)) == look


def test_a_block_tells_its_classes_and_what_encloses_it() -> None:
    block = only_block(
        "<div id=page><main><ol id=Liste><li class='Avsnitt A'><span class=hele>x <i class=del>y</i></span></ol>"
    )
    assert block.styles == ("avsnitt", "a", "hele")
    assert block.inside == ("#page", "main", "ol", "#Liste")


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        (
            "<table><tr><th>Dato<td>1. mai<tr><th>Instans<td>Høyesterett</table>",
            [("Dato", "1. mai"), ("Instans", "Høyesterett")],
        ),
        ("<table><thead><tr><td>a<td>b<td>c</thead><tr><td>1<td><td>3</table>", [("a", "b", "c"), ("1", "", "3")]),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", [("a", "", "b"), ("1", "2", "3")]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [("a", "b"), ("", "c")]),
        ("<table><tr><td>Parter:<td><p>A</p><p>B</p></table>", [("Parter:", "A\nB")]),
        ("<table><tr><td>Parter<td>A<br>B<tr><td> <td></table>", [("Parter", "A\nB")]),
        ("<dl><dt>Dato<dd>1. mai<dt>Stikkord<dd>a<dd>b</dl>", [("Dato", "1. mai"), ("Stikkord", "a\nb")]),
        ("<dl><div><dt>Dato</dt><dd>1. mai</dd></div></dl>", [("Dato", "1. mai")]),
        ("<dl><dt>Dato</dt><dt>Date</dt><dd>1. mai</dd></dl>", [("Dato\nDate", "1. mai")]),
    ],
)
def test_a_table_of_facts_is_a_grid(markup: str, rows: list[tuple[str, ...]]) -> None:
    assert list(only_grid(markup).rows) == rows


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>en</table><p>to",
        "<table role=presentation><tr><td>en<td>to</table>",
        "<table><tr><td><p>en</p><td><h2>to</h2></table>",
        "<table><tr><td>(1)<td><p>en</p><p>to</p></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_its_text_in_order(markup: str) -> None:
    assert [text for text in texts(markup) if text != "(1)"] == ["en", "to"]
    assert not list(page(markup).grids)


def test_a_table_in_a_table_that_lays_out_the_page_is_a_grid_of_its_own() -> None:
    parts = page("<table><tr><td>en<table><tr><th>a<td>b<tr><th>c<td>d</table>to</table>").parts
    assert [part.text if isinstance(part, Block) else part.rows for part in parts] == [
        "en",
        (("a", "b"), ("c", "d")),
        "to",
    ]


def test_long_text_beside_a_number_is_laid_out_and_beside_a_label_it_is_a_fact() -> None:
    long = "ord " * 400
    assert [len(text) for text in texts(f"<table><tr><td>(12)<td>{long}</table>")] == [4, 1599]
    assert only_grid(f"<table><tr><td>Sammendrag:<td>{long}</table>").rows[0][0] == "Sammendrag:"


def test_links_stand_in_blocks_and_in_grids() -> None:
    parts = page(
        "<p>a <a href='https://example.org/a b'>c</a><table><tr><th>d<td><a href=HTTP://example.org>e</a></table>"
    ).parts
    assert [[(link.text, link.address) for link in part.links] for part in parts] == [
        [("c", "https://example.org/a b")],
        [("e", "HTTP://example.org")],
    ]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<link rel=canonical href=https://example.org/a/b><p><a href=c?d>x</a>", "https://example.org/a/c?d"),
        (
            "<base href=https://example.com/><link rel=canonical href=https://example.org/><p><a href=/c>x",
            "https://example.com/c",
        ),
        ("<p><a href=c>x</a>", ""),
        ("<p><a href=mailto:a@example.org>x</a>", ""),
        ("<p><a href='http://['>x</a>", ""),
    ],
)
def test_relative_links_start_from_the_address_of_the_page(markup: str, address: str) -> None:
    assert [link.address for link in only_block(markup).links] == ([address] if address else [])
    assert page(markup).remarks == ()


def test_the_caption_of_a_table_stands_before_it() -> None:
    caption, grid = page("<table><caption>Saksgang</caption><tr><th>a<td>b<tr><th>c<td>d</table>").parts
    assert isinstance(caption, Block)
    assert (caption.text, isinstance(grid, Grid)) == ("Saksgang", True)


@pytest.mark.parametrize("attribute", ["lang=fr", "xml:lang='FR '"])
def test_the_language_is_that_which_the_page_declares(attribute: str) -> None:
    assert page(f"<html {attribute}><p>x").language == "fr"


SAVED_BY_SINGLE_FILE = """<!DOCTYPE html><html lang=nb><!--
 Page saved with SingleFile
 url: https://example.org/sak?id=1
 saved date: Mon Jan 06 2025 10:11:12 GMT+0100 (sentraleuropeisk normaltid)
--><p>x"""


@pytest.mark.parametrize(
    ("markup", "address", "retrieved"),
    [
        ("<!-- saved from url=(0023)https://example.org/sak -->\n<p>x", "https://example.org/sak", "None"),
        (SAVED_BY_SINGLE_FILE, "https://example.org/sak?id=1", "2025-01-06"),
        ("<link rel=canonical href=https://example.org/a><p>x", "https://example.org/a", "None"),
        ("<meta property=og:url content=https://example.org/b><p>x", "https://example.org/b", "None"),
        ("<!-- saved from url=(0014)about:internet --><p>x", "None", "None"),
        ("<link rel=canonical href=javascript:x><p>x", "None", "None"),
        (SAVED_BY_SINGLE_FILE.replace("Jan 06 2025", "Feb 30 2025"), "https://example.org/sak?id=1", "None"),
        ("<p>x", "None", "None"),
    ],
)
def test_where_and_when_it_was_saved_is_what_the_page_says(markup: str, address: str, retrieved: str) -> None:
    saved = page(markup)
    assert (str(saved.address), str(saved.retrieved)) == (address, retrieved)


def test_title_language_and_metadata_are_told() -> None:
    saved = page(
        "<html lang=NB-no><head><title> Tit&shy;tel\n her </title><meta name=Dato content=' 1. mai '><body><p>x"
    )
    assert (saved.title, saved.language, dict(saved.metadata)) == ("Tittel her", "nb-no", {"dato": "1. mai"})


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/sak
Subject: Sak
Date: Mon, 6 Jan 2025 09:11:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"

------MultipartBoundary--abc----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body><p>Bl=C3=A5b=C3=A6r og =
mer</p></body></html>
------MultipartBoundary--abc----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------MultipartBoundary--abc------
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_page_is_taken_out_of_a_web_archive(line_end: str) -> None:
    saved = page(ARCHIVE.replace("\n", line_end))
    assert [block.text for block in saved.blocks] == ["Blåbær og mer"]
    assert (saved.address, str(saved.retrieved)) == ("https://example.org/sak", "2025-01-06")


NORWEGIAN = "<p>Høyesterett «avsa» dom – §\u00a05</p>"
REDECLARED = "The page declares an encoding that is not its own; its bytes told which it is."
MENDED = "Some signs of the page were not in its encoding. They were mended or left out: compare with the page."


@pytest.mark.parametrize(
    ("declared", "encoding", "remark"),
    [
        ("", "utf-8", ""),
        ("", "utf-8-sig", ""),
        ("", "utf-16", ""),
        ("", "utf-16-le", ""),
        ("", "utf-16-be", ""),
        ("", "utf-32", ""),
        ("", "cp1252", ""),
        ("utf-8", "utf-8", ""),
        ("utf-8", "cp1252", REDECLARED),
        ("iso-8859-1", "utf-8", REDECLARED),
        ("iso-8859-1", "cp1252", ""),
        ("windows-1252", "cp1252", ""),
        ("macintosh", "mac-roman", ""),
        ("no-such-thing", "cp1252", ""),
        ("base64", "cp1252", REDECLARED),
        ("utf-7", "cp1252", REDECLARED),
    ],
)
def test_signs_are_those_of_the_bytes_whatever_the_page_declares(declared: str, encoding: str, remark: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    saved = page_of((meta + NORWEGIAN).encode(encoding), "side.html")
    assert [block.text for block in saved.blocks] == ["Høyesterett «avsa» dom – § 5"]
    assert saved.remarks == ((remark,) if remark else ())


def test_one_wrong_byte_does_not_spoil_the_other_signs() -> None:
    saved = page_of(f"<p>{'Høyesterett ' * 30}".encode() + b"\x96 x", "side.html")
    assert [block.text for block in saved.blocks] == ["Høyesterett " * 30 + "– x"]
    assert saved.remarks == (MENDED,)


def test_a_page_that_was_cut_within_a_sign_is_read_up_to_it() -> None:
    saved = page_of(f"<p>{'Høyesterett ' * 30}å".encode()[:-1], "side.html")
    assert next(saved.blocks).text.startswith("Høyesterett Høyesterett")
    assert saved.remarks == (MENDED,)


#: A page of which one sign in a hundred is such a control is no text.
CONTROLS = "".join(map(chr, [*range(9), *range(0x0E, 0x1C), 0xFFFD]))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS), max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_text_of_a_paragraph_comes_out_the_same_after_tidying(text: str) -> None:
    saved = page(f"<p>Før {html.escape(text)} etter</p>")
    assert [block.text for block in saved.blocks] == [one_line(f"Før {text} etter")]


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=300)
def test_tidy_text_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy(text) == "\n".join(line.strip() for line in tidy(text).split("\n"))
