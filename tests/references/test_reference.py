"""A reference has one canonical form, whatever its dashes and spaces, and nothing else is a reference."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.references import Kind, NotAReference, Reference, find_references

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
SPACES = " \t\u00a0\u202f"

_years = st.integers(1900, 2099)
_numbers = st.integers(1, 99999)


def _supreme_court(year: int, number: int, letter: str) -> tuple[str, list[str]]:
    return f"HR-{year}-{number}-{letter}", ["HR", str(year), f"{number:05}", letter]


def _with_suffix(series: str, year: int, number: int, suffix: int | None) -> tuple[str, list[str]]:
    parts = [series, str(year), str(number), *([] if suffix is None else [str(suffix)])]
    return "-".join(parts), parts


#: The canonical form of a reference, and its parts as somebody may write them.
dashed = st.one_of(
    st.builds(_supreme_court, _years, _numbers, st.sampled_from("AUPSF")),
    st.builds(
        _with_suffix,
        st.sampled_from(["LA", "LB", "LE", "LF", "LG", "LH", "TOSLO", "TOSL", "TSØR", "THEDM"]),
        _years,
        st.integers(1, 999999),
        st.none() | st.integers(1, 99),
    ),
)


@settings(deadline=None)
@given(dashed, st.lists(st.sampled_from(DASHES), min_size=3, max_size=3))
def test_every_dash_gives_the_same_reference(reference: tuple[str, list[str]], dashes: list[str]) -> None:
    canonical, (first, *rest) = reference
    written = first + "".join(dash + part for dash, part in zip(dashes, rest, strict=False))
    parsed = Reference.parse(written)
    assert str(parsed) == canonical
    assert Reference.parse(str(parsed)) == parsed


@settings(deadline=None)
@given(_years, st.integers(1, 9999), st.sampled_from(SPACES), st.sampled_from(["s.", "s", "side", ", s."]))
def test_every_space_gives_the_same_page_of_retstidende(year: int, page: int, space: str, sign: str) -> None:
    parsed = Reference.parse(f"Rt.{space}{year}{space if sign[0] != ',' else ''}{sign}{space}{page}")
    assert parsed == Reference(Kind.RETSTIDENDE, f"Rt-{year}-{page}")
    assert Reference.parse(str(parsed)) == parsed


@settings(deadline=None)
@given(st.integers(1, 99999), st.integers(0, 99))
def test_an_application_number_loses_its_leading_zeros_only(number: int, year: int) -> None:
    parsed = Reference.parse(f"{number:05}/{year:02}")
    assert parsed == Reference(Kind.APPLICATION, f"{number}/{year:02}")
    assert Reference.parse(str(parsed)) == parsed


@settings(deadline=None)
@given(st.lists(dashed, min_size=1, max_size=5))
def test_references_in_a_sentence_are_found_in_their_order(references: list[tuple[str, list[str]]]) -> None:
    sentence = "Se " + ", jf. ".join(canonical for canonical, _ in references) + "."
    assert [found.reference.text for found in find_references(sentence)] == [name for name, _ in references]


@settings(deadline=None)
@given(st.text(), st.booleans())
def test_what_is_found_in_any_text_lies_in_it_without_overlap(text: str, typed: bool) -> None:
    ends = [0]
    for found in find_references(text, typed=typed):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dom",
        "HR-2017-1124",
        "hr-2017-1124-a",
        "HR-2017-1124-A.",
        "se HR-2017-1124-A",
        "HR-2017-1124-A avsnitt 12",
        "HR-2017-1124-A, Rt-2013-39",
        "LB-2018-102939-123",
        "Rt-2013-39-40",
        "nr. 25965/04",
        "25965/04 og 8919/80",
    ],
)
def test_a_text_that_is_more_or_less_than_a_reference_is_refused(text: str) -> None:
    with pytest.raises(NotAReference, match=f"^{text}$"):
        Reference.parse(text)


def test_space_around_a_reference_is_forgiven() -> None:
    assert Reference.parse("\u00a0 Rt. 2013 s. 39\n") == Reference(Kind.RETSTIDENDE, "Rt-2013-39")


def test_the_longer_reading_wins_where_a_shorter_one_fits_too() -> None:
    assert Reference.parse("sak nr. 2005/16") == Reference(Kind.SUPREME_COURT_FILE, "sak nr. 2005/16")


@pytest.mark.parametrize(
    ("one", "other", "covers"),
    [
        ("HR-2017-1124", "HR-2017-1124-A", True),
        ("HR-2017-1124-A", "HR-2017-1124-A", True),
        ("HR-2017-1124-A", "HR-2017-1124-U", False),
        ("HR-2017-112", "HR-2017-1124-A", False),
        ("lb-2018-102939", "LB-2018-102939-2", True),
        ("lb-2018-102939-2", "LB-2018-102939", False),
        ("lb-2018-10293", "LB-2018-102939", False),
        ("Rt-2013-39", "Rt-2013-39", True),
        ("Rt-2013-3", "Rt-2013-39", False),
        ("LB-2018-1", "LE-2018-1", False),
    ],
)
def test_a_typed_reference_covers_those_with_its_last_part_left_out(one: str, other: str, covers: bool) -> None:
    (typed,) = find_references(one, typed=True)
    assert typed.reference.covers(Reference.parse(other)) is covers


def test_references_of_another_kind_are_never_covered() -> None:
    assert not Reference(Kind.COURT_OF_APPEAL, "X-1").covers(Reference(Kind.DISTRICT_COURT, "X-1"))


def test_equal_references_are_one_in_a_set_however_they_were_spelled() -> None:
    spellings = ["HR-2005-00222-A", "HR\u20132005\u2013222\u2013A", "HR-2005-222-A"]
    assert {Reference.parse(text) for text in spellings} == {Reference(Kind.SUPREME_COURT, "HR-2005-222-A")}


def test_references_are_ordered_by_kind_and_text() -> None:
    texts = ["Rt-2013-39", "LB-2018-1", "HR-2017-1124-A", "LA-2019-1"]
    assert [str(one) for one in sorted(map(Reference.parse, texts))] == [
        "HR-2017-1124-A",
        "LA-2019-1",
        "LB-2018-1",
        "Rt-2013-39",
    ]
