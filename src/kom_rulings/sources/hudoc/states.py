"""Respondent states as the Court names them, in English and French, and the codes of the table of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.records.tables import Tables

#: Names of member states that the table of countries does not hold: in French, or as the Court writes them.
_NAMES: Final = {
    "albanie": "AL", "andorre": "AD", "arménie": "AM", "autriche": "AT", "azerbaïdjan": "AZ", "belgique": "BE",
    "bosnie-herzégovine": "BA", "bosnia and herzegovina": "BA", "bosnie et herzégovine": "BA", "bulgarie": "BG",
    "croatie": "HR", "chypre": "CY", "république tchèque": "CZ", "tchéquie": "CZ", "czech republic": "CZ",
    "danemark": "DK", "estonie": "EE", "finlande": "FI", "france": "FR", "géorgie": "GE", "allemagne": "DE",
    "grèce": "GR", "hellenic republic": "GR", "hongrie": "HU", "islande": "IS", "irlande": "IE", "italie": "IT",
    "lettonie": "LV", "liechtenstein": "LI", "lituanie": "LT", "luxembourg": "LU", "malte": "MT",
    "république de moldova": "MD", "moldova": "MD", "monaco": "MC", "monténégro": "ME", "pays-bas": "NL",
    "macédoine du nord": "MK", "former yugoslav republic of macedonia": "MK",
    "ex-république yougoslave de macédoine": "MK", "norvège": "NO", "pologne": "PL", "portugal": "PT",
    "roumanie": "RO", "russie": "RU", "russian federation": "RU", "fédération de russie": "RU", "saint-marin": "SM",
    "serbie": "RS", "slovaquie": "SK", "slovak republic": "SK", "république slovaque": "SK", "slovénie": "SI",
    "espagne": "ES", "suède": "SE", "suisse": "CH", "swiss confederation": "CH", "turquie": "TR", "türkiye": "TR",
    "ukraine": "UA", "royaume-uni": "GB",
}  # fmt: skip
#: States that were one and have no code now; their name holds “and”, which divides nothing.
_GONE: Final = frozenset({"serbia and montenegro", "serbie-et-monténégro", "serbie et monténégro"})
_ARTICLE: Final = re.compile(r"(?:the|la|le|les)\s+|l['’]", re.IGNORECASE)
_FORM: Final = re.compile(
    r"(?:federal republic|republic|kingdom|principality|grand duchy|république fédérale|république|royaume|"
    r"principauté|grand-duché) (?:of the |of |de la |de l['’]|des |du |de |d['’])",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*,\s*(?:(?:and|et)\s+)?|\s+(?:and|et)\s+", re.IGNORECASE)
_MOST_PIECES: Final = 3

#: Names of states in titles, and what is read in them; the tests walk them. ``?`` is a name without a code.
EXAMPLES: Final = {
    "Norway": ("NO",),
    "CYPRUS AND RUSSIA": ("CY", "RU"),
    "Germany, Italy and Greece": ("DE", "IT", "GR"),
    "the United Kingdom": ("GB",),
    "Bosnia and Herzegovina": ("BA",),
    "Bosnia and Herzegovina, Croatia, Serbia, Slovenia and the former Yugoslav Republic of Macedonia": (
        "BA", "HR", "RS", "SI", "MK",
    ),
    "the Republic of Moldova and Russia": ("MD", "RU"),
    "the Czech Republic": ("CZ",),
    "TÜRKİYE": ("TR",),
    "the Netherlands": ("NL",),
    "la Grèce": ("GR",),
    "l’Italie et la Bulgarie": ("IT", "BG"),
    "Royaume-Uni": ("GB",),
    "l'ex-République yougoslave de Macédoine": ("MK",),
    "the Kingdom of Norway": ("NO",),
    "the Federal Republic of Germany": ("DE",),
    "Serbia and Montenegro": ("?",),
    "Atlantis and Norway": ("?", "NO"),
    "San Marino": ("SM",),
}  # fmt: skip


@dataclass(frozen=True)
class State:
    """A state by the name on the page; the code is empty where the name is not known."""

    name: str
    code: str


def states_in(text: str, tables: Tables) -> list[State]:
    """The states that a title ends with, in their order."""
    pieces = [piece for piece in _BETWEEN.split(text.strip(" .")) if piece]
    found: list[State] = []
    while pieces:
        state, used = _first_state(pieces, tables)
        found.append(state)
        pieces = pieces[used:]
    return found


def code_of(name: str, tables: Tables) -> str:
    """The code of a state by a name in English or French, empty where it is not known."""
    for spelled in _spellings(name):
        code = _NAMES.get(spelled) or tables.country_code(spelled)
        if code:
            return code
    return ""


def _first_state(pieces: Sequence[str], tables: Tables) -> tuple[State, int]:
    """The state that the longest run of pieces names, since some names hold “and”."""
    for used in range(min(_MOST_PIECES, len(pieces)), 0, -1):
        for joint in (" and ", " et "):
            name = joint.join(pieces[:used])
            code = code_of(name, tables)
            if code or next(_spellings(name)) in _GONE:
                return State(name, code), used
    return State(pieces[0], ""), 1


def _spellings(name: str) -> Iterator[str]:
    plain = _ARTICLE.sub("", name.strip(), count=1) if _ARTICLE.match(name.strip()) else name.strip()
    yield (lowered := plain.casefold().replace("\u0307", ""))
    yield _FORM.sub("", lowered, count=1) if _FORM.match(lowered) else lowered


def names_of(states: Sequence[State], tables: Tables) -> dict[str, str]:
    """The codes of states by every name that they may have in a sentence, in small letters; empty if not known."""
    codes = {state.code for state in states if state.code}
    names: dict[str, str] = {name: code for name, code in _NAMES.items() if code in codes}
    names |= {next(_spellings(state.name)): state.code for state in states}
    for code in codes & set(tables.countries):
        row = tables.countries[code]
        names |= {name.casefold(): code for name in (row.en, *row.examples)}
    return names
