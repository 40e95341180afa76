"""Telephone numbers: with a country code, after a word such as “telefon”, or grouped as mobile numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kom_rulings.privacy.reading import Reading, Span

_NOT_MONEY: Final = r"(?!\s{0,2}(?:,-|(?i:kr|nok|kroner|euro|eur|usd|prosent|millioner)\b))"
_END: Final = rf"(?!\d|[ .-]?\d){_NOT_MONEY}"
_START: Final = r"(?<![\w/])(?<!\d[ .,/-])"
_INTERNATIONAL: Final = re.compile(
    rf"(?:(?<![\w+])\(?\+|{_START}00(?=[ ]?[1-9]))\s?\d{{1,3}}\)?"
    rf"(?:[ .\-/]{{0,2}}(?:\(0\)[ ]?)?\d){{6,10}}(?!\d){_NOT_MONEY}"
)
_MOBILE: Final = re.compile(rf"{_START}(?:[49]\d \d\d \d\d \d\d|[49]\d\d \d\d \d\d\d){_END}")
_WORD: Final = (
    r"\b(?i:(?:tele|mobil)(?:fon)?(?:en|et)?(?:nummer(?:et)?|nr)?|tlf(?:\.?\s?n(?:umme)?r)?|mob|tel"
    r"|phone(?: number)?|mobile(?: phone)?|cell(?: ?phone)?|whatsapp|viber|sms(?: til)?|melding til|nummer(?:et)?"
    r"|ring(?:te|er|t)?|kontaktet på|nås på|number)\b\.?"
)
_AFTER_WORD: Final = re.compile(
    rf"{_WORD}(?:\s(?i:nr|no|til|på|number|nummer|hun|han|henne|er|var|is|was)\b\.?)?[\s:(=]{{0,4}}"
    rf"(?P<number>\d(?:[ .\-]{{0,2}}\d){{6,13}})(?!\d|[/:])(?![ ]\w{{1,3}}/){_NOT_MONEY}"
)
#: A mobile number in one piece, not far behind a word of calling: “telefonen hennes, 98765432”.
_NEAR_WORD: Final = re.compile(
    r"\b(?i:telefon|mobil|tlf|nummer|vipps|anrop|samtale|melding|sms|kontakt|ring|phone|call|number)\w{0,12}[^\d.;\n]{1,25}"
    rf"(?P<number>[49]\d{{7}}){_END}"
)
_MORE: Final = re.compile(
    r"(?:\s?[,;/]|\s(?:og|and|eller|or))\s(?P<number>\d{8}|\d\d(?: \d\d){3}|\d{3} \d\d \d{3})(?!\d)"
)
_DATE_OR_YEARS: Final = re.compile(
    r"[0-3]?\d[.-][01]?\d[.-](?:\d\d){1,2}(?!\d)|(?:19|20)\d\d[ -](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
)
#: Numbers of firms and authorities: 800, 810, 815, 820 and 829.
_OF_FIRMS: Final = re.compile(r"8(?:00|10|15|2\d)")
_NATIONAL_ABROAD: Final = re.compile("0[1-9]")
_LENGTHS_ABROAD: Final = range(8, 16)
_NORWEGIAN: Final = 8


def phone_numbers(reading: Reading) -> Iterator[Span]:
    """Find telephone numbers, except those of public bodies."""
    for span in _candidates(reading.text):
        if not reading.in_reference_or_address(*span) and not reading.known.is_contact(reading.text[slice(*span)]):
            yield span


def _candidates(text: str) -> Iterator[Span]:
    for match in _INTERNATIONAL.finditer(text):
        if len(_digits(match[0]).lstrip("0")) in _LENGTHS_ABROAD:
            yield Span(*match.span())
    for match in _MOBILE.finditer(text):
        if not _is_a_row(match[0]):
            yield Span(*match.span())
    for match in (*_NEAR_WORD.finditer(text), *_AFTER_WORD.finditer(text)):
        yield from _after_word(text, match)


def _after_word(text: str, match: re.Match[str]) -> Iterator[Span]:
    """The number after a word, and those that are joined to it by a comma or “og”."""
    if _DATE_OR_YEARS.match(match["number"]) or _is_of_a_firm(match["number"]) or _is_other_number(match):
        return
    more: re.Match[str] | None = match
    while more is not None:
        yield Span(*more.span("number"))
        more = _MORE.match(text, more.end())


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _is_of_a_firm(number: str) -> bool:
    return len(_digits(number)) == _NORWEGIAN and bool(_OF_FIRMS.match(_digits(number)))


def _is_other_number(match: re.Match[str]) -> bool:
    """Tell whether “nummer” stands before what has another length than telephone numbers in Norway or abroad (07…)."""
    is_weak = match[0].lower().startswith("num")
    return is_weak and len(_digits(match["number"])) != _NORWEGIAN and not _NATIONAL_ABROAD.match(match["number"])


def _is_a_row(number: str) -> bool:
    """Tell whether the groups count upward by one: “45 46 47 48” are paragraphs or table rows."""
    groups = [int(group) for group in number.split()]
    return all(after - before == 1 for before, after in pairwise(groups))
