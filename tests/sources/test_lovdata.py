"""The parts of a page at Lovdata: keywords, kind, provisions, steps of the case and what the operative part decides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kom_rulings.dates import PartialDate
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Value
from kom_rulings.sources.lovdata import keywords, kinds, operative, provisions
from kom_rulings.sources.lovdata.chain import chain_in
from kom_rulings.sources.lovdata.court_names import court_named
from kom_rulings.sources.lovdata.operative import Decided, decided

YEAR = PartialDate(2018)


def length(value: Value) -> str:
    assert isinstance(value, Mapping)
    return "-".join(str(value.get(unit, 0)) for unit in ("years", "months", "days"))


def defendant(one: Mapping[str, Value]) -> str:
    sentence = f" {length(one['imprisonment'])}" if "imprisonment" in one else ""
    suspended = f"/{length(one['suspended'])}" if "suspended" in one else ""
    return f"{one['label']} {one['outcome']}{sentence}{suspended}"


def award(one: Mapping[str, Value]) -> str:
    return f"{one['type']} {one['amount']}" + (f" to {one['to']}" if "to" in one else "")


def told(found: Decided) -> str:
    people, sums = map(defendant, found.defendants), map(award, found.compensation)
    return f"{found.outcome or ''}|{'; '.join(people)}|{'; '.join(sums)}"


@pytest.mark.parametrize(("line", "expected"), operative.EXAMPLES.items())
def test_a_line_of_an_operative_part_decides_what_the_table_says(line: str, expected: str) -> None:
    assert told(decided([line], YEAR)) == expected


def test_a_change_of_the_sentence_and_an_appeal_dismissed_otherwise_is_a_change() -> None:
    lines = ["1. I tingrettens dom gjøres den endring at straffen settes til fengsel i 4 år.", "2. Anken forkastes."]
    assert decided(lines, YEAR).outcome == "sentence_changed"


def test_where_the_lines_disagree_no_outcome_is_read_and_the_lines_are_told() -> None:
    found = decided(["1. A frifinnes.", "2. Anken forkastes."], YEAR)
    assert (found.outcome, found.defendants) == (None, ())
    assert found.unclear == ("A: acquitted", "upheld")


def test_a_name_in_an_operative_part_is_not_told_among_what_is_unclear() -> None:
    found = decided(["Ola Testmann, født 1. januar 1980, dømmes for overtredelse av straffeloven § 321 til bot."], YEAR)
    assert "Testmann" not in " ".join(found.unclear)
    assert found.names_seen


@pytest.mark.parametrize(("text", "expected"), keywords.EXAMPLES)
def test_keywords_are_a_list_without_provisions(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(keywords.keywords_in(text)) == expected


@pytest.mark.parametrize(("text", "kind", "words"), kinds.EXAMPLES)
def test_the_kind_of_a_case_is_told_by_words_that_say_it(text: str, kind: str | None, words: str) -> None:
    assert kinds.kind_told(text) == (kind, words)


@pytest.mark.parametrize(("text", "year", "expected"), provisions.EXAMPLES)
def test_provisions_are_read_by_the_law_in_force_in_the_year(
    text: str, year: int | None, expected: tuple[str, ...]
) -> None:
    assert tuple(provisions.provisions_in(text, PartialDate(year) if year else None)) == expected


CHAINS = {
    "": (),
    "Saken er anket.": (),
    "Oslo tingrett TOSLO-2099-1 – Borgarting lagmannsrett LB-2099-2.": (
        "Oslo tingrett TOSLO-2099-1",
        "Borgarting lagmannsrett LB-2099-2",
    ),
    "Oslo tingrett 3. mars 2098 – Borgarting lagmannsrett LB-2099-2 (99-123456AST-BORG/01)": (
        "Oslo tingrett 2098-03-03",
        "Borgarting lagmannsrett LB-2099-2 99-123456AST-BORG/01",
    ),
    "Oslo tingrett TOSLO-2099-1. Anket til Høyesterett.": ("Oslo tingrett TOSLO-2099-1",),
    "Høyesterett HR-2099-1-U, straffesak, anke over dom fra Oslo tingrett": ("Høyesteretts ankeutvalg HR-2099-1-U",),
    "Høyesterett HR-2099-1-A, (sak nr. 99-900101STR-HRET), straffesak": ("Høyesterett HR-2099-1-A 99-900101STR-HRET",),
    "Utlendingsnemnda – Oslo tingrett TOSLO-2099-1": ("Utlendingsnemnda", "Oslo tingrett TOSLO-2099-1"),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.items())
def test_the_steps_of_a_case_are_its_courts_with_references_and_days(
    text: str, expected: tuple[str, ...], tables: Tables
) -> None:
    steps = (" ".join((one.court, *one.references, *filter(None, [one.date]))) for one in chain_in(text, tables))
    assert tuple(steps) == expected


def test_a_court_that_the_tables_do_not_know_is_named_as_written_and_not_known(tables: Tables) -> None:
    named = court_named("Anke fra Eksempel tingrett", tables)
    assert named is not None
    assert (named.name, named.instance, named.known) == ("Eksempel tingrett", "tingrett", False)
