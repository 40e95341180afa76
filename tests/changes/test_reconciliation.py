"""The reconciliation: it always sums, says what the tally says, and every difference names its case."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changes.histories import registers_and_edits
from kom_rulings.changes import Changes, Ledger, changes, ledger_bytes, ledger_of
from kom_rulings.changes.reconciliation import MEASURES, Reconciliation
from kom_rulings.dates import Tertial
from kom_rulings.errors import TableDoesNotSum
from kom_rulings.names import CaseId
from kom_rulings.records import Register
from kom_rulings.tables import Cell
from kom_rulings.tallies import Tally, tally

TERTIALS = st.builds(Tertial, st.integers(2003, 2025), st.integers(1, 3))


def edition_of(register: Register, tertial: Tertial) -> Ledger:
    return ledger_of(register, tertial.last_day, tertial)


def compared(was: Register, now: Register, tertial: Tertial) -> Changes:
    return changes(now, tertial, edition_of(was, tertial.previous))


def rows(found: Changes) -> dict[str, Reconciliation]:
    return {row.key: row for rows in found.reconciliation.values() for row in rows}


@given(registers_and_edits(), TERTIALS)
@settings(deadline=None)
def test_previous_and_now_are_what_the_tally_said_then_and_says_now(
    both: tuple[Register, Register], tertial: Tertial
) -> None:
    was, now = both
    found = rows(compared(was, now, tertial))
    assert {key: row.previous for key, row in found.items()} == tallied(tally(was, tertial.previous.last_day))
    assert {key: row.now for key, row in found.items()} == tallied(tally(now, tertial.last_day))


def tallied(counted: Tally) -> dict[str, Cell]:
    """The cells of a tally under the keys of the reconciliation."""
    convictions, acquittals = counted.convictions, counted.acquittals
    forms = {"form_unknown" if key == "unknown" else key: cell for key, cell in convictions.by_exploitation.items()}
    levels = {
        "level_unknown": Cell(()),
        **{"level_unknown" if key == "unknown" else key: cell for key, cell in convictions.by_court_level.items()},
    }
    found = {
        "convictions": convictions.total,
        "convictions_final": convictions.final,
        "convictions_with_minors": convictions.by_minors["yes"],
        **{f"convictions_{key}": cell for key, cell in {**forms, **levels}.items()},
        "acquittals": acquittals.total,
        "acquittals_final": acquittals.final,
        "undecided": counted.undecided,
        "criminal_not_counted": counted.not_counted,
        "echr": counted.echr.total,
        **{f"echr_{key}": cell for key, cell in counted.echr.by_finding.items()},
        "echr_not_counted": counted.echr.not_counted,
        "immigration": counted.immigration.total,
        **{f"immigration_{key}": cell for key, cell in counted.immigration.by_result.items()},
        "immigration_not_counted": counted.immigration.not_counted,
    }
    return {key: Cell(tuple(sorted(cell.cases))) for key, cell in found.items()}


@given(registers_and_edits(), TERTIALS)
@settings(deadline=None)
def test_previous_plus_what_came_minus_what_went_is_now(both: tuple[Register, Register], tertial: Tertial) -> None:
    for row in rows(compared(*both, tertial)).values():
        came, went = sum(cell.count for cell in row.added), sum(cell.count for cell in row.taken)
        assert row.previous.count + came - went == row.now.count


@given(registers_and_edits(), TERTIALS)
@settings(deadline=None)
def test_every_difference_is_told_of_its_case(both: tuple[Register, Register], tertial: Tertial) -> None:
    found = compared(*both, tertial)
    late, corrected = named(found.late), named(found.corrected)
    new = named(found.rulings) | named(found.standing) | named(found.force)
    for row in rows(found).values():
        assert set(row.late.cases) <= late
        assert set(row.corrected_in.cases) | set(row.corrected_out.cases) <= corrected
        assert set(row.no_longer.cases) <= new
        if not row.key.endswith("_not_counted"):  # A ruling that no date is known of is no event.
            assert set(row.new.cases) <= new


def named(found: Iterable[object]) -> set[CaseId]:
    return {one.case for one in found}  # type: ignore[attr-defined]


@given(registers_and_edits(), TERTIALS)
@settings(deadline=None)
def test_without_edits_nothing_is_late_or_corrected(both: tuple[Register, Register], tertial: Tertial) -> None:
    register = both[1]
    found = compared(register, register, tertial)
    assert (found.late, found.corrected) == ((), ())
    assert found.reconciliation == changes(register, tertial, None).reconciliation


@given(registers_and_edits(), TERTIALS)
@settings(deadline=None)
def test_a_ledger_is_read_back_as_it_was_written(both: tuple[Register, Register], tertial: Tertial) -> None:
    ledger = edition_of(both[0], tertial)
    assert Ledger.model_validate_json(ledger_bytes(ledger)) == ledger


def sum_of(**cells: tuple[str, ...]) -> Reconciliation:
    names = ("previous", "late", "corrected_in", "corrected_out", "new", "no_longer", "now")
    filled = {name: Cell(tuple(map(CaseId, cells.get(name, ())))) for name in names}
    return Reconciliation(key="convictions", label="Convicted, all", **filled)


@pytest.mark.parametrize(
    "cells",
    [
        {"previous": ("a",), "now": ("a", "b")},
        {"previous": ("a", "b"), "now": ("a",)},
        {"previous": ("a",), "new": ("b",), "now": ("a", "c")},
        {"previous": ("a",), "no_longer": ("b",), "now": ()},
        {"previous": ("a",), "late": ("a",), "now": ("a",)},
    ],
)
def test_numbers_that_do_not_reconcile_cannot_be_made(cells: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(TableDoesNotSum, match="Convicted, all"):
        sum_of(**cells)


def test_a_case_may_be_corrected_out_and_come_again() -> None:
    row = sum_of(previous=("a",), corrected_out=("a",), new=("a",), now=("a",))
    assert row.differs


def test_no_key_is_used_twice() -> None:
    keys = [key for measures in MEASURES.values() for key in measures]
    assert len(keys) == len(set(keys))
