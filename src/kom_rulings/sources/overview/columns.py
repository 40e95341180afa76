"""The columns of a table of convictions, by the words at their heads, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

Column = Literal[
    "number", "year", "minors", "countries", "charged_countries", "victims", "charged", "convicted", "sentence",
    "redress", "final", "exploitation", "court", "date", "outcome", "rulings", "case", "other",
]  # fmt: skip

#: In the order in which they are tried.
_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("number", r"(?:løpe)?nr\.?|nummer|no\.?|#"),
    ("year", r"år|year|årstal\w*"),
    ("final", r".*(?:rettskraft|rettskraftig|legal force|\bfinal\b).*"),
    ("charged_countries", (r".*(?:tiltal|domfelt|domfelte|gjernings|defendant).*(?:land|nasjonalitet|statsborger"
        r"|country|countries|nationality).*")),
    ("minors", r"(?:antall |herav |hvorav |tal på )?(?:mindreårig|minor|barn|under 18|children).*"),
    ("victims", r".*(?:fornærm|offer|ofre|victim|fornerm).*"),
    ("countries", r".*(?:land|nasjonalitet|statsborger|opprinnelse|countr|nationalit).*"),
    ("charged", r".*(?:tiltal|defendant|charged|siktede).*"),
    ("convicted", r"(?:antall |tal på )?(?:domfelt|dømt|persons convicted|convicted).*"),
    ("redress", r".*(?:oppreisning|oppreising|erstatning|redress|compensation).*"),
    ("sentence", r".*(?:straff(?!esak|elov)|sentence|reaksjon|fengsel|imprisonment).*"),
    ("exploitation", r".*(?:utnytt|formål|føremål|exploitation|purpose|type menneskehandel).*"),
    ("outcome", r".*(?:utfall|resultat|outcome|result).*"),
    ("rulings", r"(?=.*(?:domstol|court|instans))(?=.*(?:dato|date|referanse|reference)).*"),
    ("court", r"(?:domstol|instans|rett|court|tingrett|lagmannsrett).*"),
    ("date", r".*(?:dato|avsagt|date|domsdato).*"),
    ("rulings", r".*(?:referanse|reference|saksnummer|saksnr|lovdata).*"),
    ("case", r".*(?:sak|case|avgjørelse|avgjerd|\bdom\b|navn|namn).*"),
)  # fmt: skip
_ENOUGH: Final = 3

#: Heads of columns and what they are read as; the tests walk them.
EXAMPLES: Final[Mapping[str, Column]] = {
    "Nr.": "number",
    "År": "year",
    "Sak": "case",
    "Sak/referanse": "rulings",
    "Referanse": "rulings",
    "Saksnavn": "case",
    "Domstol": "court",
    "Instans": "court",
    "Domstol, dato og referanse": "rulings",
    "Court, date and reference": "rulings",
    "Dato": "date",
    "Avsagt": "date",
    "Utnyttelse": "exploitation",
    "Formål": "exploitation",
    "Utnyttelsesform": "exploitation",
    "Fornærmede": "victims",
    "Fornærmede (antall/mindreårige/land)": "victims",
    "Ofre (under 18 år)": "victims",
    "Victims (under 18)": "victims",
    "Mindreårige": "minors",
    "Herav mindreårige": "minors",
    "Land": "countries",
    "Nasjonalitet": "countries",
    "Tiltalte": "charged",
    "Tiltaltes nasjonalitet": "charged_countries",
    "Domfelte": "convicted",
    "Persons convicted": "convicted",
    "Straff": "sentence",
    "Høyeste straff": "sentence",
    "Highest sentence": "sentence",
    "Oppreisning": "redress",
    "Oppreisning/erstatning": "redress",
    "Rettskraftig": "final",
    "Rettskraftig ja/nei": "final",
    "Final": "final",
    "Utfall": "outcome",
    "Merknad": "other",
}


def column_of(head: str) -> Column:
    """What the head of a column says that it holds."""
    plain = " ".join(re.sub(r"-\n", "", head).split()).strip(" :*").lower()
    return next((column for column, words in _COLUMNS if re.fullmatch(words, plain)), "other")


def columns_of(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column, ...]] | None:
    """The row that heads a table of cases and its columns; ``None`` where the table is of something else."""
    for n, row in enumerate(rows[:3]):
        columns = tuple(column_of(cell) if cell else "other" for cell in row)
        known = {one for one in columns if one not in {"other", "number", "year"}}
        if known & {"case", "rulings"} and len(known) >= _ENOUGH:
            return n, columns
    return None
