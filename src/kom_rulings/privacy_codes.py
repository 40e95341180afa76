"""The findings of the privacy check: for each kind its severity, message and hint, as catalogue keys in English."""

from __future__ import annotations

from typing import Final, Literal

from kom_rulings.wording import N_

_Told = tuple[Literal["error", "note"], str, str]
_NUMBER: Final = N_("Take the number out. If it is right that it stands there: {remedy}")
_WORDS: Final = N_("Say it without what tells who somebody is. If it is right that it stands there: {remedy}")
_NAME: Final = N_(
    "Write who it is without the name, such as “A” or “the victim”. If it is right that it stands there: {remedy} "
    "Names that may stand everywhere are kept in rulings/tables/known_names.yaml."
)

#: The findings that stop nothing in the records by themselves; what leaves the house is looked at anew.
PRIVACY_CODES: Final[dict[str, _Told]] = {
    "privacy-identity-number": (
        "error",
        N_("This may be an identity number: {masked} (mark {mark})."),
        _NUMBER,
    ),
    "privacy-birth-date": ("error", N_("This may be a date of birth: {masked} (mark {mark})."), _WORDS),
    "privacy-phone": ("error", N_("This may be a telephone number: {masked} (mark {mark})."), _NUMBER),
    "privacy-e-mail": ("error", N_("This may be an e-mail address: {masked} (mark {mark})."), _WORDS),
    "privacy-address": ("error", N_("This may be where somebody lives: {masked} (mark {mark})."), _WORDS),
    "privacy-licence-plate": ("error", N_("This may be a licence plate: {masked} (mark {mark})."), _NUMBER),
    "privacy-bank-account": ("error", N_("This may be a bank account: {masked} (mark {mark})."), _NUMBER),
    "privacy-passport-number": ("error", N_("This may be a passport number: {masked} (mark {mark})."), _NUMBER),
    "privacy-person-name": ("error", N_("This may be the name of a person: {masked} (mark {mark})."), _NAME),
    "privacy-age-place-nationality": (
        "error",
        N_("Age, place and nationality together may tell who somebody is: {masked} (mark {mark})."),
        _WORDS,
    ),
    "privacy-initials-with-place": (
        "error",
        N_("Initials with a place may tell who somebody is: {masked} (mark {mark})."),
        _WORDS,
    ),
    "privacy-acceptance-unused": (
        "note",
        N_("The finding with the mark {mark} is accepted, and it no longer stands in the case."),
        N_("Take the acceptance out of privacy_accepted, unless the text is to come back."),
    ),
}
