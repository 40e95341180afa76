"""How dates are written in running text: by numbers, with the month as a word, or without the day."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    r"(?:januar|jan|january|janvier|februar|feb|february|février|mars|march|avril|april|apr|mai|may|juni|june|juin|"
    r"juli|july|juillet|august|aug|août|september|sept|sep|septembre|oktober|okt|october|oct|octobre|november|nov|"
    r"novembre|desember|des|december|dec|décembre)\b\.?"
)
_YEAR: Final = r"(?:1[89]|20)\d\d"
#: A day, a month and mostly a year; or a month and a year.
FULL_DATE: Final = (
    rf"(?:{_YEAR}-\d\d?-\d\d?"
    rf"|\d\d?[./-]\s?\d\d?(?:[./-]\s?(?:{_YEAR}|\d\d)|\s{_YEAR})(?!\d)"
    rf"|\d\d?(?:st|nd|rd|th|er)?\.?\s{{0,2}}(?:of\s)?(?i:{MONTHS})(?:,?\s{{1,2}}{_YEAR})?"
    rf"|(?i:{MONTHS})\s\d\d?(?:st|nd|rd|th)?,?\s{_YEAR}"
    rf"|(?i:{MONTHS})\s{{1,2}}{_YEAR})"
)
YEAR_ALONE: Final = rf"{_YEAR}(?!\d)"
