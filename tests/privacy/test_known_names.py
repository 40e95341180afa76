"""Public names are known from the data, from the tables, from the register and from what a workspace adds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.errors import DataTableBroken
from kom_rulings.files.paths import KNOWN_NAMES_FILE, TABLES, rulings_folder, unexpected
from kom_rulings.privacy.known_names import KnownNames, Sort, load_known_names
from kom_rulings.privacy.scanning import find_sightings
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import Tables

OURS = """\
people: [Ola Prøvesen]
places: [Prøvevik]
contacts: [postmottak@eksempel.no, +47 98 76 54 32, "Eksempelgata 1, 0155 Oslo"]
"""

Writer = Callable[[dict[str, str]], Path]


def kinds(text: str, known: KnownNames) -> list[str]:
    return [one.kind for one in find_sightings(text, known)]


@pytest.fixture
def extended(tables: Tables, records_of: Writer) -> KnownNames:
    """Ours, and what a workspace adds."""
    root = records_of({f"{TABLES}/{KNOWN_NAMES_FILE}": OURS})
    assert list(unexpected(root)) == []
    return load_known_names(tables, extra_folder=rulings_folder(root) / TABLES)


@pytest.mark.parametrize(
    "text",
    [
        "Ola Prøvesen ledet nemnda.",
        "Skriv til postmottak@eksempel.no.",
        "Tlf. 98 76 54 32, +4798765432",
        "Eksempelgata 1, 0155 Oslo",
    ],
)
def test_what_a_workspace_adds_may_stand(text: str, extended: KnownNames, known: KnownNames) -> None:
    assert kinds(text, known) != []
    assert kinds(text, extended) in ([], ["phone"] if "Tlf" in text else [])


def test_a_place_of_the_workspace_is_small(extended: KnownNames) -> None:
    assert kinds("A.B. drev et hotell i Prøvevik", extended) == ["initials-with-place"]


def test_a_file_of_names_that_cannot_be_used_is_told(tables: Tables, records_of: Writer) -> None:
    root = records_of({f"{TABLES}/{KNOWN_NAMES_FILE}": "folk: [Ola Prøvesen]\n"})
    with pytest.raises(DataTableBroken):
        load_known_names(tables, extra_folder=rulings_folder(root) / TABLES)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Oslo tingrett", Sort.COURT),
        ("Supreme Court", Sort.COURT),
        ("Sierra Leone", Sort.COUNTRY),
        ("Kragerø", Sort.PLACE),
        ("Oslo", Sort.LARGE_PLACE),
        ("Bergens Tidende", Sort.ORGANISATION),
        ("Kari Testesen", None),
    ],
)
def test_a_public_name_is_known_with_what_it_names(name: str, sort: Sort | None, known: KnownNames) -> None:
    assert known.sort_of(name) is sort


def test_an_applicant_in_a_title_of_strasbourg_is_named_in_public(tables: Tables, known: KnownNames) -> None:
    without = load_known_names(tables)
    assert kinds("Dommen om Tibet Menteş og arbeidstid", without) == ["person-name"]
    assert kinds("Dommen om Tibet Menteş og arbeidstid", known) == []


def test_a_title_of_a_norwegian_case_makes_no_name_public(tables: Tables, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("nb: Lime-saken –", "nb: Kari Testesen –"), encoding="utf-8"
    )
    register = load_register(workspace_copy)[0]
    assert kinds("Kari Testesen", load_known_names(tables, register)) == ["person-name"]


@pytest.mark.parametrize(
    "text",
    [
        "dommer Kari Testesen",
        "Kari Testesen, dommer",
        "dommerne Ola Prøvesen, Per Eksempelsen og Kari Testesen",
        "Ola Prøvesen, President, Per Eksempelsen, Kari Testesen, judges,",
        "Kari Testesen v. Norway",
        "Kari Testesen m.fl. mot Norge",
    ],
)
def test_a_name_borne_in_public_may_stand(text: str, known: KnownNames) -> None:
    assert kinds(text, known) == []


@pytest.mark.parametrize(
    "text",
    [
        "dommerens nabo Kari Testesen",
        "Dommeren møtte. Kari Testesen forklarte seg",
        "tiltalte Kari Testesen, forsvarer advokat Ola Prøvesen",
        "dommer Ola Prøvesen avhørte Kari Testesen",
        "advokat Ola Prøvesen, Kari Testesen",
        "Kari Testesen mot staten",
    ],
)
def test_who_only_stands_near_a_judge_or_counsel_is_told(text: str, known: KnownNames) -> None:
    assert [one.text for one in find_sightings(text, known)] == ["Kari Testesen"]
