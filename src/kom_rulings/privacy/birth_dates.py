"""Birth dates: a full date, a day and month, or a month and year, right behind or before a word of birth.

A year alone is only told beside a name or initials: “født i 1999” fits thousands, “A.B., født 1999” does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.privacy.dates_in_words import FULL_DATE, YEAR_ALONE
from kom_rulings.privacy.reading import Reading, Span

_BIRTH: Final = (
    r"(?:\b(?:[Ff](?:ø|oe?)dselsda(?:to|g)(?:en)?|FØDSELSDATO|[Ff]ødt?|[Ff]ødd|FØDT|[Bb]orn|BORN|[Bb]irth\s?da(?:te|y)"
    r"|[Dd]ate of birth|DATE OF BIRTH|D\.?O\.?B\b\.?|[Nn]ée?|date de naissance|[Bb]ursdag(?:en)?)\b"
    r"|(?<![\w.])f[.:]|(?<=[(,])b\.|(?<=, )b\.)"
)
#: Between the word and the date: a sign, a place of birth, “den”.
_PLACE: Final = r"(?:(?:i|in|at|à|på)\s[^\W\d_a-z][^\W\d_]{1,30}(?:\s[^\W\d_a-z][^\W\d_]{1,30}){0,2},?\s{1,2})?"
_VERB: Final = r"(?:\s(?:er|var|is|was)(?:\s(?:oppgitt (?:til|som)|registrert (?:til|som)|given as))?)?"
#: “den tolvte mars” names the day in a word.
_DAY: Final = r"(?:[a-zæøå]{2,12}(?:te|de|ende|th|st)\s)?"
_GAP: Final = rf"{_VERB}[\s:(,.-]{{0,4}}{_PLACE}(?:(?:den|on|the|le|i|in|på|ca\.|d\.)\s{{1,2}}){{0,2}}{_DAY}"
_BEFORE: Final = re.compile(rf"{_BIRTH}{_GAP}{FULL_DATE}")
_BEHIND: Final = re.compile(rf"(?<![\d.])({FULL_DATE})\s{{0,2}}[(,]?\s{{0,2}}(?:[Ff]ødselsdato|[Dd]ate of birth)\b")
_YEAR: Final = re.compile(rf"{_BIRTH}{_GAP}{YEAR_ALONE}")
#: A name, or initials, right before a word of birth and a year.
_SOMEBODY: Final = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_A-Z]{1,30}\s[^\W\d_a-z][^\W\d_A-Z]{1,30}|[A-ZÆØÅ]\.\s?[A-ZÆØÅ]\.)[\s,(]{0,3}$"
)
_WIDTH: Final = 70
#: Every word of birth holds one of these; most texts hold none, and are not looked at any closer.
_MAY_BE_BIRTH: Final = re.compile(r"(?i:f(?:ø|oe?)d|born|birth|bursda|\bn[ée]e?\b|naissance|d\.?o\.?b)|f[.:]|b\.")


def birth_dates(reading: Reading) -> Iterator[Span]:
    """Find birth dates, with the word of birth."""
    if not _MAY_BE_BIRTH.search(reading.text):
        return
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span())
    for match in _YEAR.finditer(reading.text):
        if _SOMEBODY.search(reading.text[max(0, match.start() - _WIDTH) : match.start()]):
            yield Span(*match.span())
