"""What is new in a tertial, case by case: each rule of counting that can make a change, and each that cannot."""

from __future__ import annotations

import datetime as dt

import pytest

from changes.histories import (
    echr_case,
    echr_ruling,
    immigration_case,
    immigration_ruling,
    register,
    with_facts,
)
from counting.histories import case, ruling
from kom_rulings.changes import Changes, changes, ledger_of
from kom_rulings.changes.ledger import CriminalEntry
from kom_rulings.changes.revisions import AddedLate, Figure
from kom_rulings.dates import Tertial
from kom_rulings.records import Case, CriminalCase, Register
from kom_rulings.records.criminal import LegalForce
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Reference

NOW = Tertial(2021, 3)
CONVICTED = ruling("tingrett", "2020-05-04", "convicted")


def new_in(*cases: Case, tertial: Tertial = NOW) -> Changes:
    return changes(register(*cases), tertial, None)


def since(was: Register, now: Register, tertial: Tertial = NOW) -> Changes:
    return changes(now, tertial, ledger_of(was, tertial.previous.last_day, tertial.previous))


def test_a_ruling_of_the_tertial_is_new() -> None:
    found = new_in(case(CONVICTED, ruling("lagmannsrett", "2021-09-01", "upheld")))
    assert [(one.case, one.position, one.counts_from) for one in found.rulings] == [("a", 1, None)]


@pytest.mark.parametrize("day", ["2021-08-31", "2022-01-01", "unknown", "2022"])
def test_a_ruling_of_another_tertial_or_without_a_date_is_not(day: str) -> None:
    assert new_in(case(ruling("tingrett", day, "convicted"))).rulings == ()


def test_a_ruling_of_which_only_the_year_is_known_is_new_with_its_last_day_and_says_so() -> None:
    one = case(ruling("tingrett", "2021", "convicted"))
    assert [given.counts_from for given in new_in(one).rulings] == [dt.date(2021, 12, 31)]
    assert new_in(one, tertial=Tertial(2021, 2)).rulings == ()


def test_a_month_lies_within_a_tertial_and_needs_no_word() -> None:
    assert [given.counts_from for given in new_in(case(ruling("tingrett", "2021-10", "convicted"))).rulings] == [None]


def test_a_ruling_without_a_date_comes_with_the_next_dated_one_and_says_so() -> None:
    one = case(ruling("tingrett", "unknown", "convicted"), ruling("lagmannsrett", "2021-10-05", "upheld"))
    found = [(given.position, given.counts_from) for given in new_in(one).rulings]
    assert found == [(0, dt.date(2021, 10, 5)), (1, None)]


def test_a_last_word_without_a_date_is_no_new_ruling_but_changes_how_the_case_is_counted() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "unknown", "acquitted", not_before="2021-10"))
    found = new_in(one)
    assert found.rulings == ()
    assert [(entry.before.figures["state"], entry.after.figures["state"]) for entry in found.standing] == [
        ("convicted", "not_counted")
    ]


def test_a_case_that_only_begins_to_be_possible_is_no_event_and_stands_in_the_sum() -> None:
    of_2021 = ruling("tingrett", "unknown", "convicted", references=(Reference.parse("TOSL-2021-1234"),))
    found = new_in(case(of_2021), tertial=Tertial(2021, 1))
    assert (found.rulings, found.standing, found.force) == ((), (), ())
    not_counted = next(row for row in found.reconciliation["criminal"] if row.key == "criminal_not_counted")
    assert (not_counted.new.cases, not_counted.now.count) == (("a",), 1)


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        ("acquitted", "acquitted"),
        ("set_aside", "undecided"),
        ("upheld", "convicted"),
        ("sentence_changed", "convicted"),
    ],
)
def test_a_case_is_counted_otherwise_after_the_appeal(outcome: str, after: str) -> None:
    found = new_in(case(CONVICTED, ruling("lagmannsrett", "2021-11-11", outcome)))
    assert [(one.before.figures["state"], one.after.figures["state"]) for one in found.standing] == [
        ("convicted", after)
    ]


@pytest.mark.parametrize("outcome", ["not_on_guilt", "unknown"])
def test_a_ruling_that_decides_nothing_leaves_the_count_as_it_was(outcome: str) -> None:
    found = new_in(case(CONVICTED, ruling("lagmannsrett", "2021-11-11", outcome)))
    assert (len(found.rulings), found.standing, found.force) == (1, (), ())


def test_a_case_that_is_new_has_not_changed_its_standing() -> None:
    assert new_in(case(ruling("tingrett", "2021-11-11", "convicted"))).standing == ()


def test_a_final_case_that_is_reopened_and_set_aside_is_counted_otherwise() -> None:
    final = ruling("tingrett", "2019-01-01", "convicted", final="2019-02-01")
    again = ruling("lagmannsrett", "2021-10-10", "set_aside", reopened=True)
    assert [one.after.figures["final"] for one in new_in(case(final, again)).standing] == [None]


def force_of(one: CriminalCase, tertial: Tertial = NOW) -> list[tuple[int, str, str]]:
    found = new_in(one, tertial=tertial).force
    return [(gained.position, gained.force.how, str(gained.force.date)) for gained in found]


def test_legal_force_that_is_recorded_is_gained_on_its_day() -> None:
    one = case(ruling("tingrett", "2020-05-04", "convicted", final="2021-09-20"))
    assert force_of(one) == [(0, "not_appealed", "2021-09-20")]
    assert force_of(one, Tertial(2021, 2)) == []
    assert force_of(one, Tertial(2022, 1)) == []
    assert new_in(one).standing == ()


@pytest.mark.parametrize("how", ["appeal_not_admitted", "appeal_withdrawn"])
def test_an_appeal_that_ends_gives_legal_force(how: str) -> None:
    assert force_of(case(CONVICTED, ruling("ankeutvalg", "2021-12-01", how))) == [(0, how, "2021-12-01")]


def test_the_supreme_court_is_final_on_its_day() -> None:
    assert force_of(case(CONVICTED, ruling("hoyesterett", "2021-12-01", "upheld"))) == [
        (1, "final_instance", "2021-12-01")
    ]


def test_of_two_that_give_force_on_one_day_the_one_that_tells_how_is_told() -> None:
    unknown = LegalForce.model_construct(date=ruling("tingrett", "2021-12-01", "unknown").date, how="unknown")
    first = ruling("tingrett", "2020-05-04", "convicted", legal_force=unknown)
    assert force_of(case(first, ruling("lagmannsrett", "2021-12-01", "appeal_withdrawn"))) == [
        (0, "appeal_withdrawn", "2021-12-01")
    ]


@pytest.mark.parametrize("outcome", ["appeal_withdrawn", "appeal_not_admitted"])
def test_legal_force_of_unknown_date_is_not_gained(outcome: str) -> None:
    assert force_of(case(CONVICTED, ruling("lagmannsrett", "unknown", outcome))) == []


def test_a_grand_chamber_takes_the_place_of_the_chamber() -> None:
    chamber = echr_ruling("2020-01-10", "violation")
    same = echr_case(chamber, echr_ruling("2021-10-10", "violation", instance="echr_grand_chamber"), name="same")
    other = echr_case(chamber, echr_ruling("2021-11-11", "no_violation", instance="echr_grand_chamber"), name="other")
    found = new_in(same, other)
    assert [(one.case, one.position) for one in found.rulings] == [("same", 1), ("other", 1)]
    assert [one.case for one in found.standing] == ["other"]
    total = next(row for row in found.reconciliation["others"] if row.key == "echr")
    assert not total.differs


def test_an_immigration_case_changes_with_its_latest_decision_on_the_merits() -> None:
    refused = immigration_ruling("2020-01-10", "rejected")
    found = new_in(immigration_case(refused, immigration_ruling("2021-12-12", "granted")))
    assert [one.after.figures["result"] for one in found.standing] == ["granted"]
    assert new_in(immigration_case(refused, immigration_ruling("2021-12-12", "not_on_merits"))).standing == ()


def test_rulings_stand_in_the_order_of_their_days_case_by_case() -> None:
    late = case(ruling("tingrett", "2021-12-12", "convicted"), name="a")
    two = case(ruling("tingrett", "2021-09-09", "convicted"), ruling("lagmannsrett", "2021-12-20", "upheld"), name="b")
    assert [(one.case, one.position) for one in new_in(late, two).rulings] == [("b", 0), ("b", 1), ("a", 0)]


def test_a_case_that_the_edition_did_not_have_is_added_late_with_its_rulings() -> None:
    one = case(CONVICTED, ruling("lagmannsrett", "2021-11-11", "upheld"))
    found = since(register(), register(one))
    assert found.late == (AddedLate(one.id, (0,), whole_case=True),)
    assert [given.position for given in found.rulings] == [1]


def test_a_ruling_that_the_edition_did_not_have_is_added_late_and_its_figures_are_corrected() -> None:
    was = case(CONVICTED)
    now = case(CONVICTED, ruling("lagmannsrett", "2021-03-03", "acquitted"))
    found = since(register(was), register(now))
    assert found.late == (AddedLate(was.id, (1,), whole_case=False),)
    assert found.corrected[0].figures == (
        Figure("state", "convicted", "acquitted"),
        Figure("year", 2020, 2021),
        Figure("court_level", "tingrett", "lagmannsrett"),
    )


@pytest.mark.parametrize(
    "now",
    [
        ruling("tingrett", "2020-05-04", "convicted", references=(Reference.parse("TOSL-2020-1"),)),
        ruling("tingrett", "2020-05", "convicted"),
        ruling("unknown", "2020-05-04", "convicted"),
    ],
)
def test_a_ruling_that_is_known_better_is_not_added_late(now: object) -> None:
    found = since(register(case(CONVICTED)), register(case(now)))  # type: ignore[arg-type]
    assert found.late == ()
    assert all(not one.taken_out for one in found.corrected)


def test_a_ruling_is_known_again_by_its_reference_whatever_else_is_corrected() -> None:
    number = (Reference.parse("TOSL-2020-1"),)
    was = case(ruling("lagmannsrett", "2019-05-04", "convicted", references=number))
    now = case(ruling("tingrett", "2020-05-04", "convicted", references=number))
    found = since(register(was), register(now))
    assert (found.late, [figure.name for figure in found.corrected[0].figures]) == ((), ["year", "court_level"])


def test_a_fact_that_is_corrected_is_told_with_what_the_edition_said() -> None:
    was, now = case(CONVICTED, exploitation=("sexual",)), case(CONVICTED, exploitation=("begging",))
    found = since(register(was), register(now))
    assert found.corrected[0].figures == (Figure("exploitation", "sexual", "labour"),)
    assert (found.rulings, found.standing, found.late) == ((), (), ())


def test_a_case_that_has_left_the_records_is_told_as_removed() -> None:
    found = since(register(case(CONVICTED)), register())
    assert [(one.case, one.removed, one.now) for one in found.corrected] == [("a", True, None)]
    convictions = found.reconciliation["criminal"][0]
    assert (convictions.previous.count, convictions.corrected_out.cases, convictions.now.count) == (1, ("a",), 0)


def test_a_case_whose_date_is_corrected_into_this_tertial_leaves_the_edition_and_is_new() -> None:
    was, now = case(ruling("tingrett", "2021-08-08", "convicted")), case(ruling("tingrett", "2021-09-08", "convicted"))
    found = since(register(was), register(now))
    assert [(one.removed, one.now) for one in found.corrected] == [(False, None)]
    assert [one.case for one in found.rulings] == ["a"]
    convictions = found.reconciliation["criminal"][0]
    assert (convictions.corrected_out.count, convictions.new.count, convictions.now.count) == (1, 1, 1)


def test_a_ruling_that_was_taken_out_is_told() -> None:
    was = case(CONVICTED, ruling("ankeutvalg", "2021-01-01", "not_on_guilt"))
    found = since(register(was), register(case(CONVICTED)))
    assert [[taken.instance for taken in one.taken_out] for one in found.corrected] == [["ankeutvalg"]]


def test_a_case_of_another_kind_is_corrected_in_that_alone() -> None:
    was = immigration_case(immigration_ruling("2020-01-10", "rejected"), name="a")
    found = since(register(was), register(case(CONVICTED)))
    assert found.corrected[0].figures == (Figure("kind", "immigration", "criminal"),)


def test_a_file_that_was_renamed_is_the_same_case() -> None:
    number = (Reference.parse("TOSL-2020-1"),)
    first = ruling("tingrett", "2020-05-04", "convicted", references=number)
    found = since(register(case(first, name="old")), register(case(first, name="new")))
    assert (found.late, found.corrected) == ((), ())
    assert not any(row.differs for row in found.reconciliation["criminal"])


def test_a_summary_or_a_title_that_changes_is_no_change() -> None:
    one = case(CONVICTED)
    found = since(register(one), register(with_facts(one, note="ny", popular_name="Saken")))
    assert (found.late, found.corrected) == ((), ())


def test_without_a_ledger_nothing_is_late_and_the_previous_numbers_are_those_of_the_records() -> None:
    found = new_in(case(CONVICTED))
    assert (found.edition, found.late, found.corrected) == (None, (), ())
    assert found.reconciliation["criminal"][0].previous.cases == ("a",)


@pytest.mark.parametrize("tertial", [Tertial(1900, 1), Tertial(2021, 3)])
def test_an_empty_register_has_no_changes_in_any_tertial(tertial: Tertial) -> None:
    found = changes(Register(()), tertial, None)
    assert (found.rulings, found.standing, found.force) == ((), (), ())


def test_the_ledger_names_a_restricted_case_as_such_and_keeps_what_cannot_be_counted() -> None:
    undated = case(ruling("tingrett", "unknown", "convicted"), visibility="internal")
    entry = ledger_of(register(undated), NOW.last_day, NOW).cases[undated.id]
    assert isinstance(entry, CriminalEntry)
    assert (entry.state, entry.year, entry.visibility) == ("not_counted", None, "internal")
    assert [one.date for one in entry.rulings] == ["unknown"]


def test_what_exists_nowhere_yet_is_not_in_the_ledger() -> None:
    later = case(ruling("tingrett", "2022-01-01", "convicted"))
    assert dict(ledger_of(register(later), NOW.last_day, NOW).cases) == {}


def test_a_form_of_exploitation_that_nobody_knows_is_a_figure_too() -> None:
    was, now = case(CONVICTED, exploitation=UNKNOWN), case(CONVICTED, exploitation=("sexual", "begging"))
    assert since(register(was), register(now)).corrected[0].figures == (Figure("exploitation", "unknown", "both"),)
