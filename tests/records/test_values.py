"""What a field can hold: unknown is a value of its own, and text is never taken for another type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kom_rulings.dates import PartialDate
from kom_rulings.records import UNKNOWN, Case, CriminalCase
from kom_rulings.records.case import Exploitation, Imprisonment
from kom_rulings.records.provision import NotAProvision, Provision
from kom_rulings.records.values import (
    Count,
    CountOrSome,
    CountOrUnknown,
    Country,
    CountryOrUnknown,
    DateOrUnknown,
    Link,
    ListOrUnknown,
    ProvisionText,
    Ref,
    Text,
    TextOrUnknown,
    Yes,
    YesOrUnknown,
)
from kom_rulings.references import Kind, Reference
from kom_rulings.sentences import in_months

Forms = ListOrUnknown[Exploitation]
Countries = ListOrUnknown[Country]

SMALL = """
kind: criminal
title: {nb: En sak}
exploitation: unknown
rulings: [{court: Oslo tingrett, instance: tingrett, date: 2018-06, outcome: convicted}]
"""


def read(kind: Any, value: object) -> object:
    """Read a value as a field of this type does."""
    return TypeAdapter(kind).validate_python(value, strict=True)


def faults(kind: Any, value: object) -> list[tuple[str, str]]:
    """The codes of what is wrong with a value, and the value told."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return [(error["type"], error["ctx"]["value"]) for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (CountOrUnknown, "unknown", UNKNOWN),
        (CountOrUnknown, "0", 0),
        (YesOrUnknown, "unknown", UNKNOWN),
        (YesOrUnknown, "no", False),
        (YesOrUnknown, "yes", True),
        (DateOrUnknown, "unknown", UNKNOWN),
        (TextOrUnknown, "unknown", UNKNOWN),
        (CountryOrUnknown, "unknown", UNKNOWN),
        (Forms, "unknown", UNKNOWN),
        (Forms, (), ()),
        (Forms, ("sexual", "begging"), ("sexual", "begging")),
    ],
)
def test_unknown_is_neither_zero_nor_no_nor_empty(kind: Any, text: object, value: object) -> None:
    read_value = read(kind, text)

    assert read_value == value
    assert (read_value is UNKNOWN) == (value is UNKNOWN)


@pytest.mark.parametrize("other", [0, False, (), "", None, "unknown"])
def test_unknown_equals_nothing_else(other: object) -> None:
    assert other != UNKNOWN
    assert str(UNKNOWN) == "unknown"


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0), ("7", 7), ("26000000", 26_000_000), ("some", "some"), ("unknown", UNKNOWN)]
)
def test_minors_are_a_number_or_some_or_unknown(text: str, value: object) -> None:
    assert read(CountOrSome, text) == value


@pytest.mark.parametrize("kind", [Count, CountOrUnknown, CountOrSome])
@pytest.mark.parametrize("text", ["0123", "00", "-1", "+1", "1.0", "1e3", "0x10", "1 000", "1_000", "٣", "", "ti"])
def test_a_number_is_written_in_digits_without_leading_zeros(kind: Any, text: str) -> None:
    assert faults(kind, text) == [("not-a-number", text)]


@pytest.mark.parametrize(("kind", "word"), [(Count, "unknown"), (Count, "some"), (CountOrUnknown, "some")])
def test_words_stand_only_where_they_mean_something(kind: Any, word: str) -> None:
    assert faults(kind, word) == [("not-a-number", word)]


@pytest.mark.parametrize("text", ["true", "false", "ja", "nei", "Yes", "NO", "on", "1", ""])
def test_yes_and_no_are_the_only_words_for_yes_and_no(text: str) -> None:
    assert faults(Yes, text) == [("not-yes-or-no", text)]
    assert faults(YesOrUnknown, text) == [("not-yes-or-no", text)]


@pytest.mark.parametrize("code", ["NO", "ON", "RO"])
def test_the_code_of_norway_is_a_country(code: str) -> None:
    assert read(Countries, (code,)) == (code,)


@pytest.mark.parametrize("text", ["no", "NOR", "N0", "Norge", "", "ÆØ"])
def test_a_country_is_two_capitals(text: str) -> None:
    assert faults(Country, text) == [("not-a-country", text)]
    assert faults(CountryOrUnknown, text) == [("not-a-country", text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018", PartialDate(2018)),
        ("2018-06", PartialDate(2018, 6)),
        ("2018-06-22", PartialDate(2018, 6, 22)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(text: str, date: PartialDate) -> None:
    assert read(DateOrUnknown, text) == date
    assert str(date) == text


@pytest.mark.parametrize("text", ["2019-02-29", "2018-6", "2018-13", "22.06.2018", "18-06-22", "juni 2018", "0001", ""])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    assert faults(DateOrUnknown, text) == [("not-a-date", text)]


def test_a_reference_is_read_in_any_spelling_and_kept_in_one() -> None:
    assert read(Ref, "Rt. 2013 s. 39") == Reference(Kind.RETSTIDENDE, "Rt-2013-39")
    assert faults(Ref, "HR-2017") == [("not-a-reference", "HR-2017")]


def test_a_text_has_at_least_one_sign_and_no_space_around_it() -> None:
    assert read(Text, " Oslo tingrett\n") == "Oslo tingrett"
    assert read(Text, "unknown") == "unknown"
    assert faults(Text, "  ") == [("text-empty", "  ")]


@pytest.mark.parametrize("text", ["https://lovdata.no/dokument", "http://hudoc.echr.coe.int/eng#{%22a%22:[%22b%22]}"])
def test_a_link_is_a_full_address(text: str) -> None:
    assert read(Link, text) == text


@pytest.mark.parametrize(
    "text", ["lovdata.no", "ftp://lovdata.no", "https://", "https://a b", "javascript:x", "http://["]
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert faults(Link, text) == [("not-a-link", text)]


@pytest.mark.parametrize("kind", [Text, Count, Yes, Ref, Country, Link, DateOrUnknown])
@pytest.mark.parametrize("value", [("a",), {"a": "b"}, 1, True, None])
def test_a_single_value_is_read_from_text_only(kind: Any, value: object) -> None:
    assert faults(kind, value) == [("wrong-shape", "text")]


@pytest.mark.parametrize(
    ("text", "law", "section", "part", "name"),
    [
        ("strl. 2005 § 257", "strl. 2005", "257", "", "strl. 2005 § 257"),
        ("strl. 1902 §  224 første ledd", "strl. 1902", "224", "første ledd", "strl. 1902 § 224"),
        ("utf. § 8-4 annet ledd", "utf.", "8-4", "annet ledd", "utf. § 8-4"),
        ("strl. 1902 § 60 a", "strl. 1902", "60 a", "", "strl. 1902 § 60 a"),
        ("strl. 2005 §§ 257 og 258", "strl. 2005", "257", "og 258", "strl. 2005 § 257"),
        ("EMK artikkel 4", "EMK", "4", "", "EMK artikkel 4"),
    ],
)
def test_a_provision_is_law_section_and_part(text: str, law: str, section: str, part: str, name: str) -> None:
    provision = read(ProvisionText, text)

    assert provision == Provision(law, section, part)
    assert isinstance(provision, Provision)
    assert (provision.name, str(provision)) == (name, " ".join(text.split()))


@pytest.mark.parametrize("text", ["straffeloven", "§ 257", "strl. 2005", "strl. 2005 257", ""])
def test_a_provision_without_law_or_number_is_none(text: str) -> None:
    assert faults(ProvisionText, text) == [("not-a-provision", text)]
    with pytest.raises(NotAProvision):
        Provision.parse(text)


def test_twelve_months_are_a_year_when_sentences_are_compared() -> None:
    one, other = ({"months": "18"}, {"years": "1", "months": "6"})
    assert in_months(Imprisonment.model_validate(one)) == in_months(Imprisonment.model_validate(other)) == 18


@pytest.mark.parametrize("length", [{}, {"years": "0"}, {"months": "0", "days": "0"}])
def test_a_sentence_of_no_length_is_no_sentence(length: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Imprisonment.model_validate(length)


def test_what_a_file_leaves_out_is_unknown(make_case: Callable[..., Case]) -> None:
    case = make_case(SMALL)
    assert isinstance(case, CriminalCase)

    left_out = (case.victims.count, case.victims.minors, case.charged.countries, case.rulings[0].provisions)
    assert left_out == (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
    assert case.rulings[0].date == PartialDate(2018, 6)


def test_values_are_printed_as_they_are_written_in_a_file(make_case: Callable[..., Case]) -> None:
    victims = "victims: {count: 3, approximate: yes, minors: some, countries: [NO]}"
    printed = make_case(SMALL + victims).model_dump(mode="json")

    assert printed["victims"] == {"count": 3, "approximate": "yes", "minors": "some", "countries": ["NO"]}
    assert printed["exploitation"] == "unknown"
    assert printed["charged"] == {"count": "unknown", "countries": "unknown"}
    assert (printed["rulings"][0]["date"], printed["rulings"][0]["aggravated"]) == ("2018-06", "unknown")
