"""Which court a reference belongs to, and whether a ruling is of a criminal case or of an immigration case."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.records.case import Instance
from kom_rulings.records.tables import Tables, court_code
from kom_rulings.references import Kind, Reference

COURT_KINDS: Final = frozenset(
    {
        Kind.SUPREME_COURT,
        Kind.RETSTIDENDE,
        Kind.RETTENS_GANG,
        Kind.COURT_OF_APPEAL,
        Kind.DISTRICT_COURT,
        Kind.COURT_FILE,
    }
)
_IMMIGRATION: Final = re.compile(
    r"utlending\w*|\basyl\w*|flyktning\w*|opphold(?:stillatelse|et|s)?\b|opphald\w*|refleksjonsperiode\w*|\bUN[ED]\b|\bUDI\b|"
    r"Dublin\w*|utvis\w+|beskyttelse",
    re.IGNORECASE,
)
_CRIMINAL: Final = re.compile(
    r"straffe\w*|strl\.|\btiltal\w*|domfel\w*|frifinn\w*|påtale\w*|fengsel\w*|fornærmede\w*|overtredelse\w*|anklag\w*|"
    r"tvangsarbeid|utnytt(?:ing|else)\w*",
    re.IGNORECASE,
)

#: Texts and what kind of case they tell of, as a table that the tests walk; empty where they do not tell.
EXAMPLES: Final = {
    "Strafferett. Menneskehandel til tvangsarbeid. Saken gjaldt straffeloven § 224.": "criminal",
    "Utlendingsrett. Menneskehandel. Gyldigheten av Utlendingsnemndas vedtak.": "immigration",
    "Utlendingsloven § 108. Tiltalte frifinnes for menneskehandel, straffeloven § 224.": "criminal",
    "Avslag på beskyttelse etter utlendingsloven § 28. Tidligere utnyttelse.": "immigration",
    "Oppreisning": "",
}


def court_of(reference: Reference, tables: Tables) -> tuple[str | None, Instance]:
    """The name of the court where the tables know it, and its instance, “unknown” where the reference does not tell."""
    code = court_code(reference) or ""
    if code == "HR":
        committee = reference.text.endswith("-U")
        return ("Høyesteretts ankeutvalg", "ankeutvalg") if committee else ("Høyesterett", "hoyesterett")
    courts = tables.courts_of(reference)
    name = courts[0].name.nb if len(courts) == 1 else None
    if reference.kind is Kind.COURT_OF_APPEAL:
        return name, "lagmannsrett"
    if reference.kind is Kind.DISTRICT_COURT:
        return name, "tingrett"
    return name, courts[0].instances[0] if name else "unknown"


def kind_told(text: str) -> str:
    """``criminal`` or ``immigration`` by which words there are more of; empty where there are none."""
    criminal, immigration = len(_CRIMINAL.findall(text)), len(_IMMIGRATION.findall(text))
    if not criminal and not immigration:
        return ""
    return "criminal" if criminal > immigration else "immigration"
