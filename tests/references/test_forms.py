"""Every spelling that lawyers use is recognised, and what only looks like a reference is not."""

from __future__ import annotations

import pytest

from kom_rulings.references import Kind, find_references
from kom_rulings.references.forms import FORMS, Form

EXAMPLES = [(form, text, expected) for form in FORMS for text, expected in form.examples.items()]
TYPED = [(form, text, expected) for form in FORMS for text, expected in form.typed_examples.items()]
COUNTER = [(form, text) for form in FORMS for text in form.counter_examples]


def _found(text: str, *, typed: bool = False) -> list[tuple[Kind, str]]:
    return [(found.reference.kind, found.reference.text) for found in find_references(text, typed=typed)]


def test_every_kind_has_one_form_with_examples_for_and_against() -> None:
    assert sorted(form.kind for form in FORMS) == sorted(Kind)
    assert all(form.examples and form.counter_examples for form in FORMS)


@pytest.mark.parametrize(("form", "text", "expected"), EXAMPLES)
def test_an_example_is_found_and_made_canonical(form: Form, text: str, expected: str) -> None:
    assert _found(text) == [(form.kind, expected)]
    assert _found(f"Se {text}, jf. {text}.") == [(form.kind, expected)] * 2


@pytest.mark.parametrize(("form", "text", "expected"), [*EXAMPLES, *TYPED])
def test_an_example_is_found_in_the_search_box_too(form: Form, text: str, expected: str) -> None:
    assert _found(text, typed=True) == [(form.kind, expected)]


@pytest.mark.parametrize(("form", "text"), COUNTER)
def test_a_counter_example_is_not_of_the_form(form: Form, text: str) -> None:
    assert form.kind not in {kind for kind, _ in _found(text)}


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("HR-2011-1453-U", Kind.SUPREME_COURT, "HR-2011-1453-U"),
        ("HR\u20102011\u20111453\u2012U", Kind.SUPREME_COURT, "HR-2011-1453-U"),
        ("HR\u20142011\u22121453\u2013U", Kind.SUPREME_COURT, "HR-2011-1453-U"),
        ("HR-2014-02425-S", Kind.SUPREME_COURT, "HR-2014-2425-S"),
        ("HR-2014-2425-S", Kind.SUPREME_COURT, "HR-2014-2425-S"),
        ("HR-2016-1234-P", Kind.SUPREME_COURT, "HR-2016-1234-P"),
        ("Rt. 2006 s. 111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("Rt.\u00a02006\u202fs.\u00a0111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("Rt 2006 side 111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("Rt. 2006, s. 111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("Rt-2006-0111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("RT-2006-111", Kind.RETSTIDENDE, "Rt-2006-111"),
        ("Rt. 1877 s. 5", Kind.RETSTIDENDE, "Rt-1877-5"),
        ("RG. 1999 s. 330", Kind.RETTENS_GANG, "RG-1999-330"),
        ("LA-2015-1", Kind.COURT_OF_APPEAL, "LA-2015-1"),
        ("LE\u20132016\u2013012345\u201302", Kind.COURT_OF_APPEAL, "LE-2016-12345-2"),
        ("LF-2014-39428", Kind.COURT_OF_APPEAL, "LF-2014-39428"),
        ("LH-2014-39428", Kind.COURT_OF_APPEAL, "LH-2014-39428"),
        ("TBERG-2011-103770", Kind.DISTRICT_COURT, "TBERG-2011-103770"),
        ("TSØR\u20132022\u20135", Kind.DISTRICT_COURT, "TSØR-2022-5"),
        ("21\u2013148951MED\u2013TOSL/03", Kind.COURT_FILE, "21-148951MED-TOSL/03"),
        ("sak nr 2005/01641", Kind.SUPREME_COURT_FILE, "sak nr. 2005/1641"),
        ("01874/13", Kind.APPLICATION, "1874/13"),
        ("(nr. 1874/13).", Kind.APPLICATION, "1874/13"),
        ("ECLI:CE:ECHR:2019:1017JUD000187413", Kind.ECLI, "ECLI:CE:ECHR:2019:1017JUD000187413"),
        ("item 001-196386", Kind.HUDOC_ITEM, "001-196386"),
    ],
)
def test_every_written_spelling_becomes_one_form(text: str, kind: Kind, canonical: str) -> None:
    assert _found(text) == [(kind, canonical)]


@pytest.mark.parametrize(
    "text",
    [
        "HR-2017-1124",
        "HR-2017-1124-a",
        "HR 2017 1124 A",
        "HR-2017-112400-A",
        "XHR-2017-1124-A",
        "HR-2017-1124-A1",
        "art. 2006 s. 111",
        "Rt. 2006 s. 12345",
        "Rt. 2106 s. 111",
        "lb-2018-102939",
        "LC-2018-102939",
        "LB-2018-1029391",
        "TO-2015-1",
        "TOSLOOO-2015-1",
        "THEDM-2020-52736a",
        "dato 01/07/2019",
        "datert 24/12-2019",
        "12.10/13",
        "187413/13",
        "1874/2013",
        "2001-96549",
        "ECLI:CE:ECHR:2019:1017JUD00018741311",
        "strl. 2005 § 257",
        "org.nr. 974 760 673",
    ],
)
def test_what_only_looks_like_a_written_reference_is_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("hr 2017 1124", "HR-2017-1124"),
        ("hr-2017-1124-a", "HR-2017-1124-A"),
        ("HR - 2017 - 1124 - A", "HR-2017-1124-A"),
        ("rt\u00a02006\u00a0111", "Rt-2006-111"),
        ("lb 2018 102939", "LB-2018-102939"),
        ("tosl 2022 105703 2", "TOSL-2022-105703-2"),
        ("13-149986med-larv", "13-149986MED-LARV"),
    ],
)
def test_the_search_box_takes_lower_case_spaces_and_a_missing_last_letter(text: str, canonical: str) -> None:
    assert [name for _, name in _found(text, typed=True)] == [canonical]


@pytest.mark.parametrize("text", ["hr 2017", "tyveri 2015 2016", "lb 2018", "rt 2006", "trafficking 2015 20161"])
def test_words_and_years_in_the_search_box_are_no_reference(text: str) -> None:
    assert _found(text, typed=True) == []


def test_a_suffix_names_another_ruling_of_the_same_case() -> None:
    one, other = find_references("LB-2018-102939 og LB-2018-102939-2")
    assert (one.reference.text, other.reference.text) == ("LB-2018-102939", "LB-2018-102939-2")
    assert one.reference != other.reference


def test_a_sentence_gives_its_references_in_their_order_and_places() -> None:
    sentence = (
        "Dommen (HR–2017–1124–A) viser til Rt. 2006 s. 111 avsnitt 20, LB‑2018‑102939‑2 og TBERG-2011-103770; "
        "se også Rantsev mot Kypros og Russland, nr. 25965/04, avsagt 07/01/2010, og straffeloven § 257."
    )
    found = find_references(sentence)
    assert [one.reference.text for one in found] == [
        "HR-2017-1124-A",
        "Rt-2006-111",
        "LB-2018-102939-2",
        "TBERG-2011-103770",
        "25965/04",
    ]
    assert [sentence[one.start : one.end] for one in found] == [
        "HR–2017–1124–A",
        "Rt. 2006 s. 111",
        "LB‑2018‑102939‑2",
        "TBERG-2011-103770",
        "25965/04",
    ]


def test_of_two_readings_of_the_same_place_the_longest_stands() -> None:
    assert _found("sak nr. 2005/16") == [(Kind.SUPREME_COURT_FILE, "sak nr. 2005/16")]
    assert _found("2005/16") == [(Kind.APPLICATION, "2005/16")]


def test_a_text_without_references_gives_none() -> None:
    assert find_references("") == []
    assert find_references("Saken gjaldt tvangsarbeid.") == []
