"""Identity numbers: fødselsnummer, D-numbers, synthetic ones and DUF numbers, however they are grouped.

A number is told by a date that can be one and by its grouping, also where the check digits are wrong: typing errors
name people too. Where a number may be something else, in a web address or grouped like a sum, they must be right.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from typing import Final

from stdnum.no import kontonr

from kom_rulings.privacy.reading import Reading, Span

_GAP: Final = r"[ .\-/_\n]{0,3}"
#: Looked at from every digit on, so that a number before it does not hide the next one.
_ELEVEN: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9])|(?<=nr)|(?<=NR)|(?<=Nr))(?<!(?<!\d)\d[.,])(?=(?P<number>\d(?:{_GAP}\d){{10}}(?![A-Za-z0-9])))"
)
_GROUPS: Final = re.compile(r"\d+")
#: How the date is grouped, and how the five digits behind it.
_DATES: Final = ((6,), (2, 2, 2))
_TAILS: Final = ((5,), (3, 2), (2, 3), (2, 2, 1), (1, 4), (4, 1), (1, 1, 1, 1, 1))
_ONE_BY_ONE: Final = (1,) * 11
_MORE_DIGITS: Final = re.compile(r"\d \||\| \d")
_GROUPINGS: Final = frozenset({(11,), _ONE_BY_ONE, *((*date, *tail) for date in _DATES for tail in _TAILS)})
#: Grouped like a sum; only right check digits tell that it is none.
_DOUBTFUL: Final = frozenset({(3, 3, 5), (3, 3, 3, 2), (2, 4, 5)})
_AS_ACCOUNTS: Final = (4, 2, 5)
_WORD: Final = re.compile(
    r"(?i)(?:fnr|f(?:ø|o|oe)dselsn\w{1,10}|person\w{0,3}n\w{1,10}|pnr|d-?n(?:umme)?r|ident\w{0,9})\W{0,4}$"
)
_MONEY: Final = re.compile(r"\s{0,2}(?:,-|(?i:kr|nok|kroner|euro|eur|usd)\b)")
_FIVE: Final = re.compile(
    r"(?i)\b(?:personnummer(?:et)?|pers\.?\s?nr|pnr)\.?[\s:]{1,3}(\d{5}|\d{3} \d{2})(?!\d|[ .-]\d)"
)
#: With the year in full: 12.03.1999 12345.
_WITH_FULL_YEAR: Final = re.compile(r"(?<![\w.])\d\d[ .]?\d\d[ .]?(?:19|20)\d\d[ -]\d{3} ?\d\d(?!\d|[ .]\d)")
_DUF: Final = re.compile(
    r"(?i)\bDUF\w{0,3}[-\s]{0,2}(?:n(?:umme)?r\w{0,2}|no)?[.:\s]{0,3}((?:19|20)\d\d[ .-]?\d{6}[ .-]?\d{2})(?!\d)"
)

_FIRST_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS: Final = 11
#: From 2032 the first sum may leave 0, 1, 2 or 3.
_FIRST_REMAINDERS: Final = frozenset({0, 1, 2, 3})
_D_NUMBER, _LAST_D_DAY = 40, 71
#: Added to the month of synthetic numbers: 40 by NAV, 80 by Skatteetaten.
_ADDED_TO_MONTH: Final = (0, 40, 80)
_LEAP_YEAR: Final = 2000
_WIDTH: Final = 24


def identity_numbers(reading: Reading) -> Iterator[Span]:
    """Find identity numbers."""
    for match in _ELEVEN.finditer(reading.text):
        if _is_one(reading, Span(*match.span("number"))):
            yield Span(*match.span("number"))
    for match in _WITH_FULL_YEAR.finditer(reading.text):
        if _follows_its_word(reading.text, match.start()):
            yield Span(*match.span())
    for pattern in (_FIVE, _DUF):
        yield from (Span(*match.span(1)) for match in pattern.finditer(reading.text))


def _is_one(reading: Reading, span: Span) -> bool:
    groups = _GROUPS.findall(reading.text, *span)
    number = "".join(groups)
    if not has_a_date(number) or reading.references.meet(*span):
        return False
    if _follows_its_word(reading.text, span.start):
        return True
    right = check_digits_are_right(number)
    if reading.web_addresses.meet(*span):
        return right
    return _is_grouped_as_one(reading.text, span, groups, right=right)


def _is_grouped_as_one(text: str, span: Span, groups: Sequence[str], *, right: bool) -> bool:
    """Tell whether eleven digits are grouped as people group identity numbers, and are no sum, account or row."""
    grouping = tuple(len(group) for group in groups)
    if grouping in _DOUBTFUL:
        return right
    if grouping == _AS_ACCOUNTS:
        return not kontonr.is_valid("".join(groups))
    if grouping == _ONE_BY_ONE and _MORE_DIGITS.search(
        f"{text[max(0, span.start - 2) : span.start]}|{text[span.end : span.end + 2]}"
    ):
        return False
    return grouping in _GROUPINGS and (right or not _MONEY.match(text, span.end))


def _follows_its_word(text: str, start: int) -> bool:
    return bool(_WORD.search(text[max(0, start - _WIDTH) : start]))


def has_a_date(number: str) -> bool:
    """Tell whether eleven digits begin with a day and a month that exist, as persons, D-numbers or tests have them."""
    day, month = int(number[:2]), int(number[2:4])
    if _D_NUMBER < day <= _LAST_D_DAY:
        day -= _D_NUMBER
    months = [month - added for added in _ADDED_TO_MONTH if 1 <= month - added <= len(calendar.month_name) - 1]
    return any(1 <= day <= calendar.monthrange(_LEAP_YEAR, one)[1] for one in months)


def check_digits_are_right(number: str) -> bool:
    """Tell whether the check digits of eleven digits are right, by the rule from 2032, which holds the older one.

    python-stdnum knows the older rule only.
    """
    digits = [int(sign) for sign in number]
    first = sum(weight * digit for weight, digit in zip(_FIRST_WEIGHTS, digits, strict=False)) % _MODULUS
    second = sum(weight * digit for weight, digit in zip(_SECOND_WEIGHTS, digits, strict=True)) % _MODULUS
    return first in _FIRST_REMAINDERS and second == 0
