"""The gate: a sound document passes, each of the twenty points is broken in every way that is known, and is caught."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace

import pytest

from documents.breaks import BODY, BROKEN, BROKEN_WITH_OTHERS, CORE, OUTLINE, SOUND
from kom_rulings.documents.accessibility import POINTS, check_docx, require_accessible
from kom_rulings.documents.accessibility.contrast import contrast
from kom_rulings.documents.accessibility.faults import FAULTS
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import (
    Heading,
    Paragraph,
    text,
)
from kom_rulings.documents.word import render
from kom_rulings.errors import DocumentNotRead, NotAccessible
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.wording import Language
from overview.test_outline import overview

EMPTY_CELL_EN = (
    "Point 8 (No merged, nested or empty cells): A cell is empty. Where: table 1, “Domfellelser etter år”, row 3, "
    "column 2. Write 0, “none” or “not known”."
)
EMPTY_CELL_NB = (
    "Punkt 8 (Ingen sammenslåtte, nøstede eller tomme celler): En celle er tom. Sted: tabell 1, «Domfellelser etter "
    "år», rad 3, kolonne 2. Skriv 0, «ingen» eller «ikke kjent»."
)


def changed(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The document with one change in one of its parts; a change that changes nothing is a defect of the test."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                said, times = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert times, f"{pattern} is not in {part}"
                data = said.encode()
            after.writestr(name, data)
    return stream.getvalue()


def codes(content: bytes) -> set[str]:
    return {failure.code for failure in check_docx(content)}


@pytest.fixture(scope="module")
def sound() -> bytes:
    return render(OUTLINE)


def test_a_sound_document_has_no_failure(sound: bytes) -> None:
    assert [failure.message("en") for failure in check_docx(sound)] == []
    require_accessible(sound)


@pytest.mark.parametrize(("code", "change"), BROKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_each_point_that_is_broken_is_caught(sound: bytes, code: str, change: tuple[str, str, str]) -> None:
    failures = check_docx(changed(sound, *change))
    assert {failure.code for failure in failures} == {code}
    with pytest.raises(NotAccessible) as caught:
        require_accessible(changed(sound, *change))
    assert [failure.point for failure in caught.value.failures] == [failure.point for failure in failures]


@pytest.mark.parametrize(("code", "change"), BROKEN_WITH_OTHERS)
def test_what_breaks_several_points_is_caught_too(sound: bytes, code: str, change: tuple[str, str, str]) -> None:
    assert code in codes(changed(sound, *change))


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_what_only_looks_like_a_failure_passes(sound: bytes, change: tuple[str, str, str]) -> None:
    assert [failure.message("en") for failure in check_docx(changed(sound, *change))] == []


def test_every_fault_of_a_word_file_is_shown_broken_and_every_point_has_one() -> None:
    elsewhere = {"locked", "contents-missing", "language-not-written"}
    shown = {code for code, _ in (*BROKEN, *BROKEN_WITH_OTHERS)} | elsewhere
    assert shown == {code for code in FAULTS if not code.startswith("pdf-")}
    assert {FAULTS[code].point for code in shown} == set(POINTS) == set(range(1, 21))


def test_a_long_document_needs_a_table_of_contents() -> None:
    chapters = (Heading(2, f"Kapittel {n}", f"chapter-{n}") for n in range(10))
    blocks = (*OUTLINE.blocks[:2], *chapters, *OUTLINE.blocks[-1:])
    assert codes(render(replace(OUTLINE, blocks=blocks))) == {"contents-missing"}
    assert codes(render(replace(OUTLINE, blocks=(*blocks[:8], blocks[-1])))) == set()


def test_a_document_in_another_language_than_it_says_is_told_of_once(sound: bytes) -> None:
    english = "The court found that he was not a victim of trafficking, and that there had been no violation. " * 5
    blocks = (*OUTLINE.blocks[:2], *(Paragraph(text(english)) for _ in range(9)))
    assert [failure.code for failure in check_docx(render(replace(OUTLINE, blocks=blocks)))] == ["language-not-written"]


def test_a_file_with_a_password_fails_point_18() -> None:
    assert [failure.point for failure in check_docx(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)] == [18]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", EMPTY_CELL_EN),
        ("nb", EMPTY_CELL_NB),
    ],
)
def test_a_failure_says_what_is_wrong_where_and_how_it_is_mended(
    sound: bytes, language: Language, expected: str
) -> None:
    failures = check_docx(changed(sound, BODY, ">4</w:t>", "> </w:t>"))
    assert [failure.message(language) for failure in failures] == [expected]


def test_all_failures_are_told_at_once(sound: bytes) -> None:
    broken = changed(changed(sound, BODY, ">4</w:t>", "> </w:t>"), CORE, "<dc:title>.*?<", "<dc:title><")
    with pytest.raises(NotAccessible) as caught:
        require_accessible(broken)
    assert caught.value.params["points"] == "1, 8"
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        b"PK\x03\x04broken",
        pytest.param(None, id="a zip without a document"),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes | None) -> None:
    if content is None:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as file:
            file.writestr("a.txt", "b")
        content = stream.getvalue()
    with pytest.raises(DocumentNotRead):
        check_docx(content)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document',
        '<!DOCTYPE w:document SYSTEM "https://example.org/x.dtd"><w:document',
        '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document',
    ],
)
def test_entities_and_document_types_are_refused(sound: bytes, declared: str) -> None:
    with pytest.raises(DocumentNotRead):
        check_docx(changed(sound, BODY, "<w:document", declared))


def test_a_file_that_unpacks_beyond_all_bounds_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(2_001):
            file.writestr(f"{n}.xml", "")
    with pytest.raises(DocumentNotRead):
        check_docx(stream.getvalue())


@pytest.mark.parametrize(
    ("ink", "paper", "ratio"),
    [("000000", "FFFFFF", 21.0), ("FFFFFF", "FFFFFF", 1.0), ("777777", "FFFFFF", 4.48), ("767676", "FFFFFF", 4.54)],
)
def test_contrast_is_that_of_wcag(ink: str, paper: str, ratio: float) -> None:
    assert contrast(ink, paper) == contrast(paper, ink) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("tertial", "language"), [("2021-3", "nb"), ("2021-3", "en"), ("2022-1", "nb"), ("2007-1", "nb"), ("2003-1", "nb")]
)
def test_every_edition_passes(bundled: Register, tables: Tables, tertial: str, language: Language) -> None:
    failures = check_docx(render(overview(bundled, tables, tertial, language)))
    assert [failure.message("en") for failure in failures] == []


def test_the_gate_is_linear_in_the_document() -> None:
    def seconds(times: int) -> float:
        content = render(numbered(replace(OUTLINE, blocks=(*OUTLINE.blocks[:3], *OUTLINE.blocks[3:] * times))))
        return min(_seconds(content) for _ in range(3))

    assert seconds(160) < 24 * seconds(20)


def _seconds(content: bytes) -> float:
    begun = time.perf_counter()
    check_docx(content)
    return time.perf_counter() - begun
