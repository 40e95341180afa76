"""The workbook of convictions: its three sheets, and that its numbers are those of the tally."""

from __future__ import annotations

import datetime as dt

import pytest

from documents.sheets import ReadSheet, part, read_back
from exports.shown import DAY
from kom_rulings.exports.convictions_xlsx import convictions_xlsx
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, shown_cases
from kom_rulings.tallies import tally
from kom_rulings.wording import Language


def made(register: Register, tables: Tables, language: Language = "nb", audience: Audience = "public") -> bytes:
    return convictions_xlsx(shown_cases(register, DAY, audience), tally(register, DAY), tables, language, audience)


def column(sheet: ReadSheet, head: str) -> list[object]:
    at = sheet.rows[0].index(head)
    return [row[at] for row in sheet.rows[1:]]


def test_a_conviction_has_typed_cells_and_its_instances_in_one(bundled: Register, tables: Tables) -> None:
    cases = read_back(made(bundled, tables))[0]
    lime = next(row for row in cases.rows if row[-1] == "lime-saken")
    assert dict(zip(cases.rows[0], lime, strict=True)) == {
        "Nr.": 1,
        "År": 2021,
        "Sak": "Lime-saken – tvangsarbeid i dagligvarekjede",
        "Domstol, dato og referanse": (
            "Oslo tingrett, 22. juni 2018 (TOSLO-2015-105037-2)\n"
            "Høyesteretts ankeutvalg, 7. mars 2019 (HR-2019-469-U)\n"
            "Borgarting lagmannsrett, 10. september 2021 (LB-2018-102939-2)"
        ),
        "Utnyttelse": "tvangsarbeid",
        "Ofre": 10,
        "Ofre under 18 år": "ikke kjent",
        "Domfelte": "minst 1",
        "Høyeste straff": "8 år",
        "Høyeste straff i måneder": 96,
        "Rettskraftig": "ja",
        "Saks-ID": "lime-saken",
    }


def test_every_conviction_of_the_tally_has_its_row_and_no_cell_is_blank(bundled: Register, tables: Tables) -> None:
    cases = read_back(made(bundled, tables))[0]
    assert sorted(map(str, column(cases, "Saks-ID"))) == sorted(tally(bundled, DAY).convictions.total.cases)
    assert all(value not in ("", None) for row in cases.rows for value in row)


def test_the_numbers_are_those_of_the_tally_and_each_table_sums(bundled: Register, tables: Tables) -> None:
    numbers = read_back(made(bundled, tables))[1]
    counted = tally(bundled, DAY)
    by_level = [row for row in numbers.rows if row[0] == "Domfellelser etter domstolsnivå"]
    *groups, total, not_counted = by_level
    assert total[1:] == ["Totalt", counted.convictions.total.count, counted.convictions.final.count, 4]
    assert [sum(int(str(row[n])) for row in groups) for n in (2, 3, 4)] == total[2:]
    assert not_counted[1:3] == ["Ikke regnet med, dato ukjent", counted.convictions.not_counted.count]


def test_the_last_sheet_tells_the_date_for_whom_and_how_it_is_counted(bundled: Register, tables: Tables) -> None:
    about = read_back(made(bundled, tables))[2].told
    assert about["Per dato"] == DAY
    assert about["Laget for"] == "allmennheten"
    assert about["Fellende saker som er regnet med, men ikke kan vises"] == 0
    assert str(about["Hvordan sakene regnes"]).startswith("En sak regnes én gang.")


def test_a_case_that_may_not_be_shown_is_counted_and_has_no_row(bundled: Register, tables: Tables) -> None:
    hidden = tuple(
        case.model_copy(update={"visibility": "internal"}) if case.id == "lime-saken" else case
        for case in bundled.cases
    )
    package = made(Register(hidden), tables)
    assert "Lime" not in part(package, "xl/sharedStrings.xml")
    assert read_back(package)[2].told["Fellende saker som er regnet med, men ikke kan vises"] == 1


@pytest.mark.parametrize(
    ("language", "names"), [("nb", ["Domfellelser", "Tall", "Om"]), ("en", ["Convictions", "Numbers", "About"])]
)
def test_sheets_are_named_in_the_language(
    bundled: Register, tables: Tables, language: Language, names: list[str]
) -> None:
    assert [sheet.name for sheet in read_back(made(bundled, tables, language))] == names


def test_the_same_records_give_the_same_bytes(bundled: Register, tables: Tables) -> None:
    assert made(bundled, tables) == made(bundled, tables)


def test_without_convictions_the_sheets_are_there_all_the_same(tables: Tables) -> None:
    day = dt.date(2003, 12, 31)
    package = convictions_xlsx([], tally(Register(()), day), tables, "nb", "public")
    cases, numbers, about = read_back(package)
    assert len(cases.rows) == 1
    assert ["Domfellelser etter domstolsnivå", "Totalt", 0, 0, 0] in numbers.rows
    assert ["Per dato", day] in about.rows
