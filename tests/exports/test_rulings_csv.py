"""The CSV file: how it is written for each language, that cells come back, and that none is taken for a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.shown import one_case, titled
from kom_rulings.documents.cells import cell_text
from kom_rulings.exports.rulings_csv import harmless, rulings_csv, table_csv
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import shown_cases

_FORMULA_SIGNS = set("=+-@\t\r=+-@﹦﹢﹣﹫−")
_SOME = ["court", "date", "victims", "sentence_months", "references"]


def read(content: bytes, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_norwegian_file_has_a_mark_semicolons_commas_and_cr_lf(tables: Tables) -> None:
    assert rulings_csv([one_case()], tables, "nb", _SOME).decode("utf-8") == (
        '\ufeff"Domstol";"Dato";"Ofre";"Høyeste straff i måneder";"Referanser"\r\n'
        '"Oslo tingrett";"juni 2018 (dagen er ikke kjent)";3;24,5;"TOSLO-2015-105037-2"\r\n'
        '"Borgarting lagmannsrett";"2019-05-02";3;"ikke kjent";"LB-2018-102939-2"\r\n'
    )


def test_the_english_file_has_commas_and_a_point(tables: Tables) -> None:
    assert rulings_csv([one_case()], tables, "en", _SOME).decode("utf-8-sig").splitlines()[1] == (
        '"Oslo District Court","June 2018 (day not known)",3,24.5,"TOSLO-2015-105037-2"'
    )


def test_without_cases_the_heads_are_left(tables: Tables) -> None:
    assert len(read(rulings_csv([], tables, "nb"))) == 1


def test_the_bundled_rulings_read_as_their_golden_text(
    bundled: Register, tables: Tables, snapshot: Callable[[str, str], None]
) -> None:
    shown = [one for one in shown_cases(bundled, dt.date(2021, 12, 31), "public") if one.case.id in _FEW]
    snapshot("rulings-2021-3-nb.csv.txt", rulings_csv(shown, tables, "nb").decode("utf-8-sig").replace("\r\n", "\n"))


_FEW = ("lime-saken", "rantsev", "une-n1611201107")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+47 22", "'+47 22"),
        ("-sak", "'-sak"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=1", "'=1"),
        ("−1", "'−1"),
        (" =1", "' =1"),
        ("\u200b=1", "'\u200b=1"),
        ("\u00a0\ufeff@a", "'\u00a0\ufeff@a"),
        ("a=1", "a=1"),
        ("", ""),
        ("§ 257", "§ 257"),
    ],
)
def test_what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(words: str, written: str) -> None:
    assert harmless(words) == written


@given(st.text(max_size=60))
def test_any_text_comes_back_as_one_cell_that_is_no_formula(words: str) -> None:
    for language, delimiter in (("nb", ";"), ("en", ",")):
        content = table_csv([(words, 7, "etter")], language)  # type: ignore[arg-type]
        ((cell, number, after),) = read(content, delimiter)
        assert cell == harmless(cell_text(words))
        assert cell[:1] not in _FORMULA_SIGNS
        assert (number, after) == ("7", "etter")


def test_a_negative_number_stays_a_number() -> None:
    assert table_csv([(-3, -2.5)], "nb") == b"\xef\xbb\xbf-3;-2,5\r\n"


@pytest.mark.parametrize(
    "title", ['Han sa "nei"; og gikk', "To\nlinjer", "a,b;c\td", "\u202eSnudd", "=cmd|' /C calc'!A0"]
)
def test_a_title_breaks_neither_line_nor_cell(title: str, tables: Tables) -> None:
    found = read(rulings_csv([titled(title)], tables, "nb", ["title", "case"]))
    assert found[1] == [harmless(cell_text(title)), "en-sak"]


def test_the_file_is_the_same_on_every_machine(tables: Tables, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = rulings_csv([one_case()], tables, "nb")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.chdir(tmp_path)
    assert rulings_csv([one_case()], tables, "nb") == first
