"""The columns of rulings: their values, what is said where nothing is known, and how they are picked."""

from __future__ import annotations

import datetime as dt

import pytest

from conftest import case_from
from exports.shown import CASE, one_case, shown_of
from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.errors import UnknownField
from kom_rulings.exports.columns import COLUMNS, cells, picked
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown, shown_cases
from kom_rulings.wording import Language


def values(shown: Shown, tables: Tables, language: Language = "nb", ruling: int = 0) -> dict[str, Value]:
    rows = list(cells(COLUMNS, Describer(tables, language), [shown]))
    return dict(zip([column.key for column in COLUMNS], rows[ruling], strict=True))


def test_facts_are_said_in_the_language(tables: Tables) -> None:
    found = values(one_case(), tables)
    expected = {
        "case": "en-sak",
        "kind": "Straffesak",
        "title": "En sak",
        "year": 2019,
        "ruling": 1,
        "court": "Oslo tingrett",
        "references": "TOSLO-2015-105037-2",
        "outcome": "Domfelt",
        "defendants": "hovedmannen: domfelt for menneskehandel, 2 år og 15 dager",
        "sentence": "2 år og 15 dager",
        "sentence_months": 24.5,
        "victims": 3,
        "minors": "minst én",
        "victim_countries": "Romania",
        "counted": "fellende sak",
        "respondents": "ikke aktuelt",
        "visibility": "allmennheten",
        "summary": "Første avsnitt.",
        "summary_by": "KOM",
    }
    assert {key: found[key] for key in expected} == expected
    assert values(one_case(), tables, "en")["title"] == "A case"


def test_a_day_is_a_day_and_a_month_is_never_made_one(tables: Tables) -> None:
    assert values(one_case(), tables)["date"] == "juni 2018 (dagen er ikke kjent)"
    assert values(one_case(), tables, ruling=1)["date"] == dt.date(2019, 5, 2)


def test_what_is_not_known_is_said_and_differs_from_nought_and_from_what_cannot_be(tables: Tables) -> None:
    found = values(shown_of(case_from(CASE.replace("count: 3", "count: unknown"))), tables)
    assert (found["victims"], found["charged"], found["permits"]) == ("ikke kjent", "ikke kjent", "ikke aktuelt")
    assert values(shown_of(case_from(CASE.replace("minors: some", "minors: 0"))), tables)["minors"] == 0


def test_a_number_that_is_about_right_says_so(tables: Tables) -> None:
    about = case_from(CASE.replace("count: 3", "count: 3, approximate: yes"))
    assert values(shown_of(about), tables)["victims"] == "om lag 3"


def test_no_cell_of_the_bundled_records_is_blank(bundled: Register, tables: Tables) -> None:
    for language in ("nb", "en"):
        shown = shown_cases(bundled, dt.date(2026, 12, 31), "internal")
        for row in cells(COLUMNS, Describer(tables, language), shown):
            assert all(value != "" for value in row)


def test_a_summary_of_another_without_permission_stays_in_the_house(tables: Tables) -> None:
    assert values(one_case(), tables, ruling=1)["summary"] == "ingen"
    allowed = CASE.replace("author: Lovdata}", "author: Lovdata, permission: Tillatt av Lovdata 1. mai 2020}")
    found = values(shown_of(case_from(allowed)), tables, ruling=1)
    assert (found["summary"], found["summary_by"]) == ("Lovdatas ord.", "Lovdata; Tillatt av Lovdata 1. mai 2020")


def test_a_summary_that_tells_later_days_is_left_out(tables: Tables) -> None:
    found = values(one_case(dt.date(2018, 12, 31)), tables)
    assert found["summary"] == "utelatt: sammendraget forteller også om senere dager"
    assert "final" in found


def test_an_application_number_is_no_day(bundled: Register, tables: Tables) -> None:
    rantsev = values(shown_of(bundled.by_id["rantsev"]), tables)  # type: ignore[index]
    assert rantsev["references"] == "nr. 25965/04; ECLI:CE:ECHR:2010:0107JUD002596504"
    assert rantsev["citation"] == "Rantsev mot Kypros og Russland, nr. 25965/04"


def test_a_ruling_without_a_reference_is_not_cited_by_that_of_another(tables: Tables) -> None:
    text = CASE.replace("    references: [TOSLO-2015-105037-2]\n", "")
    assert values(shown_of(case_from(text)), tables)["citation"] == "ikke kjent"


def test_keys_and_heads_are_all_different() -> None:
    assert len({column.key for column in COLUMNS}) == len({column.head for column in COLUMNS}) == len(COLUMNS)


def test_columns_are_picked_by_key_in_the_order_asked_for() -> None:
    assert [column.key for column in picked(["date", "court", "date"])] == ["date", "court"]
    assert picked(None) == COLUMNS


def test_an_unknown_column_is_told_with_the_nearest_and_all_others() -> None:
    with pytest.raises(UnknownField) as caught:
        picked(["court", "referances"])
    assert caught.value.params["name"] == "referances"
    assert caught.value.params["nearest"] == "references"
    assert str(caught.value.params["known"]).startswith("case, kind, title")
