"""Addresses: streets with a house number, postcodes with a place, post boxes and farm numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.privacy.reading import Reading, Span, Spans

_CAPITAL: Final = r"[^\W\d_a-zæøåäöüéłşžčćđńšźż]"
_LETTERS: Final = r"[^\W\d_]"
_ENDINGS: Final = (
    r"gata|gaten|gate|gt\.|gt|veien|vegen|veg|vei|v\.|vn\.|plassen|plass|allé|alléen|alle|smuget|smauet|stien|sti"
    "|bakken|bakke|svingen|kroken|torget|torg|terrasse|brygge|kaia|kaien|kai|løkka|lia|lien|tunet|stredet|strede"
    "|haugen|åsen|ringen|jordet|grenda|faret|løypa|kleiva|flata|myra|sletta|vollen|berget|skogen|dalen|bekken|toppen"
    "|vika|moen|hagen|borettslag|straße|strasse|gasse|straat|gränd|vägen|gatan|vej"
)
_NUMBER: Final = r"(?:nr\.?\s)?(?!(?:19|20)\d\d)\d{1,4}(?:\s?[A-Za-z](?![A-Za-zæøå]))?(?![\d%§.,]?\d)"
#: A number that counts something is no house number: “på denne veien 5 personer”.
_NOT_COUNTING: Final = (
    r"(?!\s(?:ganger|år|personer|menn|kvinner|barn|måneder|dager|uker|timer|kroner|kr|prosent|gonger)\b)"
)
_PLACE: Final = rf"{_CAPITAL}{_LETTERS}{{1,25}}"
_POSTCODE: Final = rf"(?:,?\s{{1,2}}H\d{{4}})?(?:,?\s{{1,2}}\d{{4}}\s{_PLACE}(?:\s[NSVØ]\b)?)?"
_NAME: Final = rf"(?<!{_LETTERS}){_CAPITAL}{_LETTERS}{{0,25}}"
_ONE_WORD: Final = re.compile(
    rf"(?:{_NAME}\s){{0,2}}(?<!{_LETTERS}){_CAPITAL}{_LETTERS}{{1,30}}?(?i:{_ENDINGS})\s{{1,2}}"
    rf"{_NUMBER}{_NOT_COUNTING}{_POSTCODE}"
)
_TWO_WORDS: Final = re.compile(rf"(?:{_NAME}\.?\s){{1,4}}(?i:{_ENDINGS})\s{{1,2}}{_NUMBER}{_NOT_COUNTING}{_POSTCODE}")
_ENGLISH: Final = re.compile(
    rf"(?<![\w/.-])\d{{1,5}}[A-Za-z]?\s(?:{_PLACE}\s){{1,3}}"
    r"(?:Street|St\b\.?|Road|Rd\b\.?|Avenue|Ave\b\.?|Lane|Drive|Boulevard|Blvd\b\.?|Crescent|Terrace|Gardens|Close)(?!\w)"
)
_ABROAD: Final = re.compile(
    rf"(?<!{_LETTERS})(?:[Ss]trada|Str\.|Bulevardul|Bd\.|[Cc]alle|Via|Viale|[Rr]ue|[Uu]lica|[Uu]l\.|[Rr]ruga)\s"
    rf"(?:(?:de|de la|du|des|della|del|nr\.)\s)?(?:l'|d')?{_PLACE}(?:\s{_PLACE}){{0,2}},?\s(?:nr\.?\s)?\d{{1,4}}(?!\d)"
)
_POST_BOX: Final = re.compile(
    rf"(?i:\b(?:postboks|boks|pb\.|p\.?\s?o\.?\s?box))\s{{1,2}}\d{{1,5}}(?:\s{_PLACE})?(?:,?\s\d{{4}}\s{_PLACE})?"
)
_FARM: Final = re.compile(r"(?i)\bg(?:årds)?nr\.?\s?\d{1,4}[\s,/og]{1,5}b(?:ruks)?nr\.?\s?\d{1,4}")
_POSTCODE_ALONE: Final = re.compile(rf"(?<![\w.,§/-])(?<!\d )(?P<code>\d{{4}})\s(?P<place>{_PLACE}(?:\s[NSVØ]\b)?)")
_YEAR: Final = re.compile("1[89]|20")


def home_addresses(reading: Reading) -> Iterator[Span]:
    """Find addresses, except those of public bodies."""
    found = [span for span in _candidates(reading) if not reading.in_reference_or_address(*span)]
    public = {span for span in found if reading.known.is_contact(reading.text[slice(*span)])}
    parts = Spans(sorted(public))
    yield from (span for span in found if not parts.meet(*span))


def _candidates(reading: Reading) -> Iterator[Span]:
    text = reading.text
    for pattern in (_ONE_WORD, _TWO_WORDS, _ENGLISH, _ABROAD, _POST_BOX, _FARM):
        yield from (Span(*match.span()) for match in pattern.finditer(text))
    for match in _POSTCODE_ALONE.finditer(text):
        # 1902 and 2015 are years, though there are such postcodes too.
        if not _YEAR.match(match["code"]) and reading.known.is_norwegian_place(match["place"].partition(" ")[0]):
            yield Span(*match.span())
