"""Workbooks read back from their package: typed cells, set-up for filtering and printing, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import os
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.sheets import part, read_back
from kom_rulings.documents.cells import LONGEST, Value, cell_text, within
from kom_rulings.documents.workbook import Properties, Sheet, sheet_name, workbook

ABOUT = Properties("Fellende saker & annet", "Per 31. desember 2021", "KOM", dt.date(2021, 12, 31), "nb")
SHEET = Sheet(
    "Saker",
    ("Sak", "Ofre", "Måneder", "Dato"),
    (("Lime-saken", 10, 96, dt.date(2021, 9, 10)), ("Ukjent", "ikke kjent", 2.5, "juni 2018 (dagen er ikke kjent)")),
    (20, 8, 8, 12),
)


def rows(*cells: Value) -> list[list[object]]:
    sheet = Sheet("A", tuple("abcdefgh"[: len(cells)]), (cells,), (10,) * len(cells))
    return read_back(workbook([sheet], ABOUT))[0].rows


def test_cells_keep_their_type() -> None:
    assert read_back(workbook([SHEET], ABOUT))[0].rows == [
        ["Sak", "Ofre", "Måneder", "Dato"],
        ["Lime-saken", 10, 96, dt.date(2021, 9, 10)],
        ["Ukjent", "ikke kjent", 2.5, "juni 2018 (dagen er ikke kjent)"],
    ]


def test_the_head_is_frozen_filtered_and_repeated_in_print() -> None:
    package = workbook([SHEET], ABOUT)
    xml = read_back(package)[0].xml
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in xml
    assert '<autoFilter ref="A1:D3"/>' in xml
    assert "Saker!$A:$A,Saker!$1:$1" in part(package, "xl/workbook.xml")


def test_the_sheet_is_printed_across_a4_with_title_and_page_numbers() -> None:
    xml = read_back(workbook([SHEET], ABOUT))[0].xml
    assert '<pageSetUpPr fitToPage="1"/>' in xml
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in xml
    assert "<oddHeader>&amp;LFellende saker &amp;&amp; annet</oddHeader>" in xml
    assert "<oddFooter>&amp;RSide &amp;P av &amp;N</oddFooter>" in xml


def test_a_table_too_wide_for_a_page_goes_over_several() -> None:
    wide = replace(SHEET, widths=(200, 200, 200, 100))
    assert 'fitToWidth="3" fitToHeight="0"' in read_back(workbook([wide], ABOUT))[0].xml


def test_no_cells_are_merged() -> None:
    assert "mergeCell" not in read_back(workbook([SHEET], ABOUT))[0].xml


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "https://x.no", "mailto:a@b.no", "1", "1e5"])
def test_text_is_never_a_formula_a_link_or_a_number(words: str) -> None:
    package = workbook([Sheet("A", ("a",), ((words,),), (10,))], ABOUT)
    assert read_back(package)[0].rows[1] == [words]
    assert "hyperlink" not in read_back(package)[0].xml


def test_properties_tell_of_the_date_and_the_unit_and_of_nothing_else() -> None:
    core = part(workbook([SHEET], ABOUT), "docProps/core.xml")
    for tag, words in (("dc:title", "Fellende saker &amp; annet"), ("dc:creator", "KOM"), ("cp:lastModifiedBy", "KOM")):
        assert f"<{tag}>{words}</{tag}>" in core
    assert core.count("2021-12-31T00:00:00Z") == 2


def test_the_same_tables_give_the_same_bytes_whatever_the_clock_and_the_time_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = workbook([SHEET], ABOUT)
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
        assert workbook([SHEET], ABOUT) == first
    finally:
        monkeypatch.undo()
        time.tzset()
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_controls_are_dropped_and_lines_are_kept() -> None:
    assert rows("a\x00b\x1b\r\nc\u202ed\ud800")[1] == ["ab\ncd"]


def test_what_looks_like_an_escape_of_excel_stays_as_it_is() -> None:
    strings = part(workbook([Sheet("A", ("a",), (("_x000D_",),), (9,))], ABOUT), "xl/sharedStrings.xml")
    assert "_x005F_x000D_" in strings


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    (cell,) = rows("😀" * 100_000)[1]
    assert isinstance(cell, str)
    assert cell.endswith("😀 … (avkortet: teksten er lengre enn en celle kan romme)")
    assert LONGEST - 2 <= len(cell.encode("utf-16-le")) // 2 <= LONGEST


def test_a_text_that_fits_is_left_alone() -> None:
    assert within("a" * LONGEST, "…") == "a" * LONGEST
    assert within("a" * (LONGEST + 1), "…") == "a" * (LONGEST - 1) + "…"


@given(st.text(max_size=40))
def test_any_text_comes_back_as_the_text_of_a_cell(words: str) -> None:
    assert rows(words, "x")[1] == [cell_text(words), "x"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Saker", "Saker"),
        ("A/B: [c]*?", "A B   c"),
        ("'sitert'", "sitert"),
        ("history", "history 2"),
        ("", "1"),
        ("x" * 40, "x" * 31),
        ("\n", "1"),
    ],
)
def test_a_name_of_a_sheet_is_one_that_excel_takes(words: str, name: str) -> None:
    assert sheet_name(words, set()) == name


def test_two_sheets_of_one_name_are_told_apart() -> None:
    taken: set[str] = set()
    assert [sheet_name(words, taken) for words in ("Saker", "SAKER", "x" * 31, "x" * 40)] == [
        *("Saker", "SAKER 2", "x" * 31, "x" * 29 + " 2")
    ]


def test_an_empty_table_still_has_its_head_and_filter() -> None:
    sheet = read_back(workbook([replace(SHEET, rows=())], ABOUT))[0]
    assert sheet.rows == [["Sak", "Ofre", "Måneder", "Dato"]]
    assert '<autoFilter ref="A1:D1"/>' in sheet.xml
