"""Dates as overviews write them, as exact as they are given: a day, a month, or a year where a year is asked for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kom_rulings.dates import PartialDate

_MONTHS: Final = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("mars", "march", "mar"), ("april", "apr"),
    ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("desember", "december", "des", "dec"),
)  # fmt: skip
_NUMBER_OF: Final = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*)?(?P<month>{_MONTH})\b\.?,?\s*(?P<year>(?:19"
    rf"|20)\d\d)(?![\d-])"
    r"|(?<![\w/.-])(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
    r"|(?<![\w/.-])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./-](?P<y>(?:19|20)\d\d|\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w/.§-])(?:19|20)\d\d(?![\w/-])")
#: From this year a year of two digits is one of the century before.
_CENTURY: Final = 50

#: Texts and the dates in them; the tests walk them.
EXAMPLES: Final = {
    "dom av 7. juni 2017": ("2017-06-07",),
    "7.\u00a0juni\u00a02017": ("2017-06-07",),
    "07.06.2017": ("2017-06-07",),
    "7.6.2017": ("2017-06-07",),
    "7.6.17": ("2017-06-07",),
    "7/6-2017": ("2017-06-07",),
    "2017-06-07": ("2017-06-07",),
    "7. jan. 2010": ("2010-01-07",),
    "judgment 7 January 2010": ("2010-01-07",),
    "7th January, 2010": ("2010-01-07",),
    "juni 2017": ("2017-06",),
    "22. juni 2018 og 10. september 2021": ("2018-06-22", "2021-09-10"),
    "31. februar 2017": (),
    "2017": (),
    "§ 8-3": (),
}


class Dated(NamedTuple):
    """A date and where it stands in the text."""

    date: PartialDate
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """The days and months that a text names; a date that the calendar has not is left."""
    found = [Dated(_date(match), *match.span()) for match in _DATE.finditer(text)]
    return [one for one in found if one.date.exists()]


def date_of(text: str) -> PartialDate | None:
    """The one date that a cell gives, a bare year among them; ``None`` where there is none, or several."""
    found = {one.date for one in dates_in(text)} or {PartialDate(int(match[0])) for match in _YEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _date(match: re.Match[str]) -> PartialDate:
    if match["month"]:
        month = _NUMBER_OF[match["month"].lower()]
        return PartialDate(int(match["year"]), month, int(match["day"]) if match["day"] else None)
    if match["iso"]:
        return PartialDate(*map(int, match["iso"].split("-")))
    year = int(match["y"])
    if year < 100:  # noqa: PLR2004 - two digits
        year += 2000 if year < _CENTURY else 1900
    return PartialDate(year, int(match["m"]), int(match["d"]))
