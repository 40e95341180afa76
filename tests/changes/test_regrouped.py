"""Cases that were renamed, merged or split are known again, and the numbers add up with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.changes import Changes, changes
from kom_rulings.changes.data import changes_data
from kom_rulings.changes.ledger import ledger_of
from kom_rulings.changes.telling import changes_outline
from kom_rulings.dates import Tertial
from kom_rulings.documents.plain import newsletter
from kom_rulings.records import Register
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import Tables

TERTIAL = Tertial(2019, 1)


def ruling(reference: str, date: str, outcome: str = "convicted", instance: str = "tingrett") -> str:
    found = f"    references: [{reference}]\n" if reference else ""
    return (
        f"  - court: Oslo tingrett\n    instance: {instance}\n    date: {date}\n    outcome: {outcome}\n"
        f"    provisions: [strl. 2005 § 257]\n{found}"
    )


def case(title: str, *rulings: str, more: str = "") -> str:
    return f"kind: criminal\ntitle: {{nb: {title}}}\nexploitation: [sexual]\n{more}rulings:\n{''.join(rulings)}"


ONE, TWO = ruling("TOSLO-2015-105037", "2016-05-04"), ruling("TOSLO-2016-205037", "2017-05-04")
APPEAL = ruling("LB-2017-102939", "2018-02-01", "acquitted", "lagmannsrett")

Compare = Callable[[dict[str, str], dict[str, str]], tuple[Changes, Register]]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """The changes of a tertial between records as they were published and as they are now."""

    def register(name: str, files: dict[str, str]) -> Register:
        folder = tmp_path / name / "rulings" / "criminal"
        folder.mkdir(parents=True)
        for case_id, text in files.items():
            (folder / f"{case_id}.yaml").write_text(text, encoding="utf-8")
        found, problems = load_register(tmp_path / name)
        assert problems == []
        return found

    def compared(then: dict[str, str], now: dict[str, str]) -> tuple[Changes, Register]:
        previous = ledger_of(register("then", then), TERTIAL.previous.last_day, TERTIAL.previous)
        current = register("now", now)
        return changes(current, TERTIAL, previous), current

    return compared


def numbers(found: Changes, key: str) -> dict[str, tuple[str, ...]]:
    row = next(row for rows in found.reconciliation.values() for row in rows if row.key == key)
    return {name: cell.cases for name, cell in row.cells.items() if cell.cases}


def told(found: Changes, register: Register, tables: Tables, audience: Any = "public") -> str:
    return newsletter(changes_outline(found, register, tables, "en", audience))


def test_a_renamed_case_is_the_same_case_even_without_a_reference(compare: Compare) -> None:
    plain = ruling("", "2016-05-04")
    found, _ = compare({"a": case("En", plain)}, {"b": case("En", plain, more="formerly: [a]\n")})
    assert (found.late, found.corrected, found.joined, found.divided) == ((), (), (), ())
    assert numbers(found, "convictions") == {"previous": ("b",), "now": ("b",)}


def test_a_case_renamed_twice_is_the_same_case(compare: Compare) -> None:
    plain = ruling("", "2016-05-04")
    found, _ = compare({"b": case("En", plain)}, {"c": case("En", plain, more="formerly: [a, b]\n")})
    assert (found.late, found.corrected, found.joined) == ((), (), ())


def test_a_merged_case_is_told_as_merged_and_not_as_removed_and_added(compare: Compare, tables: Tables) -> None:
    merged = case("En", ONE, TWO, more="formerly: [b]\n")
    found, register = compare({"a": case("En", ONE), "b": case("To", TWO)}, {"a": merged})
    assert [(one.case, one.into) for one in found.joined] == [("b", "a")]
    assert found.late == ()
    assert [one.case for one in found.corrected] == ["a"]  # its standing ruling is another one now
    assert found.corrected[0].taken_out == ()
    assert numbers(found, "convictions") == {"previous": ("a", "b"), "corrected_out": ("b",), "now": ("a",)}
    text = told(found, register, tables)
    assert "merged into others since the previous edition" in text
    assert "TOSLO-2016-205037. Now part of the case En." in text
    assert "no longer in the records" not in text


def test_two_cases_merged_under_a_third_name_are_known_again(compare: Compare) -> None:
    merged = case("En", ONE, TWO, more="formerly: [a, b]\n")
    found, _ = compare({"a": case("En", ONE), "b": case("To", TWO)}, {"c": merged})
    assert [(one.case, one.into) for one in found.joined] == [("b", "c")]
    assert found.late == ()
    assert numbers(found, "convictions") == {"previous": ("b", "c"), "corrected_out": ("b",), "now": ("c",)}


def test_a_ruling_lost_in_a_merge_and_one_added_are_told_of_the_case_that_is_left(compare: Compare) -> None:
    other = ruling("TOSLO-2014-305037", "2015-05-04")
    merged = case("En", other, ONE, more="formerly: [b]\n")
    found, _ = compare({"a": case("En", ONE), "b": case("To", TWO)}, {"a": merged})
    assert [(one.case, one.positions) for one in found.late] == [("a", (0,))]
    assert [(one.case, [ruling.references for ruling in one.taken_out]) for one in found.corrected] == [
        ("a", [("TOSLO-2016-205037",)])
    ]


def test_a_split_case_is_told_as_split_and_not_as_added_late(compare: Compare, tables: Tables) -> None:
    now = {"a": case("En", ONE), "b": case("To", APPEAL, more="split_from: a\n")}
    found, register = compare({"a": case("En", ONE, APPEAL)}, now)
    assert [(one.case, one.origin) for one in found.divided] == [("b", "a")]
    assert found.late == ()
    assert [(one.case, one.taken_out) for one in found.corrected] == [("a", ())]
    assert numbers(found, "acquittals") == {
        "previous": ("a",),
        "corrected_in": ("b",),
        "corrected_out": ("a",),
        "now": ("b",),
    }
    text = told(found, register, tables)
    assert "To. In the previous edition it was part of the case En." in text
    assert "A ruling that the previous edition had" not in text


def test_a_split_is_known_when_the_case_it_came_from_has_another_name_now(compare: Compare) -> None:
    now = {"c": case("En", ONE, more="formerly: [a]\n"), "b": case("To", APPEAL, more="split_from: a\n")}
    found, _ = compare({"a": case("En", ONE, APPEAL)}, now)
    assert [(one.case, one.origin) for one in found.divided] == [("b", "c")]
    assert found.late == ()


def test_a_ruling_added_to_a_case_that_was_split_off_is_added_late(compare: Compare) -> None:
    extra = ruling("LB-2017-999999", "2018-03-01", "upheld", "lagmannsrett")
    now = {"a": case("En", ONE), "b": case("To", APPEAL, extra, more="split_from: a\n")}
    found, _ = compare({"a": case("En", ONE, APPEAL)}, now)
    assert [(one.case, one.positions, one.whole_case) for one in found.late] == [("b", (1,), False)]


def test_a_name_that_is_in_use_again_is_that_of_the_case_that_has_it(compare: Compare) -> None:
    now = {"a": case("En", ONE), "b": case("To", TWO, more="formerly: [a]\n")}
    found, _ = compare({"a": case("En", ONE)}, now)
    assert found.joined == ()
    assert [one.case for one in found.late] == ["b"]


def test_nothing_is_told_of_what_the_reader_may_not_see(compare: Compare, tables: Tables) -> None:
    merged = case("Hemmelig", ONE, TWO, more="formerly: [b]\nvisibility: internal\n")
    found, register = compare({"a": case("Hemmelig", ONE), "b": case("To", TWO)}, {"a": merged})
    text, data = told(found, register, tables), changes_data(found, register, "public")
    assert "Hemmelig" not in text
    assert "TOSLO-2016-205037" not in text
    assert data["merged"] == {"shown": [], "hidden_cases": 1}
    assert "Hemmelig" in told(found, register, tables, "internal")


def test_the_data_name_both_cases(compare: Compare) -> None:
    now = {"a": case("En", ONE, more="formerly: [c]\n"), "b": case("To", APPEAL, more="split_from: a\n")}
    found, register = compare({"a": case("En", ONE, APPEAL), "c": case("Tre", TWO)}, now)
    data: Any = json.loads(json.dumps(changes_data(found, register, "public")))
    assert [(one["case"], one["into"], one["was"]["state"]) for one in data["merged"]["shown"]] == [
        ("c", "a", "convicted")
    ]
    assert [(one["case"], one["origin"]) for one in data["split"]["shown"]] == [("b", "a")]
