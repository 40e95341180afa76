"""Which pages are of UNE and which of udiregelverk.no, and pages that are odd."""

from __future__ import annotations

import pytest

from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.reading import page_of
from kom_rulings.records.tables import Tables
from kom_rulings.sources import udiregelverk, une

LABELS = "<p>Dokument-ID: {id}<br>Dokumentdato: 01.02.2019</p><h1>Asyl</h1><p>Klagen førte ikke fram.</p>"

LOVDATA = (
    "<h1>HR-2099-9911-A</h1><table><tr><th>Instans</th><td>Norges Høyesterett</td></tr>"
    "<tr><th>Dato</th><td>2099-01-02</td></tr><tr><th>Stikkord</th><td>Asyl</td></tr></table><p>(1) Tekst</p>"
)
JUDGMENT = """<p>Dokument-ID: LB-2099-999901<br>Dokumentdato: 01.02.2099</p><h1>Asyl</h1>
<p>Tingretten avsa dom med slik slutning:</p><p><b>Domsslutning</b></p><p>Utlendingsnemndas vedtak er ugyldig.</p>
<p>Staten har lagt ned slik påstand: Staten ved Utlendingsnemnda frifinnes.</p>{end}"""


def page(body: str, head: str = "") -> SavedPage:
    return page_of(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "side.html")


def sources_of(one: SavedPage) -> list[str]:
    return [name for name, module in (("une", une), ("udiregelverk", udiregelverk)) if module.recognises(one)]


@pytest.mark.parametrize(
    ("head", "number", "expected"),
    [
        ("", "N9911223344", ["une"]),
        ("", "LB-2099-999901", ["udiregelverk"]),
        ("<title>N9911223344 | udiregelverk.no</title>", "N9911223344", ["udiregelverk"]),
        ('<meta property="og:site_name" content="UNE">', "1", ["une"]),
        ('<link rel="canonical" href="https://une.no/x">', "1", ["une"]),
        ('<link rel="canonical" href="https://www.udiregelverk.no/x">', "N9911223344", ["udiregelverk"]),
        ('<link rel="canonical" href="https://lovdata.no/dokument/LBSIV/avgjorelse/lb-2099-1">', "LB-2099-1", []),
        ('<link rel="canonical" href="https://hudoc.echr.coe.int/eng?i=001-1">', "N9911223344", []),
        ('<link rel="canonical" href="https://fortune.no/x">', "N9911223344", []),
        ('<link rel="canonical" href="https://une.no.example.org/x">', "N9911223344", []),
    ],
)
def test_a_page_is_recognised_by_address_name_or_labels(head: str, number: str, expected: list[str]) -> None:
    assert sources_of(page(LABELS.format(id=number), head)) == expected


@pytest.mark.parametrize(
    "body",
    [
        LOVDATA,
        "<p>CASE OF X v. NORWAY</p><p>(Application no. 99991/99)</p><p>1. The case originated</p>",
        "<h1>Om menneskehandel</h1><p>UNE og UDI omtales her.</p>",
    ],
)
def test_pages_of_others_are_not_taken(body: str) -> None:
    assert sources_of(page(body)) == []


@pytest.mark.parametrize("number", ["", "ukjent", "RS 2099-011", "UDI 2099-144", "IM 2099-004"])
def test_documents_that_are_no_decision_give_no_draft(number: str, tables: Tables) -> None:
    assert udiregelverk.drafts(page(LABELS.format(id=number)), tables) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>",
        "<h1></h1><p>Dokument-ID:</p>",
        "<dl><dt>Dokument-ID</dt></dl><p>a</p>",
        "<p>Dokumentdato: 99.99.9999</p><p>Land: </p><p>Resultat:</p>",
        "<table><tr><td>Land</td></tr><tr><td>Dokument-ID</td><td>N9911223344</td><td>x</td></tr></table>",
        "<ul>" + "<li>LB-2099-1</li>" * 50 + "</ul>",
        "<p>(1)</p><p>(2)</p>",
    ],
)
def test_odd_pages_are_read_as_far_as_they_go(body: str, tables: Tables) -> None:
    for module, source in ((une, "une"), (udiregelverk, "udiregelverk")):
        assert all(draft.source == source for draft in module.drafts(page(body), tables))


def test_the_authors_summary_and_heading_are_not_taken_over(tables: Tables) -> None:
    body = "<p>Dokument-ID: N9911223344<br>Land: Nigeria</p><h1>Særegen overskrift</h1><p>Klagen førte ikke fram.</p>"
    (draft,) = une.drafts(page(body), tables)
    values = [str(one.value) for one in draft.fields]
    assert not any("Særegen" in value or "førte" in value for value in values)
    assert not any("summary" in one.path for one in draft.fields)


def test_a_page_without_conclusion_gives_no_outcome(tables: Tables) -> None:
    body = "<p>Dokument-ID: N9911223344</p><h1>Asyl</h1><p>Hun mente at klagen måtte tas til følge.</p>"
    (draft,) = une.drafts(page(body), tables)
    assert not any(one.path[-1] == "outcome" for one in draft.fields)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("<p>D O M S S L U T N I N G :</p><p>1. Staten ved Utlendingsnemnda frifinnes.</p>", ["valid"]),
        ("<h2>Slutning</h2><p>Vedtaket kjennes ugyldig.</p>", ["invalid"]),
        ("<p>Lagmannsretten fant at vedtaket var gyldig.</p>" + f"<p>{'Lang begrunnelse. ' * 80}</p>", ["valid"]),
        (f"<p>{'Lang begrunnelse. ' * 80}</p>", []),
    ],
)
def test_what_a_lower_court_or_a_party_concluded_is_no_outcome(end: str, expected: list[str], tables: Tables) -> None:
    (draft,) = udiregelverk.drafts(page(JUDGMENT.format(end=end)), tables)
    assert [one.value for one in draft.fields if one.path[-1] == "outcome"] == expected
