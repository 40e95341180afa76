"""Whether the “Saksgang” or the parties of a page say that a case is a criminal or an immigration case."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.records.case import Kind

_CRIMINAL: Final = re.compile(
    r"\bstraffesak(?:en|er)?\b|\b(?:den offentlege |den offentlige )?påtalemyndighet(?:en|a)?\b|\bpåtalemakta\b"
    r"|\b(?:riks|stats)advokat(?:en)?\b|(?<!\d)\d\d[-–]\d{4,6}(?:STR|AST|MED|ENE)[-–][A-ZÆØÅ]{4}",
    re.IGNORECASE,
)
_IMMIGRATION: Final = re.compile(
    r"\bStaten v(?:/|ed )\s?(?:Utlendingsnemnda|UNE|Utlendingsdirektoratet)\b|\butlendingsnemnd(?:a|en)s?\b|\bUNE\b"
    r"|\butlendingslov(?:en|a)\b|\butlendingssak(?:en)?\b",
    re.IGNORECASE,
)
_CIVIL: Final = re.compile(r"\bsivil(?:e)? sak|\bsivilsak", re.IGNORECASE)

#: Texts, the kind that they tell, and the words that tell it, as a table that the tests walk.
EXAMPLES: Final[tuple[tuple[str, str | None, str], ...]] = (
    ("Høyesterett HR-2099-469-U, straffesak, anke over kjennelse.", "criminal", "straffesak"),
    ("Påtalemyndigheten mot A", "criminal", "Påtalemyndigheten"),
    ("Den offentlige påtalemyndighet mot A", "criminal", "Den offentlige påtalemyndighet"),
    ("Påtalemakta mot A", "criminal", "Påtalemakta"),
    ("(sak nr. 99-015059STR-HRET)", "criminal", "99-015059STR-HRET"),
    ("LB-2099-1 (99-123456AST-BORG/01)", "criminal", "99-123456AST-BORG"),
    ("sivil sak, anke over dom: A mot Staten v/Utlendingsnemnda", "immigration", "Staten v/Utlendingsnemnda"),
    ("Utlendingsnemnda – Oslo tingrett TOSLO-2099-1", "immigration", "Utlendingsnemnda"),
    ("Gyldigheten av vedtak etter utlendingsloven", "immigration", "utlendingsloven"),
    ("Straffesak om brudd på utlendingsloven § 108", "criminal", "Straffesak"),
    ("sivil sak, A mot B", None, ""),
    ("", None, ""),
)


def kind_told(text: str) -> tuple[Kind | None, str]:
    """The kind of the case, criminal or immigration, and the words that say so; nothing where none do.

    A civil case is no criminal case, whatever else the text names.
    """
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    criminal, immigration = _CRIMINAL.search(text), _IMMIGRATION.search(text)
    if criminal and not (immigration and _CIVIL.search(text)):
        return "criminal", criminal[0]
    return ("immigration", immigration[0]) if immigration else (None, "")
