"""The cells and headings of overviews: every example that stands with a rule is walked here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from kom_rulings.records.tables import Tables
from kom_rulings.sources.overview import (
    columns,
    dating,
    exploitation,
    finality,
    findings,
    lengths,
    ruling_lines,
    strasbourg,
    sums,
)
from kom_rulings.sources.overview.victims import Persons, persons_in

Examples = Mapping[str, object]
TABLES: tuple[tuple[str, Examples, Callable[[str], object]], ...] = (
    ("dates", dating.EXAMPLES, lambda text: tuple(str(one.date) for one in dating.dates_in(text))),
    ("lengths", lengths.EXAMPLES, lambda text: tuple(map(str, lengths.sentences_in(text)))),
    ("sums", sums.EXAMPLES, lambda text: tuple(map(str, sums.sums_in(text)))),
    ("legal force", finality.EXAMPLES, lambda text: str(finality.finality_in(text))),
    ("exploitation", exploitation.EXAMPLES, lambda text: tuple(exploitation.forms_in(text))),
    ("findings", findings.EXAMPLES, lambda text: tuple(map(findings.written, findings.findings_in(text)))),
    ("columns", columns.EXAMPLES, columns.column_of),
)


def examples() -> Iterator[object]:
    for name, table, read in TABLES:
        for text, meaning in table.items():
            yield pytest.param(read, text, meaning, id=f"{name}: {text}")


@pytest.mark.parametrize(("read", "text", "meaning"), list(examples()))
def test_a_cell_is_read_as_its_example_says(read: Callable[[str], object], text: str, meaning: object) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize(("text", "meaning"), list(ruling_lines.EXAMPLES.items()))
def test_a_heading_line_gives_references_date_court_and_name(text: str, meaning: str, tables: Tables) -> None:
    assert str(ruling_lines.read_line(text, tables)) == meaning


@pytest.mark.parametrize(("name", "states"), list(strasbourg.EXAMPLES.items()))
def test_the_name_of_a_case_in_strasbourg_tells_the_states(name: str, states: tuple[str, ...], tables: Tables) -> None:
    assert tuple(strasbourg.respondents(name, tables)) == states


@pytest.mark.parametrize(
    ("cell", "persons"),
    [
        ("3", Persons(3)),
        ("tre", Persons(3)),
        ("ca. 5", Persons(5, approximate=True)),
        ("10 (ikke kjent)", Persons(10)),
        ("3 (minst én)", Persons(3, minors="some")),
        ("2 (2)", Persons(2, minors=2)),
        ("om lag 9 (0)", Persons(9, approximate=True, minors=0)),
        ("4 (2 mindreårige), Nigeria og Romania", Persons(4, minors=2, countries=("NG", "RO"))),
        ("4, alle mindreårige, Litauen", Persons(4, minors=4, countries=("LT",))),
        ("2\n1 under 18\nThailand", Persons(2, minors=1, countries=("TH",))),
        ("3 nigerianske kvinner", Persons(3, countries=("NG",))),
        ("1, 15 år gammel", Persons(1)),
        ("minst 3", Persons(rest=("minst 3",))),
        ("Flere", Persons(rest=("Flere",))),
        ("", Persons()),
    ],
)
def test_persons_are_counted_only_where_the_cell_gives_an_exact_number(
    cell: str, persons: Persons, tables: Tables
) -> None:
    assert persons_in(cell, tables) == persons


def test_there_are_enough_examples_of_each_rule() -> None:
    sizes = {name: len(table) for name, table, _ in TABLES}
    assert sizes["lengths"] >= 30
    assert sizes["sums"] >= 20
    assert len(ruling_lines.EXAMPLES) >= 25
