"""Each counting rule of docs/counting.md in a test of its own name."""

from __future__ import annotations

import datetime as dt

import pytest

from counting.histories import case, defendant, ruling, victims
from kom_rulings.counting import exploitation_category, status, with_minors
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Reference


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


CONVICTED = ruling("tingrett", "2015-03-02", "convicted")
LATE = day("2030-01-01")


def test_only_rulings_dated_on_or_before_the_day_exist() -> None:
    one = case(CONVICTED)
    assert status(one, day("2015-03-01")).state == "not_begun"
    assert status(one, day("2015-03-02")).state == "convicted"


@pytest.mark.parametrize(
    ("date", "last_day_before", "first_day"),
    [
        ("2019-04", "2019-04-29", "2019-04-30"),
        ("2019-12", "2019-12-30", "2019-12-31"),
        ("2019", "2019-12-30", "2019-12-31"),
        ("2020-02", "2020-02-28", "2020-02-29"),
    ],
)
def test_a_month_or_a_year_counts_from_its_last_day(date: str, last_day_before: str, first_day: str) -> None:
    one = case(ruling("tingrett", date, "convicted"))
    assert status(one, day(last_day_before)).state == "not_begun"
    assert status(one, day(first_day)).state == "convicted"


def test_a_ruling_without_a_date_exists_from_the_next_dated_ruling() -> None:
    one = case(ruling("lagmannsrett", "unknown", "acquitted"), ruling("hoyesterett", "2011-09-01", "upheld"))
    assert status(one, day("2011-08-31")).state == "not_begun"
    assert status(one, day("2011-09-01")).state == "acquitted"


def test_a_ruling_without_a_date_keeps_its_year_unknown_when_it_stands() -> None:
    one = case(
        ruling("lagmannsrett", "unknown", "convicted"), ruling("ankeutvalg", "2021-02-19", "appeal_not_admitted")
    )
    counted = status(one, day("2021-02-19"))
    assert counted.standing is not None
    assert (counted.state, counted.standing.year, counted.standing.final) == ("convicted", None, True)


def test_a_last_word_without_a_date_is_not_counted_and_not_dropped() -> None:
    counted = status(case(ruling("tingrett", "unknown", "convicted")), LATE)
    assert (counted.state, counted.would_be) == ("not_counted", "convicted")


def test_a_last_word_without_a_date_leaves_earlier_days_as_they_were() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "unknown", "acquitted"))
    assert status(one, day("2015-03-01")).state == "not_begun"
    assert status(one, day("2015-03-02")).state == "not_counted"


def test_a_last_word_without_a_date_is_not_there_before_it_can_have_been_given() -> None:
    bound = case(ruling("tingrett", "unknown", "convicted", not_before="2016-09"))
    assert status(bound, day("2016-08-31")).state == "not_begun"
    assert status(bound, day("2016-09-01")).state == "not_counted"


def test_no_ruling_is_given_before_the_year_in_its_reference() -> None:
    of_2014 = case(ruling("lagmannsrett", "unknown", "convicted", references=(Reference.parse("LF-2014-39428"),)))
    assert status(of_2014, day("2013-12-31")).state == "not_begun"
    assert status(of_2014, day("2014-01-01")).state == "not_counted"


def test_a_case_counts_by_its_dated_ruling_until_the_undated_one_can_exist() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "unknown", "acquitted", not_before="2017"))
    assert status(one, day("2016-12-31")).state == "convicted"
    assert status(one, day("2017-01-01")).state == "not_counted"


def test_a_case_without_any_date_is_not_counted_whatever_its_outcome() -> None:
    assert status(case(ruling("lagmannsrett", "unknown", "unknown")), LATE).state == "not_counted"


def test_a_ruling_set_aside_leaves_the_case_undecided() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2016-01-10", "set_aside"))
    assert status(one, day("2016-01-09")).state == "convicted"
    assert status(one, day("2016-01-10")).state == "undecided"


def test_a_conviction_set_aside_and_tried_again_counts_by_the_new_ruling() -> None:
    one = case(
        CONVICTED, ruling("lagmannsrett", "2016-01-10", "set_aside"), ruling("tingrett", "2017-05-05", "acquitted")
    )
    counted = status(one, LATE)
    assert counted.standing is not None
    assert (counted.state, counted.standing.year) == ("acquitted", 2017)


def test_an_acquittal_on_appeal_takes_the_place_of_the_conviction() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2016-06-06", "acquitted"))
    assert status(one, day("2016-06-05")).state == "convicted"
    assert status(one, day("2016-06-06")).state == "acquitted"


def test_a_conviction_on_appeal_after_an_acquittal_counts_at_the_court_of_appeal() -> None:
    one = case(ruling("tingrett", "2015-03-02", "acquitted"), ruling("lagmannsrett", "2016-06-06", "convicted"))
    counted = status(one, LATE)
    assert counted.standing is not None
    assert (counted.state, counted.standing.court_level) == ("convicted", "lagmannsrett")


@pytest.mark.parametrize("outcome", ["upheld", "sentence_changed"])
def test_a_higher_court_that_upholds_gives_the_standing_ruling(outcome: str) -> None:
    one = case(CONVICTED, ruling("hoyesterett", "2017-06-07", outcome))
    counted = status(one, LATE)
    assert counted.standing is not None
    assert (counted.state, counted.standing.court_level, counted.standing.year) == ("convicted", "hoyesterett", 2017)


def test_hoyesterett_is_final_on_its_day() -> None:
    one = case(CONVICTED, ruling("hoyesterett", "2017-06-07", "upheld"))
    counted = status(one, day("2017-06-07"))
    assert counted.standing is not None
    assert counted.standing.final_since == day("2017-06-07")


def test_hoyesterett_that_sets_aside_leaves_nothing_standing() -> None:
    one = case(CONVICTED, ruling("hoyesterett", "2017-06-07", "set_aside"))
    assert status(one, LATE).standing is None


@pytest.mark.parametrize("outcome", ["appeal_withdrawn", "appeal_not_admitted"])
def test_an_appeal_that_ends_without_a_ruling_gives_legal_force_and_decides_nothing(outcome: str) -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2015-08-20", outcome))
    before, after = status(one, day("2015-08-19")), status(one, day("2015-08-20"))
    assert before.standing is not None
    assert after.standing is not None
    assert (before.standing.final, after.standing.final) == (False, True)
    assert after.standing.court_level == "tingrett"


def test_legal_force_dated_after_the_day_is_not_yet_there() -> None:
    one = case(ruling("lagmannsrett", "2021-09-10", "convicted", final="2021-12"))
    before, after = status(one, day("2021-12-30")), status(one, day("2021-12-31"))
    assert before.standing is not None
    assert after.standing is not None
    assert (before.standing.final, after.standing.final) == (False, True)


def test_legal_force_of_unknown_date_is_not_final() -> None:
    counted = status(case(ruling("tingrett", "2015-03-02", "convicted", final="unknown")), LATE)
    assert counted.standing is not None
    assert not counted.standing.final


def test_one_convicted_of_two_defendants_makes_one_conviction() -> None:
    two = (defendant("a", "acquitted"), defendant("b", "convicted"))
    one = case(CONVICTED, ruling("lagmannsrett", "2016-06-06", "upheld", defendants=two))
    assert status(one, LATE).state == "convicted"


def test_defendants_all_acquitted_on_an_upheld_appeal_speak_for_themselves() -> None:
    upheld = ruling("lagmannsrett", "2016-06-06", "upheld", defendants=(defendant("a", "acquitted"),))
    assert status(case(upheld), LATE).state == "acquitted"


def test_to_uphold_what_is_not_known_decides_nothing() -> None:
    assert status(case(ruling("hoyesterett", "2016-06-06", "upheld")), LATE).state == "undecided"


def test_of_several_rulings_on_one_day_the_last_in_the_case_stands() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2015-03-02", "acquitted"))
    assert status(one, day("2015-03-02")).state == "acquitted"


def test_remand_and_procedure_decide_nothing() -> None:
    one = case(ruling("lagmannsrett", "2011-07-07", "not_on_guilt"))
    assert status(one, LATE).state == "undecided"


def test_a_ruling_of_unknown_outcome_leaves_what_stood() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2016-06-06", "unknown"))
    assert status(one, LATE).state == "convicted"


@pytest.mark.parametrize(
    ("forms", "category"),
    [
        (("sexual",), "sexual"),
        (("forced_labour",), "labour"),
        (("begging",), "labour"),
        (("crime", "forced_services"), "labour"),
        (("sexual", "forced_labour"), "both"),
        (("begging", "sexual"), "both"),
        (("war_service",), "other"),
        (("organ_removal", "war_service"), "other"),
        (("organ_removal", "sexual"), "sexual"),
        ((), "unknown"),
        (UNKNOWN, "unknown"),
    ],
)
def test_exploitation_falls_into_one_category(forms: object, category: str) -> None:
    assert exploitation_category(case(CONVICTED, exploitation=forms)) == category


@pytest.mark.parametrize(
    ("minors", "answer"), [(0, "no"), (1, "yes"), (4, "yes"), ("some", "yes"), (UNKNOWN, "unknown")]
)
def test_minors_are_yes_no_or_unknown(minors: object, answer: str) -> None:
    assert with_minors(case(CONVICTED, victims=victims(minors))) == answer


def test_legal_force_recorded_on_the_refusal_of_leave_counts_too() -> None:
    refused = ruling("ankeutvalg", "unknown", "appeal_not_admitted", final="2015-05-01")
    counted = status(case(CONVICTED, refused), day("2015-05-01"))
    assert counted.standing is not None
    assert counted.standing.final


def test_an_acquittal_upheld_for_one_defendant_leaves_the_conviction_of_another() -> None:
    both = (defendant("a", "convicted"), defendant("b", "acquitted"))
    first = ruling("tingrett", "2015-03-02", "convicted", defendants=both)
    upheld = ruling("lagmannsrett", "2016-06-06", "upheld", defendants=(defendant("b", "acquitted"),))
    assert status(case(first, upheld), LATE).state == "convicted"
