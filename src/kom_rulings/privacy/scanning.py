"""All that in a text may tell who somebody is: every kind is looked for, and of two at one place the graver counts."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kom_rulings.privacy.bank_accounts import bank_accounts
from kom_rulings.privacy.birth_dates import birth_dates
from kom_rulings.privacy.combinations import ages_with_place_and_nationality, initials_with_places
from kom_rulings.privacy.home_addresses import home_addresses
from kom_rulings.privacy.identity_numbers import identity_numbers
from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.privacy.licence_plates import licence_plates
from kom_rulings.privacy.mail_addresses import mail_addresses
from kom_rulings.privacy.passport_numbers import passport_numbers
from kom_rulings.privacy.person_names import person_names
from kom_rulings.privacy.phone_numbers import phone_numbers
from kom_rulings.privacy.reading import Reading, Span
from kom_rulings.privacy.sighting import KINDS, Sighting
from kom_rulings.records.case import Telling

Detector = Callable[[Reading], Iterator[Span]]

#: Who looks for which kind. The order of ``KINDS`` tells what is graver.
DETECTORS: Final[Mapping[Telling, Detector]] = {
    "identity-number": identity_numbers,
    "birth-date": birth_dates,
    "phone": phone_numbers,
    "e-mail": mail_addresses,
    "address": home_addresses,
    "licence-plate": licence_plates,
    "bank-account": bank_accounts,
    "passport-number": passport_numbers,
    "person-name": person_names,
    "age-place-nationality": ages_with_place_and_nationality,
    "initials-with-place": initials_with_places,
}
#: Kinds that hold digits; most sentences hold none, and are not looked at any closer for them.
_OF_DIGITS: Final = frozenset({"identity-number", "birth-date", "phone", "address", "licence-plate", "bank-account"})
_DIGIT: Final = re.compile(r"\d")


def find_sightings(text: str, known: KnownNames) -> list[Sighting]:
    """Return what in a text may tell who somebody is, in order and without overlaps.

    The places are those of ``text`` as it is, whatever entities, soft hyphens or odd spaces stand in it.
    """
    reading = Reading.of(text, known)
    kept: list[tuple[Span, Telling]] = []
    without = _OF_DIGITS if not _DIGIT.search(reading.text) else frozenset[str]()
    for kind in (one for one in KINDS if one not in without):
        for span in sorted(set(DETECTORS[kind](reading))):
            if not _meets(span, kept):
                insort(kept, (span, kind))
    return [_sighting(kind, reading.place(span), text) for span, kind in kept]


def _meets(span: Span, kept: list[tuple[Span, Telling]]) -> bool:
    """Tell whether a place shares a sign with one that is kept."""
    at = bisect_left(kept, span.end, key=lambda one: one[0].start)
    return at > 0 and kept[at - 1][0].end > span.start


def _sighting(kind: Telling, place: Span, text: str) -> Sighting:
    return Sighting(kind, place.start, place.end, text[place.start : place.end])
