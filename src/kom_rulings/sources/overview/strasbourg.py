"""Names of cases in Strasbourg: the states in them, and the name in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Understood
from kom_rulings.sources.hudoc.states import states_in
from kom_rulings.wording import N_

_AGAINST = re.compile(r"\s+(?:v\.?|vs\.?|mot|c\.)\s+")
_AND = re.compile(r"\s*,\s*|\s+(?:og|and)\s+")
#: Nynorsk names beside those of the table of countries.
_MORE: Final = {"noreg": "NO", "austerrike": "AT", "sveits": "CH"}
_TRANSLATED: Final = N_("translated from the English name, with the states by their Norwegian names")
_ENGLISH_ONLY: Final = N_("the page gives the title in English only")

#: Names and the states in them; the tests walk them.
EXAMPLES: Final = {
    "Rantsev v. Cyprus and Russia": ("CY", "RU"),
    "Rantsev mot Kypros og Russland": ("CY", "RU"),
    "V.C.L. and A.N. v. the United Kingdom": ("GB",),
    "X.Y. mot Bosnia-Hercegovina": ("BA",),
    "X.Y. v. Bosnia and Herzegovina": ("BA",),
    "X.Y. mot Atlantis": (),
    "Lime-saken": (),
}


def respondents(name: str, tables: Tables) -> list[str]:
    """The codes of the states that a case is against; none where one of them is not known."""
    pieces = _AGAINST.split(name)
    if len(pieces) != 2:  # noqa: PLR2004 - who against whom
        return []
    states = re.sub(r"\s*[–(].*$", "", pieces[1]).strip(" .")
    codes = [one.code for one in states_in(states, tables)]
    if not all(codes):
        codes = [tables.country_code(state) or _MORE.get(state.lower(), "") for state in _AND.split(states)]
    return codes if all(codes) else []


def titles(name: str, tables: Tables) -> Iterator[Understood]:
    """The title in the language that the name is in; an English name gives the Norwegian one as a guess."""
    if not re.search(r"\s(?:v\.?|vs\.?)\s", name):
        yield Understood(("title", "nb"), name, name)
        return
    yield Understood(("title", "en"), name, name)
    states = [tables.countries[code].nb for code in respondents(name, tables) if code in tables.countries]
    who = _AGAINST.split(name)[0].replace(" and Others", " m.fl.").replace(" and ", " og ")
    listed = " og ".join(filter(None, (", ".join(states[:-1]), *states[-1:])))
    yield Understood(
        ("title", "nb"), f"{who} mot {listed}" if states else name, name, _TRANSLATED if states else _ENGLISH_ONLY
    )
