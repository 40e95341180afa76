"""A text held against the records: each citation known, not known or malformed, at its line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.names import CaseId
from kom_rulings.records import Case, Register
from kom_rulings.records.citing import CheckedCitation, check_citations
from kom_rulings.references import Reference

CRIMINAL = """\
kind: criminal
title: {nb: En sak}
exploitation: [sexual]
rulings:
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2012-1234, 12-001234MED-OTIR/03]
    date: 2012
    outcome: convicted
  - court: Borgarting lagmannsrett
    instance: lagmannsrett
    references: [LB-2012-5678-2]
    date: 2012-11
    outcome: upheld
  - court: Høyesterett
    instance: hoyesterett
    references: [Rt-2013-39, HR-2013-00175-A]
    date: 2013-01-18
    outcome: upheld
"""
ECHR = """\
kind: echr
title: {nb: En EMD-sak}
exploitation: [forced_labour]
applications: [21884/15, 21885/15]
respondents: [GR]
rulings:
  - court: Den europeiske menneskerettsdomstolen
    instance: echr_chamber
    date: 2017-03-30
    document: JUD
    ecli: ECLI:CE:ECHR:2017:0330JUD002188415
    item: 001-172701
"""


@pytest.fixture
def register(make_case: Callable[..., Case]) -> Register:
    return Register((make_case(CRIMINAL, name="a"), make_case(ECHR, name="e", kind="echr")))


def one(text: str, register: Register) -> CheckedCitation:
    (checked,) = check_citations(text, register)
    return checked


@pytest.mark.parametrize(
    ("reference", "case", "ruling"),
    [
        ("TOSLO-2012-1234", "a", 0),
        ("12-001234MED-OTIR/03", "a", 0),
        ("LB-2012-5678-2", "a", 1),
        ("Rt. 2013 s. 39", "a", 2),
        ("HR-2013-175-A", "a", 2),
        ("HR\u20132013\u201300175\u2013A", "a", 2),
        ("21885/15", "e", None),
        ("ECLI:CE:ECHR:2017:0330JUD002188415", "e", 0),
        ("001-172701", "e", 0),
    ],
)
def test_a_reference_names_its_ruling_and_an_application_its_case(
    register: Register, reference: str, case: str, ruling: int | None
) -> None:
    found = register.ruling_of(Reference.parse(reference))
    assert found is not None
    assert found.case.id == case
    assert found.ruling is (None if ruling is None else found.case.rulings[ruling])


def test_parallel_names_lead_to_the_same_ruling(register: Register) -> None:
    rt, hr = (register.ruling_of(Reference.parse(name)) for name in ("Rt-2013-39", "HR-2013-00175-A"))
    assert rt is not None
    assert rt == hr


@pytest.mark.parametrize(
    ("reference", "nearest"),
    [
        ("LB-2012-5678", ["LB-2012-5678-2"]),
        ("LB-2012-5678-1", ["LB-2012-5678-2"]),
        ("TOSLO-2012-1234-2", ["TOSLO-2012-1234"]),
        ("HR-2013-175-U", ["HR-2013-175-A"]),
        ("12-001234MED-OTIR", ["12-001234MED-OTIR/03"]),
        ("LB-2012-567", []),
        ("LE-2012-5678", []),
        ("Rt-2013-3", []),
        ("21884/16", []),
    ],
)
def test_another_last_part_is_another_ruling_and_told_as_the_nearest(
    register: Register, reference: str, nearest: list[str]
) -> None:
    assert register.ruling_of(Reference.parse(reference)) is None
    checked = one(reference, register)
    assert (checked.status, checked.recorded) == ("unknown", None)
    assert [str(found) for found in checked.nearest] == nearest


def test_a_reference_that_two_cases_share_names_the_first(make_case: Callable[..., Case]) -> None:
    register = Register((make_case(CRIMINAL, name="a"), make_case(CRIMINAL, name="b")))
    found = register.ruling_of(Reference.parse("Rt-2013-39"))
    assert found is not None
    assert found.case.id == CaseId("a")


@pytest.mark.parametrize(
    ("text", "meant", "nearest"),
    [
        ("HR-2013-175", "", ["HR-2013-175-A"]),
        ("HR-13-175-A", "HR-2013-175-A", ["HR-2013-175-A"]),
        ("LB 2012 5678", "LB-2012-5678", ["LB-2012-5678-2"]),
        ("hr-2013-175-u", "HR-2013-175-U", []),
        ("rt. 2013 s. 39", "Rt-2013-39", ["Rt-2013-39"]),
        ("Rt. 2013", "", []),
        ("application no. 21884/2015", "21884/15", ["21884/15"]),
    ],
)
def test_a_malformed_reference_is_told_with_what_it_may_be(
    register: Register, text: str, meant: str, nearest: list[str]
) -> None:
    checked = one(text, register)
    assert (checked.status, checked.reference, checked.meant) == ("malformed", None, meant)
    assert checked.why
    assert [str(found) for found in checked.nearest] == nearest


def test_citations_stand_in_their_order_with_line_and_column(register: Register) -> None:
    text = "Se Rt. 2013 s. 39 avsnitt 45.\n\n  HR-2013-175, jf. LB-2012-5678\nog (21884/15), § 12\n"
    checked = check_citations(text, register)
    assert [(found.line, found.column, found.written, found.status) for found in checked] == [
        (1, 4, "Rt. 2013 s. 39", "known"),
        (3, 3, "HR-2013-175", "malformed"),
        (3, 20, "LB-2012-5678", "unknown"),
        (4, 5, "21884/15", "known"),
    ]
    assert [found.pinpoint and found.pinpoint.first for found in checked] == [45, None, None, 12]


def test_a_text_without_references_gives_nothing(register: Register) -> None:
    assert check_citations("", register) == []
    assert check_citations("Straffeloven § 257, dom 01/07/2019.", register) == []


@settings(deadline=None)
@given(st.text(alphabet="HRLBTOS-–/ .\n0123456789aA§"))
def test_any_text_is_checked_and_every_place_is_in_it(text: str) -> None:
    lines = text.split("\n")
    for checked in check_citations(text, Register(())):
        first = checked.written.split("\n", maxsplit=1)[0]
        assert lines[checked.line - 1][checked.column - 1 :].startswith(first)
        assert checked.status in ("unknown", "malformed")
