"""Dates as Norwegian pages write them, exact to the day, the month or the year; the address of a page tells a month."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.dates import PartialDate

_MONTHS: Final = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_MONTH_OF: Final = {short: n for n, name in enumerate(_MONTHS, 1) for short in (name, name[:3], name[:4])}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS: Final = (
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[./] ?(?P<month>\d{{1,2}})[./] ?{_YEAR}(?!\d)", re.ASCII),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", re.ASCII),
    re.compile(rf"(?<!\d)(?:(?P<day>\d{{1,2}})\.? )?(?P<month>{_MONTH})\.?,? {_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<![\d.])(?P<month>\d{{1,2}})[./]{_YEAR}(?!\d)", re.ASCII),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)(?![\d-])", re.ASCII),
    re.compile(rf"^{_YEAR}$", re.ASCII),
)
_OF_ADDRESS: Final = re.compile(
    rf"/{_YEAR}/(?:(?P<month>(?:0?[1-9]|1[0-2])|{_MONTH})/)?(?=[^/]*n?\d|[^/]*$)", re.IGNORECASE
)

#: What dates mean, as a table that the tests walk; empty where a text holds none, or one that no calendar has.
EXAMPLES: Final = {
    "18.06.2015": "2015-06-18",
    "8.6.2015": "2015-06-08",
    "18. juni 2015": "2015-06-18",
    "2015-06-18": "2015-06-18",
    "juni 2015": "2015-06",
    "Juni 2015": "2015-06",
    "06.2015": "2015-06",
    "2015-06": "2015-06",
    "des. 2015": "2015-12",
    "2015": "2015",
    "31.02.2015": "",
    "våren 2015": "",
    "ukjent": "",
}
ADDRESS_EXAMPLES: Final = {
    "https://www.une.no/kildesamling/praksisbase-landingsside/2016/april/n9911201107/": "2016-04",
    "https://une.no/kildesamling/praksisbase-landingsside/2019/desember/n9911201107": "2019-12",
    "https://une.no/kildesamling/praksisbase-landingsside/2018/n9911201107/": "2018",
    "https://une.no/kildesamling/praksisbase-landingsside/n9911201107/": "",
    "https://une.no/aktuelt/": "",
}


def date_in(text: str) -> PartialDate | None:
    """The first date of a text."""
    for form in _FORMS:
        match = form.search(text.strip())
        found = _date(match) if match else None
        if found:
            return found
    return None


def date_of_address(address: str) -> PartialDate | None:
    """The month or the year under which a page lies."""
    match = _OF_ADDRESS.search(address)
    return _date(match) if match else None


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    month = (parts.get("month") or "").lower()
    number = int(month) if month.isdecimal() else _MONTH_OF.get(month)
    found = PartialDate(int(parts["year"]), number, int(parts["day"]) if parts.get("day") else None)
    return found if found.exists() else None
