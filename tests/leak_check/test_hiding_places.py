"""A leak is caught in every place of every form where words can hide, and told by its place, masked."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest

from kom_rulings.documents.cells import Value
from kom_rulings.documents.workbook import Properties, Sheet, workbook
from kom_rulings.leak_check import LeakFound
from leak_check.planted import (
    APP,
    BODY,
    CHART,
    CORE,
    FOOTER,
    HEADER,
    LAST,
    LINKS,
    RELATION,
    changed,
    pdf,
    run,
    unpacked,
    with_paragraph,
    with_part,
    word_file,
)

Look = Callable[..., list[LeakFound]]

NUMBER = "120399 12345"
NAME = "Kari Testesen"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

#: Where the words stand, how the place is told, and the file.
IN_WORD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a paragraph": ("avsnitt", lambda: changed(word_file(), BODY, LAST, f"Fornærmede er {NAME}.")),
    "a name split over runs": ("avsnitt", lambda: with_paragraph(run("Kari Tes") + "<w:proofErr/>" + run("tesen"))),
    "a number split over runs": ("avsnitt", lambda: with_paragraph(run("120399") + run(" 12") + run("345"))),
    "deleted text": ("avsnitt", lambda: with_paragraph(f"<w:del><w:r><w:delText>{NAME}</w:delText></w:r></w:del>")),
    "who deleted it": ("dokumentet", lambda: with_paragraph(f'<w:del w:author="{NAME}">{run("x")}</w:del>')),
    "hidden text": ("avsnitt", lambda: with_paragraph(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r>")),
    "a cell": ("avsnitt", lambda: changed(word_file(), BODY, ">2016</w:t>", f">{NAME}</w:t>")),
    "a heading": ("avsnitt", lambda: changed(word_file(), BODY, "Saker</w:t>", f"{NAME}</w:t>")),
    "the header": ("topptekst", lambda: changed(word_file(), HEADER, "(<w:t[^>]*>)", rf"\1{NAME} ")),
    "the footer": ("bunntekst", lambda: changed(word_file(), FOOTER, "(<w:t[^>]*>)", rf"\1{NAME} ")),
    "an alternative text": ("alternativ tekst", lambda: changed(word_file(), BODY, 'descr="', f'descr="{NAME} ')),
    "a title of a table": ("dokumentet", lambda: changed(word_file(), BODY, 'tblCaption w:val="', rf"\g<0>{NAME} ")),
    "a field": ("dokumentet", lambda: with_paragraph(f"<w:r><w:instrText>HYPERLINK {NUMBER}</w:instrText></w:r>")),
    "an address": ("lenke", lambda: changed(word_file(), LINKS, "https://lovdata.no/", rf"\g<0>{NUMBER}/")),
    "a name in an address": (
        "lenke",
        lambda: changed(word_file(), LINKS, "https://lovdata.no/", r"\g<0>kari-testesen/"),
    ),
    "a mail link": ("lenke", lambda: changed(word_file(), LINKS, 'https://lovdata.no/[^"]*', "mailto:k@eksempel.test")),
    "the title": ("egenskapen Title", lambda: changed(word_file(), CORE, "<dc:title>", rf"\g<0>{NAME} ")),
    "the author": ("egenskapen Creator", lambda: changed(word_file(), CORE, "<dc:creator>", rf"\g<0>{NAME} ")),
    "the manager": (
        "egenskapen Manager",
        lambda: changed(word_file(), APP, "<Application>", f"<Manager>{NAME}</Manager><Application>"),
    ),
    "a property of one's own": (
        "egenskapen Saksbehandler",
        lambda: with_part(
            word_file(),
            "docProps/custom.xml",
            f'<Properties xmlns="c"><property name="Saksbehandler"><v>{NAME}</v></property></Properties>'.encode(),
        ),
    ),
    "a comment": (
        "kommentar",
        lambda: with_part(
            word_file(),
            "word/comments.xml",
            f"<w:comments {W}><w:comment><w:p>{run(NAME)}</w:p></w:comment></w:comments>".encode(),
        ),
    ),
    "who commented": (
        "kommentar",
        lambda: with_part(
            word_file(), "word/comments.xml", f'<w:comments {W}><w:comment w:author="{NAME}"/></w:comments>'.encode()
        ),
    ),
    "a footnote": (
        "fotnote",
        lambda: with_part(
            word_file(), "word/footnotes.xml", f"<w:footnotes {W}><w:p>{run(NAME)}</w:p></w:footnotes>".encode()
        ),
    ),
    "a chart": ("diagram", lambda: changed(word_file(), CHART, "<c:v>2016</c:v>", f"<c:v>{NAME}</c:v>")),
    "what a program left": (
        "et annet program",
        lambda: with_part(word_file(), "customXml/item1.xml", f"<a>{NUMBER}</a>".encode()),
    ),
    "a comment of XML": ("skjult kommentar", lambda: changed(word_file(), BODY, "</w:body>", rf"<!-- {NAME} -->\g<0>")),
    "the name of a part": ("navnet på en del", lambda: with_part(word_file(), f"word/{NUMBER}.xml", b"<a/>")),
    "a bookmark": (
        "dokumentet",
        lambda: with_paragraph(f'<w:bookmarkStart w:id="9" w:name="k_12039912345"/>{run("x")}'),
    ),
}


@pytest.mark.parametrize("place", IN_WORD)
def test_a_leak_in_a_word_file_is_caught_wherever_it_hides(place: str, look: Look) -> None:
    told, make = IN_WORD[place]
    found = look("oversikt.docx", make())
    assert found
    assert any(told in leak.spot.said("nb") for leak in found), [leak.spot.said("nb") for leak in found]
    assert NAME not in "".join(leak.message("nb") for leak in found)


def test_the_workbook_behind_a_chart_is_opened(look: Look) -> None:
    parts = unpacked(word_file())
    (inner,) = [name for name in parts if name.endswith(".xlsx")]
    book = changed(parts[inner], "xl/sharedStrings.xml", "2016", NAME)
    assert [leak.spot.said("nb") for leak in look("oversikt.docx", with_part(word_file(), inner, book))] == [
        "arbeidsboken bak et diagram"
    ]


def test_a_sound_document_has_no_leak(look: Look) -> None:
    assert look("oversikt.docx", word_file()) == []


def test_two_cells_beside_each_other_are_no_name(look: Look) -> None:
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("Kari", "Testesen"))
    content = changed(word_file(), BODY, "</w:body>", rf"<w:tbl><w:tr>{cells}</w:tr></w:tbl>\g<0>")
    assert look("oversikt.docx", content) == []


@pytest.mark.parametrize("name", ["vbaProject.bin", "embeddings/oleObject1.bin"])
def test_a_part_that_cannot_be_read_is_not_let_through(name: str, look: Look) -> None:
    (leak,) = look("oversikt.docx", with_part(word_file(), f"word/{name}", b"\x00"))
    assert leak.code == "not-read"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.json", "a.exe", "uten"])
def test_a_file_that_cannot_be_read_is_not_let_through(name: str, look: Look) -> None:
    assert [leak.code for leak in look(name, b"{ikke")] == ["not-read"]


def book(*rows: tuple[Value, ...], name: str = "Saker", title: str = "Saker") -> bytes:
    sheet = Sheet(name, ("Sak", "Tekst"), rows, (20, 20))
    return workbook([sheet], Properties(title, "Om saker", "KOM", dt.date(2021, 12, 31), "nb"))


IN_WORKBOOK: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a cell": ("celle B2 i arket «Saker»", lambda: book(("a", NAME))),
    "a number that was typed": ("celle B2 i arket «Saker»", lambda: book(("a", 12039912345))),
    "a number without its nought": ("celle B2 i arket «Saker»", lambda: book(("a", 1039912345))),
    "a text that no cell shows": (
        "en tekst som ingen celle viser",
        lambda: changed(book(("a", "b")), "xl/sharedStrings.xml", "</sst>", f"<si><t>{NAME}</t></si></sst>"),
    ),
    "the name of a sheet": ("arbeidsboken", lambda: book(("a", "b"), name=NAME)),
    "the title": ("egenskapen Title", lambda: book(("a", "b"), title=NAME)),
    "the header": (
        "arbeidsboken",
        lambda: changed(book(("a", "b")), "xl/worksheets/sheet1.xml", "&amp;LSaker", f"&amp;L{NUMBER}"),
    ),
    "a link": (
        "lenke",
        lambda: with_part(
            book(("a", "b")),
            "xl/worksheets/_rels/sheet1.xml.rels",
            (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{RELATION}/hyperlink" Target="https://eksempel.test/{NUMBER}" '
                'TargetMode="External"/></Relationships>'
            ).encode(),
        ),
    ),
    "a tip on a link": (
        "arbeidsboken",
        lambda: changed(
            book(("a", "b")),
            "xl/worksheets/sheet1.xml",
            "</sheetData>",
            rf'\g<0><hyperlinks><hyperlink ref="A1" tooltip="{NAME}"/></hyperlinks>',
        ),
    ),
    "a defined name": (
        "arbeidsboken",
        lambda: changed(
            book(("a", "b")),
            "xl/workbook.xml",
            "</definedNames>",
            rf'<definedName name="x">"{NUMBER}"</definedName>\g<0>',
        ),
    ),
    "a comment": (
        "kommentar",
        lambda: with_part(
            book(("a", "b")), "xl/comments1.xml", f"<comments><text><t>{NAME}</t></text></comments>".encode()
        ),
    ),
}


@pytest.mark.parametrize("place", IN_WORKBOOK)
def test_a_leak_in_a_workbook_is_caught_wherever_it_hides(place: str, look: Look) -> None:
    told, make = IN_WORKBOOK[place]
    assert told in [leak.spot.said("nb") for leak in look("saker.xlsx", make())]


def test_a_sound_workbook_has_no_leak(look: Look) -> None:
    assert look("saker.xlsx", book(("lime", "Tingretten dømte."), (3, 12.5), (dt.date(2021, 12, 31), 250000))) == []


IN_TEXT: dict[str, tuple[str, str, str]] = {
    "text of a page": ("a.html", "<p>Fornærmede <b>Kari</b> <i>Testesen</i> forklarte seg.</p>", "tekstblokk 1"),
    "an alternative text": ("a.html", f'<img alt="{NAME}">', "alternativ tekst"),
    "a title of a link": ("a.html", f"<a title='{NAME}' href='#'>x</a>", "alternativ tekst"),
    "an address": ("a.html", '<a href="https://eksempel.test/?fnr=12039912345">x</a>', "lenke"),
    "a mail link": ("a.html", '<a href="mailto:k@eksempel.test">x</a>', "lenke"),
    "a comment": ("a.html", f"<p>x</p><!-- {NAME} -->", "skjult kommentar"),
    "a comment without an end": ("a.html", f"<!-- {NAME}", "skjult kommentar"),
    "an attribute of data": ("a.html", f'<p data-note="{NAME}">x</p>', "attributtet data-note"),
    "the author of a page": ("a.html", f'<meta name="author" content="{NAME}">', "egenskapen Meta"),
    "the title of a page": ("a.html", f"<title>{NAME}</title>", "tekstblokk 1"),
    "a script": ("a.html", f'<script>var x = "{NUMBER}"</script>', "tekstblokk 1"),
    "entities": ("a.html", "<p>120399&nbsp;12345</p>", "tekstblokk 1"),
    "a picture of lines": ("a.html", f"<svg><text>{NAME}</text></svg>", "tekstblokk 1"),
    "Markdown": ("a.md", "Tingretten.\n\nFornærmede **Kari** Testesen forklarte\\.", "linje 3"),
    "a name over two lines": ("a.md", "Fornærmede heter Kari\nTestesen.", "linje 1"),
    "a cell of Markdown": ("a.md", f"| Sak | Hvem |\n|---|---|\n| a | {NAME} |", "linje 1"),
    "an address in Markdown": ("a.md", "[x](https://eksempel.test/12039912345)", "lenke"),
    "a remark in Markdown": ("a.md", f"<!-- {NAME} -->", "linje 1"),
    "text": ("a.txt", f"x\n\nFornærmede er {NAME}.", "linje 3"),
    "a cell": ("a.csv", f'"Sak";"Sammendrag"\n"a";"Om {NAME}."\n', "rad 2, kolonnen «Sammendrag»"),
    "a value": ("a.json", json.dumps({"cases": [{"title": NAME}]}), "feltet cases[1].title"),
    "the name of a field": ("a.json", json.dumps({"Kari Testesen": 1}), "feltet "),
    "a number as data": ("a.json", json.dumps({"x": 12039912345}), "feltet x"),
    "citations as data": ("a.csl.json", json.dumps([{"title": NAME}]), "feltet [1].title"),
    "a citation": ("a.ris", f"TY  - CASE\nTI  - {NAME}\nER  - \n", "linje 2"),
    "the name of the file": ("kari-testesen.csv", "a\n", "filnavnet"),
    "a number in the name of the file": ("sak_12039912345.csv", "a\n", "filnavnet"),
}


@pytest.mark.parametrize("place", IN_TEXT)
def test_a_leak_in_a_page_a_text_or_data_is_caught_wherever_it_hides(place: str, look: Look) -> None:
    name, content, told = IN_TEXT[place]
    assert told in [leak.spot.said("nb") for leak in look(name, content)]


def test_the_name_of_the_folder_is_looked_at(look: Look) -> None:
    (leak,) = look("a.md", "x", folder="12039912345")
    assert leak.spot.said("nb") == "mappenavnet"


def test_checksums_are_no_numbers_of_persons(look: Look) -> None:
    assert look("manifest.json", json.dumps({"sha256": "ab12039912345cd" + "e" * 49})) == []


@pytest.mark.parametrize(
    ("told", "words", "place"),
    [
        ("text", f"Om {NAME} her", "side 1"),
        ("text", "nummer 120399\n12345 her", "side 1"),
        ("property", NAME, "egenskapen Author"),
        ("own", NAME, "egenskapen Saksbehandler"),
        ("bookmark", NAME, "bokmerke"),
        ("link", "https://eksempel.test/12039912345", "lenke"),
        ("remark", NAME, "skjult kommentar"),
        ("xmp", NUMBER, "egenskapen XMP"),
        ("attachment", "a.txt", "vedlegget a.txt"),
    ],
)
def test_a_leak_in_a_pdf_is_caught_wherever_it_hides(told: str, words: str, place: str, look: Look) -> None:
    assert place in [leak.spot.said("nb") for leak in look("a.pdf", pdf(**{told: words}))]


def test_a_sound_pdf_has_no_leak(look: Look) -> None:
    assert look("a.pdf", pdf(text="Tingretten", property="KOM", link="https://lovdata.no/x", bookmark="Saker")) == []
