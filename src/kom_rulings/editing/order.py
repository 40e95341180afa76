"""The order in which the fields of a record are read, and written: one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kom_rulings.records.case import (
    Accepted,
    Bilingual,
    Imprisonment,
    NamedLink,
    Part,
    Provenance,
    Restriction,
    Summary,
    SummaryText,
    Victims,
    Words,
)
from kom_rulings.records.criminal import Charged, Compensation, CriminalCase, CriminalRuling, Defendant, LegalForce
from kom_rulings.records.echr import EchrCase, EchrRuling, Finding
from kom_rulings.records.immigration import ImmigrationCase, ImmigrationRuling

_FIRST: Final = ("kind", "title", "popular_name", "exploitation", "victims")
_THEN: Final = ("visibility", "restriction", "keywords", "rulings", "sources", "note")
_LAST: Final = ("draft", "formerly", "split_from", "provenance", "privacy_accepted")
_OPENING: Final = ("court", "instance", "references", "date", "not_before")
_CLOSING: Final = ("legal_points", "legal_force", "summary", "cites", "links", "note")
_LANGUAGES: Final = ("nb", "en")

#: The fields of each part of a record in their order. The id of a case is its file name, and is in no file.
ORDER: Final[Mapping[type[Part], Sequence[str]]] = {
    CriminalCase: (*_FIRST, "charged", *_THEN, *_LAST),
    ImmigrationCase: (*_FIRST, "permits", "nationality", *_THEN, *_LAST),
    EchrCase: (*_FIRST, "applications", "respondents", "importance", *_THEN, *_LAST),
    CriminalRuling: (
        *_OPENING,
        *("outcome", "outcome_basis", "reopened", "provisions", "aggravated", "defendants", "compensation"),
        *_CLOSING,
    ),
    ImmigrationRuling: (
        *_OPENING,
        *("outcome", "outcome_basis", "provisions"),
        *(name for name in _CLOSING if name != "legal_force"),
    ),
    EchrRuling: (
        *_OPENING,
        *("document", "ecli", "item", "languages", "provisions", "findings"),
        *(name for name in _CLOSING if name != "legal_force"),
    ),
    Defendant: (*("label", "outcome", "other_provisions", "imprisonment", "suspended", "for_trafficking", "note"),),
    Compensation: ("type", "amount", "to", "note"),
    LegalForce: ("date", "how", "note"),
    Charged: ("count", "countries"),
    Finding: ("article", "outcome", "limb", "applicants", "states", "note"),
    Victims: ("count", "approximate", "minors", "countries"),
    Imprisonment: ("years", "months", "days"),
    Restriction: ("scope", "until"),
    SummaryText: ("text", "author", "permission", "date"),
    NamedLink: ("title", "url"),
    Provenance: ("source", "address", "retrieved", "sha256"),
    Accepted: ("finding", "mark", "reason", "date"),
    Bilingual: _LANGUAGES,
    Words: _LANGUAGES,
    Summary: _LANGUAGES,
}
