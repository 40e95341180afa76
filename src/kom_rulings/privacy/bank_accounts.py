"""Bank accounts: grouped 4-2-5 with the right check digit, any eleven digits after a word of account, and IBAN."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum import iban
from stdnum.no import kontonr

from kom_rulings.privacy.reading import Reading, Span

_GROUPED: Final = re.compile(r"(?<![\w.,/-])\d{4}([ .-])\d\d\1\d{5}(?![\w]|[ .-]\d)")
_WORD: Final = (
    r"\b(?i:(?:bank|lønns|spare)?kont(?:o|i)(?:en|er)?(?:nummer(?:et)?|nr)?|kto|account(?: number| no)?)\b\.?"
)
_AFTER_WORD: Final = re.compile(
    rf"{_WORD}(?:\s(?i:nr|no|nummer|number|er|var)\b\.?)?[\s:(]{{0,3}}(?P<number>\d{{4}}[ .-]?\d\d[ .-]?\d{{5}})(?!\d)"
)
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_IBAN_WORD: Final = re.compile(r"\bIBAN\W{0,3}$")
_WIDTH: Final = 8


def bank_accounts(reading: Reading) -> Iterator[Span]:
    """Find account numbers, except those of public bodies."""
    for span in _candidates(reading.text):
        if not reading.in_reference_or_address(*span) and not reading.known.is_contact(reading.text[slice(*span)]):
            yield span


def _candidates(text: str) -> Iterator[Span]:
    for match in _GROUPED.finditer(text):
        if kontonr.is_valid(match[0].replace(match[1], "")):
            yield Span(*match.span())
    yield from (Span(*match.span("number")) for match in _AFTER_WORD.finditer(text))
    for match in _IBAN.finditer(text):
        if iban.is_valid(match[0]) or _IBAN_WORD.search(text[max(0, match.start() - _WIDTH) : match.start()]):
            yield Span(*match.span())
