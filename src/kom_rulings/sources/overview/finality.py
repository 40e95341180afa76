"""Whether and since when a ruling is final, in the words of the column “rettskraftig”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.dates import PartialDate
from kom_rulings.records.criminal import HowFinal
from kom_rulings.sources.overview.dating import date_of

State = Literal["final", "not_final", "unknown"]

_UNKNOWN = re.compile(
    r"ikke kjent|ikkje kjent|ukjent|uvisst|usikkert|not known|unknown|\?|eller ikke|or not",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^\s*(?:nei|no|not final|ikke|ikkje)\b|(?:ikke|ikkje|not)\s+(?:enda |ennå |enno |yet )?(?:rettskraftig|final)|"
    r"urettskraftig|\b(?:er )?(?:påanket|anka|anket)\b(?!.*(?:nektet|avvist|forkast|trukket))|under anke"
    r"|pending|appealed\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^\s*(?:ja|yes|x|j)\b|rettskraftig|\bfinal\b|endelig|endeleg", re.IGNORECASE)
_HOW: Final[tuple[tuple[HowFinal, str], ...]] = (
    ("appeal_not_admitted", (r"nekt\w* (?:fremmet|fremja|fremmet)|ikke tillatt fremmet|ikkje tillaten fremja"
        r"|ankenektelse|leave (?:to appeal )?refused|nektet|nekta")),
    ("appeal_withdrawn", r"trukket|trekt|frafalt|withdrawn"),
    ("not_appealed", r"(?:ikke|ikkje) (?:på)?ank(?:et|a)|vedtatt|vedteke|not appealed"),
    ("final_instance", r"siste instans|final instance|Høyesteretts dom|Høgsteretts dom"),
)  # fmt: skip

#: Cells and what they say: whether the ruling is final, since when, and how it became so; the tests walk them.
EXAMPLES: Final = {
    "Ja": "final",
    "ja": "final",
    "Ja.": "final",
    "Yes": "final",
    "x": "final",
    "Rettskraftig": "final",
    "Endelig": "final",
    "Rettskraftig 12.05.2018": "final 2018-05-12",
    "Ja, 12. mai 2018": "final 2018-05-12",
    "Rettskraftig fra mai 2018": "final 2018-05",
    "Rettskraftig 2021": "final 2021",
    "Ja, anken nektet fremmet": "final appeal_not_admitted",
    "Anken nektet fremmet 3. mars 2019": "final 2019-03-03 appeal_not_admitted",
    "Ja (anken trukket)": "final appeal_withdrawn",
    "Ja, ikke påanket": "final not_appealed",
    "Ja, ikkje anka": "final not_appealed",
    "Vedtatt på stedet": "final not_appealed",
    "Siste instans": "final final_instance",
    "Nei": "not_final",
    "Nei, påanket": "not_final",
    "Ikke rettskraftig": "not_final",
    "Ikkje rettskraftig": "not_final",
    "Ikke rettskraftig per 31.12.2021": "not_final",
    "Ennå ikke rettskraftig": "not_final",
    "Påanket": "not_final",
    "Not final": "not_final",
    "No": "not_final",
    "Ukjent": "unknown",
    "ikke kjent": "unknown",
    "nei, eller ikke kjent": "unknown",
    "no, or not known": "unknown",
    "–": "unknown",
    "": "unknown",
}


@dataclass(frozen=True)
class Finality:
    """What a cell says of legal force."""

    state: State
    date: PartialDate | None = None
    how: HowFinal = "unknown"

    def __str__(self) -> str:
        how = "" if self.how == "unknown" else self.how
        return " ".join(filter(None, (self.state, str(self.date or ""), how)))


def finality_in(cell: str) -> Finality:
    """Read a cell of the column; what is doubtful is unknown."""
    if _UNKNOWN.search(cell):
        return Finality("unknown")
    how: HowFinal = next((code for code, words in _HOW if re.search(words, cell, re.IGNORECASE)), "unknown")
    if how == "unknown" and _NOT.search(cell):
        return Finality("not_final")
    if how != "unknown" or _YES.search(cell):
        return Finality("final", date_of(cell), how)
    return Finality("unknown")
