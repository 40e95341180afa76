"""Days as English and French judgments write them: 7 January 2010, 1er mars 2012, 07/01/2010."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.dates import PartialDate

_ENGLISH: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_FRENCH: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_UNACCENTED: Final = {"fevrier": 2, "aout": 8, "decembre": 12}
_MONTHS: Final = {
    **{name: n for names in (_ENGLISH, _FRENCH) for n, name in enumerate(names, 1)},
    **_UNACCENTED,
}
_NAME: Final = "|".join(_MONTHS)
_SPACE: Final = r"[\s.,]{1,3}"
DAY: Final = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})\s?(?:er|st|nd|rd|th)?{_SPACE}({_NAME}){_SPACE}([0-9]{{4}})(?![0-9])"
    r"|(?<![0-9])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])",
    re.IGNORECASE,
)

#: Texts and the first day in them; the tests walk them.
EXAMPLES: Final = {
    "7 January 2010": "2010-01-07",
    "STRASBOURG 25 June 2020": "2020-06-25",
    "1er mars 2012": "2012-03-01",
    "le 14 AOÛT 2018": "2018-08-14",
    "9 fevrier 2016": "2016-02-09",
    "07/01/2010": "2010-01-07",
    "on 31 February 2010": None,
    "in January 2010": None,
    "117 January 2010": None,
    "7 January 20101": None,
}


def day_in(text: str) -> PartialDate | None:
    """The first day that a text names, where the calendar has it."""
    match = DAY.search(text)
    if match is None:
        return None
    day, month, year = (match[1], _MONTHS[match[2].lower()], match[3]) if match[1] else (match[4], match[5], match[6])
    date = PartialDate(int(year), int(month), int(day))
    return date if date.exists() else None
