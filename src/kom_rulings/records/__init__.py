"""The records: cases and their rulings as typed, frozen values. The only place that knows pydantic."""

from kom_rulings.records.criminal import CriminalCase, CriminalRuling
from kom_rulings.records.echr import EchrCase, EchrRuling
from kom_rulings.records.immigration import ImmigrationCase, ImmigrationRuling
from kom_rulings.records.register import Case, Register, Ruling
from kom_rulings.records.values import UNKNOWN, Unknown

__all__ = [
    "UNKNOWN",
    "Case",
    "CriminalCase",
    "CriminalRuling",
    "EchrCase",
    "EchrRuling",
    "ImmigrationCase",
    "ImmigrationRuling",
    "Register",
    "Ruling",
    "Unknown",
]
