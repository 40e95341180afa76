"""Passport numbers: after a word such as “pass”, and the line that machines read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.privacy.reading import Reading, Span

_WORD: Final = (
    r"\b(?i:pass(?:et|nummer(?:et)?|nr|port|eport)?|reisedokument(?:et)?|travel document|passeport"
    r"|(?:nasjonalt |national )?(?:id|identity)[- ]?(?:kort|card)(?:et)?|legitimasjon|utlendingspass|reisebevis)\b\.?"
)
_NUMBER: Final = r"(?P<number>(?=[A-Z0-9 ]{0,4}\d{4})[A-Z]{0,3}[ ]?\d{1,9}[A-Z]{0,2}\d{0,7}[A-Z]?)(?![\w/.-]\d|\w)"
_AFTER_WORD: Final = re.compile(
    rf"{_WORD}[\s(:,]{{0,3}}(?i:(?:med )?(?:nummer|number|nr|no|n°|er|var|is|was)\.?)?[\s:]{{0,3}}{_NUMBER}"
)
_MACHINE_LINE: Final = re.compile(r"(?<![A-Z<])P[A-Z<][A-Z]{3}[A-Z]{1,30}<[A-Z<]{4,40}")
_FEWEST_DIGITS: Final = 6


def passport_numbers(reading: Reading) -> Iterator[Span]:
    """Find passport numbers."""
    for match in _AFTER_WORD.finditer(reading.text):
        if sum(sign.isdecimal() for sign in match["number"]) >= _FEWEST_DIGITS:
            yield Span(*match.span("number"))
    yield from (Span(*match.span()) for match in _MACHINE_LINE.finditer(reading.text))
