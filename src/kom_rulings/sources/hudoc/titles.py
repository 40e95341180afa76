"""The name of a case before the Court: as its page writes it, and concluded from that in bokmål."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.records.tables import Tables
from kom_rulings.sources.hudoc.states import State, states_in

#: In small letters always: “C.N. et V. c. France” has a V. that is a person.
_VERSUS: Final = re.compile(r"\s+(?:v\.?|c\.|against|contre|AGAINST|CONTRE)\s+")
_BEFORE: Final = re.compile(
    r"(?:the\s+)?case\s+of\s+|in\s+the\s+case\s+of\s+|(?:l['’])?affaire\s+|en\s+l['’]affaire\s+|(?:lodged\s+|brought\s+)?by\s+|"
    r"(?:introduites?\s+|présentées?\s+)?par\s+",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\s*\((?:no\.?|n[°ºo])\s*(\d{1,2})\)", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"\s*(?:\[GC\]|\((?:dec|déc)\.?\)|\((?:just|merits|striking|fond|satisfaction)[^)]*\))\s*$", re.IGNORECASE
)
_NB: Final = (
    (re.compile(r"\s+(?:and\s+others|et\s+autres)\b", re.IGNORECASE), " m.fl."),
    (re.compile(r"\s+(?:and|et)\s+", re.IGNORECASE), " og "),
)
_SMALL: Final = frozenset({"AND", "THE", "OF", "ET", "DE", "DU", "DES", "LA", "LE"})

#: Names of cases and what they are in English (or as the page has it) and bokmål; the tests walk them.
EXAMPLES: Final = {
    "In the case of X.Y. v. Norway,": ("X.Y. v. Norway", "X.Y. mot Norge"),
    "CASE OF X.Y. AND OTHERS v. GREECE": ("X.Y. and Others v. Greece", "X.Y. m.fl. mot Hellas"),
    "In the case of X. and Y. v. the United "
    "Kingdom,": ("X. and Y. v. the United Kingdom", "X. og Y. mot Storbritannia"),
    "In the case of X.Y. v. Cyprus and Russia,": ("X.Y. v. Cyprus and Russia", "X.Y. mot Kypros og Russland"),
    "X.Y. against the Republic of Moldova": ("X.Y. v. the Republic of Moldova", "X.Y. mot Moldova"),
    "by X.Y. and Others against Sweden": ("X.Y. and Others v. Sweden", "X.Y. m.fl. mot Sverige"),
    "X.Y. v. Norway (no. 2)": ("X.Y. v. Norway (no. 2)", "X.Y. mot Norge (nr. 2)"),
    "X.Y. v. Norway [GC]": ("X.Y. v. Norway", "X.Y. mot Norge"),
    "En l’affaire X.Y. et autres c. Suisse,": ("X.Y. et autres c. Suisse", "X.Y. m.fl. mot Sveits"),
    "X.Y. contre la Grèce": ("X.Y. c. la Grèce", "X.Y. mot Hellas"),
    "En l’affaire C.N. et V. c. France,": ("C.N. et V. c. France", "C.N. og V. mot Frankrike"),
    "CASE OF C.N. AND V. v. FRANCE": ("C.N. and V. v. France", "C.N. og V. mot Frankrike"),
    "CASE OF BEE v. TÜRKİYE": ("Bee v. Türkiye", "Bee mot Tyrkia"),
    "CASE OF X.Y. v. ATLANTIS": ("X.Y. v. Atlantis", ""),
    "In the case of the journey": None,
}  # fmt: skip


@dataclass(frozen=True)
class Title:
    """The name of a case: ``own`` in the words of the page, ``nb`` in bokmål, empty where a state is not known."""

    own: str
    nb: str
    states: tuple[State, ...]
    recased: bool


def title_in(text: str, tables: Tables) -> Title | None:
    """Read the name of a case, if the text is one."""
    plain = _BEHIND.sub("", " ".join(text.split()).strip(" ,;"))
    versus = list(_VERSUS.finditer(plain))
    if not versus:
        return None
    last = versus[-1]
    before = _BEFORE.match(plain)
    applicant, respondent = (
        plain[before.end() if before else 0 : last.start()].strip(" ,"),
        plain[last.end() :].strip(" ,."),
    )
    number = _NUMBER.search(respondent)
    states = states_in(_NUMBER.sub("", respondent), tables)
    if not applicant or not states:
        return None
    recased = respondent.isupper() and len(respondent) > 1
    applicant, respondent = (_recased(applicant), _recased(respondent)) if recased else (applicant, respondent)
    french = last[0].strip().lower() in ("c.", "contre")
    own = f"{applicant} {'c.' if french else 'v.'} {respondent}"
    return Title(own, _in_bokmal(applicant, states, number and number[1], tables), tuple(states), recased)


def _in_bokmal(applicant: str, states: Sequence[State], number: str | None, tables: Tables) -> str:
    if any(state.code not in tables.countries for state in states):
        return ""
    names = [tables.countries[state.code].nb for state in states]
    respondent = f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else names[0]
    for pattern, words in _NB:
        applicant = pattern.sub(words, applicant)
    return f"{applicant} mot {respondent}" + (f" (nr. {number})" if number else "")


def _recased(text: str) -> str:
    """Words of a title in capitals as they are written elsewhere; initials stay as they are."""
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    if word in _SMALL:
        return word.lower()
    cased = "-".join(part.capitalize() for part in word.split("-")).replace("i\u0307", "i")
    return word if "." in word or not word.isupper() else cased
