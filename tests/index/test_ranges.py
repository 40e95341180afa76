"""Ranges as people type them: dates, lengths of imprisonment and amounts, read as bounds or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.index.ranges import Bounds, read_dates, read_lengths, read_money, year_of

#: A first and a last day, as they are written.
Days = tuple[str | None, str | None]
YEAR, MONTH = 360, 30


def days(low: str | None, high: str | None) -> Bounds:
    return tuple(one and dt.date.fromisoformat(one).toordinal() for one in (low, high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("=2019", "2019-01-01", "2019-12-31"),
        (" 2019 ", "2019-01-01", "2019-12-31"),
        ("2019-05", "2019-05-01", "2019-05-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-04-30", "2019-04-30", "2019-04-30"),
        ("30.04.2019", "2019-04-30", "2019-04-30"),
        ("1.2.2019", "2019-02-01", "2019-02-01"),
        ("30. 4. 2019", "2019-04-30", "2019-04-30"),
        ("2015-2020", "2015-01-01", "2020-12-31"),
        ("2015–2020", "2015-01-01", "2020-12-31"),
        ("2015 - 2020", "2015-01-01", "2020-12-31"),
        ("2015 til 2020", "2015-01-01", "2020-12-31"),
        ("2015 to 2020", "2015-01-01", "2020-12-31"),
        ("2015..2020", "2015-01-01", "2020-12-31"),
        ("2015...2020", "2015-01-01", "2020-12-31"),
        ("2015…2020", "2015-01-01", "2020-12-31"),
        ("2020-2020", "2020-01-01", "2020-12-31"),
        ("2019-05..2019-07", "2019-05-01", "2019-07-31"),
        ("2019-01-01..2019-04-30", "2019-01-01", "2019-04-30"),
        ("2019-01-01 - 2019-04-30", "2019-01-01", "2019-04-30"),
        ("01.01.2019-30.04.2019", "2019-01-01", "2019-04-30"),
        ("2019-01-01..2020", "2019-01-01", "2020-12-31"),
    ],
)
def test_a_date_is_its_first_and_last_day_and_a_range_those_of_its_ends(typed: str, low: str, high: str) -> None:
    assert read_dates(typed) == days(low, high)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2020-2015", "2015-01-01", "2020-12-31"),
        ("2019-04-30..2019-01-01", "2019-01-01", "2019-04-30"),
        ("30.04.2019 - 01.01.2019", "2019-01-01", "2019-04-30"),
        ("2020..2019-05", "2019-05-01", "2020-12-31"),
    ],
)
def test_a_range_of_dates_that_was_typed_backwards_is_turned_round(typed: str, low: str, high: str) -> None:
    assert read_dates(typed) == days(low, high)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        (">2015", "2016-01-01", None),
        ("> 2015", "2016-01-01", None),
        (">=2015", "2015-01-01", None),
        ("=>2015", "2015-01-01", None),
        ("<2015", None, "2014-12-31"),
        ("<=2015", None, "2015-12-31"),
        ("=<2015", None, "2015-12-31"),
        (">30.04.2019", "2019-05-01", None),
        ("<2019-05", None, "2019-04-30"),
        ("2015-", "2015-01-01", None),
        ("2015–", "2015-01-01", None),
        ("2015..", "2015-01-01", None),
        ("-2015", None, "2015-12-31"),
        ("..2015", None, "2015-12-31"),
        ("2019-04-30..", "2019-04-30", None),
        ("..2019-05", None, "2019-05-31"),
    ],
)
def test_a_comparison_or_an_open_end_leaves_dates_open(typed: str, low: str | None, high: str | None) -> None:
    assert read_dates(typed) == days(low, high)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "-", "..", ">", "=", "1899", "3000", "19", "2019-13", "2019-02-29", "31.02.2019", "0.1.2019"),
        *("2015-16", "i fjor", "20.15", "1800-2000", "2015-2017-2019", "2015-2016-", ">2015-2017", ">>2015"),
        "2015..2016..2017",
    ],
)
def test_what_is_no_date_has_no_bounds(typed: str) -> None:
    assert read_dates(typed) is None


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("5", 5 * YEAR),
        ("5år", 5 * YEAR),
        ("5 ÅR", 5 * YEAR),
        ("5 aar", 5 * YEAR),
        ("1 year", YEAR),
        ("5 years", 5 * YEAR),
        ("1y", YEAR),
        ("1,5 år", 540),
        ("1.5 years", 540),
        ("1,5", 540),
        ("18 måneder", 18 * MONTH),
        ("18 maneder", 18 * MONTH),
        ("18 månader", 18 * MONTH),
        ("18 mnd", 18 * MONTH),
        ("18 mnd.", 18 * MONTH),
        ("18 months", 18 * MONTH),
        ("3 uker", 21),
        ("3u", 21),
        ("3 weeks", 21),
        ("90 dager", 90),
        ("10 dagar", 10),
        ("90 days", 90),
        ("2år6mnd", 900),
        ("2 år 6 mnd", 900),
        ("2 år og 6 måneder", 900),
        ("2 years and 6 months", 900),
        ("2 years, 6 months", 900),
        ("1 år 2 måneder 3 uker 4 dager", YEAR + 2 * MONTH + 21 + 4),
        ("0", 0),
    ],
)
def test_a_length_is_the_sum_of_its_units_and_a_bare_number_is_years(typed: str, length: int) -> None:
    assert read_lengths(typed) == (length, length)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2-5", 2 * YEAR, 5 * YEAR),
        ("2-5 år", 2 * YEAR, 5 * YEAR),
        ("2–5år", 2 * YEAR, 5 * YEAR),
        ("5-2 år", 2 * YEAR, 5 * YEAR),
        ("2 til 5 år", 2 * YEAR, 5 * YEAR),
        ("2..5 år", 2 * YEAR, 5 * YEAR),
        ("2-5 måneder", 2 * MONTH, 5 * MONTH),
        ("6 - 18 mnd", 6 * MONTH, 18 * MONTH),
        ("6mnd-2år", 6 * MONTH, 2 * YEAR),
        ("2år-6mnd", 6 * MONTH, 2 * YEAR),
        ("1,5-2,5 år", 540, 900),
        (">5år", 5 * YEAR + 1, None),
        (">= 5 år", 5 * YEAR, None),
        ("<5år", None, 5 * YEAR - 1),
        ("<=18 mnd", None, 18 * MONTH),
        ("2år-", 2 * YEAR, None),
        ("2år..", 2 * YEAR, None),
        ("-2år", None, 2 * YEAR),
        ("..2år", None, 2 * YEAR),
    ],
)
def test_lengths_make_ranges_and_the_unit_of_the_last_number_is_that_of_the_first(
    typed: str, low: int | None, high: int | None
) -> None:
    assert read_lengths(typed) == (low, high)


@pytest.mark.parametrize("typed", ["", "år", "livstid", "5 kg", "2 og", "½ år", "-", "..", ">", "5 år x"])
def test_what_is_no_length_has_no_bounds(typed: str) -> None:
    assert read_lengths(typed) is None


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        *(
            (typed, 100_000, 100_000)
            for typed in ("100000", "100 000", "100.000", "100\u00a0000", "100'000", "100_000")
        ),
        *((typed, 100_000, 100_000) for typed in ("100k", "100 K", "100 tusen", "100000 kr", "100 000 kroner")),
        *((typed, 100_000, 100_000) for typed in ("100000 NOK", "100 000 kr.", "100k kr", "=100000")),
        ("1 mill", 1_000_000, 1_000_000),
        ("2 millioner", 2_000_000, 2_000_000),
        ("0", 0, 0),
        ("50000-150000", 50_000, 150_000),
        ("150000-50000", 50_000, 150_000),
        ("50 000 til 150 000", 50_000, 150_000),
        ("50k-150k", 50_000, 150_000),
        (">100 000", 100_001, None),
        (">=100k", 100_000, None),
        ("<100000", None, 99_999),
        ("<=100000", None, 100_000),
        ("100000-", 100_000, None),
        ("-100000", None, 100_000),
        ("..100000", None, 100_000),
    ],
)
def test_amounts_are_read_however_their_thousands_are_set_apart(typed: str, low: int | None, high: int | None) -> None:
    assert read_money(typed) == (low, high)


@pytest.mark.parametrize(
    "typed", ["", "-", "..", "mye", "1,555 mill", "100 euro", "kr", ">", "1000000000001", "9" * 40]
)
def test_what_is_no_amount_has_no_bounds(typed: str) -> None:
    assert read_money(typed) is None


READERS = pytest.mark.parametrize("read", [read_dates, read_lengths, read_money])
_TYPED = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                *("2015", "2019-05-31", "1.2.2020", "9", "0", "100 000", "..", "-", "–", " til ", ">", "<", "=", " "),
                *("år", "mnd", "k", "mill", ",", ".", "og", "٣", "²", "\u00a0", "99999999999999"),
            ]
        ),
        max_size=7,
    ).map("".join),
)


@READERS
@settings(deadline=None)
@given(_TYPED)
def test_any_text_is_read_or_not_and_the_low_end_is_never_above_the_high(
    read: Callable[[str], Bounds | None], typed: str
) -> None:
    bounds = read(typed)
    if bounds is not None:
        low, high = bounds
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


_DATES = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))


@given(_DATES, _DATES)
def test_two_days_are_the_same_range_in_either_order_and_however_they_are_written(one: dt.date, other: dt.date) -> None:
    low, high = sorted((one, other))
    bounds = (low.toordinal(), high.toordinal())
    assert read_dates(f"{one}..{other}") == read_dates(f"{other} - {one}") == bounds
    assert read_dates(f"{one:%d.%m.%Y}-{other:%d.%m.%Y}") == bounds
    assert (year_of(bounds[0]), year_of(bounds[1])) == (low.year, high.year)


@given(st.integers(0, 99), st.integers(0, 11), st.integers(0, 29))
def test_a_length_of_several_units_is_read_in_both_languages(years: int, months: int, some: int) -> None:
    length = years * YEAR + months * MONTH + some
    assert read_lengths(f"{years}år{months}mnd{some}d") == (length, length)
    assert read_lengths(f"{years} years, {months} months and {some} days") == (length, length)


@READERS
@given(st.integers(1900, 2000), st.integers(1, 99))
def test_comparisons_leave_no_gap_and_do_not_overlap(
    read: Callable[[str], Bounds | None], number: int, more: int
) -> None:
    (_, below), (above, _) = read(f"<{number}") or (0, 0), read(f">={number}") or (0, 0)
    assert below is not None
    assert above == below + 1
    (_, at_most), (over, _) = read(f"<={number + more}") or (0, 0), read(f">{number + more}") or (0, 0)
    assert at_most is not None
    assert over == at_most + 1
    assert read(f"{number}-{number + more}") == (above, at_most)
