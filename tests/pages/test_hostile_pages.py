"""Files that are no pages, or are made to do harm: refused or read, within bounds, and nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import random
import socket
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kom_rulings.errors import PageNotRead
from kom_rulings.pages.reading import page_of, read_page
from kom_rulings.wording import wording
from sources.word_files import docx_from, part_of, repacked

MEGABYTE = 1_000_000
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha ha ha ha ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.fixture(autouse=True)
def nothing_is_fetched_or_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No page opens a connection; every test stands in an empty folder, and leaves it as it was."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.chdir(tmp_path)


def refusal(content: bytes) -> str:
    """The message in bokmål with which a page is refused."""
    with pytest.raises(PageNotRead) as error:
        page_of(content, "side.html")
    return wording("nb")(error.value.message, **error.value.params)


def word_file() -> bytes:
    return docx_from("# Overskrift\n\nTekst")


def with_body(xml: str) -> bytes:
    return repacked(word_file(), {BODY: xml.encode()})


def with_relation(kind: str, target: str) -> bytes:
    """A Word file that points to something outside."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="x1" Type="{kinds}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    content = word_file()
    return repacked(content, {RELATIONS: part_of(content, RELATIONS).replace(b"</Relationships>", relation.encode())})


def zipped(*sizes: int) -> bytes:
    """A Word file with further parts of these sizes, all noughts."""
    return repacked(word_file(), {f"word/media/{n}.bin": bytes(size) for n, size in enumerate(sizes)})


def lying() -> bytes:
    """A Word file with a part that says it holds 16 bytes and unpacks to 60 million."""
    content = bytearray(zipped(60 * MEGABYTE))
    told = (60 * MEGABYTE).to_bytes(4, "little")
    while (at := content.find(told)) >= 0:
        content[at : at + 4] = (16).to_bytes(4, "little")
    return bytes(content)


def of_method(method: int) -> bytes:
    """A package whose parts are packed in a way that Office does not use."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        package.writestr(TYPES, "x" * 1000)
    return stream.getvalue()


def with_types(old: bytes, new: bytes) -> bytes:
    content = word_file()
    return repacked(content, {TYPES: part_of(content, TYPES).replace(old, new)})


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    # no pages
    "an empty file": (lambda: b"", "tom"),
    "only spaces": (lambda: b" \r\n" * 100, "tom"),
    "only noughts": (lambda: bytes(1000), "tom"),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type/Catalog>>", "PDF"),
    "a PDF after a line": (lambda: b"\r\n%PDF-1.4\n<p>x</p>", "PDF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR<p>x</p>", "bilde"),
    "RTF": (lambda: rb"{\rtf1\ansi Tekst}", "RTF"),
    "an old or encrypted Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "passord"),
    "gzip": (lambda: b"\x1f\x8b\x08\0<p>x", "pakket"),
    "a Safari archive": (lambda: b"bplist00\xd1\x01\x02", "Safari"),
    "plain text": (lambda: b"Bare tekst, 1 < 2.", "verken"),
    "XML of something else": (lambda: b'<?xml version="1.0"?><rss></rss>', "ingen tekst"),
    "random bytes": (lambda: random.Random(1).randbytes(5000), "bytes som ikke er tekst"),
    "a nought in the text": (lambda: b"<p>Te\0kst</p>", "bytes som ikke er tekst"),
    "no text": (lambda: b"<html><body><p> </p><script>var a = 'tekst';</script></body></html>", "ingen tekst"),
    "an archive without a page": (
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nx--b--",
        "nettarkiv",
    ),
    # beyond the bounds
    "more than 25 MB": (lambda: b"<p>" + b"x" * (25 * MEGABYTE), "25 MB"),
    "a Word file of more than 25 MB": (lambda: b"PK" + bytes(25 * MEGABYTE), "25 MB"),
    "elements without end": (lambda: b"<div>" * 300_000, "400"),
    "closed elements, deep": (lambda: b"<div><span>" * 201 + b"x" + b"</span></div>" * 201, "400"),
    "very many elements": (lambda: b"<p>x" * 200_001, "200 000"),
    "very many tags": (lambda: b"<p>x" + b"</b>" * 1_000_001, "1 000 000"),
    "an element with a million attributes": (lambda: b"<p " + b"a=b " * 1_000_000 + b">x", "1000 attributter"),
    # made to grow
    "entities in XHTML": (lambda: LAUGHS.encode() + b"<html><p>&i;</p></html>", "entiteter"),
    "an entity of the system": (
        lambda: b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>',
        "entiteter",
    ),
    "entities in Word": (lambda: with_body(f"{LAUGHS}<document>&i;</document>"), "skadet"),
    "a document type in Word": (lambda: with_body('<!DOCTYPE x SYSTEM "https://example.org/x.dtd"><x/>'), "skadet"),
    "a part that unpacks to 60 MB": (lambda: zipped(60 * MEGABYTE), "større"),
    "parts that unpack to 120 MB": (lambda: zipped(40 * MEGABYTE, 40 * MEGABYTE, 40 * MEGABYTE), "større"),
    "a part that lies of its size": (lying, "skadet"),
    "2,000 parts": (lambda: zipped(*[0] * 2000), "større"),
    "a packing of which no bound is known": (lambda: of_method(zipfile.ZIP_LZMA), "skadet"),
    "deep XML in Word": (lambda: with_body("<a>" * 5000 + "</a>" * 5000), "skadet"),
    "many parts with many elements in Word": (
        lambda: repacked(word_file(), {f"word/_rels/{n}.rels": b"<a>" + b"<b/>" * 100_000 + b"</a>" for n in range(8)}),
        "større",
    ),
    "very many elements in Word": (lambda: with_body(f"<a>{'<b/>' * 800_001}</a>"), "større"),
    # Word files that are none, or more than that
    "macros by type": (
        lambda: with_types(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "makroer",
    ),
    "macros by part": (lambda: repacked(word_file(), {"word/vbaProject.bin": b"x"}), "makroer"),
    "a workbook": (lambda: with_types(b"wordprocessingml.document", b"spreadsheetml.sheet"), "Word-dokument"),
    "another package": (lambda: repacked(word_file(), {TYPES: None}), "Word-dokument"),
    "a package in a package": (lambda: repacked(word_file(), {TYPES: word_file()}), "Word-dokument"),
    "a package that was cut off": (lambda: word_file()[:-2000], "skadet"),
    "a package without a document": (lambda: repacked(word_file(), {BODY: None}), "skadet"),
    "a document that is no XML": (lambda: with_body("<w:document"), "skadet"),
    "a document without text": (lambda: docx_from(""), "ingen tekst"),
    "the beginning of a package": (lambda: b"PK\x03\x04broken", "skadet"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_page_is_refused_with_its_reason_in_norwegian(kind: str, tmp_path: Path) -> None:
    make, reason = REFUSED[kind]
    message = refusal(make())
    assert reason in message
    assert message.startswith("side.html")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.html", "finnes ikke"),
        (".", "mappe"),
        ("a\0b", "finnes ikke"),
        ("loop", "finnes ikke"),
        ("x" * 300, ""),
    ],
)
def test_what_is_no_file_is_refused(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(PageNotRead) as error:
        read_page(tmp_path / name)
    assert reason in wording("nb")(error.value.message, **error.value.params)


def test_a_file_that_the_system_does_not_hand_out_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>Tekst")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PageNotRead, match="cannot be read"):
        read_page(tmp_path / "a.html")


@pytest.mark.skipif(not hasattr(__import__("os"), "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(PageNotRead, match="no ordinary file"):
        read_page(tmp_path / "pipe.html")


def test_the_form_is_told_by_the_bytes_and_not_by_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(word_file())
    (tmp_path / "b.docx").write_bytes(b"<p>Tekst</p>")
    assert (read_page(tmp_path / "a.html").form, read_page(tmp_path / "b.docx").form) == ("docx", "html")


@pytest.mark.parametrize(
    "content",
    [
        b'<link rel=stylesheet href="https://example.org/a.css"><img src="https://example.org/b.png"><p>Tekst',
        b'<iframe src="https://example.org/"></iframe><p>Tekst<object data="file:///etc/passwd"></object>',
        b'<meta http-equiv=refresh content="0;url=https://example.org/"><base href="https://example.org/"><p>Tekst',
        b'<!DOCTYPE html SYSTEM "https://example.org/x.dtd"><?xml-stylesheet href="https://example.org/"?><p>Tekst',
        b'<style>@import url("https://example.org/a.css"); p { background: url(https://example.org/) }</style><p>Tekst',
        b'<script src="https://example.org/a.js"></script><script>document.write("x")</script><p onclick="x()">Tekst',
        b'<xi:include href="file:///etc/passwd" xmlns:xi="http://www.w3.org/2001/XInclude"/><p>Tekst',
    ],
)
def test_what_a_page_asks_for_is_neither_fetched_nor_run(content: bytes) -> None:
    assert [block.text for block in page_of(content, "side.html").blocks] == ["Tekst"]


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame", "subDocument", "aFChunk"])
def test_what_a_word_file_asks_for_is_not_fetched_and_is_told(kind: str) -> None:
    page = page_of(with_relation(kind, "https://example.org/x"), "fil.docx")
    assert [block.text for block in page.blocks] == ["Overskrift", "Tekst"]
    assert "Ingen av dem ble hentet" in wording("nb")(page.remarks[-1])


def test_parts_with_names_that_lead_out_of_the_folder_are_never_written(tmp_path: Path) -> None:
    content = repacked(word_file(), {"../../out.txt": b"x", "/tmp/out.txt": b"x", "C:\\out.txt": b"x"})
    assert page_of(content, "fil.docx").blocks
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_only_links_to_web_pages_are_kept(address: str) -> None:
    page = page_of(
        f'<p>Se <a href="{address}">her</a> og <a href="https://example.org/a">der</a></p>'.encode(), "a.html"
    )
    (block,) = page.blocks
    assert (block.text, [link.address for link in block.links]) == ("Se her og der", ["https://example.org/a"])
    assert page.remarks == ("Links that run a script or lead to files were left out.",)


def peak(work: Callable[[], object]) -> int:
    """The most bytes that Python held while it worked."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


REFUSED_AT_ONCE = [
    "more than 25 MB",
    "a Word file of more than 25 MB",
    "elements without end",
    "very many tags",
    "an element with a million attributes",
    "entities in XHTML",
    "entities in Word",
    "a part that unpacks to 60 MB",
    "parts that unpack to 120 MB",
    "a part that lies of its size",
    "2,000 parts",
    "very many elements in Word",
    "many parts with many elements in Word",
]


@pytest.mark.parametrize("kind", REFUSED_AT_ONCE)
def test_a_refusal_takes_little_more_memory_than_the_file(kind: str) -> None:
    content = REFUSED[kind][0]()
    assert peak(lambda: refusal(content)) < 6 * len(content) + 12 * MEGABYTE


def times(text: str) -> Callable[[int], str]:
    return lambda n: text * n


GROWING: dict[str, Callable[[int], str]] = {
    "comments that never end": lambda n: "<p>x</p>" + "<!-" * n + "<!--" * 20_000,
    "tags that never end": lambda n: "<p>x</p>" + "<a " * n,
    "quotes that never end": lambda n: "<p>x</p>" + "<a b='" * n,
    "ampersands": lambda n: f"<p>{'&a' * n * 10}</p>",
    "numbered signs": lambda n: f"<p>{'&#229;' * n * 5}</p>",
    "marks over one letter": lambda n: "<p>e" + "\u0301\u0323" * n * 10,
    "spaces": lambda n: f"<p>x{' ' * n * 100}x</p>",
    "elements in one block": lambda n: f"<p>{'<b class=a>x</b>' * n}</p>",
    "line breaks": lambda n: f"<p>{'<i> </i>' * n}{'<br>' * n}x</p>",
    "paragraphs that are never closed": times("<p class=a>x"),
    "deep names": lambda n: "".join(f"<div id=a{m} class=b{m}>" for m in range(390)) + "<p>x" * n,
    "cells": lambda n: f"<table>{'<tr><td>a<td>b' * n}</table>",
    "terms inside each other": lambda n: "<dl>" + "<dt><div>" * 300 + "x " * n * 10 + "</dl>",
    "tables inside each other": lambda n: "<table><tr><td>" * 300 + "<p>x" * n,
    "links inside each other": lambda n: "<a href=https://a.b>" * 390 + "x" * n * 20,
    "rules of one class": lambda n: f"<style>{'.a{font-weight:bold}' * n}</style>" + "<p class=a>x" * n,
    "braces": lambda n: f"<style>{'x' * n * 50}</style><p>x",
    "closing tags": lambda n: "<p>x" + "</b>" * n,
}


def cost(content: bytes) -> float:
    """The seconds that the processor works on a page; the lesser of two, for other programs run too."""

    def once() -> float:
        start = time.process_time()
        page_of(content, "side.html")
        return time.process_time() - start

    return min(once(), once())


@pytest.mark.parametrize("kind", GROWING)
def test_four_times_the_page_takes_no_more_than_some_four_times_the_work(kind: str) -> None:
    once, four_times = (GROWING[kind](n).encode() for n in (4_000, 16_000))
    assert cost(four_times) < 10 * cost(once) + 0.05


@pytest.mark.parametrize("kind", GROWING)
def test_a_page_made_to_grow_takes_no_more_memory_than_a_harmless_one_of_its_elements(kind: str) -> None:
    made = GROWING[kind](1_500)
    elements = made.count("<") + 400
    harmless = "<p class=a>" + "</p><p class=a>".join(["x" * (len(made) // elements + 1)] * elements)
    assert peak(lambda: page_of(made.encode(), "a")) < 3 * peak(lambda: page_of(harmless.encode(), "a")) + MEGABYTE


def test_elements_as_deep_as_is_allowed_do_not_exhaust_the_stack() -> None:
    page = page_of(b"<div><b>" * 200 + b"Tekst", "side.html")
    assert [block.text for block in page.blocks] == ["Tekst"]
    xml = part_of(word_file(), BODY).decode()
    inside = "<w:sdt><w:sdtContent>" * 100 + "<w:p><w:r><w:t>Dypt</w:t></w:r></w:p>" + "</w:sdtContent></w:sdt>" * 100
    deep = page_of(with_body(xml.replace("<w:body>", f"<w:body>{inside}")), "fil.docx")
    assert next(block.text for block in deep.blocks) == "Dypt"
    assert sys.getrecursionlimit() <= 1000


def is_page_or_refusal(content: bytes) -> None:
    """Any other exception fails the test, as does a page without content."""
    with contextlib.suppress(PageNotRead):
        assert page_of(content, "side.html").parts


@given(st.binary(max_size=2000))
@example(b"<")
@example(b"<!")
@example(b"</")
@example(b"<a =")
@example(b"\xff\xfe<\0p\0>\0x")
@example(b"<p>&#xD800;&#x110000;&#0;")
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_page_or_refused_and_nothing_else(content: bytes) -> None:
    is_page_or_refusal(content)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<dl>", "<dt>", "<dd>", "<br>", "<h1>", "<b>"),
        *("<ol start=-1>", "<li value=9>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<title>"),
        *("</title>", "<style>", ".a{font-weight:", "}", "</style>", "<p class='a", "<a href=http://x", ">", '"', "'"),
        *("=", "&", "&#150;", "&nbsp;", "&amp", "&#x;", "<div hidden>", "<form>", "<svg>", "<html>", "<body>", "</i>"),
        *("<frameset>", "<select>", "\u00ad", "e\u0301", "x", " "),
    ]
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_markup_is_a_page_or_refused_and_nothing_else(pieces: list[str]) -> None:
    is_page_or_refusal(" ".join(pieces).encode())
    is_page_or_refusal("".join(pieces).encode("utf-16"))


HEADS = st.sampled_from(
    [
        *("Content-Type: multipart/related;", " boundary=b", ' boundary="b";', " boundary*0*=utf-8''b;", " charset=x"),
        *("\n", "\n\n--b\n", "Content-Type: text/html", "; charset=base64", " boundary*" + "9" * 5000 + "=b", ";"),
        *(
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "<p>x=",
            "Date: 99",
            "\xff",
        ),
    ]
)


@given(st.lists(HEADS, max_size=15))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_web_archive_is_a_page_or_refused_and_nothing_else(heads: list[str]) -> None:
    is_page_or_refusal(("MIME-Version: 1.0\nContent-Type: multipart/related;" + "".join(heads)).encode("latin-1"))


@given(data=st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_word_file_spoiled_anywhere_is_a_page_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = docx_from("# Overskrift\n\n1. en\n2. to\n\n| a | b |\n| c | d |\n\n[link: https://example.org/ x] y")
    name = data.draw(st.sampled_from([BODY, TYPES, RELATIONS, "word/styles.xml", "word/numbering.xml", "_rels/.rels"]))
    part = bytearray(part_of(content, name))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=3))
    is_page_or_refusal(repacked(content, {name: bytes(part)}))
    whole = bytearray(content)
    whole[data.draw(st.integers(2, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    is_page_or_refusal(bytes(whole))
