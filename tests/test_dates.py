"""Dates count as exactly as they are known, and tertials are KOM's four-month periods."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.dates import PartialDate, Tertial
from kom_rulings.errors import NotADate, NotATertial

days = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))
tertials = st.builds(Tertial, st.integers(1900, 2998), st.integers(1, 3))


def _as_exact(day: dt.date, parts: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:parts])


partial_dates = st.builds(_as_exact, days, st.integers(1, 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017", PartialDate(2017)),
        ("2017-06", PartialDate(2017, 6)),
        ("2017-06-07", PartialDate(2017, 6, 7)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
        ("2000-02-29", PartialDate(2000, 2, 29)),
        ("1900", PartialDate(1900)),
        ("2999-12-31", PartialDate(2999, 12, 31)),
        (" 2018-06\n", PartialDate(2018, 6)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, expected: PartialDate) -> None:
    assert PartialDate.parse(text) == expected
    assert str(expected) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "2019-02-29",
        "1900-02-29",
        "2018-04-31",
        "2018-13",
        "2018-06-32",
        "1899",
        "3000",
        "0000",
        "18",
        "2018-6",
        "2018-6-7",
        "20180607",
        "2018/06/07",
        "07.06.2018",
        "2018-",
        "2018-06-",
        "2018-06-07T00:00",
        "2018\u201306",
        "\u0662\u0660\u0661\u0668",
        "-2018",
        "unknown",
        "",
    ],
)
def test_what_the_calendar_lacks_is_no_date(text: str) -> None:
    with pytest.raises(NotADate) as fault:
        PartialDate.parse(text)
    assert fault.value.params == {"text": text}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        ("2018-06", dt.date(2018, 6, 1), dt.date(2018, 6, 30)),
        ("2018-12", dt.date(2018, 12, 1), dt.date(2018, 12, 31)),
        ("2019-02", dt.date(2019, 2, 1), dt.date(2019, 2, 28)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2018-06-07", dt.date(2018, 6, 7), dt.date(2018, 6, 7)),
    ],
)
def test_a_month_counts_from_its_last_day(text: str, first: dt.date, last: dt.date) -> None:
    date = PartialDate.parse(text)
    assert (date.first_day, date.last_day) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2017-06-07", "2017-06-08", True),
        ("2017-06-07", "2017-06-07", False),
        ("2017-06-08", "2017-06-07", False),
        ("2017-06", "2017-07-01", True),
        ("2017-06", "2017-06-30", False),
        ("2017-06-01", "2017-06", False),
        ("2017-05-31", "2017-06", True),
        ("2017", "2017-12", False),
        ("2017", "2018", True),
        ("2017", "2017", False),
    ],
)
def test_one_date_is_surely_before_another_only_if_every_day_is(one: str, other: str, before: bool) -> None:
    assert PartialDate.parse(one).surely_before(PartialDate.parse(other)) is before


@settings(deadline=None)
@given(partial_dates)
def test_a_date_is_read_as_it_was_written(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@settings(deadline=None)
@given(days, st.integers(1, 3))
def test_a_date_always_holds_the_day_it_was_made_from(day: dt.date, parts: int) -> None:
    date = _as_exact(day, parts)
    assert date.first_day <= day <= date.last_day


@settings(deadline=None)
@given(partial_dates, partial_dates)
def test_of_two_dates_at_most_one_is_surely_before_the_other(one: PartialDate, other: PartialDate) -> None:
    overlap = one.first_day <= other.last_day and other.first_day <= one.last_day
    assert one.surely_before(other) + other.surely_before(one) == (0 if overlap else 1)


@pytest.mark.parametrize(
    ("text", "first", "last", "following"),
    [
        ("2021-1", dt.date(2021, 1, 1), dt.date(2021, 4, 30), "2021-2"),
        ("2021-2", dt.date(2021, 5, 1), dt.date(2021, 8, 31), "2021-3"),
        ("2021-3", dt.date(2021, 9, 1), dt.date(2021, 12, 31), "2022-1"),
    ],
)
def test_a_tertial_has_its_four_months(text: str, first: dt.date, last: dt.date, following: str) -> None:
    tertial = Tertial.parse(text)
    assert (tertial.first_day, tertial.last_day) == (first, last)
    assert str(tertial.next) == following


@pytest.mark.parametrize(
    "text", ["2021", "2021-0", "2021-4", "2021-03", "2021-3-1", "1899-1", "3000-1", "2021 3", "2021-\u0663", "", "3"]
)
def test_what_is_no_four_month_period_is_no_tertial(text: str) -> None:
    with pytest.raises(NotATertial) as fault:
        Tertial.parse(text)
    assert fault.value.params == {"text": text}


@settings(deadline=None)
@given(tertials)
def test_tertials_follow_one_another_without_a_gap(tertial: Tertial) -> None:
    assert tertial.next.first_day == tertial.last_day + dt.timedelta(days=1)
    assert tertial < tertial.next


@settings(deadline=None)
@given(tertials)
def test_a_tertial_is_read_as_it_was_written(tertial: Tertial) -> None:
    assert Tertial.parse(f" {tertial} ") == tertial


@settings(deadline=None)
@given(st.lists(tertials, max_size=6))
def test_tertials_sort_as_their_days_do(some: list[Tertial]) -> None:
    assert [t.last_day for t in sorted(some)] == sorted(t.last_day for t in some)
