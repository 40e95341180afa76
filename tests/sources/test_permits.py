"""What sentences of decisions say: outcome, permit, nationality, exploitation, provisions, dates – each as a table."""

from __future__ import annotations

import pytest

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Exploitation, Instance
from kom_rulings.records.immigration import ImmigrationOutcome, Permit
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference
from kom_rulings.sources.immigration import (
    courts,
    decision_dates,
    exploitation,
    nationalities,
    outcomes,
    permits,
    provisions,
    titles,
)
from kom_rulings.sources.immigration.clauses import sentences
from kom_rulings.sources.immigration.outcomes import Said, agreed, outcomes_in

LONG = 200_000


@pytest.mark.parametrize(("instance", "sentence", "expected"), outcomes.EXAMPLES)
def test_a_sentence_tells_the_outcome_that_its_body_decides(
    instance: Instance, sentence: str, expected: ImmigrationOutcome | None
) -> None:
    said = agreed(outcomes_in(sentence, instance, "all"))
    assert (said.outcome if said else None) == expected


def test_the_table_of_outcomes_holds_denials_and_every_outcome() -> None:
    told = [outcome for _, _, outcome in outcomes.EXAMPLES]
    assert {"granted", "rejected", "valid", "invalid", "dismissed", "not_on_merits", None} == set(told)


@pytest.mark.parametrize(
    ("reach", "sentence", "expected"),
    [
        ("sure", "Vilkårene var ikke oppfylt.", None),
        ("named", "Vilkårene var ikke oppfylt.", None),
        ("named", "UNE fant at vilkårene ikke var oppfylt.", "rejected"),
        ("all", "Vilkårene var ikke oppfylt.", "rejected"),
        ("sure", "Klagen ble ikke tatt til følge.", "rejected"),
    ],
)
def test_turns_that_only_conclude_are_read_where_they_may_be(
    reach: outcomes.Reach, sentence: str, expected: str | None
) -> None:
    assert next((one.outcome for one in outcomes_in(sentence, "une", reach)), None) == expected


def test_outcomes_that_differ_give_none() -> None:
    assert agreed([Said("granted", "a"), Said("rejected", "b")]) is None


def test_a_refused_appeal_over_an_application_that_was_not_examined_is_that() -> None:
    said = agreed([Said("not_on_merits", "a"), Said("rejected", "b")])
    assert said == Said("not_on_merits", "a")


@pytest.mark.parametrize(("text", "expected"), permits.EXAMPLES)
def test_a_heading_or_label_names_permits(text: str, expected: tuple[Permit, ...]) -> None:
    assert tuple(one.permit for one in permits.permits_in(text)) == expected


@pytest.mark.parametrize(("text", "expected"), permits.RUNNING_EXAMPLES)
def test_running_text_tells_what_was_asked_for(text: str, expected: tuple[Permit, ...]) -> None:
    assert tuple(one.permit for one in permits.permits_asked_for(text)) == expected


@pytest.mark.parametrize(("text", "expected"), nationalities.EXAMPLES)
def test_a_text_tells_a_nationality_plainly_or_none(text: str, expected: str, tables: Tables) -> None:
    told = nationalities.nationality_in(text, tables)
    assert (told.country if told else "") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Nigeria", "NG"),
        ("nigeriansk", "NG"),
        ("Nigeria (Italia)", "NG"),
        ("Viet Nam", "VN"),
        ("Nigeria, Ghana", None),
        ("Statsløs", None),
        ("", None),
    ],
)
def test_a_label_gives_one_country_or_none(value: str, expected: str | None, tables: Tables) -> None:
    assert nationalities.country_named(value, tables) == expected


def test_every_adjective_is_of_a_country_of_the_table(tables: Tables) -> None:
    known = {nationalities.country_named(adjective, tables) for adjective in nationalities._ADJECTIVES}
    assert known <= set(tables.countries)


@pytest.mark.parametrize(("text", "expected"), exploitation.EXAMPLES)
def test_words_tell_the_form_of_exploitation(text: str, expected: tuple[Exploitation, ...]) -> None:
    assert tuple(one.form for one in exploitation.exploitation_in(text)) == expected


@pytest.mark.parametrize(("text", "expected"), exploitation.MINOR_EXAMPLES)
def test_a_minor_is_told_only_where_a_sentence_says_so(text: str, expected: bool) -> None:
    assert bool(exploitation.minor_in(text)) == expected


@pytest.mark.parametrize(("text", "expected"), exploitation.ONE_EXAMPLES.items())
def test_a_case_is_one_persons_where_the_page_says_so(text: str, expected: str) -> None:
    assert exploitation.one_person_in(text) == expected


@pytest.mark.parametrize(("text", "year", "expected"), provisions.EXAMPLES)
def test_provisions_are_written_as_in_the_records(text: str, year: int, expected: tuple[str, ...]) -> None:
    assert tuple(provisions.unique(provisions.provisions_in(text, PartialDate(year)))) == expected


@pytest.mark.parametrize(("text", "expected"), decision_dates.EXAMPLES.items())
def test_a_date_is_as_exact_as_it_is_written(text: str, expected: str) -> None:
    assert str(decision_dates.date_in(text) or "") == expected


@pytest.mark.parametrize(("address", "expected"), decision_dates.ADDRESS_EXAMPLES.items())
def test_an_address_tells_month_or_year(address: str, expected: str) -> None:
    assert str(decision_dates.date_of_address(address) or "") == expected


@pytest.mark.parametrize(("text", "expected"), courts.EXAMPLES.items())
def test_words_tell_a_criminal_case_from_an_immigration_case(text: str, expected: str) -> None:
    assert courts.kind_told(text) == expected


@pytest.mark.parametrize(
    ("reference", "court", "instance"),
    [
        ("LB-2099-999901", "Borgarting lagmannsrett", "lagmannsrett"),
        ("HR-2099-9911-A", "Høyesterett", "hoyesterett"),
        ("HR-2099-9911-U", "Høyesteretts ankeutvalg", "ankeutvalg"),
        ("TOSLO-2099-999901", "Oslo tingrett", "tingrett"),
        ("TXYZ-2099-999901", None, "tingrett"),
        ("RG-2099-991", None, "unknown"),
    ],
)
def test_a_reference_tells_the_court_as_far_as_the_tables_go(
    reference: str, court: str | None, instance: str, tables: Tables
) -> None:
    assert courts.court_of(Reference.parse(reference), tables) == (court, instance)


@pytest.mark.parametrize(
    ("outcome", "asked", "country", "expected"),
    [
        ("rejected", ["reflection_first"], "NG", "Avslag på refleksjonsperiode, Nigeria"),
        ("granted", ["protection", "humanitarian"], None, "Innvilget beskyttelse og opphold på humanitært grunnlag"),
        (
            "rejected",
            ["witness", "protection", "humanitarian"],
            "MD",
            "Avslag på opphold som vitne, beskyttelse og opphold på humanitært grunnlag, Moldova",
        ),
        ("invalid", ["protection"], "NG", "Ugyldig vedtak om beskyttelse, Nigeria"),
        ("not_on_merits", ["dublin"], "ER", "Dublin-sak, Eritrea"),
        ("unknown", [], "VN", "Utlendingssak, Vietnam"),
        ("granted", [], None, ""),
    ],
)
def test_a_title_is_put_together_in_plain_words(
    outcome: ImmigrationOutcome, asked: list[Permit], country: str | None, expected: str, tables: Tables
) -> None:
    assert titles.title_of(outcome, asked, country, tables, "nb") == expected


def test_abbreviations_end_no_sentence() -> None:
    text = "UNE viste til utl. § 38, jf. Prop. 2. Klagen ble tatt til følge."
    assert list(sentences("Se nr. 2 i loven, jf. § 38. Klagen førte fram.")) == [
        "Se nr. 2 i loven, jf. § 38.",
        "Klagen førte fram.",
    ]
    assert list(sentences(text))[-1] == "Klagen ble tatt til følge."


@pytest.mark.parametrize(
    "text",
    [
        "omgjorde " * (LONG // 9),
        "staten og vilkårene " * (LONG // 20),
        "kvinne som er 20 år gammel, " * (LONG // 28),
        "utlendingsloven §§ 1 og 2, " * (LONG // 27),
        "a" * LONG,
        "jf. " * (LONG // 4),
    ],
)
def test_long_odd_texts_are_read_in_passing(text: str, tables: Tables) -> None:
    """No pattern goes over the same text again and again: the test would not end."""
    assert all(one.outcome for one in outcomes_in(text, "une", "all"))
    assert all(one.outcome for one in outcomes_in(text, "lagmannsrett", "all"))
    assert permits.permits_asked_for(text) is not None
    assert nationalities.nationality_in(text, tables) is None
    assert not exploitation.minor_in(text)
    assert provisions.provisions_in(text) is not None
