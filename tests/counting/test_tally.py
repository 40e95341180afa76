"""The tally of the bundled records, its JSON shape, its tables, and the figures that have been published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.errors import TableDoesNotSum
from kom_rulings.names import CaseId
from kom_rulings.records import Case, Register
from kom_rulings.tables import Cell, Row, Table
from kom_rulings.tallies import tally
from kom_rulings.tallies.published import compare, read_figures

ROOT = Path(__file__).parents[2]


def ids(*names: str) -> Cell:
    return Cell(tuple(CaseId(name) for name in names))


def test_lime_and_hedmarken_become_final_in_the_third_tertial_of_2021(bundled: Register) -> None:
    before, after = tally(bundled, dt.date(2021, 10, 31)), tally(bundled, dt.date(2021, 12, 31))
    assert "lime-saken" in before.convictions.not_final.cases
    assert "lime-saken" in after.convictions.final.cases
    assert "thedm-2020-52736" in before.acquittals.not_final.cases
    assert "thedm-2020-52736" in after.acquittals.final.cases


def test_a_number_comes_with_its_cases_when_asked(bundled: Register) -> None:
    explained = tally(bundled, dt.date(2017, 12, 31)).as_json(explain=True)
    convictions = explained["convictions"]
    assert isinstance(convictions, dict)
    assert convictions["by_court_level"]["hoyesterett"] == {
        "count": 5,
        "cases": [
            "hr-2016-2491-a",
            "hr-2017-1124-a-gartneri",
            "rt-2006-111-trondheim",
            "rt-2013-1247-au-pair-oslo",
            "rt-2013-39-litauiske-barn-tyveri",
        ],
    }


def test_the_json_has_the_shape_that_is_promised(bundled: Register) -> None:
    plain = tally(bundled, dt.date(2021, 12, 31)).as_json()
    convictions = plain["convictions"]
    assert plain["as_of"] == "2021-12-31"
    assert isinstance(convictions, dict)
    assert {"total", "final", "not_final", "with_minors", "by_exploitation", "by_court_level", "by_year"} <= set(
        convictions
    )
    assert list(convictions["by_exploitation"]) == ["sexual", "labour", "both", "other", "unknown"]
    assert set(convictions["by_court_level"]) >= {"tingrett", "lagmannsrett", "hoyesterett"}
    for breakdown in ("by_exploitation", "by_court_level", "by_year", "by_minors"):
        assert sum(convictions[breakdown].values()) == convictions["total"]
    assert {"undecided", "acquittals", "echr", "immigration"} <= set(plain)


def test_what_cannot_be_dated_is_listed_beside_the_tables(bundled: Register) -> None:
    counted = tally(bundled, dt.date(2024, 12, 31))
    assert "eiker-modum-sigdal-vietnam" in counted.convictions.not_counted.cases
    assert "lb-2013-100192" in counted.not_counted.cases
    assert counted.convictions.table("year", "t").not_counted == counted.convictions.not_counted


def test_a_grand_chamber_judgment_stands_in_place_of_the_chambers(bundled: Register) -> None:
    chamber, grand = tally(bundled, dt.date(2019, 1, 1)).echr, tally(bundled, dt.date(2020, 12, 31)).echr
    assert "sm-v-croatia" in chamber.total.cases
    assert grand.total.cases.count(CaseId("sm-v-croatia")) == 1


def test_a_finding_for_one_state_is_counted_for_that_state_only(bundled: Register) -> None:
    by_state = tally(bundled, dt.date(2024, 12, 31)).echr.by_state
    assert by_state["IT"]["violation"].cases == ("ai-v-italy", "m-and-others")
    assert "m-and-others" in by_state["BG"]["inadmissible"].cases


def test_immigration_cases_are_counted_by_their_latest_decision(bundled: Register) -> None:
    counted = tally(bundled, dt.date(2024, 12, 31)).immigration
    assert {key: cell.count for key, cell in counted.by_result.items() if cell.count} == {
        "granted": 1,
        "invalid": 1,
        "valid": 2,
    }
    assert counted.not_counted.cases == ("une-albania-flyktningstatus",)
    assert counted.by_permit["witness"]["valid"].cases == ("lb-2015-82734",)


def test_sentences_are_the_highest_per_case_in_the_standing_ruling(bundled: Register) -> None:
    sentences = tally(bundled, dt.date(2021, 12, 31)).sentences.as_json(explain=False)
    assert sentences["imprisonment"] == {"known": 6, "median_months": 57, "lowest_months": 34, "highest_months": 96}
    assert sentences["redress"] == {"known": 2, "median_nok": 150000, "lowest_nok": 100000, "highest_nok": 200000}


def test_published_figures_are_compared_on_their_own_day(bundled: Register) -> None:
    figures, problems = read_figures(ROOT)
    comparisons = compare(figures, bundled)
    assert problems == []
    assert [one.as_of.isoformat() for one in comparisons] == ["2019-04-30", "2024-12-31"]
    assert [one.lacking for one in comparisons] == [37, 44]
    assert comparisons[0].as_json()["figures"] == {
        "total": {"published": 47, "records": 10, "missing": 37},
        "final": {"published": 45, "records": 5, "missing": 40},
        "minors": {"published": 13, "records": 4, "missing": 9},
        "sexual": {"published": 36, "records": 5, "missing": 31},
        "labour": {"published": 11, "records": 5, "missing": 6},
    }


def test_a_workspace_without_published_figures_compares_nothing(records_of: Callable[[dict[str, str]], Path]) -> None:
    assert read_figures(records_of({})) == ([], [])


@pytest.mark.parametrize("rows", [("a",), ("a", "b", "c"), ("a", "a")])
def test_a_table_that_does_not_sum_cannot_be_made(rows: tuple[str, ...]) -> None:
    cells = tuple(Row(name, name, (ids(name),)) for name in rows)
    with pytest.raises(TableDoesNotSum):
        Table("t", "T", "Head", ("Total",), cells, Row("total", "Total", (ids("a", "b"),)))


def test_an_undated_last_word_takes_an_immigration_case_out_of_the_table(make_case: Callable[..., Case]) -> None:
    text = (
        "kind: immigration\ntitle: {nb: Sak}\nexploitation: unknown\nrulings:\n"
        "  - {court: Utlendingsnemnda, instance: une, date: 2015-01-01, outcome: rejected}\n"
        "  - {court: unknown, instance: tingrett, date: unknown, outcome: invalid}\n"
    )
    counted = tally(Register((make_case(text, kind="immigration"),)), dt.date(2020, 1, 1)).immigration
    assert (counted.total.count, counted.not_counted.cases) == (0, ("a",))


def test_an_undated_last_word_takes_an_echr_case_out_of_the_table(make_case: Callable[..., Case]) -> None:
    text = (
        "kind: echr\ntitle: {nb: Sak}\nexploitation: unknown\napplications: [1/01]\nrespondents: [GR]\nrulings:\n"
        "  - {court: EMD, instance: echr_chamber, date: 2015-01-01, document: JUD}\n"
        "  - {court: EMD, instance: echr_grand_chamber, date: unknown, document: JUD}\n"
    )
    counted = tally(Register((make_case(text, kind="echr"),)), dt.date(2020, 1, 1)).echr
    assert (counted.total.count, counted.not_counted.cases) == (0, ("a",))
