"""Licence plates: Norwegian ones by their form, foreign ones after a word such as “registreringsnummer”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.privacy.reading import Reading, Span

_PLATE: Final = re.compile(
    r"(?<![\w./-])(?P<letters>[A-Z]{2})[ -]?[1-9]\d{4}(?![\w/]|[.,-]\d)(?!\s{0,2}(?:,-|(?i:kr|kroner|euro)\b))"
)
#: What is written like a plate and is mostly none: series of rulings and norms, laws, money.
_SERIES: Final = frozenset(
    {"HR", "LB", "LA", "LE", "LF", "LH", "RG", "RT", "NR", "NS", "EN", "EU", "EF", "EC", "UN", "FN", "KR", "PC", "TV"}
    | {"ID", "NO", "CE", "PB", "UK", "US"}
)
_VEHICLE: Final = re.compile(r"(?i)(?:bil|kjøretøy|traktor|buss|vogn|moped|sykkel|skilt|car|van|truck)\w{0,8}\W{1,3}$")
_WIDTH: Final = 24
_WORD: Final = (
    r"\b(?i:reg(?:istrerings)?\.?\s?n(?:umme)?r(?:et)?|kjenne(?:merke|tegn)(?:t|et)?|skilt(?:et|ene)?|bilskilt(?:et)?"
    r"|registration(?: number| no)?|licen[cs]e plates?|number ?plates?|plates?(?: number| no)?)\b\.?"
)
_AFTER_WORD: Final = re.compile(
    rf"{_WORD}[\s:(,]{{0,3}}(?P<plate>[A-Z]{{1,3}}[ -]?\d{{1,5}}(?:[ -]?[A-Z]{{1,3}})?|[a-z]{{2}}[ -]?\d{{5}})(?!\w)"
)


def licence_plates(reading: Reading) -> Iterator[Span]:
    """Find licence plates."""
    for match in _PLATE.finditer(reading.text):
        before = reading.text[max(0, match.start() - _WIDTH) : match.start()]
        is_doubtful = match["letters"] in _SERIES and not _VEHICLE.search(before)
        if not is_doubtful and not reading.in_reference_or_address(*match.span()):
            yield Span(*match.span())
    for match in _AFTER_WORD.finditer(reading.text):
        yield Span(*match.span("plate"))
