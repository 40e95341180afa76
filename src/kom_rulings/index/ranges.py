"""Ranges and comparisons as people type them: years and dates, lengths of imprisonment, amounts of money."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.errors import NotADate
from kom_rulings.index.analysis import folded

#: The bounds of a range, both included; ``None`` where it is open.
Bounds = tuple[int | None, int | None]

_COMPARED = re.compile(r"(>=|<=|=>|=<|>|<|=)\s*(.+)", re.DOTALL)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_YEAR_RANGE = re.compile(r"(\d{4})\s*[-\u2010-\u2015]\s*(\d{4})", re.ASCII)
_APART: Final = re.compile(r"\s*(?:\.\.\.?|…|\s[-\u2010-\u2015]\s|\s(?:til|to)\s)\s*")
_DASH: Final = re.compile(r"\s*[-\u2010-\u2015]\s*")
_LENGTH = re.compile(
    r"([0-9]{1,4})(?:[.,]([0-9]))?(?![.,]?[0-9])\s*([a-zæøå]*)\.?\s*(?:og\b|and\b|,)?\s*", re.IGNORECASE
)
#: Days of each unit: twelve months of thirty days are a year here, as sentences are compared in months.
_DAYS: Final = {
    folded(name): days
    for days, names in (
        (360, ("", "år", "årene", "year", "years", "y")),
        (30, ("måned", "måneder", "månad", "månader", "mnd", "mndr", "month", "months", "m")),
        (7, ("uke", "uker", "veke", "veker", "week", "weeks", "u", "w")),
        (1, ("dag", "dager", "dagar", "day", "days", "d")),
    )
    for name in names
}
_MONEY = re.compile(
    r"(\d{1,3}(?:[. \u00a0_']\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?\s*(?:(k|tusen|mill|million|millioner)\b\.?)?"
    r"\s*(?:(?:kr|kroner|nok)\b\.?)?",
    re.ASCII | re.IGNORECASE,
)
_TIMES: Final = {"k": 1000, "tusen": 1000, "mill": 1_000_000, "million": 1_000_000, "millioner": 1_000_000}
#: “2-5 år” and “100-200k”: the unit of the last number is that of the first.
_ONE_UNIT: Final = re.compile(
    r"([\d.,]*\d)(\s*(?:\.\.\.?|…|[-\u2010-\u2015]|\s(?:til|to)\s)\s*)([\d.,]*\d\s*([^\W\d]+)\.?)", re.IGNORECASE
)
_LARGEST: Final = 10**12


def read_dates(typed: str) -> Bounds | None:
    """Read ``2019``, ``2015-2020``, ``>2015``, ``2019-05``, ``30.04.2019``, ``2019-01-01..2019-04-30``, ``2015-``."""
    years = _YEAR_RANGE.fullmatch(typed.strip())
    parts = [years[1], years[2]] if years else None
    return _bounds(typed, _date, parts)


def read_lengths(typed: str) -> Bounds | None:
    """Read ``5år``, ``>5år``, ``2-5 år``, ``18 måneder``, ``2år6mnd``; a bare number is years."""
    return _bounds(_unit_for_both(typed), _length)


def read_money(typed: str) -> Bounds | None:
    """Read ``100000``, ``>100 000``, ``50000-150000``, ``100k``, in Norwegian kroner."""
    return _bounds(_unit_for_both(typed), _money)


def _bounds(typed: str, read: Callable[[str], tuple[int, int] | None], parts: list[str] | None = None) -> Bounds | None:
    """A comparison, a range or one value, by what ``read`` makes of each end: the first and the last it may mean."""
    text = typed.strip()
    compared = _COMPARED.fullmatch(text)
    if compared:
        value = read(compared[2].strip())
        return _compared(compared[1], value) if value else None
    value = None if parts else read(text)
    if value:
        return value
    ends = parts or _ends(text)
    read_ends = [read(end) if end else (None, None) for end in ends]
    if len(ends) != 2 or None in read_ends or not any(ends):  # noqa: PLR2004 - a range has two ends
        return None
    (low, last), (first, high) = read_ends  # type: ignore[misc]
    turned_round = low is not None and high is not None and high < low
    return (first, last) if turned_round else (low, high)


def _ends(text: str) -> list[str]:
    apart = _APART.split(text)
    return [one.strip() for one in (apart if len(apart) > 1 else _DASH.split(text))]


def _compared(sign: str, value: tuple[int, int]) -> Bounds:
    first, last = value
    if sign == ">":
        return last + 1, None
    if sign == "<":
        return None, first - 1
    if "=" in sign and sign != "=":
        return (first, None) if ">" in sign else (None, last)
    return value


def _date(text: str) -> tuple[int, int] | None:
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        text = f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}"
    try:
        date = PartialDate.parse(text)
    except NotADate:
        return None
    return date.first_day.toordinal(), date.last_day.toordinal()


def _length(text: str) -> tuple[int, int] | None:
    """Whole years, months, weeks and days added up; half a year is 1,5."""
    days, end = 0, 0
    for match in _LENGTH.finditer(text):
        unit = folded(match[3])
        if match.start() != end or unit not in _DAYS:
            return None
        days += int(match[1]) * _DAYS[unit] + int(match[2] or 0) * _DAYS[unit] // 10
        end = match.end()
    return (days, days) if end == len(text) and end else None


def _unit_for_both(typed: str) -> str:
    """A range whose unit stands behind the last number only, with the unit behind both."""
    match = _ONE_UNIT.fullmatch(typed.strip())
    return f"{match[1]}{match[4]}..{match[3]}" if match else typed


def _money(text: str) -> tuple[int, int] | None:
    match = _MONEY.fullmatch(text)
    if match is None:
        return None
    whole, part = int(re.sub(r"\D", "", match[1])), (match[2] or "").ljust(2, "0")
    amount = (whole * 100 + int(part)) * _TIMES.get((match[3] or "").lower(), 1) // 100
    return (amount, amount) if amount <= _LARGEST else None


def year_of(day: int) -> int:
    """The year of a day number."""
    return dt.date.fromordinal(day).year
