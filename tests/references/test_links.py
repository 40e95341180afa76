"""Addresses and ECLIs follow from a reference where the rule is sure, and are absent where it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from kom_rulings.references import Kind, Reference, hudoc_url, lovdata_url
from kom_rulings.references.ecli import DocumentType, ecli_for

LOVDATA = "https://lovdata.no/dokument"
HUDOC = "https://hudoc.echr.coe.int"


@pytest.mark.parametrize(
    ("text", "criminal", "expected"),
    [
        ("HR-2017-1124-A", True, "/HRSTR/avgjorelse/hr-2017-1124-a"),
        ("HR-2017-1124-A", False, "/HRSIV/avgjorelse/hr-2017-1124-a"),
        ("LB-2018-102939-2", True, "/LBSTR/avgjorelse/lb-2018-102939-2"),
        ("LE-2018-1", False, "/LESIV/avgjorelse/le-2018-1"),
        ("LH\u20132018\u201301", True, "/LHSTR/avgjorelse/lh-2018-1"),
        ("TROG-2020-186269", True, "/TRSTR/avgjorelse/trog-2020-186269"),
        ("TOSL-2022-105703", False, "/TRSIV/avgjorelse/tosl-2022-105703"),
        ("TSØR-2022-5", True, "/TRSTR/avgjorelse/ts%C3%B8r-2022-5"),
    ],
)
def test_lovdata_names_the_collection_by_court_and_branch(text: str, criminal: bool, expected: str) -> None:
    assert lovdata_url(Reference.parse(text), criminal=criminal) == LOVDATA + expected


@pytest.mark.parametrize(
    "text",
    [
        "Rt-2013-39",
        "RG-2004-1",
        "21-148951MED-TOSL/03",
        "sak nr. 2005/1641",
        "25965/04",
        "ECLI:CE:ECHR:2010:0107JUD002596504",
        "001-96549",
        "N1611201107",
    ],
)
@pytest.mark.parametrize("criminal", [True, False])
def test_lovdata_has_no_address_that_could_be_guessed(text: str, criminal: bool) -> None:
    assert lovdata_url(Reference.parse(text), criminal=criminal) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("001-96549", "/eng?i=001-96549"),
        ("25965/04", "/eng#%7B%22appno%22%3A%5B%2225965/04%22%5D%7D"),
        (
            "ECLI:CE:ECHR:2010:0107JUD002596504",
            "/eng#%7B%22ecli%22%3A%5B%22ECLI%3ACE%3AECHR%3A2010%3A0107JUD002596504%22%5D%7D",
        ),
    ],
)
def test_hudoc_is_asked_for_an_item_a_number_or_an_ecli(text: str, expected: str) -> None:
    assert hudoc_url(Reference.parse(text)) == HUDOC + expected


@pytest.mark.parametrize("text", ["HR-2017-1124-A", "Rt-2013-39", "LB-2018-1", "TOSL-2022-5", "sak nr. 2005/1641"])
def test_hudoc_has_no_norwegian_rulings(text: str) -> None:
    assert hudoc_url(Reference.parse(text)) is None


@pytest.mark.parametrize(
    ("number", "date", "document", "expected"),
    [
        ("1874/13", dt.date(2019, 10, 17), "JUD", "ECLI:CE:ECHR:2019:1017JUD000187413"),
        ("25965/04", dt.date(2010, 1, 7), "JUD", "ECLI:CE:ECHR:2010:0107JUD002596504"),
        ("01874/13", dt.date(2014, 12, 2), "DEC", "ECLI:CE:ECHR:2014:1202DEC000187413"),
        ("1/00", dt.date(2001, 2, 3), "DEC", "ECLI:CE:ECHR:2001:0203DEC000000100"),
    ],
)
def test_an_ecli_is_made_of_day_document_and_number(
    number: str, date: dt.date, document: DocumentType, expected: str
) -> None:
    ecli = ecli_for(Reference.parse(number), date, document)
    assert ecli == expected
    assert Reference.parse(ecli) == Reference(Kind.ECLI, expected)
