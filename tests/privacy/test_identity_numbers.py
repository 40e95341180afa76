"""Identity numbers of every sort are caught in every spacing; organisation numbers never are."""

from __future__ import annotations

import datetime as dt

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.no import fodselsnummer, orgnr

from kom_rulings.privacy.identity_numbers import check_digits_are_right
from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.privacy.scanning import find_sightings

FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
SPACES = (
    "",
    " ",
    ".",
    "-",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\u2013",
    "\u2011",
    "\u00ad",
    "\u200b",
    "&nbsp;",
    "&#160;",
    "\n",
    " - ",
)


def remainder(weights: tuple[int, ...], digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A number of a person, a D-number or a synthetic one, with right check digits of the rule from 2032."""
    date = draw(st.dates(dt.date(1900, 1, 1), dt.date(2039, 12, 31)))
    day = date.day + draw(st.sampled_from((0, 40)))
    month = date.month + draw(st.sampled_from((0, 40, 80)))
    nine = f"{day:02}{month:02}{date.year % 100:02}{draw(st.integers(0, 999)):03}"
    left = draw(st.integers(0, 3))
    first = (left - remainder(FIRST, nine)) % 11
    assume(first < 10)
    second = -remainder(SECOND, f"{nine}{first}") % 11
    assume(second < 10)
    return f"{nine}{first}{second}"


@settings(deadline=None)
@given(number=numbers(), space=st.sampled_from(SPACES))
def test_a_number_with_right_check_digits_is_caught_in_every_spacing(
    number: str, space: str, known: KnownNames
) -> None:
    assert check_digits_are_right(number)
    written = f"{number[:6]}{space}{number[6:]}"
    assert [one.kind for one in find_sightings(f"Hun har {written}.", known)] == ["identity-number"]


@settings(deadline=None)
@given(number=numbers(), wrong=st.integers(1, 9), place=st.sampled_from((6, 7, 8, 9, 10)))
def test_a_number_with_a_typing_error_is_caught_too(number: str, wrong: int, place: int, known: KnownNames) -> None:
    mistyped = f"{number[:place]}{(int(number[place]) + wrong) % 10}{number[place + 1 :]}"
    found = find_sightings(f"Hun har {mistyped[:6]} {mistyped[6:]}.", known)
    assert [one.kind for one in found] == ["identity-number"]


@settings(deadline=None)
@given(number=numbers())
def test_numbers_of_the_older_rule_are_right_by_the_rule_from_2032_as_well(number: str) -> None:
    old = f"{number[:9]}{fodselsnummer.calc_check_digit1(number[:9])}"
    assume(len(old) == 10)
    whole = f"{old}{fodselsnummer.calc_check_digit2(old)}"
    assume(len(whole) == 11)
    assert check_digits_are_right(whole)


@settings(deadline=None)
@given(
    eight=st.integers(0, 99_999_999),
    written=st.sampled_from(("{}{}{}", "{} {} {}", "{}\u00a0{}\u00a0{}", "NO{}{}{}MVA")),
)
def test_an_organisation_number_is_never_taken_for_anything(eight: int, written: str, known: KnownNames) -> None:
    first = f"{eight:08}"
    digit = str(-remainder((3, 2, 7, 6, 5, 4, 3, 2), first) % 11)
    assume(len(digit) == 1)
    nine = f"{first}{digit}"
    assert orgnr.is_valid(nine)
    assert find_sightings(f"Org.nr. {written.format(nine[:3], nine[3:6], nine[6:])}", known) == []


def test_a_date_that_does_not_exist_makes_no_identity_number(known: KnownNames) -> None:
    for number in ("00000000000", "32019912345", "31029912345", "12139912345", "72019912345"):
        assert find_sightings(f"Nummeret {number[:6]} {number[6:]} er uten dato.", known) == []


def test_in_a_web_address_only_a_number_with_right_check_digits_counts(known: KnownNames) -> None:
    assert find_sightings("https://example.org/arkiv/12839912345/side", known) == []
    assert [one.kind for one in find_sightings("https://example.org/12829499914", known)] == ["identity-number"]
