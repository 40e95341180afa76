"""The provisions that the metadata of a page at Lovdata or an operative part names, as the records write them."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.sources.immigration import provisions

#: The laws in the addresses of Lovdata, by the date and number that they were given.
_LAWS: Final = {
    "2005-05-20-28": "straffeloven 2005",
    "1902-05-22-10": "straffeloven 1902",
    "2008-05-15-35": "utlendingsloven",
    "1988-06-24-64": "utlendingsloven av 1988",
    "2009-10-15-1286": "utlendingsforskriften",
}
_LINKED: Final = re.compile(
    r"(?:LOV|FOR)-(?P<law>\d{4}-\d\d-\d\d-\d{1,4})(?:[-/ ,]{1,3}§ ?(?P<section>\d+(?:-\d+)?(?:[a-z](?![\wæøå]))?))",
    re.IGNORECASE,
)
_CODE: Final = r"\b(straffelov(?:en|a)|strl\.?)"
_OTHER_SPELLING: Final = (
    (re.compile(r"[\u00a0\u202f]|\s+"), " "),
    (re.compile(r"\u00ad"), ""),
    (re.compile(r"\bart (?=\d)", re.IGNORECASE), "art. "),
    (re.compile(rf"{_CODE} (?:av )?\(?(?:20\. mai )?2005\)?(?: nr\. ?28)?", re.IGNORECASE), r"\1 2005"),
    (re.compile(rf"{_CODE} (?:av )?\(?(?:22\. mai )?1902\)?(?: nr\. ?10)?", re.IGNORECASE), r"\1 1902"),
    (re.compile(r"\bstrl\. ?(?=\d{4})", re.IGNORECASE), "straffeloven "),
)  # fmt: skip
#: From this year a section of “straffeloven” without year is that of the code of 2005, in force from 1 October 2015.
_NEW_CODE: Final = PartialDate(2016)
_SIGN: Final = re.compile(r"§|\b(?:LOV|FOR)-\d{4}|\b(?:artikkel|art\.?) ?\d", re.IGNORECASE)

#: Texts, the year of the ruling and the provisions in them, as a table that the tests walk.
EXAMPLES: Final[tuple[tuple[str, int | None, tuple[str, ...]], ...]] = (
    (
        "straffeloven (1902) § 224 første ledd bokstav b",
        2013,
        ("strl. 1902 § 224 første ledd bokstav b",),
    ),
    ("straffeloven 2005 § 257", 2018, ("strl. 2005 § 257",)),
    ("straffeloven 2005 § 257", 2014, ("strl. 2005 § 257",)),
    ("strl. § 258 jf. § 257", 2018, ("strl. 2005 § 258", "strl. 2005 § 257")),
    ("LOV-2005-05-20-28-§257", 2018, ("strl. 2005 § 257",)),
    ("LOV-2005-05-20-28-§257, LOV-2005-05-20-28-§258", None, ("strl. 2005 § 257", "strl. 2005 § 258")),
    ("LOV-1902-05-22-10-§224", 2018, ("strl. 1902 § 224",)),
    ("LOV-2008-05-15-35-§28", 2018, ("utl. § 28",)),
    ("LOV-1988-06-24-64-§15", 2018, ("utl. 1988 § 15",)),
    ("FOR-2009-10-15-1286-§8-3", 2018, ("utf. § 8-3",)),
    ("LOV-1981-05-22-25-§321", 2018, ()),
    ("utlendingsloven § 28", 2018, ("utl. § 28",)),
    ("utlendingsloven § 28", 2008, ("utl. 1988 § 28",)),
    ("EMK art 4", 2018, ("EMK artikkel 4",)),
    ("straffeloven § 224", None, ("strl. 1902 § 224",)),
    ("straffeloven § 224", 2018, ("strl. 1902 § 224",)),
    ("straffeloven § 257", None, ("strl. 2005 § 257",)),
    ("straffeloven § 257", 2012, ()),
    ("straffeloven av 20. mai 2005 nr. 28 § 257 annet ledd", 2018, ("strl. 2005 § 257 annet ledd",)),
    ("Straffeloven\u00a0(2005) §\u00a0258", 2018, ("strl. 2005 § 258",)),
    ("Straffeloven 1902 § 224 fjerde ledd, § 60a", 2013, ("strl. 1902 § 224 fjerde ledd",)),
    ("Strafferett. Menneskehandel.", 2018, ()),
)  # fmt: skip


def provisions_in(text: str, date: PartialDate | None) -> list[str]:
    """The provisions of trafficking, immigration and the Convention, each once, in their order; others are left.

    ``date`` is that of the ruling: it tells which law an unmarked name is. Where it is not known, “straffeloven § 257”
    is read as of the code of 2005: in the older one that section is of theft.
    """
    linked = _LINKED.sub(_in_words, text)
    for pattern, spelling in _OTHER_SPELLING:
        linked = pattern.sub(spelling, linked)
    return provisions.unique(provisions.provisions_in(linked, date or _NEW_CODE))


def names_provision(text: str) -> bool:
    """Tell whether a keyword is a provision, of whatever law."""
    return _SIGN.search(text) is not None


def _in_words(match: re.Match[str]) -> str:
    law = _LAWS.get(match["law"])
    return f"{law} § {match['section']}" if law else " "
