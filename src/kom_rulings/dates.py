"""Dates as exact as the sources give them – a day, a month or a year – and the tertial of the overview."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from kom_rulings.errors import NotADate, NotATertial

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TERTIAL = re.compile(r"(\d{4})-([123])", re.ASCII)
_YEARS, _MONTHS = range(1900, 3000), range(1, 13)
_TERTIALS = 3


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day (2017-06-07), a month (2017-06) or a year (2017); never an invented day.

    Examples: ``PartialDate.parse("2018-06").last_day == date(2018, 6, 30)``.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raise ``NotADate`` for all else, also 2019-02-29."""
        match = _DATE.fullmatch(text.strip())
        if match is None:
            raise NotADate(text=text)
        year, month, day = (int(part) if part else None for part in match.groups())
        date = cls(year or 0, month, day)
        if not date.exists():
            raise NotADate(text=text)
        return date

    def exists(self) -> bool:
        """Tell whether the calendar has this date, in the years that rulings can come from."""
        if self.year not in _YEARS or self.month is None:
            return self.year in _YEARS and self.day is None
        if self.month not in _MONTHS:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    @property
    def first_day(self) -> dt.date:
        """The earliest day that the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day that the date may mean: the day from which it counts (docs/counting.md)."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate) -> bool:
        """Tell whether every day this may mean lies before every day the other may mean."""
        return self.last_day < other.first_day

    def may_be(self, other: PartialDate) -> bool:
        """Tell whether both may mean the same day."""
        return not self.surely_before(other) and not other.surely_before(self)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Tertial:
    """A four-month period, named as KOM names it: 2021-3 is September–December 2021."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YEAR-1``, ``YEAR-2`` or ``YEAR-3``; raise ``NotATertial`` for all else."""
        match = _TERTIAL.fullmatch(text.strip())
        if match is None or int(match[1]) not in _YEARS:
            raise NotATertial(text=text)
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> dt.date:
        """1 January, 1 May or 1 September."""
        return dt.date(self.year, 4 * self.number - 3, 1)

    @property
    def last_day(self) -> dt.date:
        """30 April, 31 August or 31 December: the as-of date of the overview."""
        month = 4 * self.number
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def next(self) -> Tertial:
        """The tertial after this one."""
        return Tertial(self.year, self.number + 1) if self.number < _TERTIALS else Tertial(self.year + 1, 1)

    @property
    def previous(self) -> Tertial:
        """The tertial before this one."""
        return Tertial(self.year, self.number - 1) if self.number > 1 else Tertial(self.year - 1, _TERTIALS)

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"
