"""Immigration cases: what was asked for, and what the authorities and courts answered."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kom_rulings.records.case import BaseCase, Ruling, references_of
from kom_rulings.records.values import UNKNOWN, CountryOrUnknown, ListOrUnknown
from kom_rulings.references import Reference

#: What was asked for: refleksjonsperiode utf. § 8-3 first or second paragraph, witness § 8-4, protection utl. § 28,
#: humanitarian grounds § 38, Dublin § 32.
Permit = Literal["reflection_first", "reflection_second", "witness", "protection", "humanitarian", "dublin"]

#: What a decision gives. A court finds the board's decision ``valid`` or ``invalid``.
ImmigrationOutcome = Literal["granted", "rejected", "valid", "invalid", "dismissed", "not_on_merits", "unknown"]


class ImmigrationRuling(Ruling):
    """A decision or judgment in an immigration case."""

    outcome: ImmigrationOutcome
    outcome_basis: Annotated[
        Literal["stated", "inferred"], Field(description="Whether a source states the outcome, or it is inferred.")
    ] = "stated"


class ImmigrationCase(BaseCase):
    """An application for a permit through the authorities and the courts."""

    kind: Literal["immigration"]
    permits: ListOrUnknown[Permit] = UNKNOWN
    nationality: CountryOrUnknown = UNKNOWN
    rulings: Annotated[tuple[ImmigrationRuling, ...], Field(min_length=1)]

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the case."""
        return references_of(self.rulings)
