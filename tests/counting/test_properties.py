"""What holds for every case history: tables sum, the past stays as it was, the order of files never matters."""

from __future__ import annotations

import datetime as dt

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counting.histories import cases, registers
from kom_rulings.counting import existing_positions, status
from kom_rulings.records import CriminalCase, Register
from kom_rulings.tallies import tally
from kom_rulings.tallies.criminal import Group

DAYS = st.dates(dt.date(2002, 1, 1), dt.date(2026, 12, 31))


@given(registers(), DAYS)
@settings(deadline=None)
def test_every_table_sums_and_every_case_is_in_one_state(cases: list[CriminalCase], as_of: dt.date) -> None:
    counted = tally(Register(tuple(cases)), as_of)
    for group in (counted.convictions, counted.acquittals):
        _sums(group)
    groups = (counted.convictions.total, counted.acquittals.total, counted.undecided, counted.not_counted)
    listed = [case for cell in groups for case in cell.cases]
    begun = [one.id for one in cases if status(one, as_of).state != "not_begun"]
    assert sorted(listed) == sorted(begun)


def _sums(group: Group) -> None:
    for by in ("year", "court-level", "exploitation", "minors"):
        group.table(by, by)  # a table that does not sum raises
    assert group.final.count + group.not_final.count == group.total.count


@given(cases(), DAYS, DAYS)
@settings(deadline=None)
def test_later_rulings_never_change_what_was_true_before(one: CriminalCase, first: dt.date, second: dt.date) -> None:
    earlier, later = sorted((first, second))
    known_later = existing_positions(one.rulings, later)
    assume(known_later == list(range(len(known_later))))  # A date out of order is a finding, and no history to cut.
    assume(known_later and status(one, later).state != "not_counted")
    cut = one.model_copy(update={"rulings": tuple(one.rulings[n] for n in known_later)})
    was, would_be = status(cut, earlier), status(one, earlier)
    assert (was.state, _final(was)) == (would_be.state, _final(would_be))


def _final(counted: object) -> object:
    standing = getattr(counted, "standing", None)
    return standing.final_since if standing else None


@given(registers(), DAYS, st.randoms())
@settings(deadline=None)
def test_the_order_of_the_files_never_matters(cases: list[CriminalCase], as_of: dt.date, chance: object) -> None:
    shuffled = list(cases)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tally(Register(tuple(shuffled)), as_of).as_json(explain=True) == tally(
        Register(tuple(cases)), as_of
    ).as_json(explain=True)
