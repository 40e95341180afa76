"""Drafts for the tests, as a source would make them."""

from __future__ import annotations

from kom_rulings.importing.origin import Origin
from kom_rulings.sources.draft import Draft, TextPart, Understood

ORIGIN = Origin("lovdata", "side.html", "a" * 64, "https://lovdata.no/dokument/x", "2026-11-20")

#: A ruling of a court of appeal with the chain before it; the outcome is a guess.
APPEAL = Draft(
    source="lovdata",
    kind="criminal",
    title="LB-2019-1000",
    references=("LB-2019-1000", "TOSLO-2018-500"),
    fields=(
        Understood(("title", "nb"), "Lagmannsretten – menneskehandel", "LB-2019-1000", "satt sammen"),
        Understood(("keywords", "nb"), ["menneskehandel", "straffutmåling"], "Stikkord"),
        Understood(("rulings", 0, "court"), "Oslo tingrett", "Oslo tingrett TOSLO-2018-500"),
        Understood(("rulings", 0, "instance"), "tingrett", "Oslo tingrett TOSLO-2018-500"),
        Understood(("rulings", 0, "references"), ["TOSLO-2018-500"], "Oslo tingrett TOSLO-2018-500"),
        Understood(("rulings", 1, "court"), "Borgarting lagmannsrett", "Instans"),
        Understood(("rulings", 1, "instance"), "lagmannsrett", "Instans"),
        Understood(("rulings", 1, "references"), ["LB-2019-1000"], "Publisert"),
        Understood(("rulings", 1, "date"), "2019-09-10", "10. september 2019"),
        Understood(("rulings", 1, "outcome"), "upheld", "Anken forkastes.", "fra slutningen"),
        Understood(("rulings", 1, "note"), "Kort.", "Sammendrag"),
    ),
    texts=(
        TextPart("", ((1, "Saken gjelder straffutmåling."), (2, "Anken\nforkastes."))),
        TextPart("Dissens", ((1, "Jeg er uenig."),)),
    ),
    text_reference="LB-2019-1000",
    left_over=("Sist oppdatert: i går",),
    remarks=("Navn på siden",),
)
