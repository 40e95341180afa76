"""Courts and boards by their names in a line, and by the codes in references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kom_rulings.records.case import Instance
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind, Reference
from kom_rulings.wording import N_

STRASBOURG: Final = "Den europeiske menneskerettsdomstolen"
_BY_SERIES: Final = N_("the series of the reference tells which court it is")
#: Abbreviations and other names, beside those of the table of courts.
_OTHER_NAMES: Final = (
    (
        "Høyesteretts ankeutvalg",
        r"Høyesteretts (?:kjæremåls|anke)utvalg|Høgsteretts (?:kjæremåls|anke)utval|ankeutvalget",
    ),
    ("Høyesterett", r"Høgsterett|HRs?(?![\w-])"),
    ("Utlendingsnemnda", r"UNE(?![\w-])"),
    ("Utlendingsdirektoratet", r"UDI(?![\w-])"),
    (STRASBOURG, r"EMDs?(?![\w-])|EMD-dom|ECtHR|Den europeiske menneskerettighetsdomstolen?"),
)
_LEVELS: Final[tuple[tuple[Instance, str], ...]] = (
    ("tingrett", r"[A-ZÆØÅ][\w-]+(?:(?:,? og | )[A-ZÆØÅ][\w-]+){0,3} (?:tingrett|byrett|herredsrett)(?![\w-])"),
    ("lagmannsrett", r"[A-ZÆØÅ][\w-]+ lagmannsrett(?![\w-])"),
    ("tingrett", r"(?<![\w-])(?:tingretten|byretten|TR)(?![\w-])"),
    ("lagmannsrett", r"(?<![\w-])(?:lagmannsretten|LR)(?![\w-])"),
)
#: The last letter of a reference of the Supreme Court tells who decided.
_BY_LETTER: Final[dict[str, Instance]] = {
    "A": "hoyesterett",
    "P": "hoyesterett",
    "S": "hoyesterett",
    "U": "ankeutvalg",
    "F": "ankeutvalg",
}
_CHAMBER: Final[tuple[tuple[Instance, str], ...]] = (
    ("echr_grand_chamber", r"\[GC\]|storkammer|grand chamber"),
    ("echr_committee", r"komité|komite|committee"),
    ("echr_plenary", r"plenum|plenary"),
    ("echr_chamber", r"(?<!stor)kammer|(?<!grand )chamber"),
)


class NamedCourt(NamedTuple):
    """A court and where it stands; ``name`` is empty where only its level is told."""

    name: str
    instance: Instance
    start: int
    end: int


def courts_in(text: str, tables: Tables) -> list[NamedCourt]:
    """The courts that a text names, in their order; of names inside each other the longer."""
    found = sorted(_named(text, tables), key=lambda one: (one.start, -one.end, not one.name))
    kept: list[NamedCourt] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def court_by_name(name: str, tables: Tables) -> tuple[str, Instance]:
    """A court by its name in either language, and its instance; its name as it stands where the table has no such."""
    row = next(
        (one for one in tables.courts if name.casefold() in {one.name.nb.casefold(), (one.name.en or "").casefold()}),
        None,
    )
    if row is not None:
        return row.name.nb, row.instances[0] if len(row.instances) == 1 else "unknown"
    level: Instance = (
        "lagmannsrett" if name.endswith("lagmannsrett") else "tingrett" if name.endswith("rett") else "unknown"
    )
    return name, level


def court_of(reference: Reference, tables: Tables) -> tuple[str, Instance, str]:
    """Court, instance, and how they were concluded, from a reference alone; empty where it does not tell."""
    if reference.kind is Kind.SUPREME_COURT:
        instance = _BY_LETTER.get(reference.text[-1], "unknown")
        return {"hoyesterett": "Høyesterett", "ankeutvalg": "Høyesteretts ankeutvalg"}.get(instance, ""), instance, ""
    if reference.kind is Kind.RETSTIDENDE:
        return "Høyesterett", "hoyesterett", _BY_SERIES
    if reference.kind in {Kind.APPLICATION, Kind.ECLI, Kind.HUDOC_ITEM}:
        return STRASBOURG, "unknown", ""
    if reference.kind is Kind.UNE_PRACTICE:
        return "Utlendingsnemnda", "une", ""
    rows = tables.courts_of(reference)
    if len(rows) == 1 and len(rows[0].instances) == 1:
        return rows[0].name.nb, rows[0].instances[0], ""
    levels: dict[Kind, Instance] = {Kind.COURT_OF_APPEAL: "lagmannsrett", Kind.DISTRICT_COURT: "tingrett"}
    return "", levels.get(reference.kind, "unknown"), ""


def chamber_in(text: str) -> Instance:
    """The formation of the Court in Strasbourg that a text names."""
    return next((code for code, words in _CHAMBER if re.search(words, text, re.IGNORECASE)), "unknown")


def _named(text: str, tables: Tables) -> Iterator[NamedCourt]:
    for pattern, name in _patterns(tables.courts):
        for match in re.finditer(pattern, text):
            yield NamedCourt(*court_by_name(name, tables), *match.span())
    for instance, words in _LEVELS:
        for match in re.finditer(words, text):
            name = match[0] if " " in match[0] else ""
            yield NamedCourt(name, instance, *match.span())


@lru_cache(maxsize=4)
def _patterns(courts: tuple[object, ...]) -> tuple[tuple[str, str], ...]:
    """A pattern for each name of each court; a name may stand in the genitive."""
    names = [(name, row.name.nb) for row in courts for name in (row.name.nb, row.name.en) if name]  # type: ignore[attr-defined]
    known = [(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", nb) for name, nb in names]
    others = [(rf"(?<![\w-])(?:{words})", nb) for nb, words in _OTHER_NAMES]
    return (*known, *others)
