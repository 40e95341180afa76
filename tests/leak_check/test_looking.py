"""Each text is scanned once, however often it stands in the records and in what leaves."""

from __future__ import annotations

import pytest

from kom_rulings.privacy import looking
from kom_rulings.privacy.known_names import KnownNames, load_known_names
from kom_rulings.privacy.looking import Lookout
from kom_rulings.privacy.sighting import Sighting
from kom_rulings.records.tables import Tables


@pytest.fixture
def known(tables: Tables) -> KnownNames:
    return load_known_names(tables)


def test_the_same_text_is_scanned_once(known: KnownNames, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned: list[str] = []

    def scan(text: str, _: KnownNames) -> list[Sighting]:
        scanned.append(text)
        return []

    monkeypatch.setattr(looking, "find_sightings", scan)
    lookout = Lookout(known)
    for text in ("en", "to", "en", "en"):
        lookout.in_text(text)
    assert scanned == ["en", "to"]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("kari-testesen.yaml", ["person-name"]),
        ("Kari_Testesen.docx", ["person-name"]),
        ("sak_120399_12345.csv", ["identity-number"]),
        ("lime-saken.LB-2018-102939-2.txt", []),
        ("oslo-2015-rumenere-tigging-tyveri.yaml", []),
        ("overview-en.docx", []),
    ],
)
def test_names_of_files_are_read_as_words(name: str, kinds: list[str], known: KnownNames) -> None:
    assert [one.kind for one in Lookout(known).in_file_name(name)] == kinds


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("https://avis.eksempel.test/2019/kari-testesen-vitnet", ["person-name"]),
        ("https://lovdata.no/dokument/LASTR/avgjorelse/la-2018-102939", []),
        ("https://hudoc.echr.coe.int/eng?i=001-96549", []),
    ],
)
def test_addresses_are_read_as_words(address: str, kinds: list[str], known: KnownNames) -> None:
    assert [one.kind for one in Lookout(known).in_address(address)] == kinds
